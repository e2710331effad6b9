"""The report as Markdown, for an editor on GitHub or in a terminal."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from urllib.parse import quote

from claimcheck.report import escape
from claimcheck.report.sections import appendix, findings, header, sharing
from claimcheck.report.view import View
from claimcheck.rules import RULES, Rule
from claimcheck.types import Report

_PLACE = re.compile(r"(?<!\\)\[((?:\\.|[^\\\[\]])+):(\d+)\]")  # [file:line], the file escaped


def render_markdown(report: Report, *, rules: Sequence[Rule] = RULES, when: str | None = None) -> str:
    """The whole report; `when` stands in for the time of the run."""
    if when is not None:
        report = replace(report, run=replace(report.run, when=when))
    view = View.of(report)
    names = {rule.code: rule.name for rule in rules}
    body = "\n\n".join(block for block in _blocks(view, names) if block)
    links = "\n".join(_links(view, body))
    return f"{body}\n\n{links}\n" if links else f"{body}\n"


def _blocks(view: View, names: dict[str, str]) -> Iterator[str]:
    yield from header.title(view)
    yield from header.articles(view)
    yield from header.notices(view)
    yield from header.glance(view)
    yield from findings.findings(view, names)
    yield from findings.desks(view)
    yield from appendix.compatible(view)
    yield from sharing.single_origin(view)
    yield from sharing.omissions(view)
    yield from sharing.shared_text(view)
    yield from appendix.coverage(view)
    yield from appendix.method(view)


def _links(view: View, body: str) -> Iterator[str]:
    """Link definitions for the places that the body names.

    They start from the root of the repository, as GitHub and most editors read a
    leading slash, so the report is the same wherever it is written.
    """
    named: dict[str, set[int]] = defaultdict(set)
    for shown, line in _PLACE.findall(body):
        named[shown].add(int(line))
    for document in view.documents.values():
        path = PurePath(document.path)
        if path.is_absolute() or ".." in path.parts:
            continue
        shown = escape.markdown(document.path)
        # GitHub numbers the lines of a Markdown file only in its plain view.
        plain = "?plain=1" if path.suffix.lower() in (".md", ".markdown") else ""
        href = quote(f"/{path.as_posix()}", safe="/.-_~", errors="replace")
        yield from (f"[{shown}:{line}]: {href}{plain}#L{line}" for line in sorted(named[shown]))
