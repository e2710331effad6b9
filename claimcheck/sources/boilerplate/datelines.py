"""Date lines, date tags, and the place and agency a report opens with ("SEOUL, South Korea (AP) —")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.compare.gazetteer import is_place
from claimcheck.sources.boilerplate.agencies import AGENCY, spells_initials
from claimcheck.sources.dates import find_dates
from claimcheck.sources.lines import Line, Page, words_of
from claimcheck.sources.vocabulary import vocabulary
from claimcheck.types import Boilerplate

_HEAD_LINES = 8  # what opens a report stands in one of the first lines
_TAG = re.compile(r"(?:(?:date|dated|published|posted|updated)\b(?:\s+on)?\s*[:=]?\s*)?", re.IGNORECASE)
_LABELLED = re.compile(r"(?:date|published|posted|updated)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:(?<=\d)T|\b)\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d+)?\s?(?:[ap]\.?m\b\.?)?(?:Z|[+-]\d{2}:?\d{2})?", re.I
)
_DOTTED = re.compile(r"\b\d{1,2}([./])\d{1,2}\1(?:19|20)\d\d\b")
_MOST_WORDS = 16
_LONGEST_TAG = 60  # characters of a date with its weekday and hour
_STARTS_WITH_YEAR = re.compile(r"\d{4}-")
# What a line that only gives a date and an hour may hold beside them.
_DATE_LINE_WORDS = vocabulary(
    "published updated posted date dated last first modified created on at a.m p.m am pm a p m et est edt ct cst cdt "
    "pt pst pdt gmt utc bst ist cet cest eet eest local time noon hrs h by"
) | vocabulary("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun")

_DASH = r"\s{0,3}(?:[—–―]|--|- -|(?<=\s)-(?=\s))\s{0,3}"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’]{2,}(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.'’]+){0,3}"
_PLACE = r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3}"
_REGION = r"(?:, (?:[A-ZÀ-Þ][\w.'’-]+ ?){1,3})?"
_DAY = r"(?:,? ?(?:- )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
_SIGNED = rf"\s{{0,3}}(?:\({AGENCY}\)|/{AGENCY}/)"
# Any bracketed name of one to three words, which a dash makes that of whoever reports: "(CNN) --", "(WPVI) —".
_BRACKETED = r"\s{0,3}\((?:[A-ZÀ-Þ][\w.&'’-]*)(?: [A-ZÀ-Þ][\w.&'’-]*){0,2}\)"
_NEXT = r"(?=[\"“‘'A-ZÀ-Þ0-9]|$)"
# Capitals alone will do before a dash; a place in small letters needs a name in brackets.
_OPENING = re.compile(
    rf"(?:{_CAPITALS}{_REGION}{_DAY}(?:{_BRACKETED})?|(?:{_PLACE}{_REGION})?{_DAY}{_BRACKETED}){_DASH}{_NEXT}"
)
# Without a dash an agency in brackets will do, or any mark after a place that the world knows.
_UNDASHED = re.compile(rf"(?:{_CAPITALS}|{_PLACE}){_REGION}{_DAY}\.?{_SIGNED}\.?\s{{0,3}}{_NEXT}")
_KNOWN = re.compile(rf"(?P<place>{_CAPITALS}|{_PLACE}){_REGION}{_DAY}(?:\s{{0,3}}[:|]\s{{0,3}}|{_DASH}){_NEXT}")
_GLUED = re.compile(rf"{_DAY}{_SIGNED}{_DASH}$")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")


def find_datelines(page: Page) -> Iterator[Boilerplate]:
    """Bare date lines anywhere in the head or the tail, a date tag at the start, openings of the first lines."""
    for line in page.lines:
        if is_date_line(line):
            yield Boilerplate(line.start, line.end, "dateline")
        elif line.index < _HEAD_LINES:
            end = _tag(page, line) or _opening(line)
            if end:
                yield Boilerplate(line.start, line.start + end, "dateline")
            elif (glued := _GLUED.search(line.text)) and glued.start() > 0:
                yield Boilerplate(line.start + glued.start(), line.end, "dateline")


def is_date_line(line: Line) -> bool:
    """Whether the line holds a date and nothing but what goes with one: an hour, a zone, "published"."""
    if len(line.words) > _MOST_WORDS:
        return False
    rest = list(_CLOCK.sub(lambda m: " " * len(m[0]), line.text))
    dates = find_dates(line.text)
    for named in dates:
        rest[named.start : named.end] = " " * (named.end - named.start)
    words = words_of(_DOTTED.sub(" ", "".join(rest)))
    dated = bool(dates) or _DOTTED.search(line.text) is not None
    return dated and all(word in _DATE_LINE_WORDS or word.isdigit() for word in words)


def _tag(page: Page, line: Line) -> int:
    """Length of a date tag before the first words: "date 2023-06-29 NATO assured …"."""
    label = _TAG.match(line.text)
    if line.index or page.is_title(line) or label is None:
        return 0
    rest = line.text[label.end() : label.end() + _LONGEST_TAG]
    named = next(iter(find_dates(rest)), None)
    if named is None or named.start or not (_LABELLED.match(line.text) or _STARTS_WITH_YEAR.match(rest)):
        return 0
    end = named.end
    while end < len(rest) and rest[end] in " \t:|,;-–—":
        end += 1
    return label.end() + end


def _opening(line: Line) -> int:
    """Length of what a report opens with, or 0."""
    match = _OPENING.match(line.text) or _UNDASHED.match(line.text)
    if match is None:
        known = _KNOWN.match(line.text) if line.is_prose else None
        match = known if known and is_place(known["place"].title()) else None
    if match is None or _spelt_out(match[0]):
        return 0
    return match.end()


def _spelt_out(opening: str) -> bool:
    """Whether the brackets only hold the initials of the words before them: "World Health Organization (WHO) -"."""
    inside = _IN_BRACKETS.search(opening)
    return inside is not None and spells_initials(inside[1], opening[: inside.start()])
