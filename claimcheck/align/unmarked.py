"""Words that one article prints between quotation marks and another, nearly to the letter, without.

Marks get lost: at a paragraph's end, in a caption, in a copy that quotes a copy. Reported speech, on the other hand,
may alter words ("I" to "he", "will" to "would"), so that only a passage without a trace of it is taken for quoted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.compare.quotations import Change, Comparison, compare_quotations
from claimcheck.compare.wording import Word, read_words
from claimcheck.types import Extraction, Quotation, Span

_GRAM = 5
_MATCHED = 10  # equal words at least
_SHARE = 0.85  # of the quotation's words
_IDENTITY = 0.9  # equal words within the overlap
_CROWDED = 60  # sentences that share a run of words: a stock phrase
# Natures of change that reported speech makes; and a "not" on one side alone is CC502's.
_REPORTED = frozenset({"person", "inflection", "negation"})
_BACKSHIFT = {"will": "would", "can": "could", "may": "might", "shall": "should"}


def find_unmarked(extractions: Sequence[Extraction]) -> tuple[Quotation, ...]:
    """The passages without marks that differ from another article's quotation as no reported speech would."""
    quoted = [(q, read_words(q.text)) for e in extractions for q in e.quotations if q.speech]
    index: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, (_, words) in enumerate(quoted):
        for gram in _grams(words):
            index[gram].add(number)
    places = ((e, position) for e in extractions for position in range(len(e.sentences)))
    found = {q.span: q for e, position in places for q in _in_sentence(e, position, quoted, index)}
    return tuple(found[span] for span in sorted(found))


def _grams(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    for at in range(len(words) - _GRAM + 1):
        yield tuple(w.key for w in words[at : at + _GRAM])


def _in_sentence(
    extraction: Extraction,
    position: int,
    quoted: Sequence[tuple[Quotation, Sequence[Word]]],
    index: dict[tuple[str, ...], set[int]],
) -> Iterator[Quotation]:
    """The passages of a sentence, none of it quoted, that give another article's quotations."""
    span, text = extraction.sentences[position].span, extraction.document.text
    if extraction.quotations_at(span):
        return
    printed = text[span.start : span.end]
    words = read_words(printed)
    near = (numbers for gram in _grams(words) if len(numbers := index.get(gram, ())) <= _CROWDED)
    for number in sorted(set().union(*near)):
        quotation, said = quoted[number]
        comparison = compare_quotations(quotation.text, printed) if quotation.span.document != span.document else None
        if comparison is not None and _is_verbatim(comparison, said) and _is_altered(comparison, said, words):
            start, end = _stretch(comparison, said, words)
            place = Span(span.document, span.start + words[start].start, span.start + words[end - 1].end)
            yield Quotation(place, text[place.start : place.end], sentence=position, closed=False)


def _is_verbatim(comparison: Comparison, said: Sequence[Word]) -> bool:
    enough = comparison.matched >= max(_MATCHED, _SHARE * len(said))
    return enough and comparison.identity >= _IDENTITY


def _is_altered(comparison: Comparison, said: Sequence[Word], printed: Sequence[Word]) -> bool:
    """Whether the words differ, and nowhere as reported speech makes them differ."""
    return bool(comparison.changes) and not any(
        c.nature in _REPORTED or _is_backshift(c, said, printed) for c in comparison.changes
    )


def _is_backshift(change: Change, said: Sequence[Word], printed: Sequence[Word]) -> bool:
    left, right = ([w.key for w in words[slice(*place)]] for words, place in ((said, change.a), (printed, change.b)))
    return any(_BACKSHIFT.get(word) in right for word in left)


def _stretch(comparison: Comparison, said: Sequence[Word], printed: Sequence[Word]) -> tuple[int, int]:
    """The words that answer to the whole quotation: beyond the equal ones as many as it has there."""
    start = max(0, comparison.b[0] - comparison.a[0])
    return start, min(len(printed), comparison.b[1] + len(said) - comparison.a[1])
