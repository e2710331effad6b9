"""Whole audits against annotated and planted divergences: by kind, by rule, and how far a confidence can be trusted.

What counts as found is decided by the data's own scorer (`tools/score.py` beside the data folder), so that
the figures are those that anyone gets who runs it. What a reader judged is in `docs/quality/labels.tsv`.
"""

from __future__ import annotations

import csv
import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib import util
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from claimcheck import pipeline
from claimcheck.report.json_report import render_json
from claimcheck.rules import RULES

from .lab import CASES, ROOT, Lab, MissingDataError, Table, ratio

LABELS = ROOT / "docs" / "quality" / "labels.tsv"
FURTHER = ROOT / "docs" / "quality" / "annotations.json"
PARTS = ("tuning", "held")
FURTHER_PARTS = {"read": "further", "unread": "further, only scored"}
NATURAL = (*PARTS, *FURTHER_PARTS.values())
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
Report = dict[str, Any]


Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An event with what people found in it."""

    name: str  # "ecb_1ecb"
    part: str
    folder: Path
    divergences: Sequence[Item]
    nearmiss: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Judged:
    """One error or warning: whether it finds an annotated divergence (None where nobody annotated)."""

    part: str
    code: str
    confidence: float
    fingerprint: str
    matched: bool | None


def tables(lab: Lab) -> Iterator[Table]:
    """The scores on annotated events, on planted errors, rule by rule, and the reliability of confidences."""
    scorer = load_scorer(lab)
    annotated = [*from_gold(lab), *from_further(lab, scorer)]
    reports = audits({event.name: event.folder for event in annotated}, lab)
    judged, by_kind, totals = score_natural(scorer, annotated, reports)
    yield _natural(by_kind)
    yield _totals(totals)
    planted = audits(planted_events(lab), lab)
    yield _planted(lab, scorer, planted)
    labels = read_labels()
    yield _rules(judged, planted, labels)
    yield _reliability(judged, labels)


def load_scorer(lab: Lab) -> ModuleType:
    """The data's own scorer as a module."""
    path = lab.folder.parent / "tools" / "score.py"
    spec = util.spec_from_file_location("score", path) if path.exists() else None
    if spec is None or spec.loader is None:
        raise MissingDataError("../tools/score.py")
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def from_gold(lab: Lab) -> Iterator[Annotated]:
    """The annotated events of the data."""
    for file in sorted(lab.path("gold").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        folder = lab.path("clusters", *file.stem.split("_", 1))
        yield Annotated(file.stem, lab.part(file.stem), folder, gold["divergences"], gold.get("nearmiss", []))


def from_further(lab: Lab, scorer: ModuleType) -> Iterator[Annotated]:
    """The events annotated for this project (docs/quality/README.md), as far as the data have their articles."""
    for entry in json.loads(FURTHER.read_text(encoding="utf-8")):
        folder = lab.folder / "clusters" / Path(*entry["event"].split("_", 1))
        if folder.is_dir() and not (lab.folder / "gold" / f"{entry['event']}.json").exists():
            texts = {p.name: scorer.read(p) for p in folder.iterdir() if p.is_file()}
            items, near = ([_quoted(item, texts) for item in entry[key]] for key in ("divergences", "nearmiss"))
            yield Annotated(entry["event"], FURTHER_PARTS[entry["part"]], folder, items, near)


def _quoted(item: Item, texts: Mapping[str, str]) -> Item:
    """An item with the words at its offsets, as the scorer takes it."""
    values = [{"doc": doc, "quote": texts[doc][start:end], "value": value} for doc, start, end, value in item["values"]]
    return {**item, "values": values}


def planted_events(lab: Lab) -> dict[str, Path]:
    """Every event with planted errors ("ecb_1ecb") with the folder of its articles."""
    folders = lab.path("planted", "key.json").parent
    return {f"ecb_{folder.name}": folder for folder in sorted(folders.iterdir()) if folder.is_dir()}


def audits(events: Mapping[str, Path], lab: Lab) -> dict[str, Report]:
    """The JSON report of every event, audited by as many processes as there are cores."""
    del lab  # its models stay in this process; each worker loads its own
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as workers:
        return dict(zip(events, workers.map(_audit, events.values()), strict=True))


@cache
def _models() -> pipeline.Models:
    return pipeline.default_models()


def _audit(folder: Path) -> Report:
    report: Report = json.loads(render_json(pipeline.audit([folder], models=_models())))
    return report


def score_natural(
    scorer: ModuleType, annotated: Sequence[Annotated], reports: Mapping[str, Report]
) -> tuple[list[Judged], dict[str, Counter[str]], dict[str, Counter[str]]]:
    """Each finding judged, what was found by kind and part, and the totals of each part."""
    judged: list[Judged] = []
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    totals: dict[str, Counter[str]] = {part: Counter() for part in NATURAL}
    for event in annotated:
        part, items = event.part, event.divergences
        texts = {p.name: scorer.read(p) for p in event.folder.iterdir() if p.is_file()}
        found = scorer.spans(reports[event.name])
        options = [{n for n, item in enumerate(items) if scorer.shows(item, f, e, texts)} for f, e in found]
        got = set(scorer.assign(options, 2))
        judged += [
            Judged(part, f["code"], f["confidence"], f["fingerprint"], bool(o))
            for (f, _), o in zip(found, options, strict=True)
        ]
        for n, item in enumerate(items):
            keys = [f"{part} all", *([f"{part} definite"] if item["certainty"] == "definite" else [])]
            for key in keys:
                by_kind[item["kind"]].update({key: 1, f"{key} found": int(n in got)})
                by_kind["all"].update({key: 1, f"{key} found": int(n in got)})
        near = [d for d in event.nearmiss if len({v["value"] for v in d["values"]}) > 1]
        flagged = sum(
            any(not o and scorer.shows(d, f, e, texts) for (f, e), o in zip(found, options, strict=True)) for d in near
        )
        matched = sum(map(bool, options))
        totals[part].update(
            events=1, findings=len(found), matched=matched, near=len(event.nearmiss), flagged=flagged,
            repeats=matched - len(set(scorer.assign(options, 1).values())),
        )  # fmt: skip
    return judged, by_kind, totals


def _natural(by_kind: Mapping[str, Counter[str]]) -> Table:
    columns = [f"{part} {share}" for part in NATURAL for share in ("all", "definite")]
    rows = [
        (kind, *(_share(by_kind[kind][f"{column} found"], by_kind[kind][column]) for column in columns))
        for kind in (*sorted(k for k in by_kind if k != "all"), "all")
    ]
    note = "`Further` events were annotated for this project (docs/quality/README.md); one half of them is only scored."
    return Table("Annotated events: recall by kind", "gold", ("kind", *columns), tuple(rows), note)


def _totals(totals: Mapping[str, Counter[str]]) -> Table:
    rows = tuple(
        (
            part,
            c["events"],
            _share(c["matched"], c["findings"]),
            f"{ratio(c['findings'] - c['matched'], c['events']):.1f}",
            _share(c["repeats"], c["findings"]),
            _share(c["flagged"], c["near"]),
        )
        for part, c in totals.items()
        if c["events"]
    )
    headers = ("events", "number", "precision (lower bound)", "unmatched an event", "repeats", "near misses flagged")
    note = "A finding that matches no annotation may still be right, so this precision is a lower bound."
    return Table("Annotated events: precision", "gold", headers, rows, note)


def _planted(lab: Lab, scorer: ModuleType, reports: Mapping[str, Report]) -> Table:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for item in json.loads(lab.path("planted", "key.json").read_text(encoding="utf-8")):
        event = f"ecb_{item['event']}"
        if event in reports:
            found = any(_finds(scorer, item, f, e) for f, e in scorer.spans(reports[event]))
            for kind in (item["kind"], "all"):
                counts[kind].update({lab.part(event): 1, f"{lab.part(event)} found": int(found)})
    rows = tuple(
        (kind, *(_share(counts[kind][f"{part} found"], counts[kind][part]) for part in PARTS))
        for kind in (*sorted(k for k in counts if k != "all"), "all")
    )
    return Table("Planted errors: recall by kind", "planted", ("kind", *PARTS), rows)


def _finds(scorer: ModuleType, item: Mapping[str, Any], finding: Report, evidence: Sequence[Any]) -> bool:
    """Whether a finding shows a planted change against another variant, as the scorer of the data decides it."""
    alone = finding["code"] in scorer.ONE_SIDED
    return scorer.fits(finding["code"], item["kind"]) and any(
        _covers(piece, item) and (alone or any(other[5] != piece[5] for other in evidence)) for piece in evidence
    )


def _covers(piece: Sequence[Any], item: Mapping[str, Any]) -> bool:
    document, start, end, text, value, _ = piece
    if document != item["doc"]:
        return False
    if item["kind"] == "negation":
        return bool(start < item["end"] + 60 and item["start"] - 60 < end)
    old = item["was"].lower().split()
    new = [w for w in item["now"].lower().split() if w not in old] or [item["now"].lower()]
    return bool(start <= item["end"] and item["start"] <= end and any(w in f"{text} {value}".lower() for w in new))


def read_labels() -> dict[str, bool]:
    """What a second reader judged, by fingerprint: whether the finding is right."""
    if not LABELS.exists():
        return {}
    with LABELS.open(encoding="utf-8", newline="") as file:
        return {row["fingerprint"]: row["verdict"] == "right" for row in csv.DictReader(file, delimiter="\t")}


def _rules(judged: Sequence[Judged], planted: Mapping[str, Report], labels: Mapping[str, bool]) -> Table:
    fired: dict[str, Counter[str]] = defaultdict(Counter)
    codes = {one.fingerprint: one.code for one in judged}
    for one in judged:
        fired[one.code].update(annotated=1, matched=int(bool(one.matched)))
    for finding in (finding for report in planted.values() for finding in report["findings"]):
        fired[finding["code"]].update(planted=1)
        codes[finding["fingerprint"]] = finding["code"]
    for fingerprint in codes.keys() & labels.keys():
        fired[codes[fingerprint]].update({"right" if labels[fingerprint] else "wrong": 1})
    rows = []
    for rule in RULES:
        cases = yaml.safe_load((CASES / f"{rule.code}.yml").read_text(encoding="utf-8"))
        firing = sum(bool(case["fires"]) for case in cases)
        c = fired[rule.code]
        counts = (c[key] for key in ("annotated", "matched", "planted", "right", "wrong"))
        rows.append((f"{rule.code} {rule.name}", *counts, firing, len(cases) - firing))
    headers = (
        "rule",
        "fired, annotated",
        "matched",
        "fired, planted",
        "read: right",
        "read: wrong",
        "cases firing",
        "silent",
    )
    note = "`Read` are findings that are still reported and that a second reader judged (docs/quality/README.md)."
    return Table("Rule by rule", "gold and planted", headers, tuple(rows), note)


def _reliability(judged: Sequence[Judged], labels: Mapping[str, bool]) -> Table:
    rows = []
    for low, high in pairwise(BINS):
        row: list[object] = [f"{low:.1f} to {min(high, 1.0):.1f}"]
        for part in PARTS:
            inside = [j for j in judged if j.part == part and low <= j.confidence < high]
            right = sum(bool(j.matched) for j in inside)
            mean = ratio(sum(j.confidence for j in inside), len(inside))
            row += [f"{mean:.2f}" if inside else "", _share(right, len(inside))]
        rows.append(tuple(row))
    headers = ("confidence", *(f"{part}: {what}" for part in PARTS for what in ("mean", "matched")))
    note = "Of findings that match an annotation: a lower bound of those that are right."
    del labels
    return Table("Confidence: reliability", "gold", headers, tuple(rows), note)


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {ratio(part, whole):.2f}" if whole else ""
