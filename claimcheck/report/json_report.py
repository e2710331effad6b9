"""The report as JSON: the contract `claimcheck/report/1`, whose schema ships beside this file.

Keys may be added, never renamed or dropped: a reader ignores those it does not know.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources
from typing import Any

from claimcheck.report.view import View, count_words, day, in_order, is_plain
from claimcheck.rules import RULES, Rule
from claimcheck.types import Compatible, Coverage, Document, Finding, Report, Run, Span, Variant

SCHEMA = "claimcheck/report/1"

Object = dict[str, Any]


def render_json(report: Report, *, rules: Sequence[Rule] = RULES, when: str | None = None) -> str:
    """The whole report. `when` stands in for the time of the run."""
    view = View.of(report)
    names = {rule.code: rule.name for rule in rules}
    run = report.run if when is None else replace(report.run, when=when)
    return dump(
        {
            "schema": SCHEMA,
            "tool": {"name": "claimcheck", "version": run.version},
            "run": _run(run),
            "name": report.name,
            "documents": [_document(view, document) for document in report.documents],
            "origins": [
                {"id": o.id, "documents": list(o.documents), "shared": round(o.shared, 4)}
                for o in report.ledger.origins
            ],
            "overlaps": [
                {"document": o.document, "other": o.other, "share": round(o.share, 4)} for o in report.ledger.overlaps
            ],
            "findings": [_finding(f, names) for f in in_order(report.findings)],
            "compatible": [_compatible(entry) for entry in report.compatible],
            "coverage": [_coverage(fact) for fact in report.coverage],
            "notices": list(report.notices),
            "skipped": [{"path": s.path, "reason": s.reason, "error": s.error} for s in report.skipped],
        }
    )


def dump(value: Object) -> str:
    """The value as JSON text, as every file of ours is written."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def schema(name: str) -> Object:
    """The schema of a contract, "report-1" or "extraction-1", as it ships."""
    text = resources.files("claimcheck.report").joinpath("schema", f"{name}.json").read_text(encoding="utf-8")
    loaded: Object = json.loads(text)
    return loaded


def document_fields(document: Document) -> Object:
    """What both contracts say of a document. `extracted` carries the text where the file is not the text."""
    published = document.published
    fields: Object = {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "source": document.source,
        "author": document.author,
        "url": document.url,
        "published": day(published) if published else None,
        "date_origin": published.origin if published else None,
        "date_note": published.note if published else "",
        "words": count_words(document),
        "notes": list(document.notes),
    }
    if not is_plain(document):
        fields["extracted"] = document.text
    return fields


def offsets(span: Span) -> Object:
    """The two offsets of a span."""
    return {"start": span.start, "end": span.end}


def _run(run: Run) -> Object:
    return {
        "models": [{"role": m.role, "name": m.name, "version": m.version, "sha256": m.sha256} for m in run.models],
        "config_hash": run.config_hash,
        "settings": dict(run.settings),
        "when": run.when,
    }


def _document(view: View, document: Document) -> Object:
    origin = view.origin(document.id)
    fields = {
        **document_fields(document),
        "claims": view.claims(document.id),
        "origin": origin.id if origin else None,
    }
    apart = [s.reason for s in view.report.ledger.strays if s.extraction.document.id == document.id]
    return {**fields, "apart": apart[0]} if apart else fields


def _finding(finding: Finding, names: dict[str, str]) -> Object:
    return {
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "rule": names.get(finding.code, ""),
        "severity": finding.severity,
        "confidence": finding.confidence,
        "scope": finding.scope,
        "fact": finding.fact,
        "message": finding.message,
        "reason": finding.reason,
        "check": finding.check,
        "consensus": finding.consensus,
        "known": finding.known,
        "waived": finding.waived,
        "variants": [_variant(v) for v in finding.variants],
    }


def _variant(variant: Variant) -> Object:
    return {
        "value": variant.value,
        "documents": list(variant.documents),
        "origins": variant.origins,
        "evidence": [
            {"document": e.span.document, **offsets(e.span), "text": e.quote, "sentence": e.sentence}
            for e in variant.evidence
        ],
    }


def _compatible(entry: Compatible) -> Object:
    return {"fact": entry.fact, "reason": entry.reason, "variants": [_variant(v) for v in entry.variants]}


def _coverage(fact: Coverage) -> Object:
    return {
        "fact": fact.fact,
        "documents": list(fact.documents),
        "origins": fact.origins,
        "values": [{"document": document, "value": value} for document, value in fact.values],
    }
