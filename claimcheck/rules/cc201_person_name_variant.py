"""# CC201 person-name-variant

A person's name is spelled in more than one way.

## What it does

Compares the forms under which the articles print one person, part by part: given
names with given names, family names with family names. Reports the person once when
a part has two spellings: a slip of the keys, or another transliteration. A name that
ran into the next word is taken apart first ("Nausedawarned" gives "Nauseda"). A lone family name
that no article introduces counts as a slip of the person's whose name is a letter away. A capital or a
space inside a name that some print and others do not (LaRue, Larue) counts too: a person has one way to write it.

## Why it matters

A misspelled name is the commonest correction newspapers print, and the one that the
person named and their family notice first. The spelling most independent sources
give is usually right, but not always: check it at its origin.

## Example

"Lithuanian President **Gitanas Nauseda**" in one article, "the Lithuanian President,
**Gitan Nauseda**" in another.

## What it leaves alone

Initials ("A.J. Smith", "AJ Smith"), nicknames (Bob for Robert), middle names given or
left out, family name alone on later mention, dropped accents, the capitals of headlines,
hyphens, possessives and titles. Two people with similar names: relatives who share a family
name, two well-known given names (Mark, Mary), forms that one article uses side by
side or several times each.

## Source

Associated Press Stylebook, "names"; Regret the Error, annual lists of corrections, on
misspelled names. Part-wise comparison after the matching of person names in sanctions
screening.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.align.spellings import Spellings, spellings_of
from claimcheck.rules.base import Outcome, Rule
from claimcheck.rules.names import Judgement, differing, spelling_finding, style_finding
from claimcheck.types import Finding, Ledger

_CODE = "CC201"


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding a person whose name is spelled in more than one way."""
    for entity in ledger.entities:
        if entity.kind == "person" and (spellings := spellings_of(entity)) is not None:
            yield _finding(ledger, spellings)


def _finding(ledger: Ledger, spellings: Spellings) -> Finding:
    if spellings.kind == "style" and len(spellings.entity.name.split()) == 1:  # as likely a brand
        return style_finding(ledger, spellings, _CODE)
    if spellings.kind == "style":
        reason = f"{spellings.reason}: a person writes the name in one way"
        return spelling_finding(ledger, spellings, Judgement(_CODE, "warning", "person", f"{reason}.", 0.8))
    slip = spellings.kind == "misspelling"
    how = "one letter or two apart, as a slip leaves them" if slip else "two ways to write one sound"
    reason = f"One person under two spellings: {differing(spellings)}, {how}; the other parts of the name agree."
    return spelling_finding(ledger, spellings, Judgement(_CODE, "warning", "person", reason, 0.9 if slip else 0.8))


RULE = Rule(code="CC201", name="person-name-variant", severity="warning", check=check)
