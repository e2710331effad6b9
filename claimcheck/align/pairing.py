"""How likely two values are values of one fact: features of a pair, and their weights.

The features look at the passages, never at the values themselves: that "seven" and
"eight" differ says nothing on whether they count the same leaders.
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
    "around",
    "modifiers",
    "modifier_clash",
    "scope_clash",
    "tense_clash",
    "voice",
    "runs",
    "window",
    "same_document",
    "others",
    "other_clash",
)
_WINDOW = 8  # words on either side of a value that are compared
_SPEAKING = frozenset("say tell announce report add state declare write confirm".split())
_LIKE_NOUNS = 0.4  # cosine of what two numbers count, modifiers included, below which they count different things
_RUN = 4  # words next to a value that, when all alike, mark a sentence copied but for the value
_WORD = re.compile(r"[^\W_]+")

# Fitted by logistic regression on passage pairs of one fact and of look-alikes (tests/benchmarks/fit_pairing.py).
_QUANTITY: Mapping[str, float] = {
    "bias": -4.41,
    "passage": 0.50,
    "sentence": 2.82,
    "noun": 1.34,
    "path": 0.35,
    "predicate": 1.62,
    "role": 0.06,
    "entities": 1.62,
    "entity_clash": -1.91,
    "around": 0.06,
    "modifiers": 1.72,
    "modifier_clash": -0.53,
    "runs": 1.29,
    "window": 1.00,
    "same_document": -1.89,
    "others": 1.33,
    "other_clash": -0.26,
}
_TIME: Mapping[str, float] = {
    "bias": -3.53,
    "passage": 1.41,
    "claim": 0.77,
    "sentence": 2.29,
    "path": 1.16,
    "heads": 1.94,
    "role": 0.32,
    "entities": 0.37,
    "around": 0.47,
    "tense_clash": -0.45,
    "window": 1.79,
    "same_document": -2.87,
    "others": 0.10,
    "other_clash": -1.36,
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
        entities=frozenset(entity for span, entity in around if frame.passage.contains(span)),
        around=frozenset(entity for _, entity in around),
        before=tuple(reversed(_words(text[sentence.span.start : frame.mention.span.start])))[:_WINDOW],
        after=_words(text[frame.mention.span.end : sentence.span.end])[:_WINDOW],
        others=tuple((kind_of(m.value), m.value) for m in values if m is not frame.mention),
    )


def kind_of(value: Quantity | Time) -> str:
    """What a value can be set against at all: "time", "clock", "count leader", "money USD" …"""
    if isinstance(value, Time):
        return "clock" if value.clock else "time"
    return " ".join(filter(None, (value.kind, value.unit, value.noun if value.kind == "count" else "")))


def _left_open(words: str, quantity: Quantity | None) -> str:
    """The value's own words with "…" for the number: "seven national leaders" is "… national leaders"."""
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
        "noun": similarity["noun"],
        "same_noun": float(bool(a.noun) and a.noun == b.noun),
        "path": _dice(a.path, b.path),
        "heads": _dice(a.heads, b.heads),
        "predicate": float(a.value.claim.predicate == b.value.claim.predicate),
        "role": float(a.value.frame.role == b.value.frame.role),
        "entities": _dice(a.entities, b.entities),
        "entity_clash": float(bool(a.entities and b.entities) and not a.entities & b.entities),
        "around": _dice(a.around, b.around),
        "modifiers": _dice(a.modifiers, b.modifiers),
        "modifier_clash": float(bool(a.modifiers and b.modifiers) and not a.modifiers & b.modifiers),
        "scope_clash": float(a.scope != b.scope),
        "tense_clash": float(len({a.value.claim.tense, b.value.claim.tense} - {""}) == 2),
        "voice": float(a.value.claim.voice == b.value.claim.voice),
        "runs": (_run(a.before, b.before) + _run(a.after, b.after)) / (2 * _RUN),
        "window": _dice(frozenset(a.before + a.after), frozenset(b.before + b.after)),
        "same_document": float(a.document == b.document),
        **_others(a, b),
    }


def _is_news_day(value: Value) -> bool:
    """Whether it is the "today" of an article's own day, or the day on which somebody spoke: each article has its own."""
    time = value.mention.value
    return isinstance(time, Time) and (value.claim.predicate in _SPEAKING or time.anchor.startswith("today"))


def may_be_one(a: Candidate, b: Candidate, similarity: Mapping[str, float]) -> bool:
    """What no likeness of wording outweighs: two places of one sentence, things that are not alike, two people's ages."""
    if a.value.claim.sentence == b.value.claim.sentence and a.document == b.document:
        return False
    if _is_news_day(a.value) and _is_news_day(b.value):
        return _run(a.before, b.before) + _run(a.after, b.after) >= _RUN
    kinds = [c.value.mention.value.kind for c in (a, b) if isinstance(c.value.mention.value, Quantity)]
    if "count" in kinds and a.noun and b.noun:
        return a.noun == b.noun or similarity["noun"] >= _LIKE_NOUNS
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
