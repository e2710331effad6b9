"""Quotations of one act of speech, across the documents and within one.

Candidates come out of an index of word n-grams; each candidate pair is aligned word by word and
joined if enough of the shorter one lies in the other. Pieces that "he said" cut apart come together through the
quotation that holds both, and through the piece that follows them in the same article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from claimcheck.align.unmarked import find_unmarked
from claimcheck.compare.quotations import Comparison, compare_words
from claimcheck.compare.word_classes import is_content
from claimcheck.compare.wording import ELLIPSIS, Word, read_words
from claimcheck.types import Extraction, Quotation, Utterance

_GRAM = 3
_CROWDED = 60  # quotations that share one n-gram: a stock phrase, of no use as a key


@dataclass(frozen=True, slots=True)
class _Bar:
    """What two quotations must share to be one utterance: one of the bars of their kind has to be passed."""

    content: int  # equal words of content
    matched: int  # equal words
    share: float  # of the shorter quotation's words
    identity: float  # equal words within the overlap

    def passed(self, comparison: Comparison, share: float) -> bool:
        return (
            comparison.content >= self.content
            and comparison.matched >= self.matched
            and share >= self.share
            and comparison.identity >= self.identity
        )


# Set on the quotations of the events that are for tuning, read by hand. The words of one
# speaker may be further apart than words given to two, and a short phrase counts only if nearly all of it is there.
_ONE_VOICE = (_Bar(5, 7, 0.5, 0.6), _Bar(3, 6, 0.6, 0.7), _Bar(2, 2, 0.8, 0.6))
_TWO_VOICES = (_Bar(5, 9, 0.6, 0.8), _Bar(4, 8, 0.8, 0.8))
_WHOLE = _Bar(3, 6, 0.85, 0.85)  # of the longer quotation: two voices may give a short utterance whole
_DOVETAIL = _Bar(5, 10, 0.0, 0.8)  # two quotations that overlap only at their ends


def group_utterances(extractions: Sequence[Extraction]) -> tuple[Utterance, ...]:
    """Every utterance that at least two quotations give, in the order of its first quotation."""
    quotations = [q for e in extractions for q in e.quotations if q.speech]
    quotations.extend(find_unmarked(extractions))
    words = [read_words(q.text) for q in quotations]
    parent = list(range(len(quotations)))
    for a, b in _pairs(words, [q.speaker for q in quotations]):
        if _root(parent, a) == _root(parent, b):
            continue  # joined through others already
        comparison = compare_words(words[a], words[b])
        if comparison is not None and _is_same(comparison, words[a], words[b], quotations[a], quotations[b]):
            parent[_root(parent, b)] = _root(parent, a)
    groups: dict[int, list[Quotation]] = defaultdict(list)
    for number, quotation in enumerate(quotations):
        groups[_root(parent, number)].append(quotation)
    several = sorted((sorted(g, key=lambda q: q.span) for g in groups.values() if len(g) > 1), key=lambda g: g[0].span)
    return tuple(
        Utterance(id=f"u{number}", speaker=_speaker(group), quotations=tuple(group))
        for number, group in enumerate(several, start=1)
    )


def _root(parent: list[int], node: int) -> int:
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node


def _pairs(words: Sequence[Sequence[Word]], speakers: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of quotations that may be of one utterance. Copies, same words and same speaker, count as one of them."""
    copies: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, quoted in enumerate(words):
        copies[speakers[number], *(w.key for w in quoted)].append(number)
    for numbers in copies.values():
        yield from pairwise(numbers)
    first = [numbers[0] for numbers in copies.values()]
    yield from ((first[a], first[b]) for a, b in sorted(_candidates([words[number] for number in first])))


def _candidates(words: Sequence[Sequence[Word]]) -> set[tuple[int, int]]:
    """Pairs of quotations that share a word n-gram, or two words of content that stand close together."""
    index: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, quoted in enumerate(words):
        for gram in _grams(quoted):
            index[gram].add(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in index.values():
        if 1 < len(numbers) <= _CROWDED:
            pairs.update(combinations(sorted(numbers), 2))
    return pairs


def _grams(quoted: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    keys = [w.key for w in quoted if w.key != ELLIPSIS]
    for at in range(len(keys) - _GRAM + 1):
        gram = tuple(keys[at : at + _GRAM])
        if any(map(is_content, gram)):
            yield gram
    content = [key for key in keys if is_content(key)]
    for at, key in enumerate(content):
        for other in content[at + 1 : at + 3]:
            yield key, other


def _is_same(comparison: Comparison, a: Sequence[Word], b: Sequence[Word], first: Quotation, second: Quotation) -> bool:
    """Whether two quotations give one utterance."""
    share = comparison.matched / max(1, min(len(a), len(b)))
    bars = _ONE_VOICE if _may_be_one(first.speaker, second.speaker) else _TWO_VOICES
    if any(bar.passed(comparison, share) for bar in bars):
        return True
    if _WHOLE.passed(comparison, comparison.matched / max(1, len(a), len(b))):
        return True
    return _DOVETAIL.passed(comparison, share) and _dovetails(comparison, a, b)


def _dovetails(comparison: Comparison, a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether the end of one quotation is the beginning of the other."""
    (a_start, a_end), (b_start, b_end) = comparison.a, comparison.b
    slack = 2
    forward = len(a) - a_end <= slack and b_start <= slack
    backward = len(b) - b_end <= slack and a_start <= slack
    return forward or backward


def _may_be_one(a: str, b: str) -> bool:
    """Whether two speakers may be one: unknown, only described ("the company"), or with names that share a word."""
    if not (_is_name(a) and _is_name(b)):
        return True
    return bool(set(a.casefold().split()) & set(b.casefold().split()) - {"of"})


def _is_name(speaker: str) -> bool:
    return speaker[:1].isupper() and not speaker.startswith(("A ", "An ", "The "))


def _speaker(group: Sequence[Quotation]) -> str:
    """The speaker most given, a name before a description; among equals the fullest."""
    named = Counter(q.speaker for q in group if q.speaker)
    return max(named, key=lambda name: (_is_name(name), named[name], len(name), name), default="")
