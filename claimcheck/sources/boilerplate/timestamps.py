"""Hours of a live blog: lines that hold a time of day and nothing else, and hours that open every entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.sources.lines import Page
from claimcheck.types import Boilerplate

_SAID = r"(?:(?:last )?(?:updated?|posted|published|modified|edited)(?: at)?:?\s*|at\s+)?"
_ZONE = r"(?:\s*\(?(?:[A-Z]{2,4}|local time|local)\)?)"
_HALF = r"\s*[ap]\.?\s?m\b\.?"
_CLOCK = rf"(?:\d{{1,2}}(?:[:.h]\d{{2}}){{1,2}}(?:{_HALF})?{_ZONE}?|\d{{1,2}}{_HALF}{_ZONE}?)"
_TIMES = rf"{_CLOCK}(?:\s*[/|,–—-]?\s*{_CLOCK})?"
_LINE = re.compile(rf"[(\[]?(?P<said>{_SAID})(?P<time>{_TIMES})[)\]]?", re.IGNORECASE)
_AGO = re.compile(
    rf"{_SAID}(?:\d+|an?|one|just)\s?(?:s|m|h|d|sec|min|hr|second|minute|hour|day|week|now)s?\.?(?:\s+ago)?",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"{_CLOCK}\s*(?:[:|–—-]+\s*)?(?=[\"“‘'A-ZÀ-Þ])")
_BARE = re.compile(r"\d{1,2}[.h]\d{2}")  # "16.48" alone may be a score or a price
_SERIES = 3  # entries from which on an hour before each is a form


def find_timestamps(page: Page) -> Iterator[Boilerplate]:
    """Lines of hours; with three of a form, hours that are ambiguous alone, and hours before the words of an entry."""
    stamps = [line for line in page.lines if not page.is_title(line) and is_timestamp(line.text)]
    bare = [line for line in stamps if _BARE.fullmatch(line.text)]
    for line in stamps:
        if line not in bare or len(stamps) >= _SERIES:
            yield Boilerplate(line.start, line.end, "timestamp")
    openings = [(line, match) for line in page.lines if (match := _OPENS.match(line.text)) and line not in stamps]
    if len(openings) >= _SERIES:
        for line, match in openings:
            yield Boilerplate(line.start, line.start + match.end(), "timestamp")


def is_timestamp(text: str) -> bool:
    """Whether the words are a time of day, or how long ago something was, and nothing else."""
    if _LINE.fullmatch(text):
        return True
    return _AGO.fullmatch(text) is not None and not text.isalpha()
