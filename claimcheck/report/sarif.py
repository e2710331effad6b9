"""The report as SARIF 2.1.0, the exchange format of static analysis, for code scanning and editors.

The primary location of a finding is the value that fewest origins give, the related ones
are all other passages. Offsets and columns count code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.report.catalogue import first_sentence
from claimcheck.report.escape import plain
from claimcheck.report.json_report import Object, dump
from claimcheck.report.links import is_inside, uri
from claimcheck.report.view import View, few, in_order, is_plain
from claimcheck.rules import RULES, Rule
from claimcheck.types import Document, Evidence, Finding, Report, Skipped, Variant

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "claimcheck/v1"
_ROOT = "%SRCROOT%"
_LINK = re.compile(r"[\\\[\]]")  # what makes a link inside a message


def render_sarif(report: Report, *, rules: Sequence[Rule] = RULES, when: str | None = None) -> str:
    """The whole report, notes on coverage too. `when` stands in for the time of the run."""
    view = View.of(report)
    index = {rule.code: number for number, rule in enumerate(rules)}
    run = report.run
    return dump(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "claimcheck",
                            "version": run.version,
                            "semanticVersion": run.version,
                            "rules": [_rule(rule) for rule in rules],
                        }
                    },
                    "columnKind": "unicodeCodePoints",
                    "invocations": [_invocation(report, when or run.when)],
                    "artifacts": [
                        {"location": _artifact(path)} for path in dict.fromkeys(d.path for d in report.documents)
                    ],
                    "results": [_result(view, finding, index) for finding in in_order(report.findings)],
                    "properties": {"name": report.name, "configHash": run.config_hash, "settings": dict(run.settings)},
                }
            ],
        }
    )


def _rule(rule: Rule) -> Object:
    name = "".join(part.capitalize() for part in rule.name.split("-"))
    said = first_sentence(rule) or rule.name
    entry: Object = {
        "id": rule.code,
        "name": name,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": said},
        "defaultConfiguration": {"level": rule.severity},
    }
    if rule.explanation:
        entry["help"] = {"text": rule.explanation, "markdown": rule.explanation}
    return entry


def _invocation(report: Report, when: str) -> Object:
    unread = [skipped for skipped in report.skipped if skipped.error]
    told = [_notification(skipped) for skipped in unread]
    told += [{"level": "warning", "message": {"text": _text(notice)}} for notice in report.notices]
    entry: Object = {"executionSuccessful": not unread, "endTimeUtc": when}
    return entry | {"toolExecutionNotifications": told} if told else entry


def _notification(skipped: Skipped) -> Object:
    return {
        "level": "error",
        "message": {"text": plain(skipped.reason)},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(skipped.path)}}],
    }


def _result(view: View, finding: Finding, index: dict[str, int]) -> Object:
    first = view.odd(finding)
    others = [(variant, piece) for variant in finding.variants for piece in variant.evidence if piece is not first]
    related = [_related(view, number, variant, piece) for number, (variant, piece) in enumerate(others, start=1)]
    entry: Object = {
        "ruleId": finding.code,
        "level": finding.severity,
        "message": _message(view, finding, others),
        "locations": [_location(view, first)],
        "relatedLocations": related,
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "rank": round(finding.confidence * 100, 1),
        "properties": _properties(finding),
    }
    if finding.code in index:
        entry["ruleIndex"] = index[finding.code]
    if finding.known is not None:
        entry["baselineState"] = "unchanged" if finding.known else "new"
    if finding.waived is not None:
        entry["suppressions"] = [{"kind": "external", "status": "accepted", "justification": plain(finding.waived)}]
    return entry


def _message(view: View, finding: Finding, others: Sequence[tuple[Variant, Evidence]]) -> Object:
    """What is in dispute, why it counts, and a link to a passage of each other value."""
    odd = finding.variants[-1]
    links = {v.value: n for n, (v, _) in reversed(list(enumerate(others, start=1))) if v is not odd}
    said = " ".join(_text(view.say(part)) for part in (finding.message, finding.reason) if part)
    elsewhere = (f"[{_text(value)}]({number})" for value, number in reversed(links.items()))
    return {"text": f"{said} Elsewhere: {few(elsewhere, ', ')}." if links else said}


def _properties(finding: Finding) -> Object:
    return {
        "confidence": finding.confidence,
        "scope": finding.scope,
        "fact": finding.fact,
        "check": finding.check,
        "consensus": finding.consensus,
        "values": [{"value": v.value, "documents": list(v.documents), "origins": v.origins} for v in finding.variants],
    }


def _related(view: View, number: int, variant: Variant, piece: Evidence) -> Object:
    return {"id": number, **_location(view, piece), "message": {"text": _text(variant.value)}}


def _location(view: View, piece: Evidence) -> Object:
    document = view.documents[piece.span.document]
    physical: Object = {"artifactLocation": _artifact(document.path)}
    if is_plain(document):
        physical |= _region(view, document, piece)
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"name": document.id, "kind": "document"}],
    }


def _region(view: View, document: Document, piece: Evidence) -> Object:
    """Where a passage stands in its file; in the text of a page or record its offsets would mislead."""
    start, end = piece.span.start, piece.span.end
    line, column = view.line(piece.span), view.column(piece.span)
    region = {
        "startLine": line,
        "startColumn": column,
        **dict(_end(view, piece)),
        "charOffset": start,
        "charLength": end - start,
        "snippet": {"text": document.text[start:end]},
    }
    return {"region": region}


def _end(view: View, piece: Evidence) -> Iterator[tuple[str, int]]:
    last = type(piece.span)(piece.span.document, piece.span.end, piece.span.end)
    yield "endLine", view.line(last)
    yield "endColumn", view.column(last)


def _artifact(path: str) -> Object:
    return {"uri": uri(path), "uriBaseId": _ROOT} if is_inside(path) else {"uri": uri(path)}


def _text(text: str) -> str:
    """A message's text, in which brackets make links."""
    return _LINK.sub(r"\\\g<0>", plain(text))
