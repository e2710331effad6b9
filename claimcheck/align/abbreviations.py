"""What the articles say an abbreviation stands for: "the State Dairy Loan Fund (SDLF)", "the SDLF (State Dairy …)".

The long form is the shortest run of words before or inside the brackets whose capitals spell the abbreviation. Short
abbreviations stand for many bodies; only long ones whose forms share all words but one are one body's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcheck.compare.gazetteer import demonyms, is_place
from claimcheck.compare.names import is_plural
from claimcheck.compare.words import is_regional, word_set
from claimcheck.types import Extraction, Span

_SMALL = word_set("of for the and on in to at de &")
_LEAST = 4  # letters
_BRACKETED = re.compile(rf"\(([A-Z]{{{_LEAST},7}})\)")
_OPENED = re.compile(rf"\b([A-Z]{{{_LEAST},7}})\s?\((?:the\s)?([^()]+)\)")
_WORD = re.compile(r"[\w'’&]+")
_BACK = 80  # characters before the brackets that are read


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """One abbreviation that is spelled out in two ways, each with the places that do so."""

    short: str
    ways: tuple[tuple[str, tuple[Span, ...]], ...]


def find_abbreviations(extractions: Sequence[Extraction]) -> Iterator[Abbreviation]:
    """Every abbreviation whose long forms differ in one word, in the order of its letters."""
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for extraction in extractions:
        for short, long, span in _spelled_out(extraction):
            found[short][long].append(span)
    for short, ways in sorted(found.items()):
        pairs = ((a, b) for a, b in combinations(sorted(ways), 2) if _differ_in_one(a, b))
        for a, b in pairs:
            if not {span.document for span in ways[a]} & {span.document for span in ways[b]}:
                yield Abbreviation(short, ((a, tuple(ways[a])), (b, tuple(ways[b]))))
                break


def _spelled_out(extraction: Extraction) -> Iterator[tuple[str, str, Span]]:
    """The abbreviations of an article's copy with their long forms, in plain spaces, and where these stand."""
    text = extraction.document.text
    for sentence in extraction.sentences:
        start, end = sentence.span.start, sentence.span.end
        for match in _BRACKETED.finditer(text, start, end):
            yield from _long_form(extraction, match[1], max(start, match.start() - _BACK), match.start())
        for match in _OPENED.finditer(text, start, end):
            yield from _long_form(extraction, match[1], *match.span(2))


def _long_form(extraction: Extraction, short: str, start: int, end: int) -> Iterator[tuple[str, str, Span]]:
    """The last words of a stretch whose initials spell the abbreviation, small words left out."""
    text = extraction.document.text
    initials = ""
    for word in reversed(list(_WORD.finditer(text, start, end))):
        if word[0] in _SMALL:
            continue
        initials = word[0][0] + initials
        if not short.endswith(initials):
            return
        if initials == short:
            printed = text[word.start() : end].rstrip()
            span = Span(extraction.document.id, word.start(), word.start() + len(printed))
            yield short, " ".join(printed.split()), span
            return


def _differ_in_one(a: str, b: str) -> bool:
    """Whether two long forms of as many words differ in one, which is no plural, no spelling and not two places."""
    words = [[w.casefold() for w in _WORD.findall(way) if w not in _SMALL] for way in (a, b)]
    differing = [(x, y) for x, y in zip(*words, strict=False) if x != y]
    if len(words[0]) != len(words[1]) or len(differing) != 1:
        return False
    x, y = differing[0]
    places = all(is_place(word) or word in demonyms() for word in (x, y))
    return not (is_plural(x, y) or is_regional(x, y) or places)
