"""What is known of a report's findings already: a baseline lists them, a waiver accepts them. Marked, never dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.settings import Settings
from claimcheck.triage.baseline import Baseline, mark
from claimcheck.triage.waivers import Waiver, waive
from claimcheck.types import Report

__all__ = ["Baseline", "Waiver", "triage"]


def triage(report: Report, *, baseline: Baseline | None, waivers: Sequence[Waiver], settings: Settings) -> Report:
    """The report with its known and waived findings marked, and what became of baseline and waivers."""
    findings, notices = report.findings, report.notices
    if baseline is not None:
        findings, gone = mark(findings, baseline, report.documents, settings)
        notices += gone
    findings, lapsed = waive(findings, waivers, report, settings)
    return replace(report, findings=findings, notices=notices + lapsed)
