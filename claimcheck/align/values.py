"""What two values of any comparable kind are to each other, and how far apart they lie."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

from claimcheck.compare.quantities import compare_quantities
from claimcheck.compare.times import compare_times
from claimcheck.types import Name, Quantity, Time, Verdict

_DAYS = frozenset({"day", "part-of-day"})
_WEEK = 7  # days
_LEVELS: Mapping[str, int] = {"week": 1, "weekend": 1, "month": 2, "season": 2, "quarter": 2, "year": 3, "decade": 3}


def apart(a: object, b: object) -> float:
    """How far two values lie apart in order of magnitude, 0 to 1: a factor of 100, 1,000 days, a day against a year."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        low, high = sorted((max(a.low, 1e-9), max(b.low, 1e-9)))
        return min(1.0, math.log10(high / low) / 2) if high < math.inf else 1.0
    if isinstance(a, Time) and isinstance(b, Time):
        levels = abs(_LEVELS.get(a.granularity, 0) - _LEVELS.get(b.granularity, 0)) / 3
        days = abs((a.start - b.start).days) if a.start and b.start else 0
        return max(levels, min(1.0, math.log10(1 + days) / 3))
    return 0.0


def of_one_week(a: object, b: object) -> bool:
    """Whether two values are two days of one week, as far as is said: "Tuesday", "Wednesday"."""
    if not (isinstance(a, Time) and isinstance(b, Time)) or {a.granularity, b.granularity} - _DAYS:
        return False
    if a.start and b.start:
        return 0 < abs((a.start - b.start).days) < _WEEK
    return a.weekday is not None and b.weekday is not None and a.weekday != b.weekday


@lru_cache(maxsize=1 << 16)  # copies of one text share their values, and every pair of documents asks again
def compare(a: Quantity | Time | Name, b: Quantity | Time | Name) -> Verdict:
    """What two values are to each other."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return compare_quantities(a, b)
    if isinstance(a, Time) and isinstance(b, Time):
        return compare_times(a, b)
    return Verdict("unrelated", "values of two kinds")
