"""Notes on the article itself: what an earlier version had wrong. Claims about a former claim, kept apart.

Such a note names the article or a version of it, and says what was done to it: both
are closed classes. A correction of something else ("the ministry corrected its figures")
names no article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.sources.lines import Line, Page
from claimcheck.types import Boilerplate

_OWN = r"(?:article|story|post|piece|column|headline|subheading|standfirst|(?:photo |picture )?caption|version)"
_ANY = rf"(?:{_OWN}|(?:news )?report|item|page|blog|dispatch|graphic|map|chart)"
_DAY = r"(?:(?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+),? )?"
# "The report" may be anybody's; "this report" and "the headline" are the article's own.
_ITSELF = re.compile(
    rf"\b(?:this {_DAY}{_ANY}|the {_DAY}{_OWN}|an? (?:earlier|previous|prior|original|initial) {_OWN}"
    rf"|(?:earlier|previous|prior) versions of (?:this|the) {_ANY}|we)\b",
    re.IGNORECASE,
)
_AMENDED = (
    r"(?:amend(?:ed|s)|correct(?:ed|s)|clarif(?:ied|ies)|updated (?:to|with)|revised|fix(?:ed|es)|"
    r"(?:mis|over|under)(?:stated?|spelled|spelt|identified|quoted|attributed|characterized|reported)|"
    r"incorrectly|erroneously|mistakenly|wrongly|inaccurately|gave the wrong|(?:named|used|showed|had) the wrong|"
    r"regrets? the error)"
)
_AMENDMENT = re.compile(rf"\b{_AMENDED}\b", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:correction|clarification|corrections and clarifications|erratum|corrigendum)s?\b"
    r"(?:\s*(?:[,(/-]\s*)?[A-Z][a-z]*\.? \d[\w ,.:/]*\)?)?\s*(?:[:|–—-]|$)",
    re.IGNORECASE,
)
# "(Corrects spelling in paragraph 3)": what an agency says above a report that it sends again.
_RESENT = re.compile(r"[(\[]\s*(?:Corrects|Refiles|Fixes|Clarifies|This [A-Z]\w+\.? \d+ \w+)\b[^()\[\]]{3,250}[)\]]\.?")
_VERSION = re.compile(r"\b(?:earlier|previous|prior|original(?:ly)?)\b", re.IGNORECASE)
_MOST_WORDS = 90
_EDGE = 6  # lines from either end of the text


def find_corrections(page: Page) -> Iterator[Boilerplate]:
    """Corrections, clarifications and notes of an amendment, each a paragraph of its own."""
    for line in page.lines:
        if not page.is_title(line) and len(line.words) <= _MOST_WORDS and _is_correction(line, len(page.lines)):
            yield Boilerplate(line.start, line.end, "correction")


def _is_correction(line: Line, count: int) -> bool:
    text = line.text.lstrip("•*–—- ")
    if _RESENT.fullmatch(text) or _LABEL.match(text):
        return True
    itself, amended = _ITSELF.search(text), _AMENDMENT.search(text)
    if itself is None or amended is None or any(mark in text[: itself.end()] for mark in '"“”'):
        return False
    at_edge = line.index < _EDGE or line.index >= count - _EDGE
    # "We" may be anybody: then the note must name a version too, and stand where notes stand.
    return at_edge and (itself[0].casefold() != "we" or _VERSION.search(text) is not None)
