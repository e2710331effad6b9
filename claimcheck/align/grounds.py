"""When a hedged word of one claim and a word of another say the same, so that the hedge is all that differs.

Likeness of whole sentences is a poor ground here, so each ground asks for a part of the
statement that both share: the predicate with its arguments, the phrase of a noun, the
effect that a verb brings about, or most of the words of content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.align.assertions import Assertion
from claimcheck.compare.senses import CAUSING, WORSENING, noun_sense
from claimcheck.compare.word_classes import PERSON, same_stem
from claimcheck.compare.words import frequency, word_set
from claimcheck.extract.hedges import Hedge, is_open
from claimcheck.extract.voice import SAYING
from claimcheck.types import Claim, Quantity, Token

# Dice coefficient of the words of content from which a claim says the same of the hedged word; a noun says more by
# itself than a verb.
_LIKE = 0.5
_LIKE_NOUN = 0.4
_LIKE_EMPTY = 0.6
_LIKE_WHOLE = 0.75  # for short claims with a pronoun where the other has a noun
_LIKE_ANY = 0.55  # for claims that are not of one fact by their vectors
_SHARED_ANY = 4  # words of content that these must share
_SHARED_LEAST = 2  # a claim that shares the hedged word alone says nothing of the same
_EMPTY = word_set("be have do make get take go say tell")
_COMPLEMENTS = word_set("attr acomp advmod prt")
_OTHER = word_set("prior previous earlier former another second other")
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_RAREST = 3.6  # below which one argument in common is enough: "handcuffed the officers"
_RARE = 4.4  # Zipf frequency below which a verb without an object says by itself what happened
# When something happened does not say what happened.
_TIMES = word_set(
    "today yesterday tomorrow night day morning afternoon evening week weekend month year hour minute a.m. p.m. time "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How many words of content two claims share, how much of both that is, and whether one holds all of the other."""

    shared: int
    dice: float  # Dice coefficient of the words
    whole: bool


def likeness(a: Assertion, b: Assertion) -> Likeness:
    """How much of what two claims say is the same."""
    x, y = a.content, b.content
    shared = len(x & y)
    return Likeness(shared, 2 * shared / (len(x) + len(y)) if x or y else 0.0, shared == min(len(x), len(y)))


def keys(stated: Assertion, i: int) -> Iterator[str]:
    """What a word shares with all that can say the same: its meaning, and for "be" what is said of its subject."""
    if stated.all_tokens[i].lemma.lower() == "be":
        yield from (f"be {said}" for said in sorted(_said_by(stated, i)))
    else:
        yield stated.sense(i)


def meeting(hedged: Assertion, hedge: Hedge, flat: Assertion) -> tuple[Token, Token] | None:
    """The hedged word and the word of the other claim that says the same without the hedge; None without one."""
    like = likeness(hedged, flat)
    one_fact = bool(flat.fact) and hedged.fact == flat.fact
    if (like.shared < _SHARED_LEAST and not one_fact) or hedged.negated != flat.negated:
        return None
    for i in hedge.heads:
        head = hedged.all_tokens[i]
        for token in _counterparts(hedged, head, flat):
            if _is_grounded(hedged, head, flat, token, like) and _same_complement(hedged, head, flat, token):
                return head, token
    return None


def _counterparts(hedged: Assertion, head: Token, flat: Assertion) -> Iterator[Token]:
    """The words of the flat claim that mean the same as the hedged one, the same word first."""
    sense = hedged.sense(head.i)
    same = [t for t in flat.tokens if flat.sense(t.i) == sense and _is_same(head, t, flat)]
    yield from sorted(same, key=lambda t: (t.lemma.lower() != head.lemma.lower(), t.i))


def _is_same(a: Token, b: Token, flat: Assertion) -> bool:
    """Whether `b` is used as `a` is: not a part of a compound, not "another" or "a previous" one."""
    verbs = (a.pos in _VERBS, b.pos in _VERBS)
    if verbs[0] != verbs[1] or (b.dep == "compound") != (a.dep == "compound"):
        return False
    if (verbs[1] and is_open(flat.tree, b.i)) or _is_spoken_about(flat, b):
        return False
    return not any(flat.all_tokens[c].lemma.lower() in _OTHER for c in flat.tree.children[b.i])


def _is_spoken_about(flat: Assertion, noun: Token) -> bool:
    """Whether a noun is what is talked about, and not said to be: "talked about a trial in another court"."""
    return noun.dep == "pobj" and flat.all_tokens[noun.head].text.lower() == "about"


def _is_grounded(hedged: Assertion, head: Token, flat: Assertion, token: Token, like: Likeness) -> bool:
    """Whether both words are used to say the same thing."""
    if like.shared >= _SHARED_ANY and (like.whole or like.dice >= _LIKE_ANY):
        return True
    if _same_effect(hedged, head, flat, token) or _is_all(head, token, like):
        return True
    if head.lemma.lower() != token.lemma.lower():
        return like.dice >= _LIKE and len(_core(hedged, head) & _core(flat, token)) > 1
    one_fact = bool(flat.fact) and hedged.fact == flat.fact
    return (
        (one_fact and like.dice >= _least(head))
        or _same_core(hedged, head, flat, token)
        or _same_phrase(hedged, head, flat, token)
    )


def _is_all(head: Token, token: Token, like: Likeness) -> bool:
    """Whether the one claim says little more than the other: "it is treated as potentially suspicious"."""
    alike = like.whole and like.dice >= _LIKE_WHOLE and head.lemma.lower() == token.lemma.lower()
    return alike and head.pos not in _NOUNS and head.lemma.lower() not in _EMPTY


def _least(head: Token) -> float:
    if head.lemma.lower() in _EMPTY:
        return _LIKE_EMPTY
    return _LIKE_NOUN if head.pos in _NOUNS else _LIKE


# ------------------------------------------------------------------- the predicate with its arguments


def _same_core(hedged: Assertion, head: Token, flat: Assertion, token: Token) -> bool:
    """Whether both words are predicates with the same subject and another argument in common."""
    if head.pos != "VERB" or head.lemma.lower() in _EMPTY:
        return False
    if frequency(head.lemma) < _RAREST and _core(hedged, head) & _core(flat, token):
        return True
    cores = [_arguments(s, t) for s, t in ((hedged, head), (flat, token))]
    shared = _folded(cores[0]) & _folded(cores[1])
    if len(shared) + _same_sum(hedged.claim, flat.claim) > 1 and {role for role, _ in shared} & {"agent", "patient"}:
        return True
    return _same_actor(head, *cores)


def _arguments(stated: Assertion, token: Token) -> set[tuple[str, str]]:
    """The arguments of a claim whose predicate the word is, each as its role and head."""
    if stated.claim.predicate.split(" ")[0] != token.lemma.lower():
        return set()
    return {
        (a.role, a.head.casefold() if a.head.islower() else a.head) for a in stated.claim.arguments if len(a.head) > 1
    }


def _folded(arguments: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(role, head.casefold()) for role, head in arguments}


def _core(stated: Assertion, token: Token) -> set[tuple[str, str]]:
    """The arguments that say what happened: no pronouns, and not the time."""
    said = _folded(_arguments(stated, token))
    return {(role, noun_sense(head)) for role, head in said if head not in PERSON and head not in _TIMES}


def _same_sum(a: Claim, b: Claim) -> bool:
    """Whether both name one sum or measure, which no two claims with one predicate do by chance."""
    sums = [
        {(v.unit, v.low, v.high) for m in claim.mentions for v in (m.value,) if isinstance(v, Quantity) and v.unit}
        for claim in (a, b)
    ]
    return bool(sums[0] & sums[1])


def _same_actor(head: Token, hedged: set[tuple[str, str]], flat: set[tuple[str, str]]) -> bool:
    """Whether somebody named did what a rare verb says by itself: "reportedly apologized", "apologized"."""
    named = {name for role, name in hedged & flat if role == "agent" and name[:1].isupper()}
    whole = all(role != "patient" for role, _ in hedged | flat)
    lemma = head.lemma.lower()
    return bool(named) and whole and lemma not in SAYING and frequency(lemma) < _RARE


def _same_complement(hedged: Assertion, head: Token, flat: Assertion, token: Token) -> bool:
    """For "be": whether both say the same of their subject."""
    if head.lemma.lower() != "be":
        return True
    return bool(_said_by(hedged, head.i) & _said_by(flat, token.i))


def _said_by(stated: Assertion, be: int) -> set[str]:
    return {stated.all_tokens[c].lemma.lower() for c in stated.tree.all_children(be, *_COMPLEMENTS)}


# ------------------------------------------------------------------- the phrase of a noun, the effect of a verb


def _same_phrase(hedged: Assertion, head: Token, flat: Assertion, token: Token) -> bool:
    """Whether two nouns have the same complement: "alleged demands for loyalty", "demands for aides' loyalty"."""
    if head.pos not in _NOUNS or token.pos not in _NOUNS:
        return False
    return bool(_complements(hedged, head.i) & _complements(flat, token.i))


def _complements(stated: Assertion, noun: int) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for prep in stated.tree.all_children(noun, "prep"):
        below = (stated.all_tokens[i] for i in stated.tree.all_children(prep, "pobj"))
        found.update((stated.all_tokens[prep].text.lower(), stated.sense(t.i)) for t in below if t.pos in _NOUNS)
    return found


def _same_effect(hedged: Assertion, head: Token, flat: Assertion, token: Token) -> bool:
    """Whether both verbs bring the same about, for which the sentences name a thing in common."""
    if head.pos != "VERB" or token.pos != "VERB" or hedged.sense(head.i) not in {CAUSING, WORSENING}:
        return False
    effects = _effects(hedged, head.i) & _effects(flat, token.i)
    if not effects:
        return False
    rest = [
        {t.lemma.lower() for t in s.all_tokens if t.pos in _NOUNS or t.pos == "VERB"} - effects for s in (hedged, flat)
    ]
    verbs = {head.lemma.lower(), token.lemma.lower()}
    return any(same_stem(x, y) for x in rest[0] - verbs for y in rest[1] - verbs)


def _effects(stated: Assertion, verb: int) -> set[str]:
    """What a verb changes or brings about, by what it means."""
    tree = stated.tree
    found = tree.all_children(verb, "dobj", "nsubjpass")
    for prep in tree.all_children(verb, "prep"):
        if tree.tokens[prep].text.lower() in {"to", "in"}:
            found += tree.all_children(prep, "pobj")
    found = found or tree.all_children(verb, "nsubj")
    nouns = (tree.tokens[c] for i in found for c in tree.conjuncts(i))
    return {stated.sense(t.i) for t in nouns if t.pos in _NOUNS}
