"""Comparing two times: containment agrees, disjoint intervals clash, and the reason says why.

Weeks run from Monday to Sunday (ISO 8601), and "next week" in an English-language
paper is the week after the one of publication. Two clock times agree within the
rounding their wording shows: "9pm" and "20:49" do, "8.49pm" and "8.40pm" do not.

What cannot be known is "unrelated", never a conflict: a wording that no anchor
resolves against an absolute date, a clock time with a zone against one without when
whole hours lie between them, figures that may be read day first or month first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from claimcheck.compare.bounds import compare_bounds
from claimcheck.compare.daytime import compare_daytimes
from claimcheck.types import Time, Verdict

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Hours ahead of GMT. A name that two seasons or two countries share lists all it may mean.
_OFFSETS: dict[str, tuple[float, ...]] = {
    "GMT": (0,), "UTC": (0,), "BST": (1,), "CET": (1,), "CEST": (2,), "EET": (2,), "EEST": (3,), "MSK": (3,),
    "SAST": (2,), "EST": (-5,), "EDT": (-4,), "ET": (-5, -4), "CST": (-6,), "CDT": (-5,), "CT": (-6, -5),
    "MST": (-7,), "MDT": (-6,), "MT": (-7, -6), "PST": (-8,), "PDT": (-7,), "PT": (-8, -7), "AKST": (-9,),
    "AKDT": (-8,), "HST": (-10,), "AEST": (10,), "AEDT": (11,), "NZST": (12,), "NZDT": (13,), "JST": (9,),
    "KST": (9,), "IST": (5.5, 1, 2),
}  # fmt: skip

_ROUND = 15  # minutes by which a time told to the hour may differ from one told to the minute
_ABOUT = 10  # minutes that "about" adds to a time told to the minute
_LONG = frozenset({"week", "weekend", "month", "season", "quarter", "year", "decade"})


def say_day(day: datetime, *, weekday: bool = False) -> str:
    """A day as the reports write it: "11 July 2023", "Tuesday 27 June 2023"."""
    name = f"{_WEEKDAYS[day.weekday()]} " if weekday else ""
    return f"{name}{day.day} {_MONTHS[day.month - 1]} {day.year}"


def compare_times(a: Time, b: Time, *, words: tuple[str, str] | None = None) -> Verdict:
    """Whether two times can be the same moment, and why.

    `words` are the two wordings, for the reason; without them the values are spelled out.
    """
    said = words or (_said(a), _said(b))
    if a == b:
        return Verdict("same", f"both say {_quoted(said[0])}")
    if a.bound or b.bound:
        bounded = (_bounded(a, said[0]), _bounded(b, said[1]))
        return compare_bounds(a, b, bounded, lambda x, y: compare_times(x, y, words=bounded), say_interval)
    if a.start is not None and b.start is not None:
        verdict = _resolved(a, b, said)
    else:
        verdict = (_unresolved if a.start is b.start else _one_resolved)(a, b, said)
    if verdict.relation == "conflict" and a.zone != b.zone:
        return between_zones(a, b, said) or verdict
    return verdict


def between_zones(a: Time, b: Time, said: tuple[str, str]) -> Verdict | None:
    """Whether two days on either side of a midnight can be one moment, given that an article names a time zone."""
    if a.clock or b.clock or not {a.granularity, b.granularity} <= {"day", "part-of-day"}:
        return None
    if a.start is not None and b.start is not None:
        apart = abs((a.start.date() - b.start.date()).days)
    elif a.weekday is not None and b.weekday is not None:
        apart = min((a.weekday - b.weekday) % 7, (b.weekday - a.weekday) % 7)
    else:
        return None
    first, second = (_quoted(words) for words in said)
    reason = f"{first} and {second} can be one moment in two time zones, a midnight between them"
    return Verdict("compatible", reason) if apart == 1 else None


def _quoted(text: str) -> str:
    return f"“{text}”"


def _bounded(time: Time, words: str) -> str:
    """The wording with its bound in front, where it is not there already."""
    return f"{time.bound} {words}" if time.bound and not words.startswith(f"{time.bound} ") else words


def _said(time: Time) -> str:
    """The time in words, from its fields."""
    return _bounded(time, _said_plainly(time))


def _said_plainly(time: Time) -> str:
    wording = time.anchor.split(", counted from ")
    if len(wording) == 2:
        return wording[0]
    parts = list(_spelled(time))
    if not parts and time.start is not None and time.end is not None:
        parts = [say_interval(time)]
    return " ".join(parts) or "a time without a date"


def _spelled(time: Time) -> Iterator[str]:
    if time.approximate and time.clock:
        yield "about"
    if time.clock:
        yield f"{time.clock[0]}:{time.clock[1]:02d}"
    if time.zone:
        yield time.zone
    if time.weekday is not None:
        yield _WEEKDAYS[time.weekday]
    if time.part and time.start is None:
        yield time.part
    if time.month is None and time.start is not None:
        return
    if time.day is not None:
        yield str(time.day)
    if time.month is not None:
        yield _MONTHS[time.month - 1]
    if time.year is not None:
        yield str(time.year)


def say_interval(time: Time) -> str:
    """The days a time covers: "11 July 2023", "3 to 9 July 2023"."""
    if time.start is None or time.end is None:
        return "an unknown day"
    last = time.end - timedelta(seconds=1)
    first_day, last_day = say_day(time.start), say_day(last)
    if first_day == last_day:
        return first_day
    if (time.start.month, time.start.year) == (last.month, last.year):
        return f"{time.start.day} to {last_day}"
    return f"{first_day} to {last_day}"


# --------------------------------------------------------------------------- both resolved


def _resolved(a: Time, b: Time, said: tuple[str, str]) -> Verdict:
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return Verdict("unrelated", "no date is known")
    if a.clock and b.clock and (verdict := _same_day_clocks(a, b, said)):
        return verdict
    first, second = _quoted(said[0]), _quoted(said[1])
    if (a.start, a.end) == (b.start, b.end):
        return Verdict("same", f"{first} and {second} are both {say_interval(a)}")
    if a.start < b.end and b.start < a.end:
        return Verdict("compatible", _overlap_reason(a, b, said))
    if _spill(a, b):
        return Verdict("compatible", f"{first} and {second} meet in the small hours of a night")
    return Verdict("conflict", _disjoint_reason(a, b, said))


def _same_day_clocks(a: Time, b: Time, said: tuple[str, str]) -> Verdict | None:
    """Clock times of one day, or of days that a time zone may part; None when the days themselves differ."""
    if a.start is None or b.start is None:
        return None
    if a.zone == b.zone:
        return _clocks(a, b, said) if a.start.date() == b.start.date() else None
    return _zoned(a, b, said) if abs(a.start - b.start) < timedelta(days=1) else None


def _overlap_reason(a: Time, b: Time, said: tuple[str, str]) -> str:
    first, second = _quoted(said[0]), _quoted(said[1])
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return f"{first} and {second} may be the same time"
    inner = a.start >= b.start and a.end <= b.end
    outer = b.start >= a.start and b.end <= a.end
    if inner or outer:
        (part, narrow), (whole, wide) = ((first, a), (second, b)) if inner else ((second, b), (first, a))
        return f"{part}{_in_brackets(narrow)} lies within {whole}{_in_brackets(wide)}"
    return f"{first} ({say_interval(a)}) and {second} ({say_interval(b)}) overlap"


def _in_brackets(time: Time) -> str:
    """The dates of a wording that does not name them itself."""
    return f" ({say_interval(time)})" if time.deictic else ""


def _spill(a: Time, b: Time) -> bool:
    """Whether two parts of a day touch: "late Friday" and "early Saturday"."""
    if a.granularity != "part-of-day" or b.granularity != "part-of-day":
        return False
    return a.end == b.start or b.end == a.start


def _disjoint_reason(a: Time, b: Time, said: tuple[str, str]) -> str:
    """Names the interval that the wider or deictic wording covers, and where the other lies."""
    (wide, wide_said), (narrow, narrow_said) = ((a, said[0]), (b, said[1]))
    if _width(b) > _width(a) or (b.deictic and not a.deictic and _width(a) == _width(b)):
        wide, wide_said, narrow, narrow_said = b, said[1], a, said[0]
    if wide.start is None or wide.end is None or narrow.start is None or narrow.end is None:
        return f"{_quoted(wide_said)} is not {_quoted(narrow_said)}"
    counted = _counted(wide, wide_said)
    edge = _edge(wide, narrow)
    return f"{counted}{edge}; {_placed(wide, narrow, narrow_said)}"


def _width(time: Time) -> timedelta:
    return time.end - time.start if time.start is not None and time.end is not None else timedelta()


def _counted(time: Time, said: str) -> str:
    """ "next week, counted from Tuesday 27 June 2023,": the wording with what it was counted from."""
    anchor = time.anchor
    if ", counted from " in anchor:
        return f"{_quoted(said)}, counted from {anchor.split(', counted from ', 1)[1]},"
    if time.deictic and anchor:
        return f"{_quoted(said)}, read as the {anchor},"
    return _quoted(said)


def _edge(wide: Time, narrow: Time) -> str:
    """Where the wider wording ends, or starts, on the side where the other one lies."""
    if wide.start is None or wide.end is None or narrow.start is None:
        return ""
    if _width(wide) <= timedelta(days=1) and wide.granularity == "day":
        return f" is {say_interval(wide)}"
    if wide.granularity in {"part-of-day", "hour", "minute"}:
        return f" runs to {_moment(wide.end)}" if narrow.start >= wide.end else f" starts at {_moment(wide.start)}"
    after = narrow.start >= wide.end
    day = say_day(wide.end - timedelta(seconds=1)) if after else say_day(wide.start)
    return f" ends on {day}" if after else f" starts on {day}"


def _moment(moment: datetime) -> str:
    return f"{moment.hour}:{moment.minute:02d} on {say_day(moment)}"


def _placed(wide: Time, narrow: Time, said: str) -> str:
    if wide.start is None or wide.end is None or narrow.start is None:
        return f"{_quoted(said)} does not"
    if wide.granularity == "week":
        weeks = ((narrow.start - wide.start).days // 7) if narrow.start >= wide.start else -1
        if weeks == 1:
            return f"{_quoted(said)} falls in the week after"
        if weeks < 0 and (wide.start - narrow.start).days <= 7:
            return f"{_quoted(said)} falls in the week before"
    counted = f", {say_interval(narrow)}," if narrow.deictic else ""
    if narrow.granularity in {"hour", "minute", "part-of-day"} and wide.granularity not in _LONG:
        return f"{_quoted(said)} is {_moment(narrow.start)}"
    return f"{_quoted(said)}{counted} is {'later' if narrow.start >= wide.end else 'earlier'}"


# --------------------------------------------------------------------------- clock times


def _minutes(time: Time) -> int:
    hour, minute = time.clock or (0, 0)
    return 60 * hour + minute


def _tolerance(time: Time) -> int:
    """Minutes on either side that the wording admits."""
    return _ROUND if time.granularity == "hour" else _ABOUT if time.approximate else 0


def _clocks(a: Time, b: Time, said: tuple[str, str], *, shift: int = 0) -> Verdict:
    """Two times on clocks `shift` minutes apart (a's is ahead)."""
    difference = abs((_minutes(a) - _minutes(b) - shift + 720) % 1440 - 720)
    first, second = _quoted(said[0]), _quoted(said[1])
    converted = f" once {b.zone or 'the zone'} is converted to {a.zone}" if shift else ""
    if difference == 0:
        relation = "compatible" if shift or a.approximate != b.approximate else "same"
        return Verdict(
            "same" if relation == "same" else "compatible", f"{first} and {second} are the same time{converted}"
        )
    if difference <= _tolerance(a) + _tolerance(b):
        return Verdict(
            "compatible", f"{first} and {second} are {difference} minutes apart{converted}, within their rounding"
        )
    apart = f"{difference // 60} h {difference % 60:02d} min" if difference >= 60 else f"{difference} minutes"
    return Verdict("conflict", f"{first} and {second} are {apart} apart{converted}")


def _zoned(a: Time, b: Time, said: tuple[str, str]) -> Verdict:
    """Two clock times of which at least one names its zone; the most favourable reading counts."""
    offsets_a, offsets_b = _OFFSETS.get(a.zone), _OFFSETS.get(b.zone)
    if a.zone == b.zone:
        return _clocks(a, b, said)
    if offsets_a and offsets_b:
        shifts = [round(60 * (x - y)) for x in offsets_a for y in offsets_b]
        verdicts = [_clocks(a, b, said, shift=shift) for shift in shifts]
        return next((v for v in verdicts if v.relation != "conflict"), verdicts[0])
    difference = (_minutes(a) - _minutes(b)) % 60
    if min(difference, 60 - difference) <= _tolerance(a) + _tolerance(b) and difference is not None:
        if _clocks(a, b, said).relation != "conflict":
            return _clocks(a, b, said)
        return Verdict("unrelated", f"{_quoted(said[0])} and {_quoted(said[1])} may be one time in two zones")
    return Verdict("unrelated", f"the zone of {_quoted(said[1] if a.zone else said[0])} is not known")


# --------------------------------------------------------------------------- without dates


def _unresolved(a: Time, b: Time, said: tuple[str, str]) -> Verdict:
    """Two times without a date: their weekdays, days of the month and clocks, as far as both have them."""
    verdicts = [v for v in (_weekdays(a, b, said), _calendar_days(a, b, said)) if v]
    conflict = next((v for v in verdicts if v.relation != "compatible"), None)
    if conflict:
        return conflict
    if a.clock and b.clock:
        return _zoned(a, b, said) if a.zone or b.zone else _clocks(a, b, said)
    if verdicts:
        return compare_daytimes(a, b, said) or verdicts[0]
    return Verdict("unrelated", f"nothing fixes {_quoted(said[0])} and {_quoted(said[1])} to a date")


def _weekdays(a: Time, b: Time, said: tuple[str, str]) -> Verdict | None:
    if a.weekday is None or b.weekday is None:
        return None
    first, second = _quoted(said[0]), _quoted(said[1])
    if a.weekday == b.weekday:
        return Verdict("compatible", f"{first} and {second} name the same weekday")
    if a.deictic and b.deictic and not _opposite_tenses(a, b):
        return Verdict("conflict", f"{first} and {second} are different days, both counted from the same undated days")
    if not a.deictic and not b.deictic and (a.month, a.day) == (b.month, b.day) and a.day is not None:
        return Verdict("conflict", f"{first} and {second} give one date two weekdays")
    return Verdict("unrelated", f"{first} and {second} may be counted from different days")


def _opposite_tenses(a: Time, b: Time) -> bool:
    """Whether one undated weekday looks back and the other ahead: "Friday" may then be two days."""
    tenses = {tense for time in (a, b) for tense in ("past", "future") if tense in time.anchor}
    return len(tenses) == 2


def _calendar_days(a: Time, b: Time, said: tuple[str, str]) -> Verdict | None:
    first, second = _quoted(said[0]), _quoted(said[1])
    if a.year is not None and b.year is not None and a.year != b.year:
        return Verdict("conflict", f"{first} and {second} are in different years")
    if a.month is None or b.month is None:
        return None
    if a.month != b.month or (a.day is not None and b.day is not None and a.day != b.day):
        if "year" in a.anchor or "year" in b.anchor:
            return Verdict("unrelated", f"{first} and {second} may be of different years")
        return Verdict("conflict", f"{first} and {second} are different days")
    if (a.day is None) != (b.day is None):
        inner, outer = (first, second) if a.day is not None else (second, first)
        return Verdict("compatible", f"{inner} lies within {outer}")
    return Verdict("compatible", f"{first} and {second} name the same day of the year")


def _one_resolved(a: Time, b: Time, said: tuple[str, str]) -> Verdict:
    """One date known, the other wording without an anchor: only what its own fields say can agree or clash."""
    known, loose = (a, b) if a.start is not None else (b, a)
    first, second = _quoted(said[0]), _quoted(said[1])
    if known.start is None or known.end is None:
        return Verdict("unrelated", f"nothing fixes {first} and {second} to a date")
    if loose.month is not None and not loose.deictic:
        return _within_a_year(known, loose, said)
    if loose.weekday is not None and _width(known) <= timedelta(days=1):
        if known.start.weekday() == loose.weekday:
            return Verdict(
                "compatible", f"{first} and {second}: {say_day(known.start)} is a {_WEEKDAYS[loose.weekday]}"
            )
        return Verdict("unrelated", f"the article's own date is not known, so {first} and {second} cannot be compared")
    if known.clock and loose.clock and loose.weekday is None:
        return _zoned(known, loose, said) if known.zone or loose.zone else _clocks(known, loose, said)
    return Verdict("unrelated", f"the article's own date is not known, so {first} and {second} cannot be compared")


def _within_a_year(known: Time, loose: Time, said: tuple[str, str]) -> Verdict:
    """A day of a month without its year against a full date: tried in the years that the date touches."""
    first, second = _quoted(said[0]), _quoted(said[1])
    if known.start is None or known.end is None or loose.month is None:
        return Verdict("unrelated", f"nothing fixes {first} and {second} to a date")
    if loose.year is not None and loose.day is not None:
        return Verdict("unrelated", f"one of {first} and {second} is no day of the calendar")
    for year in range(known.start.year, known.end.year + 1):
        start, end = _days_of(year, loose.month, loose.day)
        if start is not None and end is not None and start < known.end and known.start < end:
            return Verdict("compatible", f"{first} and {second} agree on the day of the year")
    return Verdict("conflict", f"{first} and {second} are different days, whatever the year")


def _days_of(year: int, month: int, day: int | None) -> tuple[datetime | None, datetime | None]:
    try:
        start = datetime(year, month, day or 1)
        following = datetime(year + month // 12, month % 12 + 1, 1)
    except ValueError:
        return None, None
    return start, (start + timedelta(days=1) if day else following)
