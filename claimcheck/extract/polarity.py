"""Whether a clause affirms or denies what its words describe, and in which tense."""

from __future__ import annotations

from typing import Literal

from claimcheck.extract.clauses import Segmentation, raising_adjectives
from claimcheck.extract.lexicon import words
from claimcheck.extract.trees import Tree
from claimcheck.types import Polarity

Tense = Literal["past", "present", "future", ""]

NEGATIONS = words("not n't never no neither nor none nobody nothing nowhere cannot without hardly barely scarcely nt")
NEGATIVE_VERBS = words("fail cease refuse decline unable unlikely stop reluctant unwilling")
REFUSALS = words("refuse decline avoid resist")
_ADDING = words("only just merely simply")
_TRUE = words("true correct case right accurate")
_FUTURE = frozenset({"will", "shall", "'ll", "wo"})
_FUTURE_RAISING = words("expect set due schedule scheduled slate poised about bound go plan")


def polarity(segmentation: Segmentation, number: int) -> Polarity:
    """Whether the clause denies what its words describe."""
    return "negative" if negated(segmentation, number) else "positive"


def negated(segmentation: Segmentation, number: int) -> bool:
    """Whether an odd number of negations has the predicate in its scope."""
    tree, unit = segmentation.tree, segmentation.units[number]
    verbs = (*unit.raising, *raising_adjectives(tree, unit), unit.head)
    count = sum(any(_denies(tree, c) for c in tree.all_children(i, "neg", "advmod", "preconj")) for i in verbs)
    count += sum(tree.tokens[i].lemma.lower() in NEGATIVE_VERBS for i in verbs[:-1])
    arguments = set(tree.all_children(unit.head, "nsubj", "nsubjpass", "dobj", "attr", "agent"))
    if unit.subject is not None and not unit.carried:
        arguments.add(unit.subject)
    count += any(_negative_phrase(tree, i) for i in arguments)
    count += _shared_negation(segmentation, number) + _denied_from_above(segmentation, number)
    return count % 2 == 1


def _denies(tree: Tree, i: int) -> bool:
    """Whether the word is a negation; the "not" of "not only" adds to what it stands before."""
    following = tree.tokens[i + 1].text.lower() if i + 1 < len(tree.tokens) else ""
    return tree.tokens[i].text.lower() in NEGATIONS and following not in _ADDING


def _denied_from_above(segmentation: Segmentation, number: int) -> bool:
    """ "It is not true that the bank has paid": the negation of the clause above holds for its content."""
    tree, unit = segmentation.tree, segmentation.units[number]
    if unit.kind != "content" or unit.parent is None:
        return False
    above = segmentation.units[unit.parent].head
    truths = tree.all_children(above, "acomp", "attr")
    return any(tree.tokens[i].lemma.lower() in _TRUE for i in (above, *truths)) and negated(segmentation, unit.parent)


def _shared_negation(segmentation: Segmentation, number: int) -> bool:
    """ "did not eat or drink": the negation before the first verb holds for the second."""
    tree, unit = segmentation.tree, segmentation.units[number]
    if unit.kind != "conjunct" or unit.parent is None or not unit.carried:
        return False
    outer = segmentation.units[unit.parent]
    alternative = any(tree.tokens[c].text.lower() in {"or", "nor"} for c in tree.all_children(outer.head, "cc"))
    return alternative and any(t in NEGATIONS for t in _children(tree, outer.head, "neg"))


def _negative_phrase(tree: Tree, i: int) -> bool:
    """ "no one", "none of the men", "no survivors"."""
    if tree.tokens[i].text.lower() in NEGATIONS:
        return True
    return any(t in NEGATIONS for t in _children(tree, i, "det", "neg", "advmod"))


def tense(segmentation: Segmentation, number: int) -> Tense:
    """The tense of the clause, "" where nothing shows it."""
    tree, unit = segmentation.tree, segmentation.units[number]
    verbs = (*unit.raising, unit.head)
    auxiliaries = set(verb_words(segmentation, number, "aux", "auxpass"))
    adjectives = raising_adjectives(tree, unit)
    raised = {tree.tokens[i].lemma.lower() for i in (*unit.raising, *adjectives)}
    if "be" in raised and not adjectives:
        return "future"  # "the leaders are to sign"
    if tree.infinitive(unit.top) or unit.base == "infinitive" or auxiliaries & _FUTURE or raised & _FUTURE_RAISING:
        return "future"
    if "would" in auxiliaries and unit.base != "main" and "have" not in auxiliaries:
        return "future"
    tags = {tree.tokens[c].tag for i in verbs for c in tree.all_children(i, "aux", "auxpass")}
    tags.add(tree.tokens[verbs[0]].tag)
    if "VBD" in tags or auxiliaries & {"have", "has", "'ve", "having", "had"}:
        return "past"
    if unit.base == "participle" and tree.tokens[unit.head].tag == "VBN":
        return "past"
    return "present" if tags & {"VBZ", "VBP"} or "is" in auxiliaries or "are" in auxiliaries else ""


def verb_words(segmentation: Segmentation, number: int, *deps: str) -> list[str]:
    """The words with these labels under a unit's verbs; a bare conjunct shares the auxiliaries before it."""
    tree, unit = segmentation.tree, segmentation.units[number]
    found = [t for i in (*unit.raising, unit.head) for t in _children(tree, i, *deps)]
    while not found and unit.kind == "conjunct" and unit.carried and unit.parent is not None and "aux" in deps:
        if tree.tokens[unit.top].tag not in {"VB", "VBN", "VBG"}:
            break
        unit = segmentation.units[unit.parent]
        found = [t for i in (*unit.raising, unit.head) for t in _children(tree, i, *deps)]
    return found


def _children(tree: Tree, i: int, *deps: str) -> list[str]:
    return [tree.tokens[c].text.lower() for c in tree.all_children(i, *deps)]
