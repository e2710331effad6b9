"""Sentences of two documents in nearly the same words, and where the words differ.

Near-copies show best what a desk changed: of two sentences that are alike word for word,
what stands in one alone is the change. Quotations have rules of their own and are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from claimcheck.compare.quotations import Change, Comparison, compare_words
from claimcheck.compare.word_classes import is_content
from claimcheck.compare.wording import ELLIPSIS, Word, read_words
from claimcheck.types import Extraction, Sentence, Span

_GRAM = 3  # words in a row that two sentences must share to be looked at
_CROWDED = 60  # sentences that share one n-gram: a stock phrase, of no use as a key
_LEAST_CONTENT = 3  # equal words of content


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as words, with the words that stand in quotation marks told apart."""

    sentence: Sentence
    text: str
    words: tuple[Word, ...]
    quoted: tuple[bool, ...]

    @property
    def document(self) -> str:
        """The document it stands in."""
        return self.sentence.span.document

    def span(self, start: int, end: int) -> Span:
        """The stretch of the document from word `start` up to `end`."""
        return Span(self.document, self.words[start].start, self.words[end - 1].end)


@dataclass(frozen=True, slots=True)
class Echo:
    """Two sentences of two documents, the earlier document first, and how their words lie on each other."""

    a: Line
    b: Line
    comparison: Comparison

    def run_before(self, change: Change) -> int:
        """How many equal words stand directly before a change."""
        return next((size for i, _, size in self.comparison.blocks if i + size == change.a[0]), 0)

    def run_after(self, change: Change) -> int:
        """How many equal words stand directly after a change."""
        return next((size for i, _, size in self.comparison.blocks if i == change.a[1]), 0)


def find_echoes(extractions: Sequence[Extraction]) -> Iterator[Echo]:
    """Every pair of sentences of two documents that share a run of words, in text order."""
    lines = tuple(line for e in extractions for line in _lines(e))
    for i, j in sorted(_candidates(lines)):
        comparison = _compared(lines[i].text, lines[j].text)
        if comparison is not None and comparison.content >= _LEAST_CONTENT:
            yield Echo(lines[i], lines[j], comparison)


def _lines(extraction: Extraction) -> Iterator[Line]:
    text = extraction.document.text
    for sentence in extraction.sentences:
        span = sentence.span
        printed = text[span.start : span.end]
        words = tuple(
            Word(w.key, span.start + w.start, span.start + w.end, w.editorial, w.opens) for w in _read(printed)
        )
        quotations = [q.span for q in extraction.quotations_at(span)]
        inside = tuple(any(q.start <= w.start < q.end for q in quotations) for w in words)
        yield Line(sentence, printed, words, inside)


@lru_cache(maxsize=1 << 14)  # copies print one sentence many times, and two rules ask
def _read(text: str) -> tuple[Word, ...]:
    return read_words(text)


@lru_cache(maxsize=1 << 15)  # how words lie on each other does not depend on where they stand
def _compared(a: str, b: str) -> Comparison | None:
    return compare_words(_read(a), _read(b))


def _candidates(lines: Sequence[Line]) -> set[tuple[int, int]]:
    index: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, line in enumerate(lines):
        keys = [w.key for w in line.words if w.key != ELLIPSIS]
        for at in range(len(keys) - _GRAM + 1):
            gram = tuple(keys[at : at + _GRAM])
            if any(map(is_content, gram)):
                index[gram].add(number)
    pairs: set[tuple[int, int]] = set()
    documents = [line.document for line in lines]
    for numbers in {tuple(sorted(numbers)) for numbers in index.values() if 1 < len(numbers) <= _CROWDED}:
        pairs.update((i, j) for i, j in combinations(numbers, 2) if documents[i] != documents[j])
    return pairs
