"""EQUATE: does one sentence follow from another, judged by nothing but the quantities in both?

A quantity of the hypothesis must find one in the premise that agrees with it. If all do, the
pair is read as entailed, otherwise not. A pair is undecided when the hypothesis holds no
quantity, or none that the premise has anything of the kind to set against. Beside it the whole
comparison of an audit: the two that agree must also be aligned, that is, pass for values of one fact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck.align.candidates import embed_candidates
from claimcheck.align.entities import group_entities
from claimcheck.align.facts import SAME_FACT, find_candidates
from claimcheck.align.scores import score_pairs
from claimcheck.align.values import compare
from claimcheck.compare.quantities import compare_quantities
from claimcheck.extract import extract
from claimcheck.extract.quantities import find_quantities
from claimcheck.extract.view import plain
from claimcheck.types import Document, Extraction, Quantity, Sentence, Span

from .lab import Lab, MissingDataError, Table, ratio

AGREEING = {"same", "compatible"}
ENTAILED, NOT_ENTAILED, UNDECIDED = "entailed", "not entailed", "undecided"
# Why a pair is read as it is; told to the reader only where the label says otherwise.
NO_QUANTITY = "the hypothesis has no quantity"
NO_KIND = "the premise has nothing of the kind"
CLASH = "a number clashes with every counterpart"
AGREE = "all numbers agree, other words decide"
# Kept with the code that makes the table: reading does not repeat itself.
READ = (
    "Read by hand: 40 pairs of the first class: 28 where who did what or a further claim differs, 4 where what is "
    "counted differs (officers, prisoners), 6 where the label may be doubted (a plain paraphrase), 2 of rounding. Of "
    "15 entailed: 3 sums and products (11 and six make 17), 7 where the hypothesis counts what the premise dates, "
    "ranks or says without a number, 2 that outdo a bound (at least 175, at least 174), 2 numbers overlooked in "
    "headlines (since mended), 1 where the label may be doubted."
)


def tables(lab: Lab) -> Iterator[Table]:
    """Accuracy by part, then the wrong pairs by class."""
    files = sorted(lab.path("numbers").glob("equate-*.tsv"))
    if not files:
        raise MissingDataError("numbers/equate-*.tsv")
    rows: list[tuple[object, ...]] = []
    wrong: Counter[tuple[str, str]] = Counter()
    for file in files:
        judged = judge_file(lab, file)
        decided = [(said, label) for said, _, label in judged if said != UNDECIDED]
        right = sum(said == label for said, label in decided)
        labels = Counter(label for _, label in decided)
        whole = tuple(aligned(lab, file))
        rows.append(
            (
                file.stem,
                len(judged),
                len(decided),
                ratio(sum(said == label for said, label in whole), len(whole)),
                ratio(right, len(decided)),
                ratio(max(labels.values(), default=0), len(decided)),
            )
        )
        wrong.update((label, why) for said, why, label in judged if said not in (UNDECIDED, label))
    yield Table(
        "Quantities: EQUATE",
        "numbers/equate-*.tsv",
        ("", "pairs", "decided", "accuracy with alignment", "accuracy", "majority class"),
        tuple(rows),
        "Entailed or not, by the comparison of quantities alone, and by those alone that the audit takes for values of "
        "one fact; accuracy and majority class over the decided pairs. Alignment asks for more than entailment (whose "
        "figure it is, planned or done), so it turns down paraphrases that quantities alone let pass.",
    )
    yield Table(
        "Quantities: EQUATE, wrong pairs",
        "numbers/equate-*.tsv",
        ("label: why", "pairs"),
        tuple((f"{label}: {why}", number) for (label, why), number in wrong.most_common()),
        READ,
    )


def judge_file(lab: Lab, file: Path) -> list[tuple[str, str, str]]:
    """For each pair what the quantities say, why, and the label."""
    rows = [row for row in lab.rows("numbers", file.name) if row["label"]]
    texts = [plain(row[side]) for row in rows for side in ("premise", "hypothesis")]
    values = [tuple(m.value for m in find_quantities(p, s)) for _, s, p in lab.parse(texts)]
    quantities = [[v for v in found if isinstance(v, Quantity)] for found in values]
    return [
        (*judge(premise, hypothesis), ENTAILED if row["label"] == "entailment" else NOT_ENTAILED)
        for row, premise, hypothesis in zip(rows, quantities[::2], quantities[1::2], strict=True)
    ]


def aligned(lab: Lab, file: Path) -> Iterator[tuple[str, str]]:
    """What the aligned quantities of each decided pair say, and the label."""
    for row in (row for row in lab.rows("numbers", file.name) if row["label"]):
        pair = [_extraction(lab, side, plain(row[side])) for side in ("premise", "hypothesis")]
        found = find_candidates(pair, group_entities(pair))
        candidates = [c for c in found if isinstance(c.value.mention.value, Quantity)]
        values = [c.value.mention.value for c in candidates]
        sides = [[i for i, c in enumerate(candidates) if c.document == side] for side in ("premise", "hypothesis")]
        relations = {(i, j): compare(values[i], values[j]).relation for i in sides[0] for j in sides[1]}
        if any(relation != "unrelated" for relation in relations.values()):
            scores = score_pairs(candidates, embed_candidates(candidates, lab.models.embedder))
            met = {j for (i, j), r in relations.items() if r in AGREEING and scores.get((i, j), 0.0) >= SAME_FACT}
            label = ENTAILED if row["label"] == "entailment" else NOT_ENTAILED
            yield ENTAILED if met.issuperset(sides[1]) else NOT_ENTAILED, label


def _extraction(lab: Lab, name: str, text: str) -> Extraction:
    return extract(Document(name, name, text), (Sentence(Span(name, 0, len(text)), 0),), lab.models.parser)


def judge(premise: Sequence[Quantity], hypothesis: Sequence[Quantity]) -> tuple[str, str]:
    """What the quantities of a pair say, and why."""
    if not hypothesis:
        return UNDECIDED, NO_QUANTITY
    met = [{compare_quantities(a, b).relation for a in premise} - {"unrelated"} for b in hypothesis]
    if not any(met):
        return UNDECIDED, NO_KIND
    if any(relations == {"conflict"} for relations in met):
        return NOT_ENTAILED, CLASH
    return (ENTAILED, AGREE) if all(met) else (NOT_ENTAILED, NO_KIND)
