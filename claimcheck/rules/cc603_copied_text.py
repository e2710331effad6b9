"""# CC603 copied-text

## What it does
Says which articles carry the same text, and which sentences. Articles that are nearly
the same count as one origin everywhere else in the report; articles of different
origins that share sentences are listed pair by pair, each with how much of it stands
in the other.

## Why it matters
Forty outlets that print one agency story are one source, not forty. And where two
articles share their sentences, a fact that both of them state was checked once.

## Example
> Mercenary boss Prigozhin arrived in Belarus on Tuesday, after a dramatic weekend revolt by Wagner fighters that
> posed the biggest threat of Russian President Vladimir Putin's rule.

The sentence stands in two articles, word for word; 97 % of the words of the one are
also in the other.

## What it leaves alone
Quotations: independent reporters write down the same words of the same speaker, so
text between quotation marks alone never makes a finding. Stock phrases, and overlaps
of a few words.

## Source
Sentence-level reuse after the METER corpus (Gaizauskas et al. 2001), which tells
wholly, partly and not derived newspaper texts apart by shared word sequences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.rules.base import Outcome, Rule, finding, variant
from claimcheck.types import Finding, Ledger, Origin, Overlap, Span, Variant

_LEAST_SHARE = 0.15  # of the words outside quotation marks, in the document that shares more of them
_MOST_PASSAGES = 3
_MOST_WORDS = 30  # a piece of evidence
_NEARLY_ALL = 0.9


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One note for each origin of several documents, and for each pair of origins that share sentences."""
    overlaps = {(overlap.document, overlap.other): overlap for overlap in ledger.overlaps}
    for origin in ledger.origins:
        if len(origin.documents) > 1:
            yield from _same_text(ledger, origin, overlaps)
    for one, other in combinations(ledger.origins, 2):
        yield from _shared_text(ledger, one, other, overlaps)


def _same_text(ledger: Ledger, origin: Origin, overlaps: dict[tuple[str, str], Overlap]) -> Iterator[Finding]:
    """The documents of one origin, each with how much of it stands in the one that holds most of it."""
    best = [_best(document, origin.documents, overlaps) for document in origin.documents]
    held = [overlap for overlap in best if overlap is not None and _places(overlap, overlaps)]
    if len(held) < 2:
        return
    how = "nearly the same text" if origin.shared >= _NEARLY_ALL else "much the same text"
    names = _join(origin.documents)
    one, other = held[:2]
    paired = len(held) == 2 and other.document == one.other and bool(one.passages)
    yield finding(
        "CC603",
        severity="note",
        fact=f"the text of {names}",
        message=f"{names} carry {how} ({_percent(origin.shared)}) and count as one origin.",
        reason="Most of their sentences are the same, word for word or nearly; whoever wrote them wrote them once.",
        variants=_paired(ledger, one, other) if paired else [_variant(ledger, o, overlaps) for o in held],
        confidence=0.95,
        check="Which agency or outlet the text comes from; credit it, and do not count the copies as confirmation.",
    )


def _shared_text(
    ledger: Ledger, one: Origin, other: Origin, overlaps: dict[tuple[str, str], Overlap]
) -> Iterator[Finding]:
    """The pair of documents, one of each origin, that share most, when they share more than quotations."""
    pairs = [(overlaps.get((a, b)), overlaps.get((b, a))) for a in one.documents for b in other.documents]
    both = [(there, back) for there, back in pairs if there and back and there.passages and back.passages]
    if not both:
        return
    there, back = max(both, key=lambda pair: pair[0].share + pair[1].share)
    if max(_unquoted(there), _unquoted(back)) < _LEAST_SHARE:
        return
    more, less = sorted((there, back), key=lambda overlap: -overlap.share)
    yield finding(
        "CC603",
        severity="note",
        fact=f"the text that {_join(other.documents)} shares with {_join(one.documents)}",
        message=f"{_percent(more.share)} of the words of {more.document} also stand in {more.other}, "
        f"and {_percent(less.share)} of the words of {less.document} in {less.other}.",
        reason=f"{len(more.passages)} sentences are shared, in whole or in long runs of words, "
        "and not only inside quotations; the rest is each article's own.",
        variants=_paired(ledger, more, less),
        confidence=0.8,
        check="Whether both rest on the same agency text, before one is taken to confirm the other.",
    )


def _best(document: str, members: Sequence[str], overlaps: dict[tuple[str, str], Overlap]) -> Overlap | None:
    """The overlap of `document` with the member that holds most of it."""
    held = [overlaps[document, other] for other in members if (document, other) in overlaps]
    return max(held, key=lambda overlap: overlap.share, default=None)


def _variant(ledger: Ledger, overlap: Overlap, overlaps: dict[tuple[str, str], Overlap]) -> Variant:
    """How much of a document stands in the other, with the passages most alike, in the order of the text."""
    ranked = sorted(_places(overlap, overlaps), key=lambda place: (-place[1], place[0]))[:_MOST_PASSAGES]
    return variant(ledger, _value(overlap), [_cut(ledger, span) for span, _ in ranked])


def _paired(ledger: Ledger, there: Overlap, back: Overlap) -> list[Variant]:
    """The two documents of a pair with the same passages, those most alike, in the order of the first text."""
    ranked = sorted(there.passages, key=lambda passage: (-passage.similarity, passage.a))[:_MOST_PASSAGES]
    sides = ([passage.a for passage in ranked], [passage.b for passage in ranked])
    return [
        variant(ledger, _value(overlap), [_cut(ledger, span) for span in spans])
        for overlap, spans in zip((there, back), sides, strict=True)
    ]


def _value(overlap: Overlap) -> str:
    return f"{_percent(overlap.share)} of its words stand in {overlap.other}"


def _places(overlap: Overlap, overlaps: dict[tuple[str, str], Overlap]) -> list[tuple[Span, float]]:
    """The shared sentences of a document; of a long one that only holds a brief, those that the brief points to."""
    if overlap.passages:
        return [(passage.a, passage.similarity) for passage in overlap.passages]
    back = overlaps.get((overlap.other, overlap.document))
    return [(passage.b, passage.similarity) for passage in back.passages] if back else []


def _cut(ledger: Ledger, span: Span) -> Span:
    """The first words of a long sentence: as many as a reader takes in."""
    text = ledger.extraction(span.document).document.text
    words = list(re.finditer(r"\S+", text[span.start : span.end]))
    if len(words) <= _MOST_WORDS:
        return span
    return Span(span.document, span.start, span.start + words[_MOST_WORDS - 1].end())


def _unquoted(overlap: Overlap) -> float:
    return overlap.share if overlap.unquoted is None else overlap.unquoted


def _percent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %")


def _join(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


RULE = Rule(code="CC603", name="copied-text", severity="note", check=check)
