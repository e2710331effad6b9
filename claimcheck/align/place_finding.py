"""The places of the documents, each with its sentence and with what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.align.candidates import Candidate, candidate
from claimcheck.compare.names import name_parts
from claimcheck.types import Claim, Entity, Extraction, Frame, Mention, Name, Quantity, Span, Time, Value

_HOME_SHARE, _HOME_COUNT = 0.6, 4  # of the articles, and how many at least, name the event's home


@dataclass(frozen=True, slots=True)
class Place:
    """A place in its sentence, its entity, the documents that name it, and the other names of the sentence."""

    candidate: Candidate
    entity: str
    is_place: bool  # by the evidence of all articles
    sentence: str  # its sentence with the place left open
    named_in: frozenset[str]
    beside: frozenset[str]
    is_home: bool = False  # whether most articles name it
    around: frozenset[str] = frozenset()  # every place that its document names

    @property
    def name(self) -> Name:
        """The place's name."""
        return name_of(self.candidate.value)

    @property
    def document(self) -> str:
        """The document it stands in."""
        return self.candidate.document


def name_of(value: Value) -> Name:
    """The name that a value of a place fact is."""
    name = value.mention.value
    if not isinstance(name, Name):
        raise TypeError(f"a place fact holds a {type(name).__name__}")
    return name


def find_places(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> Iterator[Place]:
    """Every place that a claim gives, once, in text order."""
    owners = {mention.span: entity for entity in entities for mention in entity.mentions}
    families = {name_parts(e.name)[-1:] for e in entities if e.kind == "person" and len(name_parts(e.name)) > 1}
    named_in = {e.id: frozenset(mention.span.document for mention in e.mentions) for e in entities}
    many = max(_HOME_COUNT, _HOME_SHARE * len(extractions))
    for extraction in extractions:
        seen: set[Span] = set()
        around = frozenset(m.value.text for m in extraction.mentions if m.kind == "place" and isinstance(m.value, Name))
        for claim in extraction.claims:
            for frame in claim.frames:
                mention = frame.mention
                named_place = mention.kind == "place" and name_parts(mention.text) not in families
                if named_place and mention.span not in seen and mention.span in owners:
                    seen.add(mention.span)
                    place = _place(frame, claim, extraction, owners, named_in[owners[mention.span].id])
                    yield replace(place, is_home=place.is_place and len(place.named_in) >= many, around=around)


def _place(
    frame: Frame, claim: Claim, extraction: Extraction, owners: Mapping[Span, Entity], named_in: frozenset[str]
) -> Place:
    mention, owner = frame.mention, owners[frame.mention.span]
    sentence = extraction.sentences[claim.sentence].span
    others = [m for m in extraction.mentions_in(sentence) if m.span != mention.span]
    around = [(m.span, owners[m.span].id) for m in others if m.span in owners]
    numbers = [m for m in others if isinstance(m.value, Quantity | Time)]
    shown = _left_open(extraction, sentence, mention)
    return Place(
        candidate=candidate(Value(frame, claim), extraction, around, numbers, (("sentence", shown),)),
        entity=owner.id,
        is_place=owner.kind == "place",
        sentence=shown,
        named_in=named_in,
        beside=frozenset(m.value.text for m in others if isinstance(m.value, Name)),
    )


def _left_open(extraction: Extraction, sentence: Span, mention: Mention) -> str:
    text, hole = extraction.document.text, mention.span
    return " ".join(f"{text[sentence.start : hole.start]}there{text[hole.end : sentence.end]}".split())
