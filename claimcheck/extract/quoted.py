"""Where the quotations of a document stand: marks paired up, paragraph by paragraph, closed or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from claimcheck.extract.quotemarks import REPORTING_VERB, Mark, find_marks
from claimcheck.types import Document, Sentence, Span

_CLAUSE = re.compile(
    rf"[,?!]\s+(?:(?:he|she|they|it|we|the|(?!I\b|We\b)[A-Z][\w.'’-]*)\s+(?:\w+\s+){{0,3}}?)?{REPORTING_VERB}\b"
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words, marks excluded: offsets into the document; `first` and `last` index the sentences they touch."""

    start: int
    end: int
    first: int
    last: int
    closed: bool = True
    outer_start: int = 0  # with the marks
    outer_end: int = 0


def find_quoted(document: Document, sentences: Sequence[Sentence]) -> tuple[Quoted, ...]:
    """Every outermost stretch between quotation marks, in text order."""
    return tuple(_quoted(document, sentences))


def _quoted(document: Document, sentences: Sequence[Sentence]) -> Iterator[Quoted]:
    paragraphs = _paragraphs(sentences)
    for number, members in enumerate(paragraphs):
        start, end = sentences[members[0]].span.start, sentences[members[-1]].span.end
        marks = find_marks(_copy_only(document, start, end))
        goes_on = number + 1 < len(paragraphs) and _begins_quoted(document, sentences[paragraphs[number + 1][0]].span)
        for opening, closing in _pairs(marks):
            if opening is None and closing is not None:
                place = _unopened(document, sentences, members, start + closing.start, start + closing.end)
            elif opening is not None:
                unclosed = end if goes_on else _unclosed_end(sentences, members, start + opening.end)
                place = _opened(document, start, opening, closing, unclosed)
            touched = [i for i in members if _touches(sentences[i].span, *place[:2])]
            if place[0] < place[1] and touched:
                closed = opening is not None and closing is not None and closing.side == "close"
                yield Quoted(*place[:2], touched[0], touched[-1], closed, *place[2:])


def _opened(
    document: Document, start: int, opening: Mark, closing: Mark | None, unclosed: int
) -> tuple[int, int, int, int]:
    """Where quoted words begin and end, without their marks and with them; `unclosed` is the end at the latest."""
    open_end, close_start = start + opening.end, unclosed if closing is None else start + closing.start
    if closing is None or closing.side == "open":
        close_start = _before_clause(document.text, open_end, close_start)
        return *_trim(document.text, open_end, close_start), start + opening.start, close_start
    return *_trim(document.text, open_end, close_start), start + opening.start, start + closing.end


def _unopened(
    document: Document, sentences: Sequence[Sentence], members: Sequence[int], close_start: int, close_end: int
) -> tuple[int, int, int, int]:
    """The same where the opening mark is missing: from the beginning of the sentence, or from its colon."""
    start = max(sentences[i].span.start for i in members if sentences[i].span.start < close_start)
    colon = document.text.rfind(": ", start, close_start)
    inner = _trim(document.text, start if colon < 0 else colon + 1, close_start)
    bare = document.text[inner[0] : inner[1]].lstrip("'‘’‚`\"")  # a mark of another kind may have opened it
    return inner[1] - len(bare), inner[1], inner[0], close_end


def _paragraphs(sentences: Sequence[Sentence]) -> list[list[int]]:
    """Indices of the sentences, a list a paragraph; the title is a paragraph of its own."""
    keyed = groupby(range(len(sentences)), key=lambda i: (sentences[i].paragraph, sentences[i].kind))
    return [list(group) for _, group in keyed]


def _copy_only(document: Document, start: int, end: int) -> str:
    """The text of a paragraph, its boilerplate blanked out."""
    text = document.text[start:end]
    for mark in document.boilerplate:
        if mark.start < end and start < mark.end:
            low, high = max(mark.start, start) - start, min(mark.end, end) - start
            text = text[:low] + " " * (high - low) + text[high:]
    return text


def _begins_quoted(document: Document, span: Span) -> bool:
    marks = find_marks(document.text[span.start : span.end])
    return bool(marks) and marks[0].start == 0 and marks[0].side == "open"


def _pairs(marks: Sequence[Mark]) -> Iterator[tuple[Mark | None, Mark | None]]:
    """Opening marks with what ends them: a closing mark, the next opening one, or nothing. Inner pairs are skipped.

    A closing mark that nothing opened comes alone.
    """
    opened: Mark | None = None
    for mark in marks:
        if opened is None:
            opened = mark if mark.side == "open" else None
            if mark.side == "close" and mark.level == 0:
                yield None, mark
        elif mark.level == opened.level:
            yield opened, mark
            opened = mark if mark.side == "open" else None
        elif mark.level == 0 and mark.side == "open" and opened.level == 1 and not _closes_later(marks, opened):
            opened = mark
    if opened is not None:
        yield opened, None


def _closes_later(marks: Sequence[Mark], opened: Mark) -> bool:
    return any(mark.level == opened.level and mark.side == "close" and mark.start > opened.start for mark in marks)


def _unclosed_end(sentences: Sequence[Sentence], members: Sequence[int], start: int) -> int:
    """Where a quotation without its closing mark ends at the latest: with its sentence."""
    return next((sentences[i].span.end for i in members if sentences[i].span.end > start), start)


def _before_clause(text: str, start: int, end: int) -> int:
    """Cut an unclosed quotation where the clause that reports it begins."""
    clause = _CLAUSE.search(text, start, end)
    return clause.start() + 1 if clause else end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The quoted words without white space around them; nothing when there is no word."""
    inner = text[start:end]
    if not any(map(str.isalnum, inner)):
        return start, start
    return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())


def _touches(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end
