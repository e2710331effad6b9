"""The command line over a pipeline that is replaced: options, outputs, exit statuses."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import report_factory as factory
from typer.testing import CliRunner

from claimcheck import __version__, cli, pipeline
from claimcheck.errors import ModelError, NothingToAudit
from claimcheck.report import catalogue
from claimcheck.types import ModelInfo, Report

Pipeline = Callable[[Report], list[dict[str, Any]]]


@pytest.fixture
def audited(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Pipeline:
    """Replace the audit by one that returns a given report; its calls are recorded. Works in a fresh folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMCHECK_CACHE", "off")  # a report that was made up is not to be met again

    def install(report: Report) -> list[dict[str, Any]]:
        calls: list[dict[str, Any]] = []

        def audit(paths: Sequence[Path], *, name: str | None = None, **options: Any) -> Report:
            calls.append({"paths": [str(path) for path in paths], "name": name, **options})
            return replace(report, name=name or report.name)

        monkeypatch.setattr(pipeline, "audit", audit)
        return calls

    return install


def clean() -> Report:
    """A report with every input read."""
    return replace(factory.report(), skipped=())


def run(*arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    result = CliRunner().invoke(cli.app, list(arguments))
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def failing(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Exit status and standard error of a run that is to end in an error of ours."""
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    return int(str(caught.value.code)), capsys.readouterr().err


def test_writes_markdown_by_default(audited: Pipeline) -> None:
    """`audit PATH` writes reports/NAME.md and says so, one line a finding."""
    audited(clean())
    status, out, err = run("audit", "articles")
    assert (status, err) == (1, "")
    assert Path("reports/dinner.md").read_text(encoding="utf-8").startswith("<!-- claimcheck/report/1")
    assert out.splitlines()[0] == "dinner: 4 articles, 3 independent origins"
    assert out.splitlines()[-1] == "report: reports/dinner.md"
    assert "\x1b" not in out


def test_several_formats_go_to_a_folder(audited: Pipeline) -> None:
    """--format may be repeated, --output is then a folder, --name names the files."""
    calls = audited(clean())
    run("audit", "a", "b", "--format", "json", "--format", "markdown", "--output", "out", "--name", "night")
    assert sorted(p.name for p in Path("out").iterdir()) == ["night.json", "night.md"]
    assert json.loads(Path("out/night.json").read_text(encoding="utf-8"))["name"] == "night"
    assert (calls[0]["paths"], calls[0]["name"]) == (["a", "b"], "night")


def test_one_format_goes_to_a_file(audited: Pipeline) -> None:
    """--output names the file itself."""
    audited(clean())
    run("audit", "a", "--format", "json", "--output", "deep/report.json")
    assert json.loads(Path("deep/report.json").read_text(encoding="utf-8"))["schema"] == "claimcheck/report/1"


def test_standard_output_holds_the_report_alone(audited: Pipeline) -> None:
    """With --output - the summary goes to standard error, so that a tool can parse the output."""
    audited(clean())
    _, out, err = run("audit", "a", "--format", "json", "--output", "-")
    assert json.loads(out)["schema"] == "claimcheck/report/1"
    assert "independent origins" in err
    assert not Path("reports").exists()


@pytest.mark.parametrize(
    ("fail_on", "kept", "status"),
    [
        ("error", ("error",), 1),
        ("error", ("warning", "note"), 0),
        ("warning", ("warning",), 1),
        ("warning", ("note",), 0),
        ("note", ("note",), 1),
        ("never", ("error", "warning", "note"), 0),
    ],
)
def test_fail_on(audited: Pipeline, fail_on: str, kept: tuple[str, ...], status: int) -> None:
    """The exit status depends on the gravest finding, what is shown does not."""
    report = clean()
    audited(replace(report, findings=tuple(f for f in report.findings if f.severity in kept)))
    assert run("audit", "a", "--fail-on", fail_on)[0] == status


@pytest.mark.parametrize("fail_on", ["error", "never"])
def test_an_unread_input_wins(audited: Pipeline, fail_on: str) -> None:
    """3 wins over 1; the rest is reported, and the input is named on standard error in one line."""
    audited(factory.report())
    status, _, err = run("audit", "a", "--fail-on", fail_on)
    assert status == 3
    assert err == "claimcheck: articles/x.txt: empty\n"
    assert Path("reports/dinner.md").exists()


def test_rules_are_selected_and_ignored(audited: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Comma lists, prefixes, any case, repeated."""
    monkeypatch.setattr("claimcheck.rules.RULES", factory.RULES)
    calls = audited(clean())
    run("audit", "a", "--select", "cc1, CC301", "--select", "CC4", "--ignore", "CC6")
    settings = calls[0]["settings"]
    assert (settings.select, settings.ignore) == (("CC1", "CC301", "CC4"), ("CC6",))


def test_an_unknown_code_is_a_usage_error(
    audited: Pipeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It suggests the right one, and nothing is audited."""
    monkeypatch.setattr("claimcheck.rules.RULES", factory.RULES)
    calls = audited(clean())
    status, err = failing(capsys, "audit", "a", "--select", "CC41")
    assert status == 2
    assert err == "claimcheck: --select CC41: no such rule (is CC401 meant?); `claimcheck rules` lists them\n"
    assert calls == []


def test_an_article_is_never_overwritten(audited: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    """--output must not name one of the articles."""
    audited(clean())
    Path("articles").mkdir()
    Path("articles/alpha.txt").write_text("kept", encoding="utf-8")
    status, err = failing(capsys, "audit", "articles", "--output", "articles/alpha.txt")
    assert status == 2
    assert err.count("\n") == 1
    assert Path("articles/alpha.txt").read_text(encoding="utf-8") == "kept"


@pytest.mark.parametrize(
    ("error", "status"), [(NothingToAudit("x: empty\ny: empty"), 3), (ModelError("parser: damaged"), 2)]
)
def test_errors_are_lines_and_never_tracebacks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, status: int
) -> None:
    """Whatever the pipeline raises of ours is one line each and its exit status."""

    def audit(*_: Any, **__: Any) -> Report:
        raise error

    monkeypatch.setattr(pipeline, "audit", audit)
    found, err = failing(capsys, "audit", "a")
    assert found == status
    assert err == "".join(f"claimcheck: {line}\n" for line in str(error).splitlines())


def test_rules_lists_and_explain_explains() -> None:
    """One line a rule; explain prints the rule's documentation as Markdown, by code or name, in any case."""
    from claimcheck.rules import RULES  # noqa: PLC0415

    rule = RULES[0]
    assert [line.split()[0] for line in run("rules")[1].splitlines()] == [r.code for r in RULES]
    for name in (rule.code, rule.code.lower(), rule.name):
        assert run("explain", name)[1] == f"{rule.explanation}\n"
    assert catalogue.first_sentence(rule).endswith(".")


def test_explain_knows_no_such_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, one line."""
    status, err = failing(capsys, "explain", "CC999")
    assert status == 2
    assert err.startswith("claimcheck: CC999: no such rule")


@pytest.mark.parametrize(
    "arguments",
    [("audit",), ("audit", "a", "--format", "xml"), ("audit", "a", "--fail-on", "x"), ("nonsense",), ("explain",)],
)
def test_wrong_usage_is_status_2(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Typer's own errors share the status of ours, and are one line as well."""
    status, err = failing(capsys, *arguments)
    assert (status, err.count("\n")) == (2, 1)


def test_doctor_checks_the_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Versions and checksums; a damaged model is named and fails."""

    def broken() -> ModelInfo:
        raise ModelError("embedder: SHA-256 differs")

    loaders: list[tuple[str, Callable[[], ModelInfo]]] = [("parser", lambda: ModelInfo("parser", "sm", "3.8", "ab"))]
    monkeypatch.setattr(cli, "_loaders", lambda: loaders)
    status, out, _ = run("doctor")
    assert status == 0
    assert f"claimcheck {__version__}" in out
    assert "parser: sm 3.8, SHA-256 ab, ok" in out
    loaders.append(("embedder", broken))
    status, out, _ = run("doctor")
    assert status == 2
    assert "embedder: PROBLEM: embedder: SHA-256 differs" in out


def test_version_and_help_load_nothing_heavy() -> None:
    """They answer without the pipeline, the parser's library, rich or numpy."""
    for argument in ("--version", "--help"):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "claimcheck.cli", argument],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        loaded = {line.split("|")[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
        assert not loaded & {"spacy", "numpy", "rich", "onnxruntime", "torch", "nltk"}
        assert "claimcheck.pipeline" not in done.stderr
    assert done.stdout.startswith("Usage: claimcheck")


LIGHT = """
import sys
from claimcheck.cli import main
try:
    main(sys.argv[1:])
except SystemExit as done:
    assert not done.code, done.code
print({"torch", "transformers", "sentence_transformers", "pandas", "scipy", "sklearn"} & set(sys.modules))
"""


@pytest.mark.parametrize(
    "arguments", [("audit", "a.txt", "--fail-on", "never"), ("show", "a.txt"), ("doctor",)], ids=lambda each: each[0]
)
def test_the_default_path_loads_no_heavy_library(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """Whatever loads the default models goes without the libraries that take longer to import than all the rest."""
    (tmp_path / "a.txt").write_text("Seven leaders met in Vilnius on Tuesday.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "set()"


WARM = LIGHT.replace('"sklearn"', '"sklearn", "spacy", "nltk", "onnxruntime", "tokenizers", "trafilatura"')


def test_a_little_work_leaves_the_parser_to_another_process(tmp_path: Path) -> None:
    """Where there may be one; this one then never imports spaCy."""
    (tmp_path / "a.txt").write_text("Seven leaders met in Vilnius on Tuesday.\n", encoding="utf-8")
    command = [sys.executable, "-c", WARM, "audit", "a.txt", "--no-cache", "--fail-on", "never", "--jobs"]
    loaded = [
        subprocess.run([*command, jobs], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
        for jobs in "12"
    ]
    assert ["spacy" in each.splitlines()[-1] for each in loaded] == [True, False]


def test_a_run_on_unchanged_articles_loads_no_model(tmp_path: Path) -> None:
    """The report comes from the cache, whatever formats it is written in; one changed letter, and it does not."""
    article = tmp_path / "a.txt"
    article.write_text("Seven leaders met in Vilnius on Tuesday.\n", encoding="utf-8")
    command = [sys.executable, "-c", WARM, "audit", "a.txt", "--cache", "kept", "--fail-on", "never"]

    def loaded(*formats: str) -> str:
        options = [option for each in formats for option in ("--format", each)]
        done = subprocess.run([*command, *options], cwd=tmp_path, capture_output=True, text=True, check=True)
        return done.stdout.splitlines()[-1]

    assert "onnxruntime" in loaded()
    assert loaded("markdown", "json", "sarif", "csv", "junit") == "set()"
    article.write_text("Eight leaders met in Vilnius on Tuesday.\n", encoding="utf-8")
    assert "onnxruntime" in loaded()
