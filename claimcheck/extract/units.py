"""Units of news prose: a closed table, each unit converted to the base unit of its dimension.

pint knows hundreds of units and, with them, hundreds of words that are something
else in a news story ("bar", "point", "second", "are"); the few that papers use
fit one table, and load in no time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.types import QuantityKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its kind, its base unit, and value-in-base = value * factor + offset."""

    kind: QuantityKind
    base: str
    factor: float = 1.0
    offset: float = 0.0

    def convert(self, value: float) -> float:
        """`value` in the base unit, rid of the noise of binary fractions."""
        return float(f"{value * self.factor + self.offset:.12g}")


_DAY = 86_400.0
_YEAR = 365.25 * _DAY


def _measures(base: str, *rows: tuple[str, float]) -> dict[str, Unit]:
    return {word: Unit("measure", base, factor) for words, factor in rows for word in words.split()}


def _durations(*rows: tuple[str, float]) -> dict[str, Unit]:
    return {word: Unit("duration", "second", factor) for words, factor in rows for word in words.split()}


DURATIONS = _durations(
    ("second seconds sec secs", 1),
    ("minute minutes min mins", 60),
    ("hour hours hr hrs", 3_600),
    ("day days", _DAY),
    ("week weeks", 7 * _DAY),
    ("fortnight fortnights", 14 * _DAY),
    ("month months", _YEAR / 12),
    ("year years yr yrs", _YEAR),
    ("decade decades", 10 * _YEAR),
    ("century centuries", 100 * _YEAR),
)

UNITS: dict[str, Unit] = {
    **DURATIONS,
    **_measures(
        "metre",
        ("metre metres meter meters m", 1),
        ("kilometre kilometres kilometer kilometers km kms", 1_000),
        ("centimetre centimetres centimeter centimeters cm", 0.01),
        ("millimetre millimetres millimeter millimeters mm", 0.001),
        ("mile miles mi", 1_609.344),
        ("yard yards yd yds", 0.9144),
        ("foot feet ft", 0.3048),
        ("inch inches", 0.0254),
    ),
    **_measures(
        "kilogram",
        ("kilogram kilograms kilo kilos kg kgs", 1),
        ("gram grams gramme grammes", 0.001),
        ("milligram milligrams mg", 1e-6),
        ("tonne tonnes", 1_000),
        ("ton tons", 1_000),  # short, long or metric: papers rarely say; within 10 % of each other
        ("pound pounds lb lbs", 0.45359237),
        ("ounce ounces oz", 0.028349523),
    ),
    **_measures("stone", ("stone st", 1)),  # a weight or a material: the reader of quantities decides, with the parse
    **_measures(
        "metre/second",
        ("mph", 0.44704),
        ("kph kmh kmph", 1 / 3.6),
        ("knot knots", 0.514444),
    ),
    **_measures(
        "square metre",
        ("acre acres", 4_046.8564),
        ("hectare hectares ha", 10_000),
    ),
    **_measures(
        "litre",
        ("litre litres liter liters", 1),
        ("gallon gallons", 3.785412),
        ("barrel barrels", 158.987),
        ("pint pints", 0.473176),
    ),
    **_measures("watt", ("watt watts", 1), ("kilowatt kilowatts kw", 1e3), ("megawatt megawatts mw", 1e6), ("gw", 1e9)),
    **_measures("watt-hour", ("kwh", 1e3), ("mwh", 1e6), ("gwh", 1e9)),
    **_measures(
        "byte",
        ("byte bytes", 1),
        ("kilobyte kilobytes kb", 1e3),
        ("megabyte megabytes mb", 1e6),
        ("gigabyte gigabytes gb", 1e9),
        ("terabyte terabytes tb", 1e12),
    ),
    **_measures("hertz", ("mhz", 1e6), ("ghz", 1e9)),
    "°c": Unit("measure", "celsius"),
    "°f": Unit("measure", "celsius", 5 / 9, -160 / 9),
    "°": Unit("measure", "degree"),
    "degree": Unit("measure", "degree"),
    "degrees": Unit("measure", "degree"),
}

STONE = Unit("measure", "kilogram", 6.35029318)

# Units of several words, tried before the single words; `\s` is loosened to any space.
_PHRASES: tuple[tuple[re.Pattern[str], Unit], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), unit)
    for pattern, unit in (
        (r"percentage[ -]points?\b|%[ -]points?\b", Unit("percent", "percentage point")),
        (r"basis points?\b", Unit("percent", "percentage point", 0.01)),
        (r"%|per ?cent\b|pct\b|percent\b", Unit("percent", "%")),
        (r"square[ -](?:kilomet(?:er|re)s?|kms?)\b|sq\.? ?km\b|km²|km2\b", Unit("measure", "square metre", 1e6)),
        (r"square[ -]miles?\b|sq\.? ?mi(?:les?)?\b", Unit("measure", "square metre", 2_589_988.1)),
        (r"square[ -](?:met(?:er|re)s?)\b|sq\.? ?m\b|m²", Unit("measure", "square metre")),
        (r"square[ -](?:feet|foot)\b|sq\.? ?ft\b", Unit("measure", "square metre", 0.09290304)),
        (r"cubic[ -]met(?:er|re)s?\b|m³", Unit("measure", "litre", 1_000)),
        (r"cubic[ -](?:feet|foot)\b", Unit("measure", "litre", 28.316847)),
        (r"(?:kilomet(?:er|re)s?|kms?) (?:per|an) hour\b|km/h\b", Unit("measure", "metre/second", 1 / 3.6)),
        (r"miles (?:per|an) hour\b", Unit("measure", "metre/second", 0.44704)),
        (r"met(?:er|re)s (?:per|a) second\b|m/s\b", Unit("measure", "metre/second")),
        (r"nautical miles?\b", Unit("measure", "metre", 1_852)),
        (r"kilowatt[ -]hours?\b", Unit("measure", "watt-hour", 1e3)),
        (r"(?:degrees|deg\.?|°)[ -]?(?:celsius|centigrade|c)\b", Unit("measure", "celsius")),
        (r"(?:degrees|deg\.?|°)[ -]?(?:fahrenheit|f)\b", Unit("measure", "celsius", 5 / 9, -160 / 9)),
        (r"(?:celsius|centigrade)\b", Unit("measure", "celsius")),
        (r"fahrenheit\b", Unit("measure", "celsius", 5 / 9, -160 / 9)),
        (r"cal(?:iber|ibre)\b", Unit("measure", "calibre")),
    )
)
_GAP = re.compile(r"[\s-]?\s?")
_WORD = re.compile(r"[A-Za-z]+(?![A-Za-z])")
# Short symbols that are also words or initials: only glued to the digits, or in lower case after them.
_GLUED_ONLY = frozenset({"m", "mi", "ha", "mw", "gw", "kw", "mb", "kb", "gb", "tb", "mm", "min", "sec", "st"})


def unit_after(text: str, end: int, *, suffix: str = "") -> tuple[Unit, int] | None:
    """The unit that follows the number ending at `end`, with where it ends; `suffix` is what is glued to the digits."""
    if suffix:
        return _glued_unit(suffix, end) or _scale_letter(text, suffix, end)
    gap = _GAP.match(text, end)
    at = gap.end() if gap else end
    for pattern, unit in _PHRASES:
        if match := pattern.match(text, at):
            return unit, match.end()
    word = _WORD.match(text, at)
    key = word.group().lower() if word else ""
    if (
        word
        and key in UNITS
        and (key not in _GLUED_ONLY or word.group() in {"km", "mm", "mb", "MB", "GB", "MW", "min"})
    ):
        return UNITS[key], word.end()
    return None


def _glued_unit(suffix: str, end: int) -> tuple[Unit, int] | None:
    for pattern, unit in _PHRASES:
        if pattern.fullmatch(suffix):
            return unit, end
    unit_of = UNITS.get(suffix.lower())
    return (unit_of, end) if unit_of else None


_OF_TEMPERATURE = re.compile(r"temperatur|degree|°|celsius|fahrenheit|\bheat|\bcold|\bwarm|\bhot\b", re.IGNORECASE)


def _scale_letter(text: str, suffix: str, end: int) -> tuple[Unit, int] | None:
    """ "41C", "104F" in a sentence on temperatures; elsewhere a seat, a gate, a class."""
    unit = UNITS.get(f"°{suffix.lower()}") if suffix in {"C", "F"} else None
    return (unit, end) if unit and _OF_TEMPERATURE.search(text) else None


# Words that stand between a number and its unit and leave it a measure ("five straight days", "352 net yards").
_BETWEEN = frozenset(
    {
        "straight", "consecutive", "full", "whole", "long", "short", "net", "total", "metric", "calendar", "working",
        "extra", "additional", "more", "solid", "combined", "all-purpose", "rushing", "receiving", "passing",
    }
)  # fmt: skip
_COUNTED_UNITS = frozenset({"mile", "kilometre", "kilometer", "yard", "metre", "meter", "ton", "tonne", *DURATIONS})


def unit_named(noun: str, modifiers: Sequence[str]) -> Unit | None:
    """The unit that a counted noun is, with nothing between it and the number but words that leave it one."""
    plain = bool(modifiers) and all(word in _BETWEEN for word in modifiers)
    return UNITS.get(noun) if plain and noun in _COUNTED_UNITS - {"second"} else None


_MOVED = re.compile(
    r"\b(?:rise|rises|rose|risen|rising|fall|falls|fell|fallen|falling|drop|drops|dropped|dropping|climb|climbed"
    r"|increase|increased|decrease|decreased|warm|warmed|warming|cool|cooled|cooling|swing|difference|up|down)"
    r"\s(?:of\s|by\s)?(?:about\s|nearly\s|almost\s|some\s|more than\s|less than\s|up to\s|at least\s)?$",
    re.IGNORECASE,
)
_THAN_BEFORE = re.compile(
    r"\s(?:of\s(?:warming|cooling|global)\b|(?:warmer|cooler|colder|hotter|higher|lower|above|below)\b"
    r"(?!\s(?:zero|freezing)\b))",
    re.IGNORECASE,
)


def is_change(text: str, start: int, end: int) -> bool:
    """Whether the degrees at [start, end) are a difference ("rose by 3 degrees", "5 °F above normal"), not a level."""
    return bool(_MOVED.search(text, max(0, start - 40), start) or _THAN_BEFORE.match(text, end))


def change_of(unit: Unit) -> Unit:
    """The unit for a difference of temperatures: a Fahrenheit degree is five ninths, wherever the zero is."""
    return Unit("measure", f"{unit.base} of change", unit.factor)
