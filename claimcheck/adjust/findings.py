"""Findings as a user's settings have them: house style checked, re-graded, left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.adjust.naming import is_named
from claimcheck.settings import Override, Settings, regrade
from claimcheck.types import Document, Finding, Ledger


def adjust(findings: Iterable[Finding], ledger: Ledger, settings: Settings) -> tuple[Finding, ...]:
    """The findings that the settings keep, each as grave as they say."""
    found = tuple(findings)
    if settings.names:
        from claimcheck.adjust.house import check_names  # noqa: PLC0415 — brings in the comparison of names

        found = tuple(f for f in check_names(found, ledger, settings.names) if settings.keeps(f.code))
    documents = [extraction.document for extraction in ledger.extractions]
    sides = [(override, _named(documents, override, settings.root)) for override in settings.overrides]
    return tuple(
        _graded(finding, settings, [override for override, named in sides if not stands_without(finding, named)])
        for finding in found
        if finding.confidence >= settings.min_confidence
        and not any(
            override.ignore and finding.code.startswith(override.ignore) and not stands_without(finding, named)
            for override, named in sides
        )
    )


def _graded(finding: Finding, settings: Settings, overrides: Sequence[Override]) -> Finding:
    """The finding with the severity that the last word on its rule gives it."""
    words = [regrade(choice, finding.code) for choice in (settings.severity, *(o.severity for o in overrides))]
    said = [severity for severity in words if severity is not None]
    return replace(finding, severity=said[-1]) if said else finding


def _named(documents: Iterable[Document], override: Override, root: str) -> frozenset[str]:
    return frozenset(document.id for document in documents if is_named(document, override.paths, root))


def stands_without(finding: Finding, documents: frozenset[str]) -> bool:
    """Whether the finding would be there if `documents` were not: it takes two values, or the one it has."""
    left = [variant for variant in finding.variants if not documents.issuperset(variant.documents)]
    return len(left) >= min(2, len(finding.variants))
