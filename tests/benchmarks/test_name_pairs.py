"""How often the comparison of two names is right without any context: OFAC's list of aliases."""

import csv
from pathlib import Path

import pytest

from claimcheck.compare.names import compare_names
from claimcheck.types import Name

PAIRS = Path(__file__).parents[3] / "shared" / "data" / "names" / "person-pairs.tsv"
LEAST = 0.85  # the best threshold on string similarity alone is right 0.74 of the time


def person(text: str) -> Name:
    """A person's name without context."""
    return Name(text, "person", tuple(text.split()))


def test_person_pairs():
    """Same person or two people, decided by the names alone."""
    if not PAIRS.exists():
        pytest.skip(f"{PAIRS} is not there: the pairs are not part of the repository")
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    verdicts = (compare_names(person(row["name_a"]), person(row["name_b"])) for row in rows)
    right = sum((v.relation != "unrelated") == (row["label"] == "same") for v, row in zip(verdicts, rows, strict=True))
    assert right / len(rows) >= LEAST, f"{right} of {len(rows)} pairs right"
