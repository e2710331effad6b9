"""The report as a table for a spreadsheet: a line for each passage of each finding."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from claimcheck.report.escape import flat
from claimcheck.report.view import View, in_order, states
from claimcheck.rules import RULES, Rule
from claimcheck.types import Evidence, Finding, Report, Variant

COLUMNS = (
    "fingerprint", "code", "rule", "severity", "state", "confidence", "scope", "fact", "message", "reason", "consensus",
    "value", "origins", "document", "path", "line", "start", "end", "text", "sentence", "waived",
)  # fmt: skip
# A spreadsheet takes a cell that begins with one of these for a formula, and articles may begin with anything.
_FORMULA = ("=", "+", "-", "@")


def render_csv(report: Report, *, rules: Sequence[Rule] = RULES) -> str:
    """The findings, notes on coverage too. A cell that would be a formula has an apostrophe before it."""
    view = View.of(report)
    names = {rule.code: rule.name for rule in rules}
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for finding in in_order(report.findings):
        for variant in finding.variants:
            table.writerows(map(_cell, row) for row in _rows(view, finding, variant, names.get(finding.code, "")))
    return out.getvalue()


def _rows(view: View, finding: Finding, variant: Variant, rule: str) -> Iterator[tuple[str | int | float, ...]]:
    for piece in variant.evidence:
        yield (
            finding.fingerprint,
            finding.code,
            rule,
            finding.severity,
            " ".join(states(finding)) or "new",
            finding.confidence,
            finding.scope,
            finding.fact,
            finding.message,
            finding.reason,
            finding.consensus or "",
            variant.value,
            variant.origins,
            *_place(view, piece),
            finding.waived or "",
        )


def _place(view: View, piece: Evidence) -> tuple[str | int, ...]:
    span = piece.span
    path = view.documents[span.document].path
    return (span.document, path, view.line(span), span.start, span.end, piece.quote, piece.sentence)


def _cell(value: str | int | float) -> str | int | float:
    if not isinstance(value, str):
        return value
    text = flat(value).strip()
    return f"'{text}" if text.startswith(_FORMULA) else text
