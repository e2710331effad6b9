"""Average-linkage clustering over a sparse graph of pair scores."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

_LEAST_COMPARED = 1 / 3  # of the pairs between two groups, how many must have been compared for them to merge


@dataclass(frozen=True, slots=True)
class _Link:
    """What is known between two groups: the sum of the scores, and the pairs left out of account."""

    total: float
    excluded: int

    def __add__(self, other: _Link) -> _Link:
        return _Link(self.total + other.total, self.excluded + other.excluded)

    def average(self, pairs: int) -> float:
        """The mean score of the pairs that count; 0 when too few of them do."""
        compared = pairs - self.excluded
        return self.total / compared if compared >= pairs * _LEAST_COMPARED else 0.0


def average_linkage(
    size: int, scores: Mapping[tuple[int, int], float | None], threshold: float
) -> tuple[tuple[int, ...], ...]:
    """Group the items 0 … size-1 so that members of a group score `threshold` or more on average.

    `scores` holds pairs i < j. A pair that is absent scores 0; one that is None is left
    out of account. Average linkage (UPGMA, Sokal & Michener 1958) keeps two families of
    values apart that one odd pair would chain together. Groups come in the order of
    their first member, members ascending. Ties are broken by index, so the order in
    which the pairs were found never matters.
    """
    members: dict[int, tuple[int, ...]] = {i: (i,) for i in range(size)}
    links: dict[int, dict[int, _Link]] = defaultdict(dict)
    for (i, j), score in scores.items():
        links[i][j] = links[j][i] = _Link(score or 0.0, int(score is None))
    heap = [(-score, i, j) for (i, j), score in scores.items() if score is not None and score >= threshold]
    heapq.heapify(heap)
    merged = size - 1
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue  # one of the two has been merged since this pair was queued
        merged += 1
        members[merged] = tuple(sorted(members.pop(i) + members.pop(j)))
        for other, link in _joined(links, i, j).items():
            links[merged][other] = links[other][merged] = link
            average = link.average(len(members[merged]) * len(members[other]))
            if average >= threshold:
                heapq.heappush(heap, (-average, other, merged))
    return tuple(sorted(members.values()))


def _joined(links: dict[int, dict[int, _Link]], i: int, j: int) -> dict[int, _Link]:
    """The links of i and j to everything else, added up; both leave the graph."""
    totals: dict[int, _Link] = defaultdict(lambda: _Link(0.0, 0))
    for gone in (i, j):
        for other, link in links.pop(gone, {}).items():
            if other not in (i, j):
                totals[other] += link
                del links[other][gone]
    return dict(totals)
