"""Bad input through the real program: one clear line each, the right status, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = "Seven national leaders dined in The Hague on Tuesday. The summit is next week, he said.\n"


def claimcheck(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "claimcheck.cli", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def lines(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines on standard error, none of them part of a traceback."""
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()


def test_no_such_path(tmp_path: Path) -> None:
    """Status 3, the path named once, nothing written."""
    done = claimcheck(tmp_path, "audit", "missing.txt")
    assert done.returncode == 3
    assert len(lines(done)) == 1
    assert lines(done)[0].count("missing.txt") == 1
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_and_a_missing_one(tmp_path: Path) -> None:
    """A line each."""
    (tmp_path / "empty.txt").write_bytes(b"")
    done = claimcheck(tmp_path, "audit", "empty.txt", "missing.txt")
    assert done.returncode == 3
    assert len(lines(done)) == 2
    assert not (tmp_path / "reports").exists()


def test_a_folder_with_nothing_readable(tmp_path: Path) -> None:
    """Status 3, and it says what would be read."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"\xff\xd8")
    done = claimcheck(tmp_path, "audit", "photos")
    assert done.returncode == 3
    assert any("photos" in line for line in lines(done))
    assert not (tmp_path / "reports").exists()


def test_the_rest_is_audited(tmp_path: Path) -> None:
    """One unreadable input of three: a report on the others, status 3."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    done = claimcheck(tmp_path, "audit", "a.txt", "b.txt", "missing.txt", "--fail-on", "never")
    assert done.returncode == 3
    assert len(lines(done)) == 1
    report = (tmp_path / "reports" / "audit.md").read_text(encoding="utf-8")
    assert "missing.txt" in report


def test_one_article_only(tmp_path: Path) -> None:
    """It is audited within itself, and the report says that nothing could be compared."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    done = claimcheck(tmp_path, "audit", "a.txt")
    assert done.returncode == 0
    assert lines(done) == []
    assert "nothing to compare it with" in done.stdout
    assert "Only one article was read" in (tmp_path / "reports" / "a.md").read_text(encoding="utf-8")


def test_invalid_front_matter(tmp_path: Path) -> None:
    """Status 3 and one line that names the file."""
    (tmp_path / "a.md").write_text(f"---\ntitle: [unclosed\n---\n{ARTICLE}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    done = claimcheck(tmp_path, "audit", "a.md", "b.txt")
    assert done.returncode == 3
    assert len(lines(done)) == 1
    assert "a.md" in lines(done)[0]


@pytest.mark.parametrize("output", ["file/report.md", "file/"])
def test_an_unwritable_output(tmp_path: Path, output: str) -> None:
    """Status 2, one line, before any work."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    done = claimcheck(tmp_path, "audit", "a.txt", "--output", output)
    assert done.returncode == 2
    assert len(lines(done)) == 1
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


def test_a_log_that_knows_no_unicode(tmp_path: Path) -> None:
    """Characters it cannot hold become "?"; the report itself is UTF-8."""
    (tmp_path / "a.txt").write_text(ARTICLE.replace("he said", "Støre said"), encoding="utf-8")
    done = claimcheck(tmp_path, "show", "a.txt", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Støre" in done.stdout
    assert lines(claimcheck(tmp_path, "audit", "a.txt", PYTHONIOENCODING="ascii")) == []


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    """With the time fixed a report can be compared byte for byte, wherever it is written."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    reports = []
    for output in ("one/report.md", "two.md"):
        claimcheck(tmp_path, "audit", "a.txt", "b.txt", "--output", output, SOURCE_DATE_EPOCH="1700000000")
        reports.append((tmp_path / output).read_bytes())
    assert reports[0] == reports[1]
    assert b"2023-11-14T22:13:20Z" in reports[0]
