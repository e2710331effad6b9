"""Passages without quotation marks that give another article's quotation nearly to the letter."""

from __future__ import annotations

import pytest

from claimcheck.align.unmarked import find_unmarked
from claimcheck.types import Document, Extraction, Quotation, Sentence, Span

SAID = "We will close every one of our test sites in the hills by the end of May"


def quoting(name: str, words: str) -> Extraction:
    """An article that is one quotation."""
    text = f"“{words}”"
    span = Span(name, 1, len(text) - 1)
    sentence = Sentence(Span(name, 0, len(text)), 0)
    return Extraction(
        Document(id=name, path=f"{name}.txt", text=text), (sentence,), (), (), (), (Quotation(span, words, "S"),)
    )


def printing(name: str, text: str) -> Extraction:
    """An article that is one sentence without marks."""
    sentence = Sentence(Span(name, 0, len(text)), 0)
    return Extraction(Document(id=name, path=f"{name}.txt", text=text), (sentence,), (), (), (), ())


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (SAID.replace("every", "some"), [SAID.replace("every", "some")]),
        (f"On Friday: {SAID.replace('hills', 'plains')}.", [SAID.replace("hills", "plains")]),
        (SAID.replace("will", "will not"), []),  # a negation has a rule of its own
        (SAID, []),  # nothing to report
        (SAID.replace("We will", "They will"), []),  # the person of reported speech
        (SAID.replace("will", "would"), []),  # and its tense
        (SAID.replace("in the hills by the end of May", "today"), []),  # too little of it
    ],
)
def test_a_passage_without_marks(printed: str, expected: list[str]) -> None:
    """Words that differ count, unless reported speech makes them differ; the stretch is that of the quotation."""
    found = find_unmarked([quoting("a", SAID), printing("b", printed)])
    assert [q.text for q in found] == expected
    assert all(not q.closed and not q.speaker and q.span.document == "b" for q in found)


def test_its_own_article_is_no_other() -> None:
    """An article that repeats its own quotation in its own words does not misquote it."""
    quotation = quoting("a", SAID)
    printed = printing("a", SAID.replace("every", "some"))
    both = Extraction(printed.document, printed.sentences, (), (), (), quotation.quotations)
    assert find_unmarked([both]) == ()
