"""Facts: which values, across and within documents, are values of one and the same thing.

Two values are compared only if they are of one kind and unit. How alike their
passages are is then one number, the score of `pairing`; `rivals` leaves out the pairs
that a better counterpart explains; average linkage over the rest makes the groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from claimcheck.align.cluster import average_linkage
from claimcheck.align.pairing import Candidate, candidate, embed_candidates, score
from claimcheck.align.rivals import settle
from claimcheck.compare.quantities import compare_quantities
from claimcheck.compare.times import compare_times
from claimcheck.protocols import Embedder, Vectors
from claimcheck.types import Entity, Extraction, Fact, FactKind, Quantity, Span, Time, Value

SAME_FACT = 0.5  # the probability from which two values count as one fact's
_NEAR = 0.30  # cosine of two passages below which a pair is not looked at
_BLOCK = 2048  # rows of the similarity matrix held at once


def group_facts(extractions: Sequence[Extraction], entities: Sequence[Entity], embedder: Embedder) -> tuple[Fact, ...]:
    """Group the values of all documents into facts of two values or more, in order of first mention."""
    candidates = tuple(_candidates(extractions, entities))
    vectors = embed_candidates(candidates, embedder)
    groups: list[tuple[tuple[int, ...], FactKind, float]] = []
    for (kind, _), rows in _by_kind(candidates).items():
        scores = _score_pairs(candidates, rows, vectors)
        settled = settle(
            scores,
            document=lambda i, rows=rows: candidates[rows[i]].document,
            agrees=lambda i, j, rows=rows: _agree(candidates[rows[i]].value, candidates[rows[j]].value),
        )
        for cluster in average_linkage(len(rows), settled, SAME_FACT):
            if len(cluster) > 1:
                groups.append((tuple(rows[i] for i in cluster), kind, _cohesion(cluster, settled)))
    return tuple(
        _fact(n, kind, cohesion, [candidates[i] for i in rows], vectors["passage"][list(rows)])
        for n, (rows, kind, cohesion) in enumerate(sorted(groups), 1)
    )


def _candidates(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> Iterator[Candidate]:
    named: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for entity in entities:
        for mention in entity.mentions:
            named[mention.span.document].append((mention.span, entity.id))
    for extraction in extractions:
        names = sorted(named[extraction.document.id])
        for claim in extraction.claims:
            sentence = extraction.sentences[claim.sentence]
            around = [(span, entity) for span, entity in names if sentence.span.contains(span)]
            for frame in claim.frames:
                if isinstance(frame.mention.value, Quantity | Time):
                    yield candidate(Value(frame, claim), extraction, around)


def _by_kind(candidates: Sequence[Candidate]) -> dict[tuple[FactKind, str], list[int]]:
    """Rows by the kinds that can be compared at all: a count never meets a sum of money."""
    rows: dict[tuple[FactKind, str], list[int]] = defaultdict(list)
    for i, item in enumerate(candidates):
        value = item.value.mention.value
        if isinstance(value, Time):
            rows["time", "clock" if value.clock else ""].append(i)
        elif isinstance(value, Quantity) and value.kind != "ordinal":
            rows["quantity", f"{value.kind} {value.unit}"].append(i)
    return rows


def _agree(a: Value, b: Value) -> bool:
    """Whether both values can be true of one fact."""
    x, y = a.mention.value, b.mention.value
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        return compare_quantities(x, y).relation in ("same", "compatible")
    if isinstance(x, Time) and isinstance(y, Time):
        return compare_times(x, y).relation in ("same", "compatible")
    return False


def _score_pairs(
    candidates: Sequence[Candidate], rows: Sequence[int], vectors: Mapping[str, Vectors]
) -> dict[tuple[int, int], float]:
    """Scores of the pairs of `rows` (as positions in it) whose passages lie near enough to be worth a look."""
    chosen = {name: matrix[list(rows)] for name, matrix in vectors.items()}
    scores: dict[tuple[int, int], float] = {}
    for start in range(0, len(rows), _BLOCK):
        block = {name: matrix[start : start + _BLOCK] @ matrix.T for name, matrix in chosen.items()}
        near = np.argwhere(np.maximum(block["passage"], block["claim"]) >= _NEAR)
        for row, j in near.tolist():
            i = start + row
            if i < j:
                similarity = {name: float(matrix[row, j]) for name, matrix in block.items()}
                scores[i, j] = score(candidates[rows[i]], candidates[rows[j]], similarity)
    return scores


def _cohesion(cluster: Sequence[int], scores: Mapping[tuple[int, int], float | None]) -> float:
    """The mean score of the pairs within a cluster that were compared."""
    inside = [s for i in cluster for j in cluster if i < j and (s := scores.get((i, j))) is not None]
    return sum(inside) / len(inside) if inside else 0.0


def _fact(number: int, kind: FactKind, cohesion: float, members: Sequence[Candidate], vectors: Vectors) -> Fact:
    centre = members[int(np.argmax(vectors @ vectors.mean(axis=0)))]
    return Fact(
        id=f"f{number}",
        kind=kind,
        label=centre.label,
        values=tuple(member.value for member in members),
        cohesion=cohesion,
    )
