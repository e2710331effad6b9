"""What a reader gives back: the articles of a file, before anything is inferred about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimcheck.types import Boilerplate, Published


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its format states it.

    `text` is what every offset counts in. `name` is the id the file itself gives
    an article (a record of a .jsonl file), None when the file's name serves; `line` the
    line of its record in a file of several. `title_at` holds the title's offsets in
    `text`, None when the title stands outside it.
    """

    text: str
    name: str | None = None
    line: int | None = None
    title: str | None = None
    title_at: tuple[int, int] | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    published: Published | None = None
    boilerplate: tuple[Boilerplate, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Broken:
    """A record of a file of several that could not be read, and why; the others still can."""

    line: int
    reason: str


# A reader takes a file's bytes, and raises InputError when they cannot be read as its format:
# one line that says what is wrong and what to do. Which file it was is added where it is caught.
Reader = Callable[[bytes], tuple[Article | Broken, ...]]
