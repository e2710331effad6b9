"""Bylines and agency lines: who the article, alone on a line or glued to its last sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.sources.boilerplate.agencies import AGENCY, AGENCY_PATTERN
from claimcheck.sources.lines import Line, Page
from claimcheck.sources.vocabulary import vocabulary
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
    r"(?i:(?:(?:all )?contents? |copyright )?(?:©|\(c\) )|copyright (?:\d{4}|by )).{0,200}"
    r"|.{0,60}\b(?i:all rights reserved)\b.{0,60}"
    r"|.{0,60}\bmay not be (?:published|reproduced|redistributed)\b.{0,60}"
)
# A line of names and of what writers do, whatever its order: "Words by Ann Poe, pictures by Jane Roe",
# "Ann Poe is a reporter for the Courier", "Ann Poe in Nairobi".
_DEEDS = vocabulary(
    "by reporter reporters reporting reported correspondent writer writers writing written editor editors editing "
    "edited contributor contributed contributing photographer photographs photography words pictures story text "
    "compiled translated translation translator columnist producer files byline special covers"
)
_AROUND_NAMES = vocabulary(
    "and in for from with the of at is a an to this report article who staff senior chief political sports foreign "
    "special additional also covering based news agencies agency wire services our cover own newspaper "
    "magazine"
)
_WROTE = re.compile(
    rf"{_NAMES} (?:wrote|produced|edited|compiled|reported|translated) this "
    r"(?:article|report|story|piece)\b[^.]{0,60}\.?"
)
_LEAST_NAMED = 0.3  # of such a line's words begin with a capital
_MOST_SIGNED_WORDS = 20
_IN_PLACE = re.compile(rf"{_NAMES} in {_NAME}(?: and {_NAMES} in {_NAME})?")
# An outlet signs after the last full stop: "said.__Daily Times", "said. – Reuters", "said. (AFP)", "said. /TASS/".
GLUED = re.compile(
    r"(?<=[.!?”\"’])\s{0,3}"
    rf"(?:_{{1,4}} ?(?P<outlet>{_NAME})|[—–-]{{1,2}} ?(?P<agency>{AGENCY}(?:[ /]\w+)?)"
    rf"|[(\[/](?P<bracketed>{AGENCY})[)\]/])\.?$"
)
_LONGEST = 40
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_TAIL = 6  # lines at the end of the text that may say who it


def find_bylines(page: Page) -> Iterator[Boilerplate]:
    """Lines that only say who wrote, and an outlet's name glued to the end of the last paragraphs."""
    body, tail = page.body, min(page.tail_of(is_byline), len(page.lines) - _TAIL)
    for line in page.lines:
        if page.is_title(line):
            continue
        edge = line.index <= body or line.index >= tail
        if edge and (is_byline(line) or (page.title_at and line.index < body and _IN_PLACE.fullmatch(line.text))):
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
    if _CONTRIBUTED.fullmatch(bare) or (not line.is_sentence and _TRADE.fullmatch(bare)):
        return True
    return _says_who_wrote(bare)


def _says_who_wrote(text: str) -> bool:
    """Whether every word is a name's or belongs to the trade, one of them a deed of it."""
    words = _WORD.findall(text)
    if _WROTE.fullmatch(text):
        return True
    small = {word.casefold() for word in words} & (_DEEDS | _AROUND_NAMES)
    names = [word for word in words if word[0].isupper() and word.casefold() not in small]
    others = [word for word in words if word[0].islower() and word not in small]
    if not words or len(words) > _MOST_SIGNED_WORDS or others or small.isdisjoint(_DEEDS) or '"' in text or "“" in text:
        return False
    if words[0].casefold() == "by" and not names:
        return len(words) > 2  # "By our foreign staff"
    return len(names) >= max(2, _LEAST_NAMED * len(words))


def _is_agency_line(text: str) -> bool:
    """Only agencies' names, and what joins them: "AFP", "— Reuters / AP"."""
    rest = AGENCY_PATTERN.sub(" ", text)
    return rest != text and re.fullmatch(r"(?:[\s/|,;&().–—_-]|and|with|Staff)*", rest) is not None
