"""The report as Markdown, for an editor on GitHub or in a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote

from claimcheck.report import escape
from claimcheck.report.sections import appendix, findings, header, sharing
from claimcheck.report.view import View
from claimcheck.rules import RULES, Rule
from claimcheck.types import Report


def render_markdown(
    report: Report, *, rules: Sequence[Rule] = RULES, when: str | None = None, base: str | None = None
) -> str:
    """The whole report.

    `when` stands in for the time of the run. `base` is the way from the folder
    the report is put in to the folder that the documents' paths start from ("..");
    with it, every file:line links to the article.
    """
    if when is not None:
        report = replace(report, run=replace(report.run, when=when))
    view = View.of(report)
    names = {rule.code: rule.name for rule in rules}
    body = "\n\n".join(block for block in _blocks(view, names) if block)
    links = "\n".join(_links(view, body, base)) if base is not None else ""
    return f"{body}\n\n{links}\n" if links else f"{body}\n"


def _blocks(view: View, names: dict[str, str]) -> Iterator[str]:
    yield from header.title(view)
    yield from header.articles(view)
    yield from header.glance(view)
    yield from findings.findings(view, names)
    yield from findings.desks(view)
    yield from appendix.compatible(view)
    yield from sharing.single_origin(view)
    yield from sharing.shared_text(view)
    yield from appendix.coverage(view)
    yield from appendix.method(view)


def _links(view: View, body: str, base: str) -> Iterator[str]:
    """Link definitions for the places that the body names; GitHub opens the line."""
    for document in view.documents.values():
        shown = escape.markdown(document.path)
        lines = {int(n) for n in re.findall(rf"(?<!\\)\[{re.escape(shown)}:(\d+)\]", body)}
        # GitHub numbers the lines of a Markdown file only in its plain view.
        plain = "?plain=1" if document.path.lower().endswith((".md", ".markdown")) else ""
        href = quote(f"{base}/{document.path}".removeprefix("./"), safe="/.-_~")
        yield from (f"[{shown}:{line}]: {href}{plain}#L{line}" for line in sorted(lines))
