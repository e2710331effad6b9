"""Who states what: one line for each fact that more than one document speaks of."""

from __future__ import annotations

from claimcheck.types import Coverage, Fact, Ledger


def cover(ledger: Ledger) -> tuple[Coverage, ...]:
    """Every aligned fact with the documents that state it, in order of first mention."""
    rows = (_row(ledger, fact) for fact in ledger.facts)
    return tuple(row for row in rows if len(row.documents) > 1)


def _row(ledger: Ledger, fact: Fact) -> Coverage:
    said: dict[str, str] = {}
    for value in fact.values:
        span = value.mention.span
        text = ledger.extraction(span.document).document.text  # a mention's own text comes from the parser's view
        said.setdefault(span.document, " ".join(text[span.start : span.end].split()))
    for claim in fact.claims:
        said.setdefault(claim.span.document, claim.text)
    return Coverage(
        fact=fact.label,
        documents=tuple(sorted(said)),
        origins=ledger.count_origins(tuple(said)),
        values=tuple(sorted(said.items())),
    )
