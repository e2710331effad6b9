"""Who a speaker's name stands for among the entities, and whether two speakers may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimcheck.compare.letters import fold
from claimcheck.compare.names import compare_parts, name_parts
from claimcheck.types import Entity, Extraction, Mention, Span

_SURE = 0.72  # likeness of two name parts from which they may be one


def present_entities(entities: Sequence[Entity]) -> Mapping[str, tuple[Entity, ...]]:
    """For each document the entities that it names, in their order."""
    found: dict[str, dict[str, Entity]] = defaultdict(dict)
    for entity in entities:
        if name_parts(entity.name):
            for mention in entity.mentions:
                found[mention.span.document][entity.id] = entity
    return {document: tuple(named.values()) for document, named in found.items()}


def find_speaker(voice: str, entities: Sequence[Entity]) -> Entity | None:
    """The person whose family name ends the voice, or the organisation that it names."""
    parts = name_parts(voice) if voice[:1].isupper() else ()
    if not parts:
        return None
    person = (e for e in entities if e.kind == "person" and name_parts(e.name)[-1] == parts[-1])
    body = (e for e in entities if e.kind == "organisation" and set(name_parts(e.name)) == set(parts))
    return next(person, None) or next(body, None)


def names_outside(extraction: Extraction, span: Span) -> tuple[Mention, ...]:
    """The names in a stretch of the document, outside quotation marks."""
    return tuple(
        m
        for m in extraction.mentions_in(span)
        if m.kind not in {"quantity", "time"} and not extraction.quotations_at(m.span)
    )


def may_be_one_speaker(a: Entity, b: Entity) -> bool:
    """Whether two entities may be one, printed in two ways."""
    x, y = name_parts(a.name), name_parts(b.name)
    if a.id == b.id or _letters(a.name) == _letters(b.name):
        return True
    last = compare_parts(x[-1], y[-1])
    return last[0] != "different" or last[1] >= _SURE or (len(x) != len(y) and bool(set(x) & set(y)))


def _letters(name: str) -> str:
    return "".join(c for c in fold(name) if c.isalpha())
