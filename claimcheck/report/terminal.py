"""The short summary for a terminal or a CI log: one line a finding, one line of totals, where the report is.

Nothing here prints: the text carries its styles, and the console that prints it
leaves them out where they do not belong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from rich.text import Text

from claimcheck.report.escape import plain
from claimcheck.report.passages import brief
from claimcheck.report.view import View, count, few, states, tally
from claimcheck.types import Finding, Report, Severity, Skipped

# What word processors, scanners and mail programs save text as; pictures and code beside articles go without saying.
_DOCUMENTS = frozenset(
    (".doc", ".docx", ".eml", ".epub", ".markdown", ".mht", ".mhtml", ".odt", ".pages", ".pdf", ".rtf", ".text")
)

STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "note": "cyan"}


def summary(report: Report, written: Sequence[str] = ()) -> tuple[Text, ...]:
    """The lines of the summary; `written` names the reports that were written."""
    view = View.of(report)
    return tuple(_lines(view, written))


def render_text(report: Report) -> str:
    """The same as plain text, for a log."""
    return "".join(f"{line.plain}\n" for line in summary(report))


def _lines(view: View, written: Sequence[str]) -> Iterator[Text]:
    yield _head(view)
    for finding in view.findings:
        yield _line(view, finding)
    yield _totals(view)
    for path in written:
        yield Text.assemble("report: ", (plain(path), "bold"))


def _head(view: View) -> Text:
    read = count(len(view.report.documents), "article")
    if len(view.report.documents) == 1:
        read += " only: nothing to compare it with, the rules within one article ran"
    else:
        read += f", {count(len(view.report.ledger.origins), 'independent origin')}{view.apart()}"
    return Text.assemble((plain(view.report.name), "bold"), f": {read}")


def _line(view: View, finding: Finding) -> Text:
    style = STYLES[finding.severity]
    values = few(f"{plain(brief(finding, v, 48))} ({len(v.documents)})" for v in finding.variants)
    within = f" within {plain(view.names(finding.variants[0].documents))}" if finding.scope == "within" else ""
    return Text.assemble(
        (f"{finding.severity:<7}", style),
        (f" {finding.code}", "bold"),
        f"  {plain(view.say(finding.fact))}{within}: {values}",
        (f"  {plain(view.location(view.odd(finding).span))}", "dim"),
        f"  ({', '.join(states(finding))})" if states(finding) else "",
    )


def _totals(view: View) -> Text:
    total = Text(tally(view.findings) or "No divergence found")
    alone = view.alone()
    if alone:
        total.append(f"; {count(alone, 'claim')} of a single origin in the report")
    unread = sum(s.error for s in view.report.skipped)
    if unread:
        total.append(f"; {count(unread, 'input')} not read", "bold red")
    if unlike := _documents_left_out(view.report):
        kinds = ", ".join(sorted({PurePath(each.path).suffix.lower() for each in unlike}))
        total.append(f"; {count(len(unlike), 'document')} of a kind that is not read ({kinds})")
    return total


def _documents_left_out(report: Report) -> tuple[Skipped, ...]:
    """What lay in a folder, was no error, and yet may be an article that somebody thinks was audited."""
    return tuple(s for s in report.skipped if not s.error and PurePath(s.path).suffix.lower() in _DOCUMENTS)
