"""How each value stands in its claim, and the smallest phrase that says what it is a value of.

The passage is embedded later to decide whether two values speak of one fact, so
it holds the noun that is counted, what governs it, and little else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.extract.arguments import head_lemma, predicate, role_of, roles
from claimcheck.extract.clauses import Segmentation, Unit
from claimcheck.extract.lexicon import words
from claimcheck.extract.trees import Tree

MAX_WORDS = 14
MIN_WORDS = 4
_CONTENT = frozenset({"NOUN", "PROPN", "VERB"})
_COMPACT = words("det amod compound nummod poss case quantmod neg nmod predet advmod punct")
_VERB_GROUP = words("aux auxpass neg prt")
_NUMERIC = words("nummod quantmod amod det poss compound nmod predet advmod")


def path(segmentation: Segmentation, number: int, value: int, *, time: bool = False) -> tuple[tuple[str, ...], str]:
    """The content lemmas from a value's own head up to the predicate, and the role of the topmost under it."""
    tree, unit = segmentation.tree, segmentation.units[number]
    predicates = {unit.head, *unit.raising}
    start = carrier(tree, value, predicates)
    if time and tree.tokens[value].dep in {"compound", "nmod"} and tree.tokens[tree.tokens[value].head].pos == "PROPN":
        # "On Tuesday President X said": the parser takes the day into the name
        return (tree.tokens[value].lemma, predicate(segmentation, number)), "on"
    lemmas: list[str] = []
    below = start
    joined = False  # of coordinated nouns only the value's own is on the path
    for i in (start, *tree.ancestors(start)):
        if i in predicates:
            break
        below = i
        if i == unit.top:
            break
        if tree.tokens[i].pos in _CONTENT and not joined:
            lemmas.append(head_lemma(tree, i))
        joined = tree.tokens[i].dep == "conj"
    lemmas.append(predicate(segmentation, number))
    return tuple(lemmas), _role(segmentation, number, below)


def _role(segmentation: Segmentation, number: int, below: int) -> str:
    tree, unit = segmentation.tree, segmentation.units[number]
    if unit.kind in {"apposition", "fragment"}:
        return "attribute"
    inner = tree.child(below, "pobj")
    named = next((role for role, i in roles(segmentation, number) if i in {below, inner}), "")
    return named or role_of(tree, unit, below)


def carrier(tree: Tree, value: int, predicates: Iterable[int] = ()) -> int:
    """The noun that a number counts or a modifier belongs to; the value itself when it is the noun."""
    i, stop = value, set(predicates)
    while i not in stop and tree.tokens[i].dep in _NUMERIC and tree.tokens[i].head not in stop:
        # Of "three-game streak" the game is no more than the measure of the streak.
        measure = tree.tokens[i].dep in {"compound", "amod", "nmod"} and tree.child(i, "nummod") is not None
        if not measure and tree.tokens[i].pos not in {"NUM", "ADJ", "DET", "ADV", "SYM"}:
            break
        i = tree.tokens[i].head
    return i


def passage(segmentation: Segmentation, number: int, mention: tuple[int, ...], value: int) -> tuple[int, int]:
    """The first and the last token of the smallest phrase that states the value's fact."""
    tokens = segmentation.tree.tokens
    first, last = min(mention), max(mention)
    for piece in _pieces(segmentation, number, value, _describes(segmentation.tree, mention, value)):
        low, high = min(first, *piece), max(last, *piece)
        around = [i for i in range(low, high + 1) if i not in mention and tokens[i].pos != "PUNCT"]
        # A value counts as a few words at most, so that a long list leaves room for what it is a list of.
        if high - low <= 2 * MAX_WORDS + len(mention) and len(around) + min(len(mention), MIN_WORDS) <= MAX_WORDS:
            first, last = low, high
    while first < min(mention) and tokens[first].pos == "PUNCT":
        first += 1
    while last > max(mention) and tokens[last].pos == "PUNCT":
        last -= 1
    return first, last


def _describes(tree: Tree, mention: tuple[int, ...], value: int) -> bool:
    """Whether the number stands in an adjective: the age or the length of a noun, not how many there are."""
    inside = set(mention)
    tops = [c for c in tree.children[value] if c in inside and tree.tokens[c].dep in {"amod", "compound", "nmod"}]
    if tree.tokens[value].dep in {"amod", "compound", "nmod"} and tree.tokens[value].pos != "PROPN":
        tops.append(value)  # not the day in "the July 11 summit"
    return any(tree.tokens[i].pos == "NUM" for top in tops for i in tree.subtree(top) if i in inside)


def _pieces(segmentation: Segmentation, number: int, value: int, describes: bool) -> Iterator[list[int]]:
    """What the passage is built from, the most telling first; each must fit or is left out."""
    tree, unit = segmentation.tree, segmentation.units[number]
    climbed = _climb(segmentation, number, carrier(tree, value, {unit.head, *unit.raising}))
    noun = climbed[0]
    yield compact(tree, noun)
    yield from _of(tree, noun)
    if describes and (tree.tokens[noun].pos == "PROPN" or len(compact(tree, noun)) > MIN_WORDS):
        return  # "a 24-foot dhow", "32-year-old Robert Buckley": the noun is what the value is of
    for i in climbed[1:]:
        if i != unit.head and i not in unit.raising:
            yield compact(tree, i)
    if unit.kind == "apposition" and unit.anchor is not None:
        yield compact(tree, unit.head)
        yield compact(tree, unit.anchor)
    elif unit.kind in {"event", "fragment"}:
        yield compact(tree, unit.head)
        yield from (_phrase(segmentation, c) for c in tree.all_children(unit.head, "prep", "agent"))
    elif climbed[-1] in {unit.head, *unit.raising}:
        yield _verb_group(tree, unit)
        yield [unit.head]
        yield from _companions(segmentation, number, climbed)


def _climb(segmentation: Segmentation, number: int, noun: int) -> list[int]:
    """From the noun up to the predicate, as far as its own claim goes."""
    unit = segmentation.units[number]
    climbed = [noun]
    for i in segmentation.tree.ancestors(noun):
        if climbed[-1] in {unit.head, unit.top, *unit.raising} or segmentation.owner[i] != number:
            break
        climbed.append(i)
    return climbed


def _companions(segmentation: Segmentation, number: int, climbed: list[int]) -> Iterator[list[int]]:
    """The verb's object, complement and subject beside the value, then what follows the value."""
    tree, unit = segmentation.tree, segmentation.units[number]
    on_path = set(climbed)
    wanted = ("dobj", "attr", "acomp", "oprd")
    for c in tree.all_children(unit.head, *wanted):
        if c not in on_path:
            yield compact(tree, c)
    if tree.tokens[unit.head].lemma == "be" and tree.child(unit.head, *wanted) is None:
        # "82 percent was out of service", "all three are down"
        yield from (
            _phrase(segmentation, c) for c in tree.all_children(unit.head, "advmod", "prep")[:1] if c > unit.head
        )
    own = unit.subject if unit.subject is not None and not unit.carried else unit.anchor
    if own is not None and own not in on_path:
        yield _tail(tree, own)
    for c in tree.all_children(climbed[0], "prep"):
        yield _phrase(segmentation, c)
    # "fell 200 feet from a ridge": where it goes on says which of two falls it is
    below = climbed[-2] if len(climbed) > 1 else climbed[0]
    yield from (_phrase(segmentation, c) for c in tree.all_children(unit.head, "prep") if c > below)


def _tail(tree: Tree, i: int) -> list[int]:
    """The end of a noun phrase: of a name the name alone, else the noun with its modifiers."""
    if tree.tokens[i].pos == "PROPN":
        return [
            i,
            *(c for c in tree.all_children(i, "compound", "det") if c < i and tree.tokens[c].pos in {"PROPN", "DET"}),
        ]
    return compact(tree, i)


def _of(tree: Tree, i: int) -> Iterator[list[int]]:
    """ "three of the cables", "two of Egypt's largest providers"."""
    for c in tree.all_children(i, "prep"):
        inner = tree.child(c, "pobj")
        if tree.tokens[c].text.lower() == "of" and inner is not None:
            yield [c, *compact(tree, inner)]


def compact(tree: Tree, i: int) -> list[int]:
    """A noun with the modifiers that stand directly before it, or a preposition alone."""
    found = [i]
    for c in tree.children[i]:
        if c < i and tree.tokens[c].dep in _COMPACT:
            found += tree.subtree(c)
        elif tree.tokens[c].dep in {"case", "nummod", "prt"}:
            found.append(c)
    return [j for j in found if j <= i or tree.tokens[j].dep in {"case", "nummod", "prt"}]


def _phrase(segmentation: Segmentation, i: int) -> list[int]:
    owner = segmentation.owner
    return segmentation.tree.subtree(i, lambda c: owner[c] == owner[i])


def _verb_group(tree: Tree, unit: Unit) -> list[int]:
    found = [unit.head, *unit.raising]
    for verb in tuple(found):
        found += tree.all_children(verb, *_VERB_GROUP)
    return found
