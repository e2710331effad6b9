"""The pre-commit hooks, the GitHub Action and the GitLab template: parsed, in step with the CLI, their scripts run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from shell import ASIDE, EIGHT, OTHER, SEVEN, lay_out

ROOT = Path(__file__).parents[1]


def loaded(name: str) -> Any:
    """A YAML file of the repository."""
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """Two articles that differ by one leader, and programs of the names that the scripts call."""
    lay_out(tmp_path, articles__a_txt=SEVEN + ASIDE, articles__b_txt=EIGHT + OTHER)
    program(tmp_path, "claimcheck", f'exec {shlex.quote(sys.executable)} -m claimcheck.cli "$@"')
    program(tmp_path, "pip", 'echo "pip $*"')
    return tmp_path


def program(folder: Path, name: str, script: str) -> None:
    """A program on the path of `run`."""
    path = folder / "bin" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)


def run(folder: Path, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A script as a CI server runs it: by bash, ending at the first command that fails."""
    path = {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=folder, env=os.environ | path | environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("hook", loaded(".pre-commit-hooks.yaml"), ids=lambda hook: hook["id"])
def test_a_hook_audits_and_changes_no_file(event: Path, hook: dict[str, Any]) -> None:
    """Its entry, with the folder as argument, prints the findings and fails on them."""
    assert {"id", "name", "description", "entry", "language", "files"} <= set(hook)
    assert not hook["pass_filenames"]
    before = sorted(event.rglob("*"))
    done = run(event, f"{hook['entry']} articles")
    assert done.returncode == 1
    assert "error   CC101" in done.stdout
    assert sorted(event.rglob("*")) == before
    assert run(event, f"{hook['entry']} {' '.join(hook['args'])} --ignore CC1").returncode == 0


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_hook_of_the_documentation_stops_a_commit(event: Path) -> None:
    """The script of two lines, as git runs it: it prints the findings, fails on them, and writes no file."""
    page = (ROOT / "docs" / "integration.md").read_text(encoding="utf-8")
    (script,) = re.findall(r"```sh\n(.*?)```", page, re.DOTALL)
    assert len(script.splitlines()) == 2
    commit = "git -c user.name=x -c user.email=x@x commit -qm x --allow-empty"
    assert (
        run(event, f"git init -q && mv articles summit && mkdir articles && mv summit articles && {commit}").returncode
        == 0
    )
    hook = event / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(script, encoding="utf-8")
    hook.chmod(0o755)
    before = {path for path in event.rglob("*") if ".git" not in path.parts}
    done = run(event, commit)
    assert done.returncode == 1
    assert "error   CC101" in done.stdout + done.stderr
    assert {path for path in event.rglob("*") if ".git" not in path.parts} == before
    (event / "claimcheck.toml").write_text('ignore = ["CC1"]\n', encoding="utf-8")
    assert run(event, commit).returncode == 0


def test_a_hook_runs_for_what_claimcheck_reads() -> None:
    """For every kind of article, and for the configuration."""
    from claimcheck.sources.formats import READERS  # noqa: PLC0415 — nothing else here imports so much

    for hook in loaded(".pre-commit-hooks.yaml"):
        assert all(re.search(hook["files"], f"articles/a{suffix}") for suffix in (*READERS, ".toml"))
        assert not re.search(hook["files"], "articles/a.py")


def test_the_action_annotates_and_sums_up(event: Path) -> None:
    """Its script, run as the runner would: annotations printed, the report in the summary, the status kept."""
    action = loaded("action.yml")
    assert action["runs"]["using"] == "composite"
    steps = {step["name"]: step for step in action["runs"]["steps"]}
    script = steps["Audit"]["run"]
    assert "${{" not in script  # nothing of an input becomes part of a command
    assert all(step.get("shell") == "bash" for step in steps.values() if "run" in step)
    settings = {"AUDIT_OUTPUT": "out", "AUDIT_ARGS": "", "GITHUB_STEP_SUMMARY": str(event / "summary.md")}
    assert set(steps["Audit"]["env"]) <= {"AUDIT_PATHS", *settings}
    done = run(event, script, AUDIT_PATHS="articles/a.txt\n\narticles/b.txt\n", **settings)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=articles/")
    assert (event / "summary.md").read_text(encoding="utf-8").startswith("<!-- claimcheck/report/1")
    for output in action["outputs"].values():
        assert (event / output["value"].replace("${{ inputs.output }}", "out")).is_file()
    settings["AUDIT_ARGS"] = "--fail-on never --ignore CC6"
    assert run(event, script, AUDIT_PATHS="articles", **settings).returncode == 0
    done = run(event, script, AUDIT_PATHS="articles; touch injected", **settings)
    assert (done.returncode, (event / "injected").exists()) == (3, False)


def test_the_action_refers_to_what_it_declares() -> None:
    """Every input that a step reads is there, and every one there is read."""
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(loaded("action.yml")["inputs"])


def test_the_gitlab_job_reports_tests(event: Path) -> None:
    """Its script, with the variables it sets: a JUnit file where the job says, the status of the audit."""
    job = loaded("ci/claimcheck.gitlab-ci.yml")["claimcheck"]
    script = "\n".join([*job["before_script"], *job["script"]])
    variables = job["variables"] | {"AUDIT_PATHS": "articles"}
    done = run(event, script, **variables)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("pip install --quiet claimcheck-audit\n")
    assert (event / job["artifacts"]["reports"]["junit"]).is_file()
    assert sorted(path.suffix for path in (event / job["artifacts"]["paths"][0]).iterdir()) == [".json", ".md", ".xml"]
    done = run(event, script, **variables | {"AUDIT_PACKAGE": "", "AUDIT_ARGS": "--fail-on never"})
    assert (done.returncode, "pip" in done.stdout) == (0, False)
