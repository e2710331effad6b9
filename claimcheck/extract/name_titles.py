"""Titles and offices inside a run of capitalised words: where they begin and end, and what is left as the name."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.compare.gazetteer import demonyms
from claimcheck.compare.letters import fold
from claimcheck.extract.offices import (
    HONORIFICS,
    OFFICE_MODIFIERS,
    OFFICES,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    SURNAMES_TOO,
)
from claimcheck.types import Token


def bare(token: Token) -> str:
    """A token's word, folded, its full stop cut."""
    return fold(token.text).rstrip(".")


def is_office(token: Token) -> bool:
    word = bare(token)
    return word in OFFICES or word in HONORIFICS


def title_end(tokens: Sequence[Token], labels: Sequence[tuple[str, int]], first: int, end: int) -> int | None:
    """The index of the last word of a title that stands before a name in this stretch."""
    for k in range(end - 2, first - 1, -1):
        word = bare(tokens[k])
        if not is_office(tokens[k]) or not tokens[k + 1].text[0].isalpha():
            continue
        organisation = labels[k][0] in ("ORG", "FAC", "GPE", "LOC", "EVENT") and labels[k + 1][1] == labels[k][1]
        rest = {bare(t) for t in tokens[k + 1 : end]}
        opens_name = word in SURNAMES_TOO and k == first
        if organisation and (opens_name or rest & (ORGANISATION_WORDS | PLACE_WORDS)):
            continue
        if word in SURNAMES_TOO and k > first and not _can_precede_office(tokens[k - 1]):
            continue
        return k
    return None


def _can_precede_office(token: Token) -> bool:
    """Whether the word before "judge" or "king" makes it an office rather than a family name."""
    word = bare(token)
    return is_office(token) or word in OFFICE_MODIFIERS or word in ORGANISATION_WORDS or token.text == "-"


def title_start(tokens: Sequence[Token], first: int, last: int) -> int:
    """The first word of the title that ends at `last`: modifiers, nationalities, hyphens."""
    k = last
    while k > first and (
        is_office(tokens[k - 1])
        or bare(tokens[k - 1]) in OFFICE_MODIFIERS
        or bare(tokens[k - 1]) in demonyms()
        or tokens[k - 1].text == "-"
    ):
        k -= 1
    return k


def titles_of(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The title words as phrases, nationalities cut: ("prime minister",), ("mr",)."""
    words = [t for t in tokens if bare(t) not in demonyms()]
    if not words:
        return ()
    text = "".join((" " if a.end < b.start else "") + b.text for a, b in zip([words[0], *words], words, strict=False))
    return (text.strip().lower().rstrip("."),)


def before_offices(tokens: Sequence[Token], labels: Sequence[tuple[str, int]], first: int, end: int) -> int:
    """The end of the name, an office that trails it cut ("Lithuanian President," "Palm Springs Police Chief")."""
    while end > first and is_office(tokens[end - 1]):
        word = bare(tokens[end - 1])
        if word in SURNAMES_TOO and end - first > 1 and not _can_precede_office(tokens[end - 2]):
            break
        if word in ("jr", "sr") or (labels[end - 1][0] == "PERSON" and word in SURNAMES_TOO):
            break
        end -= 1
        while end > first and bare(tokens[end - 1]) in OFFICE_MODIFIERS and end - first > 1:
            end -= 1
    return end
