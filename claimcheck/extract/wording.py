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
_ORDER = frozenset({"after", "before"})
_UNITS = frozenset({"minute", "hour", "day", "week", "month", "year", "decade", "moment"})
_LEADS = frozenset({"as", "than", "or", "and", "but"})


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
    return _with_glued(tree, tokens)


def _with_glued(tree: Tree, tokens: Sequence[int]) -> list[int]:
    """The tokens and those that a hyphen ties to them: the parser cuts "20-year-old" and "co-worker" in pieces."""
    found = set(tokens)
    for step in (-1, 1):
        for i in sorted(found, reverse=step < 0):
            at = i
            while 0 <= at + step < len(tree.tokens) and _hyphenated(tree, min(at, at + step)):
                at += step
                found.add(at)
    return sorted(found)


def _hyphenated(tree: Tree, i: int) -> bool:
    """Whether token `i` and the next are parts of one word with a hyphen in it."""
    here, after = tree.tokens[i], tree.tokens[i + 1]
    return here.end == after.start and bool({here.text, after.text} & {"-", "‑"})


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
        verbs = {unit.top, *unit.raising, unit.head}
        tied |= {c for v in verbs for c in tree.all_children(v, "advmod") if tree.tokens[c].tag == "WRB"}
        tied |= _measure(tree, unit)
    body = [i for i in shown if i not in tied or tree.tokens[i].text.lower() in CONDITIONS]
    return _without_ends(tree, unit, body)


def _measure(tree: Tree, unit: Unit) -> set[int]:
    """How long before or after, where that stands before the conjunction: "just weeks after", "not long before"."""
    mark = next((m for m in tree.all_children(unit.top, "mark") if tree.tokens[m].text.lower() in _ORDER), None)
    return set() if mark is None else {t for t in tree.subtree(unit.top) if t < mark}


def _without_ends(tree: Tree, unit: Unit, tokens: Sequence[int]) -> list[int]:
    """The tokens without what only leads on to a clause that is not shown: "and", "as long", "hours [after]"."""
    body = list(tokens)
    if len(body) > 1 and body[0] != unit.head and tree.tokens[body[0]].tag == "IN" and _says(tree, body[0], "that"):
        body.pop(0)
    while len(body) > 1 and body[-1] > unit.head and _leads_on(tree, body):
        body.pop()
    return body


def _leads_on(tree: Tree, body: Sequence[int]) -> bool:
    """Whether the last of these words only leads on to what comes after them."""
    last = tree.tokens[body[-1]]
    if last.pos in {"CCONJ", "PUNCT"} or last.text.lower() in _LEADS:
        return True
    if last.text.lower() in {"long", "soon", "well"} and len(body) > 1 and _says(tree, body[-2], "as"):
        return _says(tree, min(last.i + 1, len(tree.tokens) - 1), "as")
    return _measures_order(tree, last.i)


def _measures_order(tree: Tree, i: int) -> bool:
    """Whether a token is of a measure of time with "after" or "before" behind it: "two hours [after he left]"."""
    token = tree.tokens[i]
    noun = token if token.lemma in _UNITS else tree.tokens[token.head]
    after = tree.tokens[noun.i + 1] if noun.i + 1 < len(tree.tokens) else None
    inside = token.i == noun.i or (noun.i > i and token.dep in {"nummod", "advmod", "det", "amod", "quantmod"})
    return inside and noun.lemma in _UNITS and after is not None and after.text.lower() in _ORDER


def _says(tree: Tree, i: int, text: str) -> bool:
    return tree.tokens[i].text.lower() == text


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
