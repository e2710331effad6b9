"""The title of a plain text: a line of a headline's form, set apart above the first paragraph."""

from __future__ import annotations

from claimcheck.sources.boilerplate import find_certain
from claimcheck.sources.lines import Line, Page

_LEAST_WORDS = 3  # one or two words above the text are the name of a section


def find_title(page: Page) -> Line | None:
    """The line that is the title of a text without metadata, or None."""
    above = [line for line in page.lines[: page.body] if _has_the_form(line)]
    marks = find_certain(page) if above else ()
    return next((x for x in above if not any(m.start < x.end and x.start < m.end for m in marks)), None)


def _has_the_form(line: Line) -> bool:
    if not (line.blank_before and line.blank_after) or (line.is_sentence and line.text[-1] not in "?!"):
        return False
    return (line.is_headline or len(line.words) == _LEAST_WORDS) and line.text[-1] not in ":;,—–-"
