"""Choices that are about articles by name and met none of them: a slip in a name would otherwise do nothing, silently.

A pattern whose folder is there while nothing in it was read is about other articles, and not idle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from claimcheck.adjust.naming import is_named
from claimcheck.config.config import Config
from claimcheck.sources.files import suffix_of
from claimcheck.sources.formats import READERS
from claimcheck.types import Document

_WILD = frozenset("*?[")


def idle(config: Config, documents: Sequence[Document]) -> tuple[str, ...]:
    """A line for each override and each list of origins that says nothing of the articles that were read."""
    return tuple(_lines(config, documents))


def _lines(config: Config, documents: Sequence[Document]) -> Iterator[str]:
    for number, override in enumerate(config.overrides, start=1):
        missing = _missing(override.paths, documents, config.root)
        if len(missing) == len(override.paths):
            yield _line(f"{config.place('overrides')}[{number}].paths", missing)
    origins = (
        ("origins.independent", config.origins_independent),
        ("origins.same-origin", config.origins_same_origin),
    )
    for key, groups in origins:
        for number, group in enumerate(groups, start=1):
            if missing := _missing_of_group(group, documents, config.root):
                yield _line(f"{config.place(key)}[{number}]", missing)


def _missing(patterns: Sequence[str], documents: Sequence[Document], root: str) -> tuple[str, ...]:
    """The patterns that mean none of the articles, and no others either."""
    unmet = (p for p in patterns if not any(is_named(document, (p,), root) for document in documents))
    return tuple(pattern for pattern in unmet if not _is_of_others(pattern, documents, root))


def _missing_of_group(group: Sequence[str], documents: Sequence[Document], root: str) -> tuple[str, ...]:
    """What keeps a list of origins from saying anything: all that it names is missing, or a file beside one it has."""
    named = sum(is_named(document, group, root) for document in documents)
    missing = _missing(group, documents, root)
    if named == 0:
        return missing if len(missing) == len(group) else ()
    return tuple(p for p in missing if "/" in p or suffix_of(p, READERS)) if named == 1 else ()


def _is_of_others(pattern: str, documents: Sequence[Document], root: str) -> bool:
    """Whether a path leads to a place that is there and of which nothing was read."""
    if "/" not in pattern:
        return False
    fixed = takewhile(lambda part: not _WILD & set(part), Path(pattern).parts)
    try:
        place = Path(root, *fixed).resolve()
        there = place.exists()
    except OSError:  # a name too long, a folder that may not be entered
        return False
    return there and not any(Path(document.path).resolve().is_relative_to(place) for document in documents)


def _line(place: str, patterns: Sequence[str]) -> str:
    match = "matches" if len(patterns) == 1 else "match"
    return f"{place}: {', '.join(patterns)} {match} none of the articles; correct or remove it"
