"""What was extracted, as JSON by contract and as text to read."""

from __future__ import annotations

import json
from datetime import datetime
from math import inf
from typing import Any

import jsonschema
import pytest
import report_factory as factory

from claimcheck.report.extraction import describe, render_extraction_json, render_extraction_text
from claimcheck.report.json_report import schema
from claimcheck.types import Name, Quantity, Skipped, Time


def loaded() -> Any:
    """The extraction of the hand-made event, read back from its JSON."""
    book = factory.ledger()
    return json.loads(render_extraction_json(book.extractions, book.origins, (Skipped("x.txt", "empty", True),)))


def test_fits_its_schema() -> None:
    """What is written is what the shipped schema promises."""
    jsonschema.validate(loaded(), schema("extraction-1"))


def test_offsets_give_the_texts() -> None:
    """Mentions and quotations carry exactly their slice; a claim's pieces lie inside it."""
    for document in loaded()["documents"]:
        text = factory.TEXTS[document["id"]]
        for piece in [*document["mentions"], *document["quotations"]]:
            assert text[piece["start"] : piece["end"]] == piece["text"]
        for claim in document["claims"]:
            assert all(claim["start"] <= s["start"] < s["end"] <= claim["end"] for s in claim["spans"])


def test_the_text_shows_what_was_found_under_each_sentence() -> None:
    """Sentence with its line, claims with voice, certainty and polarity, values, quotations, origins."""
    book = factory.ledger()
    text = render_extraction_text(book.extractions, book.origins, (Skipped("x.txt", "x.txt: empty", True),))
    assert "alpha  articles/alpha.txt\n  The Daily <Wire> · published 2023-06-27 · 37 words" in text
    assert "  1  Seven leaders dined in The Hague on Tuesday.\n      claim        Seven leaders dined" in text
    assert "[the article; stated; positive]" in text
    assert "      quantity     Seven  = 7 leader" in text
    assert "quotation    Jens Stoltenberg: “It is too early" in text
    assert "O1: alpha, beta  (97 % of the words in common)" in text
    assert text.endswith("not read: x.txt: empty\n")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Quantity(7, 7, "count", noun="leader", modifiers=("national",)), "7 national leader"),
        (Quantity(40, inf, "count", noun="death"), "40 or more death"),
        (Quantity(-inf, 50, "count"), "50 or less"),
        (Quantity(180, 200, "count", scope=("other",)), "180 to 200 other"),
        (Quantity(5.7e9, 5.7e9, "money", unit="USD"), "5,700,000,000 USD"),
        (
            Time(datetime(2023, 7, 11), datetime(2023, 7, 12), "day", "absolute"),
            "2023-07-11 up to 2023-07-12 (absolute)",
        ),
        (Time(datetime(2023, 7, 11, 15), datetime(2023, 7, 11, 16), "hour"), "2023-07-11 15:00 up to 2023-07-11 16:00"),
        (Time(None, None, "day", weekday=1), "Tuesday, unresolved"),
        (Time(None, None, "week"), "week, unresolved"),
        (Name("Gitanas Nauseda", "person", ("Gitanas", "Nauseda"), ("president",)), "Gitanas Nauseda, president"),
    ],
)
def test_values_in_words(value: Any, words: str) -> None:
    """What the machine takes a text to mean can be read."""
    assert describe(value) == words


def test_an_open_interval_is_null() -> None:
    """JSON knows no infinity."""
    assert "Infinity" not in json.dumps(loaded())
