"""Every case of every rule's table, through the real pipeline with the real models."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimcheck.pipeline import Models, Settings, audit

CASES = Path(__file__).parent / "cases"


def tables():
    """(code, case) for every case of every rule's table."""
    for path in sorted(CASES.glob("CC*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(path.stem, case, id=f"{path.stem} {case['name']}")


def write(folder: Path, document: dict) -> None:
    """One article of a case as a file; a date or title goes into front matter."""
    meta = {
        key: document[name]
        for name, key in (("published", "date"), ("title", "title"), ("source", "source"))
        if name in document
    }
    head = f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n" if meta else ""
    (folder / f"{document['id']}.md").write_text(head + document["text"].rstrip("\n") + "\n", encoding="utf-8")


def quotes(variant) -> str:
    """All the words that give a variant's value."""
    return " | ".join(evidence.quote for evidence in variant.evidence)


def is_shown(values: list[str], finding) -> bool:
    """Whether the texts stand in the evidence of different variants."""
    places = [{i for i, variant in enumerate(finding.variants) if text in quotes(variant)} for text in values]
    return all(places) and (len(values) < 2 or len(set().union(*places)) >= 2)


@pytest.mark.parametrize(("code", "case"), list(tables()))
def test_case(code: str, case: dict, tmp_path: Path, models: Models) -> None:
    """The rule fires where the table says so, with those values, and is silent elsewhere."""
    for document in case["documents"]:
        write(tmp_path, document)
    report = audit([tmp_path], settings=Settings(select=(code,)), models=models)
    messages = [finding.message for finding in report.findings]
    loud = [finding for finding in report.findings if finding.severity != "note" or case.get("severity") == "note"]
    if not case["fires"]:
        assert not loud, f"should be silent, but: {messages}"
    else:
        assert report.findings, "should fire"
        if "severity" in case:
            assert case["severity"] in {finding.severity for finding in report.findings}, messages
        if "values" in case:
            assert any(is_shown(case["values"], finding) for finding in report.findings), messages
    shown = [quotes(variant) for finding in report.findings for variant in finding.variants]
    for text in case.get("omits", ()):
        assert not any(text in words for words in shown), f"should not list: {text}"
    if "compatible" in case:
        assert any(case["compatible"] in entry.reason for entry in report.compatible), report.compatible
