"""The wordings of one utterance: each document's pieces in one row of words, aligned on the fullest wording.

The fullest wording is the pivot. Every other one is set against it, and the places where any of
them differs are the columns of a table: what each document has there, or that it does not quote that far.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claimcheck.compare.quotations import Change, Comparison, compare_quotations, compare_words
from claimcheck.compare.wording import ELLIPSIS, Word, read_words, words_at
from claimcheck.types import Quotation, Span, Utterance

_NEAR = 3  # equal words between two changes that are shown as one place


@dataclass(frozen=True, slots=True)
class Wording:
    """One document's wording of an utterance: its quotations, and their words with offsets into the document."""

    document: str
    quotations: tuple[Quotation, ...]
    words: tuple[Word, ...]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the document from word `start` up to `end`."""
        return Span(self.document, self.words[start].start, self.words[end - 1].end)

    def piece(self, start: int, end: int, low: int, high: int) -> Span:
        """The stretch from word `low` to `high`, held within the quotation in which `start` to `end` lies."""
        words = self.words
        low, high = max(0, low), min(len(words), high)
        breaks = [n for n in range(low, high) if words[n].start == words[n].end]
        low = max([low, *(n + 1 for n in breaks if n < start)])
        high = min([high, *(n for n in breaks if n >= max(end, start + 1))])
        return self.span(low, max(high, low + 1))


@dataclass(frozen=True, slots=True)
class Place:
    """Where wordings differ: a range of the pivot's words, and the changes found there."""

    start: int
    end: int
    changes: tuple[Change, ...]

    def holds(self, change: Change) -> bool:
        """Whether a change lies at this place."""
        return self.start <= change.a[0] and change.a[1] <= self.end


@dataclass(frozen=True, slots=True)
class Table:
    """The wordings, the places where they differ, and the range of words each has there (None: not quoted)."""

    pivot: Wording
    wordings: tuple[Wording, ...]
    comparisons: tuple[Comparison | None, ...]  # of the pivot with each wording; None for the pivot itself
    places: tuple[Place, ...]
    cells: tuple[tuple[tuple[int, int] | None, ...], ...]  # a row a wording, a column a place

    def keys(self, row: int, column: int) -> tuple[str, ...] | None:
        """The words of a wording at a place, as keys; those of the pivot where the difference is innocent."""
        cell = self.cells[row][column]
        if cell is None:
            return None
        place, comparison = self.places[column], self.comparisons[row]
        changed = comparison is not None and any(map(place.holds, comparison.changes))
        wording, (start, end) = (self.wordings[row], cell) if changed else (self.pivot, (place.start, place.end))
        return tuple(w.key for w in wording.words[start:end] if not w.editorial)


@lru_cache(maxsize=4096)  # each rule on quotations asks for the tables of all utterances
def tabulate(utterance: Utterance) -> Table | None:
    """Set all wordings of an utterance against the fullest; None when only one is left."""
    wordings = tuple(_wordings(utterance))
    if len(wordings) < 2:
        return None
    pivot = max(wordings, key=lambda w: (len(w.words), w.document))
    comparisons = tuple(None if w is pivot else compare_words(pivot.words, w.words) for w in wordings)
    places = _places([c for c in comparisons if c is not None])
    cells = tuple(
        tuple(_cell(place, comparison, w is pivot) for place in places)
        for w, comparison in zip(wordings, comparisons, strict=True)
    )
    return Table(pivot, wordings, comparisons, places, cells)


@dataclass(frozen=True, slots=True)
class Camp:
    """Wordings that agree wherever they quote the places in dispute."""

    rows: tuple[int, ...]
    keys: tuple[tuple[str, ...] | None, ...]


def find_camps(table: Table) -> list[Camp]:
    """Group the wordings by their words at the places; one that quotes only some joins the first that agrees."""
    rows = [
        (tuple(table.keys(row, column) for column in range(len(table.places))), row) for row in range(len(table.cells))
    ]
    camps: list[Camp] = []
    for keys, row in sorted(rows, key=lambda r: (sum(k is None for k in r[0]), r[1])):
        if all(k is None for k in keys):
            continue
        fitting = next((n for n, camp in enumerate(camps) if _agree(camp.keys, keys)), None)
        if fitting is None:
            camps.append(Camp((row,), keys))
        else:
            camps[fitting] = Camp((*camps[fitting].rows, row), camps[fitting].keys)
    return camps


def _agree(a: Sequence[tuple[str, ...] | None], b: Sequence[tuple[str, ...] | None]) -> bool:
    return all(x == y for x, y in zip(a, b, strict=True) if x is not None and y is not None)


def _wordings(utterance: Utterance) -> Iterator[Wording]:
    """One wording a document, or several where it gives the same words more than once."""
    by_document: dict[str, list[Quotation]] = {}
    for quotation in utterance.quotations:
        by_document.setdefault(quotation.span.document, []).append(quotation)
    for document, quotations in by_document.items():
        rows: list[list[Quotation]] = []
        for quotation in sorted(quotations, key=lambda q: (q.span.start - q.span.end, q.span)):  # the longest first
            row = next((r for r in rows if not any(_repeats(quotation, q) for q in r)), None)
            if row is None:
                rows.append([quotation])
            else:
                row.append(quotation)
        for row in rows:
            pieces = sorted(row, key=lambda q: q.span)
            yield Wording(document, tuple(pieces), tuple(_joined(pieces)))


def _repeats(a: Quotation, b: Quotation) -> bool:
    """Whether two quotations of one document give the same words rather than two pieces of an utterance."""
    comparison = compare_quotations(a.text, b.text)
    shorter = min(len(read_words(q.text)) for q in (a, b))
    return comparison is not None and comparison.matched >= 0.5 * shorter and comparison.content > 0


def _joined(quotations: Sequence[Quotation]) -> Iterator[Word]:
    """The words of several pieces; what lies between two pieces counts as left out."""
    for number, quotation in enumerate(quotations):
        if number:
            yield Word(ELLIPSIS, quotation.span.start, quotation.span.start, editorial=True)
        yield from words_at(quotation.text, quotation.span.start)


def _places(comparisons: Sequence[Comparison]) -> tuple[Place, ...]:
    """The changed ranges of the pivot, those that overlap or nearly touch made one."""
    changes = sorted((c for comparison in comparisons for c in comparison.changes), key=lambda c: c.a)
    places: list[Place] = []
    for change in changes:
        if places and change.a[0] - places[-1].end <= _NEAR:
            last = places[-1]
            places[-1] = replace(last, end=max(last.end, change.a[1]), changes=(*last.changes, change))
        else:
            places.append(Place(change.a[0], change.a[1], (change,)))
    return tuple(places)


def _cell(place: Place, comparison: Comparison | None, pivot: bool) -> tuple[int, int] | None:
    """The words that stand at a place in another wording; None where it does not reach that far."""
    if pivot:
        return place.start, place.end
    if comparison is None:
        return None
    edge = next((c for c in comparison.changes if c.a == (place.start, place.end)), None)
    if edge is not None:
        return edge.b
    start, end = _before(comparison, place.start), _after(comparison, place.end)
    return None if start is None or end is None else (start, end)


def _before(comparison: Comparison, at: int) -> int | None:
    """Where the words before pivot word `at` end in the other wording."""
    for i, j, size in comparison.blocks:
        if i < at <= i + size:
            return j + at - i
    return next((c.b[0] for c in comparison.changes if c.a[0] == at), None)


def _after(comparison: Comparison, at: int) -> int | None:
    """Where the words from pivot word `at` on begin in the other wording."""
    for i, j, size in comparison.blocks:
        if i <= at < i + size:
            return j + at - i
    return next((c.b[1] for c in comparison.changes if c.a[1] == at), None)
