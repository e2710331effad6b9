"""Set two printings of one utterance against each other: where the words differ, and how much that weighs.

Decisions. Case, punctuation, quotation marks, contractions ("it's" / "it is"), British and
American spelling, figures and number words, words joined or split ("per cent", "vice-presidential"),
what an ellipsis or brackets mark, and a beginning or an end that one side cuts off are innocent.
Articles, plurals, prepositions and other function words are minor. A word of content, another person
("you" / "they"), a negation, a modal verb or a figure is substantive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from claimcheck.compare.word_classes import NEGATION, PERSON, Nature, is_content, nature_of, same_stem
from claimcheck.compare.wording import ELLIPSIS, Word, read_words
from claimcheck.compare.words import frequency

Weight = Literal["substantive", "minor"]

_SUBSTANTIVE = frozenset({"person", "negation", "figure", "modal", "content"})
_RANK: tuple[Nature, ...] = (
    "negation", "figure", "person", "modal", "content", "inflection", "function", "spelling",
)  # fmt: skip
_EDGE = 5  # words at an edge that may be another wording rather than another cut
_LONG_EDGE = 12  # the same beside
_LONG_RUN = 8  # equal words in a row
_GAP = 0.25  # cost of an unmatched word; a content word that matches earns 1, another 0.5
_GAP_MOST = 3.0


@dataclass(frozen=True, slots=True)
class Change:
    """One place where the words differ: indices of words on both sides, one of them possibly empty."""

    kind: Literal["insert", "delete", "replace"]
    a: tuple[int, int]
    b: tuple[int, int]
    weight: Weight
    nature: Nature
    before: int  # equal words directly before it
    after: int  # equal words directly after it


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two wordings lie on each other.

    `blocks` are the stretches of equal words (start in a, start in b, length). `a` and
    `b` are the ranges of words between the first and the last of them; what lies outside is cut off
    on one side. `changes` are the differences inside that are not innocent.
    """

    blocks: tuple[tuple[int, int, int], ...]
    changes: tuple[Change, ...]
    a: tuple[int, int]
    b: tuple[int, int]
    matched: int  # equal words
    content: int  # equal words of content

    @property
    def identity(self) -> float:
        """Share of the overlap that is equal words."""
        longest = max(self.a[1] - self.a[0], self.b[1] - self.b[0])
        return self.matched / longest if longest else 0.0


@lru_cache(maxsize=1 << 15)  # copies print one sentence many times, and how words lie does not depend on where
def compare_quotations(a: str, b: str) -> Comparison | None:
    """Compare two quotations or sentences; None when they have no word in common."""
    return compare_words(read_words(a), read_words(b))


def compare_words(a: Sequence[Word], b: Sequence[Word]) -> Comparison | None:
    """Compare two wordings given as words; None when they have none in common."""
    matcher = SequenceMatcher(None, [w.key for w in a], [w.key for w in b], autojunk=False)
    blocks = _best_run(a, [(m.a, m.b, m.size) for m in matcher.get_matching_blocks() if m.size])
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    keys = [a[i].key for start, _, size in blocks for i in range(start, start + size) if a[i].key != ELLIPSIS]
    return Comparison(
        blocks=blocks,
        changes=tuple(_changes(a, b, blocks)),
        a=(first[0], last[0] + last[2]),
        b=(first[1], last[1] + last[2]),
        matched=len(keys),
        content=sum(map(is_content, keys)),
    )


def _best_run(a: Sequence[Word], blocks: Sequence[tuple[int, int, int]]) -> tuple[tuple[int, int, int], ...]:
    """The run of matching blocks that earns most: a local alignment."""
    best: tuple[float, int, int] = (0.0, 0, 0)
    score, start = 0.0, 0
    for n, (i, j, size) in enumerate(blocks):
        if n > start:
            before = blocks[n - 1]
            gap = (i - before[0] - before[2]) + (j - before[1] - before[2])
            score -= min(_GAP * gap, _GAP_MOST)
        if score < 0:
            score, start = 0.0, n
        score += sum(1.0 if is_content(w.key) else 0.5 for w in a[i : i + size])
        best = max(best, (score, -start, n + 1))
    return tuple(blocks[-best[1] : best[2]])


def _changes(a: Sequence[Word], b: Sequence[Word], blocks: Sequence[tuple[int, int, int]]) -> Iterator[Change]:
    regions = [
        ((i + size, following[0]), (j + size, following[1]), size, following[2])
        for (i, j, size), following in pairwise(blocks)
    ]
    first, last = blocks[0], blocks[-1]
    head = (_sentence_head(a, first[0]), _sentence_head(b, first[1]))
    if _edge(head, first[2]) and not (a[first[0]].opens or b[first[1]].opens):
        regions.insert(0, (*head, 0, first[2]))
    tail = (_sentence_tail(a, last[0] + last[2]), _sentence_tail(b, last[1] + last[2]))
    if _edge(tail, last[2]):
        regions.append((*tail, last[2], 0))
    for left, right, before, after in regions:
        verdict = _weigh(a[left[0] : left[1]], b[right[0] : right[1]])
        if verdict is not None:
            kind: Literal["insert", "delete", "replace"] = (
                "insert" if left[0] == left[1] else "delete" if right[0] == right[1] else "replace"
            )
            yield Change(kind, left, right, *verdict, before, after)


def _edge(sides: tuple[tuple[int, int], tuple[int, int]], shared: int) -> bool:
    """Whether both sides have a few words of their own at an edge, in the sentence that they share.

    The more words in a row they share beside it, the more may be worded anew.
    """
    most = _LONG_EDGE if shared >= _LONG_RUN else _EDGE
    return all(0 < end - start <= most for start, end in sides)


def _sentence_head(words: Sequence[Word], end: int) -> tuple[int, int]:
    start = end
    while start > 0 and not words[start - 1].editorial:
        start -= 1
        if words[start].opens:
            break
    return start, end


def _sentence_tail(words: Sequence[Word], start: int) -> tuple[int, int]:
    end = start
    while end < len(words) and not words[end].opens and not words[end].editorial:
        end += 1
    return start, end


def _weigh(a: Sequence[Word], b: Sequence[Word]) -> tuple[Weight, Nature] | None:
    """How a difference weighs; None when it is innocent."""
    if any(w.editorial for w in (*a, *b)):
        return None  # marked as an omission or as the editor's words
    left, right = [w.key for w in a], [w.key for w in b]
    contracted = ["'s"] in (left, right) and {*left, *right} <= {"'s", "is", "has"}  # "my daughter's been shot"
    genitive = (left, right) in ((["'s"], []), ([], ["'s"]))
    if "".join(left) == "".join(right) or contracted or genitive:
        return None
    natures = set(_natures(left, right))
    nature = next(n for n in _RANK if n in natures)
    return ("substantive" if nature in _SUBSTANTIVE else "minor"), nature


def _natures(left: Sequence[str], right: Sequence[str]) -> Iterator[Nature]:
    """The natures of the words that stand on one side only."""
    counts = Counter(left), Counter(right)
    alone = [list((counts[0] - counts[1]).elements()), list((counts[1] - counts[0]).elements())]
    for word in list(alone[0]):
        pair = next((w for w in alone[1] if same_stem(word, w) or _one_person(word, w)), None)
        slip = next((w for w in alone[1] if _is_slip(word, w)), None) if pair is None else None
        if pair is not None or slip is not None:
            alone[0].remove(word)
            alone[1].remove(pair or slip or "")
            yield "spelling" if slip is not None else "inflection"
    yield from map(nature_of, (*alone[0], *alone[1]))


def _one_person(a: str, b: str) -> bool:
    return a in PERSON and PERSON.get(b) == PERSON[a]


def _is_slip(a: str, b: str) -> bool:
    """Whether one word is the other with a slip of the keyboard: long, a letter apart, and one of them no word."""
    if min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 1 or a[0] != b[0] or {a, b} & NEGATION:
        return False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    apart = max(len(a), len(b)) - sum(m.size for m in matcher.get_matching_blocks())
    return apart <= 1 and min(frequency(a), frequency(b)) < 2.5
