"""How sure a text is of a proposition.

Two sources are read: the words inside a clause (auxiliaries, adverbs, raising
verbs) and the context it hangs from (the verb, adjective or noun that governs
it). The stronger doubt wins, in the order of `STRENGTH`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.extract.clauses import Segmentation, Unit, raising_adjectives
from claimcheck.extract.lexicon import words
from claimcheck.extract.polarity import NEGATIONS, REFUSALS, negated, tense, verb_words
from claimcheck.extract.trees import Tree
from claimcheck.extract.voice import reports
from claimcheck.types import Certainty

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


def _table(*groups: tuple[Certainty, str]) -> dict[str, Certainty]:
    return {word: certainty for certainty, text in groups for word in text.split()}


AUXILIARIES = _table(("planned", "will shall 'll wo"), ("possible", "may might could"))
ADVERBS = _table(
    ("reported", "reportedly apparently seemingly"),
    ("alleged", "allegedly purportedly supposedly ostensibly"),
    ("likely", "probably likely presumably"),
    ("possible", "possibly perhaps maybe potentially conceivably"),
)
ATTRIBUTES = _table(
    ("unknown", "unknown unclear uncertain undetermined"),
    ("reported", "unconfirmed rumored rumoured"),
    ("possible", "possible feared"),
    ("likely", "likely probable"),
    ("alleged", "alleged suspected"),
)
# Raising governors: "is believed to", "is due to", "seems to".
RAISED = _table(
    (
        "reported",
        "believe think say report understand know rumour rumor presume suppose estimate believed thought said",
    ),
    ("alleged", "allege suspect alleged suspected"),
    ("likely", "seem appear likely unlikely tend"),
    (
        "planned",
        "expect expected set due schedule scheduled slate poised about bound go plan order ask tell urge invite ready "
        "prepare prepared willing eager keen determined",
    ),
)
# What governs a clause with "that", "whether" or none.
GOVERNORS = _table(
    ("denied", "deny refute reject dismiss disprove rebut"),
    ("alleged", "allege claim contend accuse charge suspect"),
    ("unknown", "wonder question doubt ask investigate debate determine"),
    ("likely", "expect predict forecast anticipate"),
    ("possible", "fear worry"),
    (
        "planned",
        "plan hope want intend promise pledge vow threaten demand propose urge order agree seek aim try attempt decide "
        "prepare offer wish refuse decline choose swear",
    ),
)
# Nouns and adjectives with a clause or an event under them: "plans to", "suspicion of", "unclear whether".
NOUNS = _table(
    ("denied", "denial"),
    ("alleged", "allegation accusation suspicion charge claim count"),
    ("reported", "report rumour rumor speculation"),
    ("unknown", "question unclear unknown uncertain unsure doubt mystery"),
    ("possible", "possibility risk danger chance prospect potential fear threat likelihood concern possible"),
    (
        "planned",
        "plan proposal attempt effort bid intention decision promise pledge vow offer order agreement deal opportunity "
        "right ready willing eager hope",
    ),
    ("likely", "expectation prediction forecast probable likely"),
)
# "accused of killing", "suspected of": with these prepositions the clause is a charge, not a fact.
CHARGING = words("accuse suspect charge indict arrest hold detain question want seek cite book")
HINDERING = words("prevent stop keep prohibit ban bar block deter discourage")
_HEARSAY = words("report rumour rumor media medium speculation")
_CERTAIN = words("clear sure certain known immediate")
_PERCEIVING = words("see hear smell feel notice")
_CONDITIONS = frozenset({"if", "unless", "provided"})
_WHETHER = frozenset({"whether", "if"})


def strongest(certainties: Iterable[Certainty]) -> Certainty:
    """The one that doubts most; "stated" of none."""
    return max(certainties, key=_RANK.__getitem__, default="stated")


def own_certainty(segmentation: Segmentation, number: int) -> Certainty:
    """What the words inside the clause say."""
    return strongest(_own(segmentation, number))


def _own(segmentation: Segmentation, number: int) -> Iterator[Certainty]:
    tree, unit = segmentation.tree, segmentation.units[number]
    adjectives = raising_adjectives(tree, unit)
    auxiliaries = verb_words(segmentation, number, "aux")
    # "could not find him" is a fact, "may not find him" is none
    # nor is what could be seen or heard in doubt
    perceived = tree.tokens[unit.head].lemma.lower() in _PERCEIVING or any(
        tree.tokens[i].lemma.lower() in _PERCEIVING for i in unit.raising
    )
    settled = "could" in auxiliaries and (perceived or negated(segmentation, number))
    yield from (AUXILIARIES[t] for t in auxiliaries if t in AUXILIARIES and not (settled and t == "could"))
    for clause in (number, *_led_by(segmentation, number)):
        yield from (ADVERBS[t] for t in verb_words(segmentation, clause, "advmod", "amod") if t in ADVERBS)
    for i in (*unit.raising, *adjectives):
        lemma = tree.tokens[i].lemma.lower()
        if lemma in RAISED:
            yield RAISED[lemma]
    if any(tree.tokens[i].lemma == "be" for i in unit.raising) and not adjectives:
        yield "planned"  # "the summit is to be held"
    if tree.infinitive(unit.top) or unit.base == "infinitive":
        yield "planned"
    for a in tree.all_children(unit.head, "acomp", "amod", "oprd"):
        if unit.kind != "apposition":
            yield from (ATTRIBUTES[t] for t in (tree.tokens[a].lemma.lower(),) if t in ATTRIBUTES)
    if _questioned(segmentation, number):
        yield "unknown"
    yield from _conditionality(segmentation, number, auxiliaries)


def _led_by(segmentation: Segmentation, number: int) -> Iterator[int]:
    """The clauses whose subject and adverb a clause shares: "allegedly walked in, shot three people and killed two"."""
    unit = segmentation.units[number]
    while unit.kind == "conjunct" and unit.parent is not None and segmentation.tree.subject(unit.head) is None:
        yield unit.parent
        unit = segmentation.units[unit.parent]


def _conditionality(segmentation: Segmentation, number: int, auxiliaries: list[str]) -> Iterator[Certainty]:
    """A condition, or what holds only under one: "if Wagner deploys …, neighbours face danger"."""
    tree, unit = segmentation.tree, segmentation.units[number]
    if unit.kind == "adverbial" and _marked(tree, unit, _CONDITIONS):
        yield "conditional"
    if unit.kind == "content" and _marked(tree, unit, _WHETHER):
        yield "unknown"
    children = (segmentation.units[c] for c in segmentation.children[number])
    if not _told(segmentation, number) and any(
        child.kind == "adverbial" and _marked(tree, child, _CONDITIONS) for child in children
    ):
        yield "conditional"
    if "would" in auxiliaries or "'d" in auxiliaries:
        # In reported speech "would" is only the future seen from the past.
        yield "conditional" if unit.base == "main" or "have" in auxiliaries else "planned"


def _told(segmentation: Segmentation, number: int) -> bool:
    """Whether the clause tells what somebody did: "she apologized if anyone was hurt" is no condition."""
    tree, unit = segmentation.tree, segmentation.units[number]
    return tree.tokens[unit.head].lemma.lower() != "be" and tense(segmentation, number) == "past"


def _questioned(segmentation: Segmentation, number: int) -> bool:
    tree, unit = segmentation.tree, segmentation.units[number]
    if unit.base not in {"main", "content"} or not segmentation.owned[number]:
        return False
    after = tree.tokens[segmentation.owned[number][-1] :]
    return next((t.text == "?" for t in after if t.pos == "PUNCT" and t.text.strip("\"'`,-)")), False)


def context_certainty(segmentation: Segmentation, number: int) -> tuple[Certainty, bool]:
    """What the governor of a clause makes of it, and whether the governor turns it into its contrary."""
    tree, unit = segmentation.tree, segmentation.units[number]
    while unit.kind == "conjunct" and unit.parent is not None:
        unit = segmentation.units[unit.parent]  # what governs the first of several governs them all
    if unit.parent is None:
        return "stated", False
    if tree.tokens[unit.top].dep == "prep":
        return _under_preposition(tree, unit.top)
    match unit.kind:
        case "event":
            return _event_context(tree, unit), False
        case "content" | "infinitive":
            return _governed(tree, unit)
        case "participle" if unit.anchor is not None:
            return _prospect(tree, unit.anchor), False
        case _:
            return "stated", False


def _prospect(tree: Tree, anchor: int) -> Certainty:
    """ "the risk of fighters being based there": the participle is the risk, its noun only who is in it."""
    prep = tree.tokens[tree.tokens[anchor].head]
    governor = tree.tokens[prep.head]
    return NOUNS.get(governor.lemma.lower(), "stated") if prep.dep == "prep" and prep.text.lower() == "of" else "stated"


def _governed(tree: Tree, unit: Unit) -> tuple[Certainty, bool]:
    """A clause under a verb, a noun or an adjective."""
    governor = tree.tokens[tree.tokens[unit.top].head]
    lemma = governor.lemma.lower()
    doubted = (
        unit.kind == "content" and (governor.pos in {"NOUN", "ADJ"} or reports(governor)) and _doubted(tree, governor.i)
    )
    if governor.pos in {"NOUN", "ADJ"}:
        above = GOVERNORS.get(tree.tokens[governor.head].lemma.lower())
        denied: Certainty = "denied" if above == "denied" and governor.dep == "dobj" else "stated"
        return strongest([NOUNS.get(lemma, "stated"), denied, "unknown" if doubted else "stated"]), False
    if doubted:
        return "unknown", False
    if tree.passive(governor.i) and lemma in RAISED:
        return RAISED[lemma], False
    subject = tree.subject(governor.i)
    if subject is not None and tree.tokens[subject].lemma.lower() in _HEARSAY:
        return "reported", False
    if lemma == "rule" and tree.child(governor.i, "prt") is not None:
        return "denied", False
    return GOVERNORS.get(lemma, "stated"), unit.kind == "infinitive" and lemma in REFUSALS


def _doubted(tree: Tree, governor: int) -> bool:
    """ "did not say whether", "declined to say", "it was not clear how", "no evidence that"."""
    above = tree.tokens[tree.tokens[governor].head]
    if tree.tokens[governor].pos == "ADJ":
        return tree.tokens[governor].lemma.lower() in _CERTAIN and bool(_negations(tree, above.i))
    if tree.tokens[governor].dep == "xcomp" and above.lemma.lower() in REFUSALS:
        return True
    return bool(_negations(tree, governor))


def _negations(tree: Tree, i: int) -> list[int]:
    return [c for c in tree.all_children(i, "neg", "advmod", "det") if tree.tokens[c].text.lower() in NEGATIONS]


def _under_preposition(tree: Tree, prep: int) -> tuple[Certainty, bool]:
    governor = tree.tokens[tree.tokens[prep].head]
    lemma, preposition = governor.lemma.lower(), tree.tokens[prep].text.lower()
    if lemma in CHARGING and preposition in {"of", "with", "for", "on"}:
        return "alleged", False
    contrary = preposition == "without" or (lemma in HINDERING and preposition == "from")
    doubt = NOUNS.get(lemma, "stated") if governor.pos in {"NOUN", "ADJ"} else "stated"
    return doubt, contrary


def _event_context(tree: Tree, unit: Unit) -> Certainty:
    """ "on suspicion of murder", "charged with the killing of", "plans for a test", "denied the killing"."""
    above = tree.tokens[tree.tokens[unit.top].head]
    if above.dep != "prep":
        denied = GOVERNORS.get(above.lemma.lower()) == "denied" and tree.tokens[unit.top].dep == "dobj"
        return "denied" if denied else "stated"
    governor = tree.tokens[above.head]
    lemma = governor.lemma.lower()
    if lemma in CHARGING and above.text.lower() in {"of", "with", "in", "over", "on"}:
        return "alleged"
    return NOUNS.get(lemma, "stated") if governor.pos == "NOUN" else "stated"


def _marked(tree: Tree, unit: Unit, wanted: frozenset[str]) -> bool:
    return any(tree.tokens[c].text.lower() in wanted for c in tree.all_children(unit.top, "mark"))
