"""Times of which one is a bound: "by Friday" leaves room for Thursday, "since Monday" none for Sunday.

A bound is an open interval. Two values agree when one moment can satisfy both, and clash
only when none can. Two bounds on one side are another matter where they name the end or the
beginning itself: "until Friday" and "until Saturday", or the deadlines "by 9 December" and
"by 31 December", are compared by the days they name. ("By 5 a.m." only tells when somebody looked.)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from claimcheck.types import Time, Verdict

_ENDS, _BEGINNINGS = frozenset({"until", "by"}), frozenset({"since", "from"})  # these tell when it ends or begins
_ON_THE_CLOCK = frozenset({"minute", "hour", "part-of-day"})
_ZONES = timedelta(hours=26)  # from the first place on Earth where it is Friday to the last
_SLACK = timedelta(minutes=15)

Compare = Callable[[Time, Time], Verdict]
Say = Callable[[Time], str]


def compare_bounds(a: Time, b: Time, said: tuple[str, str], plainly: Compare, say: Say) -> Verdict:
    """Whether two times, one at least a bound, can be of one event.

    `plainly` compares the times named, as if they were no bounds; `say` spells one out.
    """
    named = plainly(replace(a, bound=""), replace(b, bound=""))
    first, second = (f"“{words}”" for words in said)
    if _names_one_edge(a, b):
        return named
    if a.start is None or b.start is None:
        if named.relation in {"same", "compatible"} and "before" not in {a.bound, b.bound}:
            return Verdict("compatible", f"{first} and {second} leave room for one time")
        return Verdict("unrelated", f"no dates are known that would set {first} against {second}")
    (low_a, high_a), (low_b, high_b) = _room(a), _room(b)
    gap = max(low_a, low_b) - min(high_a, high_b)
    slack = _ZONES if a.clock and b.clock and a.zone != b.zone else _SLACK if a.clock or b.clock else timedelta()
    if gap < slack or (slack and gap == slack):
        return Verdict("compatible", f"{first if a.bound else second} leaves room for {second if a.bound else first}")
    (earlier, one), (later, other) = ((a, first), (b, second)) if high_a <= low_b else ((b, second), (a, first))
    return Verdict("conflict", f"{other} begins after {one} ends: {say(later)} against {say(earlier)}")


def _names_one_edge(a: Time, b: Time) -> bool:
    """Whether both name where something ends, or both where it begins."""
    bounds = {a.bound, b.bound}
    looked = "by" in bounds and {a.granularity, b.granularity} & _ON_THE_CLOCK
    return (bounds <= _ENDS and not looked) or bounds <= _BEGINNINGS


def _room(time: Time) -> tuple[datetime, datetime]:
    """The moments that the wording admits, from and to."""
    start, end = time.start or datetime.min, time.end or datetime.max
    rounded = time.granularity in _ON_THE_CLOCK  # "before 5 p.m." is not so strict about 5 p.m.
    match time.bound:
        case "by" | "until":
            return datetime.min, end
        case "before":
            return datetime.min, end if rounded else start
        case "since" | "from":
            return start, datetime.max
        case "after":
            return start if rounded else end, datetime.max
        case _:
            return start, end
