"""Words that exclude each other, and words that only seem to."""

from __future__ import annotations

import pytest

from claimcheck.compare.opposites import antonyms, opposition, outcomes


@pytest.mark.parametrize(
    ("a", "b", "pos", "ground"),
    [
        ("national", "local", "ADJ", "antonyms"),
        ("man", "woman", "NOUN", "antonyms"),
        ("uphold", "overturn", "VERB", "outcomes"),
        ("destroyed", "intact", "ADJ", "outcomes"),
        ("semifinal", "quarterfinal", "NOUN", "outcomes"),
        ("before", "after", "ADP", "direction"),
        ("scathed", "unscathed", "ADJ", "negated"),
    ],
)
def test_opposites(a, b, pos, ground):
    """Each pair is opposed on its ground, either way round."""
    assert [found.ground for found in (opposition(a, b, pos), opposition(b, a, pos)) if found] == [ground, ground]


@pytest.mark.parametrize(
    ("a", "b", "pos"),
    [
        ("deepen", "widen", "VERB"),
        ("destroy", "gut", "VERB"),
        ("man", "woman", "ADJ"),
        ("valuable", "invaluable", "ADJ"),
        ("halt", "suspend", "VERB"),
        ("uphold", "uphold", "VERB"),
    ],
)
def test_no_opposites(a, b, pos):
    """Words of one side, of other parts of speech and one word with itself are not opposed."""
    assert opposition(a, b, pos) is None


def test_what_follows_in_time_is_marked():
    """Arrested and released are opposed, and one follows the other; convicted and acquitted do not."""
    follows = {
        a: found.follows
        for a, b in (("arrest", "release"), ("convict", "acquit"))
        if (found := opposition(a, b, "VERB"))
    }
    assert follows == {"arrest": True, "convict": False}


def test_the_tables_hold_plain_words():
    """Every antonym has its counterpart, and no word stands on two sides of one scale."""
    assert all(word in antonyms()[pos, other] for (pos, word), others in antonyms().items() for other in others)
    for word, places in outcomes().items():
        scales = [place.scale for place in places]
        assert len(scales) == len(set(scales)), word
