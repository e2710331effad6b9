"""The stretch of days that one wording names, resolved against its anchor: the arithmetic of dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta

from claimcheck.compare.times import say_day
from claimcheck.extract.pieces import MONTH_NAMES, WEEKDAY_NAMES, Piece
from claimcheck.types import Granularity, Published

_DAY = timedelta(days=1)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first months, northern half
UNIT_GRANULARITY: dict[str, Granularity] = {
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a time is counted from: the publication, and the governing verb's tense.

    `direct` tells that the verb governs the time itself, not a noun in between.
    """

    published: Published | None
    tense: str = ""
    direct: bool = False

    @property
    def day(self) -> datetime | None:
        """The day of publication, None when it is not wholly known."""
        p = self.published
        if p is None or p.month is None or p.day is None:
            return None
        try:
            return datetime(p.year, p.month, p.day)
        except ValueError:
            return None

    @property
    def month(self) -> datetime | None:
        """The first of the month of publication, when the month is known."""
        p = self.published
        return datetime(p.year, p.month, 1) if p is not None and p.month is not None and 1 <= p.month <= 12 else None


@dataclass(frozen=True, slots=True)
class Interval:
    """A resolved stretch before the clock or the part of the day narrows it."""

    start: datetime
    end: datetime
    granularity: Granularity
    anchor: str
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One piece to resolve: its wording and its anchor with it."""

    piece: Piece
    words: str
    anchor: Anchor


def interval_of(base: Piece, pieces: Sequence[Piece], words: str, anchor: Anchor) -> Interval | None:
    """The stretch that `base` names, with the week or the year that another piece sets it in; None without an anchor.

    May raise ValueError or OverflowError for days that no calendar has.
    """
    if base.kind == "weekday":
        week = next((p for p in pieces if p.kind == "relative" and p.unit == "week"), None)
        return _weekday(base, week, anchor)
    if base.kind == "month":
        year = next((p for p in pieces if p.kind == "relative" and p.unit == "year"), None)
        return _month(base, year, anchor)
    return _RESOLVERS[base.kind](Case(base, words, anchor)) if base.kind in _RESOLVERS else None


def _counted_from(words: str, day: datetime) -> str:
    return f"{words}, counted from {say_day(day, weekday=True)}"


def _date(case: Case) -> Interval | None:
    piece, anchor = case.piece, case.anchor
    if piece.month is None or piece.day is None:
        return None
    year, why = _year_of(piece, anchor)
    if year is None:
        return None
    start = datetime(year, piece.month, piece.day)
    last = start
    if piece.end_day is not None:
        last = datetime(year, piece.end_month or piece.month, piece.end_day)
        last = last if last > start else last.replace(year=year + 1)
    return Interval(start, last + _DAY, "day", why)


def _year_of(piece: Piece, anchor: Anchor) -> tuple[int | None, str]:
    """The year of a month or a day, from its own words or nearest to the publication."""
    if piece.year is not None:
        return piece.year, "absolute"
    if anchor.published is None or piece.month is None:
        return None, ""
    year, middle = anchor.published.year, anchor.day or (anchor.month and anchor.month.replace(day=15))
    if middle is None:
        return year, f"year of publication: {year}"
    candidates = [(y, datetime(y, piece.month, min(piece.day or 15, 28))) for y in (year - 1, year, year + 1)]
    if anchor.direct and anchor.tense:  # a week's grace: pieces are filed early, printed late
        past = anchor.tense == "past"
        fitting = [c for c in candidates if (c[1] <= middle + 31 * _DAY if past else c[1] >= middle - 31 * _DAY)]
        candidates = fitting or candidates
    chosen = min(candidates, key=lambda c: abs(c[1] - middle))[0]
    return chosen, f"year of publication: {year}" if chosen == year else f"nearest to publication in {year}"


def _month(piece: Piece, year_piece: Piece | None, anchor: Anchor) -> Interval | None:
    if piece.month is None:
        return None
    shifted = {"last": -1, "this": 0, "next": 1}.get(year_piece.which if year_piece else piece.which)
    year, why = _year_of(piece, anchor)
    if year_piece is not None and shifted is not None:
        year = anchor.published.year + shifted if anchor.published else None
        why = f"{year_piece.which} year, counted from {anchor.published.year}" if anchor.published else ""
    elif piece.which in {"last", "next"} and piece.year is None:
        year, why = _which_month_year(piece, anchor)
    if year is None:
        return None
    start = datetime(year, piece.month, 1)
    end = start + relativedelta(months=1)
    return _shaded(Interval(start, end, "month", why), piece.part)


def _which_month_year(piece: Piece, anchor: Anchor) -> tuple[int | None, str]:
    """ "last July" is the latest one wholly past, "next July" the first to come."""
    now = anchor.month
    if now is None or piece.month is None:
        return None, ""
    back = piece.which == "last"
    year = now.year - (piece.month >= now.month) if back else now.year + (piece.month <= now.month)
    return year, f"{piece.which} {MONTH_NAMES[piece.month - 1]}, counted from {MONTH_NAMES[now.month - 1]} {now.year}"


def _shaded(interval: Interval, shade: str) -> Interval:
    """The first, middle or last part of a stretch for "early", "mid", "late", with soft edges."""
    length = interval.end - interval.start
    parts = {"early": (0, 5 / 12), "mid": (1 / 4, 3 / 4), "late": (7 / 12, 1)}
    if shade not in parts:
        return interval
    low, high = parts[shade]
    start, end = interval.start + length * low, interval.start + length * high
    return replace(interval, start=_midnight(start), end=_midnight(end), approximate=True)


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _whole_year(case: Case) -> Interval | None:
    piece = case.piece
    if piece.year is None:
        return None
    if piece.unit == "fiscal":  # from April before it (India, Britain) to March after it (Japan)
        return Interval(
            datetime(piece.year - 1, 4, 1), datetime(piece.year + 1, 4, 1), "year", "absolute", approximate=True
        )
    end = (piece.end_year or piece.year) + 1
    return _shaded(Interval(datetime(piece.year, 1, 1), datetime(end, 1, 1), "year", "absolute"), piece.part)


def _decade(case: Case) -> Interval | None:
    piece = case.piece
    if piece.year is None:
        return None
    whole = Interval(datetime(piece.year, 1, 1), datetime(piece.year + 10, 1, 1), "decade", "absolute")
    return _shaded(whole, piece.part)


def _quarter(case: Case) -> Interval | None:
    piece = case.piece
    if piece.year is None:
        return None
    start = datetime(piece.year, 3 * int(piece.low) - 2, 1)
    return Interval(start, start + relativedelta(months=3), "quarter", "absolute")


def _season(case: Case) -> Interval | None:
    """Three months of the northern half, a month of slack at either end."""
    piece, anchor = case.piece, case.anchor
    year, why = piece.year, "absolute"
    if year is None:
        if anchor.published is None or piece.which not in {"last", "this", "next"}:
            return None
        middle = anchor.day or anchor.month or datetime(anchor.published.year, 7, 1)
        year, why = _season_year(piece, middle), f"{case.words}, counted from {middle.year}"
    start = datetime(year, _SEASONS[piece.unit], 1)
    slack = relativedelta(months=1)
    return Interval(start - slack, start + relativedelta(months=3) + slack, "season", why, approximate=True)


def _season_year(piece: Piece, middle: datetime) -> int:
    """The year in which "last", "this" or "next" summer begins."""
    starts = [datetime(middle.year + n, _SEASONS[piece.unit], 1) for n in (-2, -1, 0, 1)]
    if piece.which == "last":
        return [s for s in starts if s + relativedelta(months=3) <= middle][-1].year
    if piece.which == "next":
        return next((s for s in starts if s > middle), starts[-1]).year
    return min(starts, key=lambda s: abs(s + relativedelta(days=45) - middle)).year


def _weekday(piece: Piece, week: Piece | None, anchor: Anchor) -> Interval | None:
    today = anchor.day
    if today is None or piece.weekday is None:
        return None
    name = WEEKDAY_NAMES[piece.weekday]
    monday = today - today.weekday() * _DAY
    which = week.which if week else piece.which
    if week is not None or which in {"next", "this"}:
        day = monday + (piece.weekday + 7 * {"last": -1, "next": 1}.get(which, 0)) * _DAY
        why = f"{name} of {which} week, counted from {say_day(today, weekday=True)}"
    elif which in {"previous", "following"}:
        return None
    elif anchor.tense == "future" and which != "last":
        day = today + (piece.weekday - today.weekday()) % 7 * _DAY
        why = f"{name} on or after {say_day(today, weekday=True)}"
    else:
        back = (today.weekday() - piece.weekday) % 7
        day = today - (back or (7 if which == "last" else 0)) * _DAY
        why = f"{name} {'before' if which == 'last' else 'on or before'} {say_day(today, weekday=True)}"
    return Interval(day, day + _DAY, "day", why)


def _relative_day(case: Case) -> Interval | None:
    piece, anchor = case.piece, case.anchor
    if anchor.day is None:
        return None
    day = anchor.day + piece.offset * _DAY
    return Interval(day, day + _DAY, "day", _counted_from(case.words, anchor.day))


def _overnight(case: Case) -> Interval | None:
    """The night before publication, or the one after it for a future verb."""
    anchor = case.anchor
    if anchor.day is None:
        return None
    evening = anchor.day + timedelta(hours=18 if anchor.tense == "future" else -6)
    return Interval(evening, evening + timedelta(hours=15), "part-of-day", _counted_from(case.words, anchor.day))


def _weekend(case: Case) -> Interval | None:
    """Saturday and Sunday; Friday evening counts as well, as papers count it."""
    piece, anchor = case.piece, case.anchor
    today = anchor.day
    if today is None:
        return None
    saturday = today + (5 - today.weekday()) * _DAY  # of this week
    if piece.which in {"last", "next"}:
        saturday += 7 * (1 if piece.which == "next" else -1) * _DAY
    elif _looks_back(piece, anchor, today):
        saturday -= 7 * _DAY
    start = saturday - timedelta(hours=7)
    return Interval(start, saturday + 2 * _DAY, "weekend", _counted_from(case.words, today))


def _looks_back(piece: Piece, anchor: Anchor, today: datetime) -> bool:
    """Whether a weekend on a working day is the one before: unless the verb is in the future, or "this" says so."""
    if today.weekday() >= 5 or anchor.tense == "future":
        return False
    return piece.which != "this" or (anchor.tense == "past" and today.weekday() <= 1)


def _relative(case: Case) -> Interval | None:
    """ "last week", "this month", "next year", "earlier this month"."""
    piece, anchor = case.piece, case.anchor
    shift = {"last": -1, "this": 0, "next": 1}.get(piece.which)
    if shift is None or anchor.published is None:
        return None
    bounds = _stretch(piece.unit, shift, anchor)
    if bounds is None:
        return None
    today = anchor.day
    why = _counted_from(case.words, today) if today else f"{case.words}, counted from {anchor.published.year}"
    interval = Interval(*bounds, UNIT_GRANULARITY[piece.unit], why)
    earlier, later = case.words.lower().startswith("earlier"), case.words.lower().startswith("later")
    if today and bounds[0] <= today < bounds[1] and (earlier or later):
        return replace(interval, start=bounds[0] if earlier else today, end=today + _DAY if earlier else bounds[1])
    return interval if earlier or later else _shaded(interval, piece.part)


def _stretch(unit: str, shift: int, anchor: Anchor) -> tuple[datetime, datetime] | None:
    year = anchor.published.year if anchor.published else 0
    if unit == "year":
        return datetime(year + shift, 1, 1), datetime(year + shift + 1, 1, 1)
    if unit == "decade":
        first = (year // 10 + shift) * 10
        return datetime(first, 1, 1), datetime(first + 10, 1, 1)
    if unit in {"month", "quarter"} and anchor.month:
        months = 1 if unit == "month" else 3
        opening = anchor.month - relativedelta(months=0 if unit == "month" else (anchor.month.month - 1) % 3)
        start = opening + relativedelta(months=shift * months)
        return start, start + relativedelta(months=months)
    if unit == "week" and anchor.day:
        start = anchor.day - anchor.day.weekday() * _DAY + 7 * shift * _DAY
        return start, start + 7 * _DAY
    return None


def _ago(case: Case) -> Interval | None:
    """ "two days ago" is a day; longer units have half a unit of slack at either side."""
    piece, anchor = case.piece, case.anchor
    today = anchor.day
    if today is None:
        return None
    sign = -1 if piece.which == "last" else 1
    near, far = (_moved(today, piece.unit, sign * n) for n in (piece.low, piece.high))
    slack = _slack(piece.unit, approximate=piece.approximate)
    start, end = min(near, far) - slack, max(near, far) + slack + _DAY
    granularity = UNIT_GRANULARITY[piece.unit if piece.unit not in {"minute", "hour"} else "day"]
    return Interval(
        start, end, granularity, _counted_from(case.words, today), approximate=piece.approximate or piece.unit != "day"
    )


def _moved(day: datetime, unit: str, count: float) -> datetime:
    if unit in {"minute", "hour"}:
        return day + timedelta(**{unit + "s": count}) if abs(count) < 1e6 else day
    if unit == "decade":
        unit, count = "year", count * 10
    if unit in {"year", "month"}:
        return day + relativedelta(months=round(count * (12 if unit == "year" else 1)))
    return day + timedelta(days=count * (7 if unit == "week" else 1))


def _slack(unit: str, *, approximate: bool) -> timedelta:
    days = {"day": 0, "week": 3, "month": 15, "year": 183, "decade": 1_826}.get(unit, 1)
    return timedelta(days=days if not approximate or days else 1)


def _span(case: Case) -> Interval | None:
    """ "the next few days": from the day of publication to the far end of the count."""
    piece, anchor = case.piece, case.anchor
    today = anchor.day
    if today is None:
        return None
    sign = -1 if piece.which == "last" else 1
    unit = "week" if piece.unit == "weekend" else piece.unit
    far = _moved(today, unit, sign * piece.high)
    start, end = min(today, far), max(today, far) + _DAY
    return Interval(start, end, UNIT_GRANULARITY[piece.unit], _counted_from(case.words, today), approximate=True)


_RESOLVERS: dict[str, Callable[[Case], Interval | None]] = {
    "date": _date,
    "year": _whole_year,
    "decade": _decade,
    "quarter": _quarter,
    "season": _season,
    "relative-day": _relative_day,
    "overnight": _overnight,
    "weekend": _weekend,
    "relative": _relative,
    "ago": _ago,
    "span": _span,
}
