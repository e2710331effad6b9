"""House style through the real command line: listed spellings, and what departs from them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from shell import claimcheck

FILLER = "The talks went on past midnight, and the host thanked the guests for their patience."
Found = list[dict[str, Any]]


def findings(folder: Path, names: list[str], *articles: str) -> Found:
    """What an audit of some articles finds on names when these are house style."""
    for number, article in enumerate(articles):
        (folder / f"{number}.txt").write_text(f"{article}\n\n{FILLER}\n", encoding="utf-8")
    (folder / "claimcheck.toml").write_text(f"names = {json.dumps(names, ensure_ascii=False)}\n", encoding="utf-8")
    done = claimcheck(folder, "audit", ".", "--select", "CC201,CC202,CC203", "--format", "json", "--output", "-")
    assert done.status in (0, 1), done.err
    found: Found = json.loads(done.out)["findings"]
    return found


DEPART = {
    "a city under its older name": (
        ["Kyiv"], "Leaders arrived in Kiev on Monday, officials said.", "CC202", "note", ["Kiev"],
    ),
    "a president spelled otherwise": (
        ["Volodymyr Zelenskyy"],
        "President Volodymyr Zelensky spoke to reporters on Monday. Zelensky thanked the allies.",
        "CC201", "warning", ["Volodymyr Zelensky"],
    ),
    "a slip in a family name": (
        ["Gitanas Nausėda"],
        "President Gitanas Nauseada spoke to reporters on Monday.", "CC201", "warning", ["Gitanas Nauseada"],
    ),
    "accents left out": (
        ["Recep Tayyip Erdoğan"],
        "President Recep Tayyip Erdogan spoke to reporters on Monday.", "CC201", "note", ["Recep Tayyip Erdogan"],
    ),
    "initials without their stops": (
        ["A.J. Butler"], "The mayor, AJ Butler, spoke to reporters on Monday.", "CC201", "note", ["AJ Butler"],
    ),
    "a country with a letter missing": (
        ["Netherlands"],
        "Prime Minister Mark Rutte of the Netherland met reporters on Monday.", "CC202", "warning", ["Netherland"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", DEPART)
def test_a_departure_is_found_although_all_agree(tmp_path: Path, case: str) -> None:
    """Two articles that print the same, and one list that has it otherwise."""
    names, text, code, severity, values = DEPART[case]
    (found,) = findings(tmp_path, names, text, f"{text} It was raining.")
    assert (found["code"], found["severity"]) == (code, severity)
    assert [variant["value"] for variant in found["variants"]] == values
    assert f"House style is {names[0]}" in found["message"]
    assert names[0] in found["reason"]
    assert found["variants"][0]["documents"] == ["0", "1"]


SILENT = {
    "as it is listed": (["Kyiv"], "Leaders arrived in Kyiv on Monday, officials said."),
    "in capitals": (["Kyiv"], "KYIV — Leaders arrived in KYIV on Monday, officials said."),
    "with the possessive": (["Volodymyr Zelenskyy"], "Volodymyr Zelenskyy’s office said on Monday that he was ill."),
    "a short form": (["Volodymyr Zelenskyy"], "Zelenskyy spoke to reporters on Monday."),
    "an initial": (["Volodymyr Zelenskyy"], "V. Zelenskyy spoke to reporters on Monday."),
    "another given name": (["Olena Zelenska"], "Volodymyr Zelensky spoke to reporters on Monday."),
    "another person": (["Marie Curie"], "John Currie, a plumber from Leeds, spoke to reporters on Monday."),
    "a short name of somebody else": (["Meyer"], "Anna Mayer spoke to reporters on Monday. Mayer said she was ill."),
    "two people who are told apart": (
        ["Mark Smith"],
        "Mark Smith and his brother Marc Smith spoke to reporters on Monday.",
    ),
    "both are listed": (["Marc Smith", "Mark Smith"], "Marc Smith spoke to reporters on Monday."),
    "a longer name of the place": (["New York"], "Leaders arrived in New York City on Monday, officials said."),
    "a nationality": (["Korea"], "The Korean delegation arrived on Monday, officials said."),
    "a generation left out": (["Anthony Lamont III"], "Anthony Lamont spoke to reporters on Monday."),
    "an abbreviation at the end of the sentence": (
        ["Greenfield Holdings Ltd."],
        "The plant was sold by Greenfield Holdings Ltd on Monday, officials said.",
    ),
    "a team and its player": (["Carolina Tar Heels"], "A Carolina Tar Heel spoke to reporters on Monday."),
    "another place": (["Austria"], "Leaders arrived in Australia on Monday, officials said."),
    "nothing listed": ([], "Leaders arrived in Kiev on Monday, officials said."),
}


@pytest.mark.parametrize("case", SILENT)
def test_what_departs_from_nothing(tmp_path: Path, case: str) -> None:
    """The listed spelling in any form, and other names."""
    names, text = SILENT[case]
    assert findings(tmp_path, names, text, f"{text} It was raining.") == []


def test_one_problem_is_one_finding(tmp_path: Path) -> None:
    """Where the articles disagree anyway, that finding names the authority."""
    kyiv, kiev = (f"Leaders arrived in {city} on Monday, officials said." for city in ("Kyiv", "Kiev"))
    (found,) = findings(tmp_path, ["Kyiv"], kyiv, kiev, f"{kiev} It was raining.")
    assert [variant["value"] for variant in found["variants"]] == ["Kyiv", "Kiev"]  # the one to look at comes last
    assert "House style is Kyiv" in found["message"]
    assert found["fact"] == "the spelling of Kyiv"


def test_the_rules_on_names_can_be_ignored(tmp_path: Path) -> None:
    """House style goes with the rule under whose code it is."""
    (tmp_path / "a.txt").write_text("Leaders arrived in Kiev on Monday, officials said.\n", encoding="utf-8")
    (tmp_path / "claimcheck.toml").write_text('names = ["Kyiv"]\nfail-on = "note"\n', encoding="utf-8")
    assert claimcheck(tmp_path, "audit", "a.txt", "--select", "CC2").status == 1
    assert claimcheck(tmp_path, "audit", "a.txt", "--select", "CC2", "--ignore", "CC202").status == 0
