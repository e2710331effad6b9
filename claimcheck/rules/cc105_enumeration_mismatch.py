"""# CC105 enumeration-mismatch

## What it does
Counts the lists of an article and sets them against the number stated beside them: "six
countries" and a list of seven, "three men: …; …; …; and …" with four of them. The list may
stand after the number, before it ("A, B and C, the four countries that …") or in the next
sentence ("They are A, B and C.").

## Why it matters
A list that is one longer than announced shows readers that a name was added or forgotten, and
nobody can tell from the article which of the two is right.

## Example
> Six countries signed the accord: Belgium, France, Germany, Italy, Norway, Poland and Spain.

## What it leaves alone
Lists that are not said to be whole ("including", "such as", "among them", "and others"); lists
with places inside places ("Paris, France, and Rome, Italy"); numbers of things that names do
not stand for ("three changes: Smith, Jones, Brown and White came in"). A list in one article
against a number in another is CC101.

## Source
The Reuters handbook tells its desks to check that the number of items listed is the number announced.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.align.listings import Miscount, find_miscounts
from claimcheck.compare.numbers import say_number
from claimcheck.rules.base import Outcome, Rule, finding, variant, words
from claimcheck.types import Finding, Ledger

_CODE = "CC105"
_CONFIDENCE = 0.8


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding for each list that is shorter or longer than announced, copies of the article included."""
    alike: dict[tuple[str, tuple[str, ...]], list[Miscount]] = defaultdict(list)
    for extraction in ledger.extractions:
        for miscount in find_miscounts(extraction):
            alike[miscount.stated.text.casefold(), miscount.items].append(miscount)
    for miscounts in alike.values():
        yield _finding(ledger, miscounts)


def _finding(ledger: Ledger, miscounts: Sequence[Miscount]) -> Finding:
    first = miscounts[0]
    stated = words(ledger, first.stated.span)
    listed = f"a list of {say_number(len(first.items))}"
    return finding(
        _CODE,
        severity="error",
        fact=f"how many there are: “{stated}”",
        message=f"The article says “{stated}” and lists {say_number(len(first.items))}.",
        reason=f"The list ({', '.join(first.items)}) has {say_number(len(first.items))} items, not “{stated}”.",
        variants=[
            variant(ledger, stated, [m.stated.span for m in miscounts]),
            variant(ledger, listed, [m.span for m in miscounts]),
        ],
        confidence=_CONFIDENCE,
        check="Whether a name was added or left out, or the number is wrong.",
    )


RULE = Rule(code="CC105", name="enumeration-mismatch", severity="error", check=check)
