"""The title of a plain text: a line of a headline's form, set apart above the first paragraph."""

from __future__ import annotations

from claimcheck.sources.boilerplate.bylines import is_byline
from claimcheck.sources.boilerplate.datelines import is_date_line
from claimcheck.sources.lines import Line, Page

_LEAST_WORDS = 3  # one or two words above the text are the name of a section


def find_title(page: Page) -> Line | None:
    """The line that is the title of a text without metadata, or None."""
    above = page.lines[: page.body]
    return next((line for line in above if _may_be_title(line)), None)


def _may_be_title(line: Line) -> bool:
    if not (line.blank_before and line.blank_after) or (line.is_sentence and line.text[-1] not in "?!"):
        return False
    form = line.is_headline or len(line.words) == _LEAST_WORDS
    return form and line.text[-1] not in ":;,—–-" and not is_date_line(line) and not is_byline(line)
