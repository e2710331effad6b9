"""What one calendar or clock wording says: a piece of a time, not yet resolved, and how a match becomes one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from claimcheck.extract.numerals import scan

PieceKind = Literal[
    "date", "month", "year", "decade", "season", "quarter", "weekday", "relative-day", "relative", "weekend",
    "ago", "shift", "span", "clock", "part", "overnight",
]  # fmt: skip
Part = Literal["", "early", "morning", "afternoon", "evening", "night", "late", "mid", "middle"]


@dataclass(frozen=True, slots=True)
class Piece:
    """What one wording says. Fields that it does not speak of are None or empty.

    `which` is "last", "this", "next", "previous" or "following"; `unit` names the
    stretch ("week", "month", "day" …); `low` and `high` count units ("a few months
    ago" is 2 to 9); `offset` counts days from the article's own ("yesterday" is -1).
    """

    start: int
    end: int
    kind: PieceKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    weekday: int | None = None
    which: str = ""
    part: Part = ""
    clock: tuple[int, int] | None = None
    whole_hour: bool = False
    zone: str = ""
    unit: str = ""
    low: float = 0
    high: float = 0
    offset: int = 0
    approximate: bool = False
    shade: str = ""  # "before" or "after" in "shortly before 9pm"
    ambiguous: bool = False  # a date in figures that may be read two ways


MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)} | {"sept": 9}
WEEKDAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}

SEASONS = r"spring|summer|autumn|fall|winter"

# --------------------------------------------------------------------------- from a match to a piece


def _number(text: str | None) -> int | None:
    digits = re.match(r"\d+", text or "")
    return int(digits.group()) if digits else None


def _month(text: str | None) -> int | None:
    return MONTHS.get((text or "").rstrip(".").lower())


def _full_year(text: str | None) -> int | None:
    """A year of two or four digits; two digits mean the years 1970 to 2069."""
    value = _number(text)
    if value is None or len((text or "").strip()) > 2:
        return value
    return value + (1900 if value >= 70 else 2000)


def date_piece(m: re.Match[str]) -> Piece | None:
    groups = m.groupdict()
    month = _month(groups["month"])
    day, last = _number(groups["day"]), _number(groups.get("day2"))
    end_month = _month(groups.get("month2")) or (month if last else None)
    if month is None or day is None:
        return None
    if last is not None and end_month == month and last <= day:
        return None
    year = _number(groups.get("year"))
    return Piece(
        m.start(), m.end(), "date", year=year, month=month, day=day, end_year=year if last else None,
        end_month=end_month, end_day=last,
    )  # fmt: skip


def figures_piece(m: re.Match[str]) -> Piece | None:
    """ "6/27/2023", "27.06.2023": the order is known only when one of the two is over 12."""
    first, second, year = int(m["first"]), int(m["second"]), _full_year(m["year"])
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    if first <= 12 and second <= 12 and first != second:
        return Piece(m.start(), m.end(), "date", year=year, ambiguous=True)
    month, day = (second, first) if first > 12 else (first, second)
    return Piece(m.start(), m.end(), "date", year=year, month=month, day=day)


def iso_piece(m: re.Match[str]) -> Piece | None:
    month, day = int(m["month"]), int(m["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Piece(m.start(), m.end(), "date", year=int(m["year"]), month=month, day=day)


def month_alone_piece(m: re.Match[str]) -> Piece | None:
    which = _which(m["which"])
    return Piece(
        m.start(), m.end(), "month", month=_month(m["month"]), year=_number(m["year"]), part=_shade(m["shade"]),
        which=which,
    )  # fmt: skip


def _shade(text: str | None) -> Part:
    words: dict[str, Part] = {"early": "early", "late": "late", "mid": "mid", "middle": "middle"}
    found = re.search(r"early|late|mid", (text or "").lower())
    return words[found.group()] if found else ""


def _which(text: str | None) -> str:
    words = (text or "").lower()
    for name in ("past", "last", "coming", "next", "this", "previous", "following"):
        if name in words:
            return {"past": "last", "coming": "next"}.get(name, name)
    return ""


def weekday_piece(m: re.Match[str]) -> Piece | None:
    part: Part = (m["part"] or "").lower()  # type: ignore[assignment]
    early = _shade(m["early"])
    return Piece(
        m.start(), m.end(), "weekday", weekday=WEEKDAYS[m["weekday"].rstrip(".").lower()], which=_which(m["which"]),
        part=early if not part or (early == "early" and part == "morning") else part,
    )  # fmt: skip


def relative_day_piece(m: re.Match[str]) -> Piece | None:
    word = m["word"].lower()
    offset = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    part: Part = (m["part"] or "").lower() or ("night" if word == "tonight" else "")  # type: ignore[assignment]
    return Piece(m.start(), m.end(), "relative-day", offset=offset, part=part or _shade(m["early"]))


def relative_piece(m: re.Match[str]) -> Piece | None:
    which, unit = _which(m["which"]), m["unit"].lower()
    if unit in {"morning", "afternoon", "evening", "night", "day"}:
        if unit == "day" and which in {"last", "this"}:
            return None  # "the last day of the visit"
        if which not in {"last", "this"}:
            return Piece(m.start(), m.end(), "shift", which=which, unit="day", low=1, high=1)
        part: Part = unit  # type: ignore[assignment]
        return Piece(m.start(), m.end(), "relative-day", offset=-1 if which == "last" else 0, part=part)
    if which in {"previous", "following"}:
        return Piece(m.start(), m.end(), "shift", which=which, unit=unit, low=1, high=1)
    if which in {"last", "next"} and m.string[: m.start("which")].lower().endswith("the ") and unit != "weekend":
        return Piece(m.start(), m.end(), "span", which=which, unit=unit, low=1, high=1, approximate=True)
    kind: PieceKind = "weekend" if unit == "weekend" else "season" if re.fullmatch(SEASONS, unit) else "relative"
    return Piece(m.start(), m.end(), kind, which=which, unit=unit, part=_shade(m["shade"]))


def weekend_piece(m: re.Match[str]) -> Piece | None:
    return Piece(m.start(), m.end(), "weekend", unit="weekend")


def span_piece(m: re.Match[str]) -> Piece | None:
    """ "in the next few days", "the past two weeks", "recent months", "the coming year"."""
    unit = m["unit"].lower().removesuffix("s")
    which = "last" if m["which"].lower() in {"last", "past", "recent", "previous"} else "next"
    bare_plural = m["which"].lower() in {"recent", "coming"} or m.group().lower().startswith("the ")
    if m["count"] is None and not (m["unit"].lower().endswith("s") and bare_plural):
        return None
    numbers = scan(m["count"] or "")
    if m["count"] and not numbers and "few" not in m["count"].lower():
        return None  # "the last difficult days"
    low, high = (numbers[0].low, numbers[0].high) if numbers else (2, 9)
    if m["count"] and "few" in m["count"].lower():
        low, high = 2, 9
    return Piece(m.start(), m.end(), "span", which=which, unit=unit, low=low, high=high, approximate=True)


def year_piece(m: re.Match[str]) -> Piece | None:
    return Piece(
        m.start("year"), m.end(), "year", year=_number(m["year"]), end_year=_end_year(m), part=_shade(m["shade"])
    )


def fiscal_piece(m: re.Match[str]) -> Piece | None:
    """ "fiscal 2013", "the 2013 fiscal year", "FY13": a year whose first day depends on who counts it."""
    return Piece(m.start(), m.end(), "year", year=_full_year(m["year"]), unit="fiscal")


def _end_year(m: re.Match[str]) -> int | None:
    last = m["year2"]
    if last is None:
        return None
    first = m["year"]
    value = int(first[: 4 - len(last)] + last)
    return value if value > int(first) else None


def decade_piece(m: re.Match[str]) -> Piece | None:
    digits = m["digits"]
    year = int(digits) if len(digits) == 4 else 1900 + int(digits) if int(digits) >= 30 else 2000 + int(digits)
    return Piece(m.start(), m.end(), "decade", year=year, part=_shade(m["shade"]))


def season_piece(m: re.Match[str]) -> Piece | None:
    return Piece(m.start(), m.end(), "season", unit=m["unit"].lower(), year=_number(m["year"]))


def quarter_piece(m: re.Match[str]) -> Piece | None:
    ordinals = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
    number = int(m["digit"]) if m["digit"] else ordinals[m["word"].lower()]
    return Piece(m.start(), m.end(), "quarter", low=number, high=number, year=_number(m["year"]))


def _near(m: re.Match[str]) -> tuple[bool, str]:
    words = (m["near"] or "").lower()
    shade = "before" if "before" in words else "after" if "after" in words or "past" in words else ""
    return bool(words) and words.strip() != "just", shade


def clock_12_piece(m: re.Match[str]) -> Piece | None:
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    if not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if m["half"].lower() == "p" else 0)
    return _clock(m, hour, minute)


def clock_24_piece(m: re.Match[str]) -> Piece | None:
    return _clock(m, int(m["hour"]), int(m["minute"]))


def clock_word_piece(m: re.Match[str]) -> Piece | None:
    word = m["word"].lower()
    return _clock(m, 0 if word == "midnight" else 12, 0)


def _clock(m: re.Match[str], hour: int, minute: int) -> Piece:
    groups = m.groupdict()
    near, shade = _near(m) if "near" in groups else (False, "")
    return Piece(
        m.start(), m.end(), "clock", clock=(hour, minute), zone=zone_name(groups.get("zone")), approximate=near,
        shade=shade, whole_hour=minute == 0 and not groups.get("minute"),
    )  # fmt: skip


def zone_name(text: str | None) -> str:
    """A zone as its usual short name, "" without one."""
    words = (text or "").strip()
    if words.lower().startswith("local"):
        return "local"
    words = re.sub(r"\s(?:[Tt]ime|Standard Time|Daylight Time)$", "", words)
    long = {"Coordinated Universal": "UTC", "Greenwich Mean": "GMT", "Eastern": "ET", "Central": "CT"}
    return (long | {"Mountain": "MT", "Pacific": "PT"}).get(words, words)


def part_piece(m: re.Match[str]) -> Piece | None:
    part: Part = m["part"].lower() if m["part"] else "early"  # type: ignore[assignment]
    return Piece(m.start(), m.end(), "part", part="early" if m["early"] else part)


def overnight_piece(m: re.Match[str]) -> Piece | None:
    return Piece(m.start(), m.end(), "overnight")


def holiday_piece(m: re.Match[str]) -> Piece | None:
    """Feasts on a fixed day of the year; the day must be named as one ("Christmas" alone is a season)."""
    month, day = _HOLIDAYS[m.group().lower().replace("’", "'")]
    return Piece(m.start(), m.end(), "date", month=month, day=day)


_HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
}
