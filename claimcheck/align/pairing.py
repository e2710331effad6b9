"""How likely two values are values of one fact: features of a pair, and their weights.

The features look at the passages, hardly at the values: that "seven" and "eight" differ
says nothing on whether they count the same leaders. Only values of another order
(three cables and 5,000 routes, tonight and 2017) count against a pair.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from claimcheck.align.candidates import Candidate
from claimcheck.align.values import apart, compare, of_one_week
from claimcheck.align.vetoes import RUN, VETOES, one_noun, run
from claimcheck.types import FactKind, Time

FEATURES = (
    "bias",
    "passage",
    "sentence",
    "noun",
    "path",
    "heads",
    "predicate",
    "role",
    "entities",
    "entity_clash",
    "nearest",
    "nearest_clash",
    "modifiers",
    "modifier_clash",
    "tense_clash",
    "runs",
    "window",
    "others",
    "other_clash",
    "apart_clash",
    "background_clash",
    "noun_clash",
    "twin",
    "crowd_clash",
    "week_clash",
)
_CROWD = 6  # doublings of the pairs of values that could have been meant, from which more make no difference
_TWIN = 0.85  # cosine of two sentences, values masked, from which they say one thing in other words
# Fitted by logistic regression on passage pairs of one fact and of look-alikes (tests/benchmarks/fit_pairing.py).
_QUANTITY: Mapping[str, float] = {
    "bias": -1.45,
    "passage": 0.53,
    "sentence": 2.11,
    "noun": 0.87,
    "path": 0.54,
    "predicate": 0.84,
    "role": 0.22,
    "entities": 0.25,
    "entity_clash": -0.85,
    "nearest": 1.22,
    "nearest_clash": -0.07,
    "modifiers": 0.66,
    "modifier_clash": -1.13,
    "runs": 0.41,
    "window": 0.69,
    "others": 1.19,
    "apart_clash": -4.56,
    "background_clash": -0.89,
    "twin": 1.50,
    "crowd_clash": -1.70,
}
_TIME: Mapping[str, float] = {
    "bias": -0.08,
    "sentence": 2.50,
    "heads": 1.44,
    "nearest": 0.42,
    "tense_clash": -1.03,
    "runs": 1.88,
    "window": 1.23,
    "others": 0.93,
    "other_clash": -0.28,
    "apart_clash": -2.56,
    "twin": 0.77,
    "crowd_clash": -1.77,
    # Not fitted: what happens on two days of one week is mostly a step further. Of such clashes that came within this
    # of the threshold on the events for tuning, none in six was real.
    "week_clash": -0.62,
}


# Log-odds between the score and the share of real clashes among pairs with that score (cross-validated by event).
_LENIENCE: Mapping[FactKind, float] = {"quantity": 2.1, "time": 1.0}


def others(a: Candidate, b: Candidate) -> dict[str, float]:
    """Whether the other values of the two sentences agree, or stand against each other without a match."""
    met = [(x, [y for key, y in b.others if key == kind]) for kind, x in a.others]
    relations = [{compare(x, y).relation for y in partners} for x, partners in met if partners]
    agreeing = [r for r in relations if r & {"same", "compatible"}]
    clashing = [r for r in relations if r == {"conflict"}]
    most = max(1, min(len(a.others), len(b.others)))
    return {"others": min(1.0, len(agreeing) / most), "other_clash": min(1.0, len(clashing) / most)}


def runs(a: Candidate, b: Candidate) -> float:
    """How many words in a row next to the values are the same, of those that are looked at."""
    return (run(a.before, b.before) + run(a.after, b.after)) / (2 * RUN)


def window(a: Candidate, b: Candidate) -> float:
    """How many of the words around the values are the same (Dice coefficient)."""
    return _dice(frozenset(a.before + a.after), frozenset(b.before + b.after))


def features(a: Candidate, b: Candidate, similarity: Mapping[str, float]) -> dict[str, float]:
    """The features of a pair, each between -1 and 1; `similarity` holds the cosines by name of the vector."""
    return {
        "bias": 1.0,
        "passage": similarity["passage"],
        "sentence": similarity["sentence"],
        "noun": max(similarity["noun"], float(one_noun(a, b))),
        "path": _dice(a.path, b.path),
        "heads": _dice(a.heads, b.heads),
        "predicate": float(a.value.claim.predicate == b.value.claim.predicate),
        "role": float(a.value.frame.role == b.value.frame.role),
        "entities": _dice(a.entities, b.entities),
        "entity_clash": float(bool(a.entities and b.entities) and not a.entities & b.entities),
        "nearest": float(bool(a.nearest) and a.nearest == b.nearest),
        "nearest_clash": float(bool(a.nearest and b.nearest) and a.nearest != b.nearest),
        "modifiers": _dice(a.modifiers, b.modifiers),
        "modifier_clash": float(bool(a.modifiers and b.modifiers) and not a.modifiers & b.modifiers),
        "tense_clash": float(len({a.value.claim.tense, b.value.claim.tense} - {""}) == 2),
        "runs": runs(a, b),
        "window": window(a, b),
        **others(a, b),
        "apart_clash": apart(a.value.mention.value, b.value.mention.value),
        "background_clash": float(a.background != b.background),
        "crowd_clash": min(1.0, math.log2(a.rivals * b.rivals) / _CROWD),
        "twin": max(0.0, (similarity["sentence"] - _TWIN) / (1 - _TWIN)),
        "week_clash": float(of_one_week(a.value.mention.value, b.value.mention.value)),
        "noun_clash": float(bool(a.noun and b.noun) and not one_noun(a, b)),
    }


def score(a: Candidate, b: Candidate, similarity: Mapping[str, float]) -> float:
    """The probability, 0 to 1, that the two values are values of one fact. Symmetric."""
    return 0.0 if is_vetoed(a, b, similarity["noun"]) else likelihood(a, b, similarity)


def is_vetoed(a: Candidate, b: Candidate, nouns: float) -> bool:
    """Whether they can be no values of one fact, however alike; `nouns` is the cosine of what they count."""
    return any(veto(a, b, nouns) for veto in VETOES)


def likelihood(a: Candidate, b: Candidate, similarity: Mapping[str, float]) -> float:
    """The score of a pair that no veto parts."""
    weights = _TIME if isinstance(a.value.mention.value, Time) else _QUANTITY
    total = sum(weights.get(name, 0.0) * value for name, value in features(a, b, similarity).items())
    return 1 / (1 + math.exp(-total))


def all_that_counts(c: Candidate) -> tuple[object, ...]:
    """All of a value that its score with one of another document depends on; copies of a passage have it in common."""
    claim = c.value.claim
    own = (c.value.mention.value, c.value.frame.role, claim.predicate, claim.tense, claim.certainty, c.own_day)
    worded = (c.texts, c.noun, c.modifiers, c.path, c.heads, c.before, c.after)
    done = tuple((argument.role, argument.head) for argument in claim.arguments)
    around = (c.entities, c.things, tuple(m.value for m in c.inner), c.nearest, c.rivals, c.background, c.others)
    return own + worded + done + around


def probability(kind: FactKind, cohesion: float) -> float:
    """How likely a dispute is real whose values hang together by `cohesion`, the mean of such scores.

    A score is set high, so that one half is where passages of one fact that agree are told from others; of pairs that
    clash far fewer are of one fact.
    """
    bounded = min(max(cohesion, 1e-6), 1 - 1e-6)
    return 1 / (1 + math.exp(_LENIENCE[kind] - math.log(bounded / (1 - bounded))))


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
