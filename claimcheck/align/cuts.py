"""Where one document's quotation begins late or ends early, so that what it keeps means something else.

Only a quotation that stands as a sentence of its own makes that promise: a fragment inside the article's own sentence
is completed by the article. Nor is a cut held against an article that says in its own words what it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.align.wordings import Table, Wording
from claimcheck.compare.cuts import MARKERS, CutNature, governing, weigh_beginning, weigh_end
from claimcheck.compare.quotations import Comparison
from claimcheck.compare.word_classes import is_content, same_stem
from claimcheck.compare.wording import ELLIPSIS, Word, words_at
from claimcheck.types import Extraction, Ledger, Span

_KEPT = 4  # words that must be left of the sentence for it to mean something without the rest
_RESTATED = 0.5  # share of the dropped words of content that makes up for it
_CONTEXT = 4  # words of evidence on either side of what is dropped
CUT_PHRASES: dict[CutNature, str] = {
    "condition": "a condition",
    "exception": "an exception",
    "denial": "a denial",
    "hedge": "a hedge",
    "claim": "that it is somebody else's claim",
}
_CLOSING = re.compile(r"[.,!?]?[\"'”’»\s]*[.,!?]?")


@dataclass(frozen=True, slots=True)
class Cut:
    """Words that one wording gives and another leaves out at its edge: both by row, with their ranges of words."""

    full: int
    dropped: tuple[int, int]  # words of the full wording
    cut: int
    kept: tuple[int, int]  # the words of the cut wording next to the gap
    nature: CutNature


@dataclass(frozen=True, slots=True)
class _Side:
    """A wording against another: its row, its words, and what of it the other gives too."""

    row: int
    wording: Wording
    shared: tuple[int, int]


def find_cuts(ledger: Ledger, table: Table) -> tuple[Cut, ...]:
    """Every cut that alters the meaning, between the fullest wording and each of the others."""
    pivot = next(row for row, comparison in enumerate(table.comparisons) if comparison is None)
    found: list[Cut] = []
    for row, comparison in enumerate(table.comparisons):
        if comparison is not None:
            sides = _Side(pivot, table.pivot, comparison.a), _Side(row, table.wordings[row], comparison.b)
            for full, cut in (sides, sides[::-1]):
                found.extend(c for c in (_end(full, cut), _beginning(full, cut)) if c is not None)
            found.extend(_seams(comparison, *sides))
    return tuple(c for c in found if _stands(ledger, table, c) and not _made_up_for(ledger, table, c))


def whole_spans(table: Table, cut: Cut) -> Iterator[Span]:
    """The dropped words in every wording that gives them, with a few words around them."""
    keys = [w.key for w in table.wordings[cut.full].words[slice(*cut.dropped)]]
    for wording in table.wordings:
        own = [w.key for w in wording.words]
        start = next((n for n in range(len(own)) if own[n : n + len(keys)] == keys), None)
        if start is not None:
            end = start + len(keys)
            yield wording.piece(start, end, start - _CONTEXT, end + _CONTEXT)


def _end(full: _Side, cut: _Side) -> Cut | None:
    """A cut wording that stops where the full one goes on in the same sentence."""
    at, words = full.shared[1], full.wording.words
    if cut.shared[1] < len(cut.wording.words):
        return None
    return _weighed_end(full, (at, _sentence_end(words, at)), cut, cut.shared[1])


def _weighed_end(full: _Side, dropped: tuple[int, int], cut: _Side, end: int) -> Cut | None:
    nature = weigh_end([w.key for w in full.wording.words[slice(*dropped)]])
    kept = _sentence_start(cut.wording.words, end), end
    return Cut(full.row, dropped, cut.row, kept, nature) if nature and kept[1] - kept[0] >= _KEPT else None


def _beginning(full: _Side, cut: _Side) -> Cut | None:
    """A cut wording that begins in the middle of the full one's sentence."""
    at, words = full.shared[0], full.wording.words
    if cut.shared[0] > 0 or words[at].opens:
        return None
    clause = governing([w.key for w in words[_sentence_start(words, at) : at]])
    nature = weigh_beginning(clause)
    kept = 0, _sentence_end(cut.wording.words, 1)
    return Cut(full.row, (at - len(clause), at), cut.row, kept, nature) if nature and kept[1] >= _KEPT else None


def _seams(comparison: Comparison, pivot: _Side, other: _Side) -> Iterator[Cut]:
    """Cuts where one wording is put together from two quotations: what lies between them may be missing."""
    blocks = comparison.blocks
    for (i, j, size), (k, m, _) in pairwise(blocks):
        for full, cut, gap, at in (
            (pivot, other, (i + size, k), (j + size, m)),
            (other, pivot, (j + size, m), (i + size, k)),
        ):
            between = cut.wording.words[slice(*at)]
            if len(between) == 1 and between[0].key == ELLIPSIS and between[0].start == between[0].end:
                end = min(gap[1], _sentence_end(full.wording.words, gap[0]))
                found = _weighed_end(full, (gap[0], end), cut, at[0])
                if found is not None:
                    yield found


def _sentence_end(words: Sequence[Word], at: int) -> int:
    while at < len(words) and not words[at].opens and not words[at].editorial:
        at += 1
    return at


def _sentence_start(words: Sequence[Word], at: int) -> int:
    while at > 0 and not words[at - 1].editorial:
        at -= 1
        if words[at].opens:
            break
    return at


def _stands(ledger: Ledger, table: Table, cut: Cut) -> bool:
    """Whether the article prints what it keeps as a whole sentence, with its marks and its stop."""
    wording, (start, end) = table.wordings[cut.cut], cut.kept
    text = ledger.extraction(wording.document).document.text
    span = wording.span(start, end)
    piece = next((q for q in wording.quotations if q.span.start <= span.start < q.span.end), None)
    if piece is None or not piece.closed or not text[span.start].isupper():
        return False
    stopped = _CLOSING.match(text, span.end)
    before = _before(ledger.extraction(wording.document), piece.span)
    announced = span.start > piece.span.start or not before or before[-1] in ":,"
    return announced and stopped is not None and any(c in ".,!?" for c in stopped[0])


def _before(extraction: Extraction, span: Span) -> str:
    """What the article's own sentence says before a quotation, its mark aside."""
    start = extraction.sentences_at(span)[0].span.start
    return extraction.document.text[start : span.start].rstrip(" \"'“‘„«`\n\t")


def _made_up_for(ledger: Ledger, table: Table, cut: Cut) -> bool:
    """Whether the article around the quotation says what was dropped, or hedges, denies or limits it itself."""
    wording = table.wordings[cut.cut]
    extraction = ledger.extraction(wording.document)
    dropped = [w.key for w in table.wordings[cut.full].words[slice(*cut.dropped)]]
    content = [key for key in dropped if is_content(key)]
    kept = wording.span(*cut.kept)
    around = [w for w in _near(extraction, kept) if not kept.start <= w.start < kept.end]
    said = {key for key in content if any(same_stem(w.key, key) for w in around)}
    if content and len(said) >= max(1, _RESTATED * len(set(content))):
        return True
    hosts = [s.span for s in extraction.sentences_at(kept)]
    own = {w.key for w in around if any(s.start <= w.start < s.end for s in hosts)}
    return bool(own & MARKERS[cut.nature])


def _near(extraction: Extraction, span: Span) -> tuple[Word, ...]:
    """The words of the sentences that hold a stretch and of those next to them."""
    first = extraction.sentences_at(span)[0].span.start
    before = extraction.sentences_at(Span(span.document, max(0, first - 2), first)) if first else ()
    last = extraction.sentences_at(span)[-1].span.end
    after = extraction.sentences_at(Span(span.document, last, last + 3))
    start, end = (before[0].span.start if before else first), (after[-1].span.end if after else last)
    return tuple(words_at(extraction.document.text[start:end], start))
