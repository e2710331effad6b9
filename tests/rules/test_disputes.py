"""Camps of values, and how a dispute is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import report_factory as factory

from claimcheck.compare.quantities import compare_quantities
from claimcheck.rules.disputes import Dispute, divide, outcomes
from claimcheck.types import Claim, Compatible, Fact, Finding, Frame, Mention, Quantity, Value, Verdict

NUMBERS: dict[str, tuple[float, float]] = {
    "seven": (7, 7), "eight": (8, 8), "six or seven": (6, 7), "at least six": (6, float("inf")), "nine": (9, 9),
}  # fmt: skip


def value(words: str, document: str = "alpha") -> Value:
    """A count of leaders in the first words of an article."""
    low, high = NUMBERS[words]
    span = factory.at(document, factory.TEXTS[document].split()[0])
    mention = Mention(span, "quantity", words, Quantity(low, high, "count", noun="leader"))
    frame = Frame(mention, ("leader",), "agent", span)
    return Value(frame, Claim("c", span, (span,), words, "be", (), (frame,), 0))


def compare(a: Value, b: Value) -> Verdict:
    """Two counts, in their own words."""
    one, other = a.mention.value, b.mention.value
    assert isinstance(one, Quantity)
    assert isinstance(other, Quantity)
    return compare_quantities(one, other, words=(a.mention.text, b.mention.text))


def width(item: Value) -> float:
    """How vague a count is."""
    number = item.mention.value
    assert isinstance(number, Quantity)
    return number.high - number.low


def divided(*words: str) -> Dispute:
    """The values in these words, divided."""
    return divide([value(w) for w in words], compare, width)


@pytest.mark.parametrize(
    ("words", "camps"),
    [
        (("seven",), [["seven"]]),
        (("seven", "eight"), [["seven"], ["eight"]]),
        (("seven", "at least six"), [["seven", "at least six"]]),
        (("seven", "eight", "six or seven"), [["seven", "six or seven"], ["eight"]]),
        (("seven", "eight", "at least six"), [["seven"], ["eight"]]),
        (("seven", "eight", "nine"), [["seven"], ["eight"], ["nine"]]),
    ],
)
def test_values_that_can_all_be_true_are_one_camp(words: tuple[str, ...], camps: list[list[str]]) -> None:
    """A value that fits one camp joins it; one that fits several joins none."""
    found = divided(*words)
    assert [[v.mention.text for v in camp.values] for camp in found.camps] == camps


def test_one_reason_for_each_two_camps() -> None:
    """Three camps clash in three ways, however many values each holds."""
    assert len(divided("seven", "six or seven", "eight", "nine").clashes) == 3


def test_what_is_right_in_its_time_supports_no_later_value() -> None:
    """Eight may have become nine, which seven denies; it stands by itself, and for neither."""

    def updates(a: Value, b: Value) -> Verdict:
        update = {a.mention.text, b.mention.text} == {"eight", "nine"}
        return Verdict("compatible", "an update") if update else compare(a, b)

    values = [value(w) for w in ("seven", "nine", "eight")]
    found = divide(values, updates, width, apart=lambda a, b: {a.mention.text, b.mention.text} == {"eight", "nine"})
    assert [[v.mention.text for v in camp.values] for camp in found.camps] == [["seven"], ["nine"], ["eight"]]
    joined = divide(values, updates, width)
    assert [[v.mention.text for v in camp.values] for camp in joined.camps] == [["seven"], ["nine", "eight"]]


def told(*values: Value) -> Iterator[Finding | Compatible]:
    """What is told of these values."""
    fact = Fact("f1", "quantity", "dinner with … leaders in order", tuple(values))
    dispute = divide(values, compare, width)
    return outcomes(
        factory.ledger(), fact, dispute, code="CC101", severity="error", noun="the number of leaders", check="Both."
    )


def test_what_most_origins_say_is_named_first() -> None:
    """The message and the table are in one order, and the label does not end on a loose word."""
    found = [
        o for o in told(value("eight", "gamma"), value("seven"), value("seven", "delta")) if isinstance(o, Finding)
    ]
    assert found[0].message == "The articles differ on the number of leaders: “Seven” against “Eight”."
    assert found[0].fact == "the number of leaders: “dinner with … leaders”"


def test_one_article_is_at_odds_with_itself() -> None:
    """Within one article nobody differs with anybody."""
    found = [o for o in told(value("seven"), value("eight")) if isinstance(o, Finding)]
    assert found[0].scope == "within"
    assert found[0].message.startswith("The article is at odds with itself")
