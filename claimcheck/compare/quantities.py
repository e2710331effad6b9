"""Comparing two quantities as intervals, with the reason in words.

Two values agree when one number can satisfy both wordings. Beyond plain overlap:

- Round figures. "More than 150" agrees with 150, "more than 15" does not with 15.
- Rounding. From 1,000 up the zeros at a number's end are read as rounding, at most
  5 % of it either way: "1.2 million" agrees with 1,234,567, "$5.7 billion" and
  "$5.6 billion" clash. Below 1,000 only decimals round ("52 %" and 52.4 %).
- Conversion. A value in a base unit that is not round was converted from another
  unit, where it was round: it agrees within 5 % ("40 miles", 64 km), temperatures within one degree.
- Scope. "six others" beside the one named makes seven. A count of what was added
  ("six more") is not the count of all. A count "so far" may have grown.

Values of different kinds, units or currencies are unrelated. The nouns are not
looked at: whether two counts are of one thing is the aligner's question.
"""

from __future__ import annotations

import math
from dataclasses import replace

from claimcheck.compare.numbers import say_number, say_quantity
from claimcheck.types import Quantity, Verdict

_ROUNDING_FROM = 1_000.0
_MOST_ROUNDING = 0.05
_FAR = 1.5  # the ratio from which two open bounds cannot describe one number
_CONVERSION = 0.05
_ADDED = frozenset({"another", "more", "further", "additional", "extra"})
_CONVERTIBLE = frozenset({"metre", "kilogram", "metre/second", "square metre", "litre"})
_NUMBER_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def compare_quantities(a: Quantity, b: Quantity, *, words: tuple[str, str] | None = None) -> Verdict:
    """Whether two quantities can be one number, and why.

    `words` are the two wordings, for the reason; without them the values are spelled out.
    """
    said = words or (say_quantity(a), say_quantity(b))
    if a == b:
        return Verdict("same", f"both say {_quoted(said[0])}")
    if (reason := _unrelated(a, b, said)) is not None:
        return Verdict("unrelated", reason)
    if ("other" in a.scope) != ("other" in b.scope):
        return _beside_the_named(a, b, said)
    if _bounds(a) == _bounds(b):
        return _equal(a, b, said)
    if _overlap(a, b):
        far = _far_apart(a, b)
        return Verdict("conflict", _clash(a, b, said)) if far else Verdict("compatible", _fits(a, b, said))
    return (
        _round_figure(a, b, said)
        or _rounded(a, b, said)
        or _grown(a, b, said)
        or Verdict("conflict", _clash(a, b, said))
    )


# --------------------------------------------------------------------------- what cannot be compared


def _quoted(text: str) -> str:
    return f"“{text}”"


def _unrelated(a: Quantity, b: Quantity, said: tuple[str, str]) -> str | None:
    first, second = _quoted(said[0]), _quoted(said[1])
    if a.kind != b.kind:
        return f"{first} is {_a(a.kind)}, {second} {_a(b.kind)}"
    if a.unit != b.unit and not _same_degrees(a, b):
        return f"{first} and {second} are in different {'currencies' if a.kind == 'money' else 'units'}"
    if bool(_ADDED & set(a.scope)) != bool(_ADDED & set(b.scope)) and _bounds(a) != _bounds(b):
        added, whole = (first, second) if _ADDED & set(a.scope) else (second, first)
        return f"{added} counts only what was added, {whole} does not"
    return None


def _a(kind: str) -> str:
    return (
        f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
        if kind not in {"money", "percent"}
        else {"money": "a sum of money", "percent": "a share"}[kind]
    )


def _same_degrees(a: Quantity, b: Quantity) -> bool:
    """Bare degrees may be of either scale: only the same figure can be compared."""
    return {a.unit, b.unit} == {"degree", "celsius"} and a.stated == b.stated


# --------------------------------------------------------------------------- agreement


def _bounds(q: Quantity) -> tuple[float, float]:
    return q.low, q.high


def _overlap(a: Quantity, b: Quantity) -> bool:
    return a.low <= b.high and b.low <= a.high


def _far_apart(a: Quantity, b: Quantity) -> bool:
    """Two bounds on one side, "more than 50" and "more than 100": a writer who knew of a hundred would not say fifty.

    Grice's maxim of quantity: a bound is read as the best one the writer could give.
    """
    upwards, downwards = a.high == b.high == math.inf, a.low == b.low == 0
    low, high = sorted((a.low, b.low) if upwards else (a.high, b.high))
    return (upwards or downwards) and low > 0 and high / low >= _FAR


def _equal(a: Quantity, b: Quantity, said: tuple[str, str]) -> Verdict:
    if a.listed or b.listed:
        return Verdict("compatible", _list_reason(a, b, said))
    relation = "same" if a.exact or a.approximation == b.approximation else "compatible"
    reason = f"{_quoted(said[0])} and {_quoted(said[1])} give the same number"
    return Verdict("same" if relation == "same" else "compatible", reason)


def _list_reason(a: Quantity, b: Quantity, said: tuple[str, str]) -> str:
    listed, other, words = (a, b, said[1]) if a.listed else (b, a, said[0])
    names = ", ".join(listed.listed[:-1]) + f" and {listed.listed[-1]}"
    if other.listed:
        return f"both lists have {say_number(listed.low)} items"
    return f"the list ({names}) has {_in_words(listed.low)} items and supports {_quoted(words)}"


def _in_words(number: float) -> str:
    """A small whole number as a word, as papers write it."""
    return _NUMBER_WORDS[int(number)] if 0 <= number < len(_NUMBER_WORDS) else say_number(number)


def _fits(a: Quantity, b: Quantity, said: tuple[str, str]) -> str:
    if a.exact or b.exact:
        exact, loose = (said[0], said[1]) if a.exact else (said[1], said[0])
        value = a if a.exact else b
        wide = b if a.exact else a
        number = say_number(value.low) if value.kind in {"count", "percent", "money"} else exact
        if wide.approximation in {"nearly", "almost", "close to"}:
            return f"{_quoted(loose)} admits {number}"
        return f"{number} is within {_quoted(loose)}"
    return f"{_quoted(said[0])} and {_quoted(said[1])} overlap"


def _beside_the_named(a: Quantity, b: Quantity, said: tuple[str, str]) -> Verdict:
    """ "six others" against a count of all: the one they are set beside makes one more."""
    others, whole, other_words, whole_words = (a, b, *said) if "other" in a.scope else (b, a, said[1], said[0])
    if others.low + 1 <= whole.high and whole.low <= others.high + 1:
        makes = _in_words(others.low + 1) if others.exact else say_number(others.low + 1)
        reason = f"{_quoted(other_words)} beside the one named makes {makes}, which fits {_quoted(whole_words)}"
        return Verdict("compatible", reason)
    if _overlap(others, whole):
        return Verdict(
            "unrelated",
            f"{_quoted(other_words)} leaves out whoever it sets them beside, {_quoted(whole_words)} may not",
        )
    return Verdict("conflict", f"{_quoted(other_words)} beside the one named does not make {_quoted(whole_words)}")


# --------------------------------------------------------------------------- rounding and conversion


def _rounded(a: Quantity, b: Quantity, said: tuple[str, str]) -> Verdict | None:
    """Agreement once each value's own rounding is allowed for."""
    first, second = _quoted(said[0]), _quoted(said[1])
    if a.unit in _CONVERTIBLE and _in_two_units(a, b):
        slack = _CONVERSION if a.exact and b.exact else 0.0
        if a.low <= b.high * (1 + slack) and b.low <= a.high * (1 + slack):
            return Verdict("compatible", f"{first} and {second} are the same once units are converted, within rounding")
    if a.unit == "celsius" and a.low - 1 <= b.high and b.low - 1 <= a.high and _in_two_units(a, b):
        return Verdict("compatible", f"{first} and {second} are the same once units are converted, within rounding")
    if a.kind in {"age", "ordinal", "duration"}:
        return None
    for coarse, fine, coarse_words, fine_words in ((a, b, first, second), (b, a, second, first)):
        half = rounding(coarse)
        if half > rounding(fine) and coarse.low - half <= fine.high and fine.low <= coarse.high + half:
            return Verdict("compatible", f"{fine_words} rounds to {coarse_words}")
    return None


def _round_figure(a: Quantity, b: Quantity, said: tuple[str, str]) -> Verdict | None:
    """ "More than 150" and "150": papers drop the first words of a round figure as often as they keep them."""
    if a.stated is None or a.stated != b.stated or a.stated % 10 or a.exact == b.exact or a.kind in {"age", "ordinal"}:
        return None
    return Verdict("compatible", f"{_quoted(said[0])} and {_quoted(said[1])} name the same round figure")


def _in_two_units(a: Quantity, b: Quantity) -> bool:
    """Whether two measures were printed in two units, or one looks as if it had been converted."""
    return a.scale != b.scale or _converted(a) != _converted(b)


def _converted(q: Quantity) -> bool:
    """Whether a value in its base unit has more figures than anybody would have stated in it."""
    number = q.stated if q.stated is not None else q.low
    if number == 0 or math.isinf(number):
        return False
    return float(f"{number:.3g}") != number


def rounding(q: Quantity) -> float:
    """Half a unit of the last figure that is not a rounding zero, 0 for a number stated to the unit.

    Of a measure the figures are those of the unit it was printed in: of "6 miles" half a mile.
    """
    if q.scale != 1.0 and q.stated is not None:
        offset = q.unit == "celsius"  # degrees Fahrenheit: the zero lies elsewhere, and they are whole
        printed = 1.0 if offset else float(f"{q.stated / q.scale:.9g}")
        return q.scale * rounding(replace(q, stated=printed, scale=1.0))
    number = abs(q.stated) if q.stated is not None else 0.0
    if number == 0 or math.isinf(number) or math.isnan(number):
        return 0.0
    if number != int(number):
        decimals = len(f"{number:.12g}".partition(".")[2])
        return 0.5 * 10.0**-decimals
    whole = 0.5 if q.kind in {"percent", "measure", "money"} else 0.0  # what is counted is counted to the unit
    if number < _ROUNDING_FROM:
        return whole
    digits = str(int(number))
    zeros = len(digits) - len(digits.rstrip("0"))
    return min(0.5 * 10.0**zeros, _MOST_ROUNDING * number) if zeros else whole


def _grown(a: Quantity, b: Quantity, said: tuple[str, str]) -> Verdict | None:
    """A count "so far" below another may be an earlier count of the same."""
    for early, late, early_words, late_words in ((a, b, *said), (b, a, said[1], said[0])):
        if (
            {"so far", "to date"} & set(early.scope)
            and early.high < late.low
            and not {"so far", "to date"} & set(late.scope)
        ):
            return Verdict(
                "compatible", f"{_quoted(early_words)} is a count so far and may have grown to {_quoted(late_words)}"
            )
    return None


def _clash(a: Quantity, b: Quantity, said: tuple[str, str]) -> str:
    first, second = _quoted(said[0]), _quoted(said[1])
    if bool(a.listed) != bool(b.listed):
        listed, words = (a, second) if a.listed else (b, first)
        return f"the list ({', '.join(listed.listed)}) has {say_number(listed.low)} items, not {words}"
    if a.exact and b.exact:
        return f"{first} and {second} are different exact figures"
    if _far_apart(a, b):
        return f"{first} and {second} name bounds far apart"
    exact, loose = (first, second) if a.exact else (second, first)
    if a.exact or b.exact:
        return f"{exact} is outside {loose} ({_range(b if a.exact else a)})"
    return f"{first} ({_range(a)}) and {second} ({_range(b)}) have no value in common"


def _range(q: Quantity) -> str:
    low, high = say_number(_rough(q.low)), say_number(_rough(q.high))
    if math.isinf(q.high):
        return f"{low} or more"
    if q.low == 0:
        return f"{high} at most"
    return f"{low} to {high}"


def _rough(value: float) -> float:
    """Hides the last bit of a bound that is open."""
    return value if math.isinf(value) else float(f"{value:.9g}")
