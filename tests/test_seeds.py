"""What the audit of the seed articles must show, and must not; and that the committed report is what the code writes.

The articles are known here by the three figures of their file names; docs/seeds.md says what they are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimcheck.pipeline import Models, audit
from claimcheck.report.json_report import render_json
from claimcheck.report.markdown import render_markdown
from claimcheck.types import Compatible, Finding, Report, Variant

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"

SHA256 = {
    "000_ec33b5ec3393e328.txt": "7a28c4d1a3e05a38c71d07a7ec7ac216b523b8eef69bbcdfb681442d0e112c81",
    "001_67cff5fc719004b3.txt": "c07dea4dcf4083eef8e8439c0a79a17a10b6ffea773b6e854997e87e6230a264",
    "002_2d7310747714e931.txt": "8793851fe553acb8991e0edf047fe49b1c451dd14eba1a86982212b8d5dc4dc7",
    "003_497a8d9581f2a9cd.txt": "a95d83ed38f2067a6481a7ef74b591fb8ca2fd38c742a62d6673e4f0f4ca975b",
    "004_700aca5758974d95.txt": "658762584428d6f83b437a26f6a4586cfed15bc2378b0ed50f84af2d06348d8e",
}


def test_the_seeds_are_unchanged() -> None:
    """The folder holds the five files, byte for byte, and nothing else."""
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS.iterdir()}
    assert found == SHA256


# --------------------------------------------------------------------------- the run, and how the tests look into it


@pytest.fixture(scope="module")
def report(models: Models) -> Iterator[Report]:
    """The audit of the seeds, run once, from the root of the repository."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        yield audit([Path("seeds")], models=models)


def short(documents: tuple[str, ...]) -> set[str]:
    """Documents by the three figures of their names."""
    return {document[:3] for document in documents}


def straight(text: str) -> str:
    """The text on one line, with straight quotation marks."""
    return " ".join(text.replace("’", "'").replace("“", '"').replace("”", '"').split())


def words(variant: Variant) -> str:
    """All the words that give a value."""
    return " | ".join(straight(evidence.quote) for evidence in variant.evidence)


def words_of(entry: Finding | Compatible) -> str:
    """All the words that give the values of a finding."""
    return " | ".join(words(variant) for variant in entry.variants)


def one(report: Report, code: str, *texts: str) -> Finding:
    """The one finding of a rule that has these words in its evidence."""
    found = [f for f in report.findings if f.code == code and all(text in words_of(f) for text in texts)]
    assert len(found) == 1, [(f.code, f.message) for f in report.findings]
    return found[0]


def side(finding: Finding, text: str) -> Variant:
    """The one value of a finding that is given in these words."""
    found = [v for v in finding.variants if text in words(v)]
    assert len(found) == 1, [(v.value, words(v)) for v in finding.variants]
    return found[0]


def assert_sides(finding: Finding, sides: dict[str, tuple[set[str], int]]) -> None:
    """The values of a finding, by words that give them: who gives each, from how many independent origins."""
    found = {text: (short(side(finding, text).documents), side(finding, text).origins) for text in sides}
    assert found == sides
    assert len(finding.variants) == len(sides), [v.value for v in finding.variants]


def loud(report: Report) -> list[Finding]:
    """The errors and warnings."""
    return [finding for finding in report.findings if finding.severity != "note"]


# --------------------------------------------------------------------------- the report must show


def test_seven_leaders_against_eight(report: Report) -> None:
    """The number and the list of seven, and six others beside one, outvote the eight of 003."""
    finding = one(report, "CC101", "seven national leaders", "eight leaders")
    assert (finding.severity, finding.scope) == ("error", "across")
    assert_sides(finding, {"seven": ({"000", "001", "002", "004"}, 3), "eight": ({"003"}, 1)})
    assert finding.consensus == side(finding, "seven").value


def test_the_list_of_seven_countries_counts(report: Report) -> None:
    """002 gives seven twice: as a number, and by the countries its caption lists."""
    seven = side(one(report, "CC101", "seven national leaders", "eight leaders"), "seven")
    mine = [evidence.quote for evidence in seven.evidence if evidence.span.document.startswith("002")]
    assert any("seven national leaders" in quote for quote in mine)
    assert any("Romania" in quote and "Albania" in quote for quote in mine)


def test_six_other_allies_support_seven(report: Report) -> None:
    """004's six other allies stand beside the Lithuanian president, and the report says that they make seven."""
    seven = side(one(report, "CC101", "seven national leaders", "eight leaders"), "seven")
    assert any("six other NATO allies" in e.quote for e in seven.evidence)
    entry = next(c for c in report.compatible if "six other NATO allies" in words_of(c))
    assert "makes seven" in entry.reason


def test_whether_eight_counts_the_host_of_the_meeting(report: Report) -> None:
    """The desk is told to check whether the larger number counts the one who met the leaders."""
    finding = one(report, "CC101", "seven national leaders", "eight leaders")
    assert "Stoltenberg" in finding.check


def test_next_week_against_july_11(report: Report) -> None:
    """A summit "next week" is over before the 11th of July, in 002 as well as across the articles."""
    finding = one(report, "CC301", "next week", "July 11")
    assert (finding.severity, finding.scope) == ("error", "across")
    assert_sides(finding, {"next week": ({"000", "001", "002"}, 2), "July 11": ({"002", "003"}, 2)})
    assert "July 11 and 12" in words(side(finding, "July 11"))
    assert finding.consensus is None


def test_tonight_against_tuesday(report: Report) -> None:
    """002, of the 29th, moves to "tonight" the press conference that the others hold on Tuesday."""
    finding = one(report, "CC301", "tonight", "Tuesday")
    assert (finding.severity, finding.scope) == ("error", "across")
    assert {"000", "001"} <= set(short(side(finding, "Tuesday").documents))
    assert set(short(side(finding, "tonight").documents)) == {"002"}


def test_in_july_fits_both_dates(report: Report) -> None:
    """004's "in July" takes no side and is explained."""
    finding = one(report, "CC301", "next week", "July 11")
    assert "004" not in {d for v in finding.variants for d in short(v.documents)}
    assert any("004" in {d for v in c.variants for d in short(v.documents)} and "July" in words_of(c)
               for c in report.compatible)  # fmt: skip


@pytest.mark.parametrize(
    ("code", "severity", "sides", "consensus"),
    [
        (
            "CC201",
            "warning",
            {"Gitanas Nauseda": ({"000", "001", "003", "004"}, 3), "Gitan Nauseda": ({"002"}, 1)},
            "Gitanas Nauseda",
        ),
        (
            "CC201",
            "warning",
            {"Alexander Lukashenko": ({"002", "004"}, 2), "Alexander Lukachenko": ({"003"}, 1)},
            "Alexander Lukashenko",
        ),
        ("CC202", "warning", {"Netherlands": ({"002"}, 1), "Netherland": ({"003"}, 1)}, None),
        ("CC202", "note", {"Kyiv": ({"000", "001", "003"}, 2), "Kiev": ({"002"}, 1)}, "Kyiv"),
    ],
    ids=["Gitanas / Gitan", "Lukashenko / Lukachenko", "Netherlands / Netherland", "Kyiv / Kiev"],
)
def test_spellings(report: Report, code: str, severity: str, sides: dict, consensus: str | None) -> None:
    """Each name in two spellings is one finding, and a matter of house style is a note."""
    found = [f for f in report.findings if f.code == code and {v.value for v in f.variants} == set(sides)]
    assert len(found) == 1, [(f.code, f.message) for f in report.findings]
    assert {v.value: (short(v.documents), v.origins) for v in found[0].variants} == sides
    assert (found[0].severity, found[0].scope, found[0].consensus) == (severity, "across", consensus)


def test_the_first_name_is_wrong_twice(report: Report) -> None:
    """Both places of 002 are shown, though the name ran into the next word in each."""
    finding = one(report, "CC201", "Gitanas Nauseda", "Gitan Nauseda")
    assert len(side(finding, "Gitan Nauseda").evidence) == 2


def test_an_arrival_reported_and_stated(report: Report) -> None:
    """Four articles let Prigozhin arrive, one says reportedly, and that nobody knows where he is."""
    finding = one(report, "CC503", "arrived in Belarus on Tuesday", "reportedly arrived in Belarus")
    assert finding.severity == "warning"
    assert short(side(finding, "arrived in Belarus on Tuesday").documents) == {"000", "001", "002", "003"}
    assert "has evacuated to Belarus" in words(side(finding, "arrived in Belarus on Tuesday"))
    assert short(side(finding, "reportedly arrived").documents) == {"004"}
    assert "whereabouts of Prigozhin are currently unknown" in words(side(finding, "reportedly arrived"))


def test_divisions_deepened_or_probably_widened(report: Report) -> None:
    """One article lets the invasion have deepened divisions; another says that the weekend probably did."""
    finding = one(report, "CC503", "has deepened divisions", "probably caused divides to widen")
    assert short(side(finding, "has deepened divisions").documents) == {"002"}
    assert short(side(finding, "probably caused divides to widen").documents) == {"003"}


def test_a_march_halted_or_prevented(report: Report) -> None:
    """What was halted in one article had begun; in another it never did."""
    finding = one(report, "CC501", "halt the March to Moscow", "prevented the mercenaries from marching")
    assert [short(v.documents) for v in finding.variants] in ([{"003"}, {"004"}], [{"004"}, {"003"}])


def test_a_warning_by_the_alliance_or_by_its_chief(report: Report) -> None:
    """The words of Stoltenberg in three articles are the Alliance's in the fourth."""
    finding = one(report, "CC404", "must not underestimate")
    assert finding.severity == "warning"
    assert short(side(finding, "Stoltenberg").documents) == {"000", "001", "003"}
    assert short(side(finding, "The Atlantic Alliance warned").documents) == {"002"}


@pytest.mark.parametrize("word", ["Nausedawarned", "Nausedaand", "Dudain", "LohannisLithuanian"])
def test_fused_words(report: Report, word: str) -> None:
    """Two words run together are a misspelling of 002 alone."""
    finding = one(report, "CC204", word)
    assert finding.severity == "warning"
    assert short(side(finding, word).documents) == {"002"}


def test_missing_spaces_behind_quotation_marks_are_one_finding(report: Report) -> None:
    """All the places of 002 with no space behind a closing quotation mark stand in one finding."""
    finding = one(report, "CC204", 'Minsk"after', 'Belarus."declared', 'Ukraine."assured')
    assert (finding.severity, finding.scope) == ("warning", "within")


@pytest.mark.parametrize(
    ("severity", "sides"),
    [
        ("error", {"what you think": ({"000", "001"}, 1), "what they think": ({"002"}, 1)}),
        (
            "error",
            {
                "also some of his forces will also be located to": ({"000", "001"}, 1),
                "some of his forces will also be located in": ({"003"}, 1),
                "some of their forces will also move to": ({"002"}, 1),
            },
        ),
        ("warning", {"to Moscow and to Minsk": ({"000", "001", "002"}, 2), "to Moscow and Minsk": ({"003"}, 1)}),
        ("error", {"any final judgment about": ({"000", "001"}, 1), "a final judgment about": ({"002"}, 1),
                   "any final judgments about": ({"003"}, 1)}),
        ("error", {"its serial killers": ({"000", "001", "003"}, 2), "his serial killers": ({"002"}, 1)}),
        ("error", {"we in the": ({"000", "001", "003"}, 2), "the West wants": ({"002"}, 1)}),
    ],
    ids=["you / they", "located to / located in / move to", "and to Minsk / and Minsk", "any / a final judgment",
         "its / his", "we in the West want / the West wants"],
)  # fmt: skip
def test_altered_quotations(report: Report, severity: str, sides: dict) -> None:
    """Each altered quotation sets its wordings against each other, with their sources."""
    finding = one(report, "CC401", *sides)
    assert (finding.severity, finding.scope) == (severity, "across")
    assert_sides(finding, sides)


def test_one_utterance_is_one_finding(report: Report) -> None:
    """Whether judgment or judgments, and where the forces will be: one sentence of one speaker, all changes listed."""
    finding = one(report, "CC401", "any final judgment", "also some of his forces")
    for text in ("any final judgment", "any final judgments", "move to", "located in"):
        assert text in finding.message
    assert len([f for f in report.findings if f.code == "CC401"]) == 5


def test_what_a_longer_quotation_adds_is_a_remark(report: Report) -> None:
    """002 goes on with "so we are worried" where the others stop: told, and not as a conflict."""
    assert any("so we are worried" in words_of(c) for c in report.compatible)
    assert not any("so we are worried" in words_of(f) for f in loud(report))


def test_four_origins(report: Report) -> None:
    """000 and 001 are one text, each other article is an origin of its own."""
    assert [short(origin.documents) for origin in report.ledger.origins] == [{"000", "001"}, {"002"}, {"003"}, {"004"}]


def test_how_much_of_002_is_shared(report: Report) -> None:
    """The report says how much of 002 stands in 000 and 001, and shows which sentences."""
    shares = {(o.document[:3], o.other[:3]): o.share for o in report.ledger.overlaps}
    assert 0.2 <= shares["002", "000"] <= 0.35
    assert 0.2 <= shares["002", "001"] <= 0.35
    note = one(report, "CC603", "every inch of NATO", "dramatic weekend revolt")
    assert {d for v in note.variants for d in short(v.documents)} <= {"000", "001", "002"}


# --------------------------------------------------------------------------- and must not flag


@pytest.mark.parametrize("text", ["31 members", "three Baltic nations", "four additional NATO ships"])
def test_other_counts_are_left_alone(report: Report, text: str) -> None:
    """Seven leaders are not the members of the alliance, the Baltic nations or ships."""
    assert not [f.message for f in loud(report) if text in words_of(f)]


def test_six_others_are_no_conflict(report: Report) -> None:
    """Six other allies are never set against the seven."""
    for finding in loud(report):
        sides = [v for v in finding.variants if "six other" in words(v)]
        assert not sides or any("seven" in words(v) for v in sides)


def test_july_11_and_12_hold_july_11(report: Report) -> None:
    """A day within two days is no conflict, and the report says so."""
    for finding in loud(report):
        assert not any(words(v) in ("July 11", "July 11 and 12") for v in finding.variants)
    assert any({"July 11", "July 11 and 12"} <= set(words_of(c).split(" | ")) for c in report.compatible)


def test_july_is_no_conflict_with_next_week(report: Report) -> None:
    """The month alone is never a side of a dispute."""
    assert not [f.message for f in loud(report) for v in f.variants if words(v).casefold() in ("july", "in july")]


def test_swedens_meeting_is_another(report: Report) -> None:
    """A meeting "in the next few days" is not the summit."""
    assert not [f.message for f in loud(report) if "next few days" in words_of(f)]


def test_yesterday_counts_from_the_day_of_speaking(report: Report) -> None:
    """Rutte's "yesterday" is not read against the date line of 002."""
    assert not [f.message for f in report.findings if f.code == "CC301" and "yesterday" in words_of(f)]


@pytest.mark.parametrize(
    "pattern",
    [r"(?i)\bdefen[cs]es?\b", r"(?i)\bsecretary|\bchief\b"],
    ids=["defence / defense", "secretary-general / alliance chief"],
)
def test_house_style_and_titles_are_no_findings(report: Report, pattern: str) -> None:
    """British and American spelling and two names of an office are never in dispute."""
    assert not [f.message for f in loud(report) if re.search(pattern, f.message)]


def test_marks_and_commas_alter_no_quotation(report: Report) -> None:
    """Straight against curly marks, commas that 003 inserts and a cut at a sentence's end are not listed as changes."""
    for finding in report.findings:
        if finding.code == "CC401":
            listed = [straight(v.value) for v in finding.variants]
            assert len({re.sub(r"[^\w\s]", "", value).casefold() for value in listed}) == len(listed)
            changes = re.findall(r'"([^"]*)" against "([^"]*)"', straight(finding.message))
            for one_side, other in changes:
                assert re.sub(r"[^\w\s]", "", one_side).casefold() != re.sub(r"[^\w\s]", "", other).casefold()


def test_nothing_else_is_flagged(report: Report) -> None:
    """The errors and warnings are those of the list, and no others."""
    assert sorted(f.code for f in loud(report)) == [
        "CC101", *["CC201"] * 2, "CC202", *["CC204"] * 5, *["CC301"] * 2, *["CC401"] * 5, "CC404", "CC501",
        *["CC503"] * 2,
    ]  # fmt: skip


# --------------------------------------------------------------------------- the committed report


@pytest.mark.parametrize(
    ("name", "render"),
    [("seeds.md", render_markdown), ("seeds.json", render_json)],
    ids=["markdown", "json"],
)
def test_the_committed_report_is_what_the_code_writes(report: Report, name: str, render: Callable[..., str]) -> None:
    """reports/ holds the audit of the seeds as this code writes it, the time of the run apart."""
    committed = (ROOT / "reports" / name).read_text(encoding="utf-8")
    when = re.search(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", committed)
    assert when, f"reports/{name} says no time; write it with `make audit`"
    assert committed == render(report, when=when[0]), f"reports/{name} is out of date; run `make audit`"
