"""Lists against the number stated beside them, within one article."""

from __future__ import annotations

import pytest

from claimcheck.align.listings import find_miscounts
from claimcheck.extract import extract
from claimcheck.extract.sentences import split_sentences
from claimcheck.protocols import Parser
from claimcheck.types import Document


def miscounts(parser: Parser, text: str) -> list[tuple[str, int, str]]:
    """What is miscounted in a text: (stated, members of the list, the list's own words)."""
    document = Document("d", "d.txt", text)
    extraction = extract(document, split_sentences(document), parser)
    return [(m.stated.text, len(m.items), text[m.span.start : m.span.end]) for m in find_miscounts(extraction)]


FOUND = [
    ("He saw two countries: Chad, Mali and Togo.", ("two countries", 3, "Chad, Mali and Togo")),
    ("France, Spain and Italy, the four countries that signed, met.", ("four countries", 3, "France, Spain and Italy")),
    ("Four countries signed. They are Belgium, France and Italy.", ("Four countries", 3, "Belgium, France and Italy")),
    ("They held two men: Ed Lee, 32, Bo Roe, 41, and Al Day.", ("two men", 3, "Ed Lee, 32, Bo Roe, 41, and Al Day")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "miscount"), FOUND, ids=[text for text, _ in FOUND])
def test_lists_of_another_length(parser: Parser, text: str, miscount: tuple[str, int, str]) -> None:
    """The list is found after the number, before it and in the next sentence."""
    assert miscounts(parser, text) == [miscount]


LEFT_ALONE = [
    "He toured four countries: Belgium, France, Italy and Spain.",
    "He toured six countries, including Belgium, France and Italy.",
    "He stopped in two cities: Paris, France, and Rome, Italy.",
    "The coach made three changes: Smith, Jones, Brown and White came in.",
    "Ten lawmakers, Ruth Adler, Simon Cole and Ian Drew among them, voted no.",
    "Police arrested two suspects, Robert Smith, Jr., and Peter Jones.",
    "Two senators, Lindsey Graham, Republican of South Carolina, and Chris Coons, met him.",
    "",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_lists_left_alone(parser: Parser, text: str) -> None:
    """Lists that are whole, lists that are open, and names that are not what is counted."""
    assert miscounts(parser, text) == []
