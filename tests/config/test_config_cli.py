"""The configuration through the real command line: found, layered, checked, shown."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from shell import ASIDE, EIGHT, OTHER, SEVEN, claimcheck, lay_out


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """Two articles that differ by one leader."""
    return lay_out(tmp_path, articles__a_txt=SEVEN + ASIDE, articles__b_txt=EIGHT + OTHER)


def findings(folder: Path, *arguments: str, **environment: str) -> dict[str, str]:
    """Code → severity of what an audit of the articles finds, coverage apart."""
    done = claimcheck(folder, "audit", "articles", "--format", "json", "--output", "-", *arguments, **environment)
    assert done.status in (0, 1), done.err
    return {f["code"]: f["severity"] for f in json.loads(done.out)["findings"] if f["code"] < "CC6"}


def test_without_a_configuration_the_defaults_hold(event: Path) -> None:
    """Seven and eight are an error, and the audit fails on it."""
    assert findings(event) == {"CC101": "error"}
    assert claimcheck(event, "audit", "articles").status == 1


@pytest.mark.parametrize("where", ["claimcheck.toml", "pyproject.toml", "articles/claimcheck.toml"])
def test_it_is_found_upwards_from_the_input(event: Path, where: str) -> None:
    """In a file of its own or in pyproject.toml, in the articles' folder or above it, wherever the command runs."""
    head = "[tool.claimcheck]\n" if where == "pyproject.toml" else ""
    (event / where).write_text(f'{head}severity = {{ CC1 = "warning" }}\n', encoding="utf-8")
    assert findings(event) == {"CC101": "warning"}
    elsewhere = lay_out(event, elsewhere__x_txt=OTHER) / "elsewhere"
    done = claimcheck(elsewhere, "audit", "../articles/a.txt", "../articles/b.txt")
    assert (done.status, "warning CC101" in done.out) == (0, True)


def test_the_nearest_wins_and_a_pyproject_without_the_table_is_passed_by(event: Path) -> None:
    """A project's own pyproject.toml says nothing of claimcheck unless it has the table."""
    (event / "articles" / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    (event / "claimcheck.toml").write_text('ignore = ["CC101"]\n', encoding="utf-8")
    assert findings(event) == {}
    (event / "articles" / "claimcheck.toml").write_text("", encoding="utf-8")
    assert findings(event) == {"CC101": "error"}


def test_flags_go_over_the_environment_and_that_over_the_file(event: Path) -> None:
    """The last word counts."""
    (event / "claimcheck.toml").write_text('severity = { CC1 = "note" }\nfail-on = "never"\n', encoding="utf-8")
    assert findings(event) == {"CC101": "note"}
    assert findings(event, CLAIMCHECK_SEVERITY="CC1=warning") == {"CC101": "warning"}
    assert findings(event, "--severity", "CC1=error", CLAIMCHECK_SEVERITY="CC1=warning") == {"CC101": "error"}
    assert claimcheck(event, "audit", "articles").status == 0
    assert claimcheck(event, "audit", "articles", CLAIMCHECK_FAIL_ON="note").status == 1
    assert claimcheck(event, "audit", "articles", "--fail-on", "error", CLAIMCHECK_FAIL_ON="note").status == 0


def test_another_file_can_be_named(event: Path) -> None:
    """By a flag or by a variable, the flag going first."""
    (event / "claimcheck.toml").write_text('severity = { CC1 = "note" }\n', encoding="utf-8")
    (event / "strict.toml").write_text("", encoding="utf-8")
    (event / "loose.toml").write_text('ignore = ["CC1"]\n', encoding="utf-8")
    assert findings(event, "--config", "strict.toml") == {"CC101": "error"}
    assert findings(event, CLAIMCHECK_CONFIG="loose.toml") == {}
    assert findings(event, "--config", "strict.toml", CLAIMCHECK_CONFIG="loose.toml") == {"CC101": "error"}


def test_rules_are_selected_and_ignored(event: Path) -> None:
    """In the file, in variables, by flags."""
    (event / "claimcheck.toml").write_text('select = ["CC2", "CC3"]\n', encoding="utf-8")
    assert findings(event) == {}
    assert findings(event, CLAIMCHECK_SELECT="CC3, CC1") == {"CC101": "error"}
    assert findings(event, "--select", "CC1", "--ignore", "CC101") == {}


def test_the_least_confidence(event: Path) -> None:
    """What is less sure is left out."""
    assert findings(event, "--min-confidence", "1.0") == {}
    assert findings(event, CLAIMCHECK_MIN_CONFIDENCE="0.1") == {"CC101": "error"}


def test_formats_and_output(event: Path) -> None:
    """The output counts from the configuration's folder."""
    (event / "claimcheck.toml").write_text('format = ["json", "markdown"]\noutput = "out"\n', encoding="utf-8")
    claimcheck(event / "articles", "audit", ".")
    assert sorted(path.name for path in (event / "out").iterdir()) == ["articles.json", "articles.md"]
    claimcheck(event, "audit", "articles", "--format", "json", "--output", "one.json")
    assert json.loads((event / "one.json").read_text(encoding="utf-8"))["name"] == "articles"


def test_overrides_by_path(event: Path) -> None:
    """They hold for their articles alone."""
    (event / "claimcheck.toml").write_text(
        '[[overrides]]\npaths = ["articles/b.txt"]\nseverity = { CC1 = "note" }\n', encoding="utf-8"
    )
    assert findings(event) == {"CC101": "note"}
    (event / "claimcheck.toml").write_text('[[overrides]]\npaths = ["drafts/*"]\nignore = ["CC"]\n', encoding="utf-8")
    assert findings(event) == {"CC101": "error"}


def test_origins_by_hand(event: Path) -> None:
    """Copies that are known to be independent count as such, and the other way round."""

    def origins(toml: str) -> int:
        (event / "claimcheck.toml").write_text(toml, encoding="utf-8")
        done = claimcheck(event, "audit", "articles", "--format", "json", "--output", "-")
        return len(json.loads(done.out)["origins"])

    lay_out(event, articles__c_txt=SEVEN + ASIDE)
    assert origins("") == 2
    assert origins('[origins]\nindependent = [["a.txt", "c.txt"]]\n') == 3
    assert origins('[origins]\nsame-origin = [["articles/a.txt", "articles/b.txt"]]\n') == 1


IDLE = {
    '[[overrides]]\npaths = ["drafts/*"]': "overrides[1].paths: drafts/* matches none of the articles",
    '[[overrides]]\npaths = ["articles/c*.txt", "x.txt"]': "overrides[1].paths: articles/c*.txt, x.txt match none",
    '[[overrides]]\npaths = ["a.txt"]\n[[overrides]]\npaths = ["A.txt"]': "overrides[2].paths: A.txt matches none",
    '[[overrides]]\npaths = ["a.txt", "x.txt"]': None,
    '[[overrides]]\npaths = ["other/"]': None,  # is there, and not read now
    '[[overrides]]\npaths = ["other/c.txt"]': None,
    '[[overrides]]\npaths = ["other/d.txt"]': "overrides[1].paths: other/d.txt matches none of the articles",
    '[origins]\nindependent = [["a.txt", "b.tx"]]': None,  # may be an outlet, of another event
    '[origins]\nindependent = [["a.txt", "x.txt"]]': "origins.independent[1]: x.txt matches none of the articles",
    '[origins]\nsame-origin = [["a.txt", "b.txt"], ["AP", "UPI"]]': "origins.same-origin[2]: AP, UPI match none",
    '[origins]\nsame-origin = [["a.txt", "b.txt", "c.txt"]]': None,
    '[origins]\nindependent = [["a.txt", "other/c.txt"]]': None,
}


@pytest.mark.parametrize("toml", IDLE)
def test_what_meets_no_article_is_reported(event: Path, toml: str) -> None:
    """With file and key, as an idle waiver is; not what is about articles that are there and were not read."""
    lay_out(event, other__c_txt=OTHER, claimcheck_toml=toml)
    done = claimcheck(event, "audit", "articles", "--select", "CC1", "--fail-on", "never")
    expected = IDLE[toml]
    assert (done.status, done.err.count("\n")) == (0, 0 if expected is None else 1)
    if expected is not None:
        assert done.err.startswith(f"claimcheck: claimcheck.toml: {expected}")
        assert done.err.endswith("; correct or remove it\n")
        key = expected.partition(":")[0]
        assert key in (event / "reports" / "articles.md").read_text(encoding="utf-8").replace("\\", "")
    assert claimcheck(event, "audit", "articles", "-q", "--select", "CC1", "--fail-on", "never").err == ""


def test_what_meets_no_article_is_reported_from_the_cache_too(event: Path) -> None:
    """The same line, although nothing is worked out."""
    lay_out(event, claimcheck_toml='[[overrides]]\npaths = ["x.txt"]\n')
    first, second = (claimcheck(event, "audit", "articles", "--format", "json", "--output", "-") for _ in range(2))
    notices = [json.loads(done.out)["notices"] for done in (first, second)]
    assert (
        notices
        == [["claimcheck.toml: overrides[1].paths: x.txt matches none of the articles; correct or remove it"]] * 2
    )


BAD = {
    'selct = ["CC1"]': "claimcheck.toml: selct: no such key (is select meant?)",
    'fail_on = "error"': "claimcheck.toml: fail_on: no such key (is fail-on meant?)",
    "zzz = 1": "claimcheck.toml: zzz: no such key",
    "select = 3": "claimcheck.toml: select: expected a list of rule codes, got 3",
    'select = "CC1"': "claimcheck.toml: select: expected a list of rule codes, got 'CC1'",
    'select = ["CC41"]': "claimcheck.toml: select: CC41: no such rule (is CC401 meant?); `claimcheck rules` lists them",
    'fail-on = "eror"': "claimcheck.toml: fail-on: expected one of error, warning, note, never, "
    "got 'eror' (is error meant?)",
    "fail-on = true": "claimcheck.toml: fail-on: expected one of error, warning, note, never, got True",
    'format = ["markdwn"]': "got 'markdwn' (is markdown meant?)",
    "min-confidence = 3": "claimcheck.toml: min-confidence: expected a number from 0 to 1, got 3",
    "min-confidence = true": "claimcheck.toml: min-confidence: expected a number from 0 to 1, got True",
    'severity = { CC1 = "bad" }': "claimcheck.toml: severity.CC1: expected one of error, warning, note, got 'bad'",
    'severity = ["CC1"]': "claimcheck.toml: severity: expected a table",
    'severity = { "" = "note" }': "claimcheck.toml: severity: expected one rule code such as CC101",
    'severity = { "CC1,CC2" = "note" }': "claimcheck.toml: severity: expected one rule code such as CC101",
    'select = [""]': "claimcheck.toml: select: expected rule codes such as CC101 or CC2, got ''",
    "jobs = inf": "claimcheck.toml: jobs: expected a whole number from 1 on, got inf",
    "jobs = nan": "claimcheck.toml: jobs: expected a whole number from 1 on, got nan",
    '[[waivers]]\nreason = "x"\nrule = ""': "claimcheck.toml: waivers[1].rule: expected one rule code",
    '[[waivers]]\nreason = "x"\nrule = 5': "claimcheck.toml: waivers[1].rule: expected one rule code",
    "names = [1]": "claimcheck.toml: names: expected a list of strings, got [1]",
    "output = 1": "claimcheck.toml: output: expected a string, got 1",
    'origins = "a"': "claimcheck.toml: origins: expected a table [origins], got 'a'",
    '[origins]\nindependant = [["a", "b"]]': "claimcheck.toml: origins.independant: no such key "
    "(is origins.independent meant?)",
    '[origins]\nindependent = ["a", "b"]': "claimcheck.toml: origins.independent: expected lists of two articles",
    '[[overrides]]\npath = ["x"]': "claimcheck.toml: overrides[1]: path: no such key (is paths meant?)",
    '[[overrides]]\nignore = ["CC1"]': "claimcheck.toml: overrides[1]: has no paths; every one needs it",
    "[[overrides]]\npaths = []": "claimcheck.toml: overrides[1].paths: expected paths or names of articles",
    '[[overrides]]\npaths = ["a/\\u0000"]': "claimcheck.toml: overrides[1].paths: expected a list of strings",
    'output = "a\\u0000"': "claimcheck.toml: output: expected a string",
    f"names = {'[' * 5000}": "claimcheck.toml: is not a configuration: nested too deep",
    f"jobs = 1{'0' * 5000}": "claimcheck.toml: is not TOML: ",
    "overrides = 1": "claimcheck.toml: overrides: expected tables [[overrides]], got 1",
    '[[waivers]]\nrule = "CC1"': "claimcheck.toml: waivers[1]: has no reason; every one needs it",
    '[[waivers]]\nreason = "x"': "claimcheck.toml: waivers[1]: says neither fingerprint nor rule; give one of them",
    '[[waivers]]\nreason = "x"\nrule = "CC1"\nexpires = "soon"': "claimcheck.toml: waivers[1].expires: "
    "expected a date such as 2027-01-31, got 'soon'",
    '[[waivers]]\nreason = "x"\nfingerprint = "12"': "claimcheck.toml: waivers[1].fingerprint: expected a fingerprint",
    "select = [": "claimcheck.toml: is not TOML: ",
    '[models]\nparser = "a/b"': "claimcheck.toml: models.parser: expected the name of an installed package",
}


@pytest.mark.parametrize("toml", BAD, ids=lambda toml: toml[:40])
def test_what_is_wrong_is_one_line_and_nothing_is_done(event: Path, toml: str) -> None:
    """File, key, what is expected and what was meant; status 2, no report."""
    (event / "claimcheck.toml").write_text(f"{toml}\n", encoding="utf-8")
    done = claimcheck(event, "audit", "articles")
    assert done.status == 2
    assert done.err.startswith("claimcheck: claimcheck.toml: ")
    assert BAD[toml] in done.err
    assert done.err.count("\n") == 1
    assert not (event / "reports").exists()


def test_a_configuration_that_is_not_there(event: Path) -> None:
    """Or is a folder, or not UTF-8: one line each."""
    (event / "latin.toml").write_bytes(b'names = ["Andr\xe9"]')
    for name, why in (
        ("none.toml", "no such file"), ("articles", "cannot be read"), ("latin.toml", "is not UTF-8"),
        ("pyproject.toml", "no such file"),
    ):  # fmt: skip
        done = claimcheck(event, "audit", "articles", "--config", name)
        assert (done.status, done.err.count("\n"), why in done.err) == (2, 1, True), done.err


def test_variables_are_checked_too(event: Path) -> None:
    """A slip in a name is an error; a variable of somebody else's is none."""
    done = claimcheck(event, "audit", "articles", CLAIMCHECK_IGNOR="CC1")
    assert (done.status, done.err) == (
        2, "claimcheck: CLAIMCHECK_IGNOR: no such variable (is CLAIMCHECK_IGNORE meant?)\n",
    )  # fmt: skip
    for slip, meant in (("FAILON", "FAIL_ON"), ("CONFG", "CONFIG"), ("MODEL_PARSER", "MODELS_PARSER")):
        done = claimcheck(event, "audit", "articles", **{f"CLAIMCHECK_{slip}": "x"})
        assert f"CLAIMCHECK_{slip}: no such variable (is CLAIMCHECK_{meant} meant?)" in done.err
    done = claimcheck(event, "audit", "articles", CLAIMCHECK_FAIL_ON="sometimes")
    assert (done.status, done.err.startswith("claimcheck: CLAIMCHECK_FAIL_ON: expected one of")) == (2, True)
    done = claimcheck(event, "audit", "articles", CLAIMCHECK_MIN_CONFIDENCE="much")
    assert done.status == 2
    assert claimcheck(event, "config", "show", CLAIMCHECK_HOME="/x", CLAIMCHECK_CACHE="/y").status == 0


def test_show_says_every_value_and_where_it_came_from(event: Path) -> None:
    """As TOML that holds."""
    toml = (
        'ignore = ["CC6"]\nnames = ["Kyiv", "André \\"x\\""]\nbaseline = "known.json"\n'
        'severity = { CC2 = "note" }\n'
        '[[waivers]]\nrule = "CC301"\nreason = "agreed"\nexpires = 2099-01-31\n'
        '[[overrides]]\npaths = ["drafts/*"]\nignore = ["CC2"]\n'
        '[origins]\nindependent = [["a.txt", "b.txt"]]\n'
    )
    (event / "claimcheck.toml").write_text(toml, encoding="utf-8")
    done = claimcheck(event, "config", "show", "articles", CLAIMCHECK_FAIL_ON="note")
    assert done.status == 0
    assert done.out.startswith("# claimcheck.toml\n")
    shown = tomllib.loads(done.out)
    assert shown["ignore"] == ["CC6"]
    assert shown["names"] == ["Kyiv", 'André "x"']
    assert shown["waivers"][0]["expires"].isoformat() == "2099-01-31"
    assert shown["origins"]["independent"] == [["a.txt", "b.txt"]]
    sources = {line.split(" = ")[0]: line.rsplit("# ", 1)[1] for line in done.out.splitlines() if " = " in line}
    assert sources["ignore"] == "claimcheck.toml"
    assert sources["fail-on"] == "CLAIMCHECK_FAIL_ON"
    assert sources["select"] == "default"
    again = event / "again"
    again.mkdir()
    (again / "claimcheck.toml").write_text(done.out, encoding="utf-8")
    assert claimcheck(again, "config", "show").status == 0


def test_show_without_a_file(tmp_path: Path) -> None:
    """The defaults."""
    done = claimcheck(tmp_path, "config", "show")
    assert done.out.startswith("# no configuration file\n")
    assert 'fail-on = "error"' in done.out


MISSING = "neither a folder nor a model in the local Hugging Face cache"


def test_an_entailment_model_that_is_not_there(event: Path) -> None:
    """No rule asks it yet, and yet it is missed before any work, wherever it is named."""
    (event / "empty").mkdir()
    for name, why in (("none", MISSING), ("./none", MISSING), ("articles/a.txt", MISSING), ("empty", "no model")):
        done = claimcheck(event, "audit", "articles", "--entailment", name)
        assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.startswith(f"claimcheck: --entailment: {name}: ")
        assert why in done.err
    assert not (event / "reports").exists()
    done = claimcheck(event, "show", "articles", CLAIMCHECK_MODELS_ENTAILMENT="none")
    assert (done.status, done.err.startswith("claimcheck: CLAIMCHECK_MODELS_ENTAILMENT: none: ")) == (2, True)
    (event / "claimcheck.toml").write_text('models = { entailment = "none" }\n', encoding="utf-8")
    done = claimcheck(event, "baseline", "articles")
    assert (done.status, done.err.startswith("claimcheck: claimcheck.toml: models.entailment: none: ")) == (2, True)


def test_an_entailment_model_that_is_there(event: Path) -> None:
    """In a folder, which counts from the configuration's; the shipped one; none at all."""
    lay_out(event, models__mine__config_json="{}", claimcheck_toml='models = { entailment = "./models/mine" }\n')
    assert claimcheck(event / "articles", "audit", ".", "-q").status == 1
    for name in ("shipped", "off", "models/mine"):
        assert claimcheck(event, "audit", "articles", "-q", "--entailment", name).status == 1


def test_a_wrong_flag_names_itself(event: Path) -> None:
    """Not a file."""
    done = claimcheck(event, "audit", "articles", "--severity", "CC1=huge")
    assert done.err == "claimcheck: --severity.CC1: expected one of error, warning, note, got 'huge'\n"
    assert claimcheck(event, "audit", "articles", "--min-confidence", "2").status == 2
