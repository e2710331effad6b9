"""Comparing quantities: intervals, rounding, units and scope, each with its reason."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.compare.numbers import say_quantity
from claimcheck.compare.quantities import compare_quantities
from claimcheck.types import Quantity

INF = math.inf
MILE = 1609.344


def count(low: float, high: float | None = None, **fields: object) -> Quantity:
    """A count, exact unless `high` says otherwise."""
    fields.setdefault("stated", low if high is None else None)
    return Quantity(low, low if high is None else high, "count", **fields)  # type: ignore[arg-type]


def money(value: float, unit: str = "USD") -> Quantity:
    """An exact sum."""
    return Quantity(value, value, "money", unit, stated=value)


def length(value: float) -> Quantity:
    """An exact length in metres."""
    return Quantity(value, value, "measure", "metre", stated=value)


def miles(number: float) -> Quantity:
    """An exact length in miles."""
    return Quantity(number * MILE, number * MILE, "measure", "metre", stated=number * MILE, scale=MILE)


def percent(value: float, unit: str = "%") -> Quantity:
    """An exact share."""
    return Quantity(value, value, "percent", unit, stated=value)


SEVEN = count(7, noun="leader", modifiers=("national",))
EIGHT = count(8, noun="leader")
SIX_OTHERS = count(6, noun="ally", modifiers=("nato",), scope=("other",))
COUNTRIES = ("Netherlands", "Romania", "Lithuania", "Poland", "Belgium", "Norway", "Albania")
LIST_OF_SEVEN = count(7, noun="leader", listed=COUNTRIES)
MINUS_17 = Quantity(-17, -17, "measure", "degree", stated=-17)
MINUS_20 = Quantity(-20, -20, "measure", "degree", stated=-20)
AT_LEAST_40 = Quantity(40, INF, "count", stated=40, approximation="at least")
NEARLY_200 = Quantity(180, 200, "count", stated=200, approximation="nearly")
MORE_THAN_150 = Quantity(151, INF, "count", stated=150, approximation="more than")

VERDICTS = [
    (SEVEN, SEVEN, "same", "both say"),
    (SEVEN, EIGHT, "conflict", "“7 national leaders” and “8 leaders” are different exact figures"),
    (SIX_OTHERS, SEVEN, "compatible", "“6 other nato allies” beside the one named makes seven"),
    (SIX_OTHERS, EIGHT, "conflict", "beside the one named does not make"),
    (SIX_OTHERS, count(6), "unrelated", "leaves out"),
    (SIX_OTHERS, count(5, scope=("other",)), "conflict", "different exact figures"),
    (LIST_OF_SEVEN, SEVEN, "compatible", "has seven items and supports"),
    (LIST_OF_SEVEN, EIGHT, "conflict", "Albania) has 7 items, not"),
    (count(0, 120, approximation="up to"), count(0, 181, approximation="up to"), "conflict", "bounds far apart"),
    (count(0, 40, approximation="up to"), count(0, 50, approximation="up to"), "compatible", "overlap"),
    (miles(6), miles(6.2), "compatible", "rounds to"),
    (miles(6), miles(7), "conflict", "different exact figures"),
    (AT_LEAST_40, count(41), "compatible", "41 is within “at least 40”"),
    (AT_LEAST_40, count(39), "conflict", "is outside “at least 40” (40 or more)"),
    (NEARLY_200, count(196), "compatible", "“nearly 200” admits 196"),
    (NEARLY_200, count(210), "conflict", "(180 to 200)"),
    (MORE_THAN_150, Quantity(135, 165, "count", stated=150, approximation="about"), "compatible", "overlap"),
    (MORE_THAN_150, count(150), "compatible", "the same round figure"),
    (Quantity(16, INF, "count", stated=15, approximation="more than"), count(15), "conflict", "is outside"),
    (count(24, 99), count(60), "compatible", "60 is within"),
    (count(1_200_000), count(1_234_567), "compatible", "“1,234,567” rounds to “1.2 million”"),
    (count(1_200_000), count(1_300_000), "conflict", "different exact figures"),
    (count(2_000), count(2_400), "conflict", "different exact figures"),
    (count(42), count(43), "conflict", "different exact figures"),
    (count(40), count(42), "conflict", "different exact figures"),
    (money(5.7e9), money(5.6e9), "conflict", "different exact figures"),
    (money(1e6), money(1e6, "AUD"), "unrelated", "different currencies"),
    (money(1e6), percent(1), "unrelated", "a sum of money"),
    (percent(52), percent(52.4), "compatible", "rounds to"),
    (percent(2), percent(3), "conflict", "different exact figures"),
    (percent(2), percent(2, "percentage point"), "unrelated", "different units"),
    (length(40 * MILE), length(64_000), "compatible", "once units are converted"),
    (length(609.6), length(600), "compatible", "once units are converted"),
    (length(150), length(200 * 0.3048), "conflict", "different exact figures"),
    (length(700), length(600), "conflict", "different exact figures"),
    (MINUS_17, MINUS_20, "conflict", "different"),
    (Quantity(16, 16, "age", "year", stated=16), Quantity(15, 15, "age", "year", stated=15), "conflict", "different"),
    (count(6, scope=("additional",)), count(4, scope=("further",)), "conflict", "different exact figures"),
    (count(6, scope=("additional",)), count(8), "unrelated", "counts only what was added"),
    (count(40, scope=("so far",)), count(45), "compatible", "may have grown"),
    (Quantity(4, 4, "ordinal", stated=4), count(4), "unrelated", "an ordinal"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "relation", "reason"), VERDICTS)
def test_verdicts(a: Quantity, b: Quantity, relation: str, reason: str) -> None:
    """Two quantities relate as a desk would have it, and the reason says why."""
    verdict = compare_quantities(a, b)
    assert verdict.relation == relation, verdict
    assert reason in verdict.reason


@pytest.mark.parametrize(("a", "b", "relation"), [case[:3] for case in VERDICTS])
def test_the_order_does_not_matter(a: Quantity, b: Quantity, relation: str) -> None:
    """The relation is the same the other way round."""
    assert compare_quantities(b, a).relation == compare_quantities(a, b).relation == relation


def test_the_wordings_reach_the_reason() -> None:
    """Given the two wordings, the reason quotes them."""
    verdict = compare_quantities(SIX_OTHERS, SEVEN, words=("six other NATO allies", "seven national leaders"))
    assert verdict.reason == (
        "“six other NATO allies” beside the one named makes seven, which fits “seven national leaders”"
    )


SAID = [
    (AT_LEAST_40, "at least 40"),
    (SEVEN, "7 national leaders"),
    (money(1.2e6), "USD 1.2 million"),
    (percent(2), "2 %"),
    (Quantity(7200, 7200, "duration", "second", stated=7200), "2 hours"),
    (Quantity(1.5 * 31_557_600, 1.5 * 31_557_600, "duration", "second", stated=1.5 * 31_557_600), "1.5 years"),
    (count(24, 99, noun="resident"), "24 to 99 residents"),
]


@pytest.mark.parametrize(("value", "words"), SAID)
def test_saying_a_quantity(value: Quantity, words: str) -> None:
    """A quantity without its wording is spelled out from its fields."""
    assert say_quantity(value) == words


_NUMBERS = st.floats(allow_nan=False, min_value=-1e12, max_value=1e12) | st.just(INF) | st.integers(0, 3000).map(float)
_QUANTITIES = st.builds(
    lambda ends, kind, unit, stated, scope, listed: Quantity(
        min(ends), max(ends), kind, unit, stated=stated, scope=scope, listed=listed
    ),
    st.tuples(_NUMBERS, _NUMBERS) | _NUMBERS.map(lambda n: (n, n)),
    st.sampled_from(["count", "money", "percent", "measure", "ordinal", "age", "duration"]),
    st.sampled_from(["", "USD", "%", "metre", "degree", "celsius", "second"]),
    st.none() | _NUMBERS,
    st.sampled_from([(), ("other",), ("more",), ("so far",)]),
    st.sampled_from([(), ("A", "B", "C")]),
)


@settings(max_examples=300, deadline=None)
@given(_QUANTITIES, _QUANTITIES)
def test_any_two_quantities_compare_alike_both_ways(a: Quantity, b: Quantity) -> None:
    """Comparison never raises and is symmetric."""
    assert compare_quantities(a, b).relation == compare_quantities(b, a).relation


@settings(max_examples=100, deadline=None)
@given(_QUANTITIES)
def test_a_quantity_agrees_with_itself(a: Quantity) -> None:
    """Comparison is reflexive."""
    assert compare_quantities(a, a).relation == "same"
