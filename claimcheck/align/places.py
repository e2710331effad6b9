"""Places that stand in one slot of one statement: where the articles say that the same thing happened.

Two places are set against each other only if their sentences are alike with the place left
open, and neither sentence names the other's place. How alike they must be depends on what
else is known: less for a place that one article alone names, more for places of which the
gazetteer cannot say whether they are two. Least of all is asked where the event has a home, a place
that most articles name, and an article names nothing there or around it, but a place elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from claimcheck.align.candidates import Candidate, embed_candidates
from claimcheck.align.pairing import others, runs, window
from claimcheck.align.place_finding import Place, find_places
from claimcheck.align.place_pairs import Bounds, Setting, worth_comparing
from claimcheck.compare.places import are_one_or_within, compare_places, name_one_another
from claimcheck.protocols import Embedder
from claimcheck.types import Entity, Extraction, Fact

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
_STRANGE = 2  # articles at most name the other place
_SOME = 0.2  # of the words around two places, below which no home of the event is asked after
_SURE = 1 + 1e-4  # what no cosine exceeds, rounding included
_BOUNDS = Bounds(any=COPIED, known=ALIKE, lone=ALIKE_LONE, run=_RUN)

Pair = tuple[int, int]


def group_places(
    extractions: Sequence[Extraction], entities: Sequence[Entity], embedder: Embedder, *, first: int
) -> tuple[Fact, ...]:
    """The facts whose place the articles give differently, numbered from `first`, in order of first mention."""
    found = tuple(find_places(extractions, entities))
    contested = _contested(found)
    if not _disputes(_viable(contested), embedder)[0]:
        return ()
    owners = {place.entity for place in contested}
    places = tuple(place for place in found if place.entity in owners)  # with what supports or explains a dispute
    disputed, likeness = _disputes(places, embedder)
    groups = _joined(disputed)
    return tuple(_fact(n, places, group, disputed, likeness) for n, group in enumerate(groups, first))


def _disputes(places: Sequence[Place], embedder: Embedder) -> tuple[list[Pair], Likeness]:
    """The pairs in dispute, given these places alone, and how alike the sentences are."""
    likeness, given = Likeness(places, embedder), _given(places)
    bounds = replace(_BOUNDS, near=_NEAR, near_lone=_NEAR_LONE, near_home=_NEAR_HOME)
    pairs = sorted(worth_comparing([_setting(place) for place in places], bounds, likeness.vectors))
    return [pair for pair in pairs if _is_disputed(places, pair, likeness, given)], likeness


def _contested(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places that may be in dispute, as far as can be told without embedding them."""
    contested: set[int] = set()
    for i, j in worth_comparing([_setting(place, text="") for place in places], replace(_BOUNDS, some=_SOME)):
        if compare_places(places[i].name, places[j].name).relation in ("conflict", "unrelated"):
            contested |= {i, j}
    return tuple(places[i] for i in sorted(contested))


def _viable(places: Sequence[Place]) -> tuple[Place, ...]:
    """Of these places, those in dispute if all sentences meant the same, and those that could settle it."""
    given, viable = _given(places), set[int]()
    for pair in worth_comparing([_setting(place, text="") for place in places], _BOUNDS):
        a, b = (places[i] for i in pair)
        if _is_ground(a, b, _alike(a.candidate, b.candidate, _SURE), _SURE):
            viable.update(pair, *(given.get(key, ()) for key in ((a.document, b.entity), (b.document, a.entity))))
    return tuple(places[i] for i in sorted(viable))


def _given(places: Sequence[Place]) -> Mapping[tuple[str, str], Sequence[int]]:
    """Where each document gives each entity."""
    given: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, place in enumerate(places):
        given[place.document, place.entity].append(i)
    return given


def _setting(p: Place, *, text: str | None = None) -> Setting:
    c, strange = p.candidate, len(p.named_in) <= _STRANGE
    embedded = p.sentence if text is None else text
    return Setting(p.document, p.entity, p.is_place, p.named_in, c.before, c.after, p.is_home, strange, embedded)


class Likeness:
    """How alike the sentences of places are, by the numbers of the places."""

    def __init__(self, places: Sequence[Place], embedder: Embedder) -> None:
        self._places = places
        candidates = [place.candidate for place in places]
        self.vectors = embed_candidates(candidates, embedder, only=("sentence",))["sentence"] if places else None
        codes: dict[object, int] = {}  # copies of a sentence have one
        self._codes = [
            codes.setdefault((place.sentence, c.before, c.after, c.others), len(codes))
            for place, c in zip(places, candidates, strict=True)
        ]
        self._known: dict[Pair, tuple[float, float]] = {}

    def __call__(self, i: int, j: int) -> tuple[float, float]:
        """The likeness and the cosine of two sentences of two documents; none where they are not near each other."""
        a, b = self._places[min(i, j)], self._places[max(i, j)]
        if self.vectors is None or a.document == b.document:
            return 0.0, 0.0
        codes = self._codes[min(i, j)], self._codes[max(i, j)]
        if codes not in self._known:
            cosine = float(self.vectors[min(i, j)] @ self.vectors[max(i, j)])
            near = cosine >= _NEAR
            self._known[codes] = (_alike(a.candidate, b.candidate, cosine), cosine) if near else (0.0, 0.0)
        return self._known[codes]


def _alike(a: Candidate, b: Candidate, cosine: float) -> float:
    """How alike two sentences are but for the place: their sense, the words near it and those next to it."""
    return cosine + window(a, b) + 0.5 * runs(a, b) - 0.4 * others(a, b)["other_clash"]


def _is_disputed(
    places: Sequence[Place], pair: Pair, likeness: Likeness, given: Mapping[tuple[str, str], Sequence[int]]
) -> bool:
    score, cosine = likeness(*pair)
    return _is_ground(places[pair[0]], places[pair[1]], score, cosine) and not any(
        # Whether either document gives the other's place in a sentence that is about as like.
        likeness(i, y)[0] >= score - _BETTER
        for x, y in (pair, pair[::-1])
        for i in given.get((places[x].document, places[y].entity), ())
    )


def _is_ground(a: Place, b: Place, score: float, cosine: float) -> bool:
    """Whether so much likeness sets two places against each other; more likeness never makes less of a ground."""
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
    return enough


def _names_both(a: Place, b: Place) -> bool:
    """Whether the sentence of `a` alone also names the place of `b`, or one that holds it or lies in it."""
    return _is_among(a.beside - b.beside, b.name.text)


@lru_cache(maxsize=1 << 16)  # every pair of copies asks again
def _is_among(names: frozenset[str], place: str) -> bool:
    return any(are_one_or_within(name, place) for name in names)


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
    return not _is_among(a.around, b.name.text) and not _names_both(b, a)


def _joined(pairs: Sequence[Pair]) -> list[frozenset[int]]:
    """Pairs that share a place as one group, in order of their first places."""
    groups: dict[int, set[int]] = {}
    for i, j in pairs:
        here, there = groups.setdefault(i, {i}), groups.setdefault(j, {j})
        if here is not there:
            here, there = sorted((here, there), key=len)
            there |= here
            groups.update(dict.fromkeys(here, there))
    return sorted({frozenset(group) for group in groups.values()}, key=min)


def _fact(
    number: int, places: Sequence[Place], group: frozenset[int], disputed: Sequence[Pair], likeness: Likeness
) -> Fact:
    entities = {places[i].entity for i in group}
    supporting = {
        k
        for k, place in enumerate(places)
        if place.entity in entities and any(likeness(i, k)[0] >= _SUPPORTS for i in group)
    }
    members = sorted(group | supporting)
    best = max(likeness(*pair)[0] for pair in disputed if group.issuperset(pair))
    return Fact(
        id=f"f{number}",
        kind="place",
        label=places[min(group)].candidate.label,
        values=tuple(places[i].candidate.value for i in members),
        cohesion=min(1.0, 0.5 + best / (2 * MOST)),
    )
