"""Each finding in full, then the same findings as each article's desk would work through them."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.report import escape
from claimcheck.report.passages import brief, passages
from claimcheck.report.sections.layout import Blocks, anchor, cell, place, quoted, sources, table
from claimcheck.report.view import View, count, few, sentence, states
from claimcheck.types import Finding, Severity, Variant

_OWN = 40  # characters of an article's own words in its table
_IN_CONTEXT = "CC4"  # evidence of quotations has words around those in dispute
_SHOWN = 6  # passages of one value in full; further ones by place

HEADINGS: Mapping[Severity, str] = {"error": "Errors", "warning": "Warnings", "note": "Notes"}


def findings(view: View, names: Mapping[str, str]) -> Blocks:
    """Errors, warnings and notes under a heading each; `names` gives the rules' names by code."""
    for severity, heading in HEADINGS.items():
        chosen = [f for f in view.findings if f.severity == severity]
        if chosen:
            yield f"## {heading}"
        for finding in chosen:
            yield from _note(view, finding, names) if severity == "note" else _full(view, finding, names)


def desks(view: View) -> Blocks:
    """The findings by article: what it says itself, what the others say, and where."""
    if not view.findings or len(view.report.documents) < 2:
        return
    yield "## By article"
    for document in view.report.documents:
        yield f"### {escape.markdown(view.labels[document.id])}: {escape.markdown(document.path)}"
        mine = [f for f in view.findings if any(document.id in v.documents for v in f.variants)]
        mine.sort(key=lambda f: _first(f, document.id))
        apart = [f for f in mine if not _agrees(f, document.id)]
        agreed = [f for f in mine if _agrees(f, document.id)]
        if not mine:
            yield "No finding touches this article."
        if apart:
            yield table(
                ("Line", "Finding", "Severity", "In dispute", "Here", "Elsewhere"),
                (_desk_row(view, f, document.id) for f in apart),
            )
        if agreed:
            listed = "; ".join(f"[{f.code}](#{anchor(f)}) line {_lines(view, f, document.id)}" for f in agreed)
            yield f"Here with the consensus value: {listed}."


def _full(view: View, finding: Finding, names: Mapping[str, str]) -> Blocks:
    yield f'<a id="{anchor(finding)}"></a>'
    yield f"### {finding.code} {escape.markdown(view.say(finding.fact))}"
    state = "".join(f" · {word}" for word in states(finding))
    sure = f"confidence {finding.confidence:.2f}{state} · fingerprint `{finding.fingerprint[:10]}`"
    yield f"**{_kind(finding, names)}** · {_scope(view, finding)} · {sure}"
    if finding.waived is not None:
        yield f"**Waived:** {escape.markdown(sentence(finding.waived), start=False)}"
    yield escape.markdown(sentence(view.say(finding.message)))
    yield _value_table(view, finding)
    for variant in finding.variants:
        if len(finding.variants) > 1:
            yield f"{escape.bold(brief(finding, variant, 70))} in {escape.markdown(view.names(variant.documents))}"
        shown = passages(view, finding, variant)
        yield from (quoted(view, passage) for passage in shown[:_SHOWN])
        if len(shown) > _SHOWN:
            rest = tuple(span for passage in shown[_SHOWN:] for span in passage.places)
            yield f"And in {count(len(rest), 'more place')}: {sources(view, rest)}"
    yield from _explained(view, finding)


def _note(view: View, finding: Finding, names: Mapping[str, str]) -> Blocks:
    """A note in compact form: one list item, one passage a value."""
    lines = [
        f'- <a id="{anchor(finding)}"></a>**{finding.code} {names.get(finding.code, "")}**'.replace(" **", "**"),
        f"  {escape.markdown(' '.join(sentence(view.say(s)) for s in (finding.message, finding.reason) if s))}",
    ]
    if finding.known or finding.waived is not None:
        why = f": {escape.markdown(sentence(finding.waived), start=False)}" if finding.waived is not None else ""
        lines.append(f"  *{', '.join(states(finding)).capitalize()}*{why}")
    if finding.check:
        lines.append(f"  *Check:* {escape.markdown(sentence(view.say(finding.check)))}")
    for variant in finding.variants:
        shown = passages(view, finding, variant)
        others = tuple(span for passage in shown for span in passage.places)[1:]
        also = f"; also {', '.join(place(view, span) for span in others)}" if others else ""
        for passage in shown[:1]:
            where = f"{sources(view, passage.places[:1])}{also}"
            lines.append(f"  - {escape.bold(brief(finding, variant, 70))}: {passage.text} — {where}")
    yield "\n".join(lines)


def _kind(finding: Finding, names: Mapping[str, str]) -> str:
    name = names.get(finding.code)
    return f"{finding.severity.capitalize()}: {name}" if name else finding.severity.capitalize()


def _scope(view: View, finding: Finding) -> str:
    documents = {d for v in finding.variants for d in v.documents}
    names = escape.markdown(view.names(documents))
    return f"within one article, {names}" if finding.scope == "within" else f"across {names}"


def _value_table(view: View, finding: Finding) -> str:
    rows = table(
        ("Value", "Sources", "Independent origins"),
        (
            (_value(finding, v), escape.markdown(view.names(v.documents)), str(v.origins))
            for v in finding.variants
        ),
        right=("Independent origins",),
    )  # fmt: skip
    if finding.consensus is None and finding.scope == "across" and len(finding.variants) > 1:
        return f"{rows}\n\nNo value has more independent origins than the others: there is no consensus."
    return rows


def _value(finding: Finding, variant: Variant) -> str:
    shown = cell(variant.value, 160)
    return f"{shown} (consensus)" if _is_consensus(finding, variant) else shown


def _is_consensus(finding: Finding, variant: Variant) -> bool:
    # Inside one article the more frequent value has no independent source behind it.
    return finding.consensus == variant.value and finding.scope == "across" and len(finding.variants) > 1


def _explained(view: View, finding: Finding) -> Blocks:
    if finding.reason:
        yield f"**Why it counts:** {escape.markdown(sentence(view.say(finding.reason)), start=False)}"
    if finding.check:
        yield f"**What to check:** {escape.markdown(sentence(view.say(finding.check)), start=False)}"


def _agrees(finding: Finding, document: str) -> bool:
    mine = [v for v in finding.variants if document in v.documents]
    return len(mine) == 1 and _is_consensus(finding, mine[0])


def _desk_row(view: View, finding: Finding, document: str) -> tuple[str, ...]:
    mine = [v for v in finding.variants if document in v.documents]
    elsewhere = []
    for variant in finding.variants:
        others = set(variant.documents) - {document}
        if others and (variant not in mine or len(mine) > 1):
            elsewhere.append(f"{_brief(finding, variant)} ({escape.markdown(view.names(others))})")
    return (
        _lines(view, finding, document),
        f"[{finding.code}](#{anchor(finding)})",
        ", ".join((finding.severity, *states(finding))),
        cell(view.say(finding.fact)),
        few(_own(finding, v, document) for v in mine),
        few(elsewhere) or "—",
    )


def _own(finding: Finding, variant: Variant, document: str) -> str:
    """A value in the article's own words, where the evidence is no more than those."""
    quotes = dict.fromkeys(escape.plain(e.quote) for e in variant.evidence if e.span.document == document)
    short = [quote for quote in quotes if len(quote) <= _OWN]
    if not short or finding.code.startswith(_IN_CONTEXT):
        return _brief(finding, variant)
    return escape.markdown(short[0])


def _brief(finding: Finding, variant: Variant) -> str:
    return escape.markdown(brief(finding, variant, 40))


def _lines(view: View, finding: Finding, document: str) -> str:
    spans = {e.span for v in finding.variants for e in v.evidence if e.span.document == document}
    return ", ".join(str(line) for line in sorted({view.line(span) for span in spans}))


def _first(finding: Finding, document: str) -> int:
    starts = [e.span.start for v in finding.variants for e in v.evidence if e.span.document == document]
    return min(starts, default=0)
