"""# CC501 contradiction

## What it does
Finds statements of one thing that cannot all be true, by typed evidence: an outcome or a state against its
opposite (upheld / overturned, conscious / unconscious), an antonym where the words around it are the same (before /
after the meeting), well against ill equipped, halted against prevented, a thing that one article takes part of back
(attempted entries / entries, a former site / a site, nearly destroyed / destroyed), who was going into a shop and
out of it, who voted for a bill and against it, one act with two kinds of thing (a rifle / a pistol), with agent
and patient changed over or by another named party, two causes of one effect, nobody hurt against twelve people hurt,
and a telephone or flight number that is printed in two ways.

## Why it matters
The conflicts that readers mind most carry no number and no name. One article has the store destroyed, another
has it intact; each reads smoothly on its own.

## Example
> The appeals court upheld the ban on Friday.

> The appeals court overturned the ban on Friday.

## What it leaves alone
What follows in time (arrested, then released; nobody hurt in the report of the day before); other participants,
other times, another tense; what two named speakers say against each other; questions, possibilities and denials; a
word inside a quotation that both articles quote (CC401); a "not" (CC502) and a hedge (CC503); causes, kinds and
degrees where one article knows of both, for it tells two things apart; telephone numbers with another last digit.

## Source
Antonyms from WordNet 3.0 (Princeton University). The Reuters handbook counts a wrong outcome among the errors
that call for a correction.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.align.contradictions import Contradiction, find_contradictions
from claimcheck.rules.base import Outcome, Rule, finding, variant
from claimcheck.types import Finding, Ledger

_CODE = "CC501"
_FACTS = {
    "opposed": "which of two opposites it was",
    "kind": "of what kind it was",
    "outcome": "how it came out",
    "degree": "whether it was well or ill done",
    "limited": "whether it was so in full",
    "party": "who it was",
    "swapped": "who did it, and to whom",
    "cause": "what the cause was",
    "designation": "which number it has",
    "identifier": "what the number is",
}


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding for each contradiction."""
    for contradiction in find_contradictions(ledger.extractions, ledger.entities):
        yield _finding(ledger, contradiction)


def _finding(ledger: Ledger, contradiction: Contradiction) -> Finding:
    a, b = contradiction.a, contradiction.b
    return finding(
        _CODE,
        severity="error",
        fact=_FACTS[contradiction.ground],
        message=f"The articles contradict each other: “{a.words}” against “{b.words}”.",
        reason=contradiction.reason,
        variants=[variant(ledger, a.words, a.spans), variant(ledger, b.words, b.spans)],
        confidence=0.55 + 0.3 * contradiction.likeness,
        check="Which of the two is so; and whether both articles mean the same thing at the same time.",
    )


RULE = Rule(code="CC501", name="contradiction", severity="error", check=check)
