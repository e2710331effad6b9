"""Reports of claimcheck beside the articles are not taken for articles."""

from __future__ import annotations

from pathlib import Path

import report_factory as factory

from claimcheck.report.markdown import render_markdown
from claimcheck.sources.reading import read


def test_a_report_in_the_folder_is_passed_over(tmp_path: Path) -> None:
    """So that a second run reads what the first did."""
    (tmp_path / "a.txt").write_text(factory.TEXTS["alpha"], encoding="utf-8")
    before = read([tmp_path])
    (tmp_path / "report.md").write_text(render_markdown(factory.report()), encoding="utf-8")
    assert read([tmp_path]) == before


def test_a_report_that_is_named_is_an_error(tmp_path: Path) -> None:
    """Whoever names it is told."""
    report = tmp_path / "report.md"
    report.write_text(render_markdown(factory.report()), encoding="utf-8")
    (skipped,) = read([report]).skipped
    assert skipped.error
    assert "not an article" in skipped.reason
