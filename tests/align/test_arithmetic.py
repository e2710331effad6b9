"""Sums within one article: what is found, and what is left alone."""

from __future__ import annotations

import pytest

from claimcheck.align.arithmetic import find_slips
from claimcheck.align.sums import fits, growth, share_of
from claimcheck.extract import extract
from claimcheck.extract.sentences import split_sentences
from claimcheck.protocols import Parser
from claimcheck.types import Document, Quantity


def slips(parser: Parser, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """What does not come out in a text: (about, stated, others)."""
    document = Document("d", "d.txt", text)
    extraction = extract(document, split_sentences(document), parser)
    return [(s.about, s.stated.text, tuple(m.text for m in s.others)) for s in find_slips(extraction)]


FOUND = [
    ("The blast killed 14 people, nine men and six women.", ("the total", "14 people", ("nine men", "six women"))),
    ("Sales rose 25 percent to $5.6bn from $5bn.", ("the change", "25 percent", ("$5.6bn", "$5bn"))),
    ("Profit fell to $40 million from $32 million.", ("the direction", "$40 million", ("$32 million",))),
    ("Shares rose 26 cents, or 4 percent, to $24.34.", ("the change", "4 percent", ("26 cents", "$24.34"))),
    ("Police held four men. Three of the five men are from Hull.", ("the part", "five men", ("four men",))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "slip"), FOUND, ids=[text for text, _ in FOUND])
def test_what_does_not_come_out(parser: Parser, text: str, slip: tuple[str, str, tuple[str, ...]]) -> None:
    """Each wording is found, with the number stated and those that make another of it."""
    assert slips(parser, text) == [slip]


LEFT_ALONE = [
    "The blast killed 14 people, nine men and five women.",
    "Sales rose 12 percent to $5.6 billion from $5.0 billion.",
    "Homicides fell 18 percent, from 515 to 419.",
    "Prices fell from 5 percent to 10 percent.",
    "Support rose 2 percent to 22 percent from 20 percent.",
    "He met 12 ministers, two presidents and three kings.",
    "Police held four men. Three of the five men arrested in May are from Hull.",
    "Two of the four engines failed.",
    "",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_left_alone(parser: Parser, text: str) -> None:
    """Sums that come out, ranges and lists that make no sum."""
    assert slips(parser, text) == []


def money(value: float) -> Quantity:
    """An exact sum of dollars."""
    return Quantity(value, value, "money", "USD", stated=value)


def percent(value: float) -> Quantity:
    """An exact share."""
    return Quantity(value, value, "percent", "%", stated=value)


def test_levels_are_printed_rounded() -> None:
    """$5.6 billion from $5 billion is anything from 5.7 to 18.9 percent: a value does not know how many zeros count."""
    grown = growth(money(5.6e9), money(5.0e9))
    assert grown is not None
    assert (round(grown[0], 1), round(grown[1], 1)) == (5.7, 18.9)
    assert fits(percent(12), money(5.6e9), money(5.0e9), up=True) is True
    assert fits(percent(12), money(5.6e9), money(5.0e9), up=False) is False


def test_a_change_of_another_kind_says_nothing() -> None:
    """A count of days is no change of a sum of money."""
    days = Quantity(3, 3, "count", stated=3, noun="day")
    assert fits(days, money(5), money(4), up=True) is None


def test_a_share_of_what_was_before() -> None:
    """26 cents that led up to $24.34 are 1.08 percent of $24.08."""
    share = share_of(money(0.26), money(24.34), up=True)
    assert share is not None
    assert share[0] <= 100 * 0.26 / 24.08 <= share[1]
    assert growth(money(5), money(0)) is None
