"""The findings as workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.report.escape import plain
from claimcheck.report.passages import brief
from claimcheck.report.view import View, few, is_plain, states
from claimcheck.rules import RULES, Rule
from claimcheck.types import Finding, Report

# Notes on coverage are left out: GitHub shows ten annotations of a kind and drops the rest.


def render_github(report: Report, *, rules: Sequence[Rule] = RULES) -> str:
    """One annotation a finding, at the value that fewest origins give. What is known or waived is a notice."""
    view = View.of(report)
    names = {rule.code: rule.name for rule in rules}
    return "".join(f"{line}\n" for line in _lines(view, names))


def _lines(view: View, names: Mapping[str, str]) -> Iterator[str]:
    for finding in view.findings:
        kind = finding.severity if finding.counts and finding.severity != "note" else "notice"
        marks = (f"({state})" for state in states(finding))
        title = " ".join(word for word in (finding.code, names.get(finding.code), *marks) if word)
        places = [*_place(view, finding), ("title", title)]
        properties = ",".join(f"{key}={_property(value)}" for key, value in places)
        yield f"::{kind} {properties}::{_data(_message(view, finding))}"
    for notice in view.report.notices:
        yield f"::warning title=baseline and waivers::{_data(plain(notice))}"
    for skipped in view.report.skipped:
        if skipped.error:
            yield f"::error file={_property(skipped.path)},title=not read::{_data(plain(skipped.reason))}"


def _place(view: View, finding: Finding) -> Iterator[tuple[str, str]]:
    span = view.odd(finding).span
    document = view.documents[span.document]
    yield "file", document.path
    if is_plain(document):  # the lines of a page's text are not those of its file
        yield "line", str(view.line(span))
        yield "col", str(view.column(span))


def _message(view: View, finding: Finding) -> str:
    said = f"{plain(view.say(finding.message))} {plain(view.say(finding.reason))}".strip()
    if len(finding.variants) < 2:
        return said
    values = few((f"{brief(finding, v, 48)}: {plain(view.names(v.documents))}" for v in finding.variants), "; ")
    return f"{said} ({values})"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(plain(text)).replace(":", "%3A").replace(",", "%2C")
