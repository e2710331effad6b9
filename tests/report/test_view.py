"""What renderers look up: short names, lines, words, order."""

from __future__ import annotations

import pytest
import report_factory as factory

from claimcheck.report.view import View, count_words, day, line_of, percent, sentence, short_names, shorten, tally
from claimcheck.types import Boilerplate, Document, Published


@pytest.mark.parametrize(
    ("ids", "names"),
    [
        (("000_ec33b5ec3393e328", "001_67cff5fc719004b3"), ("000", "001")),
        (("a", "b"), ("a", "b")),
        (("a-rather-long-name1", "a-rather-long-name2"), ("a-rather-long-name1", "a-rather-long-name2")),
        (("guardian-2023-06-27-story", "guardian-2023-06-28-story"), ("guardian-2023-06-27", "guardian-2023-06-28")),
        (("only_one_document_with_a_long_name",), ("only_one_document_with_a_long_name",)),
        (("folder/a", "folder/b"), ("a", "b")),
        (("x/a", "y/a"), ("x/a", "y/a")),
    ],
)  # fmt: skip
def test_short_names(ids: tuple[str, ...], names: tuple[str, ...]) -> None:
    """As few parts of an id as tell it from the others."""
    assert tuple(short_names(ids).values()) == names


@pytest.mark.parametrize(("text", "line"), [("", 1), ("\n", 2), ("\r\n", 2), ("\r\r", 3), ("a\u2028b", 1)])
def test_lines_count_as_in_an_editor(text: str, line: int) -> None:
    """All three line endings count once; other separators do not."""
    assert line_of(f"{text}x", len(text)) == line


def test_words_leave_boilerplate_out() -> None:
    """Share buttons are no part of an article's length."""
    text = "Seven leaders’ dinner cost $1.5 million. Share this: Twitter"
    assert count_words(Document("a", "a.txt", text)) == 9
    assert count_words(Document("a", "a.txt", text, boilerplate=(Boilerplate(41, len(text), "share"),))) == 6


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (Published(2023, 6, 29, "metadata"), "2023-06-29"),
        (Published(2023, 6, None, "text"), "2023-06"),
        (Published(2023, None, None, "event"), "2023"),
    ],
)
def test_a_date_is_shown_as_far_as_it_is_known(published: Published, shown: str) -> None:
    """No month is made up."""
    assert day(published) == shown


def test_findings_come_errors_first_and_coverage_apart() -> None:
    """Errors, warnings, notes; single-origin claims and copied text are no divergences."""
    view = View.of(factory.report())
    assert [f.code for f in view.findings] == ["CC101", "CC301", "CC401", "CC204", "CC202"]
    assert [f.code for f in view.folded] == ["CC601"]
    assert tally(view.findings) == "3 errors, 1 warning, 1 note"


def test_small_words() -> None:
    """Shares never round up to all, sentences begin with a capital, long text is cut at a word."""
    assert (percent(0.999), percent(1.0), percent(0.0)) == ("99 %", "100 %", "0 %")
    assert (sentence("seven fits"), sentence("Why?"), sentence("")) == ("Seven fits.", "Why?", "")
    assert shorten("one two three", 9) == "one two …"
