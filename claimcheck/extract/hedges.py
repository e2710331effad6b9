"""Words that make less than certain what they stand with: which word of a sentence they are about.

"Reportedly arrived", "possibly two children", "potentially suspicious", "is believed to
have been injured", "it is thought that", "may have started", "may lead to", "did not know of
any threats". Each hedge is tied to the word
it hedges, so that it can be seen whether another article says the same word without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.compare.senses import CAUSING, verb_sense
from claimcheck.compare.words import word_set
from claimcheck.extract.trees import Tree
from claimcheck.types import Certainty, Parse, Token


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedging phrase as tokens `first` to `last`, the tokens it is about, and what it makes of them."""

    first: int
    last: int
    heads: tuple[int, ...]
    certainty: Certainty


def _table(**groups: str) -> dict[str, Certainty]:
    certainties: dict[str, Certainty] = {
        "reported": "reported",
        "alleged": "alleged",
        "likely": "likely",
        "possible": "possible",
    }
    return {word: certainties[kind] for kind, text in groups.items() for word in text.split()}


# Adverbs and adjectives. "Likely" before "to" and "possible" with "if" speak of the future and are told apart below.
_MODIFIERS = _table(
    reported="reportedly apparently seemingly unconfirmed unverified reported rumored rumoured",
    alleged="allegedly purportedly supposedly ostensibly alleged suspected purported reputed supposed unsubstantiated "
    "unproven",
    likely="probably likely presumably presumed probable apparent",
    possible="possibly perhaps maybe potentially conceivably possible potential feared",
)
# "Is believed to", "it is thought that".
_RAISING = _table(
    reported="believe think say report understand rumor rumour presume",
    alleged="allege suspect",
    possible="fear",
)
_DEEMED = word_set("fear presume believe think suspect")  # also with a bare adjective: "feared dead"
_SEEMING = word_set("seem appear")
_MODALS = word_set("may might")
_KNOWING = word_set("know aware learn hear")
_OPEN = word_set("will would 'll 'd can could shall should must wo")
# Nouns that stand for what follows them: "a possible case of arson", "possibly a couple of children".
_LIGHT = word_set("case act couple number group pair handful kind sort form cause")


# "Authorities believe the fire was set": somebody holds it for true, nobody says that it is.
_HOLDING = word_set("believe think suspect presume assume fear suggest")
# "It is likely that the fire was set".
_PROBABLE = _table(likely="likely probable", possible="possible conceivable")
# "Unconfirmed reports that the general had been arrested".
_TALK = _table(
    reported="report reports rumor rumors rumour rumours speculation",
    alleged="allegation allegations accusation accusations claim claims suspicion suspicions",
)
_SIGNS = frozenset(
    {*_MODIFIERS, *_RAISING, *_SEEMING, *_MODALS, *_KNOWING, *_HOLDING, *_PROBABLE, *_TALK, "claim", "could"}
)


def find_hedges(parse: Parse) -> tuple[Hedge, ...]:
    """The hedges of a sentence, in text order."""
    if not any(t.text.lower() in _SIGNS or t.lemma.lower() in _SIGNS for t in parse.tokens):
        return ()
    tree = Tree(parse)
    found = (*_modifiers(tree), *_raised(tree), *_probable(tree), *_talked(tree), *_modals(tree), *_unheard(tree))
    return tuple(sorted(found, key=lambda h: (h.first, h.last)))


def _modifiers(tree: Tree) -> Iterator[Hedge]:
    for token in tree.tokens:
        certainty = _MODIFIERS.get(token.text.lower())
        # It precedes what it hedges: in "lost possibly the best game" the parser hangs it from the verb.
        if certainty is not None and token.dep in {"advmod", "amod", "npadvmod"} and token.head > token.i:
            head = tree.tokens[token.head]
            generic = token.text.lower() == "potential" and head.tag == "NNS"  # "potential jurors" are no jurors yet
            sum_ = head.pos == "NUM" and head.dep != "nummod"
            if not (generic or sum_ or (is_open(tree, head.i) and not _brings_about(head))):
                heads = (*_meant(tree, head.i), *_joined_verbs(tree, head.i))
                yield Hedge(token.i, token.i, heads, certainty)


def _joined_verbs(tree: Tree, head: int) -> tuple[int, ...]:
    """The verbs that share the subject of a hedged one, and its hedge: "allegedly shot and killed"."""
    if tree.tokens[head].pos != "VERB":
        return ()
    return tuple(
        c for c in tree.conjuncts(head) if c != head and tree.tokens[c].pos == "VERB" and tree.subject(c) is None
    )


def is_open(tree: Tree, verb: int) -> bool:
    """Whether a verb tells no fact: an infinitive, or after "will", "would", "can", "could"."""
    auxiliaries = tree.all_children(verb, "aux")
    return any(tree.tokens[c].tag == "TO" or tree.tokens[c].text.lower() in _OPEN for c in auxiliaries)


def _meant(tree: Tree, head: int) -> tuple[int, ...]:
    """The hedged word; of a number what it counts, for a noun or a verb that stands for what follows it, that too."""
    if tree.tokens[head].pos == "NUM" and tree.tokens[head].dep == "nummod":
        head = tree.tokens[head].head
    found = [head]
    if tree.tokens[head].lemma.lower() in _LIGHT:
        for c in tree.all_children(head, "prep"):
            found += [inner for inner in tree.all_children(c, "pobj") if tree.tokens[c].text.lower() == "of"]
    if _brings_about(tree.tokens[head]):  # "probably caused divides to widen"
        found += tree.all_children(head, "ccomp", "xcomp")
    return tuple(found)


def _brings_about(token: Token) -> bool:
    return token.pos == "VERB" and verb_sense(token.lemma.lower()) == CAUSING


def _raised(tree: Tree) -> Iterator[Hedge]:
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if token.pos not in {"VERB", "AUX"}:
            continue
        if lemma in _HOLDING and _is_held(tree, token.i):
            yield Hedge(token.i, token.i, tuple(tree.all_children(token.i, "ccomp")[:1]), "likely")
        elif lemma in _RAISING and _is_passive(tree, token.i):
            yield from (Hedge(token.i, token.i, (c,), _RAISING[lemma]) for c in _below_passive(tree, token)[:1])
        elif lemma in _SEEMING or lemma == "claim":
            below = [c for c in tree.all_children(token.i, "xcomp", "ccomp") if c > token.i][:1]
            if lemma == "claim":  # "claims to have captured the town"
                yield from (Hedge(token.i, token.i, (c,), "alleged") for c in below if _is_perfect_infinitive(tree, c))
            elif below and (_is_impersonal(tree, token.i) or tree.infinitive(below[0])):
                yield Hedge(token.i, token.i, tuple(below), "likely")


def _below_passive(tree: Tree, verb: Token) -> list[int]:
    """What is believed, thought, said: the infinitive, the clause after "it", the adjective in "feared dead"."""
    lemma = verb.lemma.lower()
    clauses = [c for c in tree.all_children(verb.i, "xcomp", "ccomp") if c > verb.i]
    found = [c for c in clauses if tree.infinitive(c) or (_is_impersonal(tree, verb.i) and lemma != "say")]
    return found or (tree.all_children(verb.i, "oprd") if lemma in _DEEMED else [])


def _is_impersonal(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].text.lower() == "it" for c in tree.all_children(verb, "nsubj", "nsubjpass", "expl"))


def _is_perfect_infinitive(tree: Tree, verb: int) -> bool:
    return tree.infinitive(verb) and _is_perfect(tree, verb)


def _is_perfect(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].text.lower() == "have" for c in tree.all_children(verb, "aux"))


def _probable(tree: Tree) -> Iterator[Hedge]:
    """ "It is likely that the fire was set", "is likely to have been set": what is past, not what is to come."""
    for token in tree.tokens:
        certainty = _PROBABLE.get(token.lemma.lower())
        if certainty is None or token.dep != "acomp" or tree.child(token.head, "neg") is not None:
            continue
        clauses = tree.all_children(token.head, "ccomp") if _is_impersonal(tree, token.head) else []
        told = [c for c in clauses if c > token.i and not is_open(tree, c)]
        told += [c for c in tree.all_children(token.i, "xcomp", "ccomp") if _is_perfect_infinitive(tree, c)]
        yield from (Hedge(token.i, token.i, (c,), certainty) for c in told[:1])


def _talked(tree: Tree) -> Iterator[Hedge]:
    """ "Reports that the general had been arrested"; the parser takes some such clauses for relative ones."""
    for token in tree.tokens:
        certainty = _TALK.get(token.text.lower())
        if certainty is not None and token.pos == "NOUN":
            for c in tree.all_children(token.i, "acl", "relcl"):
                if _says_what(tree, c):
                    yield Hedge(token.i, token.i, (c,), certainty)


def _says_what(tree: Tree, verb: int) -> bool:
    """Whether "that" opens the clause of a verb and is no part of it: a verb with two objects has "that" for one."""
    that = [c for c in tree.children[verb] if tree.tokens[c].text.lower() == "that"]
    whole = tree.subject(verb) not in (None, *that) and len(tree.all_children(verb, "dobj")) > 1
    return any(tree.tokens[c].dep == "mark" or whole for c in that)


def _is_held(tree: Tree, i: int) -> bool:
    """Whether somebody named or described, not the speaker, believes the clause under the verb."""
    subject = tree.subject(i)
    held = tree.child(i, "ccomp") is not None and tree.child(i, "neg", "auxpass") is None
    return held and subject is not None and tree.tokens[subject].pos in {"NOUN", "PROPN"}


def _is_passive(tree: Tree, i: int) -> bool:
    return tree.child(i, "auxpass") is not None or (
        tree.tokens[i].tag == "VBN" and tree.tokens[i].dep in {"acl", "advcl"}
    )


def _modals(tree: Tree) -> Iterator[Hedge]:
    """ "May have started": a possibility about the past, which is either so or not; "may lead to": about an effect."""
    for token in tree.tokens:
        word, verb = token.text.lower(), tree.tokens[token.head]
        if token.dep != "aux" or word not in _MODALS | {"could"}:
            continue
        perfect = _is_perfect(tree, verb.i) and verb.tag in {"VBN", "VBD"}
        if word == "could":  # "could have been set"; "could have died" is what did not happen
            possible = perfect and tree.child(verb.i, "auxpass") is not None
        else:
            possible = perfect or _brings_about(verb)
        if possible:
            yield Hedge(token.i, token.i, (verb.i,), "possible")


def _unheard(tree: Tree) -> Iterator[Hedge]:
    """ "Did not know of any threats": whoever says that does not say that there were none."""
    for token in tree.tokens:
        if token.lemma.lower() not in _KNOWING:
            continue
        verb = token.head if token.pos == "ADJ" else token.i
        negations = tree.all_children(verb, "neg")
        for prep in tree.all_children(token.i, "prep") if negations else ():
            for noun in tree.all_children(prep, "pobj"):
                if any(tree.tokens[c].text.lower() == "any" for c in tree.all_children(noun, "det")):
                    yield Hedge(negations[0], prep, (noun,), "unknown")
