"""An article about something else is set apart, and nothing that belongs is."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import pipeline
from claimcheck.report.json_report import render_json
from claimcheck.report.markdown import render_markdown

FIRE = {
    "a": "A fire tore through the Harbour Street depot in Northwick on Monday. Fire chief Alan Brodie said six "
    "engines fought the flames. Nobody was hurt, said owner Petra Hollis.",
    "b": "Six fire engines were called to the Harbour Street depot in Northwick on Monday. Nobody was hurt in the "
    "blaze, chief Alan Brodie said. The owner, Petra Hollis, thanked the crews.",
    "c": "Crews spent Monday night at a depot on Harbour Street, Northwick, where a fire had broken out. Eight "
    "engines came, said Petra Hollis, who owns the depot.",
}
MATCH = (
    "Rovers beat Albion 3-1 on Saturday to go top of the league. Striker Danilo Prates scored eight minutes from "
    "time at Carrow Lane. Manager Henrik Voss praised his defence."
)


def _audit(folder: Path, articles: dict[str, str]) -> pipeline.Report:
    for name, text in articles.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return pipeline.audit([folder])


def test_an_article_about_something_else_is_set_apart(tmp_path: Path) -> None:
    """The match report takes part in nothing, and the reports say so with the reason."""
    report = _audit(tmp_path, {**FIRE, "stray": MATCH})
    (stray,) = report.ledger.strays
    assert stray.extraction.document.id == "stray"
    assert all("stray" not in v.documents for f in report.findings for v in f.variants)
    markdown = render_markdown(report)
    assert "1 set apart" in markdown
    assert "set apart, compared with nothing: it opens like none of the other articles" in markdown
    assert '"apart": "it opens like none' in render_json(report)


@pytest.mark.parametrize(
    "articles",
    [
        FIRE,
        {"a": FIRE["a"], "stray": MATCH},
        {**FIRE, "d": MATCH, "e": MATCH.replace("3-1", "3-0")},
    ],
    ids=["all belong", "two articles only", "two reports of another event"],
)
def test_what_belongs_stays(tmp_path: Path, articles: dict[str, str]) -> None:
    """No account of the fire is set apart, whatever else lies in the folder."""
    strays = {stray.extraction.document.id for stray in _audit(tmp_path, articles).ledger.strays}
    assert not strays & FIRE.keys()
    assert len(articles) > 2 or not strays
