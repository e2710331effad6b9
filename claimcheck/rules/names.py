"""What the rules on names share: a finding from the spellings of one entity, with evidence a reader can take in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.align.spellings import Spellings
from claimcheck.compare.gazetteer import is_place
from claimcheck.rules.base import finding, variant
from claimcheck.types import Finding, Ledger, Mention, Severity, Span, Variant

_OWNERS = {
    "person": "One person's",
    "place": "One place's",
    "organisation": "One organisation's",
    "name": "One",
}
_CHECKS = ("The right spelling, at its origin", "Which form the house style asks for")
_A_DOCUMENT = 3  # pieces of evidence a document and spelling


def spelling_variants(ledger: Ledger, spellings: Spellings) -> tuple[Variant, ...]:
    """One variant a spelling, with at most three mentions a document, full forms first."""
    return tuple(variant(ledger, s.text, few_spans(s.mentions)) for s in spellings.variants)


def few_spans(mentions: Sequence[Mention]) -> tuple[Span, ...]:
    """At most three mentions of each document: the longest, then the first."""
    by_document: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_document[mention.span.document].append(mention)
    chosen = (
        m
        for found in by_document.values()
        for m in sorted(found, key=lambda m: (-len(m.text.split()), m.span))[:_A_DOCUMENT]
    )
    return tuple(m.span for m in chosen)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a rule makes of the spellings of a name."""

    code: str
    severity: Severity
    noun: Literal["person", "place", "organisation", "name"]
    reason: str
    confidence: float


def spelling_finding(ledger: Ledger, spellings: Spellings, judgement: Judgement) -> Finding:
    """The finding that one name is spelled in several ways."""
    variants = spelling_variants(ledger, spellings)
    ranked = sorted(variants, key=lambda v: (-v.origins, not is_place(v.value), -len(v.documents), v.value))
    shown = " / ".join(v.value for v in ranked)
    return finding(
        judgement.code,
        severity=judgement.severity,
        fact=f"the spelling of {ranked[0].value}",
        message=f"{_OWNERS[judgement.noun]} name is spelled in {_number(len(variants))} ways: {shown}.",
        reason=judgement.reason,
        variants=variants,
        confidence=judgement.confidence,
        check=f"{_CHECKS[judgement.severity == 'note']}: {shown}.",
    )


def style_finding(ledger: Ledger, spellings: Spellings, code: str) -> Finding:
    """The note that a name is printed with and without a capital or a space."""
    reason = f"{spellings.reason}: a matter of house style, which the articles should share."
    return spelling_finding(ledger, spellings, Judgement(code, "note", "name", reason, 0.85))


def _number(n: int) -> str:
    return {2: "two", 3: "three", 4: "four"}.get(n, str(n))


def differing(spellings: Spellings) -> str:
    """The words that differ, for a reason: "Gitan / Gitanas"."""
    return "; ".join(" / ".join(p.title() for p in slot) for slot in spellings.parts)
