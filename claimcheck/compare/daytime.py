"""Parts of the day as hours, and whether two of them, or one and a clock time, can be one moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.types import Time, Verdict

# Hours of the day, from and to; past 24 is the next day. Loose on purpose: "2.30 on Tuesday morning".
PARTS: Mapping[str, tuple[int, int]] = {
    "early": (0, 10),
    "morning": (0, 12),
    "mid": (10, 16),
    "afternoon": (12, 18),
    "evening": (17, 24),
    "night": (18, 30),
    "late": (18, 26),
}


def compare_daytimes(a: Time, b: Time, said: tuple[str, str]) -> Verdict | None:
    """Two times of one day: whether their hours meet; None where one of them tells neither part nor hour."""
    hours_a, hours_b = frozenset(_hours(a)), frozenset(_hours(b))
    if not hours_a or not hours_b or (a.clock and b.clock):
        return None
    first, second = (f"“{words}”" for words in said)
    if hours_a & hours_b:
        return Verdict("compatible", f"{first} and {second} can be one part of the day")
    return Verdict("conflict", f"{first} and {second} are different parts of the day")


def _hours(time: Time) -> Iterator[int]:
    """The hours of the clock that the wording admits; a clock time admits those beside it."""
    if time.clock is not None:
        yield from ((time.clock[0] + step) % 24 for step in (-1, 0, 1))
    elif time.part in PARTS:
        low, high = PARTS[time.part]
        yield from (hour % 24 for hour in range(low, high))
