"""Claims of sentences of the clusters, judged by reading (tests/cases/claims_read.yml).

A judgement belongs to the words of a claim. A claim that the tool no longer makes does not
count; one that it makes anew is unread until somebody judges it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml

from claimcheck.types import Claim, Extraction

from .lab import CASES, Lab, Table, ratio

RIGHT, UNREAD = "right", "unread"


def tables(lab: Lab) -> Iterator[Table]:
    """The share of right claims in each sample, and the wrong ones by class."""
    samples: dict[str, list[dict[str, Any]]] = yaml.safe_load((CASES / "claims_read.yml").read_text(encoding="utf-8"))
    verdicts = {
        name: Counter(verdict for item in items for verdict in judge(lab.extraction(f"ecb/{item['file']}"), item))
        for name, items in samples.items()
    }
    read = {name: sum(found.values()) - found[UNREAD] for name, found in verdicts.items()}
    classes = [c for c, _ in sum(verdicts.values(), Counter()).most_common() if c not in (RIGHT, UNREAD)]
    rows: list[tuple[object, ...]] = [("sentences", *map(len, samples.values())), ("claims read", *read.values())]
    rows.append((RIGHT, *(ratio(found[RIGHT], read[name]) for name, found in verdicts.items())))
    rows += [(f"wrong: {c}", *(ratio(found[c], read[name]) for name, found in verdicts.items())) for c in classes]
    rows.append((f"claims {UNREAD}", *(found[UNREAD] for found in verdicts.values())))
    yield Table(
        "Claims: read by hand",
        "clusters/ecb (judgements: tests/cases/claims_read.yml)",
        ("", *(f"{name} sample" for name in samples)),
        tuple(rows),
        "Shares are of the claims read. The first sample showed which errors to mend: 0.675 were right before that. "
        "The second was read afterwards: 0.717 were right, before a claim without words was dropped.",
    )


def judge(extraction: Extraction, item: dict[str, Any]) -> Iterator[str]:
    """The verdict on each claim that the tool makes of one sentence: "right", a class of error, or "unread"."""
    known = {shown: verdict for verdict, texts in item["claims"].items() for shown in texts}
    for claim in claims_at(extraction, item["at"]):
        yield known.get(show(claim), UNREAD)


def claims_at(extraction: Extraction, at: int) -> list[Claim]:
    """The claims of the sentence that begins at this place."""
    return [c for c in extraction.claims if extraction.sentences[c.sentence].span.start == at]


def show(claim: Claim) -> str:
    """A claim in one line: its words, and whatever sets it off from a plain statement in the article's own voice."""
    marks = [claim.certainty if claim.certainty != "stated" else "", "not" if claim.polarity == "negative" else ""]
    told = [*filter(None, marks), *([f"by {claim.voice}"] if claim.voice else [])]
    return claim.text + (f" [{', '.join(told)}]" if told else "")
