"""# CC203 organisation-name-variant

## What it does
Compares the forms under which the articles print one organisation's name, or that of a law or a
prize: a word that is a letter or two off, a plural for a singular, an apostrophe on the other side of
the s. A capital or a space inside a name that some print and others do not (GreenField, Greenfield) is a note.

## Why it matters
Organisations read what is printed about them, and search engines do not forgive. Where two outlets
share a slip, one has it from the other.

## Example
> the ruling **Workers' Party** of Korea

> the ruling **Worker's Party** of Korea

## What it leaves alone
Short forms and acronyms of a longer name; a nationality for a country (Korea, Korean);
British and American spelling (Centre, Center); hyphens, accents and the capitals of headlines; two organisations
of which one article speaks side by side.

## Source
Word frequencies: the wordfreq package (Robyn Speer).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.align.spellings import Spellings, spellings_of
from claimcheck.rules.base import Outcome, Rule
from claimcheck.rules.names import Judgement, differing, spelling_finding, style_finding
from claimcheck.types import Finding, Ledger

_CODE = "CC203"


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding an organisation whose name is spelled in more than one way."""
    for entity in ledger.entities:
        if entity.kind in ("organisation", "other") and (spellings := spellings_of(entity)) is not None:
            yield _finding(ledger, spellings)


def _finding(ledger: Ledger, spellings: Spellings) -> Finding:
    if spellings.kind == "style":
        return style_finding(ledger, spellings, _CODE)
    reason = f"One organisation under two spellings, a letter or two apart: {differing(spellings)}."
    return spelling_finding(ledger, spellings, Judgement(_CODE, "warning", "organisation", reason, 0.8))


RULE = Rule(code="CC203", name="organisation-name-variant", severity="warning", check=check)
