"""Calendar and clock wordings in running text: pieces, not yet resolved to dates.

This is the lexical half of times. A piece says what its words say ("weekday 1",
"month 7, day 11", "the week after") and where they stand. Words that may be
something else ("may", "March", "fall", "second", "Sun") count only in a form that
only a date has; what the characters cannot decide, `times` asks the parse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from claimcheck.extract.numerals import Numeral, scan

PieceKind = Literal[
    "date", "month", "year", "decade", "season", "quarter", "weekday", "relative-day", "relative", "weekend",
    "ago", "shift", "span", "clock", "part", "overnight",
]  # fmt: skip
Part = Literal["", "early", "morning", "afternoon", "evening", "night", "late", "mid", "middle"]


@dataclass(frozen=True, slots=True)
class Piece:
    """What one wording says. Fields that it does not speak of are None or empty.

    `which` is "last", "this", "next", "previous" or "following"; `unit` names the
    stretch ("week", "month", "day" …); `low` and `high` count units ("a few months
    ago" is 2 to 9); `offset` counts days from the article's own ("yesterday" is -1).
    """

    start: int
    end: int
    kind: PieceKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    weekday: int | None = None
    which: str = ""
    part: Part = ""
    clock: tuple[int, int] | None = None
    whole_hour: bool = False
    zone: str = ""
    unit: str = ""
    low: float = 0
    high: float = 0
    offset: int = 0
    approximate: bool = False
    shade: str = ""  # "before" or "after" in "shortly before 9pm"
    ambiguous: bool = False  # a date in figures that may be read two ways


_MONTH_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTHS = {name.lower(): number for number, name in enumerate(_MONTH_NAMES, 1)}
MONTHS |= {name[:3].lower(): number for number, name in enumerate(_MONTH_NAMES, 1)} | {"sept": 9}
_WEEKDAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEEKDAYS = {name.lower(): number for number, name in enumerate(_WEEKDAY_NAMES)}
WEEKDAYS |= {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
# Months whose names are also verbs, adverbs or given names: alone they need a date's surroundings.
_AMBIGUOUS_MONTHS = frozenset({"may", "march", "april", "june", "august", "mar"})

_FULL = "|".join([*_MONTH_NAMES, *(n.upper() for n in _MONTH_NAMES)])
_SHORT = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_M = rf"(?:{_FULL}|(?:{_SHORT})\b\.?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d|:\s\d)"
_Y = r"(?:1[5-9]\d\d|20\d\d)(?![\w%]|[.,:]\d|:\s\d)"
_TO = r"\s?(?:-|–|—|to|and|&|through|thru|until)\s?"
_PARTS = r"morning|afternoon|evening|night"
_W = rf"(?:{'|'.join(_WEEKDAY_NAMES)}|{'|'.join(n.upper() for n in _WEEKDAY_NAMES)})"
_W_SHORT = r"(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?(?=,?\s(?:the\s)?\d|,?\s(?:" + _SHORT + r"|" + _FULL + r")\b)"
_WHICH = r"(?:this past|this coming|the coming|last|this|next|the following|the previous|previous|following)"
_SEASONS = r"spring|summer|autumn|fall|winter"
_SPAN_UNITS = r"(?:minute|hour|day|week|weekend|month|year|decade)s?"

_ZONES = (
    "GMT|UTC|BST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|CET|CEST|EET|EEST|MSK|SAST|AKST|AKDT|HST|AEST|AEDT|"
    "NZST|NZDT|JST|KST|IST|Eastern|Central|Mountain|Pacific|Coordinated Universal Time|Greenwich Mean Time"
)
_ZONE = rf"(?:\s?(?P<zone>local(?:\s[Tt]ime)?|(?:{_ZONES})(?:\s(?:[Tt]ime|Standard Time|Daylight Time))?)\b)"
_NEAR = r"(?P<near>(?:about|around|approximately|roughly|circa|some time around|just|shortly|soon|moments|a little)" \
        r"(?:\s(?:before|after|past))?\s)?"  # fmt: skip


def find_pieces(text: str) -> tuple[Piece, ...]:
    """Every calendar or clock wording of `text`, left to right; of two that overlap the longer wins."""
    found = [piece for pattern, build in _TABLE for m in pattern.finditer(text) if (piece := build(m))]
    found += _counted(text)
    chosen: list[Piece] = []
    for piece in sorted(found, key=lambda p: (p.start - p.end, p.start)):
        if all(piece.end <= other.start or other.end <= piece.start for other in chosen):
            chosen.append(piece)
    return tuple(sorted(chosen, key=lambda p: p.start))


def is_ambiguous_month(piece: Piece, text: str) -> bool:
    """Whether a bare month could be a word or a given name ("may", "March", "June")."""
    words = re.findall(r"[A-Za-z]+", text[piece.start : piece.end])
    return piece.kind == "month" and piece.year is None and bool(words) and words[-1].lower() in _AMBIGUOUS_MONTHS


# --------------------------------------------------------------------------- builders


def _number(text: str | None) -> int | None:
    digits = re.match(r"\d+", text or "")
    return int(digits.group()) if digits else None


def _month(text: str | None) -> int | None:
    return MONTHS.get((text or "").rstrip(".").lower())


def _full_year(text: str | None) -> int | None:
    """A year of two or four digits; two digits mean the years 1970 to 2069."""
    value = _number(text)
    if value is None or len((text or "").strip()) > 2:
        return value
    return value + (1900 if value >= 70 else 2000)


def _date(m: re.Match[str]) -> Piece | None:
    groups = m.groupdict()
    month = _month(groups["month"])
    day, last = _number(groups["day"]), _number(groups.get("day2"))
    end_month = _month(groups.get("month2")) or (month if last else None)
    if month is None or day is None:
        return None
    if last is not None and end_month == month and last <= day:
        return None
    year = _number(groups.get("year"))
    return Piece(
        m.start(), m.end(), "date", year=year, month=month, day=day, end_year=year if last else None,
        end_month=end_month, end_day=last,
    )  # fmt: skip


def _figures(m: re.Match[str]) -> Piece | None:
    """ "6/27/2023", "27.06.2023": the order is known only when one of the two is over 12."""
    first, second, year = int(m["first"]), int(m["second"]), _full_year(m["year"])
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    if first <= 12 and second <= 12 and first != second:
        return Piece(m.start(), m.end(), "date", year=year, ambiguous=True)
    month, day = (second, first) if first > 12 else (first, second)
    return Piece(m.start(), m.end(), "date", year=year, month=month, day=day)


def _iso(m: re.Match[str]) -> Piece | None:
    month, day = int(m["month"]), int(m["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Piece(m.start(), m.end(), "date", year=int(m["year"]), month=month, day=day)


def _month_alone(m: re.Match[str]) -> Piece | None:
    which = _which(m["which"])
    return Piece(
        m.start(), m.end(), "month", month=_month(m["month"]), year=_number(m["year"]), part=_shade(m["shade"]),
        which=which,
    )  # fmt: skip


def _shade(text: str | None) -> Part:
    words: dict[str, Part] = {"early": "early", "late": "late", "mid": "mid", "middle": "middle"}
    found = re.search(r"early|late|mid", (text or "").lower())
    return words[found.group()] if found else ""


def _which(text: str | None) -> str:
    words = (text or "").lower()
    for name in ("past", "last", "coming", "next", "this", "previous", "following"):
        if name in words:
            return {"past": "last", "coming": "next"}.get(name, name)
    return ""


def _weekday(m: re.Match[str]) -> Piece | None:
    part: Part = (m["part"] or "").lower()  # type: ignore[assignment]
    early = _shade(m["early"])
    return Piece(
        m.start(), m.end(), "weekday", weekday=WEEKDAYS[m["weekday"].rstrip(".").lower()], which=_which(m["which"]),
        part=part or early if early != "early" or not part else "early",
    )  # fmt: skip


def _relative_day(m: re.Match[str]) -> Piece | None:
    word = m["word"].lower()
    offset = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    part: Part = (m["part"] or "").lower() or ("night" if word == "tonight" else "")  # type: ignore[assignment]
    return Piece(m.start(), m.end(), "relative-day", offset=offset, part=part or _shade(m["early"]))


def _relative(m: re.Match[str]) -> Piece | None:
    which, unit = _which(m["which"]), m["unit"].lower()
    if unit in {"morning", "afternoon", "evening", "night", "day"}:
        if unit == "day" and which in {"last", "this"}:
            return None  # "the last day of the visit"
        if which not in {"last", "this"}:
            return Piece(m.start(), m.end(), "shift", which=which, unit="day", low=1, high=1)
        part: Part = unit  # type: ignore[assignment]
        return Piece(m.start(), m.end(), "relative-day", offset=-1 if which == "last" else 0, part=part)
    if which in {"previous", "following"}:
        return Piece(m.start(), m.end(), "shift", which=which, unit=unit, low=1, high=1)
    if which in {"last", "next"} and m.string[: m.start("which")].lower().endswith("the ") and unit != "weekend":
        return Piece(m.start(), m.end(), "span", which=which, unit=unit, low=1, high=1, approximate=True)
    kind: PieceKind = "weekend" if unit == "weekend" else "season" if re.fullmatch(_SEASONS, unit) else "relative"
    return Piece(m.start(), m.end(), kind, which=which, unit=unit, part=_shade(m["shade"]))


def _weekend(m: re.Match[str]) -> Piece | None:
    return Piece(m.start(), m.end(), "weekend", unit="weekend")


def _span(m: re.Match[str]) -> Piece | None:
    """ "in the next few days", "the past two weeks", "recent months", "the coming year"."""
    unit = m["unit"].lower().removesuffix("s")
    which = "last" if m["which"].lower() in {"last", "past", "recent", "previous"} else "next"
    bare_plural = m["which"].lower() in {"recent", "coming"} or m.group().lower().startswith("the ")
    if m["count"] is None and not (m["unit"].lower().endswith("s") and bare_plural):
        return None
    numbers = scan(m["count"] or "")
    if m["count"] and not numbers and "few" not in m["count"].lower():
        return None  # "the last difficult days"
    low, high = (numbers[0].low, numbers[0].high) if numbers else (2, 9)
    if m["count"] and "few" in m["count"].lower():
        low, high = 2, 9
    return Piece(m.start(), m.end(), "span", which=which, unit=unit, low=low, high=high, approximate=True)


def _year(m: re.Match[str]) -> Piece | None:
    return Piece(
        m.start("year"), m.end(), "year", year=_number(m["year"]), end_year=_end_year(m), part=_shade(m["shade"])
    )


def _end_year(m: re.Match[str]) -> int | None:
    last = m["year2"]
    if last is None:
        return None
    first = m["year"]
    value = int(first[: 4 - len(last)] + last)
    return value if value > int(first) else None


def _decade(m: re.Match[str]) -> Piece | None:
    digits = m["digits"]
    year = int(digits) if len(digits) == 4 else 1900 + int(digits) if int(digits) >= 30 else 2000 + int(digits)
    return Piece(m.start(), m.end(), "decade", year=year, part=_shade(m["shade"]))


def _season(m: re.Match[str]) -> Piece | None:
    return Piece(m.start(), m.end(), "season", unit=m["unit"].lower(), year=_number(m["year"]))


def _quarter(m: re.Match[str]) -> Piece | None:
    ordinals = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
    number = int(m["digit"]) if m["digit"] else ordinals[m["word"].lower()]
    return Piece(m.start(), m.end(), "quarter", low=number, high=number, year=_number(m["year"]))


def _near(m: re.Match[str]) -> tuple[bool, str]:
    words = (m["near"] or "").lower()
    shade = "before" if "before" in words else "after" if "after" in words or "past" in words else ""
    return bool(words) and words.strip() != "just", shade


def _clock_12(m: re.Match[str]) -> Piece | None:
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    if not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if m["half"].lower() == "p" else 0)
    return _clock(m, hour, minute)


def _clock_24(m: re.Match[str]) -> Piece | None:
    return _clock(m, int(m["hour"]), int(m["minute"]))


def _clock_word(m: re.Match[str]) -> Piece | None:
    word = m["word"].lower()
    return _clock(m, 0 if word == "midnight" else 12, 0)


def _clock(m: re.Match[str], hour: int, minute: int) -> Piece:
    groups = m.groupdict()
    near, shade = _near(m) if "near" in groups else (False, "")
    return Piece(
        m.start(), m.end(), "clock", clock=(hour, minute), zone=zone_name(groups.get("zone")), approximate=near,
        shade=shade, whole_hour=minute == 0 and not groups.get("minute"),
    )  # fmt: skip


def zone_name(text: str | None) -> str:
    """A zone as its usual short name, "" without one."""
    words = (text or "").strip()
    if words.lower().startswith("local"):
        return "local"
    words = re.sub(r"\s(?:[Tt]ime|Standard Time|Daylight Time)$", "", words)
    long = {"Coordinated Universal": "UTC", "Greenwich Mean": "GMT", "Eastern": "ET", "Central": "CT"}
    return (long | {"Mountain": "MT", "Pacific": "PT"}).get(words, words)


def _part(m: re.Match[str]) -> Piece | None:
    part: Part = m["part"].lower() if m["part"] else "early"  # type: ignore[assignment]
    return Piece(m.start(), m.end(), "part", part="early" if m["early"] else part)


def _overnight(m: re.Match[str]) -> Piece | None:
    return Piece(m.start(), m.end(), "overnight")


def _holiday(m: re.Match[str]) -> Piece | None:
    """Feasts on a fixed day of the year; the day must be named as one ("Christmas" alone is a season)."""
    month, day = _HOLIDAYS[m.group().lower().replace("’", "'")]
    return Piece(m.start(), m.end(), "date", month=month, day=day)


_HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
}

_CLOCK_BEFORE = r"(?<=\bat\s)|(?<=\bby\s)|(?<=around\s)|(?<=about\s)|(?<=until\s)|(?<=from\s)|(?<=since\s)|" \
    r"(?<=before\s)|(?<=after\s)|(?<=between\s)|(?<=approximately\s)|(?<=\band\s)|(?<=\bto\s)|(?<=past\s)|(?<=time\s)"  # fmt: skip
_HM24 = r"(?P<hour>[01]?\d|2[0-3]):\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?"
_NOT_SPORT = r"(?!\s(?:left|remaining|to play|to go|mark|of the|on the clock|into)\b|\w|[.,:]\d)"

_TABLE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Piece | None]], ...] = (
    (re.compile(rf"\b(?P<month>{_M})\s?(?P<day>{_DAY}){_TO}(?P<month2>{_M})\s(?P<day2>{_DAY})(?:,?\s(?P<year>{_Y}))?"), _date),
    (re.compile(rf"\b(?P<month>{_M})\s?(?P<day>{_DAY})(?:{_TO}(?P<day2>{_DAY}))?(?:,?\s(?P<year>{_Y}))?"), _date),
    (re.compile(rf"\b(?P<month>{_M})\s?(?P<day>{_DAY})(?:,?\s(?P<year>{_Y}))?"), _date),
    (re.compile(rf"(?<![\w.,:/-])(?:the\s)?(?P<day>{_DAY})(?:{_TO}(?P<day2>{_DAY}))?\s(?:of\s)?(?P<month>{_M})(?!\w)(?:,?\s(?P<year>{_Y}))?"), _date),
    (re.compile(r"(?<![\w./-])(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"), _iso),
    (re.compile(r"(?<![\w./-])(?P<first>\d{1,2})(?P<sep>[/.])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)"), _figures),
    (re.compile(rf"(?P<which>\b(?i:last|this|next|this past)\s)?(?P<shade>\b(?i:early|late|mid)[\s-])?\b(?P<month>{_FULL}|(?:Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec)\.)(?!\w)(?:,?\s(?:of\s)?(?P<year>{_Y}))?"), _month_alone),
    (re.compile(rf"(?P<which>\b(?i:{_WHICH})\s)?(?P<early>\b(?i:early|late|mid)[\s-](?:on\s)?)?\b(?P<weekday>{_W}|{_W_SHORT})(?!s\b|\w)(?:\s(?P<part>{_PARTS})\b)?"), _weekday),
    (re.compile(rf"(?P<early>\b(?:early|late|mid)[\s-])?\b(?P<word>today|tonight|yesterday|tomorrow)\b(?:\s(?P<part>{_PARTS})\b)?", re.IGNORECASE), _relative_day),
    (re.compile(rf"(?P<shade>\b(?:early|earlier|late|later|mid)[\s-])?\b(?P<which>{_WHICH})\s(?P<unit>{_PARTS}|day|week|weekend|month|quarter|year|decade|{_SEASONS})\b(?!-)", re.IGNORECASE), _relative),
    (re.compile(r"(?<!\bevery\s)(?<!\bper\s)\b(?:the\s)?weekend\b(?!-)", re.IGNORECASE), _weekend),
    (re.compile(rf"\b(?:the\s)?(?P<which>next|coming|past|last|previous|recent)\s(?P<count>(?:a\s)?(?:[\w-]+\s){{1,2}}?(?:of\s)?)?(?P<unit>{_SPAN_UNITS})\b", re.IGNORECASE), _span),
    (re.compile(rf"(?<![\w.,:/$£€-])(?P<shade>\b(?:early|late|mid)[\s-])?(?P<year>{_Y.replace('(?!', '(?![-–]?st|')})(?:[-–/](?P<year2>\d\d(?:\d\d)?)(?!\d))?"), _year),
    (re.compile(r"(?P<shade>\b(?:early|late|mid)[\s-])?(?<![\w.,$£€])(?:the\s)?(?:'|’)?(?P<digits>(?:1[89]|20)\d0|[3-9]0)(?:'|’)?s\b", re.IGNORECASE), _decade),
    (re.compile(rf"\b(?P<unit>{_SEASONS})\s(?:of\s)?(?P<year>{_Y})", re.IGNORECASE), _season),
    (re.compile(rf"\bthe\s(?P<unit>{_SEASONS})(?P<year>)\b(?!\s(?:of|in|to|down|from|into)\b)"), _season),
    (re.compile(rf"\b(?:Q(?P<digit>[1-4])|(?P<word>first|second|third|fourth|final|last)[\s-]quarter(?=\sof\s(?:{_Y}|the\s(?:fiscal\s)?year)))(?:\s(?:of\s)?(?P<year>{_Y}))?"), _quarter),
    (re.compile(rf"{_NEAR}(?<![\w.,:$£€/])(?P<hour>\d{{1,2}})(?:\s?[:.]\s?(?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.\s?m\b\.?|m\b){_ZONE}?", re.IGNORECASE), _clock_12),
    (re.compile(rf"{_NEAR}(?<![\w.,:$£€/-]){_HM24}{_NOT_SPORT}{_ZONE}"), _clock_24),
    (re.compile(rf"(?:{_NEAR[:-1]}|{_CLOCK_BEFORE}|^)(?<![\w.,:$£€/-]){_HM24}{_NOT_SPORT}{_ZONE}?"), _clock_24),
    (re.compile(rf"{_NEAR}(?<![\w.,:$£€/-])(?P<hour>[01]\d|2[0-3])\.?(?P<minute>[0-5]\d)(?:\s?(?:hours|hrs))?{_ZONE}"), _clock_24),
    (re.compile(rf"{_NEAR}(?<![\w.,:$£€/-])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?:hours|hrs)\b{_ZONE}?"), _clock_24),
    (re.compile(rf"{_NEAR}\b(?P<word>noon|midday|midnight)\b{_ZONE}?", re.IGNORECASE), _clock_word),
    (re.compile(rf"(?:\b(?:in|during)\sthe\s)(?P<early>early\s)?(?:hours\sof\s(?:the\s)?)?(?P<part>{_PARTS})\b(?!\s(?:newspaper|news|show|session))", re.IGNORECASE), _part),
    (re.compile(r"(?P<early>\b(?:in|during)\sthe\searly\shours\b(?:\sof)?)(?P<part>)", re.IGNORECASE), _part),
    (re.compile(r"\bovernight\b", re.IGNORECASE), _overnight),
    (re.compile(r"\b(?:Christmas (?:Eve|Day)|Boxing Day|New Year['’]s (?:Eve|Day)|Valentine['’]s Day)\b"), _holiday),
)  # fmt: skip

_SHIFT = re.compile(
    r"[\s-]*(?P<unit>minute|hour|day|week|month|year|decade)s?\s(?P<way>ago|earlier|later|from now|hence|previously)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\b(?P<article>a|an)\s(?P<unit>minute|hour|day|week|month|year|decade)\s(?P<way>ago|earlier|later)\b",
    re.IGNORECASE,
)
_APPROXIMATE = re.compile(
    r"\b(?:(?:just |a little )?(?:over|under)|about|around|some|nearly|almost|roughly|more than|less than|barely|at least)\s$",
    re.IGNORECASE,
)


def _counted(text: str) -> Iterator[Piece]:
    """ "two days ago", "a few months ago", "three weeks earlier": a number, a unit, a direction."""
    for match in _ARTICLE.finditer(text):
        yield _shifted(text, match, match.start(), 1, 1)
    for numeral in scan(text):
        shift = _SHIFT.match(text, numeral.end) if numeral.form in {"number", "vague"} else None
        if shift:
            yield _shifted(text, shift, _range_start(text, numeral), numeral.low, numeral.high)


def _range_start(text: str, numeral: Numeral) -> int:
    approximate = _APPROXIMATE.search(text[: numeral.start])
    return approximate.start() if approximate else numeral.start


def _shifted(text: str, match: re.Match[str], start: int, low: float, high: float) -> Piece:
    way = match["way"].lower()
    return Piece(
        start, match.end(), "ago" if way in {"ago", "from now", "hence"} else "shift", unit=match["unit"].lower(),
        which="last" if way == "ago" else "next" if way in {"from now", "hence"} else way, low=low, high=high,
        approximate=low != high or bool(_APPROXIMATE.search(text[start : match.start()])),
    )  # fmt: skip
