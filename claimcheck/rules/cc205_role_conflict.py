"""# CC205 role-conflict

## What it does
Compares the roles that the articles give one person: the rank of an office, the nationality,
the party, head of state against head of government.

## Why it matters
An assistant district attorney is not the district attorney. A person with the wrong rank or
party is among the commonest corrections, and the person concerned will ask for it.

## Example
> Albany County **Assistant District Attorney** Dave Rossi told the jury …

> Albany County **District Attorney** Dave Rossi said on Monday …

## What it leaves alone
Two names of one job (publicist, representative), a general and a special title (director, director
of wholesale products), roles of another time (former, then, acting), roles of which one
narrows the other (chief, police chief), and offices that one person can hold together.

## Source
The nationalities are those of Unicode CLDR, through the Babel package.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.align.roles import RoleDispute, find_role_disputes
from claimcheck.rules.base import Outcome, Rule, finding, variant
from claimcheck.types import Finding, Ledger

_CODE = "CC205"


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding for each person with roles that cannot all be right."""
    for dispute in find_role_disputes(ledger.extractions, ledger.entities):
        yield _finding(ledger, dispute)


def _finding(ledger: Ledger, dispute: RoleDispute) -> Finding:
    shown = " / ".join(titled.role for titled in dispute.roles)
    return finding(
        _CODE,
        severity="error",
        fact=f"the role of {dispute.person}",
        message=f"{dispute.person} is given roles that exclude each other: {shown}.",
        reason=f"{dispute.reason}.",
        variants=[variant(ledger, titled.role, titled.spans) for titled in dispute.roles],
        confidence=0.8,
        check=f"The role of {dispute.person} on the day, with the office concerned.",
    )


RULE = Rule(code="CC205", name="role-conflict", severity="error", check=check)
