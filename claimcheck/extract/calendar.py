"""Calendar and clock wordings in running text: pieces, not yet resolved to dates.

This is the lexical half of times. A piece says what its words say ("weekday 1",
"month 7, day 11", "the week after") and where they stand. Words that may be
something else ("may", "March", "fall", "second", "Sun") count only in a form that
only a date has; what the characters cannot decide, `times` asks the parse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from claimcheck.extract.numerals import Numeral, scan
from claimcheck.extract.pieces import (
    MONTH_NAMES,
    SEASONS,
    WEEKDAY_NAMES,
    Piece,
    clock_12_piece,
    clock_24_piece,
    clock_word_piece,
    date_piece,
    decade_piece,
    figures_piece,
    fiscal_piece,
    holiday_piece,
    iso_piece,
    month_alone_piece,
    overnight_piece,
    part_piece,
    quarter_piece,
    relative_day_piece,
    relative_piece,
    season_piece,
    span_piece,
    weekday_piece,
    weekend_piece,
    year_piece,
)

# Months whose names are also verbs, adverbs or given names: alone they need a date's surroundings.
_AMBIGUOUS_MONTHS = frozenset({"may", "march", "april", "june", "august", "mar"})

_FULL = "|".join([*MONTH_NAMES, *(n.upper() for n in MONTH_NAMES)])
_SHORT = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_M = rf"(?:{_FULL}|(?:{_SHORT})\b\.?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d|:\s\d)"
_Y = r"(?:1[5-9]\d\d|20\d\d)(?![\w%]|[.,:]\d|:\s\d)"
_TO = r"\s?(?:-|–|—|to|and|&|through|thru|until)\s?"
_PARTS = r"morning|afternoon|evening|night"
_W = rf"(?:{'|'.join(WEEKDAY_NAMES)}|{'|'.join(n.upper() for n in WEEKDAY_NAMES)})"
_W_SHORT = r"(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?(?=,?\s(?:the\s)?\d|,?\s(?:" + _SHORT + r"|" + _FULL + r")\b)"
_WHICH = r"(?:this past|this coming|the coming|last|this|next|the following|the previous|previous|following)"
_SPAN_UNITS = r"(?:minute|hour|day|week|weekend|month|year|decade)s?"

_ZONES = (
    "GMT|UTC|BST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|CET|CEST|EET|EEST|MSK|SAST|AKST|AKDT|HST|AEST|AEDT|"
    "NZST|NZDT|JST|KST|IST|Eastern|Central|Mountain|Pacific|Coordinated Universal Time|Greenwich Mean Time"
)
_ZONE = rf"(?:\s?(?P<zone>local(?:\s[Tt]ime)?|(?:{_ZONES})(?:\s(?:[Tt]ime|Standard Time|Daylight Time))?)\b)"
# A zone behind a day: "Saturday morning local time", "Saturday (Korean time)", "7 p.m. Friday EDT".
ZONE_BEHIND = re.compile(
    rf",?\s(?P<open>\()?(?P<zone>local\s[Tt]ime|(?:{_ZONES})(?:\s(?:[Tt]ime|Standard Time|Daylight Time))?"
    r"|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\stime)(?(open)\)|(?![\w-]))"
)
_NEAR = r"(?P<near>(?:about|around|approximately|roughly|circa|some time around|just|shortly|soon|moments|a little)" \
        r"(?:\s(?:before|after|past))?\s)?"  # fmt: skip
_EDGE = r"(?<![\w.,:$£€/-])"  # figures that go on to the left are something else
_HM24 = r"(?P<hour>[01]?\d|2[0-3]):\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?"
_PREPOSITIONS = (
    "at", "by", "around", "about", "until", "from", "since", "before", "after", "between", "approximately", "and", "to",
    "past", "time",
)  # fmt: skip
_BEFORE_CLOCK = "|".join(rf"(?<=\b{word}\s)" for word in _PREPOSITIONS)
_NOT_SPORT = r"(?!\s(?:left|remaining|to play|to go|mark|of the|on the clock|into)\b|\w|[.,:]\d)"
_OF_YEAR = rf"(?:,?\s(?P<year>{_Y}))?"
_SHADE = r"(?P<shade>\b(?i:early|late|mid)[\s-])?"
_EARLY = r"(?P<early>\b(?i:early|late|mid)[\s-](?:on\s)?)?"
_PART_OF_IT = rf"(?:\s(?P<part>{_PARTS})\b)?"
_STRETCH = rf"{_PARTS}|day|week|weekend|month|quarter|year|decade|{SEASONS}"

_Builder = Callable[[re.Match[str]], Piece | None]


def _row(build: _Builder, *parts: str, any_case: bool = False) -> tuple[re.Pattern[str], _Builder]:
    return re.compile("".join(parts), re.IGNORECASE if any_case else re.NOFLAG), build


_TABLE: tuple[tuple[re.Pattern[str], _Builder], ...] = (
    # "October 26 to November 20, 2011", "July 11 and 12", "July 11, 2023"
    _row(date_piece, rf"\b(?P<month>{_M})\s?(?P<day>{_DAY}){_TO}(?P<month2>{_M})\s(?P<day2>{_DAY})", _OF_YEAR),
    _row(date_piece, rf"\b(?P<month>{_M})\s?(?P<day>{_DAY})(?:{_TO}(?P<day2>{_DAY}))?", _OF_YEAR),
    _row(date_piece, rf"\b(?P<month>{_M})\s?(?P<day>{_DAY})", _OF_YEAR),
    # "11 July 2023", "the 21st of July", "2023-06-29", "6/27/2023"
    _row(
        date_piece, rf"(?<![\w.,:/-])(?:the\s)?(?P<day>{_DAY})(?:{_TO}(?P<day2>{_DAY}))?\s(?:of\s)?",
        rf"(?P<month>{_M})(?!\w)", _OF_YEAR,
    ),
    _row(iso_piece, r"(?<![\w./-])(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"),
    _row(
        figures_piece, r"(?<![\w./-])(?P<first>\d{1,2})(?P<sep>[/.])(?P<second>\d{1,2})(?P=sep)",
        r"(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)",
    ),
    # "late July 2013", "last March"
    _row(
        month_alone_piece, r"(?P<which>\b(?i:last|this|next|this past)\s)?", _SHADE,
        rf"\b(?P<month>{_FULL}|(?:Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec)\.)(?!\w)(?:,?\s(?:of\s)?(?P<year>{_Y}))?",
    ),
    # "last Thursday", "early Tuesday morning"
    _row(
        weekday_piece, rf"(?P<which>\b(?i:{_WHICH})\s)?", _EARLY,
        rf"\b(?P<weekday>{_W}|{_W_SHORT})(?!s\b|\w)", _PART_OF_IT,
    ),
    # "yesterday", "tomorrow morning"; "last week", "earlier this month", "next summer"
    _row(relative_day_piece, _EARLY, r"\b(?P<word>today|tonight|yesterday|tomorrow)\b", _PART_OF_IT, any_case=True),
    _row(
        relative_piece, r"(?P<shade>\b(?:early|earlier|late|later|mid)[\s-])?",
        rf"\b(?P<which>{_WHICH})\s(?P<unit>{_STRETCH})\b(?!-)", any_case=True,
    ),
    _row(weekend_piece, r"(?<!\bevery\s)(?<!\bper\s)\b(?:the\s)?weekend\b(?!-)", any_case=True),
    # "the next few days", "the past two weeks", "recent months"
    _row(
        span_piece, r"\b(?:the\s)?(?P<which>next|coming|past|last|previous|recent)\s",
        rf"(?P<count>(?:a\s)?(?:[\w-]+\s){{1,2}}?(?:of\s)?)?(?P<unit>{_SPAN_UNITS})\b", any_case=True,
    ),
    # "2016", "2002-03"; not "2000-strong"
    _row(
        year_piece, rf"(?<![\w.,:/$£€-]){_SHADE}(?P<year>{_Y})(?![-–]st)",
        r"(?:[-–/](?P<year2>\d\d(?:\d\d)?)(?!\d))?",
    ),
    # "fiscal 2013", "financial year 2013", "FY13"; "2013 fiscal year"
    _row(
        fiscal_piece, r"\b(?:(?:[Ff]iscal|[Ff]inancial)(?:\s[Yy]ear)?\s|FY\s?)['’]?",
        rf"(?P<year>{_Y}|\d\d(?![\w%-]|[.,:]\d))",
    ),
    _row(fiscal_piece, rf"(?<![\w.,:/$£€-])(?P<year>{_Y})\s(?:fiscal|financial)\syear\b"),
    _row(
        decade_piece, _SHADE, r"(?<![\w.,$£€])(?:the\s)?(?:'|’)?",
        r"(?P<digits>(?:1[89]|20)\d0|[3-9]0)(?:'|’)?s\b", any_case=True,
    ),
    # "summer of 2013", "the summer", "third quarter of 2013"
    _row(season_piece, rf"\b(?P<unit>{SEASONS})\s(?:of\s)?(?P<year>{_Y})", any_case=True),
    _row(season_piece, rf"\bthe\s(?P<unit>{SEASONS})(?P<year>)\b(?!\s(?:of|in|to|down|from|into)\b)"),
    _row(
        quarter_piece, r"\b(?:Q(?P<digit>[1-4])|(?P<word>first|second|third|fourth|final|last)[\s-]quarter",
        rf"(?=\sof\s(?:{_Y}|the\s(?:fiscal\s)?year)))(?:\s(?:of\s)?(?P<year>{_Y}))?",
    ),
    # "3 p.m. EDT", "8.49pm"; "20:49 GMT"; "at 20:49"; "2045 GMT"; "0600 hours"; "noon"
    _row(
        clock_12_piece, rf"{_NEAR}(?<![\w.,:$£€/])(?P<hour>\d{{1,2}})(?:\s?[:.]\s?(?P<minute>[0-5]\d))?",
        rf"\s?(?P<half>[ap])(?:\.\s?m\b\.?|m\b){_ZONE}?", any_case=True,
    ),
    _row(clock_24_piece, rf"{_NEAR}{_EDGE}{_HM24}{_NOT_SPORT}{_ZONE}"),
    _row(clock_24_piece, rf"(?:{_NEAR.removesuffix('?')}|{_BEFORE_CLOCK}|^){_EDGE}{_HM24}{_NOT_SPORT}{_ZONE}?"),
    _row(
        clock_24_piece, rf"{_NEAR}{_EDGE}(?P<hour>[01]\d|2[0-3])\.?(?P<minute>[0-5]\d)",
        rf"(?:\s?(?:hours|hrs))?{_ZONE}",
    ),
    _row(
        clock_24_piece, rf"{_NEAR}{_EDGE}(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?:hours|hrs)\b{_ZONE}?",
    ),
    _row(clock_word_piece, rf"{_NEAR}\b(?P<word>noon|midday|midnight)\b{_ZONE}?", any_case=True),
    # "in the afternoon", "in the early hours of"
    _row(
        part_piece, r"(?:\b(?:in|during)\sthe\s)(?P<early>early\s)?(?:hours\sof\s(?:the\s)?)?",
        rf"(?P<part>{_PARTS})\b(?!\s(?:newspaper|news|show|session))", any_case=True,
    ),
    _row(part_piece, r"(?P<early>\b(?:in|during)\sthe\searly\shours\b(?:\sof)?)(?P<part>)", any_case=True),
    _row(overnight_piece, r"\bovernight\b", any_case=True),
    _row(holiday_piece, r"\b(?:Christmas (?:Eve|Day)|Boxing Day|New Year['’]s (?:Eve|Day)|Valentine['’]s Day)\b"),
)  # fmt: skip


@lru_cache(maxsize=512)  # asked for once by the quantities, which leave times alone, and once by the times
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


_SHIFT = re.compile(
    r"[\s-]*(?P<unit>minute|hour|day|week|month|year|decade)s?\s(?P<way>ago|earlier|later|from now|hence|previously)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\b(?P<article>a|an)\s(?P<unit>minute|hour|day|week|month|year|decade)\s(?P<way>ago|earlier|later)\b",
    re.IGNORECASE,
)
_APPROXIMATE = re.compile(
    r"\b(?:(?:just |a little )?(?:over|under)|about|around|some|nearly|almost|roughly|more than|less than|barely"
    r"|at least)\s$",
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
