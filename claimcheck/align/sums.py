"""Whether numbers of one passage can go together: parts and their total, a change and the levels before and after.

Every number is taken with the room that its own wording leaves: its interval, and half a
unit of its last stated figure either way, for levels are printed rounded and changes are
worked out from what was not.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.compare.quantities import rounding
from claimcheck.types import Quantity

Interval = tuple[float, float]


def room(q: Quantity) -> Interval:
    """The values that a printed number leaves open."""
    half = rounding(q)
    return q.low - half, q.high + half


def loose_room(change: Quantity) -> Interval:
    """The same for a change: of whole percents the rest is often just cut off (18.6 told as 18)."""
    cut_off = change.kind == "percent" and change.exact and change.low == int(change.low)
    return (change.low - 1, change.high + 1) if cut_off else room(change)


def total_of(parts: Sequence[Quantity]) -> Interval:
    """The sums that the parts leave open."""
    rooms = [room(part) for part in parts]
    return sum(low for low, _ in rooms), sum(high for _, high in rooms)


def meet(a: Interval, b: Interval) -> bool:
    """Whether two stretches share a value."""
    return a[0] <= b[1] and b[0] <= a[1]


def difference(level: Quantity, before: Quantity) -> Interval:
    """By how much `level` can lie above `before`; below zero where it fell."""
    (low, high), (from_low, from_high) = room(level), room(before)
    return low - from_high, high - from_low


def growth(level: Quantity, before: Quantity) -> Interval | None:
    """The same as percent of `before`; None where that is not above zero."""
    (low, high), (from_low, from_high) = room(level), room(before)
    if from_low <= 0:
        return None
    return 100 * (low / from_high - 1), 100 * (high / from_low - 1)


def share_of(change: Quantity, level: Quantity, *, up: bool) -> Interval | None:
    """What percent `change` is of the level before it, when it led to `level`."""
    (low, high), (to_low, to_high) = room(change), room(level)
    least, most = (to_low - high, to_high - low) if up else (to_low + low, to_high + high)
    return (100 * low / most, 100 * high / least) if least > 0 else None


def fits(change: Quantity, level: Quantity, before: Quantity, *, up: bool) -> bool | None:
    """Whether `change` leads from `before` to `level`; None when it is of another kind than both.

    Of two shares a change in percent may be meant in points or of the share itself: both will do.
    """
    stretches: list[Interval] = []
    alike = (change.kind, change.unit) == (level.kind, level.unit)
    points = level.kind == "percent" and change.kind == "percent"
    if alike or points:
        stretches.append(difference(level, before))
    if change.kind == "percent" and change.unit == "%" and (grown := growth(level, before)) is not None:
        stretches.append(grown)
    if not stretches:
        return None
    signed = [stretch if up else (-stretch[1], -stretch[0]) for stretch in stretches]
    return any(meet(loose_room(change), stretch) for stretch in signed)
