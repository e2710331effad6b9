"""Two names, one person or two? OFAC's list of aliases, decided by the names alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio as edit_ratio
from rapidfuzz.fuzz import token_sort_ratio

from claimcheck.compare.names import compare_names
from claimcheck.types import Name

from .lab import Lab, Table, ratio


def tables(lab: Lab) -> Iterator[Table]:
    """The comparison of names beside the best threshold on string similarities."""
    rows = lab.rows("names", "person-pairs.tsv")
    same = [row["label"] == "same" for row in rows]
    pairs = [(row["name_a"], row["name_b"]) for row in rows]
    said = [compare_names(_person(a), _person(b)).relation != "unrelated" for a, b in pairs]
    similarities = {
        "Jaro-Winkler": [JaroWinkler.similarity(a.lower(), b.lower()) for a, b in pairs],
        "edit ratio": [edit_ratio(a.lower(), b.lower()) for a, b in pairs],
        "sorted words, edit ratio": [token_sort_ratio(a.lower(), b.lower()) for a, b in pairs],
    }
    yield Table(
        "Person names",
        "names/person-pairs.tsv",
        ("", "pairs", "accuracy"),
        (
            ("claimcheck", len(rows), ratio(sum(x == y for x, y in zip(said, same, strict=True)), len(rows))),
            *((f"{name}, best threshold", len(rows), best_accuracy(s, same)) for name, s in similarities.items()),
            ("majority class", len(rows), max(ratio(sum(same), len(same)), 1 - ratio(sum(same), len(same)))),
        ),
        "The thresholds are the best that these very pairs allow, which flatters them.",
    )


def best_accuracy(similarities: Sequence[float], same: Sequence[bool]) -> float:
    """The accuracy of the best threshold."""
    return max(
        ratio(sum((s >= threshold) == label for s, label in zip(similarities, same, strict=True)), len(same))
        for threshold in {*similarities, float("inf")}
    )


def _person(text: str) -> Name:
    return Name(text, "person", tuple(text.split()))
