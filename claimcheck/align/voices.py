"""Who a speaker's name stands for among the entities, and whether two speakers may be one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimcheck.compare.letters import fold
from claimcheck.compare.names import compare_parts, name_parts
from claimcheck.compare.words import word_set
from claimcheck.types import Entity, Extraction, Mention, Name, Span

_SURE = 0.72  # likeness of two name parts from which they may be one
# Who a speaker without a name may be: somebody's mouthpiece, somebody near, a bystander, the authorities.
_FAMILIES = {
    "mouthpiece": word_set("rep representative publicist spokesman spokeswoman spokesperson lawyer attorney solicitor"),
    "near": word_set("friend relative mother father brother sister son daughter wife husband cousin uncle aunt family"),
    "bystander": word_set("witness bystander passerby neighbor neighbour resident"),
    "authority": word_set("police officer official prosecutor detective sheriff investigator authority"),
}
# A friend may have been a witness, and police have spokesmen; a source may be anybody. These cannot be one.
_EXCLUSIVE = {
    frozenset(pair)
    for pair in (
        ("mouthpiece", "near"), ("mouthpiece", "bystander"), ("near", "authority"), ("bystander", "authority"),
    )
}  # fmt: skip
_DETERMINERS = ("A ", "An ", "The ", "Her ", "His ", "Their ", "One ", "Some ", "Two ")
_BEHIND = re.compile(r"\b(?:of|from|for|with|at|in|on|to|by|who|whose|that|close|near)\b")


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


def described(voice: str) -> Entity | None:
    """A speaker whom the article only describes, by the family of the describing noun; None when it has none."""
    if voice[:1].isupper() and not voice.startswith(_DETERMINERS):
        return None
    head = _BEHIND.split(voice.casefold(), maxsplit=1)[0].split()
    family = _family(head[-1]) if head else ""
    return Entity(f"described:{family}", "other", voice, ()) if family else None


def _family(noun: str) -> str:
    singular = (noun, noun.removesuffix("s"), noun.removesuffix("es"), f"{noun.removesuffix('ies')}y")
    return next((family for family, nouns in _FAMILIES.items() if nouns & set(singular)), "")


def exclude_each_other(a: Entity, b: Entity) -> bool:
    """Whether one described speaker cannot be the other, or not the person whose role the articles give."""
    return any(frozenset((x, y)) in _EXCLUSIVE for x in _families(a) for y in _families(b))


def _families(speaker: Entity) -> frozenset[str]:
    """The one family of a speaker; none when nothing, or more than one thing, is known of a person."""
    if speaker.kind == "other":
        return frozenset({speaker.id.removeprefix("described:")})
    roles = (f"{' '.join(m.value.titles)} {m.value.role}" for m in speaker.mentions if isinstance(m.value, Name))
    found = frozenset(family for role in roles for word in role.casefold().split() if (family := _family(word)))
    return found if len(found) == 1 else frozenset()


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
