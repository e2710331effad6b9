"""Rule files, the tuple of rules, the docs and the case tables stay in step.

Whoever adds a rule and forgets a part fails here, and the message says which part
and what to do (the steps are in CONTRIBUTING.md).
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
import yaml

from claimcheck.rules import RULES
from claimcheck.rules.base import Rule

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "claimcheck" / "rules").glob("cc[0-9]*.py"))
SECTIONS = ("What it does", "Why it matters", "Example", "What it leaves alone", "Source")
AT_LEAST = 8  # cases that fire, and as many that stay silent

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def rule_of(path: Path) -> Rule:
    """The RULE of a rule's file."""
    rule = getattr(importlib.import_module(f"claimcheck.rules.{path.stem}"), "RULE", None)
    assert isinstance(rule, Rule), f"{path.name}: add `RULE = Rule(code, name, severity, check)`"
    return rule


@each_file
def test_a_file_is_named_after_its_rule(path: Path) -> None:
    """cc101_count_conflict.py holds CC101 count-conflict."""
    rule = rule_of(path)
    stem = f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    assert path.stem == stem, f"{path.name}: holds {rule.code} {rule.name}; rename the file {stem}.py or mend RULE"
    assert re.fullmatch(r"CC[1-9]\d\d", rule.code), f"{path.name}: a code is CC and three digits, not {rule.code}"


@each_file
def test_a_file_is_registered(path: Path) -> None:
    """Its rule stands in the tuple, and what is read there without running the file is what the file says."""
    mine = rule_of(path)
    listed = next((rule for rule in RULES if rule.code == mine.code), None)
    assert listed, f'{path.name}: add "{path.stem}" to the tuple in claimcheck/rules/__init__.py'
    assert (listed.name, listed.severity, listed.explanation) == (mine.name, mine.severity, mine.explanation)


def test_the_tuple_is_in_order() -> None:
    """Rules come by code, each once, each from a file."""
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes)), "claimcheck/rules/__init__.py: list RULES by code, each code once"
    stray = {rule.code for rule in RULES} - {path.stem[:5].upper() for path in FILES}
    assert not stray, f"claimcheck/rules/__init__.py: {stray} have no file ccNNN_name.py of their own"


@each_rule
def test_the_docstring_is_the_documentation(rule: Rule) -> None:
    """A title and the five sections, in order, none empty."""
    lines = rule.explanation.splitlines()
    title = f"# {rule.code} {rule.name}"
    assert lines[:1] == [title], f"{rule.code}: begin the docstring of its file with `{title}`"
    found = re.findall(r"^## (.+)$", rule.explanation, re.MULTILINE)
    assert found == list(SECTIONS), f"{rule.code}: give its docstring the sections {SECTIONS} in order, not {found}"
    bodies = re.split(r"^## .+$", rule.explanation, flags=re.MULTILINE)[1:]
    empty = [name for name, body in zip(SECTIONS, bodies, strict=True) if not body.strip()]
    assert not empty, f"{rule.code}: write something under {empty} in its docstring"


@each_rule
def test_there_are_cases(rule: Rule) -> None:
    """A table with enough cases that fire and enough that stay silent, under names of their own."""
    path = ROOT / "tests" / "cases" / f"{rule.code}.yml"
    place = path.relative_to(ROOT)
    assert path.is_file(), f"{rule.code}: write {place}, {AT_LEAST} cases that fire and {AT_LEAST} that stay silent"
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))
    names = [case["name"] for case in cases]
    assert len(set(names)) == len(names), f"{place}: every case needs a name of its own"
    for fires, what in ((True, "fire"), (False, "stay silent")):
        count = sum(case["fires"] is fires for case in cases)
        assert count >= AT_LEAST, f"{place}: {count} cases {what}; add {AT_LEAST - count}"


@each_rule
def test_the_index_lists_it(rule: Rule) -> None:
    """docs/rules.md has a line for it, with its name and severity."""
    start = f"| {rule.code} | {rule.name} | {rule.severity} | "
    lines = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith(start) for line in lines) == 1, f"docs/rules.md: add the line `{start}… |`"


def test_the_index_lists_nothing_else() -> None:
    """docs/rules.md lists the rules there are, in order."""
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| (CC\d\d\d) \|", text, re.MULTILINE)
    assert listed == [rule.code for rule in RULES], "docs/rules.md: list the rules of RULES, in order, and no other"
