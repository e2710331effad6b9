"""What rounding to eight bits does to the default embedder: its cosines beside those of the stock model."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.stats import spearmanr

from claimcheck.models.embedder import default_folder, load_embedder

from .lab import Lab, Table

FILE = ("similarity", "stsb-dev.tsv")
_SCORE, _FIRST, _SECOND = 4, 5, 6  # columns of a file without a header


def tables(lab: Lab) -> Iterator[Table]:
    """Rank correlation with people's judgement of how alike two sentences are, and how far the cosines move."""
    text = lab.path(*FILE).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.rstrip("\n").split("\n")]
    judged = [float(row[_SCORE]) for row in rows]
    cosines = {}
    for name, model in (("shipped, 8 bits", load_embedder()), ("stock, 32 bits", load_embedder(str(default_folder())))):
        first, second = (model.embed([row[column] for row in rows]) for column in (_FIRST, _SECOND))
        cosines[name] = (first * second).sum(axis=1)
    reference = cosines["stock, 32 bits"]
    yield Table(
        "Embedder",
        "/".join(FILE),
        ("all-MiniLM-L6-v2", "pairs", "rank correlation", "cosines moved by, mean", "at most"),
        tuple(
            (
                name,
                len(rows),
                float(spearmanr(found, judged).statistic),
                float(np.abs(found - reference).mean()),
                float(np.abs(found - reference).max()),
            )
            for name, found in cosines.items()
        ),
        "Spearman's rank correlation of the cosines with how alike people found the sentences (STS benchmark, dev).",
    )
