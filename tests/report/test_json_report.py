"""The JSON report keeps its contract."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import report_factory as factory

from claimcheck.report.json_report import render_json, schema

GOLDEN = Path(__file__).parents[1] / "golden"


def loaded() -> Any:
    """The hand-made report, read back from its JSON."""
    return json.loads(render_json(factory.report(), rules=factory.RULES))


def test_golden() -> None:
    """The report of the hand-made event is, byte for byte, the approved one (UPDATE_GOLDEN=1 writes it anew)."""
    golden, text = GOLDEN / "report.json", render_json(factory.report(), rules=factory.RULES)
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("report", [factory.report(), factory.quiet_report("delta")], ids=["full", "quiet"])
def test_fits_its_schema(report: Any) -> None:
    """What is written is what the shipped schema promises."""
    jsonschema.validate(json.loads(render_json(report, rules=factory.RULES)), schema("report-1"))


@pytest.mark.parametrize("name", ["report-1", "extraction-1"])
def test_the_schemas_are_schemas(name: str) -> None:
    """They are valid themselves, and name the contract they are of."""
    jsonschema.Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$id"] == f"claimcheck/{name.replace('-', '/')}"


def test_the_schema_finds_a_broken_report() -> None:
    """A missing key and an unknown severity are noticed."""
    for spoil in ({"severity": "fatal"}, {"variants": []}, {"code": "X1"}):
        report = loaded()
        report["findings"][0] |= spoil
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(report, schema("report-1"))


def test_evidence_is_exactly_the_slice() -> None:
    """`text` is document.text[start:end], for findings and for what is compatible."""
    report = loaded()
    pieces = [
        e for group in ("findings", "compatible") for f in report[group] for v in f["variants"] for e in v["evidence"]
    ]
    assert pieces
    for piece in pieces:
        assert factory.TEXTS[piece["document"]][piece["start"] : piece["end"]] == piece["text"]
        assert piece["text"] in piece["sentence"]


def test_a_file_that_is_not_plain_text_carries_its_text() -> None:
    """Offsets of an HTML page count in what was extracted from it."""
    report = factory.report()
    page = replace(report.documents[0], path="articles/alpha.html")
    read = json.loads(render_json(replace(report, documents=(page, *report.documents[1:]))))
    assert read["documents"][0]["extracted"] == factory.TEXTS["alpha"]
    assert "extracted" not in read["documents"][1]


def test_says_where_dates_are_from_and_names_rules() -> None:
    """Inferred dates say so; each finding carries the name of its rule."""
    report = loaded()
    assert [d["date_origin"] for d in report["documents"]] == ["metadata", "near-copy", "event", None]
    assert report["findings"][0]["rule"] == "count-conflict"
    assert report["skipped"][1] == {"path": "articles/x.txt", "reason": "empty", "error": True}


def test_findings_come_in_a_stable_order() -> None:
    """The order in which rules ran leaves no trace."""
    report = factory.report()
    turned = replace(report, findings=report.findings[::-1])
    assert render_json(turned, rules=factory.RULES) == render_json(report, rules=factory.RULES)


def test_the_time_can_be_given() -> None:
    """`when` stands in for the time of the run."""
    assert json.loads(render_json(factory.report(), when="later"))["run"]["when"] == "later"
