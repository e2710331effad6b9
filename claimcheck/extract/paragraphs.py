"""From a document to the stretches of copy that sentences are looked for in: its paragraphs without boilerplate.

A blank line always ends a paragraph. A single line break ends one in a file with a paragraph a
line, and means nothing in hard-wrapped text: there a line breaks only because the next word did not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.types import Boilerplate, Document

_WIDEST_WRAP = 120  # columns; mail and news wires wrap at 60 to 100
_NARROWEST_WRAP = 30
_WRAPPED_SHARE = 0.8  # of the single line breaks must be explained by the width

_LINE = re.compile(r"[^\r\n]+")
_BULLET = re.compile(r"\s*(?:[-*•·–—▪◦]|\(?\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of copy, offsets into the document; `caption` when it stands around a photo credit."""

    start: int
    end: int
    paragraph: int
    caption: bool = False


def split_blocks(document: Document) -> tuple[Block, ...]:
    """The body's blocks in order; a paragraph that boilerplate cuts in two gives two blocks. The title is left out."""
    return tuple(_blocks(document))


def _blocks(document: Document) -> Iterator[Block]:
    number = 0 if document.title_span is None else 1
    for start, end in _paragraphs(document.text):
        pieces = tuple(_keep(document, start, end))
        caption = any(b.kind == "credit" and b.start < end and start < b.end for b in document.boilerplate)
        for piece_start, piece_end in pieces:
            yield Block(piece_start, piece_end, number, caption)
        number += bool(pieces)


def _keep(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is left of a paragraph when boilerplate and the title are cut out, without what has no letter or figure."""
    cuts = [(b.start, b.end) for b in _overlapping(document.boilerplate, start, end)]
    if document.title_span is not None:
        cuts.append((document.title_span.start, document.title_span.end))
    at = start
    for cut_start, cut_end in [*sorted(cuts), (end, end)]:
        if cut_end <= at or cut_start > end:
            continue
        if any(map(str.isalnum, document.text[at : max(at, cut_start)])):
            yield at, cut_start
        at = max(at, cut_end)


def _overlapping(boilerplate: tuple[Boilerplate, ...], start: int, end: int) -> list[Boilerplate]:
    return [b for b in boilerplate if b.start < end and start < b.end]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    lines = [match.span() for match in _LINE.finditer(text) if match.group().strip()]
    width = _wrap_width(text, lines)
    start: int | None = None
    for number, (line_start, line_end) in enumerate(lines):
        start = line_start if start is None else start
        last = number + 1 == len(lines)
        if last or not _goes_on(text, lines[number], lines[number + 1], width):
            yield start, line_end
            start = None


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int], width: int | None) -> bool:
    """Whether the paragraph goes on in the following line."""
    if not _single_break(text, line, following) or _BULLET.match(text, following[0], following[1]):
        return False
    if width is not None:
        return not _would_fit(text, line, following, width)
    # A stray break in the middle of a sentence.
    before, after = text[line[0] : line[1]].rstrip(), text[following[0] : following[1]].lstrip()
    return after[:1].islower() and before[-1:] not in ".?!:;\"”'’"


def _single_break(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    gap = text[line[1] : following[0]].replace("\r\n", "\n")
    return len(gap) == 1


def _would_fit(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the following line's first word would have fitted on this line."""
    used = len(text[line[0] : line[1]].rstrip())
    word = text[following[0] : following[1]].split(maxsplit=1)[0]
    return used + 1 + len(word) <= width


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int | None:
    """The width the text is wrapped at; None when its line breaks are of the author's making."""
    breaks = [(a, b) for a, b in pairwise(lines) if _single_break(text, a, b)]
    if not breaks:
        return None
    width = max(len(text[start:end].rstrip()) for pair in breaks for start, end in pair)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    explained = sum(not _would_fit(text, a, b, width) for a, b in breaks)
    middle = any(text[a[0] : a[1]].rstrip()[-1:] not in '.?!:"”' for a, b in breaks)
    return width if middle and explained >= _WRAPPED_SHARE * len(breaks) else None
