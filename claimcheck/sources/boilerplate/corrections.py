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
    rf"\b(?:this {_DAY}{_ANY}|the {_DAY}{_OWN}|(?:an?|the) (?:earlier|previous|prior|original|initial) {_OWN}"
    rf"|(?:earlier|previous|prior) versions of (?:this|the) {_ANY}|we)\b",
    re.IGNORECASE,
)
_AMENDED = (
    r"(?:amend(?:ed|s)|correct(?:ed|s)?|clarif(?:ied|ies)|updated (?:to|with)|revised|fix(?:ed|es)|"
    r"(?:has|have|was|were) (?:since )?(?:been )?(?:changed|edited|altered|modified|removed)|"
    r"originally (?:said|stated|reported|gave|named|misstated)|got (?:[\w']+ ){1,4}wrong|apologi[sz]e|"
    r"(?:to|from) the wrong|an error|in error|"
    r"(?:mis|over|under)(?:stated?|spelled|spelt|identified|quoted|attributed|characterized|reported)|"
    r"incorrectly|erroneously|mistakenly|wrongly|inaccurately|gave the wrong|(?:named|used|showed|had) the wrong|"
    r"regrets? the error)"
)
_AMENDMENT = re.compile(rf"\b{_AMENDED}\b", re.IGNORECASE)
# "Updated to fix the spelling of a name": the article is what is updated.
_REDONE = re.compile(
    r"(?:this (?:article|story|report) )?(?:has been |was )?(?:updated|corrected|amended|revised|edited) "
    r"(?:on [\w ,]{3,20} )?to (?:fix|correct|clarify|reflect|remove|add|include|make clear)\b.*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:correction|clarification|corrections and clarifications|erratum|corrigendum)s?\b"
    r"(?:\s*(?:[,(/-]\s*)?[A-Z][a-z]*\.? \d[\w ,.:/]*\)?)?\s*(?:[:|–—-]|$)",
    re.IGNORECASE,
)
# "(Corrects spelling in paragraph 3)": what an agency says above a report that it sends again.
_RESENT = re.compile(r"[(\[]\s*(?:Corrects|Refiles|Fixes|Clarifies|This [A-Z]\w+\.? \d+ \w+)\b[^()\[\]]{3,250}[)\]]\.?")
_VERSION = re.compile(r"\b(?:earlier|previous|prior|original(?:ly)?)\b", re.IGNORECASE)
_MOST_WORDS = 90
_BULLETS = "•*–—- "
_EDGE = 3  # lines from where the article begins, and from the end of the text


def find_corrections(page: Page) -> Iterator[Boilerplate]:
    """Corrections, clarifications and notes of an amendment, each a paragraph of its own."""
    head, tail = page.body + _EDGE, min(page.tail_of(_is_note), len(page.lines) - _EDGE)
    for line in page.lines:
        at_edge = line.index <= head or line.index >= tail
        if not page.is_title(line) and (_is_labelled(line) or (at_edge and _is_note(line))):
            yield Boilerplate(line.start, line.end, "correction")


def _is_labelled(line: Line) -> bool:
    text = line.text.lstrip(_BULLETS)
    return len(line.words) <= _MOST_WORDS and bool(
        _RESENT.fullmatch(text) or _LABEL.match(text) or _REDONE.fullmatch(text)
    )


def _is_note(line: Line) -> bool:
    """Whether the line names the article itself and what was done to it."""
    text = line.text.lstrip(_BULLETS)
    itself = _ITSELF.search(text) if len(line.words) <= _MOST_WORDS else None
    if itself is None or not _AMENDMENT.search(text) or any(mark in text[: itself.end()] for mark in '"“”'):
        return False
    # "We" may be anybody: then the note must name a version too.
    return itself[0].casefold() != "we" or _VERSION.search(text) is not None
