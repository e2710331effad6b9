"""What the articles say an abbreviation stands for: "the State Revolving Fund (SRF)", "the SRF (State Revolving Fund)".

The long form is the shortest run of words before or inside the brackets whose capitals spell the abbreviation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcheck.compare.names import is_plural
from claimcheck.compare.words import is_regional, word_set
from claimcheck.types import Extraction, Span

_SMALL = word_set("of for the and on in to at de &")
_CAPITAL = r"[A-Z][\w'’-]*"
_RUN = rf"{_CAPITAL}(?:,? (?:{'|'.join(sorted(_SMALL))}|{_CAPITAL}))+"
_GIVEN = (
    re.compile(rf"(?P<long>{_RUN}) ?\((?P<short>[A-Z]{{3,7}})\)"),
    re.compile(rf"\b(?P<short>[A-Z]{{3,7}}) ?\((?:the )?(?P<long>{_RUN})\)"),
)


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
        for a, b in combinations(sorted(ways), 2):
            if _differ_in_one(a, b, ways):
                yield Abbreviation(short, tuple((way, tuple(ways[way])) for way in (a, b)))


def _spelled_out(extraction: Extraction) -> Iterator[tuple[str, str, Span]]:
    """The abbreviations of a document with their long forms and where these stand."""
    document = extraction.document
    for pattern in _GIVEN:
        for match in pattern.finditer(document.text):
            start = _start(match["long"], match["short"])
            if start is not None:
                at = match.start("long")
                yield match["short"], match["long"][start:], Span(document.id, at + start, match.end("long"))


def _start(long: str, short: str) -> int | None:
    """Where the words begin whose initials spell the abbreviation, small words left out."""
    words = list(re.finditer(r"[\w'’&]+", long))
    for first in reversed(words):
        rest = [word[0] for word in words if word.start() >= first.start() and word[0] not in _SMALL]
        if "".join(word[0] for word in rest) == short:
            return first.start()
    return None


def _differ_in_one(a: str, b: str, ways: Mapping[str, Sequence[Span]]) -> bool:
    """Whether two long forms of as many words differ in one, and no document gives both of them."""
    words = [[w.casefold() for w in re.findall(r"[\w'’&]+", way) if w not in _SMALL] for way in (a, b)]
    differing = [(x, y) for x, y in zip(*words, strict=False) if x != y]
    if len(words[0]) != len(words[1]) or len(differing) != 1 or is_plural(*differing[0]) or is_regional(*differing[0]):
        return False
    return not {span.document for span in ways[a]} & {span.document for span in ways[b]}
