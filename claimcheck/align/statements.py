"""Claims that state the same thing in several documents, whatever values they carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from claimcheck.align.cluster import average_linkage
from claimcheck.align.masking import mask_values
from claimcheck.protocols import Part, Vectors
from claimcheck.types import Claim, Entity, Extraction, Fact

# Of pairs of passages that this brings together (`alignment/pairs.tsv`, the events for tuning) four in five are of one
# fact, and half of those of one fact are brought together.
SAME_STATEMENT = 0.44
_LEAST_WORDS = 4  # shorter clauses ("he said") state nothing on their own
_BLOCK = 1024  # rows of the similarity matrix held at once


def stating(extractions: Sequence[Extraction]) -> list[Claim]:
    """The claims that state something on their own, in text order."""
    return [c for e in extractions for c in e.claims if len(c.text.split()) >= _LEAST_WORDS]


def read_in_place(claims: Sequence[Claim], extractions: Sequence[Extraction]) -> list[Part]:
    """The claims as they read in their sentences."""
    masked = {extraction.document.id: mask_values(extraction) for extraction in extractions}
    return [masked[claim.span.document][claim.sentence].part(claim.spans) for claim in claims]


def group_statements(
    claims: Sequence[Claim], entities: Sequence[Entity], vectors: Vectors, *, first: int
) -> tuple[Fact, ...]:
    """Group claims by what they state, each with its vector; a claim nobody shares is a group of its own.

    Facts are numbered from `first`.
    """
    if not claims:
        return ()
    names = _names(claims, entities)
    copies = _copies(claims, names)
    once = [rows[0] for rows in copies]
    scores = {
        (i, j): _alike(claims[once[i]], claims[once[j]], cosine, names)
        for i, j, cosine in _near(vectors[once], SAME_STATEMENT - 0.1)
    }
    clusters = average_linkage(len(copies), scores, SAME_STATEMENT, [len(rows) for rows in copies])
    groups = sorted(sorted(row for number in cluster for row in copies[number]) for cluster in clusters)
    return tuple(_fact(n, [claims[i] for i in group], vectors[group]) for n, group in enumerate(groups, first))


def _copies(claims: Sequence[Claim], names: Mapping[str, frozenset[str]]) -> list[list[int]]:
    """The claims, those together that are alike in all that is compared: they would be grouped first in any case."""
    rows: dict[tuple[str, str, frozenset[str]], list[int]] = defaultdict(list)
    for row, claim in enumerate(claims):
        rows[claim.text, claim.predicate, names[claim.id]].append(row)
    return list(rows.values())


def _near(vectors: Vectors, least: float) -> Iterator[tuple[int, int, float]]:
    """The pairs i < j whose cosine is `least` or more; each block meets itself and those after it, never one before."""
    for start in range(0, len(vectors), _BLOCK):
        cosines = vectors[start : start + _BLOCK] @ vectors[start:].T
        rows, columns = np.nonzero(np.triu(cosines >= least, 1))
        values = cosines[rows, columns].tolist()
        yield from zip((rows + start).tolist(), (columns + start).tolist(), values, strict=True)


def _names(claims: Sequence[Claim], entities: Sequence[Entity]) -> dict[str, frozenset[str]]:
    by_span = {mention.span: entity.id for entity in entities for mention in entity.mentions}
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        found[claim.id].update(by_span[m.span] for m in claim.mentions if m.span in by_span)
    return {claim: frozenset(ids) for claim, ids in found.items()}


def _alike(a: Claim, b: Claim, cosine: float, names: Mapping[str, frozenset[str]]) -> float:
    """The cosine, less a little where the claims name different people and places, or have different predicates."""
    here, there = names[a.id], names[b.id]
    clash = bool(here and there) and not here & there
    return cosine - 0.1 * clash - 0.05 * (a.predicate != b.predicate)


def _fact(number: int, claims: Sequence[Claim], vectors: Vectors) -> Fact:
    centre = claims[int(np.argmax(vectors @ vectors.mean(axis=0)))]
    cohesion = float((vectors @ vectors.T).mean())
    return Fact(id=f"f{number}", kind="claim", label=centre.text, claims=tuple(claims), cohesion=min(1.0, cohesion))
