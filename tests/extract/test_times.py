"""Times, read with the real parser and resolved against a day of publication."""

from __future__ import annotations

import pytest

from claimcheck.extract.times import find_times
from claimcheck.protocols import Parser
from claimcheck.types import Published, Sentence, Span, Time

TUESDAY = Published(2023, 6, 27, "metadata")
YEAR_ONLY = Published(2023, None, None, "event")


def times(parser: Parser, text: str, published: Published | None = TUESDAY) -> list[tuple[str, Time]]:
    """The times of one sentence, as (words, value)."""
    sentence = Sentence(Span("d", 0, len(text)), 0)
    found = find_times(parser.parse([text])[0], sentence, published)
    return [(m.text, m.value) for m in found if isinstance(m.value, Time)]


def written(time: Time) -> str:
    """An interval as "start/end", minutes left out for whole days."""
    if time.start is None or time.end is None:
        return ""
    form = (
        "%m-%d"
        if (time.start.hour, time.start.minute, time.end.hour, time.end.minute) == (0, 0, 0, 0)
        else "%m-%dT%H:%M"
    )
    return f"{time.start.strftime('%Y-' + form)}/{time.end.strftime('%Y-' + form)}"


DAYS = [
    ("It meets on July 11 in Vilnius.", "July 11", "2023-07-11/2023-07-12"),
    ("It meets on July 11 and 12 in Vilnius.", "July 11 and 12", "2023-07-11/2023-07-13"),
    ("It meets on July 11-12 in Vilnius.", "July 11-12", "2023-07-11/2023-07-13"),
    ("It ran from October 26 to November 20, 2011.", "October 26 to November 20, 2011", "2011-10-26/2011-11-21"),
    ("He died on 11 July 2020.", "11 July 2020", "2020-07-11/2020-07-12"),
    ("It was dated 2023-06-29.", "2023-06-29", "2023-06-29/2023-06-30"),
    ("The outage began on Jul. 11.", "Jul. 11", "2023-07-11/2023-07-12"),
    ("It was signed on 6/27/2023.", "6/27/2023", "2023-06-27/2023-06-28"),
    ("He spoke on the 21st of July.", "the 21st of July", "2023-07-21/2023-07-22"),
    ("He said on Tuesday, June 27, that it was over.", "Tuesday, June 27", "2023-06-27/2023-06-28"),
    ("He posted it on Wednesday, September 18, 2013.", "Wednesday, September 18, 2013", "2013-09-18/2013-09-19"),
    ("He arrived on Tuesday.", "Tuesday", "2023-06-27/2023-06-28"),
    ("He arrived on Saturday.", "Saturday", "2023-06-24/2023-06-25"),
    ("Parliament will vote on Thursday.", "Thursday", "2023-06-29/2023-06-30"),
    ("Parliament plans to vote on Thursday.", "Thursday", "2023-06-29/2023-06-30"),
    ("A verdict is expected Friday.", "Friday", "2023-06-30/2023-07-01"),
    ("Bush was injured last Thursday.", "last Thursday", "2023-06-22/2023-06-23"),
    ("They will meet next Friday.", "next Friday", "2023-07-07/2023-07-08"),
    ("He left yesterday.", "yesterday", "2023-06-26/2023-06-27"),
    ("He arrives tomorrow.", "tomorrow", "2023-06-28/2023-06-29"),
    ("He left two days ago.", "two days ago", "2023-06-25/2023-06-26"),
    ("Today (27 June 2023) it said so.", "Today (27 June 2023)", "2023-06-27/2023-06-28"),
    ("It opened on Christmas Day.", "Christmas Day", "2022-12-25/2022-12-26"),
]  # fmt: skip

STRETCHES = [
    ("NATO would agree at a summit next week.", "next week", "2023-07-03/2023-07-10", "week"),
    ("He visited last week.", "last week", "2023-06-19/2023-06-26", "week"),
    ("Hostility has mounted this week.", "this week", "2023-06-26/2023-07-03", "week"),
    ("They met last month.", "last month", "2023-05-01/2023-06-01", "month"),
    ("He said so earlier this month.", "earlier this month", "2023-06-01/2023-06-28", "month"),
    ("It opened last year.", "last year", "2022-01-01/2023-01-01", "year"),
    ("The summit is in July.", "July", "2023-07-01/2023-08-01", "month"),
    ("She launched it in December.", "December", "2022-12-01/2023-01-01", "month"),
    ("It opened in September 2005.", "September 2005", "2005-09-01/2005-10-01", "month"),
    ("The species was listed in May.", "May", "2023-05-01/2023-06-01", "month"),
    ("It was founded in 1990.", "1990", "1990-01-01/1991-01-01", "year"),
    ("He was linked to the 2016 failed coup.", "2016", "2016-01-01/2017-01-01", "year"),
    ("He left after the 2002-03 season.", "2002-03", "2002-01-01/2004-01-01", "year"),
    ("Sales fell in fiscal 2013.", "fiscal 2013", "2012-04-01/2014-04-01", "year"),
    ("Sales fell in the 2013 fiscal year.", "2013 fiscal year", "2012-04-01/2014-04-01", "year"),
    ("Sales fell in FY13.", "FY13", "2012-04-01/2014-04-01", "year"),
    ("He missed the 2007 season.", "2007", "2007-01-01/2008-01-01", "year"),
    ("He ruled in the 1980s.", "the 1980s", "1980-01-01/1990-01-01", "decade"),
    ("Sales fell in the third quarter of 2013.", "third quarter of 2013", "2013-07-01/2013-10-01", "quarter"),
    ("Sales fell in Q3 2013.", "Q3 2013", "2013-07-01/2013-10-01", "quarter"),
    ("He will meet him in the next few days.", "the next few days", "2023-06-27/2023-07-07", "day"),
    ("They will meet in the coming weeks.", "the coming weeks", "2023-06-27/2023-08-30", "week"),
    ("Nothing will change over the next decade.", "next decade", "2023-06-27/2033-06-28", "decade"),
    ("She said so a few months ago.", "a few months ago", "2022-09-12/2023-05-13", "month"),
]

HOURS = [
    ("It began at 3 p.m. EDT on Monday.", "3 p.m. EDT on Monday", "2023-06-26T15:00/2023-06-26T15:01", (15, 0), "EDT"),
    ("Police were alerted at 20:49 on Friday.", "20:49 on Friday", "2023-06-23T20:49/2023-06-23T20:50", (20, 49), ""),
    ("It was 8.49pm on Friday night.", "8.49pm on Friday night", "2023-06-23T20:49/2023-06-23T20:50", (20, 49), ""),
    ("It broke out at around 9pm on Friday.", "around 9pm on Friday", "2023-06-23T20:45/2023-06-23T21:16", (21, 0), ""),
    ("It started about 9:40 p.m. Friday.", "about 9:40 p.m. Friday", "2023-06-23T21:30/2023-06-23T21:51", (21, 40), ""),
    ("It began around 08: 30 on Monday.", "around 08: 30 on Monday", "2023-06-26T08:20/2023-06-26T08:41", (8, 30), ""),
    ("It was put out by 5 a.m. Saturday.", "5 a.m. Saturday", "2023-06-24T05:00/2023-06-24T05:01", (5, 0), ""),
    ("It broke out at about 2045 GMT.", "about 2045 GMT", "", (20, 45), "GMT"),
    ("They were called at 06: 00 BST.", "06: 00 BST", "", (6, 0), "BST"),
    ("Around 2: 18 p. m., Horton was seen.", "Around 2: 18 p. m.", "", (14, 18), ""),
    ("They were called shortly before 9pm.", "shortly before 9pm", "", (21, 0), ""),
    ("Roads stayed closed until 10 am.", "10 am", "", (10, 0), ""),
    ("He left at midnight.", "midnight", "", (0, 0), ""),
    ("He fell on Friday morning.", "Friday morning", "2023-06-23T00:00/2023-06-23T12:00", None, ""),
    ("Police shot him late Saturday night.", "late Saturday night", "2023-06-24T18:00/2023-06-25T06:00", None, ""),
    ("It was early Tuesday.", "early Tuesday", "2023-06-27T00:00/2023-06-27T10:00", None, ""),
    ("It burned early on Sunday morning.", "early on Sunday morning", "2023-06-25T00:00/2023-06-25T10:00", None, ""),
    ("Police struck last night.", "last night", "2023-06-26T18:00/2023-06-27T06:00", None, ""),
    ("He spoke in The Hague tonight.", "tonight", "2023-06-27T18:00/2023-06-28T06:00", None, ""),
    ("Riots broke out overnight.", "overnight", "2023-06-26T18:00/2023-06-27T09:00", None, ""),
    ("There was chaos over the weekend.", "the weekend", "2023-06-23T17:00/2023-06-26T00:00", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "interval"), DAYS)
def test_days(parser: Parser, text: str, words: str, interval: str) -> None:
    """A day is found whole and resolved to its date."""
    found = dict(times(parser, text))
    assert words in found, found
    assert written(found[words]) == interval


@pytest.mark.parametrize(("text", "words", "interval", "granularity"), STRETCHES)
def test_stretches(parser: Parser, text: str, words: str, interval: str, granularity: str) -> None:
    """Weeks, months, years and looser stretches are intervals of their own granularity."""
    found = dict(times(parser, text))
    assert words in found, found
    assert (written(found[words]), found[words].granularity) == (interval, granularity)


@pytest.mark.parametrize("case", HOURS, ids=lambda case: case[0])
def test_hours(parser: Parser, case: tuple[str, str, str, tuple[int, int] | None, str]) -> None:
    """Clock times and parts of the day narrow the day; without a day the clock is kept."""
    text, words, interval, clock, zone = case
    found = dict(times(parser, text))
    assert words in found, found
    assert (written(found[words]), found[words].clock, found[words].zone) == (interval, clock, zone)


BOUNDS = [
    ("The road will be closed by Friday.", "Friday", "by"),
    ("The work must be done no later than July 11.", "July 11", "by"),
    ("Bids are due on or before July 11.", "July 11", "by"),
    ("Roads stayed closed until 10 am.", "10 am", "until"),
    ("The shop is open till late Saturday night.", "late Saturday night", "until"),
    ("The show runs through July 11.", "July 11", "until"),
    ("The road stayed shut up to Friday.", "Friday", "until"),
    ("He has lived there since 2005.", "2005", "since"),
    ("Nobody has seen her since last week.", "last week", "since"),
    ("They want it signed before July 11.", "July 11", "before"),
    ("He wrote it prior to July 11.", "July 11", "before"),
    ("It can be sold after July 11.", "July 11", "after"),
    ("Talks go on after the weekend.", "the weekend", "after"),
    ("The rule applies as of July 11.", "July 11", "from"),
    ("Sales will begin not before July 11.", "July 11", "from"),
    ("The road will not reopen until Friday.", "Friday", "from"),
    ("The ban holds starting July 11.", "July 11", "from"),
    # the day itself, or that of a noun behind it
    ("The road was closed on Friday.", "Friday", ""),
    ("He was hurt shortly before 9pm.", "shortly before 9pm", ""),
    ("The mayor spoke after Tuesday's vote.", "Tuesday", ""),
    ("He left before the July 11 summit.", "July 11", ""),
    ("He was seen by police on Friday.", "Friday", ""),
]

PARTS_OF_DAY = [
    ("He fell on Friday morning.", "Friday morning", "morning"),
    ("It was early Tuesday.", "early Tuesday", "early"),
    ("Riots broke out overnight.", "overnight", "night"),
    ("He spoke in The Hague tonight.", "tonight", "night"),
    ("He arrived on Tuesday.", "Tuesday", ""),
]


@pytest.mark.parametrize(("text", "words", "bound"), BOUNDS)
def test_bounds(parser: Parser, text: str, words: str, bound: str) -> None:
    """ "By Friday" is not Friday: the field says on which side of the time named the event lies."""
    found = dict(times(parser, text))
    assert words in found, found
    assert found[words].bound == bound


@pytest.mark.parametrize("published", [TUESDAY, None])
@pytest.mark.parametrize(("text", "words", "part"), PARTS_OF_DAY)
def test_part_of_day(parser: Parser, text: str, words: str, part: str, published: Published | None) -> None:
    """The part of the day is kept whether or not the day can be told."""
    assert dict(times(parser, text, published))[words].part == part


SILENT = [
    "He may march to Moscow in second gear.",
    "They halted the March to Moscow.",
    "The Sun reported the star would fall.",
    "Theresa May and April Jones met Mark June.",
    "More than 2000 people died.",
    "With 14:05 left, he scored.",
    "The visit lasted two days.",
    "He read the Sunday Times.",
    "It was known as midnight regulations.",
    "It grossed $69 million in its first weekend.",
    "He won 20-13 and ran 12 yards.",
]


@pytest.mark.parametrize("text", SILENT)
def test_not_times(parser: Parser, text: str) -> None:
    """Verbs, names, counts, sports clocks and durations are no times."""
    assert times(parser, text) == []


UNRESOLVED = [
    ("He arrived on Tuesday.", "Tuesday", True, 1, None, None),
    ("The summit is next week.", "next week", True, None, None, None),
    ("He left yesterday.", "yesterday", True, None, None, None),
    ("It meets on July 11.", "July 11", False, None, 7, 11),
    ("He said on Tuesday, June 27, that it was over.", "Tuesday, June 27", False, 1, 6, 27),
    ("He left two days earlier.", "two days earlier", False, None, None, None),
]


@pytest.mark.parametrize("case", UNRESOLVED, ids=lambda case: case[0])
def test_no_anchor_no_guess(parser: Parser, case: tuple[str, str, bool, int | None, int | None, int | None]) -> None:
    """Without a day of publication nothing is resolved, and what the words say is kept."""
    text, words, deictic, weekday, month, day = case
    found = dict(times(parser, text, None))
    assert words in found, found
    value = found[words]
    assert (value.start, value.end) == (None, None)
    assert (value.deictic, value.weekday, value.month, value.day) == (deictic, weekday, month, day)


def test_a_known_year_resolves_a_day_of_a_month(parser: Parser) -> None:
    """With only the year of publication known, July 11 is resolved and next week is not."""
    found = dict(times(parser, "It meets on July 11, not next week.", YEAR_ONLY))
    assert written(found["July 11"]) == "2023-07-11/2023-07-12"
    assert found["next week"].start is None


def test_the_anchor_says_what_it_was_counted_from(parser: Parser) -> None:
    """The anchor of a deictic time names the day of publication."""
    found = dict(times(parser, "The summit is next week, he said Monday."))
    assert found["next week"].anchor == "next week, counted from Tuesday 27 June 2023"
    assert found["Monday"].anchor == "Monday on or before Tuesday 27 June 2023"


def test_the_early_hours_belong_to_the_day_named_after_them(parser: Parser) -> None:
    """ "In the early hours of Sunday morning" is one time."""
    ((words, value),) = times(parser, "It burned in the early hours of Sunday morning.")
    assert words == "in the early hours of Sunday morning"
    assert written(value) == "2023-06-25T00:00/2023-06-25T10:00"


def test_an_impossible_day_stays_unresolved(parser: Parser) -> None:
    """A day that no calendar has is kept as it was written."""
    ((_, value),) = times(parser, "It was signed on June 31, 2023.")
    assert (value.start, value.month, value.day, value.year) == (None, 6, 31, 2023)
