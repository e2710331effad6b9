"""An act that one article tells whole, or one way, and another nearly, or the other way: claims alike but for a word.

"Nearly destroyed" takes back what "destroyed" says; who walked into the shop did not walk out of it. Which act
it was and who took part must be the same, and neither article may tell both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from claimcheck.align.contradictions_base import Contradiction
from claimcheck.align.contradictions_claims import AGENTIVE, Stated, between, contradiction, is_single, may_clash
from claimcheck.compare.words import word_set
from claimcheck.types import Token

_NEARLY = word_set("nearly almost partially partly narrowly")
# What is nearly doubled is doubled in round numbers.
_NUMERIC = word_set("double triple treble quadruple halve reach total cost last be have get become make take seem")
# Ways that exclude each other, by the preposition before one and the same thing.
_WAYS: Mapping[str, tuple[str, str]] = {
    "into": ("boundary", "in"),
    "inside": ("boundary", "in"),
    "out of": ("boundary", "out"),
    "outside": ("boundary", "out"),
    "toward": ("bearing", "to"),
    "towards": ("bearing", "to"),
    "away from": ("bearing", "from"),
    "with": ("company", "with"),
    "without": ("company", "without"),
    "for": ("side", "for"),
    "in favor of": ("side", "for"),
    "in favour of": ("side", "for"),
    "against": ("side", "against"),
}
_SIDED = word_set("vote rule argue decide testify campaign speak demonstrate protest lobby rally")  # for or against

Acted = tuple[Stated, str, str]  # a claim, its way, and the words that show it


def find_nearly(stated: Sequence[Stated]) -> Iterator[Contradiction]:
    """One act on one thing that an article says nearly or partly happened, and another that it did."""
    short: dict[tuple[str, str], list[tuple[Stated, str]]] = defaultdict(list)
    whole: dict[tuple[str, str], list[tuple[Stated, str]]] = defaultdict(list)
    for claim in stated:
        verb = _verb(claim)
        if verb is None or claim.predicate in _NUMERIC:
            continue
        limits = [t for t in claim.own if t.head == verb.i and t.text.lower() in _NEARLY]
        for key in claim.roles.get("patient", claim.roles.get("agent", frozenset())):
            words = between(claim, *sorted((limits[0], verb), key=lambda t: t.i)) if limits else verb.text
            (short if limits else whole)[claim.predicate, key].append((claim, words))
    for act, claims in short.items():
        both = {c.document for c, _ in claims} & {c.document for c, _ in whole[act]}
        for (a, here), (b, there) in product(claims, whole[act]):
            if not {a.document, b.document} & both and may_clash(a, b) and _is_one(act[1], a, b):
                yield contradiction("limited", f"“{here}” says less than “{there}”.", (a, here), (b, there))


def find_ways(stated: Sequence[Stated]) -> Iterator[Contradiction]:
    """One act by one party that goes into a thing in one article and out of it in another."""
    found: dict[tuple[str, str, str, str], list[Acted]] = defaultdict(list)
    for claim in stated:
        for scale, way, key, words in _ways(claim):
            for role in AGENTIVE & claim.roles.keys():
                for actor in claim.roles[role]:
                    found[claim.predicate, actor, scale, key].append((claim, way, words))
    for (_, actor, _, key), items in found.items():
        ways = {way: {c.document for c, w, _ in items if w == way} for _, way, _ in items}
        if len(ways) != 2 or set.intersection(*ways.values()):
            continue  # an article that tells both tells of two acts
        first, second = sorted(ways)
        sides = ([item for item in items if item[1] == way] for way in (first, second))
        for (a, _, here), (b, _, there) in product(*sides):
            if may_clash(a, b) and is_single(a, key) and is_single(b, key) and actor != key:
                yield contradiction("opposed", f"“{here}” and “{there}” exclude each other.", (a, here), (b, there))


def _is_one(key: str, a: Stated, b: Stated) -> bool:
    return is_single(a, key) and is_single(b, key)


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
        if scale and verb is not None and first.head == verb.i and _tells(scale, verb):
            yield scale, way, thing.lemma.lower(), between(stated, first, thing)


def _tells(scale: str, verb: Token) -> bool:
    """Whether a side of the scale excludes the other with this verb: who went in may have gone out later."""
    if scale == "side":
        return verb.lemma.lower() in _SIDED
    return scale != "boundary" or verb.tag == "VBG"


def _opening(tokens: Sequence[Token], preposition: Token) -> Token:
    """The first word of a preposition of two or three words: "out of", "in favour of"."""
    for size in (2, 1):
        start = preposition.i - size
        if start >= 0 and " ".join(t.text.lower() for t in tokens[start : preposition.i + 1]) in _WAYS:
            return tokens[start]
    return preposition
