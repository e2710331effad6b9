"""What decides which fact a value belongs to, gathered once for each value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeGuard

from claimcheck.align.masking import Masked, counted, mask
from claimcheck.compare.words import word_set
from claimcheck.protocols import Embedder, Text, Vectors
from claimcheck.types import Claim, Extraction, Mention, Name, Published, Quantity, Span, Time, Value

TEXTS = ("passage", "sentence", "noun")  # what is embedded of each candidate
_WINDOW = 8  # words on either side of a value that are compared
_REACH = 30  # characters, some five words, within which a name says whose a value is
_WHERE = word_set("in at on off near between around outside inside across along within above below beneath under")
_OWN_DAY = ("today", "tonight", "this ")
_PART = re.compile(r"[,;:()]|\band\b")
_LONG = ("month", "season", "quarter", "year", "decade")
_WORD = re.compile(r"[^\W_]+")

Texts = tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value with all that decides which fact it belongs to."""

    value: Value
    label: str  # the passage with the value left open, for the report
    texts: Texts  # what is embedded, by the name of the vector, the value masked
    noun: str
    modifiers: frozenset[str]
    path: frozenset[str]
    heads: frozenset[str]  # heads of the claim's arguments, and its predicate
    entities: frozenset[str]  # names in the passage
    before: tuple[str, ...]  # the words before the value in its sentence, nearest first, lower case
    after: tuple[str, ...]  # the words after it
    things: frozenset[tuple[str, str]] = frozenset()  # entities and common nouns of its passage, with their slots
    inner: tuple[Mention, ...] = ()  # the other values of its passage
    own_day: bool = False  # whether it is the day of its own article
    nearest: str = ""  # the name nearest to the value, when one is near
    rivals: int = 1  # values of its kind that its document gives: in a score sheet one noun says little
    background: bool = False  # whether its sentence puts it into an earlier month or year
    others: tuple[tuple[str, Quantity | Time], ...] = ()  # the sentence's other values, by what can be set against what

    @property
    def document(self) -> str:
        """The document that gives the value."""
        return self.value.mention.span.document


def candidate(  # noqa: PLR0913, PLR0917 — all that decides
    value: Value,
    extraction: Extraction,
    around: Sequence[tuple[Span, str]],
    values: Sequence[Mention],
    texts: Texts,
    rivals: Mapping[str, int] = MappingProxyType({}),
) -> Candidate:
    """Gather what decides about `value`.

    `around` holds the names of its sentence, each with its entity, `values` the numbers and times there,
    `rivals` how many values of each kind the document gives.
    """
    frame, claim = value.frame, value.claim
    sentence = extraction.sentences[claim.sentence]
    text = extraction.document.text
    inner = frame.mention.value
    quantity = inner if isinstance(inner, Quantity) else None
    noun = _noun(value)
    # The names of a list that is counted are the value, not what it is a value of; "32-year-old Ann Lee" is her age.
    own = frame.mention.span if not (quantity and quantity.kind == "age") else None
    outside = [(span, entity) for span, entity in around if not (own and own.contains(span))]
    worded = frozenset(words_of(frame.mention.text)) if isinstance(inner, Time) else frozenset()
    return Candidate(
        value=value,
        label=_cut(text, frame.passage, frame.mention.span, _left_open(frame.mention.text, quantity)),
        texts=texts,
        noun=noun,
        modifiers=frozenset(quantity.modifiers if quantity else ()),
        path=frozenset(word for word in frame.path if word.casefold() not in worded) - {noun},
        heads=frozenset(head for head in _heads(claim) if head.casefold() not in worded),
        entities=frozenset(entity for span, entity in outside if frame.passage.contains(span)),
        before=tuple(reversed(words_of(text[sentence.span.start : frame.mention.span.start])))[:_WINDOW],
        after=words_of(text[frame.mention.span.end : sentence.span.end])[:_WINDOW],
        things=_things(extraction, claim.sentence, frame.passage, values, outside),
        inner=tuple(m for m in values if m is not frame.mention and frame.passage.contains(m.span)),
        own_day=_is_own_day(frame.mention, extraction.document.published),
        nearest=_owner(frame.mention, outside, extraction, claim.sentence),
        rivals=rivals.get(kind_of(inner), 1) if is_comparable(inner) else 1,
        background=any(_is_long_ago(m.value) for m in values if m is not frame.mention),
        others=tuple((kind_of(v), v) for m in values if m is not frame.mention and is_comparable(v := m.value)),
    )


def texts_of(value: Value, masked: Masked) -> Texts:
    """What is embedded of a value in a sentence: its passage there, all of it, and by itself what is counted."""
    frame, inner = value.frame, value.frame.mention.value
    start, end = min(frame.passage.start, frame.mention.span.start), max(frame.passage.end, frame.mention.span.end)
    named = counted(inner) if isinstance(inner, Quantity) else ""
    return (
        ("passage", masked.part([Span(frame.passage.document, start, end)])),
        ("sentence", masked.text),
        ("noun", named or _noun(value) or mask(inner)),
    )


def _noun(value: Value) -> str:
    """What a number is a number of; for a time, what happened."""
    inner = value.frame.mention.value
    return inner.noun if isinstance(inner, Quantity) else value.claim.predicate


def _things(
    extraction: Extraction, sentence: int, within: Span, values: Sequence[Mention], names: Sequence[tuple[Span, str]]
) -> frozenset[tuple[str, str]]:
    """What a passage speaks of, values apart: each entity and common noun with the slot it fills ("nsubj", "in")."""
    start, tokens = extraction.sentences[sentence].span.start, extraction.parses[sentence].tokens
    found: set[tuple[str, str]] = set()
    for token in tokens:
        span = Span(within.document, start + token.start, start + token.end)
        if (
            token.pos not in ("NOUN", "PROPN")
            or not within.contains(span)
            or any(v.span.overlaps(span) for v in values)
        ):
            continue
        slot = tokens[token.head].lemma.casefold() if token.dep == "pobj" else token.dep
        entity = next((entity for name, entity in names if name.overlaps(span)), "")
        if entity or token.pos == "NOUN":
            found.add((entity or token.lemma.casefold(), slot))
    return frozenset(found)


def _owner(mention: Mention, names: Sequence[tuple[Span, str]], extraction: Extraction, sentence: int) -> str:
    """The entity whose name stands nearest to the value, if it is within `_REACH` characters.

    A place where something happens ("off Sicily") owns nothing, but what is a share of it does
    ("52 percent in Egypt"). What stands in brackets belongs to the name before them.
    """
    value, start, text = mention.span, extraction.sentences[sentence].span.start, extraction.document.text
    before = text[start : value.start]
    opened = before.rfind("(")
    if opened > before.rfind(")"):
        own = [entity for span, entity in names if 0 <= start + opened - span.end <= 1]
        if own:
            return own[0]
    share = isinstance(mention.value, Quantity) and mention.value.kind == "percent"
    # What follows behind a comma or an "and" has a value of its own.
    names = [name for name in names if name[0].start < value.end or not _is_broken(text, value, name[0])]
    if share:
        names = [name for name in names if name[0].start >= value.end][:1] or names
    places = frozenset() if share else _locatives(extraction, sentence)
    gaps = [
        (max(span.start - value.end, value.start - span.end), entity)
        for span, entity in names
        if not any(span.start <= place < span.end for place in places)
    ]
    gap, entity = min(gaps, default=(_REACH, ""))
    return entity if gap < _REACH else ""


def _is_broken(text: str, value: Span, name: Span) -> bool:
    """Whether a comma or another value's clause parts the two."""
    return bool(_PART.search(text[value.end : name.start]))


def _is_long_ago(value: Quantity | Time | Name) -> bool:
    return isinstance(value, Time) and value.granularity in _LONG and not value.bound


def _locatives(extraction: Extraction, sentence: int) -> frozenset[int]:
    """Where in the text the nouns begin that say where: "in Sicily", "between Italy and Egypt"."""
    start, tokens = extraction.sentences[sentence].span.start, extraction.parses[sentence].tokens
    found: set[int] = set()
    for token in tokens:
        head = token
        while head.dep == "conj" and head.head != head.i:
            head = tokens[head.head]
        if head.dep == "pobj" and tokens[head.head].lemma.casefold() in _WHERE:
            found.add(start + token.start)
    return frozenset(found)


def is_comparable(value: Quantity | Time | Name) -> TypeGuard[Quantity | Time]:
    """Whether it is a value that facts are built from."""
    return isinstance(value, Quantity | Time)


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


def _cut(text: str, around: Span, hole: Span, mask: str) -> str:
    start, end = min(around.start, hole.start), max(around.end, hole.end)
    return " ".join(f"{text[start : hole.start]}{mask}{text[hole.end : end]}".split())


def _heads(claim: Claim) -> tuple[str, ...]:
    return (claim.predicate, *(argument.head for argument in claim.arguments))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, lower case."""
    return tuple(_WORD.findall(text.casefold()))


def _is_own_day(mention: Mention, published: Published | None) -> bool:
    """Whether the words name the article's own day, of which each article has one."""
    time = mention.value
    if not isinstance(time, Time):
        return False
    day = (time.start.year, time.start.month, time.start.day) if time.start and time.granularity == "day" else None
    printed = (published.year, published.month, published.day) if published else None
    return mention.text.casefold().startswith(_OWN_DAY) or (day is not None and day == printed)


def embed_candidates(
    candidates: Sequence[Candidate], embedder: Embedder, *, only: Sequence[str] = ()
) -> dict[str, Vectors]:
    """One matrix (len(candidates), dimensions) for each of the texts, or for those named in `only`.

    A text that recurs is embedded once.
    """
    names = tuple(only) or TEXTS
    texts = [dict(candidate.texts) for candidate in candidates]
    unique = {text: i for i, text in enumerate(dict.fromkeys(each[name] for each in texts for name in names))}
    vectors = embedder.embed(tuple(unique))
    return {name: vectors[[unique[each[name]] for each in texts]] for name in names}
