"""Passages: what differs is bold, what is long is cut around it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import report_factory as factory

from claimcheck.report.passages import brief, differing, passages, show
from claimcheck.report.view import View
from claimcheck.rules.base import finding, variant
from claimcheck.types import Evidence, Span


def words_of(quote: str, *others: str) -> list[str]:
    """The words of a quote that differ from the others."""
    return [quote[start:end] for start, end in differing(quote, [[other] for other in others])]


@pytest.mark.parametrize(
    ("quote", "other", "marked"),
    [
        ("seven national leaders", "eight leaders", ["seven national leaders"]),
        ("regardless of what you think of the move", "regardless of what they think of the move", ["you"]),
        ("a clear message to Moscow and to Minsk", "a clear message to Moscow and Minsk", ["to"]),
        ("a clear message to Moscow and Minsk", "a clear message to Moscow and to Minsk", ["and Minsk"]),
        ("So no room for error", "So there is no room for error", ["So no"]),
        ("July 11", "July 11 and 12", ["July 11"]),
        ("we in the West want it to fall", "we in the west want, it to fall", ["we in the West want it to fall"]),
        ("one two three four five six", "alpha beta gamma delta epsilon", ["one two three four five six"]),
    ],
)  # fmt: skip
def test_marks_the_words_that_differ(quote: str, other: str, marked: list[str]) -> None:
    """Short quotes whole; of long ones the changed words, or both sides of a gap."""
    assert words_of(quote, other) == marked


def evidence_in(text: str, quote: str) -> tuple[View, Evidence]:
    """A view and a piece of evidence in a text of its own, put in place of alpha's."""
    view = View.of(factory.report())
    old = view.documents["alpha"]
    changed = replace(view, documents={**view.documents, "alpha": type(old)("alpha", old.path, text)})
    start = text.rindex(quote)
    return changed, Evidence(Span("alpha", start, start + len(quote)), quote, text)


def test_cuts_a_long_sentence_around_the_bold_words() -> None:
    """Words far from the difference give way to […], at either end and in the middle."""
    text = " ".join(["before"] * 40 + ["seven"] + ["after"] * 40)
    view, piece = evidence_in(text, "seven")
    shown = show(view, piece, ((0, 5),))
    assert shown.startswith("[…] before") and shown.endswith("after […]")
    assert shown.count("before") == 14
    assert "**seven**" in shown


def test_keeps_the_words_between_two_near_differences() -> None:
    """Two windows that nearly touch are one; two that do not are parted by […]."""
    text = " ".join(["one", *["x"] * 60, "two"])
    view, piece = evidence_in(text, text)
    shown = show(view, piece, ((0, 3), (len(text) - 3, len(text))))
    assert shown.count("[…]") == 1
    assert shown.startswith("**one**") and shown.endswith("**two**")


def test_marks_the_quote_and_not_its_first_twin() -> None:
    """The bold words are those at the span, even when the sentence says them twice."""
    view, piece = evidence_in("Belarus told Belarus", "Belarus")
    assert show(view, piece, ((0, 7),)) == "Belarus told **Belarus**"


def test_copies_are_shown_once_with_all_their_places() -> None:
    """Straight and curly quotation marks make no other passage."""
    view = View.of(factory.report())
    quoted = next(f for f in view.findings if f.code == "CC401")
    shown = passages(view, quoted, quoted.variants[0])
    assert [span.document for span in shown[0].places] == ["alpha", "beta"]
    assert len(shown) == 1


def test_the_changes_of_one_sentence_are_one_passage() -> None:
    """Two pieces of evidence in one sentence show it once, both changes in bold."""
    view, book = View.of(factory.report()), factory.ledger()
    altered = finding(
        "CC401", severity="error", fact="f", message="m", reason="r", confidence=1.0,
        variants=[
            variant(book, "any", [factory.at("alpha", words) for words in ("make any final judgment about the move",
                                                                          "about the move, whatever you think")]),
            variant(book, "a", [factory.at("gamma", words) for words in ("make a final judgment about the move",
                                                                        "about the move, whatever they think")]),
        ],
    )  # fmt: skip
    value = next(v for v in altered.variants if v.value == "any")
    shown = passages(view, altered, value)
    assert len(shown) == 1
    assert "make **any** final judgment about the move, whatever **you** think" in shown[0].text


def test_a_long_value_keeps_what_makes_the_difference() -> None:
    """In a table a long quotation is cut to the words in dispute."""
    report = factory.report()
    quoted = next(f for f in report.findings if f.code == "CC401")
    assert [brief(quoted, v, 48) for v in quoted.variants] == [
        "make any final … whatever you think",
        "make a final … whatever they think",
    ]


def test_a_long_value_like_no_other_is_cut() -> None:
    """Without a version to compare with, the beginning is kept."""
    book = factory.ledger()
    one = finding(
        "CC101", severity="error", fact="f", message="m", reason="r", confidence=1.0,
        variants=[variant(book, "a long value that goes on and on", [factory.at("alpha", "Seven")])],
    )  # fmt: skip
    assert brief(one, one.variants[0], 16) == "a long value …"
