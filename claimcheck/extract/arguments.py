"""The predicate of a unit and its arguments, in one shape whatever the syntax.

"police arrested X", "X was arrested by police" and "X's arrest by police" all
give the predicate "arrest" with agent "police" and patient "X".
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.clauses import Segmentation, Unit
from claimcheck.extract.events import verb_of
from claimcheck.extract.lexicon import words
from claimcheck.extract.trees import SUBJECTS, Tree
from claimcheck.extract.wording import named_last

_ROLES = {"dobj": "patient", "attr": "attribute", "acomp": "attribute", "oprd": "attribute", "dative": "to"}
MAX_ARGUMENTS = 60  # a sentence that goes on for pages is a list gone wrong
# Nouns that only measure or pick from what follows "of": the argument is the men in "two of the men".
PARTITIVES = words(
    "one two three some any many most all none both half each several few number group lot dozen score hundred "
    "thousand million billion majority couple pair series handful rest part kind sort total"
)
# Of these, "the arrival of X" names the one who does it; of other verbs, the one it is done to.
INTRANSITIVE = words(
    "arrive die depart return collapse explode erupt fall rise resign speak come go appear disappear escape fly "
    "march rebel act decide agree visit meet respond react retire withdraw crash sink protest strike grow decline "
    "increase drop vote move land emerge surrender revolt complain succeed fail exist live flow reside begin "
    "sleep participate"
)
# "X's arrest" is done to X; of other verbs, as in "Russia's invasion", X does it.
DONE_TO_PERSONS = words(
    "arrest murder kill assassinate execute release detain capture kidnap abduct rescue extradite appoint convict "
    "sentence remove dismiss bury imprison nominate deport expel oust hospitalise hospitalize shoot stab poison try "
    "jail slay indict acquit suspend promote elect inaugurate crown lynch torture beat rape"
)
_TIME_NOUNS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow tonight night morning afternoon evening noon "
    "midnight day week month year weekend hour minute decade summer winter spring autumn fall time"
)


def predicate(segmentation: Segmentation, number: int) -> str:
    """The lemma of what is said, with its particle; "be" for copulas, appositions and fragments."""
    tree, unit = segmentation.tree, segmentation.units[number]
    token = tree.tokens[unit.head]
    if unit.kind in {"apposition", "fragment"}:
        return "be"
    if unit.kind == "event":
        return verb_of(token.lemma.lower()) or token.lemma.lower()
    lemma = token.lemma.lower().strip("\"'.,;:-") or token.text.lower()
    particle = tree.child(unit.head, "prt")
    return f"{lemma} {tree.tokens[particle].lemma.lower()}" if particle is not None else lemma


def roles(segmentation: Segmentation, number: int) -> tuple[tuple[str, int], ...]:
    """Every argument as its role and the token of its head, coordinated ones apart, in text order."""
    tree, unit = segmentation.tree, segmentation.units[number]
    match unit.kind:
        case "apposition":
            names_first = not named_last(tree, unit)
            found = [("attribute" if names_first else "agent", unit.head), *_prepositions(tree, unit.head)]
            found += [("agent" if names_first else "attribute", unit.anchor)] if unit.anchor is not None else []
        case "event":
            found = list(_nominal(tree, unit))
        case "fragment":
            found = [("attribute", unit.head), *_prepositions(tree, unit.head)]
        case _:
            found = list(_verbal(segmentation, number))
    spread = {(role, i) for role, top in found for i in _conjuncts(tree, top)}
    return tuple(sorted(spread, key=lambda pair: (pair[1], pair[0])))[:MAX_ARGUMENTS]


def role_of(tree: Tree, unit: Unit, i: int) -> str:
    """The role of a token that stands directly under the predicate; "" when it is no argument."""
    token = tree.tokens[i]
    if token.dep in SUBJECTS:
        return _subject_role(tree, unit)
    if token.dep in _ROLES:
        return _ROLES[token.dep]
    if token.dep == "agent":
        return "agent"
    if token.dep in {"npadvmod", "nmod"} or (token.dep == "advmod" and token.pos in {"NOUN", "PROPN"}):
        return "on" if token.lemma.lower() in _TIME_NOUNS else "by"
    if token.dep in {"prep", "dative"} or (token.dep == "conj" and token.pos == "ADP"):
        return token.text.lower()
    return "on" if token.dep in {"compound", "poss"} and token.lemma.lower() in _TIME_NOUNS else ""


def head_lemma(tree: Tree, i: int) -> str:
    """The lemma that stands for an argument: of the men in "two of the men"; a proper name keeps its capital."""
    token = tree.tokens[i]
    if token.lemma.lower() in PARTITIVES or token.pos in {"NUM", "DET", "PRON"}:
        of = next((c for c in tree.all_children(i, "prep") if tree.tokens[c].text.lower() == "of"), None)
        inner = tree.child(of, "pobj") if of is not None else None
        if inner is not None:
            token = tree.tokens[inner]
    return token.lemma if token.pos == "PROPN" else token.lemma.lower()


def _verbal(segmentation: Segmentation, number: int) -> Iterator[tuple[str, int]]:
    tree, unit = segmentation.tree, segmentation.units[number]
    if unit.subject is not None and not _expletive(tree, unit):
        yield _subject_role(tree, unit), unit.subject
    if unit.kind == "relative" and unit.anchor is not None and unit.subject != unit.anchor:
        yield _antecedent_role(tree, unit), unit.anchor
    for verb in dict.fromkeys((*unit.raising, unit.head)):
        for c in _complements(segmentation, number, verb):
            role = role_of(tree, unit, c)
            inner = tree.child(c, "pobj") if tree.tokens[c].pos == "ADP" or tree.tokens[c].dep == "prep" else c
            if role and inner is not None and _inside(segmentation, number, inner):
                yield ("agent" if role == "attribute" and _expletive(tree, unit) else role), inner


def _complements(segmentation: Segmentation, number: int, verb: int) -> Iterator[int]:
    """What stands under a verb beside its subject, coordinated prepositions apart: "to Moscow and to Minsk"."""
    tree, unit = segmentation.tree, segmentation.units[number]
    for c in tree.children[verb]:
        token = tree.tokens[c]
        if token.dep in SUBJECTS or (verb != unit.head and token.dep == "acomp"):
            continue
        yield c
        yield from (j for j in tree.conjuncts(c) if j != c and tree.tokens[j].pos == "ADP" and token.pos == "ADP")


def _inside(segmentation: Segmentation, number: int, i: int) -> bool:
    """Whether a noun is the unit's own, or the head of an event that the unit mentions."""
    token = segmentation.tree.tokens[i]
    if token.tag in {"WDT", "WP", "WRB"} or (token.lemma == "order" and segmentation.tree.child(i, "acl") is not None):
        return False
    return segmentation.owner[i] == number or segmentation.units[segmentation.owner[i]].kind == "event"


def _expletive(tree: Tree, unit: Unit) -> bool:
    """ "There were 50 people": the people are the ones that are."""
    return tree.child(unit.head, "expl") is not None


def _subject_role(tree: Tree, unit: Unit) -> str:
    reduced = unit.kind == "participle" and unit.carried and tree.tokens[unit.head].tag == "VBN"
    return "patient" if tree.passive(unit.head) or reduced else "agent"


def _antecedent_role(tree: Tree, unit: Unit) -> str:
    """What the noun before a relative clause is inside it, when not its subject."""
    pronoun = next(
        (i for i in tree.subtree(unit.top) if tree.tokens[i].tag in {"WDT", "WP", "WRB"} and i < unit.head), None
    )
    if pronoun is None:
        return "patient"
    token = tree.tokens[pronoun]
    if token.dep == "pobj":
        return tree.tokens[token.head].lemma.lower()
    return {"where": "in", "when": "on"}.get(token.text.lower(), "patient")


def _nominal(tree: Tree, unit: Unit) -> Iterator[tuple[str, int]]:
    """The arguments of an event noun: possessive, "of", "by" and the other prepositions."""
    noun = unit.head
    verb = verb_of(tree.tokens[noun].lemma.lower())
    preps = list(_prepositions(tree, noun))
    of = any(role == "of" for role, _ in preps)
    for c in tree.all_children(noun, "poss", "compound", "npadvmod", "nmod"):
        if tree.tokens[c].lemma.lower() in _TIME_NOUNS:
            yield "on", c
        elif tree.tokens[c].dep == "poss":
            yield ("patient" if verb in DONE_TO_PERSONS and not of else "agent"), c
    for role, i in preps:
        if role == "of" and verb is not None:
            yield ("agent" if verb in INTRANSITIVE else "patient"), i
            # "the arrival of X in Belarus": the place belongs to the arrival, wherever the parser hangs it
            yield from ((r, j) for r, j in _prepositions(tree, i) if r != "of" and tree.tokens[i].pos == "PROPN")
        else:
            yield ("agent" if role == "by" and verb is not None else role), i


def _prepositions(tree: Tree, i: int) -> Iterator[tuple[str, int]]:
    for c in tree.all_children(i, "prep", "agent"):
        inner = tree.child(c, "pobj")
        if inner is not None and tree.tokens[inner].tag not in {"WDT", "WP"}:
            yield tree.tokens[c].text.lower(), inner


def _conjuncts(tree: Tree, i: int) -> list[int]:
    """An argument and what is coordinated with it, clauses left out."""
    return [j for j in tree.conjuncts(i) if j == i or not tree.verbal(j)]
