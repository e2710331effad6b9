"""One id a document: the name it has, told apart where two have the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple


class Named(NamedTuple):
    """The name an article would like, and the place that tells it from another of that name."""

    name: str
    place: str  # the folder of its file, or the file that it is a record of


def name_documents(wanted: Sequence[Named]) -> tuple[str, ...]:
    """The names in order, each once: its place before it where names clash, then a number after it."""
    counts = Counter(name for name, _ in wanted)
    taken: set[str] = {name for name, count in counts.items() if count == 1}
    ids: list[str] = []
    numbers: Counter[str] = Counter()
    for name, place in wanted:
        if counts[name] == 1:
            ids.append(name)
            continue
        stem = f"{place}-{name}" if place else name
        candidate = stem
        while candidate in taken:
            numbers[stem] += 1
            candidate = f"{stem}-{numbers[stem] + 1}"
        taken.add(candidate)
        ids.append(candidate)
    return tuple(ids)
