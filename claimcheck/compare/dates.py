"""Whether a date can exist: the day in its month, the weekday on that day; and an hour on the clock."""

from __future__ import annotations

from calendar import day_name, month_name, monthrange
from datetime import date

from claimcheck.types import Published, Time

# So many days around its publication an article's date without a year is of the nearest year.
_NEAR = 60
_LEAP = 2000  # a year in which February has 29 days, for dates without a year


def why_impossible(time: Time, published: Published | None) -> str:
    """Why a date cannot exist, in words for the report; "" when it can, or when its year is open."""
    if time.month is None or time.day is None:
        return ""
    days = monthrange(time.year or _LEAP, time.month)[1]
    if time.day > days:
        of_year = f" {time.year}" if time.year else ""
        return f"{month_name[time.month]}{of_year} has {days} days"
    year = time.year or _nearest_year(time.month, time.day, published)
    if time.weekday is None or year is None:
        return ""
    day = _date(year, time.month, time.day)
    if day is None or day.weekday() == time.weekday:
        return ""
    return f"{day.day} {month_name[day.month]} {day.year} is a {day_name[day.weekday()]}"


def _nearest_year(month: int, day: int, published: Published | None) -> int | None:
    """The year in which a day and month lie near the day of publication, as far as that is known."""
    if published is None or published.month is None or published.day is None:
        return None
    today = date(published.year, published.month, published.day)
    days = [_date(today.year + shift, month, day) for shift in (-1, 0, 1)]
    return next((d.year for d in days if d is not None and abs((d - today).days) <= _NEAR), None)


def _date(year: int, month: int, day: int) -> date | None:
    """The date; None for 29 February of a year that has none."""
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def why_no_hour(hour: int, minute: int, half: str) -> str:
    """Why a time with "a.m." or "p.m." cannot exist; "" when it can, as "19:30 p.m.", which says too much."""
    if minute > 59:
        return "an hour has 60 minutes"
    if hour > 24:
        return "a day has 24 hours"
    return f"{hour}:{minute:02d} is in the afternoon" if half == "a" and hour > 12 else ""
