"""What holds of comparing any two quantities that an article could give: order, units, bounds and rounding."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimcheck.align.sums import fits
from claimcheck.compare.quantities import compare_quantities
from claimcheck.extract.approximations import Kind, interval
from claimcheck.extract.units import UNITS, Unit
from claimcheck.types import Quantity

AGREE = {"same", "compatible"}
NOW = settings(max_examples=200, deadline=None)
COUNT = Unit("count", "")
# Pairs that papers give side by side; of each unit one word.
CONVERTED = [
    ("kilometre", "mile"), ("metre", "foot"), ("metre", "yard"), ("centimetre", "inch"), ("foot", "mile"),
    ("kilogram", "pound"), ("gram", "ounce"), ("tonne", "pound"), ("kph", "mph"), ("hectare", "acre"),
    ("litre", "gallon"), ("litre", "pint"),
]  # fmt: skip


def stated(number: float, unit: Unit = COUNT, kind: Kind = "") -> Quantity:
    """A number as the extraction gives it: in its base unit, with the room of its approximation."""
    value = unit.convert(number)
    low, high = interval(kind, value, value, whole=unit.kind == "count")
    scale = unit.factor if unit.kind == "measure" else 1.0
    return Quantity(low, high, unit.kind, unit.base, stated=value, approximation=kind, scale=scale)


numbers = st.integers(1, 100_000).map(float) | st.integers(1, 9_999).map(lambda n: n / 10)
kinds = st.sampled_from(get_args(Kind))
units = st.sampled_from(sorted(UNITS)).map(UNITS.__getitem__) | st.just(COUNT)


@NOW
@given(numbers, kinds, units, numbers, kinds, units)
def test_order_never_matters(m: float, one: Kind, u: Unit, n: float, other: Kind, v: Unit) -> None:
    """Two worded quantities relate the same both ways, whatever their units."""
    a, b = stated(m, u, one), stated(n, v, other)
    assert compare_quantities(a, b).relation == compare_quantities(b, a).relation


@NOW
@given(numbers, kinds, units)
def test_every_quantity_agrees_with_itself(n: float, kind: Kind, unit: Unit) -> None:
    """A value against its copy is the same value."""
    assert compare_quantities(stated(n, unit, kind), stated(n, unit, kind)).relation == "same"


@NOW
@given(st.integers(1, 100_000), kinds)
def test_words_that_hedge_a_number_admit_the_number(n: int, kind: Kind) -> None:
    """About 40, nearly 40, at least 40 and up to 40 all agree with 40; more than 40 with 41."""
    near = {"above": n + 1, "just-over": n + 1, "below": n - 1, "just-under": n - 1}.get(kind, n)
    assume(near > 0 and (kind != "just-under" or n > 10))
    assert compare_quantities(stated(float(n), COUNT, kind), stated(float(near))).relation in AGREE


@pytest.mark.parametrize("pair", CONVERTED, ids="-".join)
@given(number=st.integers(2, 999))
@settings(max_examples=30, deadline=None)
def test_conversion_changes_nothing(pair: tuple[str, str], number: int) -> None:
    """A measure and itself in another unit, to three figures, agree; half as much again clashes."""
    here, there = UNITS[pair[0]], UNITS[pair[1]]
    a = stated(float(number), here)
    converted = float(f"{a.low / there.factor:.3g}")
    assert compare_quantities(a, stated(converted, there)).relation in AGREE
    assert compare_quantities(a, stated(1.5 * converted, there)).relation == "conflict"


@NOW
@given(st.integers(1_001, 9_999_999), st.integers(2, 4))
def test_a_number_agrees_with_itself_rounded(number: int, figures: int) -> None:
    """From a thousand up, two figures of a number are a rounding of it that papers print."""
    rounded = float(f"{number:.{figures}g}")
    assert compare_quantities(stated(float(number)), stated(rounded)).relation in AGREE


@NOW
@given(st.integers(2, 900), st.integers(2, 900))
def test_small_counts_agree_only_when_equal(a: int, b: int) -> None:
    """Below a thousand a count is to the unit."""
    relation = compare_quantities(stated(float(a)), stated(float(b))).relation
    assert (relation == "same") == (a == b)
    assert relation in {"same", "conflict"}


@NOW
@given(st.integers(100, 10**8), st.integers(100, 10**8))
def test_a_change_leads_from_one_level_to_the_other(before: int, level: int) -> None:
    """The difference of two levels, and the same in percent to a tenth, fit them in their own direction."""
    change, up = abs(level - before), level > before
    share = round(100 * change / before, 1)
    assume(share > 0)
    a, b = dollars(before), dollars(level)
    assert fits(dollars(change), b, a, up=up) is True
    assert fits(Quantity(share, share, "percent", "%", stated=share), b, a, up=up) is True
    assert fits(dollars(2 * change + max(before, level)), b, a, up=up) is False


def dollars(cents: int) -> Quantity:
    """An exact sum."""
    return Quantity(cents / 100, cents / 100, "money", "USD", stated=cents / 100)
