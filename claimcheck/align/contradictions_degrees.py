"""An act that one article tells whole, or one way, and another nearly, or the other way: claims alike but for a word.

"Nearly destroyed" takes back what "destroyed" says; who was walking into the shop was not walking out of it. Which
act it was and who took part must be the same, and neither article may tell both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from claimcheck.align.contradictions_base import Contradiction
from claimcheck.align.contradictions_claims import (
    Stated,
    between,
    contradiction,
    is_entity,
    is_single,
    may_clash,
)
from claimcheck.compare.words import word_set
from claimcheck.types import Time, Token

_NEARLY = word_set("nearly almost partially partly")
# Acts that go some way or all the way. What somebody nearly did once he may have done another time, and "partly funded"
# is funded.
_EXTENT = word_set(
    "destroy demolish flatten raze level gut wreck ruin burn collapse sink flood submerge engulf bury melt"
)
# Ways that exclude each other, by the preposition before one and the same thing.
_WAYS: Mapping[str, tuple[str, str]] = {
    "into": ("boundary", "in"),
    "out of": ("boundary", "out"),
    "for": ("side", "for"),
    "in favor of": ("side", "for"),
    "in favour of": ("side", "for"),
    "against": ("side", "against"),
}
_SIDED = word_set("vote rule")  # for or against
_WHERE = word_set("in on at during")

Acted = tuple[Stated, str, str]  # a claim, its way, and the words that show it


def find_nearly(stated: Sequence[Stated]) -> Iterator[Contradiction]:
    """One act on one thing that an article says nearly or partly happened, and another that it did."""
    short: dict[tuple[str, str], list[tuple[Stated, str]]] = defaultdict(list)
    whole: dict[tuple[str, str], list[tuple[Stated, str]]] = defaultdict(list)
    for claim in stated:
        verb = _verb(claim)
        if verb is None or claim.predicate not in _EXTENT:
            continue
        limits = [t for t in claim.own if t.head == verb.i and t.text.lower() in _NEARLY]
        if any(limit.i > verb.i for limit in limits):
            continue  # "burned partly because of the wind"
        for key in claim.roles.get("patient", claim.roles.get("agent", frozenset())):
            words = between(claim, limits[0], verb) if limits else verb.text
            (short if limits else whole)[claim.predicate, key].append((claim, words))
    for act, claims in short.items():
        both = {c.document for c, _ in claims} & {c.document for c, _ in whole[act]}
        for (a, here), (b, there) in product(claims, whole[act]):
            single = is_single(a, act[1]) and is_single(b, act[1])
            if single and not {a.document, b.document} & both and may_clash(a, b):
                yield contradiction("limited", f"“{here}” says less than “{there}”.", (a, here), (b, there))


def find_ways(stated: Sequence[Stated]) -> Iterator[Contradiction]:
    """One act by one party that goes into a thing in one article and out of it in another."""
    found: dict[tuple[str, str, str, str], list[Acted]] = defaultdict(list)
    for claim in stated:
        for scale, way, key, words in _ways(claim):
            for actor in _actors(claim):
                found[claim.predicate, actor, scale, key].append((claim, way, words))
    for (_, _, scale, key), items in found.items():
        ways = {way: {c.document for c, w, _ in items if w == way} for _, way, _ in items}
        if len(ways) != 2 or set.intersection(*ways.values()):
            continue  # an article that tells both tells of two acts
        first, second = sorted(ways)
        sides = ([item for item in items if item[1] == way] for way in (first, second))
        for (a, _, here), (b, _, there) in product(*sides):
            if may_clash(a, b) and is_single(a, key) and is_single(b, key) and _is_one_setting(scale, a, b):
                yield contradiction("opposed", f"“{here}” and “{there}” exclude each other.", (a, here), (b, there))


def _actors(stated: Stated) -> frozenset[str]:
    """The parties of a claim that have a name and are one each: of a group some may do this and some that."""
    agents = {a.head for a in stated.claim.arguments if a.role == "agent"}
    one = any(t.text in agents and t.tag == "NNP" for t in stated.own)
    return frozenset(key for key in stated.roles.get("agent", ()) if one and is_entity(key))


def _is_one_setting(scale: str, a: Stated, b: Stated) -> bool:
    """Whether neither claim says where it was and the other not; a shop's address is no other shop."""
    return scale == "boundary" or _setting(a) == _setting(b)


def _setting(stated: Stated) -> frozenset[str]:
    """Where a claim says it was, dates apart: a vote in committee is not the one on the floor."""
    times = {w for m in stated.claim.mentions if isinstance(m.value, Time) for w in m.text.casefold().split()}
    return frozenset(key for role, key in stated.parts if role in _WHERE and key not in times)


def _verb(stated: Stated) -> Token | None:
    """The token of a claim's predicate."""
    return next((t for t in stated.own if t.pos == "VERB" and t.lemma.lower() == stated.claim.predicate), None)


def _ways(stated: Stated) -> Iterator[tuple[str, str, str, str]]:
    """The scales of a claim on which it takes a side: scale, side, lemma of the thing, and the words."""
    verb, tokens = _verb(stated), stated.tree.tokens
    for token in stated.own if verb is not None else ():
        thing = next((tokens[c] for c in stated.tree.all_children(token.i, "pobj")), None)
        if thing is None or thing.pos not in ("NOUN", "PROPN"):
            continue
        first = _opening(tokens, token)
        name = " ".join(t.text.lower() for t in tokens[first.i : token.i + 1])
        scale, way = _WAYS.get(name, ("", ""))
        if scale and verb is not None and first.head == verb.i and _tells(stated, scale, verb):
            yield scale, way, thing.lemma.lower(), between(stated, first, thing)


def _tells(stated: Stated, scale: str, verb: Token) -> bool:
    """Whether a side of the scale excludes the other with this verb: who went in may have gone out later."""
    if scale == "side":
        return verb.lemma.lower() in _SIDED
    helped = stated.tree.all_children(verb.i, "aux")
    return verb.tag == "VBG" and any(stated.tree.tokens[c].text.lower() in ("was", "were") for c in helped)


def _opening(tokens: Sequence[Token], preposition: Token) -> Token:
    """The first word of a preposition of two or three words: "out of", "in favour of"."""
    for size in (2, 1):
        start = preposition.i - size
        if start >= 0 and " ".join(t.text.lower() for t in tokens[start : preposition.i + 1]) in _WAYS:
            return tokens[start]
    return preposition
