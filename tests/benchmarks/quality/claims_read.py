"""Claims of 200 sentences of the clusters, judged by reading (tests/cases/claims_read.yml).

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

RIGHT = "right"


def tables(lab: Lab) -> Iterator[Table]:
    """The share of right claims, and the wrong ones by class."""
    page = yaml.safe_load((CASES / "claims_read.yml").read_text(encoding="utf-8"))
    verdicts: Counter[str] = Counter()
    for item in page["sentences"]:
        verdicts.update(judge(lab.extraction(f"ecb/{item['file']}"), item))
    read = sum(verdicts.values()) - verdicts["unread"]
    wrong = [(name, number) for name, number in verdicts.most_common() if name not in (RIGHT, "unread")]
    yield Table(
        "Claims: read by hand",
        "clusters/ecb (judgements: tests/cases/claims_read.yml)",
        ("", "claims", "share of those read"),
        (
            (RIGHT, verdicts[RIGHT], ratio(verdicts[RIGHT], read)),
            *((f"wrong: {name}", number, ratio(number, read)) for name, number in wrong),
            ("unread", verdicts["unread"], ""),
        ),
        f"{len(page['sentences'])} sentences; {read} claims read.",
    )


def judge(extraction: Extraction, item: dict[str, Any]) -> Iterator[str]:
    """The verdict on each claim that the tool makes of one sentence: "right", a class of error, or "unread"."""
    known = {shown: verdict for verdict, texts in item["claims"].items() for shown in texts}
    for claim in claims_at(extraction, item["at"]):
        yield known.get(show(claim), "unread")


def claims_at(extraction: Extraction, at: int) -> list[Claim]:
    """The claims of the sentence that begins at this place."""
    return [c for c in extraction.claims if extraction.sentences[c.sentence].span.start == at]


def show(claim: Claim) -> str:
    """A claim in one line: its words, and whatever sets it off from a plain statement in the article's own voice."""
    marks = [claim.certainty if claim.certainty != "stated" else "", "not" if claim.polarity == "negative" else ""]
    told = [*filter(None, marks), *([f"by {claim.voice}"] if claim.voice else [])]
    return claim.text + (f" [{', '.join(told)}]" if told else "")
