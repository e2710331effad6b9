"""Facts: which values, across and within documents, are values of one and the same thing.

Two values are compared only if they are of one kind and unit. How alike their
passages are is then one number, the score of `pairing`; `families` makes the groups.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import numpy as np

from claimcheck.align.candidates import Candidate, candidate, embed_candidates, is_comparable, kind_of
from claimcheck.align.families import Items, group_values
from claimcheck.align.pairing import probability, score
from claimcheck.align.values import compare
from claimcheck.protocols import Embedder, Vectors
from claimcheck.types import Entity, Extraction, Fact, FactKind, Mention, Placed, Quantity, Span, Time, Value

SAME_FACT = 0.3  # the probability from which two values that agree count as one fact's
# The stricter one from which two values that clash do. Numbers of one kind are many in a report (a score sheet), so
# that most clashes of numbers are of two facts; set where half the clashing pairs of the tuning events are real.
AGAINST: Mapping[FactKind, float] = {"quantity": 0.8, "time": 0.5}
SUPPORT = 0.12  # the one from which a value that agrees with one side of a dispute supports it
_NEAR = 0.30  # cosine of two passages below which a pair is not looked at
_BLOCK = 2048  # rows of the similarity matrix held at once


def group_facts(extractions: Sequence[Extraction], entities: Sequence[Entity], embedder: Embedder) -> tuple[Fact, ...]:
    """Group the values of all documents into facts of two values or more, in order of first mention."""
    candidates = tuple(find_candidates(extractions, entities))
    vectors = embed_candidates(candidates, embedder)
    groups = []
    for (kind, _), rows in by_kind(candidates).items():
        chosen = tuple(candidates[row] for row in rows)
        scores = score_pairs(chosen, {name: matrix[rows] for name, matrix in vectors.items()})
        for cluster, cohesion in group_values(
            as_items(chosen), scores, same=SAME_FACT, against=AGAINST[kind], support=SUPPORT
        ):
            if len(cluster) > 1:
                groups.append((tuple(rows[i] for i in cluster), kind, cohesion))
    return tuple(
        _fact(n, kind, cohesion, [candidates[i] for i in rows], vectors["passage"][list(rows)])
        for n, (rows, kind, cohesion) in enumerate(sorted(groups), 1)
    )


def as_items(candidates: Sequence[Candidate]) -> Items:
    """The candidates as numbered items."""
    values = [c.value.mention.value for c in candidates]

    @cache
    def relation(i: int, j: int) -> str:
        return compare(values[i], values[j]).relation

    return Items(
        size=len(candidates),
        document=lambda i: candidates[i].document,
        agree=lambda i, j: relation(i, j) in ("same", "compatible"),
        clash=lambda i, j: relation(i, j) == "conflict",
        noun=lambda i: candidates[i].noun if isinstance(values[i], Quantity) else "",
    )


def find_candidates(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> Iterator[Candidate]:
    """Every value that can be compared, in text order, with what decides about it."""
    named: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for entity in entities:
        for mention in entity.mentions:
            named[mention.span.document].append((mention.span, entity.id))
    for extraction in extractions:
        names = Placed(sorted(named[extraction.document.id]), lambda name: name[0])
        rivals = Counter(kind_of(m.value) for m in extraction.mentions if is_comparable(m.value))
        for claim in extraction.claims:
            sentence = extraction.sentences[claim.sentence].span
            around = names.inside(sentence)
            values = [m for m in extraction.mentions_in(sentence) if isinstance(m.value, Quantity | Time)]
            for frame in claim.frames:
                if isinstance(frame.mention.value, Quantity | Time) and not _spoken(frame.mention, extraction):
                    yield candidate(Value(frame, claim), extraction, around, values, rivals)


def _spoken(mention: Mention, extraction: Extraction) -> bool:
    """Whether it is a "yesterday" inside a quotation, which counts from the day of speaking, not of printing."""
    deictic = isinstance(mention.value, Time) and mention.value.deictic
    return deictic and any(q.span.contains(mention.span) for q in extraction.quotations_at(mention.span))


def by_kind(candidates: Sequence[Candidate]) -> dict[tuple[FactKind, str], list[int]]:
    """Rows by the kinds that can be compared at all: a count never meets a sum of money."""
    rows: dict[tuple[FactKind, str], list[int]] = defaultdict(list)
    for i, item in enumerate(candidates):
        value = item.value.mention.value
        if isinstance(value, Time):
            rows["time", "clock" if value.clock else ""].append(i)
        elif isinstance(value, Quantity) and value.kind != "ordinal":
            rows["quantity", f"{value.kind} {value.unit}"].append(i)
    return rows


def score_pairs(candidates: Sequence[Candidate], vectors: Mapping[str, Vectors]) -> dict[tuple[int, int], float]:
    """Scores of the pairs whose passages lie near enough to be worth a look, as positions i < j."""
    scores: dict[tuple[int, int], float] = {}
    for start in range(0, len(candidates), _BLOCK):
        block = {name: matrix[start : start + _BLOCK] @ matrix.T for name, matrix in vectors.items()}
        near = np.argwhere(np.maximum(block["passage"], block["claim"]) >= _NEAR)
        for row, j in near.tolist():
            i = start + row
            if i < j:
                similarity = {name: float(matrix[row, j]) for name, matrix in block.items()}
                scores[i, j] = score(candidates[i], candidates[j], similarity)
    return scores


def _fact(number: int, kind: FactKind, cohesion: float, members: Sequence[Candidate], vectors: Vectors) -> Fact:
    centre = members[int(np.argmax(vectors @ vectors.mean(axis=0)))]
    return Fact(
        id=f"f{number}",
        kind=kind,
        label=centre.label,
        values=tuple(member.value for member in members),
        cohesion=probability(kind, cohesion),
    )
