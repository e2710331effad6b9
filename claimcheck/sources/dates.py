"""Dates as articles and front matter write them, and the day of publication a text gives away.

The convention for a day named in the lead ("Stoltenberg said Tuesday, June 27"):
news says the day when it happened that day or the day before, so the article is
taken to be of that very day, and of the latest one when the lead names several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claimcheck.sources.vocabulary import vocabulary
from claimcheck.types import Boilerplate, Published

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec")
_SHORT_DAYS = ("mon", "tues", "tue", "wed", "thurs", "thur", "thu", "fri", "sat", "sun")


def _forms(names: Sequence[str]) -> str:
    """The names with a capital and in capitals: "may" in small letters is a verb."""
    return "|".join(form for name in names for form in (name.title(), name.upper()))


_MONTH = rf"(?P<month>(?:{_forms(_MONTHS)})|(?:{_forms(_SHORT)})\.?)(?![A-Za-z])"
_WEEKDAY = rf"(?:\b(?P<weekday>{_forms(_WEEKDAYS)}|(?:{_forms(_SHORT_DAYS)})\.?),?\s+)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"

MONTH_FIRST = re.compile(rf"{_WEEKDAY}(?<![\w-]){_MONTH}\s+{_DAY}\b(?!:)(?:,?\s+{_YEAR})?")
DAY_FIRST = re.compile(rf"{_WEEKDAY}(?<![\w.,-]){_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?")
ISO = re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d)([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)$")  # never an American order
_SLASHED = re.compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d)$")
_YEAR_ONLY = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<month>\d{1,2}))?$")

_LEAD_WORDS = 120
_REPORTING = vocabulary(
    "said says saying told tells announced announces warned warns reported reports declared declares confirmed "
    "confirms stated states added adds insisted urged claimed ordered denied spoke according released"
)
# Words before a date that make it another day than the one of writing.
_ELSEWHEN = vocabulary(
    "for until till by before from since after through between next due will would be to scheduled planned slated "
    "expected set last"
)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day as a text names it; `year` and `weekday` (Monday is 0) only when the text gives them."""

    year: int | None
    month: int
    day: int
    weekday: int | None
    start: int
    end: int
    shift: int = 0  # days from the named day to the day of writing ("yesterday, June 27": 1)

    def in_year(self, year: int) -> date | None:
        """The day of writing in `year`; None when that year has no such day or another weekday."""
        try:
            named = date(year, self.month, self.day)
        except ValueError:
            return None
        if self.weekday is not None and named.weekday() != self.weekday:
            return None
        return named + timedelta(days=self.shift)


def find_dates(text: str) -> tuple[NamedDay, ...]:
    """Every day named with its month in `text`, in order; impossible ones (June 31) are left out."""
    found: dict[int, NamedDay] = {}
    for pattern in (ISO, MONTH_FIRST, DAY_FIRST):
        for match in pattern.finditer(text):
            named = _named(match)
            if named and not any(n.start < named.end and named.start < n.end for n in found.values()):
                found[named.start] = named
    return tuple(found[start] for start in sorted(found))


def parse_date(value: str) -> Published | None:
    """A date out of metadata; None when it is no date or its order of day and month cannot be told."""
    value = value.strip()
    for named in (find_dates(value) or find_dates(value.title()))[:1]:
        day = named.in_year(named.year) if named.year else None
        return Published(day.year, day.month, day.day, "metadata") if day else None
    if match := _DOTTED.match(value):
        return _checked(int(match["year"]), int(match["month"]), int(match["day"]))
    if match := _SLASHED.match(value):
        return _slashed(match)
    if match := _YEAR_ONLY.match(value):
        month = int(match["month"]) if match["month"] else None
        return Published(int(match["year"]), month, None, "metadata") if month is None or 1 <= month <= 12 else None
    return None


def find_day_of_writing(text: str, boilerplate: Sequence[Boilerplate]) -> NamedDay | None:
    """The day on which `text` seems written: a date line, "today, June 27", or a day the lead reports of."""
    for mark in boilerplate:
        if mark.kind == "dateline" and (dates := find_dates(text[mark.start : mark.end])):
            return _moved(dates[0], mark.start)
    lead_end = _end_of_lead(text, boilerplate)
    inside = [
        named
        for named in find_dates(text[:lead_end])
        if not any(mark.start <= named.start < mark.end for mark in boilerplate)
    ]
    for named in inside:
        if shift := _beside_today(text, named):
            return shift
    reported = [named for named in inside if named.weekday is not None and _is_reported(text, named)]
    return max(reported, key=lambda n: (n.year or 0, n.month, n.day), default=None)


def published_on(named: NamedDay, text: str) -> Published | None:
    """The day of publication when the text states its year too."""
    day = named.in_year(named.year) if named.year else None
    if day is None:
        return None
    return Published(day.year, day.month, day.day, "text", f"taken from '{quote(text, named)}' in the text")


def quote(text: str, named: NamedDay) -> str:
    """The words that name the day, on one line."""
    return " ".join(text[named.start : named.end].split())


def _named(match: re.Match[str]) -> NamedDay | None:
    groups = match.groupdict()
    month = int(groups["month"]) if groups["month"].isdigit() else _index(groups["month"], _MONTHS) + 1
    weekday = _index(groups["weekday"], _WEEKDAYS) if groups.get("weekday") else None
    year = int(groups["year"]) if groups["year"] else None
    try:
        date(year or 2000, month, int(groups["day"]))  # a leap year, so that February 29 passes
    except ValueError:
        return None
    return NamedDay(year, month, int(groups["day"]), weekday, match.start(), match.end())


def _index(word: str, names: Sequence[str]) -> int:
    prefix = word.casefold()[:3]
    return next(i for i, name in enumerate(names) if name.startswith(prefix))


def _checked(year: int, month: int, day: int) -> Published | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Published(year, month, day, "metadata")


def _slashed(match: re.Match[str]) -> Published | None:
    """06/27/2023 and 27/06/2023 can be told apart, 06/07/2023 cannot."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first > 12 or first == second:
        return _checked(year, second, first)
    return _checked(year, first, second) if second > 12 else None


def _moved(named: NamedDay, by: int) -> NamedDay:
    return NamedDay(named.year, named.month, named.day, named.weekday, named.start + by, named.end + by, named.shift)


def _end_of_lead(text: str, boilerplate: Sequence[Boilerplate]) -> int:
    """Where the article's first words of its own prose, `_LEAD_WORDS` of them, end."""
    words = 0
    for match in re.finditer(r"\S+", text):
        if not any(mark.start <= match.start() < mark.end for mark in boilerplate):
            words += 1
        if words == _LEAD_WORDS:
            return match.end()
    return len(text)


def _beside_today(text: str, named: NamedDay) -> NamedDay | None:
    """The day "today (June 27)" or "yesterday, June 26" makes the day of writing."""
    match = re.search(r"\b(today|yesterday)\s*[,(]?\s*(?:on\s+)?$", text[: named.start], re.IGNORECASE)
    if match is None:
        return None
    shift = 1 if match[1].casefold() == "yesterday" else 0
    return NamedDay(named.year, named.month, named.day, named.weekday, named.start, named.end, shift)


def _is_reported(text: str, named: NamedDay) -> bool:
    """Whether a reporting verb stands within six words in the same sentence, and nothing moves the day elsewhere."""
    before = list(_words(re.split(r"[.!?…]\s", text[: named.start])[-1]))[-6:]
    after = list(_words(re.split(r"[.!?…]\s", text[named.end :])[0]))[:6]
    if _ELSEWHEN.intersection(before[-3:]):
        return False
    return not _REPORTING.isdisjoint([*before, *after])


def _words(text: str) -> Iterator[str]:
    return (match[0].casefold() for match in re.finditer(r"\w+", text))
