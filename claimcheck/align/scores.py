"""The scores of all pairs of values that are looked at: those whose passages or sentences lie near each other.

Most such pairs are vetoed. Copies of a passage are judged once, whatever documents they stand in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from claimcheck.align.candidates import TEXTS, Candidate
from claimcheck.align.pairing import all_that_counts, is_vetoed, likelihood
from claimcheck.protocols import Vectors

# A pair is looked at from either cosine on; a passage of a word or two says little for itself.
_NEAR_PASSAGE = 0.1
_NEAR_SENTENCE = 0.5
_BLOCK = 2048  # rows of the similarity matrix held at once
_PORTION = 4096  # pairs whose vectors are held at once

Rows = NDArray[np.intp]


def score_pairs(candidates: Sequence[Candidate], vectors: Mapping[str, Vectors]) -> dict[tuple[int, int], float]:
    """The scores of the pairs that are looked at, as positions i < j; `vectors` as `embed_candidates` gives them."""
    found = [_near(vectors, start) for start in range(0, len(candidates) or 1, _BLOCK)]
    here, there = (np.concatenate([pair[side] for pair in found]) for side in (0, 1))
    cosines = {name: _cosines(vectors[name], here, there).tolist() for name in TEXTS}
    nouns = cosines["noun"]

    def judge(n: int, a: Candidate, b: Candidate) -> float:
        if is_vetoed(a, b, nouns[n]):
            return 0.0
        return likelihood(a, b, {name: column[n] for name, column in cosines.items()})

    pairs = zip(here.tolist(), there.tolist(), strict=True)
    return dict(zip(pairs, _judged(candidates, here, there, judge), strict=True))


def _cosines(vectors: Vectors, here: Rows, there: Rows) -> NDArray[np.float32]:
    """The cosines of the rows `here` with those `there`, pair by pair."""
    cosines = np.empty(len(here), dtype=np.float32)
    for start in range(0, len(here), _PORTION):
        part = slice(start, start + _PORTION)
        cosines[part] = np.einsum("ij,ij->i", vectors[here[part]], vectors[there[part]])
    return cosines


def _near(vectors: Mapping[str, Vectors], start: int) -> tuple[Rows, Rows]:
    """The pairs of a block of rows with those behind them."""
    block = slice(start, start + _BLOCK)
    passages, sentences = (vectors[name][block] @ vectors[name][start:].T for name in ("passage", "sentence"))
    here, there = np.nonzero(np.triu((passages >= _NEAR_PASSAGE) | (sentences >= _NEAR_SENTENCE), k=1))
    return here + start, there + start


def _judged(
    candidates: Sequence[Candidate], here: Rows, there: Rows, judge: Callable[[int, Candidate, Candidate], float]
) -> Iterator[float]:
    """What the judge, told which pair it is, says of each; of two documents once for all copies of the two passages."""
    codes: dict[object, int] = {}
    copy = [codes.setdefault(all_that_counts(candidate), len(codes)) for candidate in candidates]
    document = [candidate.document for candidate in candidates]
    known: dict[tuple[int, int], float] = {}
    for n, (i, j) in enumerate(zip(here.tolist(), there.tolist(), strict=True)):
        if document[i] == document[j]:
            yield judge(n, candidates[i], candidates[j])
            continue
        if (copy[i], copy[j]) not in known:
            known[copy[i], copy[j]] = judge(n, candidates[i], candidates[j])
        yield known[copy[i], copy[j]]
