"""Is a sentence borne out by a whole document? SummEdits and DeFacto: summaries that fit their document or do not.

Every sentence of a summary is set against the sentences of the document that share most of its words; the
best supporting and the best opposing of them decide.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from claimcheck.extract.sentences import split_text
from claimcheck.protocols import Entailment

from .entailment import spread
from .lab import Lab, MissingDataError, Table, ratio

A_DOMAIN = 50  # summaries of each domain that are measured
DEFACTO = 150
NEAREST = 4  # sentences of the document that each sentence of a summary is set against
METHODS = ("best supporting − best opposing", "best supporting", "1 − best opposing", "words found in the document")


@dataclass(frozen=True, slots=True)
class Case:
    """A document, a summary of it, and whether the summary is borne out."""

    domain: str
    document: str
    summary: str
    consistent: bool


def tables(lab: Lab) -> Iterator[Table]:
    """Balanced accuracy by domain of SummEdits, and of DeFacto."""
    cases = _read(lab)
    scores = {case: score(lab.entailment, case) for case in cases}
    domains = sorted({case.domain for case in cases})
    rows: list[tuple[Any, ...]] = []
    for domain in domains:
        inside = [case for case in cases if case.domain == domain]
        outside = [case for case in cases if case.domain not in {domain, "DeFacto"}] or inside
        figures = [balanced(scores, inside, n, threshold(scores, outside, n)) for n in range(len(METHODS))]
        rows.append((domain, len(inside), *figures))
    kept = [row for row in rows if row[0] != "DeFacto"]
    columns = list(zip(*kept, strict=True))[1:]
    rows.append(("**SummEdits, mean**", sum(columns[0]), *(ratio(sum(c), len(kept)) for c in columns[1:])))
    yield Table(
        "Entailment: sentence against document",
        "summaries/",
        ("", "summaries", *METHODS),
        tuple(rows),
        f"Balanced accuracy on {A_DOMAIN} evenly spread summaries of each domain ({DEFACTO} of DeFacto), the threshold "
        f"chosen on the other domains of SummEdits; chance is 0.5. A summary's sentence is set against the {NEAREST} "
        "sentences of the document that share most of its words; a summary is worth the mean over its sentences.",
    )


def score(model: Entailment, case: Case) -> tuple[float, ...]:
    """What each method makes of a summary."""
    document, summary = _split(case.document), _split(case.summary)
    own = [_words(sentence) for sentence in document]
    pairs: list[tuple[str, str]] = []
    places: list[int] = []
    for place, sentence in enumerate(summary):
        shared = sorted(range(len(document)), key=lambda i: -len(own[i] & _words(sentence)))
        pairs += [(document[i], sentence) for i in shared[:NEAREST]]
        places += [place] * min(NEAREST, len(document))
    found = model.predict(pairs)
    by_sentence = [found[[p == place for p in places]] for place in range(len(summary)) if place in places]
    if not by_sentence:
        return 0.0, 0.0, 0.0, 0.0
    support = float(np.mean([rows[:, 0].max() for rows in by_sentence]))
    opposition = float(np.mean([rows[:, 2].max() for rows in by_sentence]))
    words, known = _words(case.summary), _words(case.document)
    return support - opposition, support, 1 - opposition, ratio(len(words & known), len(words))


def balanced(scores: Mapping[Case, Sequence[float]], cases: Sequence[Case], n: int, least: float) -> float:
    """The mean of the shares of consistent summaries at or above a threshold and of the others below it."""
    good = [scores[case][n] >= least for case in cases if case.consistent]
    bad = [scores[case][n] < least for case in cases if not case.consistent]
    return (ratio(sum(good), len(good)) + ratio(sum(bad), len(bad))) / 2


def threshold(scores: Mapping[Case, Sequence[float]], cases: Sequence[Case], n: int) -> float:
    """The one that does best on these."""
    return max(sorted({scores[case][n] for case in cases}), key=lambda least: balanced(scores, cases, n, least))


def _read(lab: Lab) -> list[Case]:
    by_domain: dict[str, list[Case]] = defaultdict(list)
    for row in _rows(lab, "summedits_other.jsonl.gz"):
        by_domain[row["domain"]].append(Case(row["domain"], row["doc"], row["summary"], int(row["label"]) == 1))
    defacto = [
        Case("DeFacto", row["article"], row["candidate"], str(row["has_error"]) == "False")
        for row in _rows(lab, "defacto_train.jsonl.gz")
    ]
    if not by_domain and not defacto:
        raise MissingDataError("summaries/*.jsonl.gz")
    chosen = [case for _, cases in sorted(by_domain.items()) for case in spread(cases, A_DOMAIN)]
    return list(dict.fromkeys([*chosen, *spread(defacto, DEFACTO)]))


def _rows(lab: Lab, name: str) -> list[dict[str, str]]:
    path = lab.path("summaries") / name
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_text(text) if text[start:end].strip()]


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", text.lower()) if len(word) > 3 or word.isdigit())
