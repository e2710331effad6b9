"""What stands before a person's name and says who they are: "Lithuanian President Gitanas Nauseda"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claimcheck.extract.lexicon import words
from claimcheck.extract.trees import Tree
from claimcheck.types import Mention, Name

_HONORIFICS = words("mr mrs ms miss dr sir dame lord lady rev st hon mr. mrs. ms. dr. rev. st. hon. late the a an")
_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "nummod", "case"})


@dataclass(frozen=True, slots=True)
class Title:
    """The tokens of a description and of the name behind it, each in text order."""

    description: tuple[int, ...]
    name: tuple[int, ...]
    head: int  # the last word of the description: what it says the person is


def find_title(tree: Tree, mention: Mention, tokens: Sequence[int], other: Collection[int]) -> Title | None:
    """The description before a person's name; `other` are tokens of time mentions, which describe nobody."""
    if not isinstance(mention.value, Name) or mention.value.kind != "person" or not tokens:
        return None
    name = tuple(tokens[-len(mention.value.parts) :])
    head = tree.head_of(name)
    if head is None:
        return None
    before: list[int] = []
    for c in tree.children[head]:
        if c < name[0] and tree.tokens[c].dep in _BEFORE:
            before += tree.subtree(c, lambda j: tree.tokens[j].dep != "det")
    described = _run_before(tree, sorted(set(before) - set(name)), name[0], other)
    if all(tree.tokens[i].text.lower() in _HONORIFICS for i in described):
        return None
    return Title(tuple(described), name, described[-1])


def _run_before(tree: Tree, tokens: Sequence[int], end: int, other: Collection[int]) -> list[int]:
    """The unbroken run of words that ends where the name begins."""
    run: list[int] = []
    at = end
    for i in reversed(tokens):
        hyphen = tree.tokens[i].text == "-"
        if i != at - 1 or i in other or (tree.tokens[i].pos in {"PUNCT", "SYM", "NUM"} and not hyphen):
            break
        run.insert(0, i)
        at = i
    # Of "32-year-old Englishman" the run holds the tail of a number: begin at the next whole word.
    while run and run[0] > 0 and tree.tokens[run[0] - 1].end == tree.tokens[run[0]].start:
        run.pop(0)
    return run
