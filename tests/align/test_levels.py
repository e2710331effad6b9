"""Levels and changes by the words next to a number."""

from __future__ import annotations

import pytest

from claimcheck.align.levels import Standing, stands_as

WORDINGS: list[tuple[str, str, Standing]] = [
    ("unemployment fell to", "in october", "level"),
    ("unemployment stood at", "in october", "level"),
    ("revenue rose", "in may", "change"),
    ("revenue rose by", "in may", "change"),
    ("the government announced a", "increase in pensions", "change"),
    ("he paid", "for the house", ""),
    ("", "of voters stayed home", ""),
]


@pytest.mark.parametrize(("before", "after", "standing"), WORDINGS)
def test_what_the_words_make_of_it(before: str, after: str, standing: Standing) -> None:
    """The nearest words decide, and say nothing where they do not."""
    assert stands_as(before.split()[::-1], after.split()) == standing
