"""Places against each other: one, one inside the other, apart, or more than the gazetteer can tell."""

from __future__ import annotations

import pytest

from claimcheck.compare.places import compare_places, name_one_another
from claimcheck.types import Name


def place(text: str) -> Name:
    """A place by its name."""
    return Name(text, "place", tuple(text.split()))


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Kyiv", "Kiev", "same"),
        ("the Netherlands", "Netherlands", "same"),
        ("Houston", "Texas", "compatible"),
        ("France", "Europe", "compatible"),
        ("Lyon", "Europe", "compatible"),
        ("Greece", "Russia", "conflict"),
        ("Chicago", "Atlanta", "conflict"),
        ("Houston", "Wisconsin", "conflict"),
        ("Springfield", "Miami", "conflict"),
        ("Detroit", "Warren", "unrelated"),  # 20 km apart
        ("Bloomington", "Minneapolis", "unrelated"),  # the one in Minnesota
        ("Asia", "Egypt", "unrelated"),  # there is a town called Asia, but nobody means it
        ("Tallgrass Street", "Vancouver", "unrelated"),
    ],
)
def test_two_places(a: str, b: str, relation: str) -> None:
    """The gazetteer decides, and the order of the two never matters."""
    assert compare_places(place(a), place(b)).relation == relation
    assert compare_places(place(b), place(a)).relation == relation


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Southern California", "California", True),
        ("Calif.", "California", True),
        ("U.S.", "United States", True),
        ("Mt Cook", "Aoraki Mount Cook", True),
        ("East Flatbush", "Albany", False),
        ("Sicily", "Tunisia", False),
    ],
)
def test_one_place_in_other_words(a: str, b: str, *, expected: bool) -> None:
    """A shared word, an abbreviation or initials make two names one place in other words."""
    assert name_one_another(place(a), place(b)) is expected
    assert name_one_another(place(b), place(a)) is expected
