"""Cuts a parsed sentence into units of one proposition each, and gives every token to one of them.

The labels are those of spaCy's English models (ClearNLP). A unit owns the words
that no deeper unit claims; what it shows of its neighbours is decided in `wording`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from claimcheck.extract.trees import Tree

UnitKind = Literal[
    "main",  # a root, or what the parser joined to it without a conjunction
    "conjunct",  # coordinated with the unit before it
    "content",  # what is said, thought, shown: "that NATO would agree"
    "adverbial",  # "after Belarus welcomed him", "if Wagner deploys"
    "relative",  # "who hosted the dinner"
    "participle",  # "killing four women", "the men arrested on Monday"
    "infinitive",  # "to protect all members"
    "gerund",  # "the risk of fighters being based there"
    "apposition",  # "Prigozhin, a former Kremlin ally"
    "event",  # "dinner with seven leaders", "the arrest of two men"
    "fragment",  # a sentence without a verb
]

# Verbs and adjectives that say how or whether, not what: the infinitive under them is the predicate.
RAISING = frozenset(
    "begin start continue cease stop keep fail manage seem appear tend happen prove remain go come get have need use "
    "expect believe think say report know allege suppose presume understand estimate rumour rumor schedule".split()
)
RAISING_ADJECTIVES = frozenset("likely unlikely certain sure set due able unable poised about bound scheduled".split())
# As governors of an infinitive these count only in the passive: "is expected to rise", not "expects to rise".
PASSIVE_ONLY = frozenset(
    "expect believe think say report know allege suppose presume understand estimate rumour rumor schedule".split()
)
CLAUSE_LABELS = {
    "ccomp": "content",
    "csubj": "content",
    "csubjpass": "content",
    "parataxis": "main",
    "relcl": "relative",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One proposition of a sentence, as indices of tokens.

    `top` is the token under which everything hangs, `head` the predicate: they differ
    after "failed to stop" (top "failed", head "stop") and "after agreeing" (top "after").
    `anchor` is the noun that a relative clause, participle or apposition says something
    of; `subject` the token of the subject, the unit's own or a carried one.
    """

    kind: UnitKind
    top: int
    head: int
    parent: int | None = None
    anchor: int | None = None
    subject: int | None = None
    carried: bool = False
    raising: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Segmentation:
    """A sentence's units in the order found (a parent before its children), and the owner of every token."""

    tree: Tree
    units: tuple[Unit, ...]
    owner: tuple[int, ...]

    def owned(self, unit: int) -> list[int]:
        """The tokens that belong to a unit and to no deeper one."""
        return [i for i, o in enumerate(self.owner) if o == unit]


def segment(tree: Tree, events: frozenset[int] = frozenset()) -> Segmentation:
    """Walk the tree from its roots down, opening a unit wherever a proposition begins."""
    units: list[Unit] = []
    owner = [0] * len(tree.tokens)
    opened: dict[int, int] = {}  # token that opens or heads a unit → index of the unit
    for i in tree.order:
        token = tree.tokens[i]
        parent = owner[token.head] if token.head != i else None
        unit = _open(tree, i, parent, units, opened, events)
        if unit is None:
            owner[i] = opened.get(i, parent if parent is not None else 0)
            continue
        number = len(units)
        units.append(_with_subject(tree, unit, units))
        owner[i] = number
        for j in {unit.top, *unit.raising, unit.head}:
            opened.setdefault(j, number)
    return Segmentation(tree, tuple(units), tuple(owner))


def _open(
    tree: Tree, i: int, parent: int | None, units: list[Unit], opened: dict[int, int], events: frozenset[int]
) -> Unit | None:
    """The unit that begins at this token, if one does."""
    token = tree.tokens[i]
    if i in opened:
        return None
    if parent is None:
        return _verbal_unit(tree, i, "main", None) if tree.verbal(i) else Unit("fragment", i, i)
    if token.dep == "appos" and token.pos in {"NOUN", "PROPN", "NUM"}:
        return Unit("apposition", i, i, parent, anchor=token.head)
    if token.dep == "prep" and (inner := tree.child(i, "pcomp")) is not None and tree.verbal(inner):
        return _prepositional(tree, i, inner, parent)
    if tree.verbal(i):
        return _clausal(tree, i, parent, opened)
    if i in events:
        return Unit("event", i, i, parent)
    return None


def _prepositional(tree: Tree, i: int, inner: int, parent: int) -> Unit:
    """A clause under a preposition: "after agreeing to a deal", "the risk of fighters being based"."""
    under_noun = tree.tokens[tree.tokens[i].head].pos in {"NOUN", "PROPN", "ADJ"}
    unit = _verbal_unit(tree, inner, "gerund" if under_noun else "participle", parent)
    return replace(unit, top=i)


def _clausal(tree: Tree, i: int, parent: int, opened: dict[int, int]) -> Unit | None:
    token = tree.tokens[i]
    head = token.head
    match token.dep:
        case "conj":
            heads_clause = head in opened or tree.subject(i) is not None or tree.child(i, "aux", "dobj") is not None
            return _verbal_unit(tree, i, "conjunct", parent) if heads_clause else None
        case "ccomp" | "csubj" | "csubjpass" | "parataxis" | "relcl":
            kind: UnitKind = CLAUSE_LABELS[token.dep]  # type: ignore[assignment]
            if token.dep == "ccomp" and tree.infinitive(i):
                kind = "infinitive"
            return replace(_verbal_unit(tree, i, kind, parent), anchor=head if kind == "relative" else None)
        case "acl":
            return replace(_verbal_unit(tree, i, _acl_kind(tree, i), parent), anchor=head)
        case "advcl":
            return _verbal_unit(tree, i, _advcl_kind(tree, i), parent)
        case "xcomp":
            return _verbal_unit(tree, i, "infinitive", parent) if tree.infinitive(i) or token.tag == "VBG" else None
        case _:
            return None


def _acl_kind(tree: Tree, i: int) -> UnitKind:
    if tree.subject(i) is not None or tree.child(i, "mark") is not None:
        return "content"
    return "infinitive" if tree.infinitive(i) else "participle"


def _advcl_kind(tree: Tree, i: int) -> UnitKind:
    if tree.subject(i) is not None:
        return "adverbial"
    if tree.infinitive(i):
        return "infinitive"
    return "participle" if tree.tokens[i].tag in {"VBG", "VBN"} else "adverbial"


def _verbal_unit(tree: Tree, i: int, kind: UnitKind, parent: int | None) -> Unit:
    """A unit whose predicate is the verb at `i`, or the infinitive that a raising verb hands on to."""
    raising: list[int] = []
    head = i
    while (inner := _raised(tree, head)) is not None:
        raising.append(head)
        head = inner
    return Unit(kind, i, head, parent, raising=tuple(raising))


def _raised(tree: Tree, i: int) -> int | None:
    """The infinitive that carries the meaning under "failed to", "is expected to", "is likely to"."""
    token = tree.tokens[i]
    inner = tree.child(i, "xcomp")
    if inner is None and token.lemma == "be":
        adjective = tree.child(i, "acomp")
        if adjective is None or tree.tokens[adjective].lemma not in RAISING_ADJECTIVES:
            return None
        inner = tree.child(adjective, "xcomp")
    elif token.lemma not in RAISING or (token.lemma in PASSIVE_ONLY and not tree.passive(i)):
        return None
    if inner is None or not tree.verbal(inner) or tree.tokens[inner].i < i:
        return None
    return inner if tree.infinitive(inner) or tree.tokens[inner].tag == "VBG" else None


def _with_subject(tree: Tree, unit: Unit, units: list[Unit]) -> Unit:
    """The unit with its subject: its own, its anchor, or the one of the unit it leans on."""
    own = tree.subject(unit.top) if unit.top != unit.head else None
    own = own if own is not None else tree.subject(unit.head)
    if unit.kind == "relative" and unit.anchor is not None and (own is None or _relative_pronoun(tree, own)):
        return replace(unit, subject=unit.anchor, carried=True) if own is not None else unit
    if own is not None:
        return replace(unit, subject=own)
    if unit.kind == "participle" and unit.anchor is not None:
        return replace(unit, subject=unit.anchor, carried=True)
    if unit.parent is None or unit.kind in {"content", "event", "apposition", "gerund"}:
        return unit
    if unit.kind == "infinitive" and unit.anchor is not None:
        return unit
    carried = _controller(tree, unit, units[unit.parent])
    return replace(unit, subject=carried, carried=carried is not None)


def _controller(tree: Tree, unit: Unit, parent: Unit) -> int | None:
    """Who does what the infinitive says: the object of "urged him to leave", else the subject of the parent."""
    if tree.tokens[unit.top].dep == "xcomp" and (patient := tree.child(parent.head, "dobj", "dative")) is not None:
        return patient
    return parent.subject


def _relative_pronoun(tree: Tree, i: int) -> bool:
    return tree.tokens[i].tag in {"WDT", "WP", "WP$"}
