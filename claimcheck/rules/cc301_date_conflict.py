"""# CC301 date-conflict

## What it does
Compares the dates that articles give for one event. Dates are intervals, resolved
against each article's own date: "next week" in an article of 27 June is 3 to 9 July,
and an event on 11 July falls outside it.

## Why it matters
Relative dates hide conflicts: nothing in "next week" looks wrong until the calendar is
laid beside it. They also travel badly, when copy is reused a day later.

## Example
> … at a key summit in Lithuania next week. (27 June)

> … during the July 11 summit in Vilnius, Lithuania.

## What it leaves alone
Dates of different events; a date within a longer period that another article gives ("in
July" and July 11; July 11 and "July 11 and 12"); words that nothing resolves, such as
a weekday in an article without a date.

## Source
ISO 8601 weeks; dates and days of the week count as errors of fact in the Reuters handbook.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.compare.times import compare_times, say_interval
from claimcheck.rules.base import Outcome, Rule, words
from claimcheck.rules.disputes import Dispute, divide, outcomes
from claimcheck.types import Ledger, Time, Value, Verdict


def check(ledger: Ledger) -> Iterator[Outcome]:
    """Dates of one fact that cannot all be true."""

    def compare(a: Value, b: Value) -> Verdict:
        said = words(ledger, a.mention.span), words(ledger, b.mention.span)
        return compare_times(_time(a), _time(b), words=said)

    for fact in ledger.facts:
        if fact.kind == "time":
            dispute = divide(fact.values, compare, _width)
            noun = "the time of day" if _time(fact.values[0]).clock else "the date"
            yield from outcomes(
                ledger,
                fact,
                dispute,
                code="CC301",
                severity="error",
                noun=noun,
                check=_check(dispute),
                spell_out=_spell_out,
            )


def _time(value: Value) -> Time:
    time = value.mention.value
    if not isinstance(time, Time):
        raise TypeError(f"a time fact holds a {type(time).__name__}")
    return time


def _spell_out(value: Value) -> str:
    return say_interval(_time(value))


def _width(value: Value) -> float:
    """The length of the interval in seconds; an unresolved time is the vaguest."""
    time = _time(value)
    return (time.end - time.start).total_seconds() if time.start and time.end else float("inf")


def _check(dispute: Dispute) -> str:
    deictic = any(_time(value).deictic for camp in dispute.camps for value in camp.values)
    if deictic:
        return "The date itself, and whether the relative wording was copied from an article of another day."
    return "The date with the organiser or an official record."


RULE = Rule(code="CC301", name="date-conflict", severity="error", check=check)
