"""What the world calls its places."""

import pytest

from claimcheck.compare.export_places import places, regions, table
from claimcheck.compare.gazetteer import PLACES, demonyms, is_listed, is_place, one_place
from claimcheck.compare.regions import REGIONS


@pytest.mark.parametrize(
    "name", ["Netherlands", "The Netherlands", "netherlands", "Alaska", "Minsk", "São Paulo", "Sao Paulo"]
)
def test_places(name):
    """Countries, states and cities are found with and without article, capitals and accents."""
    assert is_place(name)


@pytest.mark.parametrize("name", ["Netherland", "Nauseda", "Turkeminstan", "", "Vilnus"])
def test_no_places(name):
    """A misspelled place is in no record, be it as another spelling."""
    assert not is_place(name)
    assert not is_listed(name)


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Kyiv", "Kiev", True),
        ("Kolkata", "Calcutta", True),
        ("Mumbai", "Bombay", True),
        ("New York", "New York City", True),
        ("Philadelphia", "Philly", False),
        ("Iran", "Iraq", False),
        ("Austria", "Australia", False),
        ("Nowhere", "Nowhere", False),
    ],
)
def test_one_place(a, b, one):
    """Two spellings of one city are one place; by-names and neighbours are not."""
    assert one_place(a, b) is one
    assert one_place(b, a) is one


def test_demonyms():
    """Nationalities are known by rule; countries and common words are not among them."""
    assert {"lithuanian", "dutch", "polish", "canadian", "norwegian", "american", "chinese"} <= demonyms()
    assert not {"lithuania", "japan", "green", "spain"} & demonyms()


@pytest.mark.parametrize(("file", "rows"), [(PLACES, places), (REGIONS, regions)], ids=["places", "regions"])
def test_the_tables_are_what_the_script_writes(file, rows):
    """The shipped tables can be made again from their sources, byte for byte."""
    assert file.read_text(encoding="utf-8") == table(rows()), "run `python -m claimcheck.compare.export_places`"
