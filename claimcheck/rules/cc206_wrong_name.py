"""# CC206 wrong-name

## What it does
Finds one post that the articles give to two people whose names share a part: the same given
name and another family name, or the other way about. Two people of quite different names count where
the articles elsewhere make one of them the deputy of that post.

## Why it matters
The wrong Smith is worse than a misspelled one: it names another person.

## Example
> Chargers general manager **A.J. Smith** said in a statement …

> Chargers general manager **A.J. Butler** said in a statement …

## What it leaves alone
People of whom one article names both; posts of another time (former, acting); jobs that many
hold (officer, senator); two spellings of one name (CC201); short forms; relatives.

## Source
ECB+ (Cybulska and Vossen 2014), from which the example comes.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.align.roles import OnePost, find_one_posts, find_shared_posts
from claimcheck.rules.base import Outcome, Rule, finding, variant
from claimcheck.types import Finding, Ledger

_CODE = "CC206"


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding for each post under two names."""
    for post in find_one_posts(ledger.extractions, ledger.entities):
        yield _finding(ledger, post)
    for post in find_shared_posts(ledger.extractions, ledger.entities):
        yield _finding(ledger, post)


def _finding(ledger: Ledger, post: OnePost) -> Finding:
    shown = " / ".join(name for name, _ in post.names)
    return finding(
        _CODE,
        severity="error",
        fact=f"the name of the {post.post}",
        message=f"One post is given to people of two names: {shown}.",
        reason=f"{post.reason}: {post.why}.",
        variants=[variant(ledger, name, spans) for name, spans in post.names],
        confidence=0.8,
        check=f"Who is {post.post}: {shown}.",
    )


RULE = Rule(code="CC206", name="wrong-name", severity="error", check=check)
