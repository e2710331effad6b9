"""# CC503 certainty-shift

## What it does
Finds one statement that is made flatly in one place and with a hedge in another, by two
articles or by one: "arrived" and "reportedly arrived", "two children" and "possibly two
children", "no one was injured" and "no one is believed to have been injured". The words may
differ as long as they tell the same: "an anchor severed the cables" and "was reportedly cut",
"there were no threats" and "the chief did not know of any", "has deepened divisions" and
"probably caused divides to widen". A headline is held against its own article.

## Why it matters
A hedge is the desk's own judgement of a source. Where it is lost on the way from one
article to the next, a report has become a fact that nobody established.

## Example
> Mercenary boss Prigozhin arrived in Belarus on Tuesday.

> Yevgeny Prigozhin, the leader of Wagner, reportedly arrived in Belarus.

## What it leaves alone
Plans, predictions and conditions; "allegedly" beside what police or a prosecutor say, which is
an allegation too; what an article itself tells on after it has called it alleged; what police,
officials or unnamed sources say, beside the same without them (what a friend or an insider
without a name says is known from one side only, and is shown); a
hedge on another part of the sentence; claims that share no more than the hedged word.

## Source
The graded scale (stated, attributed, reported, alleged, likely, possible, unknown) follows the
annotation of factuality by Saurí and Pustejovsky, FactBank (2009).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.align.certainties import Passage, Shift, find_shifts
from claimcheck.rules.base import Outcome, Rule, finding, variant, words
from claimcheck.types import Finding, Ledger, Variant

_CODE = "CC503"


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding for each statement that some passages hedge and others do not."""
    for shift in find_shifts(ledger.extractions, ledger.facts):
        yield _finding(ledger, shift)


def _finding(ledger: Ledger, shift: Shift) -> Finding:
    hedge = shift.hedged[0]
    graded = f"{hedge.certainty} in one place and stated without a hedge in the other"
    one = len({p.span.document for p in (*shift.hedged, *shift.flat)}) == 1
    who = (
        "The article states flatly what it hedges elsewhere" if one else "One article states flatly what another hedges"
    )
    return finding(
        _CODE,
        severity="warning",
        fact=f"how sure it is: “{words(ledger, shift.flat[0].span)}”",
        message=f"{who}: “{hedge.words}” against “{shift.word}”.",
        reason=f"The passages say the same of “{shift.word}”, which is {graded}.",
        variants=[_variant(ledger, "hedged", shift.hedged), _variant(ledger, "flat", shift.flat)],
        confidence=0.5 + 0.4 * shift.likeness,
        check="How well the source knew it, and whether the hedge was lost or added on the desk.",
    )


def _variant(ledger: Ledger, name: str, passages: Sequence[Passage]) -> Variant:
    kinds = " / ".join(dict.fromkeys(p.certainty for p in passages))
    return variant(ledger, kinds if name == "hedged" else "stated flatly", [p.span for p in passages])


RULE = Rule(code="CC503", name="certainty-shift", severity="warning", check=check)
