"""Bylines and agency lines: who wrote the article, alone on a line or glued to its last sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.sources.boilerplate.agencies import AGENCY, AGENCY_PATTERN
from claimcheck.sources.lines import Line, Page
from claimcheck.types import Boilerplate

_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:van|von|de|der|den|del|da|di|el|al|bin|la|le|[A-ZÀ-Þ][\w.'’-]*)){0,4}"
_NAMES = rf"{_NAME}(?:(?:,| and| &|, and) {_NAME}){{0,5}}"
_BY_LINE = re.compile(
    rf"(?:[Bb]y|BY|[Ww]ritten by|WRITTEN BY|Reported by|Text by)\s*:? {_NAMES}(?:\s*[,|/–—-]\s*.{{2,40}})?"
)
_TRADE = re.compile(
    rf"{_NAMES}, (?:in [A-Z]\w+,? )?(?i:staff|senior|chief|political|sports|special|foreign|guest|news)?\s*"
    r"(?i:writer|reporter|correspondent|columnist|editor|staff|contributor)s?\b(?:[,|/].{0,40})?"
)
_PLACE = r"(?: (?:in|from) [A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)?)?"
_HELPED = (
    r"(?i:(?:with|including|contains) (?:additional )?"
    r"(?:information|reporting|material|inputs?|agency inputs?|files|reports) (?:from|by)"
    r"|(?:additional |further )?(?:reporting|writing|editing|translation|compiled|edited|written|translated) by)"
)
_CONTRIBUTED = re.compile(
    rf"(?:{AGENCY}|{_NAMES}|[Aa]gencies|[Ww]ire services)(?:,? (?:and|in|from) [^.]*?)?"
    r" contributed (?:reporting|to this (?:report|story|article))\b.*"
    rf"|{_HELPED} {_NAMES}{_PLACE}(?:[;,.]? (?:and )?{_HELPED} {_NAMES}{_PLACE})*\.?"
)
_COPYRIGHT = re.compile(
    r"(?i:(?:copyright )?(?:©|\(c\) )|copyright (?:\d{4}|by )).{0,120}|.{0,60}\b(?i:all rights reserved)\b.{0,60}"
)
# An outlet signs after the last full stop: "said.__Daily Times", "said. – Reuters", "said. (AFP)", "said. /TASS/".
GLUED = re.compile(
    r"(?<=[.!?”\"’])\s{0,3}"
    rf"(?:_{{1,4}} ?(?P<outlet>{_NAME})|[—–-]{{1,2}} ?(?P<agency>{AGENCY}(?:[ /]\w+)?)"
    rf"|[(\[/](?P<bracketed>{AGENCY})[)\]/])\.?$"
)
_LONGEST = 40


def find_bylines(page: Page) -> Iterator[Boilerplate]:
    """Lines that only say who wrote, and an outlet's name glued to the end of the last paragraphs."""
    body = page.body
    for line in page.lines:
        if page.is_title(line):
            continue
        if is_byline(line) and (line.index <= body or line.index >= len(page.lines) - 6):
            yield Boilerplate(line.start, line.end, "byline")
        elif (glued := GLUED.search(line.text)) and glued.start() > 0:
            yield Boilerplate(line.start + glued.start(), line.end, "byline")


def is_byline(line: Line) -> bool:
    """Whether the line says who wrote, translated, edited or distributed the article, and nothing else."""
    if len(line.words) > _LONGEST:
        return False
    if _BY_LINE.fullmatch(line.text) or _COPYRIGHT.fullmatch(line.text) or _is_agency_line(line.text):
        return True
    bare = line.text.strip("()[]*_ ")
    return bool(_CONTRIBUTED.fullmatch(bare)) or (not line.is_sentence and _TRADE.fullmatch(bare) is not None)


def _is_agency_line(text: str) -> bool:
    """Only agencies' names, and what joins them: "AFP", "— Reuters / AP"."""
    rest = AGENCY_PATTERN.sub(" ", text)
    return rest != text and re.fullmatch(r"(?:[\s/|,;&().–—_-]|and|with|Staff)*", rest) is not None
