"""How likely two values are values of one fact: features of a pair, and their weights.

The features look at the passages, hardly at the values: that "seven" and "eight" differ
says nothing on whether they count the same leaders. Only values of another order
(three cables and 5,000 routes, tonight and 2017) count against a pair.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.compare.quantities import compare_quantities
from claimcheck.compare.times import compare_times
from claimcheck.protocols import Embedder, Vectors
from claimcheck.types import Claim, Extraction, Mention, Quantity, Span, Time, Value, Verdict


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value with all that decides which fact it belongs to."""

    value: Value
    label: str  # the passage with the value left open, for the report
    texts: tuple[tuple[str, str], ...]  # (name of the vector, text embedded), the value masked
    noun: str
    modifiers: frozenset[str]
    scope: frozenset[str]
    path: frozenset[str]
    heads: frozenset[str]  # heads of the claim's arguments, and its predicate
    entities: frozenset[str]  # names in the passage
    around: frozenset[str]  # names in the sentence
    before: tuple[str, ...]  # the words before the value in its sentence, nearest first, lower case
    after: tuple[str, ...]  # the words after it
    nearest: str = ""  # the name nearest to the value, when one is near
    others: tuple[tuple[str, Quantity | Time], ...] = ()  # the sentence's other values, by what can be set against what

    @property
    def document(self) -> str:
        """The document that gives the value."""
        return self.value.mention.span.document


FEATURES = (
    "bias",
    "passage",
    "claim",
    "sentence",
    "noun",
    "same_noun",
    "path",
    "heads",
    "predicate",
    "role",
    "entities",
    "entity_clash",
    "nearest",
    "nearest_clash",
    "around",
    "modifiers",
    "modifier_clash",
    "scope_clash",
    "tense_clash",
    "voice",
    "runs",
    "window",
    "others",
    "other_clash",
    "apart_clash",
)
_WINDOW = 8  # words on either side of a value that are compared
_SPEAKING = frozenset({"say", "tell", "announce", "report", "add", "state", "declare", "write", "confirm"})
_OWN_DAY = ("today", "tonight", "this ")
_LIKE_NOUNS = 0.4  # cosine of what two numbers count, modifiers included, below which they count different things
_REACH = 30  # characters, some five words, within which a name says whose a value is
_RUN = 4  # words next to a value that, when all alike, mark a sentence copied but for the value
_WORD = re.compile(r"[^\W_]+")

# Fitted by logistic regression on passage pairs of one fact and of look-alikes (tests/benchmarks/fit_pairing.py).
_QUANTITY: Mapping[str, float] = {
    "bias": -2.42,
    "passage": 0.62,
    "sentence": 2.63,
    "noun": 0.35,
    "predicate": 1.32,
    "role": 0.15,
    "entity_clash": -0.49,
    "nearest": 0.14,
    "nearest_clash": -0.25,
    "modifiers": 1.47,
    "modifier_clash": -1.08,
    "runs": 0.91,
    "window": 1.19,
    "others": 0.93,
    "other_clash": -0.26,
    "apart_clash": -4.49,
}
_TIME: Mapping[str, float] = {
    "bias": -2.25,
    "passage": 0.77,
    "claim": 0.72,
    "sentence": 1.76,
    "path": 0.97,
    "heads": 1.79,
    "entities": 0.25,
    "around": 0.20,
    "tense_clash": -0.36,
    "runs": 0.77,
    "window": 1.41,
    "other_clash": -0.76,
    "apart_clash": -2.75,
}


def candidate(
    value: Value, extraction: Extraction, around: Sequence[tuple[Span, str]], values: Sequence[Mention]
) -> Candidate:
    """Gather what decides about `value`.

    `around` holds the names of its sentence, each with its entity, `values` the numbers and times there.
    """
    frame, claim = value.frame, value.claim
    sentence = extraction.sentences[claim.sentence]
    text = extraction.document.text
    inner = frame.mention.value
    quantity = inner if isinstance(inner, Quantity) else None
    noun = quantity.noun if quantity else claim.predicate
    # The names of a list that is counted are the value, not what it is a value of.
    outside = [(span, entity) for span, entity in around if not frame.mention.span.contains(span)]
    mask = _mask(quantity)
    return Candidate(
        value=value,
        label=_cut(text, frame.passage, frame.mention.span, _left_open(frame.mention.text, quantity)),
        texts=(
            ("passage", _cut(text, frame.passage, frame.mention.span, mask)),
            ("claim", claim.text.replace(frame.mention.text, mask) if claim.text else mask),
            ("sentence", _cut(text, sentence.span, frame.mention.span, mask)),
            ("noun", _counted(quantity) or noun or mask),
        ),
        noun=noun,
        modifiers=frozenset(quantity.modifiers if quantity else ()),
        scope=frozenset(quantity.scope if quantity else ()),
        path=frozenset(frame.path) - {noun},
        heads=frozenset(_heads(claim)),
        entities=frozenset(entity for span, entity in outside if frame.passage.contains(span)),
        around=frozenset(entity for _, entity in outside),
        before=tuple(reversed(_words(text[sentence.span.start : frame.mention.span.start])))[:_WINDOW],
        after=_words(text[frame.mention.span.end : sentence.span.end])[:_WINDOW],
        nearest=_nearest(frame.mention.span, outside),
        others=tuple((kind_of(m.value), m.value) for m in values if m is not frame.mention),
    )


def _nearest(value: Span, names: Sequence[tuple[Span, str]]) -> str:
    """The entity whose name stands nearest to the value, if it is within `_REACH` characters."""
    gaps = [(max(span.start - value.end, value.start - span.end), entity) for span, entity in names]
    gap, entity = min(gaps, default=(_REACH, ""))
    return entity if gap < _REACH else ""


def kind_of(value: Quantity | Time) -> str:
    """What a value can be set against at all: "time", "clock", "count leader", "money USD" …"""
    if isinstance(value, Time):
        return "clock" if value.clock else "time"
    return " ".join(filter(None, (value.kind, value.unit, value.noun if value.kind == "count" else "")))


def _left_open(words: str, quantity: Quantity | None) -> str:
    """The value's own words with "…" for the number: "seven national leaders" is "… national leaders"."""
    if quantity and quantity.listed:
        return f"… {quantity.noun}s"
    stems = tuple(lemma[:4].casefold() for lemma in (*quantity.modifiers, quantity.noun) if lemma) if quantity else ()
    kept = list(words.split())
    while kept and not (stems and kept[0].casefold().startswith(stems)):
        kept.pop(0)
    return " ".join(["…", *kept])


def _counted(quantity: Quantity | None) -> str:
    return " ".join([*quantity.modifiers, quantity.noun]).strip() if quantity else ""


def _mask(quantity: Quantity | None) -> str:
    """What stands for the value in the texts that are embedded: the noun stays, the number goes."""
    return f"some {_counted(quantity)}".strip() if quantity else "then"


def _cut(text: str, around: Span, hole: Span, mask: str) -> str:
    start, end = min(around.start, hole.start), max(around.end, hole.end)
    return " ".join(f"{text[start : hole.start]}{mask}{text[hole.end : end]}".split())


def _heads(claim: Claim) -> tuple[str, ...]:
    return (claim.predicate, *(argument.head for argument in claim.arguments))


def _others(a: Candidate, b: Candidate) -> dict[str, float]:
    """Whether the other values of the two sentences agree, or stand against each other without a match."""
    met = [(x, [y for key, y in b.others if key == kind]) for kind, x in a.others]
    relations = [{compare(x, y).relation for y in partners} for x, partners in met if partners]
    agreeing = [r for r in relations if r & {"same", "compatible"}]
    clashing = [r for r in relations if r == {"conflict"}]
    most = max(1, min(len(a.others), len(b.others)))
    return {"others": min(1.0, len(agreeing) / most), "other_clash": min(1.0, len(clashing) / most)}


_LEVELS: Mapping[str, int] = {"week": 1, "weekend": 1, "month": 2, "season": 2, "quarter": 2, "year": 3, "decade": 3}


def apart(a: object, b: object) -> float:
    """How far two values lie apart in order of magnitude, 0 to 1: a factor of 100, 1,000 days, a day against a year."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        low, high = sorted((max(a.low, 1e-9), max(b.low, 1e-9)))
        return min(1.0, math.log10(high / low) / 2) if high < math.inf else 1.0
    if isinstance(a, Time) and isinstance(b, Time):
        levels = abs(_LEVELS.get(a.granularity, 0) - _LEVELS.get(b.granularity, 0)) / 3
        days = abs((a.start - b.start).days) if a.start and b.start else 0
        return max(levels, min(1.0, math.log10(1 + days) / 3))
    return 0.0


def compare(a: Quantity | Time, b: Quantity | Time) -> Verdict:
    """What two values are to each other."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return compare_quantities(a, b)
    if isinstance(a, Time) and isinstance(b, Time):
        return compare_times(a, b)
    return Verdict("unrelated", "values of two kinds")


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _run(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words in a row are the same, counted from the value outwards, at most `_RUN`."""
    length = 0
    for x, y in zip(a[:_RUN], b[:_RUN], strict=False):
        if x != y:
            break
        length += 1
    return length


def embed_candidates(candidates: Sequence[Candidate], embedder: Embedder) -> dict[str, Vectors]:
    """One matrix (len(candidates), dimensions) for each of the texts; a text that recurs is embedded once."""
    unique = {text: i for i, text in enumerate(dict.fromkeys(t for c in candidates for _, t in c.texts))}
    vectors = embedder.embed(tuple(unique))
    names = [name for name, _ in candidates[0].texts] if candidates else ["passage", "claim", "sentence", "noun"]
    return {name: vectors[[unique[dict(c.texts)[name]] for c in candidates]] for name in names}


def features(a: Candidate, b: Candidate, similarity: Mapping[str, float]) -> dict[str, float]:
    """The features of a pair, each between -1 and 1; `similarity` holds the cosines by name of the vector."""
    return {
        "bias": 1.0,
        "passage": similarity["passage"],
        "claim": similarity["claim"],
        "sentence": similarity["sentence"],
        "noun": max(similarity["noun"], float(_one_noun(a, b))),
        "same_noun": float(_one_noun(a, b)),
        "path": _dice(a.path, b.path),
        "heads": _dice(a.heads, b.heads),
        "predicate": float(a.value.claim.predicate == b.value.claim.predicate),
        "role": float(a.value.frame.role == b.value.frame.role),
        "entities": _dice(a.entities, b.entities),
        "entity_clash": float(bool(a.entities and b.entities) and not a.entities & b.entities),
        "nearest": float(bool(a.nearest) and a.nearest == b.nearest),
        "nearest_clash": float(bool(a.nearest and b.nearest) and a.nearest != b.nearest),
        "around": _dice(a.around, b.around),
        "modifiers": _dice(a.modifiers, b.modifiers),
        "modifier_clash": float(bool(a.modifiers and b.modifiers) and not a.modifiers & b.modifiers),
        "scope_clash": float(a.scope != b.scope),
        "tense_clash": float(len({a.value.claim.tense, b.value.claim.tense} - {""}) == 2),
        "voice": float(a.value.claim.voice == b.value.claim.voice),
        "runs": (_run(a.before, b.before) + _run(a.after, b.after)) / (2 * _RUN),
        "window": _dice(frozenset(a.before + a.after), frozenset(b.before + b.after)),
        **_others(a, b),
        "apart_clash": apart(a.value.mention.value, b.value.mention.value),
    }


def _is_own_day(value: Value) -> bool:
    """Whether the words name the article's own day, of which each article has one."""
    return isinstance(value.mention.value, Time) and value.mention.text.casefold().startswith(_OWN_DAY)


def _is_day_of_speaking(value: Value) -> bool:
    """Whether it is the day on which somebody spoke: people speak more than once."""
    return isinstance(value.mention.value, Time) and value.claim.predicate in _SPEAKING


def _one_noun(a: Candidate, b: Candidate) -> bool:
    """Whether both count the same thing, be it through what it belongs to: "leaders from six countries" are leaders."""
    if not a.noun or not b.noun:
        return False
    return a.noun == b.noun or _belongs(a.noun, b) or _belongs(b.noun, a)


def _belongs(noun: str, c: Candidate) -> bool:
    """Whether what `c` counts is said to be the noun's: by its path, or by "NOUN from", "NOUN of" right before it."""
    return noun in c.path or (c.before[:1] in (("from",), ("of",)) and "".join(c.before[1:2]).startswith(noun))


def may_be_one(a: Candidate, b: Candidate, similarity: Mapping[str, float]) -> bool:
    """Whether nothing speaks against it: two places of one sentence, unlike things, two people's ages never are one."""
    if a.value.claim.sentence == b.value.claim.sentence and a.document == b.document:
        return False
    if _is_own_day(a.value) and _is_own_day(b.value):
        return False
    if _is_day_of_speaking(a.value) and _is_day_of_speaking(b.value):
        return _run(a.before, b.before) + _run(a.after, b.after) >= _RUN
    kinds = [c.value.mention.value.kind for c in (a, b) if isinstance(c.value.mention.value, Quantity)]
    if "count" in kinds and a.noun and b.noun:
        return _one_noun(a, b) or similarity["noun"] >= _LIKE_NOUNS
    if "age" in kinds:
        return bool(a.entities & b.entities) or (not (a.entities and b.entities) and a.noun == b.noun)
    return True


def score(a: Candidate, b: Candidate, similarity: Mapping[str, float]) -> float:
    """The probability, 0 to 1, that the two values are values of one fact. Symmetric."""
    if not may_be_one(a, b, similarity):
        return 0.0
    weights = _TIME if isinstance(a.value.mention.value, Time) else _QUANTITY
    total = sum(weights.get(name, 0.0) * value for name, value in features(a, b, similarity).items())
    return 1 / (1 + math.exp(-total))


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
