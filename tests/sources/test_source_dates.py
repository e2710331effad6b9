"""Dates in metadata and in the text."""

from __future__ import annotations

import pytest

from claimcheck.sources.article import Article
from claimcheck.sources.dates import find_dates, find_day_of_writing, parse_date
from claimcheck.sources.reading import describe


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-06-29", (2023, 6, 29)),
        ("2023-06-29T10:15:00Z", (2023, 6, 29)),
        ("2023-6-9", (2023, 6, 9)),
        ("29 June 2023", (2023, 6, 29)),
        ("June 29, 2023", (2023, 6, 29)),
        ("Thursday, June 29, 2023", (2023, 6, 29)),
        ("29.06.2023", (2023, 6, 29)),
        ("06/29/2023", (2023, 6, 29)),
        ("29/06/2023", (2023, 6, 29)),
        ("06/07/2023", None),
        ("2023", (2023, None, None)),
        ("2023-06", (2023, 6, None)),
        ("June 31, 2023", None),
        ("2023-02-30", None),
        ("June 29", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_of_metadata(value: str, day: tuple[int, int | None, int | None] | None) -> None:
    """Whatever can be told for certain is read, and nothing else."""
    published = parse_date(value)
    assert (published and (published.year, published.month, published.day)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mayor said Tuesday, June 27, after the vote.", (None, 6, 27, 1)),
        ("On Tuesday, June 27, 2023, the mayor said so.", (2023, 6, 27, 1)),
        ("The mayor announced today (4 November 2011) that it was done.", (2011, 11, 4, None)),
        ("A shop caught fire yesterday (July 21st), police said.", (None, 7, 21, None)),
        ("date 2023-06-29 The mayor said so.", (2023, 6, 29, None)),
        ("Published: June 29, 2023\n\nThe mayor said so on Monday.", (2023, 6, 29, None)),
        ("The mayor said Monday, June 26, and told the press Tuesday, June 27, it was over.", (None, 6, 27, 1)),
        ("The vote, to be held on Tuesday, June 27, will decide, the mayor said.", None),
        ("Elections planned for December 15, 2013, will be held, the mayor said.", None),
        ("The mayor said the summit on July 11 and 12 was near.", None),
        ("The store opened Tuesday, June 27, in the old mill.", None),
    ],
)
def test_day_of_writing(text: str, day: tuple[int | None, int, int, int | None] | None) -> None:
    """A day the lead reports of, a date tag or "today" tell the day; what is planned does not."""
    document = describe(Article(text), "a", "a.txt")
    named = find_day_of_writing(document.text, document.boilerplate)
    assert (named and (named.year, named.month, named.day, named.weekday)) == day


def test_yesterday_makes_the_next_day() -> None:
    """What happened "yesterday (July 21st)" was written on the 22nd."""
    text = "A shop caught fire yesterday (July 21st, 2013), police said."
    published = describe(Article(text), "a", "a.txt").published
    assert published is not None
    assert (published.month, published.day, published.origin) == (7, 22, "text")


def test_wrong_weekday_gives_no_date() -> None:
    """Tuesday, June 28, 2023 was a Wednesday: one of the two is wrong, and it cannot be told which."""
    text = "The mayor said Tuesday, June 28, 2023, it was over."
    assert describe(Article(text), "a", "a.txt").published is None


def test_dates_late_in_the_text_are_not_the_day_of_writing() -> None:
    """Only the lead is news of its own day."""
    text = "The mayor spoke of the old baths. " * 30 + "The vote was lost, she said Tuesday, June 27, 2023."
    assert describe(Article(text), "a", "a.txt").published is None


@pytest.mark.parametrize("text", ["May they go", "at 10:15", "June 45", "version 2.3-4", "the 5 may come"])
def test_no_dates(text: str) -> None:
    """Words and numbers that only look like dates."""
    assert find_dates(text) == ()
