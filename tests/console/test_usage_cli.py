"""A wrong command line, through the real program: one line that says what is wrong and what to do, and status 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shell import EIGHT, SEVEN, claimcheck, lay_out

WRONG = {
    "audit a.txt --format xml": "--format: expected one of markdown, json, sarif, csv, junit, github, text, got 'xml'",
    "audit a.txt --fail-on erorr": "--fail-on: expected one of error, warning, note, never, got 'erorr' "
    "(is error meant?)",
    "audit a.txt --jobs 0": "--jobs: expected a whole number from 1 on, got 0",
    "audit a.txt --jobs two": "--jobs: expected a whole number from 1 on, got 'two'",
    "audit a.txt --min-confidence 2": "--min-confidence: expected a number from 0 to 1, got 2",
    "audit a.txt --min-confidence nan": "--min-confidence: expected a number from 0 to 1, got nan",
    "audit a.txt --severity CC1": "--severity: expected CODE=LEVEL such as CC2=note, got 'CC1'",
    "audit a.txt --severity =note": "--severity: expected CODE=LEVEL such as CC2=note, got '=note'",
    "audit a.txt --severity CC9=note": "--severity CC9: no such rule; `claimcheck rules` lists them",
    "audit a.txt --severity CC1=note,CC2": "--severity: expected CODE=LEVEL such as CC2=note, got 'CC1=note,CC2'",
    "audit a.txt --select ,": "--select: expected rule codes such as CC101 or CC2, got ','",
    "audit a.txt --slect CC1": "--slect: no such option (is --select meant?); see `claimcheck audit --help`",
    "audit a.txt --zzz": "--zzz: no such option; see `claimcheck audit --help`",
    "audit a.txt --format": "option '--format' requires an argument; see `claimcheck audit --help`",
    "audit a.txt --quiet=yes": "option '--quiet' does not take a value; see `claimcheck audit --help`",
    "audit": "missing argument 'PATH'; see `claimcheck audit --help`",
    "show a.txt --format csv": "--format: expected one of text, json, got 'csv'",
    "audti a.txt": "audti: no such command (is audit meant?); see `claimcheck --help`",
    "cache claer": "claer: no such command (is clear meant?); see `claimcheck cache --help`",
    "cache prune --days soon": "--days: expected a whole number from 0 on, got 'soon'",
    "cache prune --size -1": "--size: expected a whole number from 0 on, got -1",
    "explain": "missing argument 'CODE'; see `claimcheck explain --help`",
}


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """Two articles."""
    return lay_out(tmp_path, a_txt=SEVEN, b_txt=EIGHT)


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_usage_is_one_line(event: Path, arguments: str) -> None:
    """What is wrong and where to look; nothing on standard output, nothing written."""
    done = claimcheck(event, *arguments.split())
    assert (done.status, done.out, done.err) == (2, "", f"claimcheck: {WRONG[arguments]}\n")
    assert sorted(path.name for path in event.iterdir()) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("arguments", [line for line in WRONG if line.startswith("audit")])
def test_wrong_usage_in_a_log_is_one_object(event: Path, arguments: str) -> None:
    """Whatever is wrong, once the command line asks for JSON."""
    command, *rest = arguments.split()
    done = claimcheck(event, command, "--log-json", *rest)
    entry = json.loads(done.err)
    assert (done.status, entry["level"], entry["message"]) == (2, "error", WRONG[arguments])


@pytest.mark.parametrize("arguments", ["", "config", "cache"])
def test_without_a_command_there_is_help(tmp_path: Path, arguments: str) -> None:
    """The commands are listed on standard error, and the status is that of wrong usage."""
    done = claimcheck(tmp_path, *arguments.split())
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("Usage: claimcheck")
    assert "Commands:" in done.err


def test_flags_as_they_are_typed_hold(event: Path) -> None:
    """Numbers, words and tables reach the audit as a file's would."""
    options = ("--jobs", "1", "--min-confidence", "0.1", "--severity", "CC1=note, CC2=note", "--fail-on", "warning")
    done = claimcheck(event, "audit", "a.txt", "b.txt", "--format", "text", *options)
    assert (done.status, done.err) == (0, "")
    assert "note    CC101" in done.out


@pytest.mark.parametrize(("variable", "value"), [("JOBS", "none"), ("SEVERITY", "CC1"), ("MIN_CONFIDENCE", "inf")])
def test_a_wrong_variable_names_itself(event: Path, variable: str, value: str) -> None:
    """As a flag does."""
    done = claimcheck(event, "audit", "a.txt", **{f"CLAIMCHECK_{variable}": value})
    assert done.status == 2
    assert done.err.startswith(f"claimcheck: CLAIMCHECK_{variable}: expected ")
    assert done.err.count("\n") == 1
