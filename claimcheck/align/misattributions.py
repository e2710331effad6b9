"""Quotations of the same words that two articles give to two persons.

The words must be the same, so many that nobody says them by chance, and each article must name its own
speaker beside them. What may be one voice is left alone: an organisation and whoever speaks for it, two names in one
sentence, a "he" that could be somebody else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from claimcheck.align.voices import find_speaker, may_be_one_speaker, names_outside, present_entities
from claimcheck.compare.names import name_parts
from claimcheck.compare.quotations import compare_words
from claimcheck.compare.wording import Word, words_at
from claimcheck.types import Entity, Extraction, Ledger, Quotation, Span

_LEAST = 6  # equal words
_CONTENT = 3  # equal words of content
_SHARE = 0.8  # of the shorter quotation's words; of the longer's too when few words are equal
_MANY = 8  # equal words from which a part of the other's quotation is enough
_LONGEST = 120  # words; what is longer has lost a mark
_BACK = 2  # sentences before a "he said" in which its speaker must have been quoted under a name


@dataclass(frozen=True, slots=True)
class Credited:
    """A quotation and the person that its article names for it."""

    speaker: Entity
    quotation: Quotation
    words: tuple[Word, ...]
    beside: frozenset[str]  # the parts of all names around it


@dataclass(frozen=True, slots=True)
class Misattribution:
    """The same words under two names, every quotation under each, in text order."""

    quoted: tuple[Credited, ...]
    identity: float  # 0 to 1


def find_misattributions(ledger: Ledger) -> Iterator[Misattribution]:
    """For each utterance every two persons who are both quoted with its words."""
    present = present_entities(ledger.entities)
    for utterance in ledger.utterances:
        by_speaker: dict[str, list[Credited]] = defaultdict(list)
        for quotation in utterance.quotations:
            credited = _credited(ledger, quotation, present)
            if credited is not None:
                by_speaker[credited.speaker.id].append(credited)
        for a, b in combinations(by_speaker.values(), 2):
            found = _set_against(a, b)
            if found is not None:
                yield found


def _credited(ledger: Ledger, quotation: Quotation, present: Mapping[str, Sequence[Entity]]) -> Credited | None:
    """The quotation with the person whom the article names beside it; None when that is not certain."""
    document, named = quotation.span.document, quotation.speaker_span
    speaker = find_speaker(quotation.speaker, present.get(document, ()))
    extraction = ledger.extraction(document)
    if speaker is None or speaker.kind != "person" or named is None or not _beside(extraction, quotation, named):
        return None
    if not _names(extraction, named, speaker) and not _goes_on(extraction, quotation, speaker):
        return None
    around = names_outside(extraction, _around(extraction, quotation, named))
    beside = frozenset(part for mention in around for part in name_parts(mention.text))
    return Credited(speaker, quotation, tuple(words_at(quotation.text, quotation.span.start)), beside)


def _beside(extraction: Extraction, quotation: Quotation, named: Span) -> bool:
    """Whether the speaker is named in the quotation's own sentences or the line below, and the marks can be trusted."""
    touched = extraction.sentences_at(Span(named.document, quotation.span.start, max(named.end, quotation.span.end)))
    spoken = extraction.sentences_at(quotation.span)
    near = touched[0].span.start <= named.start and len(touched) <= len(spoken) + 1
    return near and quotation.closed and len(quotation.text.split()) <= _LONGEST


def _names(extraction: Extraction, span: Span, speaker: Entity) -> bool:
    """Whether the words at `span` hold the speaker's family name."""
    return name_parts(speaker.name)[-1] in name_parts(extraction.document.text[span.start : span.end])


def _goes_on(extraction: Extraction, quotation: Quotation, speaker: Entity) -> bool:
    """Whether "he said" goes on from a quotation just before that has the speaker's name beside it."""
    first = extraction.sentences[max(0, quotation.sentence - _BACK)].span
    before = extraction.quotations_at(Span(first.document, first.start, quotation.span.start))
    return any(
        q.speaker == quotation.speaker and q.speaker_span is not None and _names(extraction, q.speaker_span, speaker)
        for q in before
    )


def _around(extraction: Extraction, quotation: Quotation, named: Span) -> Span:
    """The sentences of a quotation and of its speaker's name, and the one before them."""
    first = extraction.sentences[max(0, quotation.sentence - 1)].span
    last = extraction.sentences_at(Span(first.document, named.start, max(named.end, quotation.span.end)))[-1].span
    return Span(first.document, min(first.start, named.start), last.end)


def _set_against(a: Sequence[Credited], b: Sequence[Credited]) -> Misattribution | None:
    """The quotations of two speakers that have the same words."""
    if may_be_one_speaker(a[0].speaker, b[0].speaker):
        return None
    met: dict[Span, Credited] = {}
    best = 0.0
    for x, y in product(a, b):
        if not _one_voice(x, y) and (identity := _same_words(x.words, y.words)):
            met[x.quotation.span], met[y.quotation.span] = x, y
            best = max(best, identity)
    return Misattribution(tuple(met[span] for span in sorted(met)), best) if met else None


def _one_voice(a: Credited, b: Credited) -> bool:
    """Whether either article names the other speaker too, so that both, or one for the other, may have spoken."""
    x, y = name_parts(a.speaker.name)[-1], name_parts(b.speaker.name)[-1]
    return x in b.beside or y in a.beside


def _same_words(a: Sequence[Word], b: Sequence[Word]) -> float:
    """The share of equal words in the overlap; 0.0 when they are too few for one utterance."""
    comparison = compare_words(a, b)
    if comparison is None or comparison.matched < _LEAST or comparison.content < _CONTENT:
        return 0.0
    basis = (min if comparison.matched >= _MANY else max)(len(a), len(b))
    return comparison.identity if min(comparison.matched / basis, comparison.identity) >= _SHARE else 0.0
