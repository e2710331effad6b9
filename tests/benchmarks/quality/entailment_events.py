"""Does a contradiction's score tell what people found to clash from what only looks so? On the annotated events."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import Any

import numpy as np

from claimcheck.extract.sentences import split_sentences
from claimcheck.models.train.evaluate import auc
from claimcheck.protocols import Entailment
from claimcheck.sources import read

from .lab import Lab, Table

KINDS = ("contradiction", "modality")
MOST = 8  # pairs of passages of one divergence or near miss: some list dozens of sources
Passages = tuple[str, ...]  # the two sentences, then the two passages themselves

HOW = {
    "surer direction": np.maximum,
    "mean of both": lambda there, back: (there + back) / 2,
    "less sure": np.minimum,
}


def tables(lab: Lab) -> Iterator[Table]:
    """The area under the ROC curve against near misses and against passages that agree."""
    pairs = {(part, group): found for part in ("tuning", "held") for group, found in gather(lab, part).items()}
    model = lab.entailment
    rows: list[tuple[object, ...]] = []
    for part in ("tuning", "held"):
        groups = {group: found for (p, group), found in pairs.items() if p == part}
        for unit, first in (("sentences", 0), ("passages", 2)):
            scored = {group: both_ways(model, found, first) for group, found in groups.items()}
            for how, join in HOW.items():
                values = {group: join(*there_and_back) for group, there_and_back in scored.items()}
                rows += [
                    (f"{part}: {kind}, {unit}, {how}", len(values[kind]), *_against(values, kind))
                    for kind in KINDS
                    if len(values.get(kind, ()))
                ]
    yield Table(
        "Entailment: annotated events",
        "gold/",
        ("", "pairs", "AUC against near misses", "AUC against agreeing"),
        tuple(rows),
        f"Probability of contradiction of up to {MOST} pairs of passages a divergence. Near misses are of all kinds; "
        "agreeing passages give one value for one thing in two articles.",
    )


def gather(lab: Lab, part: str) -> dict[str, list[Passages]]:
    """Pairs that clash by kind, pairs that only look so ("near miss"), and pairs that agree ("agreeing")."""
    found: dict[str, list[Passages]] = defaultdict(list)
    for file in sorted(lab.path("gold").glob("*.json")):
        if lab.part(file.stem) != part:
            continue
        gold = json.loads(file.read_text(encoding="utf-8"))
        folder = file.stem.replace("_", "/", 1)
        for item in gold["divergences"]:
            if item["kind"] in KINDS:
                found[item["kind"]] += passages(lab, folder, item["values"], same=False)
            found["agreeing"] += passages(lab, folder, item["values"], same=True)
        for item in gold["nearmiss"]:
            found["near miss"] += passages(lab, folder, item.get("values", ()), same=False)
    return found


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
    document = read([lab.path("clusters", *file.split("/"))])[0][0]
    start = document.text.find(quote)
    spans = [s.span for s in split_sentences(document) if s.span.start <= start < s.span.end]
    return document.text[spans[0].start : spans[0].end] if spans else quote


def both_ways(model: Entailment, pairs: Sequence[Passages], first: int) -> tuple[Any, Any]:
    """Probability of contradiction, the first text as premise, and the second."""
    sides = [(pair[first], pair[first + 1]) for pair in pairs]
    return model.predict(sides)[:, 2], model.predict([(b, a) for a, b in sides])[:, 2]


def _against(values: Mapping[str, Any], kind: str) -> tuple[object, ...]:
    return tuple(
        auc(values[kind], values[other]) if len(values.get(other, ())) else "" for other in ("near miss", "agreeing")
    )
