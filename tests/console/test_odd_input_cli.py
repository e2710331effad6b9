"""Empty arguments, odd names, outputs that cannot be, streams that are gone: a line each, from the real program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from shell import EIGHT, SEVEN, claimcheck, lay_out

EMPTY = "a path is empty; name a file or a folder, or '.' for this one"
MISSING = "no such file or folder; check the path"
LONG = "x" * 300
WRONG = {
    ("audit", ""): (2, EMPTY),
    ("show", "articles", ""): (2, EMPTY),
    ("audit", "articles", "--config", ""): (2, EMPTY),
    ("audit", "-"): (3, "-: standard input is not read; save the article in a file"),
    ("audit", "no\nsuch"): (3, f"no such: {MISSING}"),
    ("audit", "empty"): (3, "empty: the folder holds no .htm, .html, .jsonl, .jsonl.gz, .md or .txt file"),
    ("audit", "own"): (3, "nothing but reports of claimcheck was found; name the articles"),
    ("audit", "articles", "--output", f"{LONG}.md"): (2, f"--output {LONG}.md: cannot be written (file name too long)"),
    ("audit", "articles", "--output", "loose.toml", "--config", "loose.toml"): (
        2,
        "loose.toml: is one of the articles, or configures the audit, and is not overwritten; choose another --output",
    ),
    ("audit", "articles", "--output", "known.json", "--baseline", "known.json"): (
        2,
        "known.json: is one of the articles, or configures the audit, and is not overwritten; choose another --output",
    ),
    ("baseline", "articles", "--output", "-"): (2, "--output -: a baseline is kept in a file; name one"),
    ("baseline", "articles", "--output", ""): (2, "--output: the path is empty; give a file, a folder or '-'"),
    ("config", "show", "artcles"): (3, f"artcles: {MISSING}"),
    ("explain", ""): (2, "'': no such rule; `claimcheck rules` lists them"),
}


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """Two articles, an empty folder, one that holds a report alone, a baseline, a configuration."""
    lay_out(tmp_path, articles__a_txt=SEVEN, articles__b_txt=EIGHT, loose_toml="")
    lay_out(tmp_path, own__report_md="<!-- claimcheck/report/1: written by claimcheck -->\n")
    lay_out(tmp_path, known_json='{"schema": "claimcheck/baseline/1", "findings": []}\n')
    (tmp_path / "empty").mkdir()
    return tmp_path


@pytest.mark.parametrize("arguments", WRONG, ids=lambda arguments: " ".join(arguments)[:50])
def test_one_line_and_nothing_written(event: Path, arguments: tuple[str, ...]) -> None:
    """What is wrong, where, what to do."""
    before = {path: path.read_bytes() for path in event.rglob("*") if path.is_file()}
    status, line = WRONG[arguments]
    done = claimcheck(event, *arguments)
    assert (done.status, done.out, done.err) == (status, "", f"claimcheck: {line}\n")
    assert {path: path.read_bytes() for path in event.rglob("*") if path.is_file()} == before


def test_names_in_any_script_and_none(event: Path) -> None:
    """Letters of any script, a name that is no UTF-8, control codes, a leading dash: read, and shown on one line."""
    texts = {
        "żółć 日本.txt": SEVEN,
        "-q.txt": EIGHT,
        "new\nline.txt": SEVEN,
        "esc\x1b[31m.txt": EIGHT,
        "[x](y)|`.md": SEVEN,
    }
    odd = event / "odd"
    odd.mkdir()
    for name, text in texts.items():
        (odd / name).write_text(text, encoding="utf-8")
    try:
        (odd / os.fsdecode(b"bad\xff.txt")).write_text(EIGHT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    forms = ("markdown", "json", "sarif", "csv", "junit", "github")
    done = claimcheck(event, "audit", "odd", *(f"--format={form}" for form in forms), "--output", "out")
    assert done.status == 1
    assert "\x1b" not in done.out + done.err
    assert len(json.loads((event / "out" / "odd.json").read_text(encoding="utf-8"))["documents"]) == 6
    assert claimcheck(event, "audit", "odd/-q.txt", "--fail-on", "never").status == 0
    assert claimcheck(event, "baseline", "odd", "--output", "odd.json").status == 0


def test_a_cache_that_cannot_be_is_done_without(event: Path) -> None:
    """One line, and the audit goes on."""
    done = claimcheck(event, "audit", "articles", "--cache", "articles/a.txt")
    assert done.status == 1
    assert done.err == "claimcheck: articles/a.txt/cache.sqlite: the cache cannot be used (file exists)\n"
    assert claimcheck(event, "cache", "prune", "--days", "1e30").status == 0


@pytest.mark.parametrize(
    ("redirection", "arguments", "status"),
    [
        (">/dev/full", "rules", 2),
        (">/dev/full", "audit articles", 2),
        (">&-", "explain CC101", 0),
        (">&-", "audit articles", 1),
        ("2>/dev/full", "audit none", 3),
        ("2>&-", "audit none", 3),
        ("2>&-", "audit --none", 2),
        ("| head -1 >/dev/null", "show articles", None),
    ],
)
def test_streams_that_are_full_or_gone(event: Path, redirection: str, arguments: str, status: int | None) -> None:
    """The status is what it would be, and nothing is a traceback."""
    command = f"'{sys.executable}' -m claimcheck {arguments} {redirection}"
    done = subprocess.run(["sh", "-c", command], cwd=event, capture_output=True, text=True, check=False)
    assert status is None or done.returncode == status
    assert done.stderr.count("\n") == ("full" in redirection and redirection[0] == ">")
    if done.stderr:
        assert done.stderr == "claimcheck: standard output: cannot be written: no space left on device\n"


def test_a_working_folder_that_is_gone(event: Path) -> None:
    """One line, whatever needs it."""
    command = f"mkdir gone && cd gone && rmdir ../gone && '{sys.executable}' -m claimcheck audit {event}/articles"
    done = subprocess.run(["sh", "-c", command], cwd=event, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "claimcheck: the working folder: no such file or directory"
    assert "Traceback" not in done.stderr


def test_a_folder_that_may_not_be_looked_into(event: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its article is an input that cannot be read, the others are audited; no configuration is looked for in it."""
    look = Path.stat

    def refuse(path: Path, **options: bool) -> os.stat_result:
        if "locked" in path.parts:
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, **options)

    lay_out(event, locked__a_txt=SEVEN)
    monkeypatch.setattr(Path, "stat", refuse)
    line = "claimcheck: locked/a.txt: the path cannot be read (permission denied)\n"
    for arguments, out in (("locked/a.txt",), False), (("articles", "locked/a.txt"), True):
        done = claimcheck(event, "audit", *arguments)
        assert (done.status, bool(done.out), done.err) == (3, out, line)
