"""What the articles have in common: shared text, drawn, and claims that one origin alone makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.report import escape
from claimcheck.report.passages import show
from claimcheck.report.sections.layout import Blocks, cell, fold, place, table
from claimcheck.report.view import COPIED_TEXT, OMISSION, SINGLE_ORIGIN, View, count, percent
from claimcheck.types import Finding, Overlap

_DRAWN = 0.1  # share of words from which a link is drawn
_MUTUAL = 0.8  # share from which two articles are drawn as each other's copies
_PART = 0.1  # smallest share the table lists where no whole passage is shared
_CUT_OFF = " ,;:.”’)"  # what a clause cut out of its sentence may begin with


def single_origin(view: View) -> Blocks:
    """Claims that rest on one independent origin, folded, by article."""
    notes = [f for f in view.folded if f.code == SINGLE_ORIGIN]
    if not notes:
        return
    yield "## Stated by one origin only"
    yield "Not wrong for that, but nothing here confirms them."
    yield from fold(f"{count(view.alone(), 'claim')} with a single independent origin", _single(view, notes))


def omissions(view: View) -> Blocks:
    """What most origins state and an article leaves out, folded, by article."""
    notes = [f for f in view.folded if f.code == OMISSION]
    if not notes:
        return
    yield "## Stated by most, missing here"
    yield "Left out on purpose or by oversight; the passages are from the articles that have them."
    claims = sum(len(v.evidence) for f in notes for v in f.variants)
    yield from fold(
        f"{count(claims, 'claim')} of most origins, missing in {count(len(notes), 'other')}", _single(view, notes)
    )


def shared_text(view: View) -> Blocks:
    """How much of each article's words stand in another, as a table and a drawing."""
    if len(view.report.documents) < 2:
        return
    yield "## Shared text"
    overlaps = sorted(
        (o for o in view.report.ledger.overlaps if o.passages or o.share >= _PART),
        key=lambda o: (-o.share, o.document, o.other),
    )
    if not overlaps:
        yield "No passage stands in two articles in the same or nearly the same words."
        return
    columns = ("Of its words", "Outside quotations", "Passages")
    rows = (_row(view, group) for group in _by_origin(view, overlaps))
    yield table(("Article", "Shares with", *columns), rows, right=columns)
    links = strongest(overlaps)
    if links:
        yield (
            "An arrow runs from an article into the one that has its words, with the share of its words that are "
            "found there; only the strongest links are drawn. The text alone does not tell who wrote first."
        )
        yield f"```mermaid\n{drawing(view, links)}\n```"
    notes = [f for f in view.folded if f.code == COPIED_TEXT]
    if notes:
        yield from fold(f"{count(len(notes), 'note')} on copied text", _copied(view, notes))


def strongest(overlaps: Sequence[Overlap]) -> tuple[Overlap, ...]:
    """The strongest link of each pair, as many as connect the articles without a circle."""
    group: dict[str, str] = {}

    def root(document: str) -> str:
        while group.setdefault(document, document) != document:
            document = group[document]
        return document

    chosen: list[Overlap] = []
    for overlap in sorted(overlaps, key=lambda o: (-o.share, o.document, o.other)):
        if overlap.share >= _DRAWN and root(overlap.document) != root(overlap.other):
            group[root(overlap.document)] = root(overlap.other)
            chosen.append(overlap)
    return tuple(chosen)


def drawing(view: View, links: Sequence[Overlap]) -> str:
    """A Mermaid flowchart of the documents, the origins of several boxed, and the links between them."""
    node = {document: f"d{number}" for number, document in enumerate(view.documents)}
    box: dict[str, str] = {}  # of the documents that stand in one
    shares = {(o.document, o.other): o.share for o in view.report.ledger.overlaps}
    lines = ["flowchart LR"]
    for number, origin in enumerate(view.report.ledger.origins):
        nodes = [f'{node[d]}["{_node_label(view, d)}"]' for d in origin.documents]
        if len(nodes) > 1:
            box.update(dict.fromkeys(origin.documents, f"o{number}"))
            inside = [f"        {n}" for n in nodes]
            lines += [f'    subgraph o{number}["one origin"]', *inside, "    end"]
        else:
            lines += [f"    {n}" for n in nodes]
    for link in links:
        back = shares.get((link.other, link.document), 0.0)
        arrow, share = ("<-->", min(back, link.share)) if back >= _MUTUAL else ("-->", link.share)
        inside_one = link.document in box and box.get(link.document) == box.get(link.other)
        ends = [node[d] if inside_one else box.get(d, node[d]) for d in (link.document, link.other)]
        lines.append(f'    {ends[0]} {arrow}|"{percent(share)}"| {ends[1]}')
    return "\n".join(lines)


def _node_label(view: View, document: str) -> str:
    source = view.documents[document].source
    return escape.mermaid(f"{view.labels[document]}, {source}" if source else view.labels[document])


def _by_origin(view: View, overlaps: Iterable[Overlap]) -> list[list[Overlap]]:
    """The overlaps, those of one origin with another together: copies share the same with everybody."""
    groups: dict[tuple[str, str], list[Overlap]] = {}
    for overlap in overlaps:
        origins = (view.origin(overlap.document), view.origin(overlap.other))
        one, other = (
            o.id if o else document for o, document in zip(origins, (overlap.document, overlap.other), strict=True)
        )
        groups.setdefault((one, other), []).append(overlap)
    return list(groups.values())


def _row(view: View, group: Sequence[Overlap]) -> tuple[str, ...]:
    """One line for the overlaps of two origins: the largest of each figure."""
    mine, others = {o.document for o in group}, {o.other for o in group}
    unquoted = [o.unquoted for o in group if o.unquoted is not None]
    passages = max(len(o.passages) for o in group)
    return (
        cell(view.names(mine)),
        "each other" if mine == others else cell(view.names(others)),
        percent(max(o.share for o in group)),
        percent(max(unquoted)) if unquoted else "—",
        str(passages) if passages else "—",
    )


def _single(view: View, notes: Iterable[Finding]) -> Iterator[str]:
    for finding in notes:
        yield f"**{escape.markdown(view.say(finding.message))}**"
        pieces = [piece for variant in finding.variants for piece in variant.evidence]
        yield "\n".join(
            f"- {escape.markdown(piece.quote.lstrip(_CUT_OFF))} {place(view, piece.span)}" for piece in pieces
        )


def _copied(view: View, notes: Iterable[Finding]) -> Iterator[str]:
    """Each note with the shared passages in the words of its first article, and where they stand in the others."""
    for finding in notes:
        first, *others = finding.variants
        lines = [f"- {escape.markdown(view.say(finding.message))}"]
        lines += [f"  - {show(view, piece, ())} {place(view, piece.span)}" for piece in first.evidence]
        for other in others:
            places = ", ".join(place(view, piece.span) for piece in other.evidence)
            lines.append(f"  - In {escape.markdown(view.names(other.documents))}: {places}")
        yield "\n".join(lines)
