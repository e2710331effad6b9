"""Are two passages about one fact? The pairing score against annotated pairs, beside plain cosines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from claimcheck import pipeline
from claimcheck.align.candidates import Candidate, embed_candidates
from claimcheck.align.entities import group_entities
from claimcheck.align.facts import by_kind, find_candidates
from claimcheck.align.pairing import score
from claimcheck.align.statements import read_in_place, stating
from claimcheck.types import Claim

from .lab import Lab, Table, ratio

RECALL = 0.70
CLAIM_RECALL = 0.50
METHODS = ("claimcheck", "cosine of passages", "cosine of sentences")


def tables(lab: Lab) -> Iterator[Table]:
    """Precision at a recall of 0.70 and the area under the ROC curve, tuning and held events apart."""
    by_event: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in lab.rows("alignment", "pairs.tsv"):
        by_event[row["event"]].append(row)
    scored: dict[str, list[tuple[bool, tuple[float, ...]]]] = defaultdict(list)
    for event, pairs in by_event.items():
        folder = lab.path("clusters", *event.split("/"))
        scored[lab.part(event)] += score_event(lab, folder, pairs)
    rows: list[tuple[object, ...]] = []
    for part, found in sorted(scored.items(), reverse=True):
        labels = [label for label, _ in found]
        for n, method in enumerate(METHODS):
            scores = [values[n] for _, values in found]
            figures = precision_at(RECALL, scores, labels), auc(scores, labels)
            rows.append((f"{part}: {method}", len(found), ratio(sum(labels), len(labels)), *figures))
    total = sum(map(len, by_event.values()))
    yield Table(
        "Alignment: one fact or two",
        "alignment/pairs.tsv",
        ("events", "pairs", "of one fact", f"precision at recall {RECALL:.2f}", "AUC"),
        tuple(rows),
        f"Of {total} pairs those in which both passages hold a number or a time of one kind. A precision that is no "
        "better than the share of one fact means that the score leaves too many of these pairs at nought.",
    )
    yield claim_table(lab, by_event)


def claim_table(lab: Lab, by_event: Mapping[str, Sequence[Mapping[str, str]]]) -> Table:
    """The same pairs, by the cosine of the claims that the passages stand in: read in their sentences, and alone."""
    found: dict[str, list[tuple[bool, float, float]]] = defaultdict(list)
    for event, pairs in by_event.items():
        extractions = pipeline.show([lab.path("clusters", *event.split("/"))], models=lab.models).extractions
        files = {e.document.id: Path(e.document.path).name for e in extractions}
        claims = stating(extractions)
        ways = [lab.models.embedder.embed(t) for t in (read_in_place(claims, extractions), [c.text for c in claims])]
        for pair in pairs:
            a, b = (claim_at(claims, files, pair, side) for side in "ab")
            if a is not None and b is not None and a != b:
                cosines = [float(vectors[a] @ vectors[b]) for vectors in ways]
                found[lab.part(event)].append((pair["label"] == "same", cosines[0], cosines[1]))
    rows: list[tuple[object, ...]] = []
    for part, scored in sorted(found.items(), reverse=True):
        labels = [row[0] for row in scored]
        for n, way in enumerate(("read in place", "read alone"), 1):
            scores = [row[n] for row in scored]
            figures = precision_at(CLAIM_RECALL, scores, labels), auc(scores, labels)
            rows.append((f"{part}: {way}", len(scored), ratio(sum(labels), len(labels)), *figures))
    headers = ("events", "pairs", "of one fact", f"precision at recall {CLAIM_RECALL:.2f}", "AUC")
    return Table("Claims: one statement or two", "alignment/pairs.tsv", headers, tuple(rows))


def claim_at(claims: Sequence[Claim], files: Mapping[str, str], pair: Mapping[str, str], side: str) -> int | None:
    """The claim that holds most of the passage on one side of a pair, the shortest of several."""
    start, end = int(pair[f"start_{side}"]), int(pair[f"end_{side}"])
    held = [
        (min(c.span.end, end) - max(c.span.start, start), -len(c.span), n)
        for n, c in enumerate(claims)
        if files[c.span.document] == pair[f"doc_{side}"] and c.span.start < end and start < c.span.end
    ]
    return max(held)[2] if held else None


def score_event(lab: Lab, folder: Path, pairs: Sequence[Mapping[str, str]]) -> Iterator[tuple[bool, tuple[float, ...]]]:
    """The label and the scores of every pair of one event whose two passages hold values of one kind."""
    reading = pipeline.show([folder], models=lab.models)
    candidates = tuple(find_candidates(reading.extractions, group_entities(reading.extractions)))
    vectors = embed_candidates(candidates, lab.models.embedder)
    kinds = {row: kind for kind, rows in by_kind(candidates).items() for row in rows}
    files = {d.id: Path(d.path).name for d in reading.documents}
    for pair in pairs:
        sides = [[n for n, c in enumerate(candidates) if lies_in(c, files, pair, side)] for side in "ab"]
        met = [(i, j) for i in sides[0] for j in sides[1] if i != j and i in kinds and kinds[i] == kinds.get(j)]
        if met:
            cosines = [{name: float(m[i] @ m[j]) for name, m in vectors.items()} for i, j in met]
            own = max(score(candidates[i], candidates[j], c) for (i, j), c in zip(met, cosines, strict=True))
            best = [max(c[name] for c in cosines) for name in ("passage", "sentence")]
            yield pair["label"] == "same", (own, *best)


def lies_in(candidate: Candidate, files: Mapping[str, str], pair: Mapping[str, str], side: str) -> bool:
    """Whether a value lies in the passage that a pair quotes on one of its sides."""
    span = candidate.value.mention.span
    if files[span.document] != pair[f"doc_{side}"]:
        return False
    return span.start < int(pair[f"end_{side}"]) and int(pair[f"start_{side}"]) < span.end


def precision_at(recall: float, scores: Sequence[float], labels: Sequence[bool]) -> float:
    """The best precision of any threshold that finds at least this share of the positives."""
    positives = sum(labels)
    best = 0.0
    for threshold in set(scores):
        hits = [label for s, label in zip(scores, labels, strict=True) if s >= threshold]
        if sum(hits) >= recall * positives:
            best = max(best, ratio(sum(hits), len(hits)))
    return best


def auc(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """The chance that a pair of one fact scores above a pair of two; ties count half."""
    positive = [s for s, label in zip(scores, labels, strict=True) if label]
    negative = [s for s, label in zip(scores, labels, strict=True) if not label]
    wins = sum((p > n) + (p == n) / 2 for p in positive for n in negative)
    return ratio(wins, len(positive) * len(negative))
