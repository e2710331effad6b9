"""How sure a text is of a proposition, whether it affirms it, and in which tense.

Two sources are read: the words inside a clause (auxiliaries, adverbs, negation,
raising verbs) and the context it hangs from (the verb, adjective or noun that
governs it). The stronger doubt wins, in the order of `STRENGTH`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from claimcheck.extract.clauses import Segmentation, Unit
from claimcheck.extract.lexicon import words
from claimcheck.extract.trees import Tree
from claimcheck.types import Certainty, Polarity

Tense = Literal["past", "present", "future", ""]

STRENGTH: tuple[Certainty, ...] = (
    "stated",
    "attributed",
    "planned",
    "likely",
    "possible",
    "reported",
    "conditional",
    "alleged",
    "unknown",
    "denied",
)
_RANK = {certainty: rank for rank, certainty in enumerate(STRENGTH)}


def _table(**groups: str) -> dict[str, Certainty]:
    return {word: certainty for certainty, words in groups.items() for word in words.split()}  # type: ignore[misc]


AUXILIARIES = _table(planned="will shall 'll wo", possible="may might could")
ADVERBS = _table(
    reported="reportedly apparently seemingly",
    alleged="allegedly purportedly supposedly ostensibly",
    likely="probably likely presumably",
    possible="possibly perhaps maybe potentially conceivably",
)
# Raising governors: "is believed to", "is due to", "seems to".
RAISED = _table(
    reported="believe think say report understand know rumour rumor presume suppose estimate",
    alleged="allege suspect",
    likely="seem appear likely unlikely tend",
    planned="expect set due schedule scheduled poised about bound go plan order ask tell urge invite ready prepare "
    "prepared willing eager keen determined",
)
# What governs a clause with "that", "whether" or none.
GOVERNORS = _table(
    denied="deny refute reject dismiss disprove rebut",
    alleged="allege claim contend accuse charge suspect",
    unknown="wonder question doubt ask investigate debate",
    likely="expect predict forecast anticipate",
    possible="fear worry",
    planned="plan hope want intend promise pledge vow threaten demand propose urge order agree seek aim try attempt decide "
    "prepare offer",
)
# Nouns and adjectives with a clause or an event under them: "plans to", "suspicion of", "unclear whether".
NOUNS = _table(
    denied="denial",
    alleged="allegation accusation suspicion charge claim count",
    reported="report rumour rumor speculation",
    unknown="question unclear unknown uncertain unsure doubt mystery",
    possible="possibility risk danger chance prospect potential fear threat likelihood concern possible",
    planned="plan proposal attempt effort bid intention decision promise pledge vow offer order agreement deal order "
    "opportunity right",
    likely="expectation prediction forecast probable",
)
# "accused of killing", "suspected of": with these prepositions the clause is a charge, not a fact.
CHARGING = words("accuse suspect charge indict arrest hold detain question wanted sought")
NEGATIONS = words("not n't never no neither nor none nobody nothing nowhere cannot without hardly barely scarcely")
NEGATIVE_VERBS = words("fail cease refuse decline unable unlikely")
HINDERING = words("prevent stop keep prohibit ban bar block deter discourage prevent")
REFUSALS = words("refuse decline avoid resist")
_CONDITIONS = frozenset({"if", "unless", "provided"})
_WHETHER = frozenset({"whether", "if"})


def strongest(certainties: Iterable[Certainty]) -> Certainty:
    """The one that doubts most; "stated" of none."""
    return max(certainties, key=_RANK.__getitem__, default="stated")


def own_certainty(segmentation: Segmentation, number: int) -> Certainty:
    """What the words inside the clause say."""
    tree, unit = segmentation.tree, segmentation.units[number]
    found: list[Certainty] = []
    verbs = (*unit.raising, unit.head)
    for i in verbs:
        found += [AUXILIARIES[t] for t in _words(tree, i, "aux") if t in AUXILIARIES]
        found += [ADVERBS[t] for t in _words(tree, i, "advmod", "amod") if t in ADVERBS]
    for i in (*unit.raising, *_raising_adjectives(tree, unit)):
        found += [RAISED[tree.tokens[i].lemma.lower()]] if tree.tokens[i].lemma.lower() in RAISED else []
    if unit.raising and any(tree.tokens[i].lemma == "be" for i in unit.raising) and not _raising_adjectives(tree, unit):
        found.append("planned")  # "the summit is to be held"
    found += _negated_possibility(segmentation, number, found)
    found += _conditionality(segmentation, number)
    if tree.infinitive(unit.top) or unit.base == "infinitive":
        found.append("planned")
    if unit.kind == "event" and {t.lower() for t in _words(tree, unit.head, "amod")} & {"alleged", "suspected"}:
        found.append("alleged")
    if _is_question(tree):
        found.append("unknown")
    return strongest(found)


def _negated_possibility(segmentation: Segmentation, number: int, found: list[Certainty]) -> list[Certainty]:
    """ "could not find him" is a fact: drop the possibility that "could" alone would give."""
    tree, unit = segmentation.tree, segmentation.units[number]
    if "possible" in found and "could" in _words(tree, unit.head, "aux") and _negated(segmentation, number):
        found.remove("possible")
    return []


def _conditionality(segmentation: Segmentation, number: int) -> list[Certainty]:
    """A condition, or what holds only under one: "if Wagner deploys …, neighbours face danger"."""
    tree, unit = segmentation.tree, segmentation.units[number]
    if unit.kind == "adverbial" and _marked(tree, unit, _CONDITIONS):
        return ["conditional"]
    if unit.kind == "content" and _marked(tree, unit, _WHETHER):
        return ["unknown"]
    found: list[Certainty] = []
    for child in (segmentation.units[c] for c in segmentation.children[number]):
        if child.kind == "adverbial" and _marked(tree, child, _CONDITIONS):
            found.append("conditional")
    if "would" in _words(tree, unit.head, "aux") and unit.base == "main":
        found.append("conditional")
    elif "would" in _words(tree, unit.head, "aux"):
        found.append("conditional" if "have" in _words(tree, unit.head, "aux") else "planned")
    return found


def context_certainty(segmentation: Segmentation, number: int) -> tuple[Certainty, bool]:
    """What the governor of a clause makes of it, and whether the governor turns it into its contrary."""
    tree, unit = segmentation.tree, segmentation.units[number]
    top = tree.tokens[unit.top]
    if unit.parent is None or top.head == unit.top:
        return "stated", False
    governor = tree.tokens[top.head]
    lemma = governor.lemma.lower()
    if top.dep == "prep":
        return _under_preposition(lemma, top.text.lower(), governor.pos)
    if unit.kind in {"content", "infinitive"} and governor.pos in {"NOUN", "ADJ"}:
        return NOUNS.get(lemma, "stated"), False
    if unit.kind == "event":
        return _event_context(tree, unit), False
    if unit.kind not in {"content", "infinitive"}:
        return "stated", False
    if unit.kind == "content" and _governor_negated(tree, governor.i):
        return "unknown", False
    return GOVERNORS.get(lemma, "stated"), unit.kind == "infinitive" and lemma in REFUSALS


def _under_preposition(lemma: str, preposition: str, pos: str) -> tuple[Certainty, bool]:
    if lemma in CHARGING and preposition in {"of", "with", "for", "on"}:
        return "alleged", False
    if lemma in HINDERING and preposition == "from":
        return "stated", True
    if preposition == "without":
        return "stated", True
    if pos in {"NOUN", "ADJ"}:
        return NOUNS.get(lemma, "stated"), False
    return "stated", False


def _event_context(tree: Tree, unit: Unit) -> Certainty:
    """ "on suspicion of murder", "charged with the killing of", "plans for a test"."""
    prep = tree.tokens[tree.tokens[unit.top].head]
    if prep.dep != "prep":
        return "stated"
    governor = tree.tokens[prep.head]
    if governor.lemma.lower() in CHARGING and prep.text.lower() in {"of", "with", "in", "over", "on"}:
        return "alleged"
    return NOUNS.get(governor.lemma.lower(), "stated") if governor.pos == "NOUN" else "stated"


def _governor_negated(tree: Tree, i: int) -> bool:
    """ "did not say", "declined to say", "refused to confirm"."""
    if any(t in NEGATIONS for t in _words(tree, i, "neg", "advmod")):
        return True
    above = tree.tokens[tree.tokens[i].head]
    return tree.tokens[i].dep == "xcomp" and above.lemma.lower() in REFUSALS


def polarity(segmentation: Segmentation, number: int) -> Polarity:
    """Whether the clause denies what its words describe."""
    return "negative" if _negated(segmentation, number) else "positive"


def _negated(segmentation: Segmentation, number: int) -> bool:
    tree, unit = segmentation.tree, segmentation.units[number]
    count = 0
    for i in (*unit.raising, unit.head, *_raising_adjectives(tree, unit)):
        count += any(t in NEGATIONS for t in _words(tree, i, "neg", "advmod", "preconj"))
        count += tree.tokens[i].lemma.lower() in NEGATIVE_VERBS and i != unit.head
    arguments = tree.all_children(unit.head, "nsubj", "nsubjpass", "dobj", "attr", "agent")
    if unit.subject is not None and not unit.carried:
        arguments.append(unit.subject)
    count += any(_negative_phrase(tree, i) for i in set(arguments))
    return count % 2 == 1


def _negative_phrase(tree: Tree, i: int) -> bool:
    """ "no one", "none of the men", "no survivors"."""
    if tree.tokens[i].text.lower() in NEGATIONS:
        return True
    return any(t in NEGATIONS for t in _words(tree, i, "det", "neg", "advmod"))


def tense(segmentation: Segmentation, number: int) -> Tense:
    """The tense of the clause, "" where nothing shows it."""
    tree, unit = segmentation.tree, segmentation.units[number]
    if tree.infinitive(unit.top) or unit.base == "infinitive":
        return "future"
    verbs = (*unit.raising, unit.head)
    words = {t for i in verbs for t in _words(tree, i, "aux", "auxpass")}
    if words & {"will", "shall", "'ll", "wo"} or own_certainty(segmentation, number) == "planned":
        return "future"
    tags = [tree.tokens[c].tag for i in verbs for c in tree.all_children(i, "aux", "auxpass")]
    tags.append(tree.tokens[verbs[0]].tag)
    if {"VBD"} & set(tags) or words & {"have", "has", "'ve", "having"}:
        return "past"
    if unit.kind == "participle" and tree.tokens[unit.head].tag == "VBN":
        return "past"
    return "present" if {"VBZ", "VBP"} & set(tags) else ""


def _words(tree: Tree, i: int, *deps: str) -> list[str]:
    return [tree.tokens[c].text.lower() for c in tree.all_children(i, *deps)]


def _raising_adjectives(tree: Tree, unit: Unit) -> list[int]:
    """The adjective between "is" and the infinitive in "is likely to rise"."""
    return [a for i in unit.raising if tree.tokens[i].lemma == "be" for a in tree.all_children(i, "acomp")]


def _marked(tree: Tree, unit: Unit, words: frozenset[str]) -> bool:
    return any(t in words for t in _words(tree, unit.top, "mark"))


def _is_question(tree: Tree) -> bool:
    last = next((t.text for t in reversed(tree.tokens) if t.text.strip("\"`'")), "")
    return last == "?"
