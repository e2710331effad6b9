"""Dates that exist and dates that do not."""

from __future__ import annotations

import pytest

from claimcheck.compare.dates import why_impossible
from claimcheck.types import Published, Time

JUNE_29 = Published(2023, 6, 29, "metadata")


def day(month: int, number: int, year: int | None = None, weekday: int | None = None) -> Time:
    """A date as the words give it."""
    return Time(None, None, "day", year=year, month=month, day=number, weekday=weekday)


@pytest.mark.parametrize(
    ("time", "published", "reason"),
    [
        (day(6, 28, 2023, 1), None, "28 June 2023 is a Wednesday"),
        (day(6, 31), None, "June has 30 days"),
        (day(2, 29, 2023), None, "February 2023 has 28 days"),
        (day(2, 29), None, ""),
        (day(2, 29, 2024), None, ""),
        (day(6, 27, 2023, 1), None, ""),
        (day(6, 27, None, 0), JUNE_29, "27 June 2023 is a Tuesday"),
        (day(6, 27, None, 0), None, ""),
        (day(10, 14, None, 4), JUNE_29, ""),  # of last year
    ],
)
def test_whether_a_date_exists(time: Time, published: Published | None, reason: str) -> None:
    """The calendar decides; without a year only dates near the article's own are judged."""
    assert why_impossible(time, published) == reason
