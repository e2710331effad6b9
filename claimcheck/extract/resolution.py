"""From the words of one time to an interval: the arithmetic of dates.

`resolve` takes the pieces of one time and what anchors it, and gives the interval
that `claimcheck.types.Time` describes. It never raises: a day that no calendar has
("June 31") or a year out of range stays unresolved and keeps its fields.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta

from claimcheck.compare.times import say_day
from claimcheck.extract.calendar import MONTHS, WEEKDAYS, Piece
from claimcheck.types import Granularity, Published, Time

MONTH_NAMES = {
    number: name.capitalize() for name, number in MONTHS.items() if len(name) > 4 or name in {"may", "june", "july"}
}
WEEKDAY_NAMES = {number: name.capitalize() for name, number in WEEKDAYS.items() if name.endswith("day")}
_DAY = timedelta(days=1)

# Hours of the day, from and to; past 24 is the next day. Loose on purpose: "2.30 on Tuesday morning".
_PARTS: dict[str, tuple[int, int]] = {
    "early": (0, 10),
    "morning": (0, 12),
    "mid": (10, 16),
    "afternoon": (12, 18),
    "evening": (17, 24),
    "night": (18, 30),
    "late": (18, 26),
}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first months, northern half


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
class _Interval:
    """A resolved stretch before the clock or the part of the day narrows it."""

    start: datetime
    end: datetime
    granularity: Granularity
    anchor: str
    approximate: bool = False


def resolve(pieces: Sequence[Piece], wording: str, anchor: Anchor) -> Time | None:
    """The time that the pieces give together; None when they say nothing at all."""
    base = _base_piece(pieces)
    words = " ".join(wording.split())
    try:
        interval = _interval(base, pieces, words, anchor) if base else None
        interval = _narrowed(interval, pieces) if interval else None
    except (ValueError, OverflowError):
        interval = None
    fields = _fields(pieces, words, anchor)
    if interval is None:
        return fields
    return replace(
        fields,
        start=interval.start,
        end=interval.end,
        granularity=interval.granularity,
        anchor=interval.anchor,
        approximate=interval.approximate or fields.approximate,
        year=fields.year if fields.year is not None or fields.month is None else interval.start.year,
    )


def _base_piece(pieces: Sequence[Piece]) -> Piece | None:
    """The piece that fixes the day: a full date before a weekday, a weekday before the week it lies in."""
    order = ("date", "weekday", "relative-day", "month", "weekend")
    ranked = [p for p in pieces if p.kind not in {"clock", "part"}]
    ranked.sort(key=lambda p: order.index(p.kind) if p.kind in order else len(order))
    return ranked[0] if ranked else None


# --------------------------------------------------------------------------- what the words say by themselves

_GRANULARITY: dict[str, Granularity] = {
    "date": "day",
    "month": "month",
    "year": "year",
    "decade": "decade",
    "season": "season",
    "quarter": "quarter",
    "weekday": "day",
    "relative-day": "day",
    "weekend": "weekend",
    "clock": "minute",
    "part": "part-of-day",
    "overnight": "part-of-day",
}
_UNIT_GRANULARITY: dict[str, Granularity] = {
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
_DEICTIC = frozenset({"weekday", "relative-day", "relative", "weekend", "ago", "span", "overnight"})


def _fields(pieces: Sequence[Piece], words: str, anchor: Anchor) -> Time:
    """The time unresolved, with every field that the words fill."""
    clocks = [p for p in pieces if p.kind == "clock"]
    date = next((p for p in pieces if p.kind in {"date", "month"}), None)
    weekday = next((p.weekday for p in pieces if p.weekday is not None), None)
    year = next((p.year for p in pieces if p.year is not None and p.kind != "decade"), None)
    absolute = date is not None and date.kind == "date"
    deictic = not absolute and any(p.kind in _DEICTIC or (p.which == "last" and p.kind == "month") for p in pieces)
    ranged = date is not None and date.end_day is not None
    return Time(
        start=None,
        end=None,
        granularity=_granularity(pieces),
        anchor=_unanchored(words, anchor) if deictic else "",
        deictic=deictic,
        weekday=weekday,
        year=year,
        month=date.month if date and not (ranged and date.end_month != date.month) else None,
        day=date.day if date and not (ranged and (year is None and anchor.published is None)) else None,
        clock=clocks[0].clock if len(clocks) == 1 else None,
        zone=clocks[-1].zone if clocks else "",
        approximate=any(p.approximate for p in pieces),
    )


def _unanchored(words: str, anchor: Anchor) -> str:
    return f"undated article, {anchor.tense} tense" if anchor.tense else "undated article"


def _granularity(pieces: Sequence[Piece]) -> Granularity:
    clocks = [p for p in pieces if p.kind == "clock"]
    if len(clocks) > 1:
        return "part-of-day"
    if clocks:
        return "hour" if clocks[0].whole_hour else "minute"
    if any(
        (p.part in _PARTS and p.kind in {"weekday", "relative-day", "part"}) or p.kind == "overnight" for p in pieces
    ):
        return "part-of-day"
    base = _base_piece(pieces) or pieces[0]
    return _GRANULARITY.get(base.kind) or _UNIT_GRANULARITY.get(base.unit, "day")


# --------------------------------------------------------------------------- intervals


def _interval(base: Piece, pieces: Sequence[Piece], words: str, anchor: Anchor) -> _Interval | None:
    if base.kind == "weekday":
        week = next((p for p in pieces if p.kind == "relative" and p.unit == "week"), None)
        return _weekday(base, week, anchor)
    if base.kind == "month":
        year = next((p for p in pieces if p.kind == "relative" and p.unit == "year"), None)
        return _month(base, year, anchor)
    return _RESOLVERS[base.kind](base, words, anchor) if base.kind in _RESOLVERS else None


def _counted_from(words: str, day: datetime) -> str:
    return f"{words}, counted from {say_day(day, weekday=True)}"


def _date(piece: Piece, words: str, anchor: Anchor) -> _Interval | None:
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
    return _Interval(start, last + _DAY, "day", why)


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


def _month(piece: Piece, year_piece: Piece | None, anchor: Anchor) -> _Interval | None:
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
    return _shaded(_Interval(start, end, "month", why), piece.part)


def _which_month_year(piece: Piece, anchor: Anchor) -> tuple[int | None, str]:
    """ "last July" is the latest one wholly past, "next July" the first to come."""
    now = anchor.month
    if now is None or piece.month is None:
        return None, ""
    back = piece.which == "last"
    year = now.year - (piece.month >= now.month) if back else now.year + (piece.month <= now.month)
    return year, f"{piece.which} {MONTH_NAMES[piece.month]}, counted from {MONTH_NAMES[now.month]} {now.year}"


def _shaded(interval: _Interval, shade: str) -> _Interval:
    """The first, middle or last part of a stretch for "early", "mid", "late", with soft edges."""
    length = interval.end - interval.start
    parts = {"early": (0, 5 / 12), "mid": (1 / 4, 3 / 4), "late": (7 / 12, 1)}
    if shade not in parts:
        return interval
    low, high = parts[shade]
    start, end = interval.start + length * low, interval.start + length * high
    whole = dict(hour=0, minute=0, second=0, microsecond=0)
    return replace(interval, start=start.replace(**whole), end=end.replace(**whole), approximate=True)  # type: ignore[arg-type]


def _whole_year(piece: Piece, words: str, anchor: Anchor) -> _Interval | None:
    if piece.year is None:
        return None
    end = (piece.end_year or piece.year) + 1
    return _shaded(_Interval(datetime(piece.year, 1, 1), datetime(end, 1, 1), "year", "absolute"), piece.part)


def _decade(piece: Piece, words: str, anchor: Anchor) -> _Interval | None:
    if piece.year is None:
        return None
    whole = _Interval(datetime(piece.year, 1, 1), datetime(piece.year + 10, 1, 1), "decade", "absolute")
    return _shaded(whole, piece.part)


def _quarter(piece: Piece, words: str, anchor: Anchor) -> _Interval | None:
    if piece.year is None:
        return None
    start = datetime(piece.year, 3 * int(piece.low) - 2, 1)
    return _Interval(start, start + relativedelta(months=3), "quarter", "absolute")


def _season(piece: Piece, words: str, anchor: Anchor) -> _Interval | None:
    """Three months of the northern half, a month of slack at either end."""
    year, why = piece.year, "absolute"
    if year is None:
        if anchor.published is None or piece.which not in {"last", "this", "next"}:
            return None
        middle = anchor.day or anchor.month or datetime(anchor.published.year, 7, 1)
        starts = [datetime(middle.year + n, _SEASONS[piece.unit], 1) for n in (-2, -1, 0, 1)]
        past = [s for s in starts if s + relativedelta(months=3) <= middle]
        coming = [s for s in starts if s > middle]
        nearest = min(starts, key=lambda s: abs(s + relativedelta(days=45) - middle))
        chosen = {"last": past[-1], "next": coming[0] if coming else nearest, "this": nearest}[piece.which]
        year, why = chosen.year, f"{words}, counted from {middle.year}"
    start = datetime(year, _SEASONS[piece.unit], 1)
    slack = relativedelta(months=1)
    return _Interval(start - slack, start + relativedelta(months=3) + slack, "season", why, approximate=True)


def _weekday(piece: Piece, week: Piece | None, anchor: Anchor) -> _Interval | None:
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
    return _Interval(day, day + _DAY, "day", why)


def _relative_day(piece: Piece, words: str, anchor: Anchor) -> _Interval | None:
    if anchor.day is None:
        return None
    day = anchor.day + piece.offset * _DAY
    return _Interval(day, day + _DAY, "day", _counted_from(words, anchor.day))


def _overnight(piece: Piece, words: str, anchor: Anchor) -> _Interval | None:
    """The night before publication, or the one after it for a future verb."""
    if anchor.day is None:
        return None
    evening = anchor.day + timedelta(hours=18 if anchor.tense == "future" else -6)
    return _Interval(evening, evening + timedelta(hours=15), "part-of-day", _counted_from(words, anchor.day))


def _weekend(piece: Piece, words: str, anchor: Anchor) -> _Interval | None:
    """Saturday and Sunday; Friday evening counts as well, as papers count it."""
    today = anchor.day
    if today is None:
        return None
    saturday = today + (5 - today.weekday()) * _DAY  # of this week
    if piece.which in {"last", "next"}:
        saturday += (
            7 * (1 if piece.which == "next" else -1) * _DAY
            if piece.which == "next" or today.weekday() < 5
            else -7 * _DAY
        )
    elif _looks_back(piece, anchor, today):
        saturday -= 7 * _DAY
    start = saturday - timedelta(hours=7)
    return _Interval(start, saturday + 2 * _DAY, "weekend", _counted_from(words, today))


def _looks_back(piece: Piece, anchor: Anchor, today: datetime) -> bool:
    """Whether a weekend on a working day is the one before: unless the verb is in the future, or "this" says so."""
    if today.weekday() >= 5 or anchor.tense == "future":
        return False
    return piece.which != "this" or (anchor.tense == "past" and today.weekday() <= 1)


def _relative(piece: Piece, words: str, anchor: Anchor) -> _Interval | None:
    """ "last week", "this month", "next year", "earlier this month"."""
    shift = {"last": -1, "this": 0, "next": 1}.get(piece.which)
    if shift is None or anchor.published is None:
        return None
    bounds = _stretch(piece.unit, shift, anchor)
    if bounds is None:
        return None
    today = anchor.day
    why = _counted_from(words, today) if today else f"{words}, counted from {anchor.published.year}"
    interval = _Interval(*bounds, _UNIT_GRANULARITY[piece.unit], why)
    earlier, later = words.lower().startswith("earlier"), words.lower().startswith("later")
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


def _ago(piece: Piece, words: str, anchor: Anchor) -> _Interval | None:
    """ "two days ago" is a day; longer units have half a unit of slack at either side."""
    today = anchor.day
    if today is None:
        return None
    sign = -1 if piece.which == "last" else 1
    near, far = (_moved(today, piece.unit, sign * n) for n in (piece.low, piece.high))
    slack = _slack(piece.unit, approximate=piece.approximate)
    start, end = min(near, far) - slack, max(near, far) + slack + _DAY
    granularity = _UNIT_GRANULARITY[piece.unit if piece.unit not in {"minute", "hour"} else "day"]
    return _Interval(
        start, end, granularity, _counted_from(words, today), approximate=piece.approximate or piece.unit != "day"
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


def _span(piece: Piece, words: str, anchor: Anchor) -> _Interval | None:
    """ "the next few days": from the day of publication to the far end of the count."""
    today = anchor.day
    if today is None:
        return None
    sign = -1 if piece.which == "last" else 1
    unit = "week" if piece.unit == "weekend" else piece.unit
    far = _moved(today, unit, sign * piece.high)
    start, end = min(today, far), max(today, far) + _DAY
    return _Interval(start, end, _UNIT_GRANULARITY[piece.unit], _counted_from(words, today), approximate=True)


_RESOLVERS: dict[str, Callable[[Piece, str, Anchor], _Interval | None]] = {
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


# --------------------------------------------------------------------------- the hour


def _narrowed(interval: _Interval, pieces: Sequence[Piece]) -> _Interval:
    """The interval cut to the part of the day or the clock time, where the pieces give one."""
    if interval.granularity != "day":
        return interval
    clocks = [p for p in pieces if p.clock is not None]
    if clocks:
        return _on_the_clock(interval, clocks)
    if any(p.kind == "overnight" for p in pieces):
        start = interval.start + timedelta(hours=-6)
        return replace(interval, start=start, end=start + timedelta(hours=15), granularity="part-of-day")
    parts = [p.part for p in pieces if p.part in _PARTS and p.kind in {"part", "weekday", "relative-day"}]
    if not parts:
        return interval
    low, high = _PARTS["early" if "early" in parts else parts[-1]]
    start = interval.start + timedelta(hours=low)
    return replace(interval, start=start, end=interval.start + timedelta(hours=high), granularity="part-of-day")


def _on_the_clock(interval: _Interval, clocks: Sequence[Piece]) -> _Interval:
    moments = [interval.start + timedelta(hours=p.clock[0], minutes=p.clock[1]) for p in clocks if p.clock]
    if len(moments) > 1:
        last = moments[-1] if moments[-1] > moments[0] else moments[-1] + _DAY
        return replace(interval, start=moments[0], end=last + timedelta(minutes=1), granularity="part-of-day")
    piece, moment = clocks[0], moments[0]
    before, after = clock_slack(whole_hour=piece.whole_hour, approximate=piece.approximate, shade=piece.shade)
    return replace(
        interval,
        start=moment - timedelta(minutes=before),
        end=moment + timedelta(minutes=after + 1),
        granularity="hour" if piece.whole_hour else "minute",
        approximate=piece.approximate,
    )


def clock_slack(*, whole_hour: bool, approximate: bool, shade: str) -> tuple[int, int]:
    """Minutes that "about", "shortly before" and "just after" admit on either side of the time named."""
    if not approximate and not shade:
        return 0, 0
    width = 15 if whole_hour else 10
    return (0 if shade == "after" else width, 0 if shade == "before" else width)
