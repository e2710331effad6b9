"""# CC404 attribution-conflict

## What it does
Finds one reported statement that the articles give to different speakers: the same words,
and beside them two names, or two descriptions of which one cannot be the other ("her rep", "a friend").

## Why it matters
Who said it is half of what a statement is worth. A name that slips to another speaker puts
words into somebody's mouth, and the error is the kind that people complain about.

## Example
> Jackson was on probation for a previous arrest, Officer Brad Baehr said.

> Jackson was on probation for a previous arrest, Officer Ray Scheidnes said.

## What it leaves alone
Statements that are alike in sense only: two officials may both say so. Two printings of one name;
sentences that name both speakers. Speakers whom an article only describes, unless one cannot be the
other: a spokesman is no friend and no witness, a witness is not the police; that is a warning.
A person against the organisation that the words are ascribed to is a warning too, and only where both
articles quote the words. Words that both articles quote from two people are CC403's.

## Source
ECB+ (Cybulska and Vossen 2014), whose near-copies of agency reports hold such slips.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimcheck.align.attributions import Attribution, Saying, find_attributions
from claimcheck.align.roles import find_one_posts
from claimcheck.rules.base import Outcome, Rule, finding, variant
from claimcheck.types import Finding, Ledger, Severity, Span

_CODE = "CC404"
_LONGEST = 60  # words of evidence


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding for each two speakers of the same statements."""
    # One post under two names is a wrong name: CC206 reports it, whatever that person said.
    posts = {frozenset(name for name, _ in p.names) for p in find_one_posts(ledger.extractions, ledger.entities)}
    for attribution in find_attributions(ledger.extractions, ledger.entities):
        if frozenset(saying.speaker.name for saying in attribution.sayings) not in posts:
            yield _finding(ledger, attribution)


def _finding(ledger: Ledger, attribution: Attribution) -> Finding:
    sides: dict[str, list[Span]] = defaultdict(list)
    labels: dict[str, str] = {}
    for saying in attribution.sayings:
        label = labels.setdefault(saying.speaker.id, saying.speaker.name)
        sides[label].append(_pinpoint(ledger, saying))
    people = all(s.speaker.kind == "person" for s in attribution.sayings)
    severity: Severity = "error" if people else "warning"
    names = " / ".join(sorted(sides))
    return finding(
        _CODE,
        severity=severity,
        fact=f"who said: “{attribution.sayings[0].claim.text}”",
        message=f"The articles give one statement to different speakers: {names}.",
        reason="The words are the same, and each article names its own speaker beside them.",
        variants=[variant(ledger, name, spans) for name, spans in sorted(sides.items())],
        confidence=(0.6 if people else 0.5) + 0.35 * attribution.likeness,
        check="Whose words they are, with the recording or the statement; both may have said them.",
    )


def _pinpoint(ledger: Ledger, saying: Saying) -> Span:
    """The sentence, with the speaker in it; the claim alone where that is long."""
    text = ledger.extraction(saying.sentence.document).document.text
    short = len(text[saying.sentence.start : saying.sentence.end].split()) <= _LONGEST
    return saying.sentence if short else saying.claim.span


RULE = Rule(code="CC404", name="attribution-conflict", severity="error", check=check)
