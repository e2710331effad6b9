"""Formats, quiet and verbose, logs, colours, completion and watching, through the real command line."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from shell import ASIDE, EIGHT, OTHER, SEVEN, claimcheck, lay_out


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """Two articles that differ by one leader."""
    return lay_out(tmp_path, articles__a_txt=SEVEN + ASIDE, articles__b_txt=EIGHT + OTHER)


def test_every_format_goes_to_a_file(event: Path) -> None:
    """Each with its own suffix; those for a log go to standard output, the summary then to standard error."""
    forms = ("markdown", "json", "sarif", "csv", "junit", "github")
    done = claimcheck(event, "audit", "articles", *(f"--format={form}" for form in forms), "--output", "out")
    assert done.status == 1
    assert sorted(path.name for path in (event / "out").iterdir()) == [
        "articles.csv", "articles.json", "articles.junit.xml", "articles.md", "articles.sarif",
    ]  # fmt: skip
    assert done.out.startswith("::error file=articles/")
    assert "independent origins" in done.err
    assert json.loads((event / "out" / "articles.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert Xml.parse(event / "out" / "articles.junit.xml").getroot().get("failures") == "1"


def test_a_format_for_a_log_goes_where_it_is_told(event: Path) -> None:
    """To standard output by default, to a file when one is named."""
    done = claimcheck(event, "audit", "articles", "--format", "github")
    assert done.out.startswith("::error ")
    assert not (event / "reports").exists()
    done = claimcheck(event, "audit", "articles", "--format", "github", "--output", "log.txt")
    assert (event / "log.txt").read_text(encoding="utf-8").startswith("::error ")
    assert "::" not in done.out


def test_text_is_said_once(event: Path) -> None:
    """As a format the summary is not repeated on standard error."""
    done = claimcheck(event, "audit", "articles", "--format", "text")
    assert done.out.startswith("articles: 2 articles, 2 independent origins\nerror   CC101")
    assert done.err == ""


def test_one_format_alone_on_standard_output(event: Path) -> None:
    """Two are wrong usage, before any work."""
    done = claimcheck(event, "audit", "articles", "--format", "sarif", "--format", "github", "--output", "-")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert claimcheck(event, "audit", "articles", "--format", "xml").status == 2


def test_quiet_and_verbose(event: Path) -> None:
    """Nothing but errors; or each stage with its time, the configuration, the files."""
    done = claimcheck(event, "audit", "articles", "--quiet")
    assert (done.status, done.out, done.err) == (1, "", "")
    done = claimcheck(event, "audit", "articles", "missing.txt", "-q")
    assert (done.status, done.out) == (3, "")
    assert done.err.startswith("claimcheck: missing.txt: ")
    done = claimcheck(event, "audit", "articles", "-v", "--no-cache")
    assert "claimcheck: configuration: none\n" in done.err
    assert "claimcheck: Aligning claims (" in done.err
    assert "claimcheck: written: reports/articles.md\n" in done.err
    assert "1 error" in done.out


def test_logs_as_json(event: Path) -> None:
    """One object a line on standard error, errors of any kind among them."""
    (event / "claimcheck.toml").write_text('[[waivers]]\nrule = "CC3"\nreason = "x"\n', encoding="utf-8")
    done = claimcheck(event, "audit", "articles", "missing.txt", "--log-json", "--verbose", "--no-cache")
    entries = [json.loads(line) for line in done.err.splitlines()]
    assert {"time", "level", "message"} <= set.intersection(*map(set, entries))
    assert {entry["level"] for entry in entries} == {"info", "warning", "error"}
    assert any(entry.get("stage") == "Aligning claims" and entry["seconds"] >= 0 for entry in entries)
    assert any(entry.get("files") == ["reports/audit.md"] for entry in entries)
    done = claimcheck(event, "audit", "articles", "--log-json", "--baseline", "none.json")
    (only,) = [json.loads(line) for line in done.err.splitlines()]
    assert (done.status, only["level"]) == (2, "error")
    (event / "claimcheck.toml").write_text("selct = []\n", encoding="utf-8")
    done = claimcheck(event, "audit", "articles", "--log-json")
    assert json.loads(done.err)["message"] == "claimcheck.toml: selct: no such key (is select meant?)"


def on_a_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """What a run prints to a terminal of its own."""
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcheck.cli", *arguments],
        cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=kept | {"TERM": "xterm-256color"} | environment,
    )  # fmt: skip
    os.close(theirs)
    said = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the terminal is closed
            break
        if not piece:
            break
        said += piece
    process.wait()
    os.close(ours)
    return said.decode()


def test_no_colour_where_none_is_wanted(event: Path) -> None:
    """Styles on a terminal, none with NO_COLOR; no control code where nobody watches."""
    options = ("audit", "articles", "--select", "CC1")
    assert "\x1b[1;31m" in on_a_terminal(event, *options)
    plain = on_a_terminal(event, *options, NO_COLOR="1", TERM="dumb")
    assert "\x1b" not in plain
    assert "CC101" in plain
    spun = on_a_terminal(event, *options, NO_COLOR="1")
    assert "\x1b[1;31m" not in spun
    piped = claimcheck(event, *options)
    assert "\x1b" not in piped.out + piped.err


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completion(name: str) -> None:
    """Each shell is given a script, and the script an answer."""

    def run(**environment: str) -> str:
        command = [sys.executable, "-c", "import sys; from claimcheck.cli import main; main(sys.argv[1:])"]
        env = os.environ | environment
        return subprocess.run(command, env=env, capture_output=True, text=True, check=False).stdout

    assert "_CLAIMCHECK_COMPLETE" in run(_CLAIMCHECK_COMPLETE=f"source_{name}")
    asked = {"COMP_WORDS": "claimcheck audit --fail", "COMP_CWORD": "2", "_TYPER_COMPLETE_ARGS": "claimcheck audit --f"}
    offered = run(_CLAIMCHECK_COMPLETE=f"complete_{name}", _TYPER_COMPLETE_FISH_ACTION="get-args", **asked)
    assert "--fail-on" in offered


class Watching:
    """A run of `audit --watch`, and what it says line by line."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "claimcheck.cli", "audit", "articles", "--watch", "--select", "CC1", *options],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def until(self, part: str) -> str:
        """The first line from here on that holds `part`."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if part in line:
                return line
        raise AssertionError(f"ended without saying {part!r}")

    def stop(self) -> int:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=60)


def test_watch_audits_again_when_a_file_changes(event: Path) -> None:
    """Articles, new ones too, the configuration; an error is told and the watch goes on; its reports are not seen."""
    watching = Watching(event, "--output", "articles/report.md", "--verbose")
    try:
        assert "7 leaders" not in watching.until("CC101")
        watching.until("watching ")
        lay_out(event, articles__b_txt=SEVEN.replace("officials", "witnesses") + OTHER)
        assert "articles/b.txt" in watching.until("changed: ")
        watching.until("No divergence found")
        watching.until("report: ")
        lay_out(event, articles__c_txt=EIGHT + OTHER.replace("talks", "meetings"))
        assert "articles/c.txt" in watching.until("changed: ")
        watching.until("CC101")
        watching.until("report: ")
        lay_out(event, claimcheck_toml="selct = []\n")
        watching.until("claimcheck.toml: selct: no such key")
        lay_out(event, claimcheck_toml='severity = { CC1 = "note" }\n')
        watching.until("note    CC101")
        watching.until("report: ")
    finally:
        status = watching.stop()
    assert status == 0
    assert "CC101" in (event / "articles" / "report.md").read_text(encoding="utf-8")


def test_the_cache_commands(event: Path, tmp_path: Path) -> None:
    """`cache info` says what is kept, `prune` and `clear` forget it, --cache says where, and off is off."""
    where = ("--cache", str(tmp_path / "kept"))
    first = claimcheck(event, "audit", "articles", *where, "-q")
    info = claimcheck(event, "cache", "info", *where)
    assert info.status == 0
    assert info.out.startswith(f"{tmp_path / 'kept' / 'cache.sqlite'}: ")
    assert [line.split(" MB  ")[1] for line in info.out.splitlines()[1:]] == [
        "articles extracted",
        "whole reports",
        "vectors of texts",
    ]
    again = claimcheck(event, "audit", "articles", *where, "-v")
    assert again.status == first.status
    assert "the report comes from the cache" in again.err
    assert "0 entries forgotten" in claimcheck(event, "cache", "prune", *where).out
    assert "entries forgotten, 0.0 MB left" in claimcheck(event, "cache", "prune", "--size", "0", *where).out
    claimcheck(event, "audit", "articles", *where, "-q")
    assert "entries forgotten, 0.0 MB left" in claimcheck(event, "cache", "clear", *where).out
    assert claimcheck(event, "cache", "info", CLAIMCHECK_CACHE="off").out == "the cache is off\n"
    assert not list(claimcheck(event, "cache", "info", *where).out.splitlines()[1:])


def test_without_a_cache_nothing_is_kept(event: Path) -> None:
    """`--no-cache` beats the configuration, and writes no file."""
    (event / "claimcheck.toml").write_text('cache = "kept"\n', encoding="utf-8")
    claimcheck(event, "audit", "articles", "-q", "--no-cache")
    assert not (event / "kept").exists()
    claimcheck(event, "audit", "articles", "-q", CLAIMCHECK_CACHE="")
    assert (event / "kept" / "cache.sqlite").exists()


def test_jobs_are_counted_from_one(event: Path) -> None:
    """What is no number of cores is one line and status 2."""
    assert claimcheck(event, "audit", "articles", "--jobs", "0").status == 2
    (event / "claimcheck.toml").write_text("jobs = 1.5\n", encoding="utf-8")
    done = claimcheck(event, "audit", "articles")
    assert (done.status, done.err) == (
        2,
        "claimcheck: claimcheck.toml: jobs: expected a whole number from 1 on, got 1.5\n",
    )
    (event / "claimcheck.toml").write_text("jobs = 1\n", encoding="utf-8")
    assert claimcheck(event, "audit", "articles", "-q").status == 1


def test_documents_of_another_kind(event: Path) -> None:
    """In a folder they are counted in the summary and listed in the report; named, they are an error."""
    lay_out(event, articles__c_docx="x", articles__d_PDF="x", articles__photo_jpg="x", articles__notes_toml="")
    lay_out(event, articles__claimcheck_toml="")
    (event / "articles" / ".hidden.docx").write_text("x", encoding="utf-8")
    done = claimcheck(event, "audit", "articles", "--select", "CC1")
    assert (done.status, done.err) == (1, "")
    assert done.out.splitlines()[-2] == "1 error; 2 documents of a kind that is not read (.docx, .pdf)"
    report = (event / "reports" / "articles.md").read_text(encoding="utf-8")
    kinds = ".htm, .html, .jsonl, .jsonl.gz, .md or .txt"
    assert f"- articles/c.docx: .docx files are not read; save the text as {kinds}\n" in report
    assert "- articles/photo.jpg: " in report
    assert ".hidden" not in report
    assert "claimcheck.toml" not in report
    verbose = claimcheck(event, "audit", "articles", "-v").err
    assert "claimcheck: passed over: articles/c.docx: .docx files are not read" in verbose
    done = claimcheck(event, "audit", "articles/a.txt", "articles/b.txt", "articles/c.docx", "-q")
    assert done.status == 3
    assert done.err == f"claimcheck: articles/c.docx: .docx files are not read; save the text as {kinds}\n"
