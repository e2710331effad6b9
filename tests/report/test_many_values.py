"""A fact that every article gives another value of: named on one line as far as it can be read, the rest counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shell import Result, claimcheck

NUMBERS = ("Seven", "Eight", "Nine", "Eleven", "Twelve", "Fourteen", "Fifteen", "Sixteen", "Seventeen")
LEAD = "{} national leaders dined at the palace in The Hague on Tuesday, June 27, officials said.\n"
ASIDES = (
    "The palace has a garden.", "The talks went on past midnight.", "Reporters waited outside in the rain.",
    "The menu was not made known.", "A band played in the square.", "The host gave a short speech.",
    "Guests arrived by boat.", "Police closed two bridges.", "The king was in Delft that day.",
)  # fmt: skip


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine articles, nine counts."""
    folder = tmp_path_factory.mktemp("event")
    (folder / "articles").mkdir()
    for number, aside in zip(NUMBERS, ASIDES, strict=True):
        (folder / "articles" / f"{number.lower()}.txt").write_text(f"{LEAD.format(number)}{aside}\n", encoding="utf-8")
    return folder


def audit(event: Path, form: str) -> Result:
    """The count conflict in a format, on standard output."""
    return claimcheck(event, "audit", "articles", "--select", "CC101", "--format", form, "--output", "-")


def test_the_message_names_six(event: Path) -> None:
    """The JSON holds all the values."""
    (found,) = json.loads(audit(event, "json").out)["findings"]
    assert len(found["variants"]) == 9
    named = " against ".join(f"“{variant['value']}”" for variant in found["variants"][:6])
    assert found["message"] == f"The articles differ on the number of leaders: {named} and 3 more values."


@pytest.mark.parametrize("form", ["text", "github", "sarif", "markdown"])
def test_no_line_names_more_than_six(event: Path, form: str) -> None:
    """The rest is counted; in the Markdown each value has its row, its passage and its place with its article."""
    out = audit(event, form).out
    assert "and 3 more values" in out
    for line in out.splitlines():
        if '"message"' in line or form != "sarif":
            assert sum(f"{number} national" in line for number in NUMBERS) <= 7
    if form == "markdown":
        assert all(out.count(f"**{number} national leaders**") for number in NUMBERS)
        assert all(f"| {number} national leaders" in out for number in NUMBERS)
