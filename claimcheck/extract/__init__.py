"""From a document to its claims, values and quotations: the whole of extraction on one page."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.claims import find_claims
from claimcheck.extract.fused import find_fused
from claimcheck.extract.names import find_names
from claimcheck.extract.quantities import find_quantities
from claimcheck.extract.quotations import find_quotations
from claimcheck.extract.times import find_times
from claimcheck.extract.view import plain
from claimcheck.protocols import Parser
from claimcheck.types import Document, Extraction, Mention, Parse, Sentence

__all__ = ["extract"]


def extract(document: Document, sentences: Sequence[Sentence], parser: Parser) -> Extraction:
    """Take from one document all that its sentences state.

    Every sentence is parsed once; values are read off the parses, then quotations
    with their speakers, and claims last, since they place the values and the voices.
    """
    parses = parser.parse([plain(document.text[s.span.start : s.span.end]) for s in sentences])
    mentions = _find_mentions(document, sentences, parses)
    quotations = find_quotations(document, sentences, parses, mentions)
    return Extraction(
        document=document,
        sentences=tuple(sentences),
        parses=parses,
        claims=find_claims(document, sentences, parses, mentions, quotations),
        mentions=mentions,
        quotations=quotations,
        fused=find_fused(document, sentences, parses),
    )


def _find_mentions(document: Document, sentences: Sequence[Sentence], parses: Sequence[Parse]) -> tuple[Mention, ...]:
    """Every number, time and name, in text order."""
    found = list(find_names(document, sentences, parses))
    for sentence, parse in zip(sentences, parses, strict=True):
        found.extend(find_quantities(parse, sentence))
        found.extend(find_times(parse, sentence, document.published))
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end, m.kind)))
