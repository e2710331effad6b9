"""Frequencies of words and what a slip meant."""

import pytest

from claimcheck.compare.word_lists import languages, read_bands
from claimcheck.compare.words import UNKNOWN, frequency, intended, is_regional, usual_spelling


def test_frequency():
    """Everyday words are frequent whatever their case, what no list holds is unknown."""
    assert frequency("The") > 7 > frequency("church") > 4
    assert frequency("nausedawarned") == UNKNOWN


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("arested", "arrested"), ("favourtie", "favourite"), ("sesaon", "season"), ("xqzzyw", None)],
)
def test_intended(printed, meant):
    """The most frequent word one slip away is what was meant."""
    assert intended(printed, least=3.0) == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("recieve", "receive"),  # two letters swapped
        ("committment", "commitment"),  # one doubled
        ("embarassment", "embarrassment"),  # one halved
        ("suprise", "surprise"),  # one left out
        ("apocolypse", "apocalypse"),  # a vowel for another
        ("willl", "will"),
        ("latter", None),  # a word
        ("focussed", None),  # an inflection
        ("travelled", None),  # British
        ("jewellery", None),
        ("fulfil", None),
        ("login", None),  # new, and of no such kind
        ("scoreline", None),
        ("rehire", None),
        ("tween", None),
        ("permanantly", None),  # no list holds it: what it meant is `intended`'s to say
    ],
)
def test_usual_spelling(printed, meant):
    """A misspelling that people make is told from rare words, new words and other spellings."""
    assert usual_spelling(printed) == meant


@pytest.mark.parametrize(
    ("a", "b", "regional"),
    [
        ("centre", "center", True),
        ("labour", "labor", True),
        ("organise", "organize", True),
        ("defence", "defense", True),
        ("polica", "police", False),
        ("reid", "raid", False),
    ],
)
def test_is_regional(a, b, regional):
    """British and American spelling are told from slips, both ways round."""
    assert is_regional(a, b) is regional
    assert is_regional(b, a) is regional


def test_word_lists():
    """Lists go by falling frequency, and every language that has one is named."""
    bands = read_bands("de", "small")
    assert next(band for band in bands if band) == ["die"]
    assert {"de", "en", "pl", "zh"} <= set(languages("small"))
    assert not {"pl", "da"} <= set(languages("large"))
