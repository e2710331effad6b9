"""From pairs of values to facts: families of values that agree, then families that stand against each other.

A family holds the passages that give one value of one fact. Two families are of one
fact when documents that give only the one read like documents that give only the
other. A document that gives both ("12 dead" and "7 dead") is a witness that they are
two facts, and so is a better counterpart in the other document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcheck.align.cluster import average_linkage

Scores = Mapping[tuple[int, int], float]
_BETTER = 0.05  # how much more alike another counterpart must be to take precedence
_WITHIN = 0.9  # of the score of a clash inside one document counts: nobody contradicts himself on purpose
_AGREEING = 0.25  # how much less alike it may be and still do so, when its value agrees


@dataclass(frozen=True, slots=True)
class Items:
    """The values to be grouped, by number: what each belongs to and how it relates to the others."""

    size: int
    document: Callable[[int], str]
    agree: Callable[[int, int], bool]  # both values can be true of one fact
    clash: Callable[[int, int], bool]  # they cannot
    noun: Callable[[int], str] = lambda _: ""  # what it is a value of, "" when that is not known


def group_values(
    items: Items, scores: Scores, *, same: float, against: float, support: float
) -> tuple[tuple[tuple[int, ...], float], ...]:
    """Groups of items that give values of one fact, each with its cohesion, 0 to 1.

    `scores` holds the probability of a pair i < j; a pair that is absent scores 0. `same`
    is the threshold for values that agree, `against` the stricter one for values that clash,
    `support` the one from which a value that agrees with a side of a dispute joins it.
    """
    agreeing = {pair: score for pair, score in scores.items() if items.agree(*pair)}
    families = [part for family in average_linkage(items.size, agreeing, same) for part in _parted(items, family)]
    links = _links(items, scores, families)
    groups = average_linkage(len(families), links, against)
    joined = _with_support(groups, families, agreeing, support)
    cohesion = {group[0]: _cohesion(group, links, families, agreeing) for group in groups}
    return tuple((tuple(sorted(i for f in group for i in families[f])), cohesion[group[0]]) for group in joined)


def _parted(items: Items, family: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The family, parted where its members clash: what agrees with both ("several years") makes them no one value."""
    parts: list[list[int]] = []
    for i in family:
        part = next((p for p in parts if not any(items.clash(j, i) for j in p)), None)
        if part is None:
            parts.append([i])
        else:
            part.append(i)
    return [tuple(part) for part in parts]


def _with_support(
    groups: Sequence[tuple[int, ...]], families: Sequence[tuple[int, ...]], agreeing: Scores, support: float
) -> tuple[tuple[int, ...], ...]:
    """The groups, and to each in dispute the single families that agree with one of its own.

    Another form of a value ("six others", a list of names) reads less like the rest;
    agreement can raise no false alarm, so less likeness will do.
    """
    loose = [group[0] for group in groups if len(group) == 1]
    disputed = [group for group in groups if len(group) > 1]
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for f in loose:
        for number, group in enumerate(disputed):
            best = max(_mean(families[f], families[g], agreeing) for g in group)
            if best >= support:
                found[f].append((best, number))
    taken = {f: max(options)[1] for f, options in found.items()}
    return (
        *((*group, *(f for f in loose if taken.get(f) == number)) for number, group in enumerate(disputed)),
        *((f,) for f in loose if f not in taken),
    )


def _mean(here: Sequence[int], there: Sequence[int], scores: Scores) -> float:
    return sum(scores.get((min(i, j), max(i, j)), 0.0) for i in here for j in there) / (len(here) * len(there))


def _links(items: Items, scores: Scores, families: Sequence[tuple[int, ...]]) -> dict[tuple[int, int], float]:
    """The score of each two families that clash: how alike documents of only the one and only the other read."""
    family = {i: number for number, members in enumerate(families) for i in members}
    best = _best_counterparts(items, scores)
    pairs: dict[tuple[int, int], dict[tuple[str, str], float]] = defaultdict(dict)
    for (i, j), score in scores.items():
        f, g = family[i], family[j]
        if f == g or not items.clash(i, j) or not _are_counterparts(items, best, i, j, score):
            continue
        (first, x), (second, y) = sorted([(f, i), (g, j)])
        between = items.document(x), items.document(y)
        pairs[first, second][between] = max(score, pairs[first, second].get(between, 0.0))
    documents = [frozenset(items.document(i) for i in members) for members in families]
    return {(f, g): _link(documents[f], documents[g], found) for (f, g), found in pairs.items()}


def _link(here: frozenset[str], there: frozenset[str], found: Mapping[tuple[str, str], float]) -> float:
    both, only_here, only_there = here & there, here - there, there - here
    if len(both) > min(len(only_here), len(only_there)):
        inside = [score for (a, b), score in found.items() if a == b]
        # Nobody but these documents speaks of either: a clash within one of them.
        alone = not only_here and not only_there and len(both) == 1
        return _WITHIN * max(inside, default=0.0) if alone else 0.0
    scores = [score for (a, b), score in found.items() if a in only_here and b in only_there]
    return (max(scores) + sum(scores) / len(scores)) / 2 if scores else 0.0


def _best_counterparts(items: Items, scores: Scores) -> dict[tuple[int, str], list[tuple[float, int]]]:
    """For each item and document, the items there that read most like it, best first."""
    found: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for (i, j), score in scores.items():
        found[i, items.document(j)].append((score, j))
        found[j, items.document(i)].append((score, i))
    return {key: sorted(partners, reverse=True)[:3] for key, partners in found.items()}


def _are_counterparts(
    items: Items, best: Mapping[tuple[int, str], list[tuple[float, int]]], i: int, j: int, score: float
) -> bool:
    """Whether neither document has a better counterpart, with another value, for the other's item.

    What counts something else is none where these two count one thing.
    """
    if items.document(i) == items.document(j):
        return True
    noun = items.noun(i) if items.noun(i) == items.noun(j) else ""
    return all(
        other == y
        or items.agree(other, y)
        or (noun and items.noun(other) != noun)
        or rival <= score + (-_AGREEING if items.agree(x, other) else _BETTER)
        for x, y in ((i, j), (j, i))
        for rival, other in best[x, items.document(y)]
    )


def _cohesion(
    group: Sequence[int],
    links: Mapping[tuple[int, int], float],
    families: Sequence[tuple[int, ...]],
    agreeing: Scores,
) -> float:
    """The mean score between the families of a group, or within it when it has but one."""
    between = [links[pair] for pair in combinations(sorted(group), 2) if pair in links]
    within = [agreeing[pair] for pair in combinations(families[group[0]], 2) if pair in agreeing]
    chosen = between or within
    return sum(chosen) / len(chosen) if chosen else 1.0
