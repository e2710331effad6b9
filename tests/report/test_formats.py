"""Every format: its golden copy, that odd text cannot break it, what is known and waived, what was not read."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import jsonschema
import pytest
import report_factory as factory
from hypothesis import given, settings
from hypothesis import strategies as st
from sarif_schema import SARIF

from claimcheck.console.options import Format
from claimcheck.report.csv_report import COLUMNS, render_csv
from claimcheck.report.formats import FORMATS
from claimcheck.report.github import render_github
from claimcheck.report.junit import render_junit
from claimcheck.report.sarif import render_sarif
from claimcheck.report.terminal import render_text
from claimcheck.rules import RULES
from claimcheck.types import Report

GOLDEN = Path(__file__).parents[1] / "golden"
Render = Callable[[Report], str]
RENDERERS: dict[str, Render] = {
    "report.sarif": lambda report: render_sarif(report, rules=factory.RULES),
    "report.csv": lambda report: render_csv(report, rules=factory.RULES),
    "report.junit.xml": lambda report: render_junit(report, rules=factory.RULES),
    "report.github.txt": lambda report: render_github(report, rules=factory.RULES),
    "report.txt": render_text,
}


def triaged() -> Report:
    """The hand-made report with a baseline: the count is known, the quotation is waived, the rest is new."""
    report = factory.report()
    waived = {"CC401": "the speaker agreed [to it]"}
    findings = tuple(replace(f, known=f.code == "CC101", waived=waived.get(f.code)) for f in report.findings)
    return replace(report, findings=findings, notices=("known.json: 1 known finding is gone",))


@pytest.mark.parametrize("name", RENDERERS)
def test_golden(name: str) -> None:
    """The report of the hand-made event is, byte for byte, the approved one (UPDATE_GOLDEN=1 writes it anew)."""
    golden, text = GOLDEN / name, RENDERERS[name](triaged())
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="")
    assert text == golden.read_bytes().decode()


def test_the_formats_and_the_option_are_in_step() -> None:
    """What --format offers is what there is, and each renders."""
    assert [form.value for form in Format] == list(FORMATS)
    assert len({form.suffix for form in FORMATS.values()}) == len(FORMATS)
    assert all(form.render(factory.report()) for form in FORMATS.values())


def results(report: Report) -> dict[str, dict[str, Any]]:
    """Code → its last result in the SARIF log."""
    (run,) = json.loads(render_sarif(report, rules=factory.RULES))["runs"]
    return {result["ruleId"]: result for result in run["results"]}


@pytest.mark.parametrize(
    "report", [factory.report(), triaged(), factory.quiet_report("delta")], ids=["full", "triaged", "quiet"]
)
def test_sarif_fits_its_schema(report: Report) -> None:
    """The part of SARIF 2.1.0 that is used, nothing beside it allowed."""
    jsonschema.validate(json.loads(render_sarif(report, rules=factory.RULES)), SARIF)
    jsonschema.validate(json.loads(render_sarif(report)), SARIF)


def test_the_primary_location_is_in_the_odd_document() -> None:
    """All other passages are related ones, and the message links to one of each other value."""
    result = results(factory.report())["CC101"]
    (place,) = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "articles/gamma.txt"
    related = [r["physicalLocation"]["artifactLocation"]["uri"] for r in result["relatedLocations"]]
    assert related == ["articles/alpha.txt", "articles/beta.txt", "articles/delta.txt"]
    assert [r["id"] for r in result["relatedLocations"]] == [1, 2, 3]
    assert "Elsewhere: [seven leaders](1)." in result["message"]["text"]


def test_regions_are_slices_of_the_file() -> None:
    """By offset, and by line and column, whatever the line ends."""
    for result in results(factory.report()).values():
        for place in [*result["locations"], *result["relatedLocations"]]:
            region = place["physicalLocation"]["region"]
            text = factory.TEXTS[place["logicalLocations"][0]["name"]]
            piece = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
            assert piece == region["snippet"]["text"]
            lines = re.split(r"\r\n|\r|\n", text)
            first = lines[region["startLine"] - 1][region["startColumn"] - 1 :]
            assert first.startswith(piece[:1])
            assert region["startLine"] != region["endLine"] or first.startswith(piece)
            if region["startLine"] == region["endLine"]:
                assert region["endColumn"] - region["startColumn"] == region["charLength"]


def test_sarif_says_what_is_known_and_waived() -> None:
    """baselineState only with a baseline, suppressions only for waivers."""
    assert not any({"baselineState", "suppressions"} & set(r) for r in results(factory.report()).values())
    states = {code: result["baselineState"] for code, result in results(triaged()).items()}
    assert states == {c: "unchanged" if c == "CC101" else "new" for c in states}
    (waived,) = (r["suppressions"] for r in results(triaged()).values() if "suppressions" in r)
    assert waived == [{"kind": "external", "status": "accepted", "justification": "the speaker agreed [to it]"}]


def test_sarif_carries_the_rules_own_help() -> None:
    """As `claimcheck explain` prints it; each result points to its rule."""
    (run,) = json.loads(render_sarif(factory.report()))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["help"]["markdown"] for rule in rules] == [rule.explanation for rule in RULES]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_sarif_of_a_page_gives_no_lines_that_mislead() -> None:
    """Offsets of a page count in what was extracted from it; a path outside the folder is a file URI."""
    report = factory.report()
    page, other = replace(report.documents[2], path="articles/g a.html"), replace(report.documents[0], path="../a.txt")
    moved = replace(report, documents=(other, report.documents[1], page, report.documents[3]))
    (place,) = results(moved)["CC101"]["locations"]
    assert place["physicalLocation"] == {"artifactLocation": {"uri": "articles/g%20a.html", "uriBaseId": "%SRCROOT%"}}
    related = results(moved)["CC101"]["relatedLocations"][0]["physicalLocation"]["artifactLocation"]
    assert related["uri"].startswith("file:///")
    assert "uriBaseId" not in related


def rows(report: Report) -> list[dict[str, str]]:
    """The table, read back."""
    return list(csv.DictReader(io.StringIO(render_csv(report, rules=factory.RULES), newline="")))


def test_csv_has_a_line_for_each_passage() -> None:
    """Of all findings, the notes on coverage too."""
    report = triaged()
    pieces = [e for f in report.findings for v in f.variants for e in v.evidence]
    assert len(rows(report)) == len(pieces)
    assert {row["state"] for row in rows(report)} == {"known", "waived", "new"}
    assert all(set(row) == set(COLUMNS) for row in rows(report))


@pytest.mark.parametrize("start", "=+-@")
def test_csv_holds_no_formula(start: str) -> None:
    """A cell that a spreadsheet would compute has an apostrophe before it."""
    report = factory.report()
    poisoned = tuple(replace(f, fact=f" {start}cmd|' /C calc'!A0") for f in report.findings)
    assert {row["fact"] for row in rows(replace(report, findings=poisoned))} == {f"'{start}cmd|' /C calc'!A0"}


def test_github_annotates_the_odd_passage() -> None:
    """Severity by severity; what is known, waived or a note is a notice; notes on coverage are left out."""
    lines = RENDERERS["report.github.txt"](triaged()).splitlines()
    kinds = {line.split("title=")[1].split("::")[0]: line.split(" ")[0] for line in lines}
    assert kinds == {
        "CC101 count-conflict (known)": "::notice",
        "CC301 date-conflict": "::error",
        "CC401 quote-altered (waived)": "::notice",
        "CC204 misspelling": "::warning",
        "CC202": "::notice",
        "baseline and waivers": "::warning",
        "not read": "::error",
    }
    assert any(line.startswith("::notice file=articles/gamma.txt,line=1,col=1,title=CC101") for line in lines)


def test_github_escapes_what_ends_a_property() -> None:
    """A path or a fact may hold anything."""
    report = factory.report()
    odd = replace(report.documents[2], path="a,b:c%\n.txt")
    text = RENDERERS["report.github.txt"](replace(report, documents=(*report.documents[:2], odd, report.documents[3])))
    assert "file=a%2Cb%3Ac%25 .txt,line=1" in text


def test_junit_counts_what_it_holds() -> None:
    """Failures are errors and warnings, skipped is what does not count, an unread input is an error."""
    root = Xml.fromstring(RENDERERS["report.junit.xml"](triaged()))
    assert (root.get("tests"), root.get("failures"), root.get("errors"), root.get("skipped")) == ("8", "2", "1", "2")
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite)
    clean = Xml.fromstring(RENDERERS["report.junit.xml"](factory.quiet_report("alpha", "beta")))
    assert [(suite.get("tests"), suite.get("failures")) for suite in clean] == [("1", "0"), ("1", "0")]


def test_text_is_the_summary_without_styles() -> None:
    """One line a finding, with its state."""
    lines = render_text(triaged()).splitlines()
    assert lines[0] == "dinner: 4 articles, 3 independent origins"
    assert sum("(known)" in line for line in lines) == 1
    assert lines[-1] == "1 error, 1 warning, 1 note, 1 known, 1 waived; 1 claim of a single origin in the report; " \
        "1 input not read"  # fmt: skip


ODD = st.text(st.one_of(st.characters(), st.sampled_from("\"',;:<>&%[]()\\\n\r\t\0=|-\ud800\u2028")), max_size=12)


@settings(max_examples=40, deadline=None)
@given(st.lists(ODD, min_size=4, max_size=4))
def test_no_text_can_break_a_format(words: list[str]) -> None:
    """Whatever articles say, each format reads back with as many entries."""
    fact, said, path, value = words
    report = factory.report()
    spoilt = replace(
        report,
        name=f"n{said}",
        documents=tuple(replace(d, path=f"{d.id}{path}.txt") for d in report.documents),
        findings=tuple(
            replace(f, fact=fact, message=said, reason=said, waived=said,
                    variants=tuple(replace(v, value=f"{n}{value}") for n, v in enumerate(f.variants)))
            for f in report.findings
        ),
    )  # fmt: skip
    sarif = json.loads(render_sarif(spoilt, rules=factory.RULES).encode("utf-8", "replace"))
    jsonschema.validate(sarif, SARIF)
    assert len(sarif["runs"][0]["results"]) == len(report.findings)
    assert len(rows(spoilt)) == len(rows(report))
    assert len(RENDERERS["report.github.txt"](spoilt).splitlines()) == 6
    assert len(list(Xml.fromstring(RENDERERS["report.junit.xml"](spoilt)).iter("testcase"))) == 8
    assert len(render_text(spoilt).splitlines()) == 7
