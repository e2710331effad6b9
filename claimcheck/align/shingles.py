"""Texts as words that compare across printings, and the index of word shingles that finds what they share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from claimcheck.extract.quotemarks import find_marks
from claimcheck.types import Document, Sentence

SIZE = 4  # words a shingle: shorter ones match idioms, longer ones lose a sentence to one changed word

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


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one document's sentences, as parallel tuples."""

    document: str
    keys: tuple[str, ...]  # casefolded, one spelling
    sentence: tuple[int, ...]  # which sentence each stands in
    quoted: tuple[bool, ...]  # whether it stands between quotation marks

    def lengths(self) -> Counter[int]:
        """Words a sentence."""
        return Counter(self.sentence)


@dataclass(frozen=True, slots=True)
class Shared:
    """Which words of one document stand in another, and how many of each sentence in which of the other's."""

    covered: frozenset[int]  # indices of words
    between: Mapping[tuple[int, int], frozenset[int]]  # (sentence here, sentence there): words covered


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

    Candidates come out of the index alone; documents without a common shingle never meet.
    """
    index = _index(texts)
    for number, words in enumerate(texts):
        covered: dict[int, set[int]] = defaultdict(set)
        between: dict[int, dict[tuple[int, int], set[int]]] = defaultdict(lambda: defaultdict(set))
        for at in range(len(words.keys) - SIZE + 1):
            for other, there in index[words.keys[at : at + SIZE]]:
                if other == number:
                    continue
                for position in range(at, at + SIZE):
                    covered[other].add(position)
                    between[other][words.sentence[position], there].add(position)
        for other in sorted(covered):
            pairs = {pair: frozenset(positions) for pair, positions in between[other].items()}
            yield number, other, Shared(frozenset(covered[other]), pairs)


def _index(texts: Sequence[Words]) -> dict[tuple[str, ...], list[tuple[int, int]]]:
    """Where each shingle stands: documents with the sentences that its words lie in, each once."""
    index: dict[tuple[str, ...], dict[tuple[int, int], None]] = defaultdict(dict)
    for number, words in enumerate(texts):
        for at in range(len(words.keys) - SIZE + 1):
            for sentence in set(words.sentence[at : at + SIZE]):
                index[words.keys[at : at + SIZE]][number, sentence] = None
    return defaultdict(list, {shingle: list(places) for shingle, places in index.items()})


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
