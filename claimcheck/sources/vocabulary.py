"""How the closed word classes of this layer are written down: as a line of words."""

from __future__ import annotations


def vocabulary(words: str) -> frozenset[str]:
    """The set of the words in a line of words."""
    return frozenset(words.split())
