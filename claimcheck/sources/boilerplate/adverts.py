"""What stands where an advertisement stood, and lines that a page repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimcheck.sources.lines import Line, Page
from claimcheck.sources.vocabulary import vocabulary
from claimcheck.types import Boilerplate

_ADVERT = vocabulary(
    "advertisement advertisements advert adverts ad ads advertising sponsored sponsor promoted paid loading scroll "
    "skip continues"
)
_AROUND = vocabulary(
    "content story article post page video below after above by from our partner partners this to the continue "
    "continues reading for you with closed hide report why am i seeing"
)
_MOST_WORDS = 8
_MOST_REPEATED_WORDS = 12


def find_adverts(page: Page) -> Iterator[Boilerplate]:
    """Placeholders of advertisements, and short lines that stand in the text more than once."""
    body = page.body  # above it a headline may be repeated, which is not for this finder
    counts = Counter(line.words for line in page.lines[body:])
    for line in page.lines:
        if not page.is_title(line) and (_is_placeholder(line) or _is_repeated(line, counts)):
            yield Boilerplate(line.start, line.end, "promo")


def _is_placeholder(line: Line) -> bool:
    words = set(line.words)
    return len(line.words) <= _MOST_WORDS and not words.isdisjoint(_ADVERT) and words <= _ADVERT | _AROUND


def _is_repeated(line: Line, counts: Counter[tuple[str, ...]]) -> bool:
    """Whether the line is a paragraph of its own that is no sentence, and stands twice: copy says a thing once.

    What ends like a sentence, or introduces one ("She said:"), may be said again.
    """
    alone = line.blank_before and line.blank_after
    return (
        alone
        and counts[line.words] > 1
        and 0 < len(line.words) <= _MOST_REPEATED_WORDS
        and not line.is_sentence
        and line.text[-1] not in ":;,—–-\"'”’"
    )
