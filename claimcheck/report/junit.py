"""The report as JUnit XML, which CI servers show as tests: a suite an article, a failed case a finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as Xml

from claimcheck.report.escape import plain
from claimcheck.report.view import View
from claimcheck.rules import RULES, Rule
from claimcheck.types import Document, Finding, Report, Skipped


def render_junit(report: Report, *, rules: Sequence[Rule] = RULES) -> str:
    """Errors and warnings are failures, notes pass with a word; what is known or waived is skipped.

    A finding stands with the article whose value fewest origins give. Notes on coverage are left out.
    """
    view = View.of(report)
    names = {rule.code: rule.name for rule in rules}
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in view.findings:
        findings[view.odd(finding).span.document].append(finding)
    suites = [_suite(view, document, findings[document.id], names) for document in report.documents]
    suites += [_unread(skipped) for skipped in report.skipped if skipped.error]
    root = Xml.Element("testsuites", {"name": f"claimcheck: {plain(report.name)}", **_sums(suites)})
    root.extend(suites)
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def _suite(view: View, document: Document, findings: Sequence[Finding], names: Mapping[str, str]) -> Xml.Element:
    cases = [_case(view, document, finding, names) for finding in findings]
    if not cases:
        cases = [Xml.Element("testcase", {"name": "no divergence", "classname": plain(document.path)})]
    return _with(document.path, cases)


def _with(name: str, cases: Sequence[Xml.Element]) -> Xml.Element:
    """A suite of some cases, counted."""
    counts = {f"{kind}s" if kind != "skipped" else kind: kind for kind in ("failure", "error", "skipped")}
    totals = {attribute: str(sum(case.find(kind) is not None for case in cases)) for attribute, kind in counts.items()}
    suite = Xml.Element("testsuite", {"name": plain(name), "tests": str(len(cases)), **totals})
    suite.extend(cases)
    return suite


def _case(view: View, document: Document, finding: Finding, names: Mapping[str, str]) -> Xml.Element:
    where = view.location(view.odd(finding).span)
    case = Xml.Element(
        "testcase",
        {
            "name": plain(f"{finding.code} {names.get(finding.code, '')}".strip() + f": {view.say(finding.fact)}"),
            "classname": plain(document.path),
            "file": plain(document.path),
            "line": str(view.line(view.odd(finding).span)),
        },
    )
    said = plain(view.say(finding.message))
    if finding.waived is not None:
        Xml.SubElement(case, "skipped", {"message": plain(f"waived: {finding.waived}")})
    elif finding.known:
        Xml.SubElement(case, "skipped", {"message": "known: in the baseline"})
    elif finding.severity == "note":
        Xml.SubElement(case, "system-out").text = f"note: {said}"
    else:
        failure = Xml.SubElement(case, "failure", {"type": finding.severity, "message": said})
        failure.text = "\n".join([plain(where), plain(view.say(finding.reason)), *_values(view, finding)])
    return case


def _values(view: View, finding: Finding) -> list[str]:
    return [
        plain(f"{piece.quote} ({view.location(piece.span)})")
        for variant in finding.variants
        for piece in variant.evidence
    ]


def _unread(skipped: Skipped) -> Xml.Element:
    case = Xml.Element("testcase", {"name": "is read", "classname": plain(skipped.path)})
    Xml.SubElement(case, "error", {"type": "not read", "message": plain(skipped.reason)})
    return _with(skipped.path, [case])


def _sums(suites: Sequence[Xml.Element]) -> dict[str, str]:
    keys = ("tests", "failures", "errors", "skipped")
    return {key: str(sum(int(suite.get(key, "0")) for suite in suites)) for key in keys}
