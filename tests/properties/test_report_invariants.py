"""What holds of every report, on real runs: the seeds, and small events of the tuning data where it is at hand."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimcheck.pipeline import Models, audit
from claimcheck.report.json_report import render_json, schema
from claimcheck.report.markdown import render_markdown
from claimcheck.types import Report

ROOT = Path(__file__).parents[2]
CLUSTERS = ROOT.parent / "shared" / "data" / "clusters" / "ecb"
WHEN = "2000-01-01T00:00:00Z"
MOST = 5  # articles of an event that are read
EVENTS = ("seeds", "14ecb", "35ecb", "18ecb")  # none of them held back for scoring


def articles(event: str) -> list[Path]:
    """The articles of an event, in sorted order."""
    folder = ROOT / "seeds" if event == "seeds" else CLUSTERS / event
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here: the tuning data is no part of the repository")
    return sorted(folder.glob("*.txt"))[:MOST]


@pytest.fixture(scope="module")
def audited(models: Models) -> Callable[[str], Report]:
    """The report of an event, each audited once."""
    known: dict[str, Report] = {}

    def run(event: str) -> Report:
        if event not in known:
            known[event] = audit(articles(event), name=event, models=models)
        return known[event]

    return run


each_event = pytest.mark.parametrize("event", EVENTS)


@each_event
def test_evidence_is_the_text_at_its_offsets(event: str, audited: Callable[[str], Report]) -> None:
    """Every quote is what the document says from start to end, and every sentence stands in it around the quote."""
    report = audited(event)
    texts = {document.id: document.text for document in report.documents}
    entries = [*report.findings, *report.compatible]
    pieces = [piece for entry in entries for variant in entry.variants for piece in variant.evidence]
    assert pieces
    for piece in pieces:
        text = texts[piece.span.document]
        assert text[piece.span.start : piece.span.end] == piece.quote
        assert piece.quote.strip()
        assert piece.quote in piece.sentence
        assert piece.sentence in text


@each_event
def test_json_keeps_the_contract(event: str, audited: Callable[[str], Report]) -> None:
    """The JSON validates against the schema that ships, and names only documents and counts that are there."""
    loaded = json.loads(render_json(audited(event)))
    Draft202012Validator(schema("report-1")).validate(loaded)
    origins = {d: o["id"] for o in loaded["origins"] for d in o["documents"]}
    for entry in (*loaded["findings"], *loaded["compatible"]):
        for variant in entry["variants"]:
            assert variant["documents"] == sorted({e["document"] for e in variant["evidence"]})
            assert variant["origins"] == len({origins[d] for d in variant["documents"]})


@each_event
def test_different_values_are_different_variants(event: str, audited: Callable[[str], Report]) -> None:
    """No finding names two of its variants alike, and no two findings share a fingerprint."""
    report = audited(event)
    for finding in report.findings:
        values = [variant.value for variant in finding.variants]
        assert len(set(values)) == len(values), finding.message
    prints = [finding.fingerprint for finding in report.findings]
    assert len(set(prints)) == len(prints)


@each_event
def test_the_order_of_the_arguments_changes_nothing(
    event: str, audited: Callable[[str], Report], models: Models
) -> None:
    """Files named in another order give the same report, byte for byte."""
    turned = audit(articles(event)[::-1], name=event, models=models)
    assert render_json(turned, when=WHEN) == render_json(audited(event), when=WHEN)
    assert render_markdown(turned, when=WHEN) == render_markdown(audited(event), when=WHEN)


@each_event
def test_a_copy_differs_in_nothing(event: str, models: Models, tmp_path: Path) -> None:
    """An article against its own copy: one origin, and no error or warning that it does not give by itself."""
    longest = max(articles(event), key=lambda path: path.stat().st_size)
    for name in ("original.txt", "twin.txt"):
        shutil.copyfile(longest, tmp_path / name)
    alone = audit([tmp_path / "original.txt"], models=models)
    both = audit([tmp_path], models=models)
    assert len(both.ledger.origins) == 1
    own = {(f.code, f.fact) for f in alone.findings}
    assert not [f.message for f in both.findings if f.severity != "note" and (f.code, f.fact) not in own]
