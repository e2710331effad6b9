"""The head of the report: what was read, how it hangs together, the findings at a glance."""

from __future__ import annotations

from claimcheck.report import escape
from claimcheck.report.passages import brief
from claimcheck.report.sections.layout import Blocks, anchor, cell, table
from claimcheck.report.view import View, count, count_words, day, few, percent, sentence, skip_line, states, tally
from claimcheck.types import Document, Origin

MARK = "<!-- claimcheck/report/1: written by claimcheck, not an article -->"


def title(view: View) -> Blocks:
    """The title, the verdict in a line, and what the report does not do."""
    yield MARK
    yield f"# claimcheck: {escape.markdown(view.report.name)}"
    yield _verdict(view)
    yield "claimcheck shows where articles about one event diverge. It does not decide which of them is right."


def articles(view: View) -> Blocks:
    """The articles, their dates and origins, and what was skipped."""
    yield "## Articles"
    yield table(
        ("Article", "File", "Title", "Outlet", "Published", "Words", "Claims", "Origin"),
        (_row(view, document) for document in view.report.documents),
        right=("Words", "Claims"),
    )
    yield from _origins(view)
    notes = [
        f"- {escape.markdown(view.labels[d.id])}: {escape.markdown(view.say(note), start=False)}"
        for d in view.report.documents
        for note in _notes(d)
    ]
    notes += [
        f"- {escape.markdown(view.labels[s.extraction.document.id])}: set apart, compared with nothing: {s.reason}."
        for s in view.report.ledger.strays
    ]
    if notes:
        yield "Inferred, or worth knowing:"
        yield "\n".join(notes)
    if view.report.skipped:
        yield "Not read:"
        skipped = (f"- {escape.markdown(skip_line(s))}" for s in view.report.skipped)
        yield "\n".join(skipped)


def notices(view: View) -> Blocks:
    """What became of the baseline, the waivers, and other choices that are about articles by name."""
    if view.report.notices:
        yield "Baseline, waivers and other choices:"
        yield "\n".join(f"- {escape.markdown(sentence(notice), start=False)}" for notice in view.report.notices)


def glance(view: View) -> Blocks:
    """The findings at a glance, one row each."""
    if not view.findings:
        return
    yield "## At a glance"
    yield table(
        ("Code", "Severity", "In dispute", "Values (sources)"),
        (
            (f"[{f.code}](#{anchor(f)})", ", ".join((f.severity, *states(f))),
             cell(_scoped(view, f.fact, f.scope, f.variants[0].documents)),
             few(f"{escape.markdown(brief(f, v, 48))} ({len(v.documents)})" for v in f.variants))
            for f in view.findings
        ),
    )  # fmt: skip
    alone = view.alone()
    if alone:
        rests = "rests" if alone == 1 else "rest"
        yield f"Besides, [{count(alone, 'claim')}](#stated-by-one-origin-only) {rests} on one origin alone."


def _scoped(view: View, fact: str, scope: str, documents: tuple[str, ...]) -> str:
    said = view.say(fact)
    return f"{said}, within {view.names(documents)}" if scope == "within" else said


def _verdict(view: View) -> str:
    documents, origins = view.report.documents, view.report.ledger.origins
    read = count(len(documents), "article")
    if len(documents) > 1:
        read += f" from {count(len(origins), 'independent origin')}"
    read += view.apart()
    found = f"**{tally(view.findings)}** in {read}." if view.findings else f"**No divergence found** in {read}."
    if len(documents) == 1:
        found += (
            " Only one article was read, so there was nothing to compare it with: "
            "only the rules that look within one article ran."
        )
    elif not view.findings:
        compared = count(len(view.report.coverage), "aligned fact")
        found += f" {compared} and {count(len(view.report.compatible), 'apparent difference')} were examined."
    return found


def _row(view: View, document: Document) -> tuple[str, ...]:
    origin = view.origin(document.id)
    return (
        cell(view.labels[document.id]),
        escape.markdown(document.path),
        cell(document.title or "—"),
        cell(document.source or "—", 40),
        cell(_published(document)),
        f"{count_words(document):,}",
        f"{view.claims(document.id):,}",
        cell(origin.id if origin else "—"),
    )


def _published(document: Document) -> str:
    if document.published is None:
        return "unknown"
    known = day(document.published)
    return known if document.published.origin == "metadata" else f"{known} (inferred)"


def _notes(document: Document) -> tuple[str, ...]:
    published = document.published
    if published is None or published.origin == "metadata":
        return document.notes
    how = {"text": "found in the text", "near-copy": "inherited from a near-copy", "event": "from the other articles"}
    note = published.note or how[published.origin]
    dated = f"Published {day(published)}, inferred: {note}."
    # The readers' own note on the date would say the same once more.
    return (dated, *(n for n in document.notes if "of publication" not in n and n != published.note))


def _origins(view: View) -> Blocks:
    documents, origins = view.report.documents, view.report.ledger.origins
    copies = [o for o in origins if len(o.documents) > 1]
    if len(documents) < 2:
        return
    if not copies:
        yield f"No two of the {len(documents)} articles are the same text: each is an origin of its own."
        return
    shared = "; ".join(_copy(view, origin) for origin in copies)
    yield f"{shared}. The {len(documents)} articles count as {count(len(origins), 'independent origin')}."


def _copy(view: View, origin: Origin) -> str:
    names = escape.markdown(view.names(origin.documents))
    same = "the same text" if origin.shared >= 1 else "nearly the same text"
    return (
        f"{len(origin.documents)} of {len(view.report.documents)} are {same} "
        f"({names}: {percent(origin.shared)} of the words in common) and count once"
    )
