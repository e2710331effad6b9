"""How English calls countries, territories and languages, from the Unicode CLDR (`export_places` wrote the table)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

REGIONS = Path(__file__).parent / "data" / "regions.tsv"


def territories() -> Mapping[str, tuple[str, ...]]:
    """ISO 3166 alpha-2 → the names: "Myanmar" and "Burma"."""
    return _rows()["territory"]


def languages() -> Mapping[str, str]:
    """Code → name: "pl" is "Polish"."""
    return {code: name for code, (name, *_) in _rows()["language"].items()}


@cache
def _rows() -> Mapping[Literal["territory", "language"], Mapping[str, tuple[str, ...]]]:
    rows = [line.split("\t") for line in REGIONS.read_text(encoding="utf-8").splitlines()]
    return {
        "territory": {code: tuple(names) for kind, code, *names in rows if kind == "territory"},
        "language": {code: tuple(names) for kind, code, *names in rows if kind == "language"},
    }
