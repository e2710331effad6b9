"""Sentence boundaries: the hard cases, and what the clusters' longest sentences look like."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from claimcheck.extract.sentences import split_sentences
from claimcheck.sources.reading import read
from claimcheck.types import Document

from .lab import CASES, Lab, Table, ratio

LONG = 120  # words


def tables(lab: Lab) -> Iterator[Table]:
    """Hard cases by topic, then long sentences in the clusters."""
    yield hard_cases()
    yield long_sentences(lab)


def hard_cases() -> Table:
    """Every case of the table, right when the text is split exactly at its marks."""
    topics = yaml.safe_load((CASES / "sentences.yml").read_text(encoding="utf-8"))
    rows: list[tuple[object, ...]] = []
    for topic, cases in topics.items():
        right = sum(is_right(case) for case in cases)
        rows.append((topic, right, len(cases), ratio(right, len(cases))))
    right, total = (sum(int(str(row[i])) for row in rows) for i in (1, 2))
    return Table(
        "Sentences: hard cases",
        "tests/cases/sentences.yml",
        ("topic", "right", "cases", "share"),
        (*rows, ("**all**", right, total, ratio(right, total))),
    )


def is_right(case: str) -> bool:
    """Whether a text splits where its marks say, and nowhere else."""
    document = Document("a", "a.txt", case.replace("¦", ""))
    found = [document.text[s.span.start : s.span.end] for s in split_sentences(document)]
    return found == [piece.strip() for piece in case.split("¦")]


def long_sentences(lab: Lab) -> Table:
    """How long the sentences of the clusters are, by part."""
    lengths: dict[str, list[int]] = {"tuning": [], "held": []}
    for event, folder in lab.events():
        documents, _ = read([folder])
        for document in documents:
            spans = (s.span for s in split_sentences(document))
            lengths[lab.part(event)] += [len(document.text[s.start : s.end].split()) for s in spans]
    rows = [
        (part, len(found), sum(n > LONG for n in found), max(found), ratio(sum(found), len(found)))
        for part, found in lengths.items()
        if found
    ]
    return Table(
        "Sentences: length",
        "clusters/",
        ("events", "sentences", f"over {LONG} words", "longest", "mean"),
        tuple(rows),
        "A sentence that long is likely two that were not parted; the one of the tuning events is a list, and is one.",
    )
