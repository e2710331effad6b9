"""# CC101 count-conflict

## What it does
Sets the numbers that articles give for one thing against each other: how many leaders
dined, how many people died, how many countries signed. Numbers are read as intervals,
so words that round ("nearly 200"), bound ("at least 40") or leave someone out ("six
others") are taken at their word. A list that names all its members counts as their number.

## Why it matters
A wrong count is the commonest substantive error in news copy, and the one readers
write in about. When two articles on one event disagree, at least one desk has to correct.

## Example
> … after dinner with seven national leaders in The Hague.

> … following a conference of eight leaders in the bloc in The Hague.

## What it leaves alone
Numbers of different things, however alike the words around them; numbers that agree once
rounding and bounds are taken into account (listed as compatible, with the reason); a
number that one article states and another leaves open; years, phone and flight numbers.

## Source
The Reuters handbook counts a wrong number among the errors that call for a correction.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.base import Outcome, Rule
from claimcheck.rules.quantities import conflicts
from claimcheck.types import Ledger


def check(ledger: Ledger) -> Iterator[Outcome]:
    """Counts of one fact that cannot all be true."""
    return conflicts(ledger, code="CC101", noun="number", kinds=("count",))


RULE = Rule(code="CC101", name="count-conflict", severity="error", check=check)
