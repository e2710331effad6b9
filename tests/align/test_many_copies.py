"""Of very many copies some are compared, and all of them are reported."""

from __future__ import annotations

from pathlib import Path

from claimcheck.align import facts, shingles
from claimcheck.models import Models
from claimcheck.pipeline import audit
from claimcheck.types import Report

ONE = "Seven leaders dined with the prime minister in Oslo on Friday evening, and the talks went on until midnight."
OTHER = ONE.replace("Seven", "Eight")
COPIES = 40


def report_on(folder: Path, models: Models) -> Report:
    """An event of which one article gives another number than all the others."""
    for number in range(COPIES):
        (folder / f"{number:02}.txt").write_text(f"{ONE}\n\nThe hall was number {number}.\n", encoding="utf-8")
    (folder / "99.txt").write_text(f"{OTHER}\n\nRain fell on the quays.\n", encoding="utf-8")
    return audit([folder], models=models)


def test_every_copy_of_a_passage_stands_in_its_fact(tmp_path: Path, models: Models) -> None:
    """More copies than are compared: the finding names all their documents, each once."""
    assert COPIES > facts._COPIES
    (finding,) = [f for f in report_on(tmp_path, models).findings if f.code == "CC101"]
    documents = {v.value: [e.span.document for e in v.evidence] for v in finding.variants}
    assert sorted(map(len, documents.values())) == [1, COPIES]
    assert all(len(set(found)) == len(found) for found in documents.values())


def test_copies_beyond_those_that_are_met_are_of_one_origin(tmp_path: Path, models: Models, monkeypatch) -> None:
    """A document that meets only a few of its copies still belongs to their origin."""
    whole = report_on(tmp_path, models)
    monkeypatch.setattr(shingles, "MOST", 3)
    few = report_on(tmp_path, models)
    assert len(few.ledger.overlaps) < len(whole.ledger.overlaps)
    assert [o.documents for o in few.ledger.origins] == [o.documents for o in whole.ledger.origins]
