"""Fit the weights of `claimcheck.align.pairing` on annotated and planted divergences.

    python tests/benchmarks/fit_pairing.py ../shared/data

Only the events that `split.json` leaves for tuning are read, and of those annotated for this project the half that may
be. Every pair of values that
cannot both be true, in two documents or one, is an example: positive when it is an
annotated or planted divergence, negative otherwise, so that the score is the probability
that a clash is real. Passage pairs of one fact (`alignment/pairs.tsv`) that agree are
positives too. Prints the cross-validated precision and recall by event, and the weights.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sklearn.model_selection import GroupKFold

from claimcheck import pipeline
from claimcheck.align.candidates import Candidate, embed_candidates, words_of
from claimcheck.align.entities import group_entities
from claimcheck.align.facts import as_items, by_kind, find_candidates
from claimcheck.align.families import _are_counterparts, _best_counterparts
from claimcheck.align.pairing import FEATURES, features
from claimcheck.align.scores import score_pairs

Place = tuple[str, int, int, str]  # file name, start, end, the value in words
SHIFT = {"quantity": 2.8, "time": 1.8}  # log-odds, chosen by precision over whole events (the score of an audit)
FURTHER = Path(__file__).parents[2] / "docs" / "quality" / "annotations.json"
NUMERIC = ("count", "money", "percent", "measure", "date", "time")


@dataclass(frozen=True, slots=True)
class Example:
    """One pair of values: its features, its label, the event and the kind of fact it comes from."""

    features: tuple[float, ...]
    label: int
    event: str
    kind: str
    shown: str = ""
    dispute: str = ""  # the divergence it belongs to: all pairs of one count as one example


def touches(candidate: Candidate, files: dict[str, str], place: Place) -> bool:
    """Whether the value lies in that stretch of that file and shares a word with the annotated one."""
    mention = candidate.value.mention
    inside = files[mention.span.document] == place[0] and mention.span.start < place[2] and place[1] < mention.span.end
    return inside and (not place[3] or bool(set(words_of(mention.text)) & set(words_of(place[3]))))


def annotated(gold: Path, folder: Path) -> list[list[list[Place]]]:
    """For each annotated divergence of numbers or dates, its values, each with the places that give it."""
    found = []
    for item in json.loads(gold.read_text(encoding="utf-8"))["divergences"]:
        if item["kind"] not in NUMERIC:
            continue
        values: dict[str, list[Place]] = defaultdict(list)
        for v in item["values"]:
            text = (folder / v["doc"]).read_bytes().decode("utf-8-sig")
            found_at = re.finditer(re.escape(v["quote"]), text)
            values[v["value"]] += [(v["doc"], m.start(), m.end(), v["value"]) for m in found_at]
        found.append(list(values.values()))
    return found


def further(data: Path) -> Iterator[tuple[str, Path, list[list[list[Place]]]]]:
    """The events annotated for this project that may be read (docs/quality/README.md), as `annotated` gives them."""
    for entry in json.loads(FURTHER.read_text(encoding="utf-8")):
        folder = data / "clusters" / Path(*entry["event"].split("_", 1))
        if entry["part"] == "read" and folder.is_dir():
            found = []
            for item in (item for item in entry["divergences"] if item["kind"] in NUMERIC):
                values: dict[str, list[Place]] = defaultdict(list)
                for doc, start, end, value in item["values"]:
                    values[value].append((doc, start, end, value))
                found.append(list(values.values()))
            yield entry["event"], folder, found


def planted(key: list[dict], event: str, folder: Path) -> list[list[list[Place]]]:
    """For each planted change of a number or date, the changed place and the mate's sentence."""
    found = []
    for item in key:
        if item["event"] != event or item["kind"] not in NUMERIC:
            continue
        mate = (folder / item["mate"]).read_bytes().decode("utf-8-sig")
        start = mate.find(item["mate_text"][:60])
        if start >= 0:
            was = re.search(re.escape(item["was"]), mate[start : start + len(item["mate_text"]) + 5])
            at = (start + was.start(), start + was.end()) if was else (start, start + len(item["mate_text"]))
            found.append([[(item["doc"], item["start"], item["end"], "")], [(item["mate"], *at, item["was"])]])
    return found


def prepare(folder: Path, models: pipeline.Models):
    """The candidates of one event with their vectors, and the file name of each document."""
    reading = pipeline.show([folder], models=models)
    candidates = tuple(find_candidates(reading.extractions, group_entities(reading.extractions)))
    files = {d.id: Path(d.path).name for d in reading.documents}
    return candidates, embed_candidates(candidates, models.embedder), files


def examples(event: str, folder: Path, disputes, doubtful, models: pipeline.Models) -> Iterator[Example]:
    """Every clashing pair of counterparts, positive when one of `disputes` sets the two against each other."""
    candidates, vectors, files = prepare(folder, models)
    for (kind, _), rows in by_kind(candidates).items():
        chosen = [candidates[row] for row in rows]
        cosines = {name: matrix[rows] @ matrix[rows].T for name, matrix in vectors.items()}
        items = as_items(chosen)
        scores = score_pairs(chosen, {name: matrix[rows] for name, matrix in vectors.items()})
        best = _best_counterparts(items, scores)
        for (i, j), score in scores.items():
            a, b = chosen[i], chosen[j]
            if (
                not score
                or a.document == b.document
                or not items.clash(i, j)
                or not _are_counterparts(items, best, i, j, score)
            ):
                continue
            label = any(set_against(a, b, files, values) for values in disputes)
            if not label and any(touches(c, files, p) for c in (a, b) for p in doubtful):
                continue  # a planted value against documents that the key does not list
            row = features(a, b, {name: float(matrix[i, j]) for name, matrix in cosines.items()})
            shown = " / ".join(f"{c.value.mention.text!r} in {c.label!r}" for c in (a, b))
            yield Example(tuple(row[name] for name in FEATURES), int(label), event, kind, shown)


def set_against(a: Candidate, b: Candidate, files: dict[str, str], values: list[list[Place]]) -> bool:
    """Whether a and b give two different values of one divergence."""
    ours = [{n for n, places in enumerate(values) if any(touches(c, files, p) for p in places)} for c in (a, b)]
    return bool(ours[0] and ours[1] and (len(ours[0] | ours[1]) > 1))


def agreeing(data: Path, held: set[str], models: pipeline.Models) -> Iterator[Example]:
    """Passages of one fact whose values agree."""
    by_event = defaultdict(list)
    with (data / "alignment/pairs.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["event"].replace("/", "_") not in held and row["kind"] in NUMERIC:
                by_event[row["event"]].append(row)
    for event, rows in by_event.items():
        candidates, vectors, files = prepare(data / "clusters" / event, models)
        for row in rows:
            sides = [
                [
                    i
                    for i, c in enumerate(candidates)
                    if touches(c, files, (row[f"doc_{s}"], int(row[f"start_{s}"]), int(row[f"end_{s}"]), ""))
                ]
                for s in "ab"
            ]
            kinds = {i: kind for kind, members in by_kind(candidates).items() for i in members}
            pairs = [
                (i, j) for i in sides[0] for j in sides[1] if i != j and kinds.get(i) == kinds.get(j) and kinds.get(i)
            ]
            if not pairs:
                continue
            scored = max(pairs, key=lambda p: float(vectors["passage"][p[0]] @ vectors["passage"][p[1]]))
            similarity = {name: float(m[scored[0]] @ m[scored[1]]) for name, m in vectors.items()}
            values = features(candidates[scored[0]], candidates[scored[1]], similarity)
            yield Example(
                tuple(values[name] for name in FEATURES),
                int(row["label"] == "same"),
                event.replace("/", "_"),
                kinds[scored[0]][0],
                "aligned",
            )


def collect(data: Path, models: pipeline.Models) -> list[Example]:
    """All examples of the events left for tuning."""
    held = set(json.loads((data / "split.json").read_text(encoding="utf-8"))["held"])
    key = json.loads((data / "planted/key.json").read_text(encoding="utf-8"))
    rows: list[Example] = []
    for gold in sorted((data / "gold").glob("*.json")):
        if gold.stem not in held:
            folder = data / "clusters" / Path(*gold.stem.split("_", 1))
            rows += examples(gold.stem, folder, annotated(gold, folder), (), models)
    for event, folder, found in further(data):
        rows += examples(event, folder, found, (), models)
    for event in sorted({item["event"] for item in key}):
        if f"ecb_{event}" not in held:
            folder = data / "planted" / event
            known = planted(key, event, folder)
            gold = data / f"gold/ecb_{event}.json"
            if gold.exists():
                known += annotated(gold, data / "clusters/ecb" / event)
            changed = [(i["doc"], i["start"], i["end"], "") for i in key if i["event"] == event]
            rows += examples(f"ecb_{event}", folder, known, changed, models)
    rows += agreeing(data, held, models)
    return rows


def main() -> None:
    """Collect, cross-validate by event, print the weights."""
    data = Path(sys.argv[1])
    rows = collect(data, pipeline.default_models())
    fit(rows)


def predict(x, weights):
    """The probabilities of the rows of `x`."""
    return 1 / (1 + np.exp(-(weights[0] + x @ weights[1:])))


def regress(x, y, *, ridge: float = 0.5):
    """Logistic regression whose weights keep their sign: what speaks for one fact can never count against it."""

    def loss(w):
        z = w[0] + x @ w[1:]
        p = 1 / (1 + np.exp(-z))
        value = np.sum(np.logaddexp(0, z) - y * z) + ridge * np.sum(w[1:] ** 2)
        return value, np.concatenate([[np.sum(p - y)], x.T @ (p - y) + 2 * ridge * w[1:]])

    against = [name.endswith("_clash") for name in FEATURES[1:]]
    bounds = [(None, None), *((None, 0) if a else (0, None) for a in against)]
    return minimize(loss, np.zeros(len(FEATURES)), jac=True, bounds=bounds, method="L-BFGS-B").x


def fit(rows: list[Example]) -> None:
    """Cross-validate by event and print the weights, for each kind of fact."""
    for kind in sorted({row.kind for row in rows}):
        chosen = [row for row in rows if row.kind == kind]
        x = np.array([row.features[1:] for row in chosen])
        y = np.array([row.label for row in chosen])
        groups = [row.event for row in chosen]
        print(f"{kind}: {len(chosen)} pairs, {y.sum()} positive, {len(set(groups))} events")
        p = np.zeros(len(y))
        for train, test in GroupKFold(5).split(x, y, groups):
            p[test] = predict(x[test], regress(x[train], y[train]))
        for threshold in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            hit = p >= threshold
            precision, recall = (y[hit].mean() if hit.any() else 0.0), y[hit].sum() / y.sum()
            print(f"  {threshold:.1f}: precision {precision:.2f} recall {recall:.2f}")
        weights = regress(x, y)
        # Clashes are rare, so the model's own one half is strict: the bias moves the working point there.
        weights[0] += SHIFT[kind]
        for name, weight in zip(FEATURES, weights, strict=True):
            print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
