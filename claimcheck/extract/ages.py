"""Ages and heights of people: "33-year-old", "aged 33", "Smith, 33,", "Smith (33)", "5-foot-11"."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.extract.lexicon import words
from claimcheck.extract.numerals import Numeral, scan
from claimcheck.extract.people import CALLINGS
from claimcheck.extract.reading import YEARS_OLD, Context, Found, bare, quantity
from claimcheck.extract.units import DURATIONS, Unit, unit_after
from claimcheck.types import Token

CHILDREN = words("child boy girl baby infant toddler son daughter grandson granddaughter stepson stepdaughter")
_OLDEST = 119
_OLD = re.compile(r"[\s-]{1,2}(?P<unit>century|decade|year|month|week|day)s?[\s-]{1,2}olds?\b", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged?|ages|age of|aged between|ages of|aged about|turn(?:ed|s|ing)?|(?:he|she|who) (?:is|was))\s$",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"(?:,\s(?:now\s|then\s|about\s)?|\()$")
_APPOSED_END = re.compile(r"\s?(?:[,;.)](?!\d)|$|\sand\b)")
_NUMBER_FOLLOWS = re.compile(r",?\s(?:and\s)?\d")
_AFTER_AN_AGE = frozenset({"PUNCT", "ADP", "CCONJ", "SCONJ", "ADV"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def read_age(ctx: Context, numeral: Numeral) -> Found | None:
    """The number as an age in years, None when nothing says that it is one."""
    if numeral.suffix == "s":
        return _ten_years(ctx, numeral)
    if numeral.suffix or numeral.form != "number":
        return None
    if old := _OLD.match(ctx.text, numeral.end):
        return _so_old(ctx, numeral, old)
    if not 0 < numeral.low <= _OLDEST or numeral.scaled:
        return None
    return _aged(ctx, numeral) or _apposed(ctx, numeral)


def _so_old(ctx: Context, numeral: Numeral, old: re.Match[str]) -> Found:
    """ "33-year-old Englishman", "18-month-old"."""
    unit = Unit("age", "year", DURATIONS[old["unit"].lower()].factor / DURATIONS["year"].factor)
    if ctx.text.startswith(("'s", "’s", "-"), old.end()):  # "the 10-year-old's death"
        return bare(ctx, numeral, unit, end=old.end())
    return quantity(ctx, numeral, unit, end=old.end())


_IN_HIS = re.compile(r"\b(?:his|her|their|my|your|our)\s(?P<shade>early|mid|late)?[\s-]?$", re.IGNORECASE)
_SHADES = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "": (0, 9)}


def _ten_years(ctx: Context, numeral: Numeral) -> Found | None:
    """ "in his early 30s": the years that it spans."""
    match = _IN_HIS.search(ctx.text, max(0, numeral.start - 16), numeral.start)
    if match is None or not 10 <= numeral.low <= 90:
        return None
    first, last = _SHADES[(match["shade"] or "").lower()]
    years = replace(numeral, low=numeral.low + first, high=numeral.low + last, stated=None, suffix="")
    found = bare(ctx, years, YEARS_OLD)
    return replace(found, start=match.start("shade") if match["shade"] else found.start)


def continues_ages(ctx: Context, previous: Found, numeral: Numeral) -> Found | None:
    """The second of "ages 47 and 48"."""
    joint = re.fullmatch(r",?\s(?:and|or)\s|,\s", ctx.text[previous.end : numeral.start])
    if joint and previous.value.kind == "age" and ctx.text[previous.start : previous.end].lower().startswith("age"):
        return bare(ctx, numeral, YEARS_OLD)
    return None


def _aged(ctx: Context, numeral: Numeral) -> Found | None:
    """ "aged 33", "turned 40", "he was 17"; "he was 17 points ahead" is none."""
    match = _AGED.search(ctx.text, max(0, numeral.start - 16), numeral.start)
    if match is None or unit_after(ctx.text, numeral.end):
        return None
    named = match.group().lower().startswith("age")
    after = next((t for t in ctx.parse.tokens if t.start >= numeral.end), None)
    ends = after is None or after.pos in _AFTER_AN_AGE or ctx.is_time(after.start, after.end)
    if not (named or ends):
        return None
    found = bare(ctx, numeral, YEARS_OLD)
    return replace(found, start=min(found.start, match.start())) if named else found


def _apposed(ctx: Context, numeral: Numeral) -> Found | None:
    """ "Smith, 33," or "Smith (33)": the age of the one named before it."""
    name = _apposed_name(ctx, numeral)
    return bare(ctx, numeral, YEARS_OLD, noun=name) if name else None


def _apposed_name(ctx: Context, numeral: Numeral) -> str:
    """The last name before ", 33," or "(33)", lower case; "" when no name stands there."""
    opening = _APPOSED.search(ctx.text, max(0, numeral.start - 8), numeral.start)
    if not (numeral.digits and opening and numeral.low == int(numeral.low) and numeral.low == numeral.high):
        return ""
    if not _APPOSED_END.match(ctx.text, numeral.end) or _NUMBER_FOLLOWS.match(ctx.text, numeral.end):
        return ""
    name = _name_before(ctx, opening.start())
    if name is None or (opening.group() == "(" and not _in_a_person(ctx, name)):
        return ""
    return name.lemma.lower()


def _name_before(ctx: Context, end: int) -> Token | None:
    """The name, or the person without one, that ends right at `end`; its generation ("III") is skipped."""
    before = [t for t in ctx.parse.tokens if t.end <= end + 1 and t.text not in {",", "(", ")"}]
    if not before or end - before[-1].end > 1:
        return None
    if before[-1].tag == "NN" and (before[-1].text.lower() in CHILDREN or before[-1].text.lower() in CALLINGS):
        return before[-1]  # "her daughter, 11,"
    if before[-1].pos != "PROPN":
        return None
    skip = len(before) > 1 and before[-1].text.lower() in _SUFFIXES
    return before[-2] if skip else before[-1]


def _in_a_person(ctx: Context, name: Token) -> bool:
    return name.tag == "NN" or any(e.label == "PERSON" and e.start <= name.i < e.end for e in ctx.parse.entities)


_HEIGHT = re.compile(r"-(?:foot|feet|ft)-(?P<inches>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\b")


def read_height(ctx: Context, numeral: Numeral) -> Found | None:
    """ "5-foot-11": a person's height."""
    match = _HEIGHT.match(ctx.text, numeral.end)
    if match is None or numeral.low > 8:
        return None
    inches = scan(match["inches"])
    total = 12 * numeral.low + (inches[0].low if inches else 0)
    whole = Numeral(numeral.start, match.end(), total, total, total)
    return quantity(ctx, whole, Unit("measure", "metre", 0.0254))
