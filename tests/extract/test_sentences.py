"""Sentences: the hard cases of tests/cases/sentences.yml, kinds, paragraphs and offsets."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimcheck.extract.sentences import split_sentences
from claimcheck.extract.view import plain
from claimcheck.types import Boilerplate, Document, Sentence, Span

TABLE = yaml.safe_load((Path(__file__).parents[1] / "cases" / "sentences.yml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(case, id=f"{topic}-{number}") for topic, cases in TABLE.items() for number, case in enumerate(cases)
]


def split(text: str, **fields: object) -> tuple[Document, tuple[Sentence, ...]]:
    """The document made of `text`, and its sentences."""
    document = Document(id="a", path="a.txt", text=text, **fields)  # type: ignore[arg-type]
    return document, split_sentences(document)


def texts(text: str, **fields: object) -> list[str]:
    """The sentences of `text`, verbatim."""
    document, sentences = split(text, **fields)
    return [document.text[s.span.start : s.span.end] for s in sentences]


@pytest.mark.parametrize("case", CASES)
def test_hard_cases(case: str) -> None:
    """A sentence ends where the table says, and nowhere else."""
    assert texts(case.replace("¦", "")) == [piece.strip() for piece in case.split("¦")]


def test_table_is_large_enough() -> None:
    """The table holds at least 120 cases."""
    assert len(CASES) >= 120


def test_title_comes_first() -> None:
    """The title is the first sentence, with its own offsets, and is not repeated in the body."""
    text = 'title: "NATO is ready"\n\nIt said so.'
    span = Span("a", text.index("NATO"), text.index("ready") + 5)
    document, sentences = split(text, title_span=span, boilerplate=(Boilerplate(0, span.end + 1, "front-matter"),))
    assert [(s.kind, document.text[s.span.start : s.span.end]) for s in sentences] == [
        ("title", "NATO is ready"),
        ("body", "It said so."),
    ]
    assert [s.paragraph for s in sentences] == [0, 1]


def test_boilerplate_is_left_out() -> None:
    """No sentence includes a marked stretch, and the copy before and after it stays."""
    text = "He left. READ ALSO: Ten tips. She stayed."
    mark = Boilerplate(text.index("READ"), text.index(" She"), "promo")
    assert texts(text, boilerplate=(mark,)) == ["He left.", "She stayed."]


def test_caption_stays_without_its_credit() -> None:
    """The text around a photo credit is a caption."""
    text = "He spoke.\n\nThe leaders met in The Hague (REUTERS / A. Photographer)\n\nShe left."
    mark = Boilerplate(text.index("(REUTERS"), text.index("\n\nShe"), "credit")
    document, sentences = split(text, boilerplate=(mark,))
    assert [(s.kind, document.text[s.span.start : s.span.end]) for s in sentences] == [
        ("body", "He spoke."),
        ("caption", "The leaders met in The Hague"),
        ("body", "She left."),
    ]


def test_paragraphs_are_counted() -> None:
    """Sentences of one paragraph carry one number."""
    _, sentences = split("He left. She stayed.\n\nThey met.")
    assert [s.paragraph for s in sentences] == [0, 0, 1]


@pytest.mark.parametrize("text", ["", " \n\n ", ".", "\n. . .\n", "\x00", "\ud800", '"', "“”", "...", "'''"])
def test_nothing_to_say(text: str) -> None:
    """Text without a word has no sentence and raises nothing."""
    assert texts(text) == []


def test_long_text_is_linear() -> None:
    """A text of one long paragraph is split without going back over it for every stop."""
    text = 'Mr. Smith said "no." The U.S. agreed. ' * 5000
    assert len(texts(text)) == 10000


@pytest.mark.parametrize(
    "text, view",
    [
        ("“It’s”", '"It\'s"'),
        ("so ''.", 'so " .'),
        ("a ''b", 'a  "b'),
        ("``so''", ' "so" '),
        ("a\u00a0b\r\nc", "a b  c"),
        ("«oui» „ja“", '"oui" "ja"'),
        ("a\ud800b\x00", "a b "),
        ("‘no’ — yes – no‑one", "'no' — yes – no-one"),
    ],
)
def test_plain_view(text: str, view: str) -> None:
    """The view straightens what parsers do not know and keeps every offset."""
    assert plain(text) == view
    assert len(plain(text)) == len(text)
