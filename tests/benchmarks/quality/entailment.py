"""Does the second text follow from the first, contradict it, or neither? On labelled pairs, source by source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from claimcheck.models.train.evaluate import HypothesisOnly, accuracy, calibration_error, labels_of
from claimcheck.models.train.pairs import read_nli

from .lab import Lab, Table, ratio

MOST = 1500  # pairs of a source, evenly spread over its rows: enough for 1.2 points of standard error

T = TypeVar("T")


def tables(lab: Lab) -> Iterator[Table]:
    """Accuracy and calibration of the shipped model, beside what the hypotheses tell alone."""
    dev = read_nli(lab.path("nli", "dev.tsv.gz"))
    blind = HypothesisOnly(read_nli(lab.path("nli", "train.tsv.gz")))
    rows: list[tuple[object, ...]] = []
    for source in sorted({pair.source for pair in dev}):
        all_pairs = [pair for pair in dev if pair.source == source]
        pairs = spread(all_pairs, MOST)
        found = lab.entailment.predict([(pair.premise, pair.hypothesis) for pair in pairs])
        labels = labels_of(pairs)
        commonest = Counter(labels.tolist()).most_common(1)[0][1]
        right, gap = accuracy(found, labels), calibration_error(found, labels)
        rows.append(
            (source, len(all_pairs), len(pairs), right, gap, blind.accuracy(pairs), ratio(commonest, len(pairs)))
        )
    yield Table(
        "Entailment: labelled pairs",
        "nli/dev.tsv.gz",
        ("source", "pairs", "measured", "accuracy", "ECE", "hypothesis only", "commonest label"),
        tuple(rows),
        f"The shipped model, on at most {MOST:,} evenly spread pairs of a source. “Hypothesis only” is a linear model "
        "over words and pairs of words that sees no premise, trained on `nli/train.tsv.gz`. ECE is the expected "
        "calibration error over 15 bins.",
    )


def spread(items: Sequence[T], most: int) -> list[T]:
    """At most so many, evenly spread, always the same."""
    step = max(1.0, len(items) / most)
    return [items[int(i * step)] for i in range(min(len(items), most))]
