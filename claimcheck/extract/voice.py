"""Whose voice a proposition is in: the verbs of saying, "according to", and quotation marks."""

from __future__ import annotations

from claimcheck.extract.clauses import Segmentation
from claimcheck.extract.lexicon import words
from claimcheck.extract.trees import Tree
from claimcheck.types import Token

# Verbs of saying and of knowing: what stands under them is content, theirs and not the article's.
SAYING = words(
    "say tell add announce state declare report explain note warn stress emphasize emphasise insist argue "
    "acknowledge admit concede affirm assert assure reiterate remark comment reply respond answer write tweet "
    "claim allege contend maintain deny predict forecast estimate testify confirm reveal disclose promise pledge "
    "vow threaten suggest indicate point recall complain mention caution urge ask wonder opine observe repeat "
    "read quote conclude refute inform advise dismiss reject"
)
THINKING = words(
    "think believe know hope expect fear feel suspect doubt understand consider assume guess imagine realize "
    "realise learn hear find show decide agree worry"
)


def reports(governor: Token) -> bool:
    """Whether a clause under this verb is reported content."""
    return governor.lemma.lower() in SAYING or governor.lemma.lower() in THINKING


def speaker(segmentation: Segmentation, number: int) -> int | None:
    """The token of whoever a unit's content is reported from; None when it is not reported there."""
    tree, unit = segmentation.tree, segmentation.units[number]
    source = according_to(tree, unit.head)
    if source is None:
        source = _aside(segmentation, number)
    if source is not None or unit.kind != "content" or unit.parent is None:
        return source
    governor = tree.tokens[tree.tokens[unit.top].head]
    if governor.pos == "NOUN":
        return tree.child(governor.i, "poss")
    return _teller(segmentation, governor, unit.parent) if reports(governor) else None


def _teller(segmentation: Segmentation, governor: Token, parent: int) -> int | None:
    """Who says it: the agent of a passive, the subject of an active verb or the one it shares."""
    tree = segmentation.tree
    agent = tree.child(governor.i, "agent")
    if agent is not None:
        return tree.child(agent, "pobj")
    if tree.passive(governor.i):
        return None
    own = tree.subject(governor.i)
    return own if own is not None else segmentation.units[parent].subject


def according_to(tree: Tree, head: int) -> int | None:
    """The source in "according to police": the parser hangs "to" under "according"."""
    for c in tree.all_children(head, "prep"):
        if tree.tokens[c].text.lower() == "according":
            to = tree.child(c, "prep")
            return tree.child(to if to is not None else c, "pobj")
    return None


def _aside(segmentation: Segmentation, number: int) -> int | None:
    """The speaker in "The man fell, police said", where the parser makes "said" an aside."""
    tree = segmentation.tree
    unit = segmentation.units[number]
    for c in tree.all_children(unit.head, "parataxis"):
        if reports(tree.tokens[c]) and tree.child(c, "ccomp") is None:
            return tree.subject(c)
    return None
