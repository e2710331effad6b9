"""The building blocks of the Markdown: tables, folds, anchors, places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from tabulate import tabulate

from claimcheck.report import escape
from claimcheck.report.passages import Passage
from claimcheck.report.view import View, shorten
from claimcheck.types import Finding, Span

Blocks = Iterator[str]  # of Markdown, to be parted by an empty line


def table(headers: Sequence[str], rows: Iterable[Sequence[str]], *, right: Collection[str] = ()) -> str:
    """A pipe table of cells that are Markdown already; "" for no rows. `right` names columns of numbers."""
    lines = [list(row) for row in rows]
    if not lines:
        return ""
    sides = ["right" if header in right else "left" for header in headers]
    return tabulate(lines, headers=list(headers), tablefmt="pipe", disable_numparse=True, colalign=sides)


def cell(text: str, width: int = 60) -> str:
    """Text as a table cell, cut to a readable width."""
    return escape.markdown(shorten(text, width))


def fold(summary: str, blocks: Iterable[str]) -> Blocks:
    """Blocks behind a line that opens them. `summary` is our own words, never an article's."""
    yield f"<details>\n<summary>{summary}</summary>"
    yield from blocks
    yield "</details>"


def anchor(finding: Finding) -> str:
    """The name to link to a finding by; it stays the same from run to run."""
    return f"{finding.code.lower()}-{finding.fingerprint[:10]}".strip("-")


def place(view: View, span: Span) -> str:
    """Where a span stands, file:line, in brackets that a definition may turn into a link."""
    return f"[{escape.markdown(view.location(span))}]"


def quoted(view: View, passage: Passage) -> str:
    """A passage as a block quote with its sources under it."""
    return f"> {passage.text}\n>\n> — {sources(view, passage.places)}"


def sources(view: View, places: Sequence[Span]) -> str:
    """Who says something and where: outlet if known, short name, file:line."""
    return ", ".join(f"{outlet(view, span.document)} {place(view, span)}" for span in places)


def outlet(view: View, document: str) -> str:
    """The short name of a document, with its outlet if that is known."""
    label, source = view.labels[document], view.documents[document].source
    return escape.markdown(f"{label}, {source}" if source else label)
