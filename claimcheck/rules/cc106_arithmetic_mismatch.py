"""# CC106 arithmetic-mismatch

## What it does
Checks the sums that an article itself invites: parts against the total that they are said to
make ("14 people, nine men and six women"), a change against the levels before and after it
("up 25 percent to $5.6 billion from $5.0 billion"), a change told twice ("26 cents, or 4
percent, to $24.34"), the direction of a change against its numbers ("fell to $40 million from
$32 million"), and some of a group against the size of the group ("three of the two"). Every
number is given the room that its own rounding leaves.

## Why it matters
Readers do sums, and a sum that does not come out makes them doubt every other number. It is
also the one kind of wrong number that an article gives away by itself, with no second source.

## Example
> The blast killed 14 people, nine men and six women, police said.

## What it leaves alone
Lists that are not said to be whole ("including", "among them"); parts that may overlap (adults
and women); sums that rounding can account for; adjusted, like-for-like and annualised figures;
ranges ("fell from 5 to 10 percent"); numbers that no fixed wording ties together.

## Source
The Reuters handbook tells its desks to check that percentages and parts add up before a story moves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.align.arithmetic import find_slips
from claimcheck.align.templates import Slip
from claimcheck.rules.base import Outcome, Rule, finding, variant, words
from claimcheck.types import Finding, Ledger

_CODE = "CC106"
_CONFIDENCE = {"the total": 0.85, "the part": 0.8, "the change": 0.8, "the direction": 0.8}


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding for each sum of an article that does not come out."""
    alike: dict[tuple[str, ...], list[Slip]] = defaultdict(list)
    for extraction in ledger.extractions:
        for slip in find_slips(extraction):
            alike[slip.about, slip.stated.text, *(mention.text for mention in slip.others)].append(slip)
    for slips in alike.values():
        yield _finding(ledger, slips)


def _finding(ledger: Ledger, slips: Sequence[Slip]) -> Finding:
    slip = slips[0]
    stated = words(ledger, slip.stated.span)
    others = [words(ledger, mention.span) for mention in slip.others]
    beside = ", ".join(others[:-1]) + f" and {others[-1]}" if len(others) > 1 else others[0]
    return finding(
        _CODE,
        severity="error",
        fact=f"{slip.about}: “{stated}”",
        message=f"The numbers do not add up: “{stated}” against “{beside}”.",
        reason=f"{slip.makes[:1].upper()}{slip.makes[1:]}.",
        variants=[
            variant(ledger, stated, [slip.stated.span for slip in slips]),
            variant(ledger, beside, [mention.span for slip in slips for mention in slip.others]),
        ],
        confidence=_CONFIDENCE[slip.about],
        check="Which of the numbers the source gives; the others follow from it.",
    )


RULE = Rule(code="CC106", name="arithmetic-mismatch", severity="error", check=check)
