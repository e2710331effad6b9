"""Does a contradiction's score tell what people found to clash from what only looks so? On the annotated events."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, islice
from pathlib import Path
from typing import Any

import numpy as np

from claimcheck.extract.sentences import split_sentences
from claimcheck.models.train.evaluate import auc
from claimcheck.protocols import Entailment
from claimcheck.sources.reading import read
from claimcheck.types import Span

from .lab import Lab, Table

KINDS = ("contradiction", "modality")
MOST = 4  # pairs of passages of one divergence or near miss: some list dozens of sources
Passages = tuple[str, ...]  # the two sentences, then the two passages themselves

HOW = {
    "surer direction": np.maximum,
    "mean of both": lambda there, back: (there + back) / 2,
    "less sure": np.minimum,
}


def tables(lab: Lab) -> Iterator[Table]:
    """The area under the ROC curve against near misses and against passages that agree."""
    rows: list[tuple[object, ...]] = []
    for part in ("tuning", "held"):
        groups = gather(lab, part)
        for unit, first in (("sentences", 0), ("passages", 2)):
            scored = {group: [both_ways(lab.entailment, i, first) for i in items] for group, items in groups.items()}
            for how, join in HOW.items():
                pairs = {g: [float(s) for item in items for s in join(*item)] for g, items in scored.items()}
                rows += _rows(f"{part}, {unit}, pairs, {how}", pairs)
            best = {g: [float(np.max(item)) for item in items] for g, items in scored.items()}
            rows += _rows(f"{part}, {unit}, surest pair of each", best)
    yield Table(
        "Entailment: annotated events",
        "gold/",
        ("probability of contradiction", "kind", "number", "AUC against near misses", "AUC against agreeing"),
        tuple(rows),
        f"Up to {MOST} pairs of passages of a divergence or near miss, either whole sentences or the passages "
        "themselves. Near misses are of all kinds; agreeing passages give one value for one thing in two articles. "
        "At 0.5 the probability tells nothing.",
    )


def gather(lab: Lab, part: str) -> dict[str, list[list[Passages]]]:
    """Divergences by kind, each as its pairs, those that only look so ("near miss"), and those that agree."""
    found: dict[str, list[list[Passages]]] = defaultdict(list)
    for file in sorted(lab.path("gold").glob("*.json")):
        if lab.part(file.stem) != part:
            continue
        gold = json.loads(file.read_text(encoding="utf-8"))
        folder = file.stem.replace("_", "/", 1)
        for item in gold["divergences"]:
            if item["kind"] in KINDS:
                found[item["kind"]].append(passages(lab, folder, item["values"], same=False))
            found["agreeing"].append(passages(lab, folder, item["values"], same=True))
        for item in gold["nearmiss"]:
            found["near miss"].append(passages(lab, folder, item.get("values", ()), same=False))
    return {group: [item for item in items if item] for group, items in found.items()}


def passages(lab: Lab, folder: str, values: Sequence[Mapping[str, Any]], *, same: bool) -> list[Passages]:
    """Pairs of values of one item, of two articles if they are the same, with their sentences."""
    pairs = [
        (a, b)
        for a, b in combinations(values, 2)
        if (str(a["value"]).lower() == str(b["value"]).lower()) is same
        and a["quote"] != b["quote"]
        and (not same or a["doc"] != b["doc"])
    ]
    return [
        (*(sentence(lab, f"{folder}/{side['doc']}", side["quote"]) for side in (a, b)), a["quote"], b["quote"])
        for a, b in islice(pairs, MOST)
    ]


def sentence(lab: Lab, file: str, quote: str) -> str:
    """The sentence in which a passage of an article starts."""
    text, spans = _split(lab.path("clusters", *file.split("/")))
    start = text.find(quote)
    return next((text[span.start : span.end] for span in spans if span.start <= start < span.end), quote)


@cache
def _split(path: Path) -> tuple[str, tuple[Span, ...]]:
    document = read([path])[0][0]
    return document.text, tuple(s.span for s in split_sentences(document))


def both_ways(model: Entailment, pairs: Sequence[Passages], first: int) -> tuple[Any, Any]:
    """Probability of contradiction, the first text as premise, and the second."""
    sides = [(pair[first], pair[first + 1]) for pair in pairs]
    return model.predict(sides)[:, 2], model.predict([(b, a) for a, b in sides])[:, 2]


def _rows(name: str, values: Mapping[str, Sequence[float]]) -> list[tuple[object, ...]]:
    """A row a kind."""
    return [
        (name, kind, len(values[kind]), *(auc(values[kind], values[other]) for other in ("near miss", "agreeing")))
        for kind in KINDS
        if all(values.get(group) for group in (kind, "near miss", "agreeing"))
    ]
