"""Pairs of texts with a share for each label, and the file they are kept in."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LABELS = ("entailment", "neutral", "contradiction")
Shares = tuple[float, float, float]

ENTAILMENT: Shares = (1.0, 0.0, 0.0)
NEUTRAL: Shares = (0.0, 1.0, 0.0)
CONTRADICTION: Shares = (0.0, 0.0, 1.0)
CONSISTENT: Shares = (0.5, 0.5, 0.0)  # no clash; whether one follows from the other is left open

_BY_NAME = dict(zip(LABELS, (ENTAILMENT, NEUTRAL, CONTRADICTION), strict=True))


@dataclass(frozen=True, slots=True)
class Pair:
    """A premise, a hypothesis, what is to be learnt of them, and where the pair comes from."""

    premise: str
    hypothesis: str
    shares: Shares
    source: str


def read_nli(path: Path) -> list[Pair]:
    """The rows of a gzipped file with the columns premise, hypothesis, label and source."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return [
            Pair(row["premise"], row["hypothesis"], _BY_NAME[row["label"]], row["source"])
            for row in csv.DictReader(file, delimiter="\t")
        ]


def read_pairs(path: Path) -> list[Pair]:
    """What `write_pairs` wrote."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t")
        return [Pair(p, h, (float(e), float(n), float(c)), s) for p, h, e, n, c, s in rows]


def write_pairs(path: Path, pairs: Iterable[Pair]) -> None:
    """A gzipped file of tab-separated rows, the same bytes for the same pairs."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as zipped:
        for pair in pairs:
            cells = (pair.premise, pair.hypothesis, *(f"{share:.4g}" for share in pair.shares), pair.source)
            zipped.write(_row(cells).encode())


def _row(cells: Iterable[str]) -> str:
    quoted = (f'"{cell.replace(chr(34), chr(34) * 2)}"' if set(cell) & set('"\t\r\n') else cell for cell in cells)
    return "\t".join(quoted) + "\n"
