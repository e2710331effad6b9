"""The rules, in order of their codes. A rule is one file; this tuple is the only place that lists them.

What a file says of its rule is read here, and its code run only when the rule is: importing
all of them takes half a second, and `claimcheck rules` needs none.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from claimcheck.rules.base import Outcome, Rule
from claimcheck.types import Ledger

_FILES = (
    "cc101_count_conflict",
    "cc102_money_conflict",
    "cc103_percent_conflict",
    "cc104_measure_conflict",
    "cc105_enumeration_mismatch",
    "cc106_arithmetic_mismatch",
    "cc201_person_name_variant",
    "cc202_place_name_variant",
    "cc203_organisation_name_variant",
    "cc204_misspelling",
    "cc205_role_conflict",
    "cc206_wrong_name",
    "cc301_date_conflict",
    "cc302_clock_conflict",
    "cc303_impossible_date",
    "cc304_place_conflict",
    "cc401_quote_altered",
    "cc402_quote_truncated",
    "cc403_quote_misattributed",
    "cc404_attribution_conflict",
    "cc501_contradiction",
    "cc502_negation",
    "cc503_certainty_shift",
    "cc601_single_origin",
    "cc602_omission",
    "cc603_copied_text",
    "cc604_shared_error",
)


@dataclass(frozen=True, slots=True)
class _Check:
    """The check of a rule's file, which is imported by the first call."""

    file: str

    def __call__(self, ledger: Ledger) -> Iterator[Outcome]:
        found: Iterator[Outcome] = _import(self.file).check(ledger)
        return found


def import_rules() -> None:
    """Import the code of every rule, which else the first call of each does."""
    for file in _FILES:
        _import(file)


def _import(file: str) -> Any:
    return import_module(f"{__name__}.{file}")


def _read(file: str) -> Rule:
    """The rule of a file, from its docstring and the constants in `RULE = Rule(…)`."""
    tree = ast.parse(Path(__file__).with_name(f"{file}.py").read_bytes())
    calls = [n.value for n in tree.body if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "RULE"]
    keywords = calls[0].keywords if calls and isinstance(calls[0], ast.Call) else []
    said: dict[str, Any] = {k.arg: k.value.value for k in keywords if k.arg and isinstance(k.value, ast.Constant)}
    return Rule(**said, check=_Check(file), documentation=ast.get_docstring(tree) or "")


RULES: tuple[Rule, ...] = tuple(_read(file) for file in _FILES)

__all__ = ["RULES", "Outcome", "Rule", "import_rules"]
