"""Reports go where they should, whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from claimcheck.errors import UsageError
from claimcheck.report.write import check_name, check_output, targets, write


def names(folder: Path) -> list[str]:
    """What lies in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("output", "suffixes", "files"),
    [
        ("reports/", [".md"], ["reports/x.md"]),
        ("out.md", [".md"], ["out.md"]),
        ("out", [".md", ".json"], ["out/x.md", "out/x.json"]),
        ("existing", [".json"], ["existing/x.json"]),
    ],
)
def test_where_reports_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, suffixes: list[str], files: list[str]
) -> None:
    """A file for one format, a folder for several or where there is one."""
    monkeypatch.chdir(tmp_path)
    Path("existing").mkdir()
    assert [str(file) for file in targets(output, "x", suffixes)] == files


def test_an_article_is_never_overwritten(tmp_path: Path) -> None:
    """An output that is one of the inputs is refused."""
    article = tmp_path / "a.txt"
    article.write_text("x")
    with pytest.raises(UsageError, match="one of the articles"):
        targets(str(article), "x", [".md"], inputs=[str(article)])


@pytest.mark.parametrize(("output", "formats"), [("", 1), ("-", 2), ("file", 2), ("file/below/report.md", 1)])
def test_an_impossible_output_is_refused_early(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, formats: int
) -> None:
    """Before any work, in one line."""
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("x")
    with pytest.raises(UsageError, match="--output") as caught:
        check_output(output, formats=formats)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["a/b", "", "..", "a\nb"])
def test_a_name_is_a_plain_word(name: str) -> None:
    """A name cannot lead out of the folder."""
    with pytest.raises(UsageError, match="--name"):
        check_name(name)


def test_writes_whole_files_and_makes_folders(tmp_path: Path) -> None:
    """Bytes as given, line endings kept, nothing left beside them."""
    write({tmp_path / "new" / "a.md": "é\n", tmp_path / "new" / "b.json": "\ud800"})
    assert (tmp_path / "new" / "a.md").read_bytes() == "é\n".encode()
    assert (tmp_path / "new" / "b.json").read_bytes() == b"?"
    assert names(tmp_path / "new") == ["a.md", "b.json"]


def test_none_is_written_when_one_cannot_be(tmp_path: Path) -> None:
    """A report that exists keeps its content, and no temporary file stays."""
    old = tmp_path / "a.md"
    old.write_text("old")
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="cannot be written") as caught:
        write({old: "new", tmp_path / "file" / "b.json": "new"})
    assert "\n" not in str(caught.value)
    assert old.read_text() == "old"
    assert names(tmp_path) == ["a.md", "file"]


def test_keeps_permissions_and_links(tmp_path: Path) -> None:
    """A report that exists keeps its mode, and a link keeps pointing at it."""
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    write({link: "new"})
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_new_report_is_as_readable_as_any_new_file(tmp_path: Path) -> None:
    """The temporary file's narrow permissions do not stay."""
    (tmp_path / "plain").write_text("")
    write({tmp_path / "a.md": "x"})
    assert (tmp_path / "a.md").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_device_is_written_to_and_not_replaced() -> None:
    """Even root keeps /dev/null."""
    write({Path(os.devnull): "x"})
    assert not Path(os.devnull).is_file()
