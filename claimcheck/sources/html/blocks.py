"""The body that trafilatura found, as blocks of text, with how much of each is a link."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from lxml.etree import _Element

_BLOCKS = frozenset(
    {"ab", "body", "cell", "code", "div", "fw", "head", "item", "list", "main", "p", "quote", "row", "table"}
)
_WHITE_SPACE = re.compile(r"[ \t\n\r\f\v]+")  # as HTML has it: a space that must not break stays
_SPACES = re.compile(r" {2,}")
_AROUND_BREAK = re.compile(r" ?\n ?")
_LINKED = 0.7  # of a block's characters: what is not prose but a link
_STOPPED = re.compile(r"[.!?…][\"'”’)]*$")
_STOP = re.compile(r"[.!?…][\"'”’)]*(?:\s|$)")
_MOST_LABEL_WORDS = 6


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item of a page."""

    text: str
    kind: str  # "p", "head", "item" or "cell"
    linked: float  # the share of its characters that are part of a link, 0 to 1

    @property
    def is_link(self) -> bool:
        """Whether it is a link to another page rather than a sentence with a link in it."""
        return self.linked >= _LINKED and not _STOPPED.search(self.text)

    @property
    def is_prose(self) -> bool:
        """Whether it is a sentence or more of the page's own words."""
        return self.linked < _LINKED and bool(_STOP.search(self.text)) and len(self.text.split()) > 5


def read_blocks(body: _Element) -> tuple[Block, ...]:
    """The blocks in order; cells of tables only where they hold prose."""
    blocks = [block for kind, runs in _runs(body) for block in _split(kind, runs)]
    return tuple(b for b in blocks if b.kind != "cell" or b.is_prose)


def link_blocks(blocks: tuple[Block, ...]) -> frozenset[int]:
    """Which blocks only lead elsewhere: links by themselves, and the short heading of a list of them."""
    links = {i for i, block in enumerate(blocks) if block.is_link}
    for is_link, group in groupby(range(len(blocks)), key=lambda i: i in links):
        first = next(group)
        above = blocks[first - 1] if is_link and first else None
        if above and above.kind == "head" and len(above.text.split()) <= _MOST_LABEL_WORDS:
            links.add(first - 1)
    return frozenset(links)


class Run(NamedTuple):
    """A stretch of characters, and whether it is part of a link."""

    text: str
    linked: bool


def _runs(body: _Element) -> Iterator[tuple[str, list[Run]]]:
    """Each block's kind and its runs of text."""
    kind, runs = "p", list[Run]()
    for event, element, linked in _walk(body):
        starts = event == "start"
        if element.tag in _BLOCKS:
            if runs:
                yield kind, runs
            kind, runs = (str(element.tag) if starts else "p"), []
        elif element.tag == "lb" and starts:
            runs.append(Run("\n", linked))
        text = element.text if starts else element.tail
        if text and (starts or element is not body):
            runs.append(Run(_WHITE_SPACE.sub(" ", text), linked))
    if runs:
        yield kind, runs


def _walk(body: _Element) -> Iterator[tuple[str, _Element, bool]]:
    """Starts and ends of the elements, and whether the text behind each is part of a link.

    Without recursion: a page may be nested deeper than Python's stack.
    """
    depth = 0
    stack = [("start", body)]
    while stack:
        event, element = stack.pop()
        depth += (element.tag == "ref") * (1 if event == "start" else -1)
        yield event, element, depth > 0
        if event == "start":
            stack.append(("end", element))
            stack += [("start", child) for child in reversed(element)]


def _split(kind: str, runs: Sequence[Run]) -> Iterator[Block]:
    """A block, or several where two line breaks in a row part it."""
    pieces: list[list[Run]] = [[]]
    broken = False
    for run in runs:
        if run.text == "\n" and broken:
            pieces.append([])
        else:
            pieces[-1].append(run)
        broken = run.text == "\n" or (broken and not run.text.strip())
    for piece in pieces:
        text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", "".join(run.text for run in piece))).strip()
        if text:
            linked = sum(len(run.text.strip()) for run in piece if run.linked)
            yield Block(text, kind, linked / max(1, sum(len(run.text.strip()) for run in piece)))
