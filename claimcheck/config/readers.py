"""Readers of single values: from what TOML holds to what the program uses, or an error that says what is expected."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from math import inf
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.settings import Groups, Override, Severities
from claimcheck.triage.waivers import Waiver

Reader = Callable[[Any, str], Any]  # (value, where it stands) → the value read

SEVERITIES = ("error", "warning", "note")
FAIL_ON = (*SEVERITIES, "never")
_FINGERPRINT = re.compile(r"(?:cc\d{3}-)?([0-9a-f]{8,16})")


def nearest(word: str, known: Sequence[str]) -> str:
    """A hint at the known word that was perhaps meant, as the end of a phrase; "" for none."""
    folded = {name.replace("_", "-").casefold(): name for name in known}
    near = get_close_matches(word.replace("_", "-").casefold(), folded, n=1, cutoff=0.5)
    return f" (is {folded[near[0]]} meant?)" if near else ""


def unknown(word: str, where: str, known: Sequence[str], noun: str = "key") -> UsageError:
    """The error for a word that is none of the known ones."""
    return UsageError(f"{where}: {word}: no such {noun}{nearest(word, known)}")


def wrong(where: str, expected: str, value: object) -> UsageError:
    """The error for a value of another type than the one expected."""
    return UsageError(f"{where}: expected {expected}, got {_shown(value)}")


def text(value: Any, where: str) -> str:
    """A string that holds something."""
    if not _is_text(value):
        raise wrong(where, "a string", value)
    return str(value)


def module(value: Any, where: str) -> str:
    """The name of an installed package."""
    if not isinstance(value, str) or not value.isidentifier():
        raise wrong(where, "the name of an installed package such as en_core_web_sm", value)
    return value


def texts(value: Any, where: str) -> tuple[str, ...]:
    """A list of strings."""
    if not isinstance(value, list) or not all(_is_text(each) for each in value):
        raise wrong(where, "a list of strings", value)
    return tuple(value)


def _some(value: Any, where: str) -> tuple[str, ...]:
    """A list of at least one string."""
    if value == []:
        raise wrong(where, "paths or names of articles, at least one", value)
    return texts(value, where)


def codes(value: Any, where: str) -> tuple[str, ...]:
    """A list of rule codes and prefixes, each of which fits a rule."""
    from claimcheck.report.catalogue import parse_codes  # noqa: PLC0415 — rules take time to import
    from claimcheck.rules import RULES  # noqa: PLC0415

    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise wrong(where, "a list of rule codes", value)
    found = parse_codes(value, where if where.startswith("--") else f"{where}:", RULES)
    if value and not found:
        raise wrong(where, "rule codes such as CC101 or CC2", ",".join(value))
    return found


def code(value: Any, where: str) -> str:
    """One rule code or prefix, which fits a rule."""
    if not isinstance(value, str) or not value.strip() or "," in value:
        raise wrong(where, "one rule code such as CC101, or the beginning of one", value)
    return codes([value], where)[0]


def choice(*known: str) -> Reader:
    """One of some words."""

    def read(value: Any, where: str) -> str:
        if not isinstance(value, str):
            raise wrong(where, f"one of {', '.join(known)}", value)
        if value not in known:
            raise UsageError(f"{where}: expected one of {', '.join(known)}, got {value!r}{nearest(value, known)}")
        return value

    return read


def choices(*known: str) -> Reader:
    """One or several of some words."""
    one = choice(*known)

    def read(value: Any, where: str) -> tuple[str, ...]:
        listed = value if isinstance(value, list) else [value]
        if not listed:
            raise wrong(where, f"one or several of {', '.join(known)}", value)
        return tuple(dict.fromkeys(one(each, where) for each in listed))

    return read


def share(value: Any, where: str) -> float:
    """A number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise wrong(where, "a number from 0 to 1", value)
    return float(value)


def count(value: Any, where: str, least: int = 1) -> int:
    """A whole number from 1 on, or from another least one."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value < inf or value % 1:
        raise wrong(where, f"a whole number from {least} on", value)
    return int(value)


def severities(value: Any, where: str) -> Severities:
    """A table of rule codes or prefixes and what their findings count as."""
    if not isinstance(value, Mapping):
        in_file = ": " in where
        raise wrong(where, 'a table such as { CC2 = "note" }' if in_file else "CODE=LEVEL such as CC2=note", value)
    one = choice(*SEVERITIES)
    return tuple((code(rule, where), one(severity, f"{where}.{rule}")) for rule, severity in value.items())


def groups(value: Any, where: str) -> Groups:
    """Lists of at least two articles."""
    listed = isinstance(value, list) and all(
        isinstance(group, list) and len(group) > 1 and all(_is_text(each) for each in group) for group in value
    )
    if not listed:
        raise wrong(where, 'lists of two articles or more, such as [["a.txt", "b.txt"]]', value)
    return tuple(tuple(group) for group in value)


def overrides(value: Any, where: str) -> tuple[Override, ...]:
    """Tables [[overrides]]."""
    return tuple(
        Override(
            paths=_some(_needed(table, "paths", place), f"{place}.paths"),
            ignore=codes(table.get("ignore", []), f"{place}.ignore"),
            severity=severities(table.get("severity", {}), f"{place}.severity"),
        )
        for place, table in _tables(value, where, ("paths", "ignore", "severity"))
    )


def waivers(value: Any, where: str) -> tuple[Waiver, ...]:
    """Tables [[waivers]]."""
    known = ("fingerprint", "rule", "documents", "reason", "expires")
    return tuple(_waiver(table, place) for place, table in _tables(value, where, known))


def _waiver(table: Mapping[str, Any], place: str) -> Waiver:
    if "fingerprint" not in table and "rule" not in table:
        raise UsageError(f"{place}: says neither fingerprint nor rule; give one of them")
    return Waiver(
        reason=" ".join(text(_needed(table, "reason", place), f"{place}.reason").split()),
        place=place,
        fingerprint=_fingerprint(table["fingerprint"], f"{place}.fingerprint") if "fingerprint" in table else None,
        rule=_rule(table["rule"], f"{place}.rule") if "rule" in table else None,
        documents=texts(table.get("documents", []), f"{place}.documents"),
        expires=_day(table["expires"], f"{place}.expires") if "expires" in table else None,
    )


def _tables(value: Any, where: str, known: Sequence[str]) -> list[tuple[str, Mapping[str, Any]]]:
    """The tables of a list with the place of each, their keys checked."""
    name = where.rsplit(" ", 1)[-1]
    if not isinstance(value, list) or not all(isinstance(table, Mapping) for table in value):
        raise wrong(where, f"tables [[{name}]]", value)
    placed = [(f"{where}[{number}]", table) for number, table in enumerate(value, start=1)]
    for place, table in placed:
        for key in table:
            if key not in known:
                raise unknown(key, place, known)
    return placed


def _needed(table: Mapping[str, Any], key: str, place: str) -> Any:
    if key not in table:
        raise UsageError(f"{place}: has no {key}; every one needs it")
    return table[key]


def _fingerprint(value: Any, where: str) -> str:
    found = _FINGERPRINT.fullmatch(value.casefold()) if isinstance(value, str) else None
    if found is None:
        raise wrong(where, "a fingerprint, or its first 8 characters or more, as a report shows it", value)
    return found[1]


def _rule(value: Any, where: str) -> str:
    """One code, prefix or name of a rule."""
    from claimcheck.rules import RULES  # noqa: PLC0415 — rules take time to import

    return code(next((rule.code for rule in RULES if rule.name == value), value), where)


def _day(value: Any, where: str) -> date:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        day = None
    if isinstance(day, datetime) or not isinstance(day, date):
        raise wrong(where, "a date such as 2027-01-31", value)
    return day


def _is_text(value: object) -> bool:
    """Whether a value is a string that holds something; no path and no name holds a NUL."""
    return isinstance(value, str) and bool(value.strip()) and "\0" not in value


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
