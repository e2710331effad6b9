"""How well claims split complex sentences: the DeSSE test split, matched by the words they share.

A claim and a reference clause match when the Dice coefficient of their word sets
is at least 0.7; matches are one to one, best first. The baseline takes the whole
sentence for its only claim. `pytest -s` prints the table.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from claimcheck.extract.claims import find_claims
from claimcheck.extract.view import plain
from claimcheck.protocols import Parser
from claimcheck.types import Document, Parse, Sentence, Span

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "claims"
MATCH = 0.7
LEAST_F1 = 0.57


def lines(part: str) -> list[str]:
    """One side of the test split; skips where the data is absent."""
    path = FOLDER / f"desse.test.{part}.txt.gz"
    if not path.exists():
        pytest.skip(f"{path} is not there: the data is not part of the repository")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return file.read().strip().split("\n")


def words(text: str) -> frozenset[str]:
    """The words that a match compares."""
    return frozenset(re.findall(r"\w+", text.lower()))


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


def claims_of(text: str, parse: Parse) -> list[str]:
    """The claims of one sentence."""
    document = Document("d", "d.txt", text)
    sentence = Sentence(Span("d", 0, len(text)), 0)
    return [claim.text for claim in find_claims(document, (sentence,), (parse,), (), ())]


def row(name: str, found: Sequence[Sequence[str]], expected: Sequence[Sequence[str]]) -> tuple[str, float]:
    """A line of the table, and F1."""
    matched = sum(count_matches(f, e) for f, e in zip(found, expected, strict=True))
    precision = matched / sum(len(f) for f in found)
    recall = matched / sum(len(e) for e in expected)
    f1 = 2 * precision * recall / (precision + recall)
    return f"{name:<16} {precision:9.3f} {recall:9.3f} {f1:9.3f}", f1


def table(parser: Parser) -> Iterator[tuple[str, float]]:
    """Claims and the baseline of whole sentences."""
    complex_, simple = lines("complex"), lines("simple")
    expected = [[s for s in re.split(r"(?<=[.!?])\s+", line.strip()) if words(s)] for line in simple]
    parses = parser.parse([plain(line) for line in complex_])
    yield row("claims", [claims_of(t, p) for t, p in zip(complex_, parses, strict=True)], expected)
    yield row("whole sentences", [[line] for line in complex_], expected)


def test_claims_beat_whole_sentences(parser: Parser) -> None:
    """Claims match the reference clauses better than the sentence as it stands."""
    (claims, f1), (whole, baseline) = table(parser)
    print("", f"{'DeSSE test':<16} {'precision':>9} {'recall':>9} {'F1':>9}", claims, whole, sep="\n")  # noqa: T201
    assert f1 >= max(LEAST_F1, baseline)
