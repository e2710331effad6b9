"""Bad input through the real program: one clear line each, the right status, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.cli import main

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


PROSE = (
    "The bridge at Aldermoor was closed on Friday after a lorry struck it, the council said. Seven people were hurt in "
    "the crash, two of them badly, and the driver, who is 43, was arrested. Engineers will look at it on Monday."
)
GERMAN = (
    "Die Brücke in Aldermoor ist am Freitag gesperrt worden, nachdem ein Lastwagen sie gerammt hatte, teilte der Rat "
    "mit. Sieben Menschen wurden verletzt, zwei von ihnen schwer."
)


NO_ARTICLES = {
    "elf.txt": (b"\x7fELF\x02\x01\x01\0\0\0\0", "binary"),
    "pdf.txt": (b"%PDF-1.7 \xe2\xe3\xcf\xd3", "binary (a PDF)"),
    "docx.md": (b"PK\x03\x04\x14\x00", "zip archive"),
    "bytes.txt": (bytes(range(256)) * 40, "binary"),
    "picture.html": (b"\x89PNG\r\n\x1a\n\0\0", "binary"),
    "links.html": (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article was found"),
    "script.htm": (b"<html><body><script>1</script></body></html>", "no article was found"),
    "damaged.jsonl.gz": (b"not gzip at all", "not gzip"),
    "blank.jsonl": (b"\n\n", "empty"),
    "german.txt": (GERMAN.encode(), "in German"),
    "german.html": (f"<article><p>{GERMAN}</p><p>{GERMAN[:90]}.</p></article>".encode(), "in German"),
    "russian.txt": ("Мост был закрыт в пятницу, сообщил совет города в своём заявлении.".encode(), "in Russian"),
    "archive.txt": (b"The word is a word. " * 150_000, "split it"),
    "line.txt": (b"x" * 5_000_000, "split it"),
    "prose.txt": (f"{PROSE} ".encode() * 25_000, "split it"),  # a line of 5 MB
    "half.txt": (b"\xff\xfeT", "UTF-16"),
}


def test_what_is_no_article(tmp_path: Path) -> None:
    """Status 3, a line for each that names the file and the reason, the rest audited."""
    for name, (content, _) in NO_ARTICLES.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    done = claimcheck(tmp_path, "show", *NO_ARTICLES, "good.txt")
    assert done.returncode == 3
    assert len(lines(done)) == len(NO_ARTICLES)
    for name, (_, why) in NO_ARTICLES.items():
        (line,) = [line for line in lines(done) if line.startswith(f"claimcheck: {name}: ")]
        assert why in line
    assert "Seven national leaders" in done.stdout


def test_a_broken_line_of_many(tmp_path: Path) -> None:
    """File and line are named, in the report too, and the other lines are audited; the report carries their text."""
    good = '{"id": "%s", "title": "Bridge closed", "date": "2023-06-29", "text": "%s"}'
    (tmp_path / "feed.jsonl").write_text(f"{good % ('a', PROSE)}\n{{broken\n{good % ('b', PROSE)}\n", encoding="utf-8")
    done = claimcheck(tmp_path, "audit", "feed.jsonl", "--format", "json", "--output", "-", "--fail-on", "never")
    assert done.returncode == 3
    complaints = [line for line in lines(done) if line.startswith("claimcheck:")]
    assert len(complaints) == 1
    assert complaints[0].startswith("claimcheck: feed.jsonl:2: ")
    report = json.loads(done.stdout)
    assert [d["id"] for d in report["documents"]] == ["a", "b"]
    assert all(d["extracted"] == f"Bridge closed\n\n{PROSE}" for d in report["documents"])
    assert [s["path"] for s in report["skipped"]] == ["feed.jsonl:2"]


def test_halves_of_characters_and_zeros(tmp_path: Path) -> None:
    """Neither the parser nor the embedder nor the report stumbles."""
    odd = PROSE.replace("lorry", "lor\\ud83dry").replace("Engineers", "\\u0000Engineers\\udc00")
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{odd}", "title": "Bridge \\ud800 closed"}}\n', encoding="utf-8")
    (tmp_path / "b.txt").write_text(PROSE.replace("lorry", "lorry\0"), encoding="utf-8")
    done = claimcheck(tmp_path, "audit", "a.jsonl", "b.txt", "--fail-on", "never")
    assert done.returncode == 0
    assert lines(done) == []
    assert "\0" not in (tmp_path / "reports" / "audit.md").read_text(encoding="utf-8")


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    """A folder called .txt is a folder; a file that may not be read is one line (root may read all: see below)."""
    (tmp_path / "folder.txt").mkdir()
    locked = tmp_path / "locked.txt"
    locked.write_text(ARTICLE, encoding="utf-8")
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("this user may read every file")
    done = claimcheck(tmp_path, "show", "folder.txt", "locked.txt")
    assert done.returncode == 3
    assert any("permission" in line for line in lines(done))


def test_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The same for root: the file system says no, the user is told which file and what to do."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(SystemExit) as ended:
        main(["show", "a.txt"])
    assert ended.value.code == 3
    assert capsys.readouterr().err == (
        "claimcheck: a.txt: the file cannot be read (permission denied); check its permissions\n"
    )


def test_a_page_and_its_encodings(tmp_path: Path) -> None:
    """A page in Windows-1252 and a text in UTF-16 say the same."""
    text = f"{PROSE} René’s café is shut."
    page = f"<html><head><meta charset='windows-1252'></head><body><article><p>{text}</p></article></body></html>"
    (tmp_path / "a.html").write_bytes(page.encode("cp1252"))
    (tmp_path / "b.txt").write_bytes(text.encode("utf-16-le"))
    done = claimcheck(tmp_path, "show", "a.html", "b.txt")
    assert done.returncode == 0
    assert lines(done) == []
    assert done.stdout.count("René’s café is shut.") >= 2
