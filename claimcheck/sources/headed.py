"""A text with its title as the first line, for the formats that keep the two apart: a title is a claim too."""

from __future__ import annotations

import re

_FIRST_LINE = re.compile(r"\s*(?P<line>[^\r\n]+)")


def put_title_first(title: str | None, text: str) -> tuple[str, tuple[int, int] | None]:
    """The text, and where its title stands in it; a title that opens the text already is not put there twice."""
    if title is None:
        return text, None
    first = _FIRST_LINE.match(text)
    if first and _same(first["line"], title):
        start, end = first.span("line")
        return text, (start, start + len(text[start:end].rstrip()))
    return f"{title}\n\n{text}", (0, len(title))


def _same(line: str, title: str) -> bool:
    return line.casefold().split() == title.casefold().split()
