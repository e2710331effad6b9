"""The documentation of configuration, formats and options is in step with the program."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from shell import SEVEN, claimcheck, lay_out

from claimcheck.cli import app
from claimcheck.config.keys import KEYS
from claimcheck.report.csv_report import COLUMNS
from claimcheck.report.formats import FORMATS

ROOT = Path(__file__).parents[2]


def page(name: str) -> str:
    """A page of the documentation."""
    return (ROOT / name).read_text(encoding="utf-8")


def options(command: str) -> set[str]:
    """The options of a command, as its help names them."""
    help_text = claimcheck(ROOT, command, "--help").out
    return set(re.findall(r"--[a-z][a-z-]+", help_text)) - {"--help"}


def test_every_key_is_documented() -> None:
    """With its variable where it has one."""
    text = page("docs/configuration.md")
    for key in KEYS:
        assert f"| `{key.name}` |" in text, f"docs/configuration.md: add a row for {key.name}"
        assert (key.variable in text) == (key.parse is not None), f"docs/configuration.md: {key.variable}"


def test_every_format_is_documented() -> None:
    """In the list of formats and in the README."""
    for name in FORMATS:
        assert f"| `{name}` |" in page("docs/formats.md")
        assert name in page("README.md")
    assert all(column in page("docs/formats.md") for column in COLUMNS)


def test_every_option_of_audit_is_documented() -> None:
    """In the README's table."""
    text = page("README.md")
    missing = {option for option in options("audit") if option not in text}
    assert not missing, f"README.md: say what {missing} do"


def test_every_command_is_in_the_readme() -> None:
    """As `claimcheck COMMAND`."""
    names = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    assert all(f"claimcheck {name}" in page("README.md") for name in [*names, "config show"])


EXAMPLES = [
    (name, block)
    for name in ("docs/configuration.md", "README.md")
    for block in re.findall(
        r"```toml\n(.*?)```|^( {4}# claimcheck\.toml.*?)^(?=\S)", page(name), re.DOTALL | re.MULTILINE
    )
]


@pytest.mark.parametrize("example", [first or second for _, (first, second) in EXAMPLES])
def test_the_examples_are_configurations(tmp_path: Path, example: str) -> None:
    """Each can be copied as it stands; the file of a baseline, which it may name, is none of it."""
    toml = re.sub(r"^ {4}", "", example, flags=re.MULTILINE)
    assert tomllib.loads(toml)
    lay_out(tmp_path, a_txt=SEVEN, claimcheck_toml=toml)
    done = claimcheck(tmp_path, "config", "show", "a.txt")
    assert (done.status, done.err) == (0, "")
