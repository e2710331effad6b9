"""# CC302 clock-conflict

## What it does
Compares the clock times that articles give for one event. Time zones are converted, "around
9pm" is an interval, and "shortly after 11am" is compared as what it bounds. Times are set against
each other where they are said of one verb, in the same words, or of one person at one named place.

## Why it matters
The time line of an accident or an arrest rests on minutes. Two clocks for one moment are a
slip, a time zone not converted, or two moments told as one.

## Example
> The fire broke out on the roof at about **8.40pm** on Friday.

> The fire broke out on the roof at **6.40pm** on Friday.

## What it leaves alone
Times that differ by what "about" allows; 3 p.m. local time and 12:00 GMT when the zones say
so; the times of two moments (when a fire began, when the brigade was called); dates (CC301).

## Source
The IANA time zone names and abbreviations that the articles use.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.base import Outcome, Rule
from claimcheck.rules.times import conflicts
from claimcheck.types import Ledger


def check(ledger: Ledger) -> Iterator[Outcome]:
    """Clock times of one fact that cannot all be true."""
    yield from conflicts(ledger, code="CC302", noun="the time of day", clock=True)


RULE = Rule(code="CC302", name="clock-conflict", severity="error", check=check)
