"""Origins grouped by hand: what a user knows of the sources goes before what shared words suggest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.adjust.naming import is_named
from claimcheck.settings import Groups, Settings
from claimcheck.types import Document, Origin, Overlap


def regroup(
    origins: Sequence[Origin], documents: Sequence[Document], overlaps: Sequence[Overlap], settings: Settings
) -> tuple[Origin, ...]:
    """The origins with articles joined and parted as the settings say, numbered in the order of the articles."""
    if not settings.independent and not settings.same_origin:
        return tuple(origins)
    shares = {(o.document, o.other): o.share for o in overlaps}
    groups = [list(origin.documents) for origin in origins]
    for together in _members(settings.same_origin, documents, settings.root):
        touched = [group for group in groups if together & set(group)]
        groups = [group for group in groups if group not in touched] + [[d for group in touched for d in group]]
    for apart in _members(settings.independent, documents, settings.root):
        groups = [part for group in groups for part in _parted(group, apart, shares)]
    order = {document.id: number for number, document in enumerate(documents)}
    ordered = sorted((sorted(group, key=order.__getitem__) for group in groups if group), key=lambda g: order[g[0]])
    return tuple(
        Origin(f"o{number}", tuple(group), _tie(group, shares)) for number, group in enumerate(ordered, start=1)
    )


def _members(groups: Groups, documents: Iterable[Document], root: str) -> Iterator[set[str]]:
    """The documents that each group names; a group of which fewer than two were read says nothing."""
    for group in groups:
        named = {document.id for document in documents if is_named(document, group, root)}
        if len(named) > 1:
            yield named


def _parted(group: list[str], apart: set[str], shares: dict[tuple[str, str], float]) -> Iterator[list[str]]:
    """The group in as many parts as it has members that stand apart; the rest goes with whom it shares most."""
    parts = [[document] for document in group if document in apart]
    if len(parts) < 2:
        yield group
        return
    for document in (d for d in group if d not in apart):
        nearest = max(parts, key=lambda part: max(_share(document, part[0], shares), _share(part[0], document, shares)))
        nearest.append(document)
    yield from parts


def _tie(group: Sequence[str], shares: dict[tuple[str, str], float]) -> float:
    """The weakest member's best tie to another, as for origins that are found; 1.0 for one document alone."""
    if len(group) == 1:
        return 1.0
    return min(
        max(max(_share(one, other, shares), _share(other, one, shares)) for other in group if other != one)
        for one in group
    )


def _share(one: str, other: str, shares: dict[tuple[str, str], float]) -> float:
    return shares.get((one, other), 0.0)
