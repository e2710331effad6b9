"""Which words a dictionary has, and how English inflects them."""

import pytest

from claimcheck.compare.dictionary import is_word


@pytest.mark.parametrize(
    "word",
    ["house", "houses", "cities", "geese", "gave", "running", "planned", "happily", "reliably", "oldest", "owners"],
)
def test_words(word):
    """Words and their forms, regular and irregular."""
    assert is_word(word)


@pytest.mark.parametrize("word", ["recieve", "seperate", "housse", "accomodate", "botnet", "nausedawarned"])
def test_no_words(word):
    """Misspellings, new words and words run together."""
    assert not is_word(word)
