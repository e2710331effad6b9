"""What a unit shows: the pieces of the original it is made of, and a text that reads on its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.extract.clauses import Segmentation, Unit, raising_adjectives
from claimcheck.extract.trees import Tree
from claimcheck.extract.voice import reports

CONDITIONS = frozenset({"if", "unless", "whether", "provided"})
MAX_SHOWN = 60  # tokens; a longer unit is a list or a parse gone wrong, and its own words are enough
MAX_SUBJECT = 14
MAX_RESTRICTIVE = 8
_EDGE = ",;:-–—()[]…\"'“”‘’`.?! "
_WHERE = {"where": "in", "when": "on"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A unit's words: `tokens` in text order, all taken from the original, and the readable text."""

    text: str
    tokens: tuple[int, ...]


def word(segmentation: Segmentation, number: int, *, subject: str = "") -> Wording:
    """The wording of one unit; `subject` replaces a pronoun that was resolved."""
    tree, unit = segmentation.tree, segmentation.units[number]
    shown = _shown(segmentation, number)
    if unit.kind == "apposition":
        return _apposition(segmentation, unit, shown)
    anchor = _phrase(segmentation, unit.anchor) if unit.anchor is not None else []
    if unit.kind == "relative":
        return _relative(tree, unit, shown, anchor)
    front: list[int] = []
    if unit.kind == "infinitive" and unit.anchor is not None:
        front = _phrase(segmentation, unit.anchor)
    elif unit.carried and unit.subject is not None:
        front = _phrase(segmentation, unit.subject)
    body = _trim(tree, unit, shown)
    link = _link(tree, unit) if front else ""
    shared = _shared(segmentation, unit) if front else []
    replaced = {unit.subject: subject} if subject and unit.subject is not None else {}
    text = _join([_text(tree, front, replaced), link, _text(tree, shared, {}), _text(tree, body, replaced)])
    return Wording(text, tuple(sorted({*front, *shared, *body})))


def _shown(segmentation: Segmentation, number: int) -> list[int]:
    """The unit's own tokens and those of the neighbours it cannot be read without."""
    tokens = list(segmentation.owned[number])
    waiting = list(segmentation.children[number])
    whole: set[int] = set()  # what hangs in a clause that is kept is kept with it
    while waiting and len(tokens) <= MAX_SHOWN:
        other = waiting.pop()
        unit = segmentation.units[other]
        if other in whole or _kept(segmentation, unit):
            tokens += segmentation.owned[other]
            waiting += segmentation.children[other]
            if other in whole or unit.kind in {"relative", "participle"}:
                whole.update(segmentation.children[other])
    return sorted(tokens) if len(tokens) <= MAX_SHOWN else list(segmentation.owned[number])


def _kept(segmentation: Segmentation, unit: Unit) -> bool:
    """Whether a unit stays readable inside its parent's text."""
    tree = segmentation.tree
    match unit.kind:
        case "infinitive" | "gerund" | "event":
            return True
        case "adverbial":
            return conditional(tree, unit)
        case "content":
            governor = tree.tokens[tree.tokens[unit.top].head]
            return unit.anchor is None and not reports(governor) and unit.top > governor.i
        case "relative" | "participle":
            return unit.anchor is not None and _restrictive(segmentation, unit)
        case _:
            return False


def _restrictive(segmentation: Segmentation, unit: Unit) -> bool:
    """Whether the noun cannot do without the clause: "those which border Belarus", no comma, and short."""
    tokens = segmentation.tree.subtree(unit.top, limit=MAX_RESTRICTIVE + 1)
    before = segmentation.tree.tokens[tokens[0] - 1] if tokens[0] else None
    return len(tokens) <= MAX_RESTRICTIVE and before is not None and before.pos != "PUNCT"


def conditional(tree: Tree, unit: Unit) -> bool:
    """Whether the clause is a condition."""
    return any(tree.tokens[c].text.lower() in CONDITIONS for c in tree.all_children(unit.top, "mark"))


def _phrase(segmentation: Segmentation, i: int, *, together: bool = True) -> list[int]:
    """The noun phrase of a carried subject or an antecedent, without the clauses that hang from it."""
    tree, owner = segmentation.tree, segmentation.owner
    events = {n for n in segmentation.children[owner[i]] if segmentation.units[n].kind == "event"} | {owner[i]}
    left_out = {"punct", "advmod"} if together else {"punct", "advmod", "cc", "conj"}
    tokens = tree.subtree(i, lambda c: owner[c] in events and tree.tokens[c].dep not in left_out, limit=MAX_SUBJECT + 1)
    if len(tokens) > MAX_SUBJECT:
        tokens = tree.subtree(i, lambda c: owner[c] == owner[i] and c < i and tree.tokens[c].dep not in {"conj", "cc"})
    return tokens


def phrase_text(segmentation: Segmentation, i: int) -> str:
    """The noun phrase of a token as it reads, without the clauses that hang from it."""
    return _text(segmentation.tree, _phrase(segmentation, i), {})


def tokens_text(tree: Tree, tokens: Sequence[int]) -> str:
    """These words as they read."""
    return _text(tree, tokens, {})


def _trim(tree: Tree, unit: Unit, shown: Sequence[int]) -> list[int]:
    """The tokens without the words that tie the clause to its neighbours: "that", "after", "and"."""
    tied = {c for c in tree.all_children(unit.top, "mark", "cc", "preconj") if c < unit.head}
    if unit.top != unit.head and tree.tokens[unit.top].dep == "prep":
        tied |= {unit.top, *(c for c in tree.all_children(unit.head, "mark"))}
    # A conjunction belongs to the next conjunct, which is another unit.
    for verb in {unit.top, *unit.raising, unit.head}:
        tied |= {c for c in tree.all_children(verb, "cc") if c > verb}
    if unit.kind == "adverbial":
        tied |= {c for c in tree.all_children(unit.head, "advmod") if tree.tokens[c].tag == "WRB"}
    return [i for i in shown if i not in tied or tree.tokens[i].text.lower() in CONDITIONS]


def _link(tree: Tree, unit: Unit) -> str:
    """The copula that turns "two men accused of murder" into a sentence."""
    reduced = unit.base == "participle" and tree.tokens[unit.head].tag == "VBN"
    if not reduced or tree.child(unit.head, "aux", "auxpass") is not None or unit.subject is None:
        return ""
    several = tree.tokens[unit.subject].tag in {"NNS", "NNPS"} or tree.child(unit.subject, "conj") is not None
    return "were" if several else "was"


def _shared(segmentation: Segmentation, unit: Unit) -> list[int]:
    """The auxiliaries that a bare conjunct shares: "is due to sail on Monday and return on Friday"."""
    tree = segmentation.tree
    bare = unit.kind == "conjunct" and tree.tokens[unit.top].tag in {"VB", "VBN", "VBG"}
    if not bare or unit.parent is None or tree.child(unit.top, "aux", "auxpass") is not None:
        return []
    outer = segmentation.units[unit.parent]
    lower = tree.tokens[unit.top].head in {outer.head, outer.top}
    verbs = (*outer.raising, outer.head) if lower else ()
    auxiliaries = [c for v in verbs for c in tree.all_children(v, "aux", "auxpass")]
    between = [*outer.raising, *raising_adjectives(tree, outer)]
    return sorted(i for i in {*auxiliaries, *between} if i < unit.top)


def _apposition(segmentation: Segmentation, unit: Unit, shown: Sequence[int]) -> Wording:
    """ "Prigozhin is a former Kremlin ally": the name first, wherever it stands."""
    tree = segmentation.tree
    anchor = _phrase(segmentation, unit.anchor, together=False) if unit.anchor is not None else []
    sides = [_text(tree, anchor, {}), _text(tree, shown, {})]
    if named_last(tree, unit):
        sides.reverse()
    several = any(tree.tokens[i].tag in {"NNS", "NNPS"} for i in (unit.head, unit.anchor) if i is not None)
    return Wording(_join([sides[0], "are" if several else "is", sides[1]]), tuple(sorted({*anchor, *shown})))


def named_last(tree: Tree, unit: Unit) -> bool:
    """Whether an apposition gives the description first and the name after it."""
    return unit.anchor is not None and tree.tokens[unit.head].pos == "PROPN" and tree.tokens[unit.anchor].pos == "NOUN"


def _relative(tree: Tree, unit: Unit, shown: Sequence[int], anchor: Sequence[int]) -> Wording:
    """A relative clause with its antecedent put where the pronoun stood."""
    body = _trim(tree, unit, shown)
    pronoun = next((i for i in body if tree.tokens[i].tag in {"WDT", "WP", "WP$", "WRB"}), None)
    noun = _text(tree, anchor, {})
    tokens = tuple(sorted({*anchor, *body}))
    if pronoun is None:  # "the car he drove", "the man that fell" with a mark
        if unit.subject is None:
            return Wording(_join([noun, _text(tree, body, {})]), tokens)
        return Wording(_filled(tree, unit, body, "", noun), tokens)
    if pronoun == tree.subject(unit.top) or tree.tokens[pronoun].tag == "WP$":
        own = "'s" if tree.tokens[pronoun].tag == "WP$" else ""
        return Wording(_text(tree, body, {pronoun: noun + own}), tokens)
    rest = [i for i in body if i != pronoun]
    led = _WHERE.get(tree.tokens[pronoun].text.lower(), "")
    if (prep := tree.tokens[pronoun].head) in rest and tree.tokens[prep].dep == "prep":
        rest.remove(prep)
        led = tree.tokens[prep].text.lower()
    return Wording(_filled(tree, unit, rest, led, noun), tokens)


def _filled(tree: Tree, unit: Unit, body: Sequence[int], led: str, noun: str) -> str:
    """The clause with the antecedent in its gap: after the verb, or after a preposition left alone."""
    alone = (i for i in body if tree.tokens[i].dep == "prep" and not tree.children[i])
    particles = tree.all_children(unit.head, "prt", "dative")
    gap = unit.head if led else next(alone, max([unit.head, *particles]))
    if led:
        return _join([_text(tree, body, {}), led, noun])
    return _join([_text(tree, [i for i in body if i <= gap], {}), noun, _text(tree, [i for i in body if i > gap], {})])


def runs(indices: Iterable[int]) -> list[tuple[int, int]]:
    """Indices as inclusive stretches of neighbours."""
    found: list[tuple[int, int]] = []
    for i in sorted(indices):
        if found and i == found[-1][1] + 1:
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    return found


def _text(tree: Tree, indices: Sequence[int], replaced: dict[int, str]) -> str:
    """The words as printed, punctuation at every cut taken off."""
    pieces: list[str] = []
    for first, last in runs(indices):
        piece: list[str] = []
        at = tree.tokens[first].start
        for i in range(first, last + 1):
            if i in replaced:
                piece += [tree.parse.text[at : tree.tokens[i].start], replaced[i]]
                at = tree.tokens[i].end
        piece.append(tree.parse.text[at : tree.tokens[last].end])
        pieces.append("".join(piece).strip(_EDGE))
    return _join(pieces)


def _join(pieces: Iterable[str]) -> str:
    joined = " ".join(" ".join(p.split()) for p in pieces if p.strip())
    if joined.count('"') % 2:  # a quotation cut in two
        joined = joined.replace('"', "")
    if joined.count("(") != joined.count(")"):
        joined = re.sub(r"\s*[()]", "", joined)
    return re.sub(r"\s+('s|n't|[,.;:])(?=\s|$)", r"\1", joined)
