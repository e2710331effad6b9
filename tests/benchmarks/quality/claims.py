"""How well claims split complex sentences: the DeSSE test split, matched by the words they share.

A claim and a reference clause match when the Dice coefficient of their word sets
is at least 0.7; matches are one to one, best first. The baseline takes the whole
sentence for its only claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.claims import find_claims
from claimcheck.extract.view import plain

from .lab import Lab, Table, f1, ratio

MATCH = 0.7
_STOP = re.compile(r"(?<=[.!?])\s+")


def tables(lab: Lab) -> Iterator[Table]:
    """Claims and the baseline."""
    complex_ = lab.lines("claims", "desse.test.complex.txt.gz")
    simple = lab.lines("claims", "desse.test.simple.txt.gz")
    expected = [[s for s in _STOP.split(line.strip()) if words(s)] for line in simple]
    parsed = lab.parse([plain(line) for line in complex_])
    found = [[c.text for c in find_claims(d, (s,), (p,), (), ())] for d, s, p in parsed]
    yield Table(
        "Claims: DeSSE test split",
        "claims/desse.test.*",
        ("", "claims", "precision", "recall", "F1"),
        (score("claims", found, expected), score("whole sentences", [[line] for line in complex_], expected)),
        f"A claim matches a reference clause when the Dice coefficient of their word sets is {MATCH} or more.",
    )


def score(name: str, found: Sequence[Sequence[str]], expected: Sequence[Sequence[str]]) -> tuple[object, ...]:
    """A row: the name, how many claims, precision, recall, F1."""
    matched = sum(count_matches(f, e) for f, e in zip(found, expected, strict=True))
    number = sum(map(len, found))
    precision, recall = ratio(matched, number), ratio(matched, sum(map(len, expected)))
    return name, number, precision, recall, f1(precision, recall)


def count_matches(found: Sequence[str], expected: Sequence[str]) -> int:
    """How many of two lists of clauses pair up, one to one, best first."""
    pairs = sorted(((dice(a, b), i, j) for i, a in enumerate(found) for j, b in enumerate(expected)), reverse=True)
    left: set[int] = set()
    right: set[int] = set()
    for similarity, i, j in pairs:
        if similarity >= MATCH and i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


def dice(a: str, b: str) -> float:
    """The Dice coefficient of two word sets."""
    x, y = words(a), words(b)
    return 2 * len(x & y) / (len(x) + len(y)) if x and y else 0.0


def words(text: str) -> frozenset[str]:
    """The words that a match compares."""
    return frozenset(re.findall(r"\w+", text.lower()))
