"""Waivers: findings that a person has looked at and accepted, each with a reason, perhaps for a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.adjust.findings import stands_without
from claimcheck.adjust.naming import is_named
from claimcheck.settings import Settings
from claimcheck.types import Document, Finding, Report


@dataclass(frozen=True, slots=True)
class Waiver:
    """One acceptance: of the finding with a fingerprint, or of a rule's findings, in all or some articles."""

    reason: str
    place: str  # where it is written, for a line about it
    fingerprint: str | None = None  # or the beginning of one
    rule: str | None = None  # a code or a prefix
    documents: tuple[str, ...] = ()  # empty: any
    expires: date | None = None  # the last day on which it holds
    root: str = ""  # the folder that `documents` counts from

    @property
    def subject(self) -> str:
        """What it accepts, in short."""
        return self.fingerprint or self.rule or ""

    def is_over(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.expires is not None and self.expires < today


def waive(
    findings: Sequence[Finding], waivers: Sequence[Waiver], report: Report, settings: Settings
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings, those that a valid waiver covers marked with its reason; a line for each that is over or idle."""
    today = date.fromisoformat(report.run.when[:10])
    named = {waiver: _named(waiver, report.documents) for waiver in waivers}
    used: set[Waiver] = set()
    marked = []
    for finding in findings:
        covering = [w for w in waivers if not w.is_over(today) and _covers(w, finding, named[w])]
        used.update(covering)
        marked.append(replace(finding, waived=covering[0].reason) if covering else finding)
    concerned = [w for w in waivers if w not in used and (named[w] or not w.documents) and _ran(w, settings)]
    return tuple(marked), tuple(_lapsed(concerned, today))


def _named(waiver: Waiver, documents: Sequence[Document]) -> frozenset[str]:
    return frozenset(d.id for d in documents if is_named(d, waiver.documents, waiver.root))


def _covers(waiver: Waiver, finding: Finding, named: frozenset[str]) -> bool:
    if waiver.fingerprint is not None and not finding.fingerprint.startswith(waiver.fingerprint):
        return False
    if waiver.rule is not None and not finding.code.startswith(waiver.rule):
        return False
    return not waiver.documents or not stands_without(finding, named)


def _ran(waiver: Waiver, settings: Settings) -> bool:
    """Whether a rule ran that could have given the waiver something to do."""
    return settings.keeps(waiver.rule) if waiver.rule else not settings.select


def _lapsed(waivers: Sequence[Waiver], today: date) -> Iterator[str]:
    for waiver in waivers:
        if waiver.is_over(today):
            yield f"{waiver.place}: the waiver of {waiver.subject} expired on {waiver.expires}; renew or remove it"
        else:
            yield f"{waiver.place}: the waiver of {waiver.subject} matches no finding; remove it"
