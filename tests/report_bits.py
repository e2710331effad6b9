"""Findings in a word or two, for tests that need no articles."""

from __future__ import annotations

from claimcheck.rules.base import finding
from claimcheck.types import Evidence, Finding, Severity, Span, Variant


def value(name: str, *documents: str) -> Variant:
    """A value that these documents give in its own words."""
    evidence = tuple(Evidence(Span(document, 0, len(name)), name, f"{name}.") for document in documents)
    return Variant(name, evidence, documents, len(documents))


def found(code: str, *variants: Variant, severity: Severity = "error", confidence: float = 0.9) -> Finding:
    """A finding with these values."""
    return finding(
        code,
        severity=severity,
        fact=f"the fact of {code}",
        message="They differ.",
        reason="They cannot all be right.",
        confidence=confidence,
        variants=variants,
    )
