"""The summary: coloured on a terminal, plain in a log."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
import report_factory as factory
from rich.console import Console

from claimcheck.report.terminal import summary
from claimcheck.types import Report


def printed(report: Report, *written: str, terminal: bool = False) -> str:
    """The summary as the console prints it."""
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=terminal, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in summary(report, written):
        console.print(line)
    return stream.getvalue()


def test_one_line_a_finding_and_where_the_report_is() -> None:
    """Severity, code, dispute, values with their sources, file:line; totals; the report."""
    lines = printed(factory.report(), "reports/dinner.md").splitlines()
    assert lines == [
        "dinner: 4 articles, 3 independent origins",
        "error   CC101  leaders at the dinner | in The Hague: seven leaders (3) / Eight leaders (1)  "
        "articles/gamma.txt:1",
        "error   CC301  the day of the summit within delta: July 11 (1) / July 12 (1)  articles/delta.txt:2",
        "error   CC401  what the alliance chief said of the move: make any final … whatever you think (2) "
        "/ make a final … whatever they think (1)  articles/gamma.txt:2",
        "warning CC204  two words run together within gamma: Stoltenbergsaid (1)  articles/gamma.txt:2",
        "note    CC202  the spelling of a place: The Hague (2) / The Hague; (1)  articles/gamma.txt:1",
        "3 errors, 1 warning, 1 note; 1 claim of a single origin in the report; 1 input not read",
        "report: reports/dinner.md",
    ]


def test_colours_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets no control codes, a terminal colours, NO_COLOR none."""
    for variable in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b" not in printed(factory.report())
    assert "\x1b[1;31m" in printed(factory.report(), terminal=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;31m" not in printed(factory.report(), terminal=True)


def test_an_article_cannot_colour_the_terminal() -> None:
    """Control codes in an article's words do not reach the terminal."""
    report = factory.report()
    evil = replace(report, findings=tuple(replace(f, fact="\x1b[2J[red]gone") for f in report.findings))
    assert "\x1b" not in printed(evil)
    assert "[red]gone" in printed(evil)


def test_nothing_found_and_one_article() -> None:
    """Both say so."""
    text = printed(factory.quiet_report("delta"))
    assert "1 article only: nothing to compare it with" in text
    assert "No divergence found" in text
