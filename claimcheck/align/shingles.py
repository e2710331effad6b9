"""Texts as words that compare across printings, and the index of word shingles that finds what they share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import groupby

from claimcheck.extract.quotemarks import find_marks
from claimcheck.types import Document, Sentence

MOST = 64  # others that a document is compared with of its own accord
SIZE = 4  # words a shingle: shorter ones match idioms, longer ones lose a sentence to one changed word
_SHINGLE = (1 << SIZE) - 1  # its words, a bit each

Places = tuple[tuple[int, int], ...]  # documents, each with a sentence

# "didn't" and a corpus's "did n't" are the same two words.
_WORD = re.compile(r"[^\W_]+?(?=n['’]t\b)|n['’]t\b|[^\W_]+")
# The endings in which British and American spelling differ, brought to one form. It is
# only a key, so that a word like "advise" is respelled too does no harm.
_SPELLINGS = (
    (re.compile(r"([iy])s(e|es|ed|ing|ation|ations)$"), r"\1z\2"),
    (re.compile(r"(?<=..)our(s|ed|ing|ite|ites|able|ful|hood|hoods)?$"), r"or\1"),
    (re.compile(r"(?<=..)ence(s)?$"), r"ense\1"),
    (re.compile(r"(?<=..[bt])re(s|d)?$"), r"er\1"),
    (re.compile(r"(?<=[aeiou])ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"ogue(s)?$"), r"og\1"),
)


@dataclass(frozen=True)  # no slots: what is worked out when first asked for needs room
class Words:
    """The words of one document's sentences, as parallel tuples."""

    document: str
    keys: tuple[str, ...]  # casefolded, one spelling
    sentence: tuple[int, ...]  # which sentence each stands in
    quoted: tuple[bool, ...]  # whether it stands between quotation marks

    @cached_property
    def lengths(self) -> Mapping[int, int]:
        """Words a sentence."""
        return Counter(self.sentence)

    @cached_property
    def unquoted(self) -> int:
        """Which words stand outside quotation marks, a bit a word."""
        return sum(1 << i for i, quoted in enumerate(self.quoted) if not quoted)

    @cached_property
    def stretches(self) -> Mapping[int, int]:
        """Which words each sentence holds, a bit a word."""
        found: dict[int, int] = defaultdict(int)
        for i, sentence in enumerate(self.sentence):
            found[sentence] |= 1 << i
        return found


@dataclass(frozen=True, slots=True)
class Shared:
    """Which words of one document stand in another, a bit a word, and how many of each sentence in which of its."""

    covered: int
    between: Mapping[tuple[int, int], int]  # (sentence here, sentence there): words covered


def read_words(document: Document, sentences: Sequence[Sentence]) -> Words:
    """The words of `sentences`, each with its sentence and whether it is quoted."""
    quoted = _quoted(document.text, sentences)
    opened = [start for start, _ in quoted]
    keys: list[str] = []
    index: list[int] = []
    inside: list[bool] = []
    for i, sentence in enumerate(sentences):
        for match in _WORD.finditer(document.text, sentence.span.start, sentence.span.end):
            keys.append(_key(match[0]))
            index.append(i)
            last = bisect_right(opened, match.start()) - 1  # the stretches follow each other and do not overlap
            inside.append(last >= 0 and match.start() < quoted[last][1])
    return Words(document.id, tuple(keys), tuple(index), tuple(inside))


def find_shared(texts: Sequence[Words]) -> Iterator[tuple[int, int, Shared]]:
    """For each document and each other it shares a shingle with: their indices in `texts`, and what is shared.

    Candidates come out of the index alone; documents without a common shingle never meet. Of many, each document
    meets the `MOST` others that hold most of it, and those of which it holds most: the hundredth copy adds nothing.
    """
    index = _index(texts)
    covered = [_stretches(words, index) for words in texts]
    met = _nearest(covered)
    for number, words in enumerate(texts):
        found: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for places, bits in covered[number]:
            for other, there in places:
                if other in met[number]:
                    found[other][there] |= bits
        for other in sorted(found):
            yield number, other, _shared(words, found[other])


def _stretches(words: Words, index: Mapping[tuple[str, ...], Places]) -> list[tuple[Places, int]]:
    """The words of a document by where else they stand, a bit each: copies share whole sentences."""
    stretches: dict[int, int] = defaultdict(int)
    where: dict[int, Places] = {}
    for at in range(len(words.keys) - SIZE + 1):
        places = index[words.keys[at : at + SIZE]]
        stretches[id(places)] |= _SHINGLE << at
        where[id(places)] = places
    return [(where[key], bits) for key, bits in stretches.items()]


def _nearest(covered: Sequence[Sequence[tuple[Places, int]]]) -> list[set[int]]:
    """For each document the others that it meets."""
    met: list[set[int]] = [set() for _ in covered]
    for number, stretches in enumerate(covered):
        weights: Counter[int] = Counter()
        for places, bits in stretches:
            weight = bits.bit_count()
            for other in {document for document, _ in places}:
                weights[other] += weight
        del weights[number]
        best = weights if len(weights) <= MOST else nlargest(MOST, weights, key=lambda other: (weights[other], -other))
        for other in best:
            met[number].add(other)
            met[other].add(number)
    return met


def _shared(words: Words, found: Mapping[int, int]) -> Shared:
    """What a document shares with another, of which each sentence covers so much."""
    covered, between = 0, {}
    for there, bits in found.items():
        covered |= bits
        for here in range(words.sentence[(bits & -bits).bit_length() - 1], words.sentence[bits.bit_length() - 1] + 1):
            both = (bits & words.stretches.get(here, 0)).bit_count()
            if both:
                between[here, there] = both
    return Shared(covered, between)


def _index(texts: Sequence[Words]) -> Mapping[tuple[str, ...], Places]:
    """Where each shingle stands: documents with the sentences that its words lie in, each once."""
    index: dict[tuple[str, ...], dict[tuple[int, int], None]] = defaultdict(dict)
    for number, words in enumerate(texts):
        for at in range(len(words.keys) - SIZE + 1):
            for sentence in set(words.sentence[at : at + SIZE]):
                index[words.keys[at : at + SIZE]][number, sentence] = None
    once: dict[Places, Places] = {}
    return {shingle: once.setdefault(found, found) for shingle, places in index.items() for found in (tuple(places),)}


@lru_cache(maxsize=1 << 15)
def _key(word: str) -> str:
    word = word.casefold().replace("’", "'")
    for pattern, form in _SPELLINGS:
        word = pattern.sub(form, word)
    return word


def _quoted(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Stretches between double quotation marks, looked for a paragraph at a time; one never closed ends with it."""
    stretches: list[tuple[int, int]] = []
    for _, group in groupby(sentences, key=lambda sentence: (sentence.paragraph, sentence.kind)):
        members = list(group)
        start, end = members[0].span.start, members[-1].span.end
        opened: int | None = None
        for mark in find_marks(text[start:end]):
            if mark.level == 0 and mark.side == "open" and opened is None:
                opened = start + mark.end
            elif mark.level == 0 and mark.side == "close" and opened is not None:
                stretches.append((opened, start + mark.start))
                opened = None
        if opened is not None:
            stretches.append((opened, end))
    return sorted(stretches)
