"""From the words of one time to an interval: the arithmetic of dates.

`resolve` takes the pieces of one time and what anchors it, and gives the interval
that `claimcheck.types.Time` describes. It never raises: a day that no calendar has
("June 31") or a year out of range stays unresolved and keeps its fields.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from claimcheck.compare.daytime import PARTS
from claimcheck.extract.intervals import UNIT_GRANULARITY, Anchor, Interval, interval_of
from claimcheck.extract.pieces import Piece
from claimcheck.types import Granularity, Time

_DAY = timedelta(days=1)


def resolve(pieces: Sequence[Piece], wording: str, anchor: Anchor) -> Time | None:
    """The time that the pieces give together; None when they say nothing at all."""
    base = _base_piece(pieces)
    words = " ".join(wording.split())
    try:
        interval = interval_of(base, pieces, words, anchor) if base else None
        interval = _narrowed(interval, pieces) if interval else None
    except (ValueError, OverflowError):
        interval = None
    fields = _fields(pieces, anchor)
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
_DEICTIC = frozenset({"weekday", "relative-day", "relative", "weekend", "ago", "span", "overnight"})


def _fields(pieces: Sequence[Piece], anchor: Anchor) -> Time:
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
        anchor=_unanchored(anchor) if deictic else "",
        deictic=deictic,
        weekday=weekday,
        year=year,
        month=date.month if date and not (ranged and date.end_month != date.month) else None,
        day=date.day if date and not (ranged and (year is None and anchor.published is None)) else None,
        clock=clocks[0].clock if len(clocks) == 1 else None,
        zone=clocks[-1].zone if clocks else "",
        approximate=any(p.approximate for p in pieces),
        part=_part_of_day(pieces),
    )


def _part_of_day(pieces: Sequence[Piece]) -> str:
    """The part of the day that the words name, whether or not the day is known."""
    if any(p.kind == "overnight" for p in pieces):
        return "night"
    parts = [p.part for p in pieces if p.part in PARTS and p.kind in {"part", "weekday", "relative-day"}]
    return "early" if "early" in parts else parts[-1] if parts else ""


def _unanchored(anchor: Anchor) -> str:
    return f"undated article, {anchor.tense} tense" if anchor.tense else "undated article"


def _granularity(pieces: Sequence[Piece]) -> Granularity:
    clocks = [p for p in pieces if p.kind == "clock"]
    if len(clocks) > 1:
        return "part-of-day"
    if clocks:
        return "hour" if clocks[0].whole_hour else "minute"
    if any(
        (p.part in PARTS and p.kind in {"weekday", "relative-day", "part"}) or p.kind == "overnight" for p in pieces
    ):
        return "part-of-day"
    base = _base_piece(pieces) or pieces[0]
    return _GRANULARITY.get(base.kind) or UNIT_GRANULARITY.get(base.unit, "day")


# --------------------------------------------------------------------------- the hour


def _narrowed(interval: Interval, pieces: Sequence[Piece]) -> Interval:
    """The interval cut to the part of the day or the clock time, where the pieces give one."""
    if interval.granularity != "day":
        return interval
    clocks = [p for p in pieces if p.clock is not None]
    if clocks:
        return _on_the_clock(interval, clocks)
    if any(p.kind == "overnight" for p in pieces):
        start = interval.start + timedelta(hours=-6)
        return replace(interval, start=start, end=start + timedelta(hours=15), granularity="part-of-day")
    parts = [p.part for p in pieces if p.part in PARTS and p.kind in {"part", "weekday", "relative-day"}]
    if not parts:
        return interval
    low, high = PARTS["early" if "early" in parts else parts[-1]]
    start = interval.start + timedelta(hours=low)
    return replace(interval, start=start, end=interval.start + timedelta(hours=high), granularity="part-of-day")


def _on_the_clock(interval: Interval, clocks: Sequence[Piece]) -> Interval:
    moments = [interval.start + timedelta(hours=p.clock[0], minutes=p.clock[1]) for p in clocks if p.clock]
    if len(moments) > 1:
        last = moments[-1] if moments[-1] > moments[0] else moments[-1] + _DAY
        return replace(interval, start=moments[0], end=last + timedelta(minutes=1), granularity="part-of-day")
    piece, moment = clocks[0], moments[0]
    before, after = _clock_slack(whole_hour=piece.whole_hour, approximate=piece.approximate, shade=piece.shade)
    return replace(
        interval,
        start=moment - timedelta(minutes=before),
        end=moment + timedelta(minutes=after + 1),
        granularity="hour" if piece.whole_hour else "minute",
        approximate=piece.approximate,
    )


def _clock_slack(*, whole_hour: bool, approximate: bool, shade: str) -> tuple[int, int]:
    """Minutes that "about", "shortly before" and "just after" admit on either side of the time named."""
    if not approximate and not shade:
        return 0, 0
    width = 15 if whole_hour else 10
    return (0 if shade == "after" else width, 0 if shade == "before" else width)
