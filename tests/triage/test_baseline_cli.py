"""Baselines through the real command line: written, read, marked, and what survives an edit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from shell import ASIDE, EIGHT, OTHER, SEVEN, claimcheck, lay_out

NINE = "The summit opens on July 11, the host said on Tuesday. "
TEN = "The summit opens on July 13, the host said on Tuesday. "


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """Two articles that differ by one leader, and the baseline of that."""
    lay_out(tmp_path, articles__a_txt=SEVEN + ASIDE, articles__b_txt=EIGHT + OTHER)
    done = claimcheck(tmp_path, "baseline", "articles", "--output", "known.json")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("baseline: known.json, known findings: ")
    return tmp_path


def report(folder: Path, *arguments: str) -> dict[str, Any]:
    """The JSON report of an audit of the articles."""
    done = claimcheck(folder, "audit", "articles", "--format", "json", "--output", "-", *arguments)
    assert done.status in (0, 1), done.err
    loaded: dict[str, Any] = json.loads(done.out)
    return loaded


def states(folder: Path, *arguments: str) -> dict[str, bool | None]:
    """Code → whether it is known, coverage apart."""
    return {f["code"]: f["known"] for f in report(folder, *arguments)["findings"] if f["code"] < "CC6"}


def test_known_findings_are_marked_and_do_not_count(event: Path) -> None:
    """They stay in every report; the exit status is that of what is new."""
    assert states(event) == {"CC101": None}
    assert states(event, "--baseline", "known.json") == {"CC101": True}
    done = claimcheck(event, "audit", "articles", "--baseline", "known.json", "--fail-on", "note")
    assert done.status == 0
    assert "(known)" in done.out
    assert " known" in done.out.splitlines()[-2]
    text = (event / "reports" / "articles.md").read_text(encoding="utf-8")
    assert "| error, known |" in text.replace("  ", " ").replace("  ", " ")
    assert " · known · fingerprint `" in text


def test_something_new_counts(event: Path) -> None:
    """Beside what is known."""
    lay_out(event, articles__a_txt=SEVEN + ASIDE + NINE, articles__b_txt=EIGHT + OTHER + TEN)
    found = states(event, "--baseline", "known.json")
    assert found["CC101"] is True
    assert found["CC301"] is False
    assert claimcheck(event, "audit", "articles", "--baseline", "known.json").status == 1


@pytest.mark.parametrize(
    "edited",
    [
        (ASIDE + SEVEN, EIGHT + OTHER),
        (SEVEN + ASIDE, OTHER + OTHER + EIGHT),
        (f"A headline of its own\n\n{SEVEN}\n\n{ASIDE}", f"{OTHER}\n\n{EIGHT}".replace("\n", "\r\n")),
        (SEVEN.replace("officials said", "an official said") + ASIDE, EIGHT + OTHER),
    ],
    ids=["before it", "text added", "layout and line ends", "the rest of the sentence"],
)
def test_fingerprints_survive_edits_elsewhere(event: Path, edited: tuple[str, str]) -> None:
    """Whatever changes around the words in dispute, the finding is known."""
    for name, text in zip(("a", "b"), edited, strict=True):
        (event / "articles" / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    assert states(event, "--baseline", "known.json")["CC101"] is True


def test_another_value_is_another_finding(event: Path) -> None:
    """Nine leaders are not what somebody looked at."""
    lay_out(event, articles__b_txt=EIGHT.replace("Eight", "Nine") + OTHER)
    assert states(event, "--baseline", "known.json")["CC101"] is False


def test_what_is_gone_is_said(event: Path) -> None:
    """In a line on standard error and in the report, and only of articles that were read and rules that ran."""
    lay_out(event, articles__b_txt=SEVEN.replace("officials", "witnesses") + OTHER)
    done = claimcheck(event, "audit", "articles", "--baseline", "known.json", "--select", "CC1")
    assert (done.status, done.err) == (
        0, "claimcheck: known.json: 1 known finding is gone; write the baseline anew to forget them\n",
    )  # fmt: skip
    assert "is gone" in (event / "reports" / "articles.md").read_text(encoding="utf-8")
    assert claimcheck(event, "audit", "articles", "--baseline", "known.json", "--select", "CC3").err == ""
    lay_out(event, elsewhere__a_txt=SEVEN + ASIDE, elsewhere__b_txt=SEVEN + OTHER)
    assert claimcheck(event, "audit", "elsewhere", "--baseline", "known.json").err == ""


def test_one_baseline_holds_several_events(event: Path) -> None:
    """What it says of articles that are not read now is kept, as long as they are there."""
    lay_out(event, second__a_txt=NINE + ASIDE, second__b_txt=TEN + OTHER)
    before = json.loads((event / "known.json").read_text(encoding="utf-8"))["findings"]
    claimcheck(event, "baseline", "second", "--output", "known.json")
    entries = json.loads((event / "known.json").read_text(encoding="utf-8"))["findings"]
    assert all(entry in entries for entry in before)
    assert {"articles/a.txt", "second/a.txt"} <= {path for entry in entries for path in entry["documents"]}
    (event / "articles" / "b.txt").unlink()
    claimcheck(event, "baseline", "second", "--output", "known.json")
    assert "articles/b.txt" not in (event / "known.json").read_text(encoding="utf-8")


def test_it_is_configured_and_found_from_anywhere(event: Path) -> None:
    """The path counts from the configuration's folder; `baseline` writes to the configured file."""
    (event / "claimcheck.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    done = claimcheck(event / "articles", "audit", ".", "--format", "json", "--output", "-")
    assert [f["known"] for f in json.loads(done.out)["findings"] if f["code"] == "CC101"] == [True]
    (event / "known.json").unlink()
    assert claimcheck(event / "articles", "baseline", ".", "--quiet").out == ""
    written = json.loads((event / "known.json").read_text(encoding="utf-8"))
    assert written["schema"] == "claimcheck/baseline/1"
    assert {path for entry in written["findings"] for path in entry["documents"]} == {
        "articles/a.txt", "articles/b.txt",
    }  # fmt: skip


def test_two_runs_write_the_same(event: Path) -> None:
    """Byte for byte, so that a commit shows what changed."""
    before = (event / "known.json").read_bytes()
    claimcheck(event, "baseline", "articles", "--output", "known.json")
    assert (event / "known.json").read_bytes() == before


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "no such file; `claimcheck baseline PATH... --output bad.json` writes one"),
        ("{", "not a baseline (not JSON)"),
        pytest.param("[" * 100_000, "not a baseline (not JSON)", id="deep"),
        ("[]", "not a baseline (claimcheck/baseline/1)"),
        ('{"schema": "claimcheck/report/1", "findings": []}', "not a baseline (claimcheck/baseline/1)"),
        ('{"schema": "claimcheck/baseline/1", "findings": [{}]}', "not a baseline (claimcheck/baseline/1)"),
    ],
)
def test_what_is_no_baseline(event: Path, content: str | None, why: str) -> None:
    """One line, status 2, nothing written; and it is never overwritten."""
    if content is not None:
        (event / "bad.json").write_text(content, encoding="utf-8")
    done = claimcheck(event, "audit", "articles", "--baseline", "bad.json")
    assert (done.status, done.err.count("\n"), why in done.err) == (2, 1, True), done.err
    assert not (event / "reports").exists()
    if content is not None:
        done = claimcheck(event, "baseline", "articles", "--output", "bad.json")
        assert (done.status, "is not a baseline and is not overwritten" in done.err) == (2, True)
        assert (event / "bad.json").read_text(encoding="utf-8") == content


def test_an_article_is_not_overwritten_and_an_unread_input_is_told(event: Path) -> None:
    """Status 2 and 3."""
    assert claimcheck(event, "baseline", "articles", "--output", "articles/a.txt").status == 2
    done = claimcheck(event, "baseline", "articles", "missing.txt", "--output", "known.json")
    assert (done.status, "missing.txt" in done.err) == (3, True)
