"""What stands where an advertisement stood, lines that a page repeats, and buttons below the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from claimcheck.sources.lines import Line, Page
from claimcheck.sources.vocabulary import vocabulary
from claimcheck.types import Boilerplate

_ADVERT = vocabulary(
    "advertisement advertisements advert adverts ad ads advertising advertiser advertisers sponsored sponsor sponsors "
    "promoted promotion paid loading scroll skip continues"
)
_AROUND = vocabulary(
    "content story article post page video below after above by from our partner partners this to the continue "
    "continues reading for you with closed hide report why am i seeing our will end in seconds remove stop stories "
    "links an a"
)
_BY = re.compile(
    r"(?:brought to you|sponsored|presented|powered|promoted|paid for) by [A-Z][^.,;:]{1,40}", re.IGNORECASE
)
_MOST_WORDS = 8
_MOST_REPEATED_WORDS = 12
_BUTTON = 4


def find_adverts(page: Page) -> Iterator[Boilerplate]:
    """Placeholders of advertisements, and short lines that stand in the text more than once."""
    body = page.body  # above it a headline may be repeated, which is not for this finder
    counts = Counter(line.words for line in page.lines[body:])
    for line in page.lines:
        if not page.is_title(line) and (_is_placeholder(line) or _is_repeated(line, counts) or _is_button(page, line)):
            yield Boilerplate(line.start, line.end, "promo")


def _is_placeholder(line: Line) -> bool:
    if _BY.fullmatch(line.text):
        return True
    words = {word for word in line.words if not word.isdigit()}
    return len(line.words) <= _MOST_WORDS and not words.isdisjoint(_ADVERT) and words <= _ADVERT | _AROUND


def _is_button(page: Page, line: Line) -> bool:
    """A few words below the text that are neither a sentence nor a name: "Save for later", "Full story"."""
    words = line.text.replace(" ", "")
    if not (1 < len(line.words) <= _BUTTON and words.isalpha() and not line.text.istitle()):
        return False
    below = 0 < page.tail <= line.index and line.blank_before and line.blank_after
    # What heads a list of results, or of victims, is no button.
    return below and not any(_has_facts(x) for x in page.lines[line.index + 1 :] if x.index not in page.aside)


def _has_facts(line: Line) -> bool:
    return "," in line.text or any(character.isdigit() for character in line.text)


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
