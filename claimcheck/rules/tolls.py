"""Counts that only grow while an event runs: a higher number in a later article is an update of a lower one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from claimcheck.compare.times import say_day
from claimcheck.extract.lexicon import words as lemmas
from claimcheck.rules.base import words
from claimcheck.types import Ledger, Quantity, Value, Verdict

# What happens to people or things one after another, and is counted as the news comes in.
_HAPPENING = lemmas(
    "die kill injure wound hurt hospitalize hospitalise arrest detain evacuate displace flee infect rescue recover pull"
    " drown perish collapse destroy damage burn"
)
_CASUALTIES = lemmas("death fatality casualty injury body arrest case victim evacuee")
_STATES = lemmas("dead wounded injured hurt killed arrested homeless")


def updated(ledger: Ledger, values: Sequence[Value], a: Value, b: Value) -> Verdict | None:
    """Why two clashing counts of a running toll are not in dispute; None where the dates do not allow it.

    Of `values` every one that gives the lower number must be printed on an earlier day than
    any that gives the higher.
    """
    low, high = sorted((a, b), key=lambda value: _count(value).low)
    if not (_is_toll(low) and _is_toll(high)):
        return None
    before = [_day(ledger, v) for v in values if v.mention.value == low.mention.value]
    after = [_day(ledger, v) for v in values if v.mention.value == high.mention.value]
    days = [day for day in (*before, *after) if day is not None]
    if len(days) < len(before) + len(after) or max(days[: len(before)]) >= min(days[len(before) :]):
        return None
    first, last = (f"“{words(ledger, value.mention.span)}”" for value in (low, high))
    on = say_day(min(days[len(before) :]))
    return Verdict("compatible", f"{last}, of {on} or later, may be an update of {first}: such a count grows")


def _count(value: Value) -> Quantity:
    quantity = value.mention.value
    if not isinstance(quantity, Quantity):
        raise TypeError(f"a toll is a quantity, not a {type(quantity).__name__}")
    return quantity


def _is_toll(value: Value) -> bool:
    quantity = _count(value)
    happens = value.claim.predicate in _HAPPENING or bool(_HAPPENING & set(value.frame.path))
    named = quantity.noun in _CASUALTIES or bool(_STATES & set(quantity.modifiers))
    return quantity.kind == "count" and not quantity.listed and (happens or named)


def _day(ledger: Ledger, value: Value) -> datetime | None:
    """The day on which the article that gives a value was published, when it is wholly known."""
    printed = ledger.extraction(value.mention.span.document).document.published
    if printed is None or printed.month is None or printed.day is None:
        return None
    try:
        return datetime(printed.year, printed.month, printed.day)
    except ValueError:
        return None
