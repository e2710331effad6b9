"""The scores of all pairs of values that are looked at, what is cheap before what is dear.

A pair is looked at where the passages lie near each other; most such pairs are vetoed, which needs no
vector of their sentences. Copies of a passage are judged once, whatever documents they stand in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from claimcheck.align.candidates import Candidate
from claimcheck.align.pairing import all_that_counts, is_vetoed, likelihood
from claimcheck.protocols import Vectors

_NEAR = 0.1  # cosine of two passages below which a pair is not looked at
_BLOCK = 2048  # rows of the similarity matrix held at once
_PORTION = 4096  # pairs whose vectors are held at once

T = TypeVar("T", bool, float)
Rows = NDArray[np.intp]


@dataclass(frozen=True)
class Near:
    """The pairs that are looked at: rows i < j in order, their cosines by name, and whether a veto parts them."""

    here: Rows
    there: Rows
    cosines: Mapping[str, NDArray[np.float32]]
    vetoed: NDArray[np.bool_]

    @cached_property
    def open(self) -> Rows:
        """The rows that have a pair which no veto parts: the sentences of these alone need to be compared."""
        return np.union1d(self.here[~self.vetoed], self.there[~self.vetoed])


def near_pairs(candidates: Sequence[Candidate], vectors: Mapping[str, Vectors]) -> Near:
    """The pairs that are looked at, by the vectors of passage and noun."""
    found = [_near(vectors, start) for start in range(0, len(candidates) or 1, _BLOCK)]
    here, there = (np.concatenate([pair[side] for pair in found]) for side in (0, 1))
    cosines = {name: _cosines(vectors[name], here, there) for name in ("passage", "noun")}
    nouns = cosines["noun"].tolist()
    vetoed = _judged(candidates, here, there, lambda n, a, b: is_vetoed(a, b, nouns[n]))
    return Near(here, there, cosines, np.fromiter(vetoed, dtype=np.bool_, count=len(here)))


def score_near(candidates: Sequence[Candidate], near: Near, sentences: Vectors) -> dict[tuple[int, int], float]:
    """The scores of these pairs; `sentences` holds a vector for each of the rows `near.open`."""
    chosen = np.flatnonzero(~near.vetoed)
    here, there = near.here[chosen], near.there[chosen]
    cosines = {name: column[chosen].tolist() for name, column in near.cosines.items()}
    rows = near.open
    cosines["sentence"] = _cosines(sentences, np.searchsorted(rows, here), np.searchsorted(rows, there)).tolist()
    found = _judged(
        candidates, here, there, lambda n, a, b: likelihood(a, b, {name: column[n] for name, column in cosines.items()})
    )
    scores = np.zeros(len(near.here))
    scores[chosen] = np.fromiter(found, dtype=np.float64, count=len(chosen))
    return dict(zip(zip(near.here.tolist(), near.there.tolist(), strict=True), scores.tolist(), strict=True))


def _cosines(vectors: Vectors, here: Rows, there: Rows) -> NDArray[np.float32]:
    """The cosines of the rows `here` with those `there`, pair by pair."""
    cosines = np.empty(len(here), dtype=np.float32)
    for start in range(0, len(here), _PORTION):
        part = slice(start, start + _PORTION)
        cosines[part] = np.einsum("ij,ij->i", vectors[here[part]], vectors[there[part]])
    return cosines


def _near(vectors: Mapping[str, Vectors], start: int) -> tuple[Rows, Rows]:
    """The pairs of a block of rows with those behind them."""
    passages = vectors["passage"][start : start + _BLOCK] @ vectors["passage"][start:].T
    here, there = np.nonzero(np.triu(passages >= _NEAR, k=1))
    return here + start, there + start


def _judged(
    candidates: Sequence[Candidate], here: Rows, there: Rows, judge: Callable[[int, Candidate, Candidate], T]
) -> Iterator[T]:
    """What the judge, told which pair it is, says of each; of two documents once for all copies of the two passages."""
    codes: dict[object, int] = {}
    copy = [codes.setdefault(all_that_counts(candidate), len(codes)) for candidate in candidates]
    document = [candidate.document for candidate in candidates]
    known: dict[tuple[int, int], T] = {}
    for n, (i, j) in enumerate(zip(here.tolist(), there.tolist(), strict=True)):
        if document[i] == document[j]:
            yield judge(n, candidates[i], candidates[j])
            continue
        if (copy[i], copy[j]) not in known:
            known[copy[i], copy[j]] = judge(n, candidates[i], candidates[j])
        yield known[copy[i], copy[j]]
