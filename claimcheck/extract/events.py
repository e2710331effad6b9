"""Nouns that name an event: "the arrest of two men", "Friday's quake", "after dinner with seven leaders".

Three mechanisms, none of them a list of phrases: what "after", "before", "during"
govern happens; what a date stands directly under happens; and a noun derived from
a verb, with an argument of that verb, happens. The derivation is undone by suffix
rules checked against a vocabulary of verbs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.extract.lexicon import listed, words
from claimcheck.extract.trees import Tree

TEMPORAL = words("after before during following amid since until")
_TIME_WORDS = words(
    "day week month year hour minute second weekend night morning afternoon evening today yesterday tomorrow noon "
    "midnight time moment decade century spring summer autumn fall winter season monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august september october november "
    "december midday dawn dusk period era age date a.m. p.m. am pm"
)
_ARGUMENTS = words("of by against between")

# (suffix of the noun, what stands for it in the verb). Longer suffixes first.
_SUFFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ification", ("ify",)),
    ("uction", ("uct", "uce", "oy")),
    ("ription", ("ribe",)),
    ("eption", ("eive", "ept")),
    ("ention", ("ain", "ent", "ene")),
    ("ission", ("it", "ess")),
    ("ation", ("ate", "e", "", "y")),
    ("ition", ("e", "ish", "it")),
    ("ution", ("ute", "ve")),
    ("olution", ("olve",)),
    ("ction", ("ct",)),
    ("sion", ("d", "de", "t", "se", "s", "ge")),
    ("tion", ("t", "te", "e", "")),
    ("ment", ("", "e")),
    ("ance", ("", "e", "ate")),
    ("ence", ("", "e")),
    ("ture", ("t", "te")),
    ("ure", ("", "e")),
    ("fence", ("fend",)),
    ("fense", ("fend",)),
    ("ing", ("", "e")),
    ("al", ("", "e", "y")),
    ("ery", ("er", "", "e")),
    ("iage", ("y",)),
    ("age", ("", "e")),
    ("ry", ("re",)),
    ("y", ("e", "")),
)
# Derivations that no suffix undoes.
_IRREGULAR = {
    "death": "die", "flight": "fly", "birth": "bear", "growth": "grow", "loss": "lose", "sale": "sell",
    "speech": "speak", "trial": "try", "success": "succeed", "theft": "steal", "pursuit": "pursue",
    "complaint": "complain", "descent": "descend", "choice": "choose", "response": "respond", "gift": "give",
    "thought": "think", "marriage": "marry", "robbery": "rob", "injury": "injure", "departure": "depart",
    "seizure": "seize",
}  # fmt: skip
# Spelled like an event noun and mostly the result, the body or the state.
_STATES = words(
    "government statement building department apartment station nation region position condition information "
    "population organisation organization situation relation section mission tension dimension version pension "
    "mention attention document element moment instrument equipment environment parliament experience evidence "
    "science conference audience distance substance insurance agency city country county company family party "
    "body army industry policy energy money story day way century community university authority majority "
    "minority security hospital capital official material animal criminal general national page image village "
    "message language average feature picture nature future structure furniture figure measure thing king ring "
    "wing morning evening string spring ceiling sibling being feeling meaning anything something nothing "
    "everything question generation portion option fraction location institution constitution television vision "
    "administration association corporation foundation intelligence residence sentence management treatment "
    "movement argument apartment comment amount ministry territory history theory memory factory library battery "
    "country entry salary secretary category injury reality ability facility property quality quantity duty "
    "beauty daughter mother allegation accusation intention expectation suspicion proposal possibility"
)

# What stays when nothing happens, whatever date or "of" stands beside it: "2001's film", "a total of four".
_THINGS = words(
    "choice total collection term film movie book song album season budget model figure price level reason edition"
)
# Events that their verb, where there is one, does not do to anything: "a summit of leaders" summits nobody.
_OBJECTLESS = words(
    "summit dinner lunch breakfast conference briefing war quake storm coup campaign accident wedding parade game race "
    "tour trip festival concert match voyage battle riot party fire flood disaster tragedy ceremony birthday journey "
    "funeral premiere debut reception banquet match fight show outage trial"
)


def verbs() -> frozenset[str]:
    """The vocabulary of verbs that a derivation is checked against."""
    return listed("verbs.txt")


def zero_derived() -> frozenset[str]:
    """Nouns spelled like their verb that name what happened: "arrest", "attack"."""
    return listed("event_nouns.txt")


@cache
def verb_of(noun: str) -> str | None:
    """The verb that a noun is derived from; None when none is known."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun in _OBJECTLESS:
        return None
    if noun in zero_derived():
        return noun if noun in verbs() else None
    if noun in _STATES:
        return None
    return next((verb for verb in _stems(noun) if verb in verbs()), None)


def _stems(noun: str) -> Iterator[str]:
    for suffix, endings in _SUFFIXES:
        stem = noun.removesuffix(suffix)
        if stem == noun or len(stem) < 2:
            continue
        yield from (stem + ending for ending in endings)
        if len(stem) > 3 and stem[-1] == stem[-2]:  # "robbing" → "rob"
            yield stem[:-1]


def find_events(tree: Tree, times: Sequence[int] = ()) -> frozenset[int]:
    """The tokens of a sentence that name an event; `times` are the head tokens of its time mentions."""
    moments = frozenset(times)
    return frozenset(t.i for t in tree.tokens if t.pos == "NOUN" and _is_event(tree, t.i, moments))


def _is_event(tree: Tree, i: int, moments: frozenset[int]) -> bool:
    token = tree.tokens[i]
    lemma = token.lemma.lower()
    if i in moments or lemma in _TIME_WORDS or token.dep in {"compound", "nmod", "npadvmod", "amod", "appos", "ROOT"}:
        return False
    dependents = [c for c in tree.children[i] if tree.tokens[c].dep in {"prep", "poss", "compound", "amod", "agent"}]
    governor = tree.tokens[token.head]
    if token.dep == "pobj" and governor.text.lower() in TEMPORAL:
        return any(tree.tokens[c].dep in {"prep", "poss", "agent"} or c in moments for c in dependents)
    if lemma in _THINGS:
        return False
    if any(c in moments for c in dependents) and not _person(lemma):
        return True
    derived = verb_of(lemma) is not None or lemma in zero_derived()
    return derived and any(_argument(tree, c) for c in dependents)


def _person(lemma: str) -> bool:
    """Agent nouns are who, not what happened."""
    return lemma.endswith(("er", "or", "ist", "man", "woman", "people", "ian"))


def _argument(tree: Tree, c: int) -> bool:
    token = tree.tokens[c]
    if token.dep == "agent":
        return True
    if token.dep == "poss":
        return token.pos in {"PROPN", "NOUN"}
    return token.dep == "prep" and token.text.lower() in _ARGUMENTS
