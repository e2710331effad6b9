"""# CC103 percent-conflict

## What it does
Sets the percentages that articles give for one thing against each other: a share, a rise, a
target, an unemployment rate.

## Why it matters
A percentage says nothing without what it is a percentage of, so a wrong one is rarely noticed
by reading a single article.

## Example
> … a commitment to spend at least 2 percent of GDP on defence.

> … the pledge to spend 3 percent of GDP on defence.

## What it leaves alone
Percentages of different things or of different periods; a rounded figure beside the exact one.

## Source
The Reuters handbook counts a wrong figure among the errors that call for a correction.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.base import Outcome, Rule
from claimcheck.rules.quantities import conflicts
from claimcheck.types import Ledger


def check(ledger: Ledger) -> Iterator[Outcome]:
    """Percentages of one fact that cannot all be true."""
    return conflicts(ledger, code="CC103", noun="percentage", kinds=("percent",))


RULE = Rule(code="CC103", name="percent-conflict", severity="error", check=check)
