"""Which places are worth comparing at all: what can be told before their sentences are embedded.

Embedding is the costliest step of an audit, and of the sentences with a place most can
never make a dispute: both articles name both places, or the words around have nothing in common.
The bound here takes every two sentences for alike in sense, so it leaves out no pair that counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from claimcheck.protocols import Vectors

_BLOCK = 512  # rows of the matrix of pairs held at once
_SLACK = np.float32(1e-4)  # by how much rounding can make a cosine too small


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a place before its sentence is embedded."""

    document: str
    entity: str
    known: bool  # by the evidence of all articles it is a place
    named_in: frozenset[str]
    before: tuple[str, ...]  # the words before it, nearest first
    after: tuple[str, ...]
    home: bool = False  # whether most articles name it
    strange: bool = False  # whether next to none do
    text: str = ""  # what is embedded of it

    @property
    def slot(self) -> tuple[object, ...]:
        """All but the document: copies of one sentence have one slot, and are looked at once."""
        return self.entity, self.known, self.named_in, self.before, self.after, self.home, self.strange, self.text


@dataclass(frozen=True, slots=True)
class Bounds:
    """From which likeness a pair counts: in any case, for known places, and where one article alone names one."""

    any: float
    known: float
    lone: float
    run: int  # words next to a place that count as a run, each worth `1 / (4 * run)`
    some: float = 0.0  # Dice coefficient of the words around, from which a home is asked after without vectors
    near: float = -1.0  # the cosine of two sentences that is asked for as well; for a lone place, and for a home
    near_lone: float = -1.0
    near_home: float = -1.0


def worth_comparing(
    settings: Sequence[Setting], bounds: Bounds, vectors: Vectors | None = None
) -> Iterator[tuple[int, int]]:
    """The pairs i < j of two documents and two entities whose likeness could reach the bound that holds for them.

    `vectors` are those of the sentences, one row a setting; without them every cosine is taken for one.
    """
    slots: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, setting in enumerate(settings):
        slots[setting.slot].append(i)
    members = list(slots.values())
    first = [rows[0] for rows in members]
    for a, b, always in _alike([settings[i] for i in first], bounds, None if vectors is None else vectors[first]):
        for i, j in product(members[a], members[b]):
            here, there = settings[i], settings[j]
            apart = here.document not in there.named_in and there.document not in here.named_in
            if here.document != there.document and (always or apart):
                yield min(i, j), max(i, j)


def _alike(slots: Sequence[Setting], bounds: Bounds, vectors: Vectors | None) -> Iterator[tuple[int, int, bool]]:
    """The pairs of slots that could be alike enough, and whether also where an article of the one names the other."""
    if not slots:
        return
    entity_of = np.unique([s.entity for s in slots], return_inverse=True)[1]
    known = np.array([s.known for s in slots])
    home, strange = np.array([s.home for s in slots]), np.array([s.strange for s in slots])
    lone = np.array([len(s.named_in) == 1 for s in slots])
    words, sizes = _windows(slots)
    before, after = _codes([s.before[: bounds.run] for s in slots], [s.after[: bounds.run] for s in slots])
    for start in range(0, len(slots), _BLOCK):
        rows = slice(start, start + _BLOCK)
        cosines = _SLACK + (np.float32(1.0) if vectors is None else vectors[rows] @ vectors.T)
        total = sizes[rows, None] + sizes[None, :]
        shared = 2 * (words[rows] @ words.T) / np.maximum(total, 1)
        runs = _runs(before[rows], before) + _runs(after[rows], after)
        likeness = cosines + shared + runs / (4 * bounds.run)
        both = known[rows, None] & known[None, :]
        single = (lone[rows, None] != lone[None, :]) & (cosines >= bounds.near_lone)
        away = (home[rows, None] & strange[None, :]) | (strange[rows, None] & home[None, :])
        always = likeness >= bounds.any
        always |= away & both & (shared >= bounds.some if vectors is None else cosines >= bounds.near_home)
        enough = always | (both & ((likeness >= bounds.known) | (single & (likeness >= bounds.lone))))
        enough &= (entity_of[rows, None] != entity_of) & (cosines >= bounds.near)
        for row, j in np.argwhere(enough).tolist():
            if start + row < j:
                yield start + row, j, bool(always[row, j])


def _windows(settings: Sequence[Setting]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Which words stand around each place, as a matrix of zeros and ones, and how many different ones."""
    windows = [frozenset(s.before + s.after) for s in settings]
    column = {word: i for i, word in enumerate(sorted(frozenset().union(*windows)))}
    matrix = np.zeros((len(windows), len(column)), dtype=np.float32)
    for row, window in enumerate(windows):
        matrix[row, [column[word] for word in window]] = 1
    return matrix, matrix.sum(axis=1)


def _codes(*sides: Sequence[tuple[str, ...]]) -> list[NDArray[np.int32]]:
    """Words as numbers, one row a place; where a side has fewer words, a number that no other place has."""
    column = {word: i for i, word in enumerate(sorted({w for side in sides for words in side for w in words}))}
    longest = max((len(words) for side in sides for words in side), default=0)
    return [
        np.array(
            [[column[w] for w in words] + [-1 - row] * (longest - len(words)) for row, words in enumerate(side)],
            dtype=np.int32,
        ).reshape(len(side), longest)
        for side in sides
    ]


def _runs(here: NDArray[np.int32], there: NDArray[np.int32]) -> NDArray[np.int32]:
    """How many words in a row are the same, counted from the place outwards, for every pair."""
    alike = np.ones((len(here), len(there)), dtype=bool)
    length = np.zeros(alike.shape, dtype=np.int32)
    for position in range(here.shape[1]):
        alike &= here[:, position, None] == there[None, :, position]
        length += alike
    return length
