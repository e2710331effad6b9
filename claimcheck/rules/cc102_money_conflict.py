"""# CC102 money-conflict

## What it does
Sets the sums of money that articles give for one thing against each other: a price, a
loss, a fine, an offer. Scales and signs are read ("$1.2bn", "1.2 billion dollars"), and
rounding and bounds are taken at their word.

## Why it matters
Sums move markets and reputations, and slip easily: a wrong scale word is a factor of a thousand.

## Example
> The deal is worth $5.7 billion.

> … in a transaction valued at $5.6 billion.

## What it leaves alone
Sums in different currencies (no exchange rate is assumed); sums of different things; a rounded
sum beside the exact one.

## Source
The Reuters handbook counts a wrong figure among the errors that call for a correction.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.base import Outcome, Rule
from claimcheck.rules.quantities import conflicts
from claimcheck.types import Ledger


def check(ledger: Ledger) -> Iterator[Outcome]:
    """Sums of money of one fact that cannot all be true."""
    return conflicts(ledger, code="CC102", noun="sum", kinds=("money",))


RULE = Rule(code="CC102", name="money-conflict", severity="error", check=check)
