"""Articles about something else: how many are set apart, and how many that belong are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck import pipeline
from claimcheck.align.strays import find_strays
from claimcheck.types import Extraction, Origin

from .lab import Lab, Table, ratio

_LEAST = 3  # articles of an event into which a stranger is put


def tables(lab: Lab) -> Iterator[Table]:
    """Each event as it is, then with one article of another: of another subject, and of another event of its kind."""
    read = {name: pipeline.show([folder], models=lab.models) for name, folder in lab.events()}
    large = [name for name, reading in read.items() if len(reading.documents) >= _LEAST]
    rows: list[tuple[object, ...]] = []
    for part in ("tuning", "held"):
        names = [name for name in large if lab.part(name) == part]
        own = [len(find_strays(read[n].extractions, read[n].origins, lab.models.embedder)) for n in names]
        rows.append((f"{part}: articles that belong", sum(len(read[n].documents) for n in names), sum(own), ""))
        for title, alike in (("another subject", False), ("another event of the kind", True)):
            strangers = [(n, o) for i, n in enumerate(names) for o in _others(names, i, alike=alike)]
            noticed = sum(_is_noticed(lab, read[n], read[o].extractions[0]) for n, o in strangers)
            rows.append((f"{part}: {title}", len(strangers), noticed, f"{ratio(noticed, len(strangers)):.2f}"))
    headers = ("articles", "number", "set apart", "share")
    note = "An article of an event may be about something else in part; those set apart were not read one by one."
    yield Table("Strays", "clusters", headers, tuple(rows), note)


def _others(names: Sequence[str], i: int, *, alike: bool) -> Iterator[str]:
    """The events that lend an article: the sibling on the same kind of event, or the next two of other subjects."""
    subject = _subject(names[i])
    siblings = [n for n in names if n != names[i] and _subject(n) == subject]
    others = [n for n in (*names[i + 1 :], *names[:i]) if _subject(n) != subject]
    yield from siblings if alike else others[:2]


def _subject(name: str) -> str:
    """ECB+ holds two events of each kind, "1ecb" and "1ecbplus"."""
    return name.removesuffix("plus")


def _is_noticed(lab: Lab, reading: pipeline.Reading, stranger: Extraction) -> bool:
    """Whether the stranger is set apart among the articles of an event, none of its own beside it."""
    home = Origin("stranger", (stranger.document.id,), 1.0)
    strays = find_strays((*reading.extractions, stranger), (*reading.origins, home), lab.models.embedder)
    return any(stray.extraction is stranger for stray in strays)
