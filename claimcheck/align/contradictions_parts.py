"""Claims of one thing that cannot both be true, in whatever words: by the parts they are made of.

An outcome against its opposite ("the appeal was upheld" / "overturned"), equipped well against ill, the same
act with agent and patient changed over, a thing that one article takes part of back, and two causes
of one effect. All that the claims say beside the clash must agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product
from typing import TypeVar

from claimcheck.align.contradictions_base import Contradiction, Side
from claimcheck.align.contradictions_claims import (
    AGENTIVE,
    TIMES,
    Stated,
    between,
    contradiction,
    is_entity,
    is_single,
    may_clash,
    printed,
    under,
)
from claimcheck.compare.opposites import LEVELS, STATES, opposition, outcomes
from claimcheck.compare.words import word_set
from claimcheck.types import Token

T = TypeVar("T")

# ------------------------------------------------------------------- an outcome against its opposite


def find_outcomes(stated: Sequence[Stated]) -> Iterator[Contradiction]:
    """Claims of one participant that come out on two sides of one scale."""
    found: dict[tuple[str, str], list[tuple[Stated, str, str]]] = defaultdict(list)
    for claim in stated:
        for word, role in _outcome_words(claim):
            for place in outcomes().get(word, ()):
                if not (place.follows or place.kind):
                    for key in claim.roles.get(role, ()):
                        found[place.scale, key].append((claim, word, role))
    for (scale, key), items in found.items():
        for (a, x, role), (b, y, other) in _opposed(items, [word for _, word, _ in items], _are_outcomes):
            if not may_clash(a, b) or _differ(a, b, {role, other}):
                continue
            if _is_enough(scale, key, a, b):
                yield _come_out(a, printed(a, x), b, printed(b, y))


def _opposed(items: Sequence[T], words: Sequence[str], exclude: Callable[[str, str], bool]) -> Iterator[tuple[T, T]]:
    """The pairs of items whose words exclude each other, in order; the words are compared once for all claims."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row, word in enumerate(words):
        rows[word].append(row)
    pairs = [(i, j) for x, y in product(rows, repeat=2) if exclude(x, y) for i, j in product(rows[x], rows[y]) if i < j]
    yield from ((items[i], items[j]) for i, j in sorted(pairs))


def _are_outcomes(x: str, y: str) -> bool:
    return opposition(x, y, "VERB") is not None


def _is_enough(scale: str, key: str, a: Stated, b: Stated) -> bool:
    """Whether the participant is ground enough: where more than a state is told, more must be the same."""
    if scale in STATES:  # of several things some may be in one state and some in the other
        return is_single(a, key) and is_single(b, key)
    if scale in LEVELS and is_entity(key):  # people rise to their feet and fall out of favour
        return False
    return bool({k for _, k in a.parts} & {k for _, k in b.parts} - {key})


def find_attributes(stated: Sequence[Stated]) -> Iterator[Contradiction]:
    """What is said of one participant with a form of "be", and its antonym."""
    found: dict[str, list[tuple[Stated, str]]] = defaultdict(list)
    for claim in stated:
        for role, word in claim.parts:
            if role == "attribute" and claim.predicate == "be":
                for key in claim.roles.get("agent", ()):
                    found[key].append((claim, word))
    for key, items in found.items():
        for (a, x), (b, y) in _opposed(items, [word for _, word in items], _are_attributes):
            if may_clash(a, b) and is_single(a, key) and is_single(b, key):
                yield _come_out(a, printed(a, x), b, printed(b, y))


def _are_attributes(x: str, y: str) -> bool:
    clash = opposition(x, y, "ADJ") or opposition(x, y, "NOUN")
    return clash is not None and not any(place.kind or place.follows for place in outcomes().get(x, ()))


def _come_out(a: Stated, here: str, b: Stated, there: str) -> Contradiction:
    return contradiction("outcome", f"“{here}” and “{there}” cannot both be true of it.", (a, here), (b, there))


# Verbs whose outcome is their subject's, not their object's: who wins a game, who survives a crash.
_BY_SUBJECT = word_set("win lose survive attend skip boycott miss resign quit succeed fail")


def _outcome_words(stated: Stated) -> Iterator[tuple[str, str]]:
    """The words of a claim that may stand on a scale, each with the role of what they are said of."""
    subject = "patient" if "patient" in stated.roles else "agent"
    yield from ((a.head.casefold(), subject) for a in stated.claim.arguments if a.role == "attribute")
    if stated.claim.predicate == stated.predicate:  # "turn down" is no "turn"
        yield stated.predicate, "agent" if stated.predicate in _BY_SUBJECT else subject


def _differ(a: Stated, b: Stated, subjects: set[str]) -> bool:
    """Whether another participant of both is not the same: another agent rejects what one has approved."""
    left_out = TIMES | subjects | {"attribute"}
    return any(role in b.roles and not keys & b.roles[role] for role, keys in a.roles.items() if role not in left_out)


# ------------------------------------------------------------------- the same act, agent and patient changed over


def find_swapped(stated: Sequence[Stated]) -> Iterator[Contradiction]:
    """Two named parties of one act, each once its agent and once its patient."""
    by_predicate: dict[str, list[Stated]] = defaultdict(list)
    for claim in stated:
        if {"agent", "patient"} <= claim.roles.keys():
            by_predicate[claim.predicate].append(claim)
    for items in by_predicate.values():
        for a, b in _changed_over(items):
            still = a.roles["agent"] & b.roles["agent"] or a.roles["patient"] & b.roles["patient"]
            if not still and may_clash(a, b):
                reason = "Who did it and whom it was done to have changed places."
                yield contradiction("swapped", reason, (a, _turned(a)), (b, _turned(b)))


def _changed_over(items: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """The pairs, in order, of which each has an agent that is a patient of the other."""
    acts: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row, claim in enumerate(items):
        for act in product(claim.roles["agent"], claim.roles["patient"]):
            acts[act].append(row)
    pairs = {(i, j) for (x, y), rows in acts.items() for i, j in product(rows, acts.get((y, x), ())) if i < j}
    yield from ((items[i], items[j]) for i, j in sorted(pairs))


def _turned(stated: Stated) -> str:
    sides = {a.role: a.text for a in stated.claim.arguments if a.role in AGENTIVE}
    return f"{sides.get('agent', '')} {stated.claim.predicate} {sides.get('patient', '')}"


# ------------------------------------------------------------------- one act, with a thing of another kind


def find_kinds(stated: Sequence[Stated]) -> Iterator[Contradiction]:
    """The same act by and on the same, with a rifle here and a pistol there; each article knows its own alone."""
    found: dict[tuple[str, str, str], list[tuple[Stated, str]]] = defaultdict(list)
    for claim in stated:
        for role, key in claim.parts:
            for place in outcomes().get(key, ()):
                if place.kind:
                    found[claim.claim.predicate, role, place.scale].append((claim, key))
    for (_, role, _), items in found.items():
        for (a, x), (b, y) in combinations(items, 2):
            others = {part for part in a.parts & b.parts if part[0] != role}
            enough = len(others) > 1 and AGENTIVE & {other for other, _ in others}
            if enough and _are_kinds(x, y) and may_clash(a, b) and y not in a.vocabulary and x not in b.vocabulary:
                here, there = printed(a, x), printed(b, y)
                yield contradiction("kind", f"“{here}” and “{there}” are two kinds.", (a, here), (b, there))


def _are_kinds(x: str, y: str) -> bool:
    return any(p.scale == q.scale and p.side != q.side for p in outcomes()[x] for q in outcomes()[y])


# ------------------------------------------------------------------- stopped under way against kept from beginning


def find_onsets(stated: Sequence[Stated]) -> Iterator[Contradiction]:
    """One act that was halted, so it had begun, and was prevented, so it had not."""
    found = [(s, verb, act, names) for s in stated for verb, act, names in _onsets(s)]
    verbs = [verb.lemma for _, verb, _, _ in found]
    for (a, x, act, names), (b, y, other, others) in _opposed(found, verbs, _are_onsets):
        if act.lemma.lower() == other.lemma.lower() and names & others and a.document != b.document:
            reason = f"What was halted had begun, what was prevented had not: “{x.text}”, “{y.text}”."
            sides = (Side(between(s, v, n), (under(s, v),)) for s, v, n in ((a, x, act), (b, y, other)))
            first, second = sorted(sides, key=lambda side: side.spans[0])
            yield Contradiction("outcome", first, second, 0.5, reason)


def _are_onsets(x: str, y: str) -> bool:
    clash = opposition(x, y, "VERB")
    return clash is not None and clash.scale == "onset"


def _onsets(stated: Stated) -> Iterator[tuple[Token, Token, frozenset[str]]]:
    """Each verb of the kind with the act under it and the names in its clause."""
    tree = stated.tree
    for verb in stated.own:
        if verb.pos == "VERB" and any(o.scale == "onset" for o in outcomes().get(verb.lemma.lower(), ())):
            names = frozenset(tree.tokens[i].lemma for i in tree.subtree(verb.i) if tree.tokens[i].pos == "PROPN")
            acts = [c for p in tree.all_children(verb.i, "prep") for c in tree.all_children(p, "pcomp")]
            for act in (*tree.all_children(verb.i, "dobj"), *acts):
                yield verb, tree.tokens[act], names - {tree.tokens[act].lemma}


# ------------------------------------------------------------------- well against ill


_WELL = word_set("well fully adequately sufficiently properly")
_ILL = word_set("ill poorly badly insufficiently inadequately improperly under")
_PARTICIPLES = frozenset({"VBN", "VBD", "JJ"})
_BEHIND = 3  # words at most from the adverb to what it qualifies


def find_degrees(stated: Sequence[Stated]) -> Iterator[Contradiction]:
    """One participle with "well" in one article and with "ill" in another."""
    found: dict[str, list[tuple[Stated, Token, Token, bool]]] = defaultdict(list)
    for claim in stated:
        for adverb, participle in _qualified(claim):
            found[participle.text.lower()].append((claim, adverb, participle, adverb.text.lower() in _WELL))
    for items in found.values():
        sides = [{c.document for c, _, _, well in items if well is side} for side in (True, False)]
        if sides[0] & sides[1] or not all(sides):
            continue  # an article that says both tells two people or two times apart
        for (a, x, v, well), (b, y, w, other) in combinations(items, 2):
            if well != other and a.document != b.document:
                here, there = f"{x.text} {v.text}", f"{y.text} {w.text}"
                reason = f"“{here}” and “{there}” cannot both be true."
                yield contradiction("degree", reason, (a, here), (b, there))


def _qualified(stated: Stated) -> Iterator[tuple[Token, Token]]:
    """Each "well" or "ill" of a claim with the participle directly behind it."""
    for adverb in stated.own:
        head = stated.tree.tokens[adverb.head]
        if adverb.text.lower() in _WELL | _ILL and head.tag in _PARTICIPLES and 0 < head.i - adverb.i <= _BEHIND:
            yield adverb, head


# ------------------------------------------------------------------- a thing that one article takes part of back


_LIMITS = word_set("former attempted partial abortive aborted failed disused mock fake replica")
_EMPTY = word_set("be have become remain")  # what somebody was and is are matters of dates


def find_limited(stated: Sequence[Stated]) -> Iterator[Contradiction]:
    """The same act on the same thing, which one article calls former, attempted or partial."""
    limited: list[tuple[Stated, Token, Token, str]] = []
    flat: dict[tuple[str, str, str], list[tuple[Stated, Token]]] = defaultdict(list)
    for claim in stated:
        for role, head in _heads(claim) if claim.predicate not in _EMPTY else ():
            limit = _limit(claim, head)
            if limit is not None:
                limited.append((claim, limit, head, role))
            else:
                flat[claim.predicate, role, head.lemma.lower()].append((claim, head))
    for a, limit, head, role in limited:
        for b, other in flat[a.predicate, role, head.lemma.lower()]:
            if _modifiers(a, head) & _modifiers(b, other) and may_clash(a, b, voices=False):
                reason = f"“{limit.text}” takes part of it back, and the other article says it flatly."
                yield contradiction("limited", reason, (a, f"{limit.text} {head.text}"), (b, other.text))


def _heads(stated: Stated) -> Iterator[tuple[str, Token]]:
    start = stated.extraction.sentences[stated.claim.sentence].span.start
    for argument in stated.claim.arguments:
        inside = stated.tree.starting(argument.span.start - start, argument.span.end - start)
        head = next((t for t in reversed(inside) if t.lemma.casefold() == argument.head.casefold()), None)
        if head is not None and head.pos == "NOUN":
            yield argument.role, head


def _limit(stated: Stated, head: Token) -> Token | None:
    children = (stated.tree.tokens[c] for c in stated.tree.children[head.i])
    return next((t for t in children if t.text.lower() in _LIMITS and t.dep == "amod"), None)


def _modifiers(stated: Stated, head: Token) -> frozenset[str]:
    children = (stated.tree.tokens[c] for c in stated.tree.children[head.i])
    return frozenset(t.lemma.lower() for t in children if t.dep in {"amod", "compound", "nmod"}) - _LIMITS
