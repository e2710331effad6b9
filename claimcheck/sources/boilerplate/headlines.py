"""Headlines that are repeated in the text, and the section labels that stand above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.sources.lines import Line, Page, words_of
from claimcheck.types import Boilerplate

# What an article is filed under: "Topics: Health, Nairobi". Only what desks call it, and a list of names.
_FILED = re.compile(
    r"(?:tags?|tagged|topics?|categor(?:y|ies)|keywords?|filed under|labels|sections?)\s*[:|]\s*"
    r"(?:[\w&'’.-]+[ ]?){1,4}(?:[,|/#]\s*(?:[\w&'’.-]+[ ]?){1,4})*",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"(?:read(?:ing)?(?: time)?)?\s*:?\s*(?:about |approx\.? )?\d+[ -]min(?:ute)?s?\.?(?: read| listen| watch)?",
    re.IGNORECASE,
)
_LABEL_WORDS = 3  # "International", "World news", "Sports / Football"


def find_headlines(page: Page) -> Iterator[Boilerplate]:
    """Repetitions of the title and of headlines, and labels between the title and the first paragraph."""
    title = words_of(page.title) if page.title else None
    seen: set[tuple[str, ...]] = {title} if title else set()
    body = page.body
    for line in page.lines:
        if page.is_title(line):
            continue
        repeats = line.words in seen and (line.is_headline or line.words == title)
        if repeats or (line.index < body and _is_label(line)):
            yield Boilerplate(line.start, line.end, "headline")
        elif line.is_headline:
            seen.add(line.words)


def find_indexes(page: Page) -> Iterator[Boilerplate]:
    """Lines that say where the article is filed, or how long it takes to read."""
    return (Boilerplate(line.start, line.end, "headline") for line in page.lines if _is_index(line))


def _is_index(line: Line) -> bool:
    """Whether the line says where the article is filed, or how long it takes."""
    return not line.is_sentence and bool(_FILED.fullmatch(line.text) or _LENGTH.fullmatch(line.text))


def _is_label(line: Line) -> bool:
    """A section's name, or how long the article takes to read."""
    starts = line.text[0].isupper() or line.text[0].isdigit()
    return 0 < len(line.words) <= _LABEL_WORDS and line.text[-1].isalnum() and starts
