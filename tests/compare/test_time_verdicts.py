"""Comparing times: containment, clocks and zones, and what cannot be known."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.compare.times import compare_times
from claimcheck.types import Time


def day(month: int, first: int, last: int | None = None, **fields: object) -> Time:
    """Days of 2023, `last` inclusive."""
    end = datetime(2023, month, last or first) + timedelta(days=1)
    return Time(datetime(2023, month, first), end, "day", "absolute", year=2023, month=month, day=first, **fields)  # type: ignore[arg-type]


def clock(hour: int, minute: int, zone: str = "", *, about: bool = False, whole: bool = False) -> Time:
    """A clock time without a day."""
    granularity = "hour" if whole else "minute"
    return Time(None, None, granularity, clock=(hour, minute), zone=zone, approximate=about)  # type: ignore[arg-type]


def on_the_day(time: Time) -> Time:
    """The same clock time on 23 June 2023."""
    hour, minute = time.clock or (0, 0)
    start = datetime(2023, 6, 23, hour, minute)
    return replace(time, start=start, end=start + timedelta(minutes=1), anchor="absolute")


def weekday(number: int, anchor: str = "undated article, past tense", **fields: object) -> Time:
    """A weekday in an article without a date."""
    return Time(None, None, "day", anchor, deictic=True, weekday=number, **fields)  # type: ignore[arg-type]


JULY_11 = day(7, 11)
JULY_11_12 = day(7, 11, 12)
JULY = Time(datetime(2023, 7, 1), datetime(2023, 8, 1), "month", "year of publication: 2023", month=7)
NEXT_WEEK = Time(
    datetime(2023, 7, 3), datetime(2023, 7, 10), "week", "next week, counted from Tuesday 27 June 2023", deictic=True
)
UNDATED_NEXT_WEEK = Time(None, None, "week", "undated article", deictic=True)
BARE_JULY_11 = Time(None, None, "day", month=7, day=11)
FRIDAY_NIGHT = Time(
    datetime(2023, 6, 23, 18),
    datetime(2023, 6, 24, 6),
    "part-of-day",
    "Friday on or before Tuesday 27 June 2023",
    deictic=True,
    weekday=4,
)
SATURDAY = Time(
    datetime(2023, 6, 24),
    datetime(2023, 6, 25),
    "day",
    "Saturday on or before Tuesday 27 June 2023",
    deictic=True,
    weekday=5,
)
TUESDAY = Time(
    datetime(2023, 6, 27),
    datetime(2023, 6, 28),
    "day",
    "Tuesday on or before Tuesday 27 June 2023",
    deictic=True,
    weekday=1,
)

JULY_10, JULY_12 = day(7, 10), day(7, 12)


def bound(time: Time, word: str) -> Time:
    """The time as a bound."""
    return replace(time, bound=word)


BOUNDS = [
    # one bound: an open interval
    (bound(JULY_11, "by"), JULY_10, "compatible", "leaves room for"),
    (bound(JULY_11, "by"), JULY_11, "compatible", "leaves room for"),
    (bound(JULY_11, "by"), JULY_12, "conflict", "“12 July 2023” begins after “by 11 July 2023” ends"),
    (bound(JULY_11, "before"), JULY_10, "compatible", ""),
    (bound(JULY_11, "before"), JULY_11, "conflict", ""),
    (bound(JULY_11, "until"), JULY, "compatible", ""),
    (bound(JULY_11, "until"), JULY_12, "conflict", ""),
    (bound(JULY_11, "since"), JULY_12, "compatible", ""),
    (bound(JULY_11, "since"), JULY_10, "conflict", ""),
    (bound(JULY_11, "after"), JULY_12, "compatible", ""),
    (bound(JULY_11, "after"), JULY_11, "conflict", ""),
    (bound(JULY_11, "from"), JULY_11, "compatible", ""),
    # two bounds
    (bound(JULY_11, "by"), bound(JULY_12, "by"), "conflict", "“by 12 July 2023” is later"),
    (bound(JULY_11, "by"), bound(JULY, "by"), "compatible", ""),
    (bound(on_the_day(clock(17, 0)), "by"), bound(on_the_day(clock(19, 0)), "by"), "compatible", ""),
    (bound(JULY_11, "before"), bound(JULY_12, "before"), "compatible", ""),
    (bound(JULY_11, "by"), bound(JULY_10, "after"), "compatible", ""),
    (bound(JULY_10, "by"), bound(JULY_11, "after"), "conflict", ""),
    (bound(JULY_11, "until"), bound(JULY_12, "until"), "conflict", "“until 12 July 2023” is later"),
    (bound(JULY_11, "since"), bound(JULY, "since"), "compatible", "lies within"),
    # the clock: nobody is so strict about the hour itself
    (bound(on_the_day(clock(17, 0)), "before"), on_the_day(clock(17, 0)), "compatible", ""),
    (bound(on_the_day(clock(17, 0)), "by"), on_the_day(clock(17, 10)), "compatible", ""),
    (bound(on_the_day(clock(17, 0)), "by"), on_the_day(clock(19, 0)), "conflict", ""),
    (bound(on_the_day(clock(17, 0, "EDT")), "by"), on_the_day(clock(19, 0, "GMT")), "compatible", ""),
    (bound(clock(17, 0), "until"), bound(clock(19, 0), "until"), "conflict", ""),
    # no dates
    (bound(weekday(4), "by"), weekday(5), "unrelated", ""),
    (bound(weekday(4), "by"), weekday(4), "compatible", ""),
    (bound(clock(17, 0), "by"), clock(19, 0), "unrelated", ""),
    (bound(JULY_11, "by"), weekday(4), "unrelated", ""),
]

DAYTIMES = [
    (weekday(4, part="morning"), weekday(4, part="evening"), "conflict", "different parts of the day"),
    (weekday(4, part="night"), weekday(4, part="early"), "compatible", ""),
    (weekday(4, part="morning"), weekday(4), "compatible", "same weekday"),
    (weekday(4, part="evening"), weekday(4, clock=(9, 30)), "conflict", ""),
    (weekday(4, part="evening"), weekday(4, clock=(17, 30)), "compatible", ""),
    (Time(None, None, "part-of-day", part="morning"), Time(None, None, "part-of-day", part="night"), "unrelated", ""),
]


@pytest.mark.parametrize(("a", "b", "relation", "reason"), [*BOUNDS, *DAYTIMES])
def test_bounds_and_parts_of_the_day(a: Time, b: Time, relation: str, reason: str) -> None:
    """A bound clashes only where no moment satisfies both, a part of the day only on one day; either way round."""
    verdict = compare_times(a, b)
    assert verdict.relation == relation, verdict
    assert reason in verdict.reason
    assert compare_times(b, a).relation == relation


VERDICTS = [
    (JULY_11, JULY_11, "same", "both say"),
    (JULY_11, JULY_11_12, "compatible", "lies within"),
    (JULY, JULY_11, "compatible", "lies within"),
    (NEXT_WEEK, JULY, "compatible", "“next week” (3 to 9 July 2023) lies within"),
    (NEXT_WEEK, JULY_11, "conflict", "ends on 9 July 2023; “11 July 2023” falls in the week after"),
    (NEXT_WEEK, JULY_11_12, "conflict", "falls in the week after"),
    (JULY_11, day(7, 12), "conflict", ""),
    (SATURDAY, TUESDAY, "conflict", ""),
    (FRIDAY_NIGHT, SATURDAY, "compatible", "overlap"),
    (UNDATED_NEXT_WEEK, JULY_11, "unrelated", "own date is not known"),
    (weekday(1), weekday(4), "conflict", "different days"),
    (weekday(1), weekday(1), "same", ""),
    (weekday(1), weekday(1, clock=(9, 0)), "compatible", "same weekday"),
    (weekday(1), weekday(4, "undated article, future tense"), "unrelated", "counted from different days"),
    (weekday(1), day(6, 27), "compatible", "27 June 2023 is a Tuesday"),
    (weekday(1), JULY_11_12, "unrelated", ""),
    (weekday(1), day(7, 12), "unrelated", "own date is not known"),
    (BARE_JULY_11, JULY_11, "compatible", "day of the year"),
    (BARE_JULY_11, JULY_11_12, "compatible", "day of the year"),
    (BARE_JULY_11, day(7, 15), "conflict", "whatever the year"),
    (BARE_JULY_11, Time(None, None, "month", month=7), "compatible", "lies within"),
    (BARE_JULY_11, Time(None, None, "day", month=7, day=12), "conflict", "different days"),
    (clock(21, 0, about=True, whole=True), clock(20, 49), "compatible", "11 minutes apart, within their rounding"),
    (clock(21, 0, whole=True), clock(20, 49), "compatible", "within their rounding"),
    (clock(20, 49), clock(20, 40), "conflict", "9 minutes apart"),
    (clock(20, 49), clock(20, 40, about=True), "compatible", "within their rounding"),
    (clock(23, 0, whole=True), clock(3, 0, whole=True), "conflict", "4 h 00 min apart"),
    (clock(15, 0, "EDT"), clock(19, 0, "GMT"), "compatible", "same time once GMT is converted to EDT"),
    (clock(15, 0, "ET"), clock(20, 0, "GMT"), "compatible", "same time"),
    (clock(15, 0, "EDT"), clock(12, 0, "GMT"), "conflict", "converted"),
    (clock(8, 0, "GMT"), clock(10, 0), "unrelated", "two zones"),
    (clock(8, 0, "GMT"), clock(8, 0), "same", ""),
    (on_the_day(clock(20, 49)), on_the_day(clock(21, 0, about=True)), "conflict", "11 minutes"),
    (on_the_day(clock(20, 49)), on_the_day(clock(21, 0, about=True, whole=True)), "compatible", "rounding"),
    (on_the_day(clock(20, 49)), clock(20, 49), "same", ""),
    (FRIDAY_NIGHT, on_the_day(clock(21, 40)), "compatible", "lies within"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "relation", "reason"), VERDICTS)
def test_verdicts(a: Time, b: Time, relation: str, reason: str) -> None:
    """Two times relate as a desk would have it, and the reason says why."""
    verdict = compare_times(a, b)
    assert verdict.relation == relation, verdict
    assert reason in verdict.reason


@pytest.mark.parametrize(("a", "b", "relation"), [case[:3] for case in VERDICTS])
def test_the_order_does_not_matter(a: Time, b: Time, relation: str) -> None:
    """The relation is the same the other way round."""
    assert compare_times(b, a).relation == compare_times(a, b).relation == relation


def test_the_wordings_reach_the_reason() -> None:
    """Given the two wordings, the reason quotes them."""
    verdict = compare_times(NEXT_WEEK, JULY_11, words=("next week", "July 11"))
    assert verdict.reason == (
        "“next week”, counted from Tuesday 27 June 2023, ends on 9 July 2023; “July 11” falls in the week after"
    )


_MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1))
_LOOSE = {
    "granularity": st.sampled_from(["minute", "hour", "part-of-day", "day", "week", "month", "year"]),
    "anchor": st.sampled_from(["", "absolute", "undated article", "next week, counted from Tuesday 27 June 2023"]),
    "deictic": st.booleans(),
    "weekday": st.none() | st.integers(0, 6),
    "year": st.none() | st.integers(2020, 2023),
    "month": st.none() | st.integers(1, 12),
    "day": st.none() | st.integers(1, 31),
    "clock": st.none() | st.tuples(st.integers(0, 23), st.integers(0, 59)),
    "zone": st.sampled_from(["", "GMT", "EDT", "ET", "IST", "local"]),
    "approximate": st.booleans(),
}
_UNRESOLVED = st.builds(Time, st.none(), st.none(), **_LOOSE)
_RESOLVED = st.tuples(_MOMENTS, st.timedeltas(timedelta(minutes=1), timedelta(days=400))).flatmap(
    lambda pair: st.builds(Time, st.just(pair[0]), st.just(pair[0] + pair[1]), **_LOOSE)
)


@settings(max_examples=300, deadline=None)
@given(_UNRESOLVED | _RESOLVED, _UNRESOLVED | _RESOLVED)
def test_any_two_times_compare_alike_both_ways(a: Time, b: Time) -> None:
    """Comparison never raises and is symmetric."""
    assert compare_times(a, b).relation == compare_times(b, a).relation


@settings(max_examples=100, deadline=None)
@given(_UNRESOLVED | _RESOLVED)
def test_a_time_agrees_with_itself(a: Time) -> None:
    """Comparison is reflexive."""
    assert compare_times(a, a).relation == "same"
