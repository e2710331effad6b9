"""Dates inherited within an event."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.align.dating import date_documents
from claimcheck.align.origins import find_overlaps, group_origins
from claimcheck.extract.sentences import split_sentences
from claimcheck.sources.reading import read
from claimcheck.types import Document, Origin, Published

SEEDS = Path(__file__).parents[2] / "seeds"


def document(name: str, text: str, published: Published | None = None) -> Document:
    """A document of these words."""
    return Document(name, name, text, published=published)


def alone(*names: str) -> tuple[Origin, ...]:
    """Every document an origin of its own."""
    return tuple(Origin(f"o{i}", (name,), 1.0) for i, name in enumerate(names, start=1))


def day(published: Published | None) -> tuple[int, int | None, int | None, str] | None:
    """What a date says and where it is from."""
    return published and (published.year, published.month, published.day, published.origin)


META = Published(2023, 6, 29, "metadata")


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("The mayor said Tuesday, June 27, it was over.", META, (2023, 6, 27, "event")),
        ("The mayor said Wednesday, June 27, it was over.", META, (2023, None, None, "event")),
        ("The mayor said Saturday, Dec. 31, it was over.", Published(2023, 1, 2, "metadata"), (2022, 12, 31, "event")),
        (
            "The mayor said Tuesday, June 27, it was over.",
            Published(2023, None, None, "metadata"),
            (2023, 6, 27, "event"),
        ),
        ("The mayor said it was over.", META, (2023, None, None, "event")),
        ("The mayor said Tuesday, June 27, it was over.", None, None),
    ],
)
def test_the_year_comes_from_the_event(text: str, known: Published | None, expected: tuple[int, ...] | None) -> None:
    """A day the text names takes the year that its weekday fits; a text without one gets the year alone."""
    documents = (document("a", text), document("b", "It was over, the mayor said.", known))
    dated = date_documents(documents, alone("a", "b"))
    assert day(dated[0].published) == expected
    assert dated[1] == documents[1]


def test_a_copy_inherits_the_day() -> None:
    """From a document of the same origin, and the note says from which."""
    documents = (document("a", "It was over."), document("b", "It was over.", META))
    dated = date_documents(documents, (Origin("o1", ("a", "b"), 1.0),))
    assert day(dated[0].published) == (2023, 6, 29, "near-copy")
    assert dated[0].published is not None
    assert "b" in dated[0].published.note
    assert len(dated[0].notes) == 1


def test_years_in_dispute_date_nothing() -> None:
    """An event whose articles are of two years has no year to give."""
    documents = (
        document("a", "It was over."),
        document("b", "It was over.", META),
        document("c", "It was over.", Published(2021, 1, 1, "metadata")),
    )
    assert date_documents(documents, alone("a", "b", "c"))[0].published is None


def test_nothing_to_go_by() -> None:
    """No dates at all: nothing changes."""
    documents = (document("a", "It was over."), document("b", "It was not."))
    assert date_documents(documents, alone("a", "b")) == documents


def test_seeds() -> None:
    """One article's tag, one's "Tuesday, June 27", a copy, and two that only speak of July."""
    documents = read([SEEDS]).documents
    origins = group_origins(documents, find_overlaps(documents, {d.id: split_sentences(d) for d in documents}))
    assert [day(d.published) for d in date_documents(documents, origins)] == [
        (2023, 6, 27, "event"),
        (2023, 6, 27, "near-copy"),
        (2023, 6, 29, "text"),
        (2023, None, None, "event"),
        (2023, None, None, "event"),
    ]
