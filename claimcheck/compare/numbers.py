"""Quantities and numbers in words, as the reports write them."""

from __future__ import annotations

import math

from claimcheck.types import Quantity


def say_quantity(q: Quantity) -> str:
    """A quantity in words, from its fields: "at least 40 people", "$1.2 million", "2 %"."""
    number = q.stated if q.stated is not None else q.low
    value = f"{say_number(q.low)} to {say_number(q.high)}" if q.stated is None else say_number(number)
    if q.listed:
        value = f"a list of {say_number(q.low)}"
    parts = [*([q.approximation] if q.approximation else []), *_scope_before(q), _with_unit(q, value), *_counted(q)]
    return " ".join(parts)


def _scope_before(q: Quantity) -> list[str]:
    return [word for word in q.scope if word == "another"]


def _counted(q: Quantity) -> list[str]:
    after = [word for word in q.scope if word not in {"another", "so far", "to date"}]
    noun = q.noun if q.kind in {"count", "percent", "ordinal"} else ""
    modifiers = q.modifiers if q.kind in {"count", "ordinal"} else ()
    counted = noun if not noun or q.low == q.high == 1 or noun.endswith("s") else plural(noun)
    return [*after, *modifiers, *([f"of {counted}"] if q.kind == "percent" and noun else [counted] if noun else [])]


def plural(noun: str) -> str:
    """A noun in the plural, by rule but for the few that people are counted in."""
    irregular = {
        "person": "people",
        "man": "men",
        "woman": "women",
        "child": "children",
        "people": "people",
        "police": "police",
    }
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _with_unit(q: Quantity, value: str) -> str:
    if q.kind == "money":
        return f"{q.unit} {value}".strip()
    if q.kind == "duration":
        return _duration(q)
    if q.kind == "age":
        return f"{value} years old"
    if q.kind == "percent":
        return f"{value} %" if q.unit == "%" else f"{value} percentage points"
    if q.kind == "ordinal":
        return f"number {value}"
    return f"{value} {q.unit}" if q.unit and q.unit != "magnitude" else f"magnitude {value}" if q.unit else value


_DURATION_UNITS = (
    ("year", 31_557_600.0),
    ("month", 2_629_800.0),
    ("week", 604_800.0),
    ("day", 86_400.0),
    ("hour", 3_600.0),
    ("minute", 60.0),
)


def _duration(q: Quantity) -> str:
    """A duration in the largest unit of which it is a whole or half number."""
    seconds = q.stated if q.stated is not None else q.low
    if math.isinf(seconds):
        return "any time"
    for name, length in _DURATION_UNITS:
        count = seconds / length
        if count >= 1 and abs(count * 2 - round(count * 2)) < 1e-6:
            number = say_number(count)
            return f"{number} {name}{'' if number == '1' else 's'}"
    return f"{say_number(seconds)} seconds"


def say_number(value: float) -> str:
    """ "1,234", "1.2 million", "0.5"; no more digits than the value has."""
    if math.isinf(value) or math.isnan(value):
        return "any number"
    for scale, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= scale and float(f"{value / scale:.4g}") * scale == value:
            return f"{value / scale:.4g} {name}"
    if abs(value) < 1e15 and value == int(value):
        return f"{int(value):,}"
    return f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.0f}"
