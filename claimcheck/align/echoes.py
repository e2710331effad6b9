"""Sentences of two documents in nearly the same words, and where the words differ.

Near-copies show best what a desk changed: of two sentences that are alike word for word,
what stands in one alone is the change. Quotations have rules of their own and are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from claimcheck.compare.quotations import Comparison, compare_quotations
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
    words: tuple[Word, ...]  # their offsets count from the beginning of the sentence
    quoted: tuple[bool, ...]

    @property
    def document(self) -> str:
        """The document it stands in."""
        return self.sentence.span.document

    def span(self, start: int, end: int) -> Span:
        """The stretch of the document from word `start` up to `end`."""
        offset = self.sentence.span.start
        return Span(self.document, offset + self.words[start].start, offset + self.words[end - 1].end)


@dataclass(frozen=True, slots=True)
class Echo:
    """Two sentences of two documents, the earlier document first, and how their words lie on each other."""

    a: Line
    b: Line
    comparison: Comparison


def find_echoes(extractions: Sequence[Extraction]) -> Iterator[Echo]:
    """Every pair of sentences of two documents that share a run of words and differ, in text order."""
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
        words = read_words(printed)
        quotations = [q.span for q in extraction.quotations_at(span)]
        inside = tuple(
            bool(quotations) and any(q.start <= span.start + w.start < q.end for q in quotations) for w in words
        )
        yield Line(sentence, printed, words, inside)


@lru_cache(maxsize=1 << 14)
def _content(text: str) -> Counter[str]:
    return Counter(word.key for word in read_words(text) if is_content(word.key))


@lru_cache(maxsize=1 << 15)
def _compared(a: str, b: str) -> Comparison | None:
    """How the words lie on each other; None where too few of them can be equal, which is quick to tell."""
    if (_content(a) & _content(b)).total() < _LEAST_CONTENT:
        return None
    return compare_quotations(a, b)


def _candidates(lines: Sequence[Line]) -> set[tuple[int, int]]:
    """The pairs of lines to be looked at, found text by text: copies print one sentence many times."""
    printed: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        printed[line.text].append(number)
    copies = tuple(printed.values())
    index: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for text, numbers in enumerate(copies):
        keys = [w.key for w in lines[numbers[0]].words if w.key != ELLIPSIS]
        for at in range(len(keys) - _GRAM + 1):
            gram = tuple(keys[at : at + _GRAM])
            if any(map(is_content, gram)):
                index[gram].add(text)
    pairs: set[tuple[int, int]] = set()
    for texts in {tuple(sorted(texts)) for texts in index.values() if len(texts) > 1}:
        if sum(len(copies[text]) for text in texts) <= _CROWDED:
            pairs.update(combinations(texts, 2))
    documents = [line.document for line in lines]
    met = ((min(i, j), max(i, j)) for a, b in pairs for i in copies[a] for j in copies[b])
    return {(i, j) for i, j in met if documents[i] != documents[j]}
