"""The types that flow through the pipeline: frozen, slotted, hashable.

Every offset is a code-point offset into the text of its document, so that
`document.text[span.start:span.end]` is what the reader sees. Nothing here
computes more than a view of its own fields; the layers do the work.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import accumulate
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

# --------------------------------------------------------------------------- spans


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one document's text, `start` inclusive, `end` exclusive."""

    document: str
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two stretches share a character."""
        return self.document == other.document and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this stretch."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


class Placed(Generic[T]):
    """Things of one document by where they stand, so that those at a passage are found without a look at the others."""

    def __init__(self, things: Iterable[T], span_of: Callable[[T], Span]) -> None:
        self._things = sorted(((span_of(thing), thing) for thing in things), key=lambda placed: placed[0])
        self._starts = [span.start for span, _ in self._things]
        self._reach = list(accumulate((span.end for span, _ in self._things), max))  # ends never fall: bisect works

    def inside(self, span: Span) -> tuple[T, ...]:
        """Those that lie wholly inside `span`, in the order of the text."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end + 1)
        return tuple(thing for placed, thing in self._things[first:last] if span.contains(placed))

    def touching(self, span: Span) -> tuple[T, ...]:
        """Those that share a character with `span`, in the order of the text."""
        first, last = bisect_left(self._reach, span.start + 1), bisect_left(self._starts, span.end)
        return tuple(thing for placed, thing in self._things[first:last] if span.overlaps(placed))


# --------------------------------------------------------------------------- sources

BoilerplateKind = Literal[
    "front-matter",  # YAML front matter, the title's own characters excepted
    "promo",  # teasers of other stories, "READ ALSO: …"
    "share",  # share buttons
    "prompt",  # "To suggest a correction …", newsletter and app prompts
    "credit",  # photo and video credits (the caption around them is copy and stays)
    "byline",  # author and agency lines
    "headline",  # a headline repeated in the text, section labels
    "dateline",  # a bare date line or date tag, the place and agency a report opens with
    "timestamp",  # the hour of an entry of a live blog
    "correction",  # a note on the article itself: a claim about a former claim, kept apart from the article's own
]


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch that is not the article's own prose: marked, never deleted."""

    start: int
    end: int
    kind: BoilerplateKind


DateOrigin = Literal["metadata", "text", "near-copy", "event"]


@dataclass(frozen=True, slots=True)
class Published:
    """The day an article was published, and where that is known from.

    `origin` is "metadata" (front matter), "text" (found in the article: a date
    tag, a dateline, "Tuesday, June 27"), "near-copy" (inherited from a document
    of the same text) or "event" (the year, or the day, from another article of
    the event). All but "metadata" are inferred and marked so in the report.
    `month` and `day` are None when only the year is known. `note` says in words how it was inferred.
    """

    year: int
    month: int | None
    day: int | None
    origin: DateOrigin
    note: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read."""

    id: str
    path: str
    text: str
    title: str | None = None
    title_span: Span | None = None
    source: str | None = None
    published: Published | None = None
    boilerplate: tuple[Boilerplate, ...] = ()
    notes: tuple[str, ...] = ()  # what was inferred or odd, one plain sentence each
    author: str | None = None
    url: str | None = None


# --------------------------------------------------------------------------- parses


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a parse; `start` and `end` are offsets into the parsed text."""

    i: int  # index in the sentence
    start: int
    end: int
    text: str
    lemma: str
    pos: str  # Universal POS
    tag: str  # Penn tag
    dep: str  # spaCy's English (ClearNLP) label
    head: int  # index of the head; the root's head is itself
    morph: str = ""


@dataclass(frozen=True, slots=True)
class EntitySpan:
    """A span the parser took for a name: token indices, `end` exclusive, and its label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """The dependency parse of one sentence."""

    text: str
    tokens: tuple[Token, ...]
    entities: tuple[EntitySpan, ...] = ()


# --------------------------------------------------------------------------- extraction

SentenceKind = Literal["title", "body", "caption"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span and the paragraph (counted from 0) that holds it."""

    span: Span
    paragraph: int
    kind: SentenceKind = "body"


QuantityKind = Literal["count", "money", "percent", "measure", "ordinal", "age", "duration"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as an interval, with what it counts.

    `low` and `high` bound the values the wording admits, both inclusive, in
    `unit` (converted: money to whole currency units, measures to a base unit;
    "" for a plain count). "at least 40" is [40, inf], "nearly 200" [180, 200],
    "dozens" [24, 99]. `stated` is the number as written, already scaled (200 for "nearly 200").
    """

    low: float
    high: float
    kind: QuantityKind
    unit: str = ""  # "" | "USD" … | "%" | "metre" | "year" | "second" …
    stated: float | None = None
    approximation: str = ""  # the approximating words as written, lower case: "at least", "nearly"; "" when exact
    noun: str = ""  # lemma of the head noun that is counted, "" when unknown
    modifiers: tuple[str, ...] = ()  # lemmas that narrow the noun: ("national",), ("nato",)
    scope: tuple[str, ...] = ()  # words that change what is counted: ("other",), ("so far",), ("more",)
    listed: tuple[str, ...] = ()  # the items, when the value is the length of an enumeration
    scale: float = 1.0  # the unit as printed, in `unit`: 1609.344 for miles, of which the base is the metre

    @property
    def exact(self) -> bool:
        """Whether the wording names one number."""
        return self.low == self.high


Granularity = Literal[
    "minute", "hour", "part-of-day", "day", "weekend", "week", "month", "season", "quarter", "year", "decade"
]


@dataclass(frozen=True, slots=True)
class Time:
    """A time as an interval of local time, `start` inclusive, `end` exclusive.

    `start` and `end` are None when no anchor resolves the wording (a weekday in
    an article without a date): `weekday`, `month` and `day` then keep what the words
    do say. `anchor` says what resolved it ("absolute", "published: 2023-06-29", "weekday
    before …"), `deictic` whether the wording depends on the article's own date.
    """

    start: datetime | None
    end: datetime | None
    granularity: Granularity
    anchor: str = ""
    deictic: bool = False
    weekday: int | None = None  # Monday is 0
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: tuple[int, int] | None = None  # hour, minute on a 24-hour clock
    zone: str = ""  # "GMT", "EDT", "local", "" unknown
    approximate: bool = False
    part: str = ""  # the part of the day as worded: "morning", "evening", "early" …; "" when none is named
    # Where the time is not that of what happened but bounds it: "by", "before", "until", "since", "after", "from"
    # ("not before"). The interval is then the time named, and what happened lies on one side of it.
    bound: str = ""


NameKind = Literal["person", "place", "organisation", "other"]


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: its words without titles, and what stands around it."""

    text: str  # the name alone, titles and possessives cut: "Gitanas Nauseda"
    kind: NameKind
    parts: tuple[str, ...]  # its words
    titles: tuple[str, ...] = ()  # "president", "mr", "dutch prime minister": as written, lower case
    role: str = ""  # role or office in apposition, lower case
    fused: str = ""  # the word as printed when the name ran into the next word ("Nausedawarned")


MentionKind = Literal["quantity", "time", "person", "place", "organisation", "other"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A value in the text: the words that give it, and the value."""

    span: Span
    kind: MentionKind
    text: str
    value: Quantity | Time | Name


Voice = str  # "" for the document's own voice, else the speaker's name as the text gives it
Polarity = Literal["positive", "negative"]
Certainty = Literal[
    "stated", "attributed", "reported", "alleged", "likely", "possible", "conditional", "planned", "denied", "unknown"
]


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a predicate, in one shape whatever the syntax.

    `role` is "agent" (subject of an active verb, by-phrase of a passive),
    "patient" (object, subject of a passive), "attribute" (what a copula or an
    apposition says of the agent) or a preposition ("in", "with", "after").
    """

    role: str
    text: str
    head: str  # lemma of the head word; a proper name's head keeps its capital
    span: Span


@dataclass(frozen=True, slots=True)
class Frame:
    """How one mention stands in its claim: what aligns two values of one fact.

    `path` holds the content lemmas from the value's own head up to the claim's
    predicate ("leader", "dinner", "say"); `role` the role of the path's top under
    that predicate; `passage` the smallest phrase of the text that states the fact.
    """

    mention: Mention
    path: tuple[str, ...]
    role: str
    passage: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition: a clause, an apposition, a nominalised event.

    `spans` are the pieces of the original that make it up, in order, `span` their
    hull; `text` is readable on its own. `sentence` indexes the extraction's sentences.
    """

    id: str
    span: Span
    spans: tuple[Span, ...]
    text: str
    predicate: str  # lemma, with a particle ("carry out"); "be" for copulas and appositions
    arguments: tuple[Argument, ...]
    frames: tuple[Frame, ...]
    sentence: int
    voice: Voice = ""
    certainty: Certainty = "stated"
    polarity: Polarity = "positive"
    tense: Literal["past", "present", "future", ""] = ""
    time: Time | None = None

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The values this claim states."""
        return tuple(frame.mention for frame in self.frames)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, marks excluded, with who says them."""

    span: Span
    text: str
    speaker: str = ""  # as the chain in the article resolves it: the fullest form of the name
    speaker_span: Span | None = None
    sentence: int = 0
    speech: bool = True  # False for scare quotes and titles
    closed: bool = True  # False when a mark is missing


@dataclass(frozen=True, slots=True)
class FusedWord:
    """Two words run together in print ("Nausedawarned", `Minsk”after`)."""

    span: Span
    parts: tuple[str, ...]
    kind: Literal["words", "after-quote", "after-stop"]


@dataclass(frozen=True)  # no slots: they would leave no room for what is indexed when first asked for
class Extraction:
    """All that was taken from one document."""

    document: Document
    sentences: tuple[Sentence, ...]
    parses: tuple[Parse, ...]  # one a sentence, same order
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    fused: tuple[FusedWord, ...] = ()

    def sentences_at(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share a character with `span`, in the order of the text."""
        return self._placed_sentences.touching(span)

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie wholly inside `span`, in the order of the text."""
        return self._placed_mentions.inside(span)

    def quotations_at(self, span: Span) -> tuple[Quotation, ...]:
        """The quotations that share a character with `span`, in the order of the text."""
        return self._placed_quotations.touching(span)

    @cached_property
    def _placed_sentences(self) -> Placed[Sentence]:
        return Placed(self.sentences, lambda sentence: sentence.span)

    @cached_property
    def _placed_mentions(self) -> Placed[Mention]:
        return Placed(self.mentions, lambda mention: mention.span)

    @cached_property
    def _placed_quotations(self) -> Placed[Quotation]:
        return Placed(self.quotations, lambda quotation: quotation.span)


# --------------------------------------------------------------------------- alignment


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """One sentence of `a` that also stands, word for word or nearly, in `b`."""

    a: Span
    b: Span
    similarity: float  # 0 to 1, 1 for the same words


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of one document's words stand in another."""

    document: str
    other: str
    share: float  # of `document`'s words, 0 to 1
    passages: tuple[SharedPassage, ...]
    unquoted: float | None = None  # the same of the words outside quotation marks alone; None when not measured


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents that carry one and the same text: they count once."""

    id: str
    documents: tuple[str, ...]
    shared: float  # the smallest share of words by which its members hang together; 1.0 for one document


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, place or organisation across the documents."""

    id: str
    kind: NameKind
    name: str  # the fullest form most used
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One document's value for a fact's slot: the ledger's entry."""

    frame: Frame
    claim: Claim

    @property
    def mention(self) -> Mention:
        return self.frame.mention


FactKind = Literal["claim", "quantity", "time", "place"]


@dataclass(frozen=True, slots=True)
class Fact:
    """What several passages state, with the values they give it.

    `kind` "claim" groups whole claims; the others group the values of one slot.
    """

    id: str
    kind: FactKind
    label: str  # what it is about, in words for the report: "leaders at the dinner in The Hague"
    values: tuple[Value, ...] = ()
    claims: tuple[Claim, ...] = ()
    cohesion: float = 1.0  # mean probability, 0 to 1, that two of its members state the same thing


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speech and every quotation of it."""

    id: str
    speaker: str
    quotations: tuple[Quotation, ...]


MisprintKind = Literal["fused", "after-quote", "after-stop", "slip", "split", "doubled", "grammar"]


@dataclass(frozen=True, slots=True)
class Misprint:
    """One wrong form with every place that prints it, and what was meant with places that print that."""

    kind: MisprintKind
    printed: str
    meant: str
    spans: tuple[Span, ...]
    right: tuple[Span, ...] = ()
    why: str = ""  # why it cannot be right, where the kind does not say


@dataclass(frozen=True, slots=True)
class Stray:
    """A document about another event, which is compared with none of the others, and why."""

    extraction: Extraction
    reason: str


@dataclass(frozen=True)  # no slots, as for Extraction
class Ledger:
    """Everything the rules read: one event, aligned."""

    extractions: tuple[Extraction, ...]  # of the documents that are compared: strays are kept apart
    origins: tuple[Origin, ...]
    overlaps: tuple[Overlap, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    utterances: tuple[Utterance, ...]
    strays: tuple[Stray, ...] = ()
    misprints: tuple[Misprint, ...] = ()

    def origin_of(self, document: str) -> str:
        """The id of the origin that `document` belongs to."""
        return self._origin_by_document[document]

    def extraction(self, document: str) -> Extraction:
        """The extraction of `document`."""
        return self._extraction_by_document[document]

    def count_origins(self, documents: frozenset[str] | set[str] | tuple[str, ...]) -> int:
        """How many independent origins these documents come from."""
        return len({self.origin_of(document) for document in documents})

    @cached_property
    def _origin_by_document(self) -> Mapping[str, str]:
        return {document: origin.id for origin in self.origins for document in origin.documents}

    @cached_property
    def _extraction_by_document(self) -> Mapping[str, Extraction]:
        apart = (stray.extraction for stray in self.strays)
        return {extraction.document.id: extraction for extraction in (*self.extractions, *apart)}


# --------------------------------------------------------------------------- findings

Severity = Literal["error", "warning", "note"]
Scope = Literal["across", "within"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comparing two values says, and why, in words fit for the report."""

    relation: Literal["same", "compatible", "conflict", "unrelated"]
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that give a value, verbatim, and the sentence around them."""

    span: Span
    quote: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the values in dispute, and who gives it."""

    value: str
    evidence: tuple[Evidence, ...]
    documents: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One divergence."""

    code: str
    severity: Severity
    confidence: float
    scope: Scope
    fact: str  # what is in dispute, a noun phrase
    message: str  # the dispute in one plain sentence
    reason: str  # why it counts as a conflict
    variants: tuple[Variant, ...]
    consensus: str | None = None
    check: str = ""  # what the desk should check
    fingerprint: str = ""
    known: bool | None = None  # whether a baseline lists it; None without a baseline
    waived: str | None = None  # why it is accepted, for one that a waiver covers

    @property
    def counts(self) -> bool:
        """Whether it counts for the exit status: neither known from a baseline nor waived."""
        return not self.known and self.waived is None


@dataclass(frozen=True, slots=True)
class Compatible:
    """Values that differ on the face and agree, with the reason."""

    fact: str
    reason: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """One aligned fact and who states it."""

    fact: str
    documents: tuple[str, ...]
    origins: int
    values: tuple[tuple[str, str], ...] = ()  # (document, what it says)


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read, and why."""

    path: str
    reason: str
    error: bool  # True when it should have been readable: exit status 3


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model a run used."""

    role: str  # "parser", "embedder"
    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Run:
    """How a report came about."""

    version: str
    models: tuple[ModelInfo, ...]
    config_hash: str
    when: str  # ISO 8601, UTC
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one audit; everything a renderer needs."""

    name: str
    documents: tuple[Document, ...]
    ledger: Ledger
    findings: tuple[Finding, ...]
    compatible: tuple[Compatible, ...]
    coverage: tuple[Coverage, ...]
    skipped: tuple[Skipped, ...]
    run: Run
    notices: tuple[str, ...] = ()  # what became of baseline, waivers and choices by name, a line each
