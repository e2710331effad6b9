"""From a document to its claims, values and quotations: the whole of extraction on one page."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.claims import find_claims
from claimcheck.extract.view import plain
from claimcheck.protocols import Parser
from claimcheck.types import Document, Extraction, Mention, Parse, Sentence

__all__ = ["extract"]


def extract(document: Document, sentences: Sequence[Sentence], parser: Parser) -> Extraction:
    """Take from one document all that its sentences state."""
    parses = parser.parse([plain(document.text[s.span.start : s.span.end]) for s in sentences])
    mentions = _mentions(document, sentences, parses)
    quotations = _quotations(document, sentences, parses, mentions)
    return Extraction(
        document=document,
        sentences=tuple(sentences),
        parses=parses,
        claims=find_claims(document, sentences, parses, mentions, quotations),
        mentions=mentions,
        quotations=quotations,
        fused=_fused(document, sentences, parses),
    )


def _optional(module: str, name: str):  # type: ignore[no-untyped-def]  # TODO: gone once every module has landed
    import importlib

    try:
        return getattr(importlib.import_module(f"claimcheck.extract.{module}"), name)
    except (ImportError, AttributeError):
        return None


def _mentions(document: Document, sentences: Sequence[Sentence], parses: Sequence[Parse]) -> tuple[Mention, ...]:
    """Every value in the text, in its order; where two overlap, numbers and times go before names."""
    found: list[Mention] = []
    quantities, times, names = (
        _optional("quantities", "find_quantities"), _optional("times", "find_times"), _optional("names", "find_names")
    )
    for sentence, parse in zip(sentences, parses, strict=True):
        if quantities:
            found.extend(quantities(parse, sentence))
        if times:
            found.extend(times(parse, sentence, document.published))
    if names:
        found.extend(names(document, sentences, parses))
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end)))


def _quotations(document, sentences, parses, mentions):  # type: ignore[no-untyped-def]
    finder = _optional("quotations", "find_quotations")
    return finder(document, sentences, parses, mentions) if finder else ()


def _fused(document, sentences, parses):  # type: ignore[no-untyped-def]
    finder = _optional("fused", "find_fused")
    return finder(document, sentences, parses) if finder else ()


