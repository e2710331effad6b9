"""Places that stand in one slot of one statement: where the articles say that the same thing happened.

Two places are set against each other only if their sentences are alike with the place left
open, and neither sentence names the other's place. How alike they must be depends on what
else is known: less for a place that one article alone names, more for places of which the
gazetteer cannot say whether they are two. Least of all is asked where the event has a home, a place
that most articles name, and an article names nothing there or around it, but a place elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from claimcheck.align.candidates import Candidate, candidate, embed_candidates
from claimcheck.align.pairing import features
from claimcheck.align.place_pairs import Bounds, Setting, worth_comparing
from claimcheck.compare.names import name_parts
from claimcheck.compare.places import compare_places, name_one_another
from claimcheck.protocols import Embedder, Vectors
from claimcheck.types import Claim, Entity, Extraction, Fact, Frame, Mention, Name, Quantity, Span, Time, Value

# How alike two sentences must be, 0 to `MOST`, for their places to be set against each other. Read off the
# events for tuning as they were printed: no places of two facts came above 1.3, above 1.1 where one article
# alone names the one, above 1.7 where the gazetteer does not know both.
ALIKE = 1.4
ALIKE_LONE = 1.0
COPIED = 1.85
MOST = 2.5
_SUPPORTS = 1.2  # from which the sentence of a third article supports one of the two
_BETTER = 0.5  # how much less alike the sentence of either article may be that gives the other's place
_NEAR = 0.5  # cosine of two sentences below which a pair is not looked at
_NEAR_LONE = 0.65
_RUN = 4  # words
# Where the event is at home. Of the events as they were printed no such pair came above a cosine of 0.67.
_ALIKE_HOME = 0.75
_NEAR_HOME = 0.7
_HOME_SHARE, _HOME_COUNT = 0.6, 4  # of the articles, and how many at least, name the home
_STRANGE = 2  # articles at most name the other place

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in its sentence, its entity, the documents that name it, and the other names of the sentence."""

    candidate: Candidate
    entity: str
    is_place: bool  # by the evidence of all articles
    named_in: frozenset[str]
    beside: tuple[Name, ...]
    is_home: bool = False  # whether most articles name it
    around: tuple[Name, ...] = ()  # every place that its document names

    @property
    def name(self) -> Name:
        """The place's name."""
        return name_of(self.candidate.value)

    @property
    def document(self) -> str:
        """The document it stands in."""
        return self.candidate.document


def name_of(value: Value) -> Name:
    """The name that a value of a place fact is."""
    name = value.mention.value
    if not isinstance(name, Name):
        raise TypeError(f"a place fact holds a {type(name).__name__}")
    return name


def group_places(
    extractions: Sequence[Extraction], entities: Sequence[Entity], embedder: Embedder, *, first: int
) -> tuple[Fact, ...]:
    """The facts whose place the articles give differently, numbered from `first`, in order of first mention."""
    found = tuple(find_places(extractions, entities))
    contested = _contested(found)
    if not _disputes(contested, embedder)[0]:
        return ()
    owners = {place.entity for place in contested}
    places = tuple(place for place in found if place.entity in owners)  # with what supports or explains a dispute
    disputed, likeness = _disputes(places, embedder)
    groups = _joined(disputed)
    return tuple(_fact(n, places, group, disputed, likeness) for n, group in enumerate(groups, first))


def _disputes(places: Sequence[Place], embedder: Embedder) -> tuple[list[Pair], dict[Pair, tuple[float, float]]]:
    """The pairs in dispute, given these places alone, and how alike the sentences are."""
    if not places:
        return [], {}
    likeness = _likeness(
        places, embed_candidates([p.candidate for p in places], embedder, only=("sentence",))["sentence"]
    )
    return [pair for pair in likeness if _is_disputed(places, pair, likeness)], likeness


def _contested(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places that may be in dispute, as far as can be told without embedding them."""
    settings = [
        Setting(
            p.document,
            p.entity,
            p.is_place,
            p.named_in,
            p.candidate.before,
            p.candidate.after,
            home=p.is_home,
            strange=len(p.named_in) <= _STRANGE,
        )
        for p in places
    ]
    bounds = Bounds(any=COPIED, known=ALIKE, lone=ALIKE_LONE, run=_RUN)
    contested: set[int] = set()
    for i, j in worth_comparing(settings, bounds):
        if compare_places(places[i].name, places[j].name).relation in ("conflict", "unrelated"):
            contested |= {i, j}
    return tuple(places[i] for i in sorted(contested))


def find_places(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> Iterator[Place]:
    """Every place that a claim gives, once, in text order."""
    owners = {mention.span: entity for entity in entities for mention in entity.mentions}
    families = {name_parts(e.name)[-1:] for e in entities if e.kind == "person" and len(name_parts(e.name)) > 1}
    many = max(_HOME_COUNT, _HOME_SHARE * len(extractions))
    for extraction in extractions:
        seen: set[Span] = set()
        around = tuple(m.value for m in extraction.mentions if m.kind == "place" and isinstance(m.value, Name))
        for claim in extraction.claims:
            for frame in claim.frames:
                mention = frame.mention
                named_place = mention.kind == "place" and name_parts(mention.text) not in families
                if named_place and mention.span not in seen and mention.span in owners:
                    seen.add(mention.span)
                    place = _place(frame, claim, extraction, owners)
                    yield replace(place, is_home=place.is_place and len(place.named_in) >= many, around=around)


def _place(frame: Frame, claim: Claim, extraction: Extraction, owners: Mapping[Span, Entity]) -> Place:
    mention, owner = frame.mention, owners[frame.mention.span]
    sentence = extraction.sentences[claim.sentence].span
    others = [m for m in extraction.mentions_in(sentence) if m.span != mention.span]
    around = [(m.span, owners[m.span].id) for m in others if m.span in owners]
    numbers = [m for m in others if isinstance(m.value, Quantity | Time)]
    found = candidate(Value(frame, claim), extraction, around, numbers)
    return Place(
        candidate=replace(found, texts=(("sentence", _left_open(extraction, sentence, mention)),)),
        entity=owner.id,
        is_place=owner.kind == "place",
        named_in=frozenset(m.span.document for m in owner.mentions),
        beside=tuple(m.value for m in others if isinstance(m.value, Name)),
    )


def _left_open(extraction: Extraction, sentence: Span, mention: Mention) -> str:
    text, hole = extraction.document.text, mention.span
    return " ".join(f"{text[sentence.start : hole.start]}there{text[hole.end : sentence.end]}".split())


def _likeness(places: Sequence[Place], vectors: Vectors) -> dict[Pair, tuple[float, float]]:
    """The likeness and the cosine of every pair of sentences of two documents that are near each other."""
    found: dict[Pair, tuple[float, float]] = {}
    near = np.argwhere(np.triu(vectors @ vectors.T, k=1) >= _NEAR)
    for i, j in near.tolist():
        if places[i].document != places[j].document:
            cosine = float(vectors[i] @ vectors[j])
            found[i, j] = _alike(places[i].candidate, places[j].candidate, cosine), cosine
    return found


def _alike(a: Candidate, b: Candidate, cosine: float) -> float:
    """How alike two sentences are but for the place: their sense, the words near it and those next to it."""
    similarity = dict.fromkeys(("passage", "claim", "sentence", "noun"), cosine)
    found = features(a, b, similarity)
    return cosine + found["window"] + 0.5 * found["runs"] - 0.4 * found["other_clash"]


def _is_disputed(places: Sequence[Place], pair: Pair, likeness: Mapping[Pair, tuple[float, float]]) -> bool:
    a, b = (places[i] for i in pair)
    score, cosine = likeness[pair]
    if score < _ALIKE_HOME or a.entity == b.entity:
        return False
    relation = compare_places(a.name, b.name).relation
    if relation == "conflict":
        copied = score >= COPIED and _next_to(a.candidate, b.candidate)
        known = a.is_place and b.is_place and not (_names_both(a, b) or _names_both(b, a))
        lone = score >= ALIKE_LONE and cosine >= _NEAR_LONE and (_is_lone(a, b) or _is_lone(b, a))
        apart = a.document not in b.named_in and b.document not in a.named_in
        enough = copied or (known and (score >= COPIED or (apart and (score >= ALIKE or lone))))
        enough = enough or (cosine >= _NEAR_HOME and (_is_away(a, b) or _is_away(b, a)))
    else:
        fresh = not (_names_both(a, b) or _names_both(b, a) or name_one_another(a.name, b.name))
        enough = relation == "unrelated" and score >= COPIED and fresh
    return enough and not any(_has_counterpart(places, x, y, likeness, score) for x, y in (pair, pair[::-1]))


def _names_both(a: Place, b: Place) -> bool:
    """Whether the sentence of `a` alone also names the place of `b`, or one that holds it or lies in it."""
    shared = {name.text for name in b.beside}
    return any(
        compare_places(other, b.name).relation in ("same", "compatible") or name_one_another(other, b.name)
        for other in a.beside
        if other.text not in shared
    )


def _next_to(a: Candidate, b: Candidate) -> bool:
    """Whether the words on one side of the two places are the same as far as they are looked at."""
    return (a.before[:_RUN] == b.before[:_RUN] and len(a.before) >= _RUN) or (
        a.after[:_RUN] == b.after[:_RUN] and len(a.after) >= _RUN
    )


def _is_lone(a: Place, b: Place) -> bool:
    """Whether one article alone names the place of `a`, and several that of `b`."""
    return len(a.named_in) == 1 and len(b.named_in) > 1


def _is_away(a: Place, b: Place) -> bool:
    """Whether `b` is where the event is at home, and the article of `a` names nothing there, but a strange place."""
    if not (b.is_home and a.is_place and len(a.named_in) <= _STRANGE):
        return False
    return not any(
        compare_places(other, b.name).relation in ("same", "compatible") or name_one_another(other, b.name)
        for other in a.around
    ) and not _names_both(b, a)


def _has_counterpart(
    places: Sequence[Place], x: int, y: int, likeness: Mapping[Pair, tuple[float, float]], score: float
) -> bool:
    """Whether the document of `x` gives the place of `y` in a sentence that is about as like that of `y`."""
    return any(
        p.entity == places[y].entity
        and p.document == places[x].document
        and likeness.get((min(i, y), max(i, y)), (0.0, 0.0))[0] >= score - _BETTER
        for i, p in enumerate(places)
    )


def _joined(pairs: Sequence[Pair]) -> list[frozenset[int]]:
    """Pairs that share a place as one group, in order of their first places."""
    groups: list[frozenset[int]] = []
    for pair in pairs:
        touching = [g for g in groups if g.intersection(pair)]
        groups = [g for g in groups if g not in touching] + [frozenset(pair).union(*touching)]
    return sorted(groups, key=min)


def _fact(
    number: int,
    places: Sequence[Place],
    group: frozenset[int],
    disputed: Sequence[Pair],
    likeness: Mapping[Pair, tuple[float, float]],
) -> Fact:
    entities = {places[i].entity for i in group}
    supporting = {
        k
        for pair, (score, _) in likeness.items()
        for i, k in (pair, pair[::-1])
        if i in group and places[k].entity in entities and score >= _SUPPORTS
    }
    members = sorted(group | supporting)
    best = max(likeness[pair][0] for pair in disputed if group.issuperset(pair))
    return Fact(
        id=f"f{number}",
        kind="place",
        label=places[min(group)].candidate.label,
        values=tuple(places[i].candidate.value for i in members),
        cohesion=min(1.0, 0.5 + best / (2 * MOST)),
    )
