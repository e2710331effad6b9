"""Headlines that are repeated in the text, and the section labels that stand above it."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.sources.lines import Line, Page, words_of
from claimcheck.types import Boilerplate

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


def _is_label(line: Line) -> bool:
    return 0 < len(line.words) <= _LABEL_WORDS and line.text[-1].isalnum() and line.text[0].isupper()
