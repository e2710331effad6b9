"""A text as lines, which is the level at which most boilerplate shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_CLOSERS = "\"'”’»)]}"
_STOPS = ".!?…"
_INNER_STOP = re.compile(r"[a-z]{4}[.!?…][\"'”’)]*\s+[\"'“‘(]*[A-Z]")  # four letters: "Corp.", "Gov." end none


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it."""

    index: int  # among the lines that are not blank
    start: int
    end: int
    text: str
    words: tuple[str, ...]  # casefolded
    blank_before: bool  # a blank line, or the edge of the text, stands before it
    blank_after: bool

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does, quotation marks and brackets after the stop aside."""
        bare = self.text.rstrip(_CLOSERS + " ")
        return bare[-1:] in _STOPS or self.text[-1:] in _STOPS

    @property
    def is_headline(self) -> bool:
        """Whether it has a headline's form: four to twenty words, no stop, comma or colon at its end or within."""
        bare = self.text.rstrip(_CLOSERS + " ")
        return 4 <= len(self.words) <= 20 and bare[-1:] not in ".…:;," and not _INNER_STOP.search(bare)

    @property
    def is_prose(self) -> bool:
        """Whether it is long, or a sentence of some length."""
        return len(self.words) > 20 or (self.text.rstrip(_CLOSERS + " ")[-1:] in ".…" and len(self.words) > 6)


@dataclass(frozen=True)
class Page:
    """A text, its lines, where its title stands, and the lines that are known to be no copy."""

    text: str
    lines: tuple[Line, ...]
    title_at: tuple[int, int] | None = None
    title: str | None = None
    aside: frozenset[int] = frozenset()

    def is_title(self, line: Line) -> bool:
        """Whether the title's own characters are on this line."""
        return self.title_at is not None and self.title_at[0] < line.end and line.start < self.title_at[1]

    @property
    def body(self) -> int:
        """Index of the first line that is prose; the last line's where there is none."""
        return next((x.index for x in self.lines if self._is_copy(x)), len(self.lines) - 1)

    @property
    def tail(self) -> int:
        """Index of the first line after the last one that is prose; 0 where there is none."""
        return next((x.index + 1 for x in reversed(self.lines) if self._is_copy(x)), 0)

    def tail_of(self, is_aside: Callable[[Line], bool]) -> int:
        """The same, with the article's end looked for above lines that hold something else by this test too."""
        index = self.tail or len(self.lines)
        while index > 1 and (index - 1 in self.aside or is_aside(self.lines[index - 1])):
            index -= 1
        return index

    def strangeness(self, words: tuple[str, ...]) -> float:
        """The share of some long words that the article's own sentences do not hold: links speak of other things."""
        stems = stems_of(words)
        return len(stems - self._stems) / len(stems) if stems else 0.0

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset().union(*(stems_of(line.words) for line in self.lines if self._is_copy(line)))

    def _is_copy(self, line: Line) -> bool:
        return line.is_prose and line.index not in self.aside and not self.is_title(line)


def words_of(text: str) -> tuple[str, ...]:
    """The words of `text`, casefolded, with one kind of apostrophe."""
    return tuple(match[0].casefold().replace("’", "'") for match in _WORD.finditer(text))


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """The first five letters of the words that are long enough to mean something."""
    return frozenset(word[:5] for word in words if len(word) > 3)


def split_lines(text: str, start: int = 0) -> tuple[Line, ...]:
    """The lines of `text` from offset `start` on that are not blank, whatever the line endings."""
    raw: list[tuple[int, str]] = []
    offset = start
    for piece in text[start:].splitlines(keepends=True):
        raw.append((offset, piece))
        offset += len(piece)
    blank = [not piece.strip() for _, piece in raw]
    lines: list[Line] = []
    for i, (at, piece) in enumerate(raw):
        if blank[i]:
            continue
        stripped = piece.strip()
        first = at + len(piece) - len(piece.lstrip())
        lines.append(
            Line(
                index=len(lines),
                start=first,
                end=first + len(stripped),
                text=stripped,
                words=words_of(stripped),
                blank_before=i == 0 or blank[i - 1],
                blank_after=i + 1 == len(raw) or blank[i + 1],
            )
        )
    return tuple(lines)
