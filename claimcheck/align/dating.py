"""Dates for documents that state none: from their own text, a near-copy, or the other articles of the event.

In this order, and everything inferred is marked in `Published.origin` and in a note:

1. a day the text names without its year ("Tuesday, June 27") takes the year from the
   event, when the weekday fits;
2. a document without a day inherits the day of a near-copy (same origin);
3. what is left gets the year of the event, when its articles are of one year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.sources.dates import NamedDay, find_day_of_writing, quote
from claimcheck.types import DateOrigin, Document, Origin, Published

_NEAR = 31  # days around a known date of the event within which a day without a year is looked for


@dataclass(frozen=True, slots=True)
class Known:
    """A date that an article of the event states itself."""

    document: str
    published: Published


def date_documents(documents: Sequence[Document], origins: Sequence[Origin]) -> tuple[Document, ...]:
    """`documents` in the same order, those without a day dated as well as the event allows."""
    known = [Known(d.id, d.published) for d in documents if d.published is not None]
    dated = {document.id: _from_own_words(document, known) for document in documents}
    dated |= {document.id: _from_copy(document, dated, origins) for document in dated.values()}
    year = _year_of(known)
    return tuple(_from_event(dated[document.id], year) for document in documents)


def _from_own_words(document: Document, known: Sequence[Known]) -> Document:
    """The day that the text names, in the year of the other articles."""
    if _has_day(document):
        return document
    named = find_day_of_writing(document.text, document.boilerplate)
    if named is None:
        return document
    words = quote(document.text, named)
    found = _nearest(named, known, document)
    if found is None:
        return _noted(document, f"The text names '{words}', but no article of the event gives a year that fits it.")
    day, source = found
    origin: DateOrigin = "text" if source == document.id else "event"
    return _dated(document, day, origin, f"'{words}' in the text, the year from {source}")


def _nearest(named: NamedDay, known: Iterable[Known], document: Document) -> tuple[date, str] | None:
    """The day in the year that brings it closest to a date of the event, and the document that gives the year."""
    found: list[tuple[int, date, str]] = []
    for entry in known:
        published = entry.published
        years = (
            (published.year - 1, published.year, published.year + 1)
            if published.day is not None and entry.document != document.id
            else (published.year,)
        )
        for year in years if named.year is None else (named.year,):
            day = named.in_year(year)
            distance = _distance(day, published) if day else _NEAR + 1
            if day and distance <= _NEAR:
                found.append((distance, day, entry.document))
    return min(found, key=lambda f: f[0])[1:] if found else None


def _distance(day: date, published: Published) -> int:
    """Days between, as far as the known date goes; 0 within a year of which nothing more is known."""
    if published.month is None or published.day is None:
        return 0 if day.year == published.year and published.month in (None, day.month) else _NEAR + 1
    return abs((day - date(published.year, published.month, published.day)).days)


def _from_copy(document: Document, dated: Mapping[str, Document], origins: Sequence[Origin]) -> Document:
    """The day of the first document of the same origin that has one."""
    if _has_day(document):
        return document
    copies = next((origin.documents for origin in origins if document.id in origin.documents), ())
    for other in copies:
        published = dated[other].published if other != document.id and other in dated else None
        if published is None or published.month is None or published.day is None:
            continue
        if document.published is not None and document.published.year != published.year:
            continue
        day = date(published.year, published.month, published.day)
        return _dated(document, day, "near-copy", f"the day of {other}, which carries nearly the same text")
    return document


def _from_event(document: Document, year: tuple[int, str] | None) -> Document:
    """The year of the event, month and day unknown."""
    if document.published is not None or year is None:
        return document
    number, source = year
    note = f"the year alone, from {source}"
    return _noted(
        replace(document, published=Published(number, None, None, "event", note)),
        f"The year of publication, {number}, was taken from {source}; the day is not known.",
    )


def _year_of(known: Sequence[Known]) -> tuple[int, str] | None:
    """The year of the event and the first article that states it; None when its articles name several alike often."""
    ranked = Counter(entry.published.year for entry in known).most_common()
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    year = ranked[0][0]
    return year, next(entry.document for entry in known if entry.published.year == year)


def _has_day(document: Document) -> bool:
    return document.published is not None and document.published.day is not None


def _dated(document: Document, day: date, origin: DateOrigin, how: str) -> Document:
    published = Published(day.year, day.month, day.day, origin, how)
    return _noted(
        replace(document, published=published), f"The date of publication, {day.isoformat()}, was inferred: {how}."
    )


def _noted(document: Document, note: str) -> Document:
    return replace(document, notes=(*document.notes, note))
