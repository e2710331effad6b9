"""# CC301 date-conflict

## What it does
Compares the dates that articles give for one event. Dates are intervals, resolved
against each article's own date: "next week" in an article of 27 June is 3 to 9 July,
and an event on 11 July falls outside it. Dates are set against each other only where they are
said of one occasion: of one verb or noun, in the same words, or of one deed to one thing. The day of
an appearance that several articles quote counts as well ("tonight" in copy of another day).

## Why it matters
Relative dates hide conflicts: nothing in "next week" looks wrong until the calendar is
laid beside it. They also travel badly, when copy is reused a day later.

## Example
> … at a key summit in Lithuania next week. (27 June)

> … during the July 11 summit in Vilnius, Lithuania.

## What it leaves alone
Dates of different events; clock times (CC302); a date within a longer period that another
article gives ("in July" and July 11; July 11 and "July 11 and 12"); words that nothing
resolves, such as a weekday in an article without a date; two days beside each other where an
article names the time zone of one ("Saturday local time", "Friday").

## Source
ISO 8601 weeks; dates and days of the week count as errors of fact in the Reuters handbook.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.base import Outcome, Rule
from claimcheck.rules.times import appearances, conflicts
from claimcheck.types import Ledger


def check(ledger: Ledger) -> Iterator[Outcome]:
    """Dates of one fact that cannot all be true."""
    yield from conflicts(ledger, code="CC301", noun="the date", clock=False)
    yield from appearances(ledger, code="CC301")


RULE = Rule(code="CC301", name="date-conflict", severity="error", check=check)
