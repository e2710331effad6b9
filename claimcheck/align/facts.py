"""Facts: which values, across and within documents, are values of one and the same thing.

Two values are compared only if they are of one kind and unit. How alike their
passages are is then one number, the score of `pairing`; `families` makes the groups.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from claimcheck.align.candidates import Candidate, candidate, embed_candidates, is_comparable, kind_of, texts_of
from claimcheck.align.families import Items, group_values
from claimcheck.align.masking import mask_values
from claimcheck.align.pairing import all_that_counts, probability
from claimcheck.align.scores import score_pairs
from claimcheck.align.values import compare
from claimcheck.protocols import Embedder, Text, Vectors
from claimcheck.types import Entity, Extraction, Fact, FactKind, Mention, Placed, Quantity, Span, Time, Value

SAME_FACT = 0.3  # the probability from which two values that agree count as one fact's
# The stricter one from which two values that clash do. Numbers of one kind are many in a report (a score sheet), so
# that most clashes of numbers are of two facts; set where half the clashing pairs of the tuning events are real.
AGAINST: Mapping[FactKind, float] = {"quantity": 0.82, "time": 0.5}
SUPPORT = 0.12  # the one from which a value that agrees with one side of a dispute supports it

_COPIES = 24  # of one passage that are compared: what so many print alike, more of them make no likelier

Copies = Mapping[tuple[str, Span], Sequence[Value]]  # by claim and place of the first
Kind = tuple[FactKind, str]  # what can be set against each other at all


@dataclass(frozen=True, slots=True)
class Comparable:
    """The values that can be compared: of many copies of one passage the first, and those that belong where it does."""

    candidates: tuple[Candidate, ...]
    copies: Copies

    @property
    def texts(self) -> Iterator[Text]:
        """All that is embedded of them."""
        return (text for candidate in self.candidates for _, text in candidate.texts)


def find_comparable(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> Comparable:
    """The values of all documents for which there is another of their kind."""
    return _thinned(_comparable(tuple(find_candidates(extractions, entities))))


def group_facts(values: Comparable, embedder: Embedder) -> tuple[Fact, ...]:
    """Group the values of all documents into facts of two values or more, in order of first mention."""
    candidates = values.candidates
    if not candidates:
        return ()
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
        _fact(n, kind, cohesion, [candidates[i] for i in rows], vectors["passage"][list(rows)], values.copies)
        for n, (rows, kind, cohesion) in enumerate(sorted(groups), 1)
    )


def _comparable(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Those that there is another of their kind for."""
    rows = sorted(row for rows in by_kind(candidates).values() if len(rows) > 1 for row in rows)
    return tuple(candidates[row] for row in rows)


def _thinned(candidates: Sequence[Candidate]) -> Comparable:
    """The candidates, of many copies of one passage the first alone; and the others, which belong where that does."""
    printed: dict[object, list[Candidate]] = defaultdict(list)
    for item in candidates:
        printed[all_that_counts(item)].append(item)
    many = [items for items in printed.values() if len(items) > _COPIES]
    left_out = {id(item) for items in many for item in items[_COPIES:]}
    copies = {_key(items[0].value): [item.value for item in items[_COPIES:]] for items in many}
    return Comparable(tuple(item for item in candidates if id(item) not in left_out), copies)


def _key(value: Value) -> tuple[str, Span]:
    return value.claim.id, value.mention.span


def as_items(candidates: Sequence[Candidate]) -> Items:
    """The candidates as numbered items."""
    values = [c.value.mention.value for c in candidates]
    documents = [c.document for c in candidates]
    nouns = [c.noun if isinstance(value, Quantity) else "" for c, value in zip(candidates, values, strict=True)]
    distinct = {value: number for number, value in enumerate(dict.fromkeys(values))}  # copies give one many times
    each, code = tuple(distinct), [distinct[value] for value in values]

    @cache
    def relation(one: int, other: int) -> str:
        return compare(each[one], each[other]).relation

    return Items(
        size=len(candidates),
        document=documents.__getitem__,
        agree=lambda i, j: relation(code[i], code[j]) in ("same", "compatible"),
        clash=lambda i, j: relation(code[i], code[j]) == "conflict",
        noun=nouns.__getitem__,
    )


def find_candidates(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> Iterator[Candidate]:
    """Every value that can be compared, in text order, with what decides about it."""
    named: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for entity in entities:
        for mention in entity.mentions:
            named[mention.span.document].append((mention.span, entity.id))
    for extraction in extractions:
        names = Placed(sorted(named[extraction.document.id]), lambda name: name[0])
        masked = mask_values(extraction)
        rivals = Counter(kind_of(m.value) for m in extraction.mentions if is_comparable(m.value))
        for claim in extraction.claims:
            sentence = extraction.sentences[claim.sentence].span
            around = names.inside(sentence)
            values = [m for m in extraction.mentions_in(sentence) if isinstance(m.value, Quantity | Time)]
            for frame in claim.frames:
                if isinstance(frame.mention.value, Quantity | Time) and not _spoken(frame.mention, extraction):
                    value = Value(frame, claim)
                    texts = texts_of(value, masked[claim.sentence])
                    yield candidate(value, extraction, around, values, texts, rivals)


def _spoken(mention: Mention, extraction: Extraction) -> bool:
    """Whether it is a "yesterday" inside a quotation, which counts from the day of speaking, not of printing."""
    deictic = isinstance(mention.value, Time) and mention.value.deictic
    return deictic and any(q.span.contains(mention.span) for q in extraction.quotations_at(mention.span))


def by_kind(candidates: Sequence[Candidate]) -> dict[Kind, list[int]]:
    """Rows by the kinds that can be compared at all: a count never meets a sum of money."""
    rows: dict[Kind, list[int]] = defaultdict(list)
    for i, item in enumerate(candidates):
        value = item.value.mention.value
        if isinstance(value, Time):
            rows["time", "clock" if value.clock else ""].append(i)
        elif isinstance(value, Quantity) and value.kind != "ordinal":
            rows["quantity", f"{value.kind} {value.unit}"].append(i)
    return rows


def _fact(  # noqa: PLR0913, PLR0917 — what there is to say of one
    number: int, kind: FactKind, cohesion: float, members: Sequence[Candidate], vectors: Vectors, copies: Copies
) -> Fact:
    centre = members[int(np.argmax(vectors @ vectors.mean(axis=0)))]
    values = [member.value for member in members]
    more = [copy for value in values for copy in copies.get(_key(value), ())] if copies else []
    return Fact(
        id=f"f{number}",
        kind=kind,
        label=centre.label,
        values=tuple(sorted([*values, *more], key=lambda v: (v.mention.span, v.claim.id)) if more else values),
        cohesion=probability(kind, cohesion),
    )
