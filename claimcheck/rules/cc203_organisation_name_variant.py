"""# CC203 organisation-name-variant

## What it does
Compares the forms under which the articles print one organisation's name, or that of a law or a prize: a word
that is a letter or two off or formed otherwise (Distribution, Distributors), a plural for a singular, an
apostrophe on the other side of the s. An abbreviation that two articles spell out with one word different is
one too. A capital or a space inside a name that some print and others do not (GreenField, Greenfield) is a
note.

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
from typing import Literal

from claimcheck.align.abbreviations import Abbreviation, find_abbreviations
from claimcheck.align.spellings import Spellings, spellings_of
from claimcheck.rules.base import Outcome, Rule, finding, variant
from claimcheck.rules.names import Judgement, differing, spelling_finding, style_finding
from claimcheck.types import Finding, Ledger

_CODE = "CC203"


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding an organisation whose name is spelled in more than one way."""
    for entity in ledger.entities:
        if entity.kind in ("organisation", "other") and (spellings := spellings_of(entity)) is not None:
            yield _finding(ledger, spellings)
    for abbreviation in find_abbreviations(ledger.extractions):
        yield _spelled_out(ledger, abbreviation)


def _spelled_out(ledger: Ledger, abbreviation: Abbreviation) -> Finding:
    ways = " / ".join(way for way, _ in abbreviation.ways)
    return finding(
        _CODE,
        severity="warning",
        fact=f"what {abbreviation.short} stands for",
        message=f"{abbreviation.short} is spelled out in two ways: {ways}.",
        reason="Both articles give the words behind one abbreviation, and one of the words is another.",
        variants=[variant(ledger, way, spans) for way, spans in abbreviation.ways],
        confidence=0.8,
        check=f"The full name, at its origin: {ways}.",
    )


def _finding(ledger: Ledger, spellings: Spellings) -> Finding:
    if spellings.kind == "style":
        return style_finding(ledger, spellings, _CODE)
    noun: Literal["organisation", "name"] = "organisation" if spellings.entity.kind == "organisation" else "name"
    reason = f"One {noun} in two spellings, all else in it alike: {differing(spellings)}."
    return spelling_finding(ledger, spellings, Judgement(_CODE, "warning", noun, reason, 0.8))


RULE = Rule(code="CC203", name="organisation-name-variant", severity="warning", check=check)
