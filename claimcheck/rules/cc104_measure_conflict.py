"""# CC104 measure-conflict

## What it does
Sets measures against each other: a magnitude, a distance, an age, a duration, a weight, a
temperature. Units are converted first, and a conversion may round as its author did.

## Why it matters
Measures are copied, converted and rounded on their way from desk to desk, and every step can
go wrong. An age is also how readers tell two people of one name apart.

## Example
> The quake had a magnitude of 6.1.

> The 6.4-magnitude quake struck before dawn.

## What it leaves alone
Measures of different things; 40 miles beside 64 km; a rounded measure beside the exact one.

## Source
The Reuters handbook counts a wrong figure among the errors that call for a correction.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.base import Outcome, Rule
from claimcheck.rules.quantities import conflicts
from claimcheck.types import Ledger


def check(ledger: Ledger) -> Iterator[Outcome]:
    """Measures of one fact that cannot all be true."""
    return conflicts(ledger, code="CC104", noun="measure", kinds=("measure", "age", "duration"))


RULE = Rule(code="CC104", name="measure-conflict", severity="error", check=check)
