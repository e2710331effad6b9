"""Words as sets: closed classes written near their use, longer lists in text files of the package."""

from __future__ import annotations

from functools import cache
from importlib import resources


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


@cache
def listed(name: str) -> frozenset[str]:
    """The lines of a text file beside this module; "#" begins a comment line."""
    text = resources.files("claimcheck.extract").joinpath(name).read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
