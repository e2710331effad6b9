"""Average-linkage clustering over a sparse graph of pair scores."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence


def average_linkage(
    size: int, scores: Mapping[tuple[int, int], float], threshold: float, weights: Sequence[int] = ()
) -> tuple[tuple[int, ...], ...]:
    """Group the items 0 … size-1 so that members of a group score `threshold` or more on average.

    `scores` holds pairs i < j; a pair that is absent scores 0. Average linkage (UPGMA,
    Sokal & Michener 1958) keeps two families of values apart that one odd pair would
    chain together. Groups come in the order of their first member, members ascending.
    Ties are broken by index, so the order in which the pairs were found never matters.
    `weights` says how many equal items each stands for; without them every item stands for itself.
    """
    members: dict[int, tuple[int, ...]] = {i: (i,) for i in range(size)}
    weight: dict[int, int] = dict(enumerate(weights or [1] * size))
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), score in scores.items():
        links[i][j] = links[j][i] = score * weight[i] * weight[j]
    heap = [(-score, i, j) for (i, j), score in scores.items() if score >= threshold]
    heapq.heapify(heap)
    merged = size - 1
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue  # one of the two has been merged since this pair was queued
        merged += 1
        members[merged] = tuple(sorted(members.pop(i) + members.pop(j)))
        weight[merged] = weight[i] + weight[j]
        for other, total in _joined(links, i, j).items():
            links[merged][other] = links[other][merged] = total
            average = total / (weight[merged] * weight[other])
            if average >= threshold:
                heapq.heappush(heap, (-average, other, merged))
    return tuple(sorted(members.values()))


def _joined(links: dict[int, dict[int, float]], i: int, j: int) -> dict[int, float]:
    """The summed links of i and j to everything else; both leave the graph."""
    totals: dict[int, float] = defaultdict(float)
    for gone in (i, j):
        for other, total in links.pop(gone, {}).items():
            if other not in (i, j):
                totals[other] += total
                del links[other][gone]
    return dict(totals)
