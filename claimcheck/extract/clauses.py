"""Cuts a parsed sentence into units of one proposition each, and gives every token to one of them.

The labels are those of spaCy's English models (ClearNLP). A unit owns the words
that no deeper unit claims; what it shows of its neighbours is decided in `wording`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from claimcheck.extract.lexicon import words
from claimcheck.extract.trees import SUBJECTS, Tree

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

# Verbs that say how or whether, not what: the infinitive under them is the predicate. Passives
# ("is expected to rise", "was forced to leave") and adjectives ("is likely to rise") do so too.
RAISING = words(
    "begin start continue cease stop keep fail manage seem appear tend happen prove remain go come get have need use "
    "help"
)
# What commits someone to an act that has not happened: the infinitive under it is a claim of its own.
PLANNING = words(
    "plan hope want intend promise pledge vow threaten propose agree seek aim try attempt decide prepare offer expect "
    "refuse decline wish choose claim pretend swear volunteer undertake resolve opt"
)
# Nouns under which "of" with a gerund, or an infinitive, is a claim: "the risk of X being based there".
PROSPECTS = words(
    "risk danger possibility threat prospect chance fear charge suspicion allegation accusation count claim plan bid "
    "attempt effort proposal decision agreement deal promise pledge vow intention offer order move"
)
ADMITTING = words("deny admit report recall remember describe acknowledge consider suggest")
_FREE_RELATIVES = frozenset({"WP", "WRB", "WP$"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One proposition of a sentence, as indices of tokens.

    `top` is the token under which everything hangs, `head` the predicate: they differ
    after "failed to stop" (top "failed", head "stop") and "after agreeing" (top "after").
    `anchor` is the noun that a relative clause, participle or apposition says something
    of; `subject` the token of the subject, the unit's own or a carried one. `raising`
    are the verbs between `top` and `head`.
    """

    kind: UnitKind
    top: int
    head: int
    parent: int | None = None
    anchor: int | None = None
    subject: int | None = None
    carried: bool = False
    raising: tuple[int, ...] = ()
    base: UnitKind = "main"  # the kind; of a conjunct, the kind of what it is coordinated with


@dataclass(frozen=True, slots=True)
class Segmentation:
    """A sentence's units, a parent before its children, and which unit every token belongs to."""

    tree: Tree
    units: tuple[Unit, ...]
    owner: tuple[int, ...]  # of every token
    owned: tuple[tuple[int, ...], ...]  # of every unit: its tokens, those of deeper units left out
    children: tuple[tuple[int, ...], ...]  # of every unit: the units that hang from it


def segment(tree: Tree, events: frozenset[int] = frozenset(), inner: frozenset[int] = frozenset()) -> Segmentation:
    """Cut a sentence into units; `events` are the nouns that open one, `inner` the tokens that never do."""
    segmenter = _Segmenter(tree, events, inner)
    for i in tree.order:
        segmenter.visit(i)
    owned: list[list[int]] = [[] for _ in segmenter.units]
    children: list[list[int]] = [[] for _ in segmenter.units]
    for i, number in enumerate(segmenter.owner):
        owned[number].append(i)
    for number, unit in enumerate(segmenter.units):
        if unit.parent is not None:
            children[unit.parent].append(number)
    return Segmentation(
        tree=tree,
        units=tuple(segmenter.units),
        owner=tuple(segmenter.owner),
        owned=tuple(tuple(o) for o in owned),
        children=tuple(tuple(c) for c in children),
    )


class _Segmenter:
    """One walk from the roots down, opening a unit wherever a proposition begins."""

    def __init__(self, tree: Tree, events: frozenset[int], inner: frozenset[int]) -> None:
        self.tree = tree
        self.events = events
        self.inner = inner
        self.units: list[Unit] = []
        self.owner = [0] * len(tree.tokens)
        self.opened: dict[int, int] = {}  # token that opens, raises or heads a unit → that unit

    def visit(self, i: int) -> None:
        """Give a token to its unit; its head has been visited before it."""
        head = self.tree.tokens[i].head
        parent = self.owner[head] if head != i else None
        closed = i in self.opened or (i in self.inner and parent is not None)
        unit = None if closed else self._open(i, parent)
        if unit is None:
            self.owner[i] = self.opened.get(i, parent if parent is not None else 0)
            return
        number = len(self.units)
        outer = self.units[unit.parent] if unit.parent is not None else None
        unit = replace(unit, base=outer.base if outer is not None and unit.kind == "conjunct" else unit.kind)
        self.units.append(with_subject(self.tree, unit, self.units))
        self.owner[i] = number
        for j in {unit.top, *unit.raising, unit.head}:
            self.opened.setdefault(j, number)

    def _open(self, i: int, parent: int | None) -> Unit | None:
        """The unit that begins at this token, if one does."""
        tree, token = self.tree, self.tree.tokens[i]
        if parent is None:
            return verbal_unit(tree, i, "main", None) if tree.verbal(i) else Unit("fragment", i, i)
        if token.dep == "appos" and token.pos in {"NOUN", "PROPN", "NUM"}:
            if _listed_on(tree, i):
                return None
            return Unit("apposition", i, i, parent, anchor=token.head)
        if token.dep == "prep":
            return self._prepositional(i, parent)
        if tree.verbal(i):
            return self._clause(i, parent)
        return Unit("event", i, i, parent) if i in self.events else None

    def _prepositional(self, i: int, parent: int) -> Unit | None:
        """A clause under a preposition: "after agreeing to a deal", "the risk of fighters being based"."""
        tree = self.tree
        inner = tree.child(i, "pcomp")
        if inner is None or not tree.verbal(inner) or _free_relative(tree, inner):
            return None
        governor = tree.tokens[tree.tokens[i].head]
        if governor.pos in {"VERB", "AUX"}:
            return replace(verbal_unit(tree, inner, "participle", parent), top=i)
        if governor.lemma.lower() in PROSPECTS or tree.subject(inner) is not None:
            return replace(verbal_unit(tree, inner, "gerund", parent), top=i)
        return None

    def _clause(self, i: int, parent: int) -> Unit | None:
        """The unit of a verb below another token, by its label."""
        tree, token = self.tree, self.tree.tokens[i]
        match token.dep:
            case "conj":
                return self._conjunct(i, parent)
            case "acl":
                unit = verbal_unit(tree, i, _acl_kind(tree, i), parent)
                purpose = tree.tokens[token.head].lemma == "order"  # "in order to protect": the noun is empty
                return unit if purpose else replace(unit, anchor=token.head)
            case "relcl":
                return replace(verbal_unit(tree, i, "relative", parent), anchor=token.head)
            case "advcl" if token.tag == "VBN" and (noun := _trailing(tree, i)) is not None:
                return replace(verbal_unit(tree, i, "participle", parent), anchor=noun)
            case "advcl" | "ccomp" | "xcomp" | "parataxis":
                kind = _dependent_kind(tree, i)
                return verbal_unit(tree, i, kind, parent) if kind is not None else None
            case _:
                return None

    def _conjunct(self, i: int, parent: int) -> Unit | None:
        tree, token, outer = self.tree, self.tree.tokens[i], self.units[parent]
        if token.head not in self.opened and tree.subject(i) is None and tree.child(i, "aux", "dobj") is None:
            return None
        unit = verbal_unit(tree, i, "conjunct", parent)
        # "is due to sail on Monday and return on Friday": what raises the first verb raises the second
        shares = token.head == outer.head and not unit.raising and token.tag in {"VB", "VBG"}
        return replace(unit, raising=outer.raising) if shares and tree.subject(i) is None else unit


def _listed_on(tree: Tree, i: int) -> bool:
    """Whether the parser made an apposition of the next item of a list: "a judge, a reporter and a deputy".

    The items are common nouns with the same kind of determiner or none, and the last one comes after "and".
    """
    anchor = tree.tokens[tree.tokens[i].head]
    if anchor.pos != "NOUN" or tree.tokens[i].pos != "NOUN":
        return False
    last = i
    while (further := tree.child(last, "appos", "conj")) is not None and further > last:
        if tree.tokens[further].dep == "conj" and tree.child(last, "cc") is not None:
            return _determiner(tree, anchor.i) == _determiner(tree, i)
        last = further
    return False


def _determiner(tree: Tree, i: int) -> str:
    first = tree.child(i, "det", "poss")
    return "" if first is None else tree.tokens[first].dep + tree.tokens[first].lemma.lower().replace("an", "a")


def _dependent_kind(tree: Tree, i: int) -> UnitKind | None:
    """The kind of an adverbial or complement clause; None where it is part of what the verb above says."""
    token = tree.tokens[i]
    governor = tree.tokens[token.head].lemma.lower()
    if token.dep == "advcl":
        return _advcl_kind(tree, i)
    if token.dep == "parataxis":
        return "main"
    if tree.infinitive(i):
        return "infinitive" if governor in PLANNING else None
    if token.dep == "xcomp":
        return "content" if token.tag == "VBG" and governor in ADMITTING else None
    return None if _free_relative(tree, i) or _bare(tree, i) else "content"


def _trailing(tree: Tree, i: int) -> int | None:
    """The noun just before ", released Wednesday": the parser hangs such a participle on the verb."""
    first = min((c for c in tree.children[i] if tree.tokens[c].dep != "punct"), default=i)
    first = min(first, i)
    if tree.tokens[i].head > i or first < 2 or tree.child(i, *SUBJECTS, "mark", "aux") is not None:
        return None
    noun = tree.tokens[first - 2]
    return noun.i if tree.tokens[first - 1].text == "," and noun.pos in {"NOUN", "PROPN"} else None


def _free_relative(tree: Tree, i: int) -> bool:
    """ "what Putin suggested": a clause that stands for a thing, not a proposition."""
    return any(tree.tokens[c].tag in _FREE_RELATIVES for c in tree.children[i] if c < i)


def _bare(tree: Tree, i: int) -> bool:
    """ "let them go", "made him leave": part of what the verb above says."""
    return tree.tokens[i].tag == "VB" and tree.child(i, "aux", "mark") is None


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


def verbal_unit(tree: Tree, i: int, kind: UnitKind, parent: int | None) -> Unit:
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
    if token.lemma == "be" and _impersonal(tree, i):
        return None
    if inner is None and token.lemma == "be":
        adjective = tree.child(i, "acomp")
        inner = tree.child(adjective, "xcomp") if adjective is not None else None
    elif token.lemma != "be" and token.lemma.lower() not in RAISING and not tree.passive(i):
        return None
    if inner is None or not tree.verbal(inner) or inner < i:
        return None
    bare = token.lemma == "help" and tree.tokens[inner].tag == "VB"
    return inner if bare or tree.infinitive(inner) or tree.tokens[inner].tag == "VBG" else None


def _impersonal(tree: Tree, i: int) -> bool:
    """ "It is crucial to keep supporting Ukraine": no one is said to do it."""
    subject = tree.subject(i)
    return subject is None or tree.tokens[subject].text.lower() == "it"


def with_subject(tree: Tree, unit: Unit, units: list[Unit]) -> Unit:
    """The unit with its subject: its own, its anchor, or the one of the unit it leans on."""
    lent = unit.kind == "conjunct" and unit.top == unit.head  # what raises it is the first verb's
    verbs = (unit.top,) if lent else (unit.top, *unit.raising, unit.head)
    own = next((s for v in verbs if (s := tree.subject(v)) is not None), None)
    if unit.kind == "relative" and own is not None and tree.tokens[own].tag in {"WDT", "WP"}:
        return replace(unit, subject=unit.anchor, carried=True)
    if own is not None:
        return replace(unit, subject=own)
    if unit.kind == "participle" and unit.anchor is not None:
        return replace(unit, subject=unit.anchor, carried=True)
    leans = (
        unit.kind in {"conjunct", "adverbial", "participle"}
        or tree.tokens[unit.top].dep == "xcomp"
        or (unit.kind == "infinitive" and unit.anchor is None)
    )
    if unit.parent is None or not leans:
        return unit
    carried = _controller(tree, unit, units[unit.parent])
    return replace(unit, subject=carried, carried=carried is not None)


def _controller(tree: Tree, unit: Unit, parent: Unit) -> int | None:
    """Who does what the infinitive says: the object of "urged him to leave", else the subject of the parent."""
    if tree.tokens[unit.top].dep == "xcomp" and (patient := tree.child(parent.head, "dobj", "dative")) is not None:
        return patient
    top = tree.tokens[unit.top]
    if top.dep == "prep" and top.text.lower() in {"of", "from", "with"}:
        accused = tree.child(top.head, "dobj")  # "accused Sweden of harbouring", "prevented them from leaving"
        return accused if accused is not None else parent.subject
    return parent.subject


def raising_adjectives(tree: Tree, unit: Unit) -> list[int]:
    """The adjective between "is" and the infinitive in "is likely to rise"."""
    return [a for i in unit.raising if tree.tokens[i].lemma == "be" for a in tree.all_children(i, "acomp")]
