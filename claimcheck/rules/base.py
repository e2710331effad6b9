"""What a rule is, and the few helpers every rule builds its findings with."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType

from claimcheck.types import Compatible, Evidence, Finding, Ledger, Scope, Severity, Span, Variant

Outcome = Finding | Compatible
Check = Callable[[Ledger], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as data: its code, its name, the severity it starts from, its check.

    `check` is a pure function of the ledger. It yields findings, and the pairs it
    looked at and found compatible, with the reason. `explanation` is the docstring
    of the rule's file, which is the product documentation; `documentation` gives it
    where that file is not to be imported.
    """

    code: str
    name: str
    severity: Severity
    check: Check
    documentation: str = ""

    @property
    def explanation(self) -> str:
        """The documentation of the rule, as Markdown."""
        if self.documentation:
            return self.documentation
        module: ModuleType | None = inspect.getmodule(self.check)
        return inspect.cleandoc((module.__doc__ if module else None) or "")


def evidence(ledger: Ledger, span: Span) -> Evidence:
    """The words at `span`, verbatim, with the sentence (or sentences) around them."""
    extraction = ledger.extraction(span.document)
    text = extraction.document.text
    around = [sentence.span for sentence in extraction.sentences_at(span)]
    start = min([span.start, *(s.start for s in around)])
    end = max([span.end, *(s.end for s in around)])
    return Evidence(span=span, quote=text[span.start : span.end], sentence=text[start:end])


def words(ledger: Ledger, span: Span) -> str:
    """The words at `span` as printed, on one line."""
    return " ".join(ledger.extraction(span.document).document.text[span.start : span.end].split())


def variant(ledger: Ledger, value: str, spans: Iterable[Span]) -> Variant:
    """One value with its passages in document order, and the origins that give it."""
    ordered = tuple(sorted(set(spans)))
    documents = tuple(sorted({span.document for span in ordered}))
    return Variant(
        value=value,
        evidence=tuple(evidence(ledger, span) for span in ordered),
        documents=documents,
        origins=ledger.count_origins(documents),
    )


def consensus(variants: Sequence[Variant]) -> str | None:
    """The value that more independent origins give than any other; None without one."""
    ranked = sorted(variants, key=lambda v: v.origins, reverse=True)
    if len(ranked) > 1 and ranked[0].origins == ranked[1].origins:
        return None
    return ranked[0].value if ranked else None


def scope_of(variants: Sequence[Variant]) -> Scope:
    """ "within" when one document alone gives all the values, else "across"."""
    return "within" if len({d for v in variants for d in v.documents}) == 1 else "across"


def finding(  # noqa: PLR0913 (a finding has that many parts, each given by keyword)
    rule_code: str,
    *,
    severity: Severity,
    fact: str,
    message: str,
    reason: str,
    variants: Sequence[Variant],
    confidence: float,
    agreed: str | None = None,
    check: str = "",
) -> Finding:
    """A finding with its scope, consensus and fingerprint worked out.

    `agreed` overrides the consensus by count where a rule knows better. The
    fingerprint rests on the code, the values and their words, so it survives edits
    elsewhere in the articles.
    """
    ordered = tuple(sorted(variants, key=lambda v: (-v.origins, -len(v.documents), v.value)))
    return Finding(
        code=rule_code,
        severity=severity,
        confidence=round(confidence, 2),
        scope=scope_of(ordered),
        fact=fact,
        message=message,
        reason=reason,
        variants=ordered,
        consensus=agreed if agreed is not None else consensus(ordered),
        check=check,
        fingerprint=_fingerprint(rule_code, ordered),
    )


def _fingerprint(code: str, variants: Sequence[Variant]) -> str:
    lines = sorted(
        "\t".join([v.value.casefold(), *sorted({" ".join(e.quote.casefold().split()) for e in v.evidence})])
        for v in variants
    )
    return hashlib.sha256("\n".join([code, *lines]).encode("utf-8", "surrogatepass")).hexdigest()[:16]
