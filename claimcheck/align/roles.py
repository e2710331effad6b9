"""The roles that the articles give each person, and the people who are given one post under two names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from claimcheck.compare.names import compare_parts, name_parts
from claimcheck.compare.roles import compare_roles, is_deputy, is_one_post
from claimcheck.extract.offices import KIN
from claimcheck.types import Entity, Extraction, Mention, Name, Span

_NEAR = 80  # characters between a name and its role, at most


@dataclass(frozen=True, slots=True)
class Titled:
    """A role with the passages that give it, the name included."""

    role: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class RoleDispute:
    """A person with two roles or more that cannot all be right, and why."""

    person: str
    roles: tuple[Titled, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class OnePost:
    """One post that two names are given, each in documents of its own."""

    post: str
    names: tuple[tuple[str, tuple[Span, ...]], ...]
    reason: str
    why: str = "the names share a part, and no article names both"


def find_role_disputes(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> Iterator[RoleDispute]:
    """Every person whom the articles give roles that exclude each other."""
    texts = {e.document.id: e.document.text for e in extractions}
    for entity in entities:
        if entity.kind == "person":
            roles = _roles(entity, texts)
            clashing = [(a, b, compare_roles(a, b)) for a, b in combinations(sorted(roles), 2)]
            clashing = [c for c in clashing if c[2].relation == "conflict"]
            if clashing:
                kept = sorted({role for a, b, _ in clashing for role in (a, b)})
                titled = tuple(Titled(role, roles[role]) for role in kept)
                yield RoleDispute(entity.name, titled, clashing[0][2].reason)


def _roles(entity: Entity, texts: dict[str, str]) -> dict[str, tuple[Span, ...]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for mention in entity.mentions:
        role = _role(mention)
        if role:
            found[role].append(with_role(mention, role, texts[mention.span.document]))
    return {role: tuple(sorted(spans)) for role, spans in found.items()}


def _role(mention: Mention) -> str:
    return mention.value.role if isinstance(mention.value, Name) else ""


def with_role(mention: Mention, role: str, text: str) -> Span:
    """The name with the role beside it; the name alone where the role is not printed nearby as it is kept."""
    span = mention.span
    before = text[max(0, span.start - _NEAR) : span.start].lower().rfind(role)
    if before >= 0:
        return Span(span.document, max(0, span.start - _NEAR) + before, span.end)
    behind = text[span.end : span.end + _NEAR].lower().find(role)
    return Span(span.document, span.start, span.end + behind + len(role)) if behind >= 0 else span


def find_one_posts(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> Iterator[OnePost]:
    """Every post that different documents give to people whose names share a part."""
    texts = {e.document.id: e.document.text for e in extractions}
    people = [e for e in entities if e.kind == "person" and len(name_parts(e.name)) > 1]
    roles = {e.id: _roles(e, texts) for e in people}
    documents = {e.id: {m.span.document for m in e.mentions} for e in people}
    for a, b in combinations(people, 2):
        if documents[a.id] & documents[b.id] or not _share_a_part(name_parts(a.name), name_parts(b.name)):
            continue
        posts = [
            (x, y) for x in sorted(roles[a.id]) for y in sorted(roles[b.id]) if is_one_post(x, y) and not _is_kin(x, y)
        ]
        if posts:
            names = tuple((e.name, tuple(s for role in roles[e.id] for s in roles[e.id][role])) for e in (a, b))
            yield OnePost(max(posts[0], key=len), names, f"“{posts[0][0]}” and “{posts[0][1]}” are one post")


def find_shared_posts(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> Iterator[OnePost]:
    """Every post that is given to two people of whom the articles elsewhere make one the other's deputy."""
    texts = {e.document.id: e.document.text for e in extractions}
    people = [e for e in entities if e.kind == "person" and len(name_parts(e.name)) > 1]
    roles = {e.id: _roles(e, texts) for e in people}
    for a, b in permutations(people, 2):
        posts = [
            (x, y)
            for x in sorted(roles[a.id])
            for y in sorted(roles[b.id])
            if is_one_post(x, y) and any(is_deputy(z, x) for z in roles[a.id])
        ]
        if posts and name_parts(a.name)[-1] != name_parts(b.name)[-1]:
            x, y = posts[0]
            names = ((a.name, roles[a.id][x]), (b.name, tuple(s for _, role in posts for s in roles[b.id][role])))
            why = f"{a.name} is elsewhere the deputy or assistant"
            yield OnePost(max(posts[0], key=len), names, f"“{x}” and “{y}” are one post", why)


def _share_a_part(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the given names are the same and the family names are not, or the other way about."""
    first, last = compare_parts(a[0], b[0])[0], compare_parts(a[-1], b[-1])[0]
    kinds = {first == "same", last == "same"}
    if set(a) <= set(b) or set(b) <= set(a):
        return False  # a short form
    return len(kinds) > 1 and "different" in {first, last}


def _is_kin(a: str, b: str) -> bool:
    return bool(KIN & set((a + " " + b).split()))
