"""The rules as a user meets them: by code, by name, by the first sentence of their documentation."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from claimcheck.errors import UsageError
from claimcheck.rules.base import Rule


def find(code: str, rules: Sequence[Rule]) -> Rule:
    """The rule with this code or name; UsageError, with the nearest one, when there is none."""
    for rule in rules:
        if code.strip().casefold() in (rule.code.casefold(), rule.name.casefold()):
            return rule
    raise UsageError(_unknown(code, rules))


def parse_codes(given: Sequence[str], option: str, rules: Sequence[Rule]) -> tuple[str, ...]:
    """The codes and prefixes in comma lists, upper case; UsageError for one that fits no rule."""
    codes = tuple(code.strip().upper() for part in given for code in part.split(",") if code.strip())
    for code in codes:
        if not any(rule.code.startswith(code) for rule in rules):
            raise UsageError(f"{option} {_unknown(code, rules)}")
    return codes


def listing(rules: Sequence[Rule]) -> str:
    """The rules, one a line: code, severity, name, what it does."""
    width = max((len(rule.name) for rule in rules), default=0)
    lines = (f"{r.code}  {r.severity:<7}  {r.name:<{width}}  {first_sentence(r)}\n" for r in rules)
    return "".join(lines)


def first_sentence(rule: Rule) -> str:
    """What a rule does, in the first sentence of its documentation."""
    _, _, after = rule.explanation.partition("## What it does")
    paragraph = " ".join(after.split("\n## ", 1)[0].strip().split("\n\n", 1)[0].split())
    head, stop, _ = paragraph.partition(". ")
    return f"{head}." if stop else paragraph


def _unknown(code: str, rules: Sequence[Rule]) -> str:
    names = {n.casefold(): n for rule in rules for n in (rule.code, rule.name)}
    near = get_close_matches(code.casefold(), names, n=1)
    meant = f" (is {names[near[0]]} meant?)" if near else ""
    return f"{code.strip() or repr(code)}: no such rule{meant}; `claimcheck rules` lists them"
