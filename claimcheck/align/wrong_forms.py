"""Words that exist and are wrong where they stand: "its a", "an the", "as they begun", "The arrived to find".

No word list gives these away, but grammar does. Each pattern admits one reading, and none
rests on the sense of a word; where the spoken language has its own grammar, quotations are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from claimcheck.align.agreement import AGREEMENT_BY_TAG, AGREEMENT_BY_WORD
from claimcheck.align.broken import broken_words
from claimcheck.align.form_patterns import FORM_PATTERNS
from claimcheck.align.grammar import Check
from claimcheck.align.near_words import NEAR_BY_TAG, NEAR_BY_WORD, NOT_SPOKEN
from claimcheck.align.noun_number import NUMBER_CHECKS
from claimcheck.align.stray_parts import PART_CHECKS, SPOKEN_TOO
from claimcheck.align.verb_forms import VERB_CHECKS
from claimcheck.align.word_pairs import WORD_PAIRS
from claimcheck.compare.words import frequency
from claimcheck.types import Extraction, Parse, Sentence, Span, Token


@dataclass(frozen=True, slots=True)
class WrongForm:
    """Some words as printed, what was meant, and why they cannot be right."""

    span: Span
    printed: str
    meant: str
    why: str


def find_wrong_forms(extraction: Extraction) -> Iterator[WrongForm]:
    """Every wrong form of one article, each place once, in order."""
    end = 0
    for form in sorted(_all_forms(extraction), key=lambda form: form.span):
        if form.span.start >= end:
            end = form.span.end
            yield form


def _all_forms(extraction: Extraction) -> Iterator[WrongForm]:
    yield from _by_pattern(extraction)
    yield from _broken(extraction)
    for sentence, parse in zip(extraction.sentences, extraction.parses, strict=True):
        yield from _by_grammar(extraction, sentence, parse)
        yield from _by_agreement(extraction, sentence, parse)
    yield from _cut_abbreviations(extraction)
    yield from _small_starts(extraction)


def _by_pattern(extraction: Extraction) -> Iterator[WrongForm]:
    """What the tables of patterns give away in prose; what has a grammar of its own only outside quotation marks."""
    document = extraction.document
    for row in (*FORM_PATTERNS, *WORD_PAIRS):
        if not any(map(document.text.__contains__, row.hints)):
            continue
        for match in row.pattern.finditer(document.text):
            span = _trimmed(document.id, match)
            inside = any(sentence.span.contains(span) for sentence in extraction.sentences_at(span))
            if inside and (row.plain or not extraction.quotations_at(span)):
                yield _at(span, document.text, match.expand(row.meant).strip(), row.why)


def _trimmed(document: str, match: re.Match[str]) -> Span:
    """What a pattern matched, without the space that it may end with."""
    return Span(document, match.start(), match.start() + len(match[0].rstrip()))


_BROKEN = 3  # in one article: more are one fault of its conversion, and say no more


def _broken(extraction: Extraction) -> Iterator[WrongForm]:
    """The first words with broken characters."""
    document = extraction.document
    for start, end, meant, why in islice(broken_words(document.text), _BROKEN):
        span = Span(document.id, start, end)
        if extraction.sentences_at(span):
            yield _at(span, document.text, meant, why)


def _at(span: Span, text: str, meant: str, why: str) -> WrongForm:
    return WrongForm(span, " ".join(text[span.start : span.end].split()), meant, why)


_ABBREVIATION = re.compile(r"(?<![\w.])((?:[A-Z]\.)+[A-Z])(?=,? [A-Za-z])")


def _cut_abbreviations(extraction: Extraction) -> Iterator[WrongForm]:
    """ "U.S" where the article elsewhere prints "U.S."."""
    text = extraction.document.text
    for sentence in extraction.sentences:
        for match in _ABBREVIATION.finditer(text, sentence.span.start, sentence.span.end):
            if f" {match[1]}. " in text:
                span = Span(sentence.span.document, *match.span())
                yield _at(span, text, f"{match[1]}.", "The last stop is missing, which the article sets elsewhere")


_STOP = re.compile(r"(?<= )([a-z]{4,})\. ([a-z])([a-z]+)(?= [a-z])")
_EVERYDAY = 4.0  # Zipf: below, the word before the stop may be an abbreviation


def _small_starts(extraction: Extraction) -> Iterator[WrongForm]:
    """ "… to remember. that was years ago"."""
    document = extraction.document
    for match in _STOP.finditer(document.text):
        span = Span(document.id, *match.span())
        if min(frequency(match[1]), frequency(match[2] + match[3])) >= _EVERYDAY and extraction.sentences_at(span):
            meant = f"{match[1]}. {match[2].upper()}{match[3]}"
            yield _at(span, document.text, meant, "A sentence begins without a capital")


# ------------------------------------------------------------------- patterns of grammar


def _by_grammar(extraction: Extraction, sentence: Sentence, parse: Parse) -> Iterator[WrongForm]:
    """What a look at two or three neighbours and their heads gives away."""
    for token in parse.tokens:
        pattern = NEAR_BY_WORD.get(token.text) or NEAR_BY_TAG.get(token.tag)
        found = pattern(parse.tokens, token.i) if pattern else None
        if found is None:
            continue
        first, last, meant, why = found
        span = _between(sentence, first, last)
        spoken = pattern in NOT_SPOKEN and (sentence.kind == "title" or extraction.quotations_at(span))
        if not spoken:
            yield _at(span, extraction.document.text, meant, why)


def _by_agreement(extraction: Extraction, sentence: Sentence, parse: Parse) -> Iterator[WrongForm]:
    """What the forms of verbs and the numbers of nouns give away; headlines and speech have a grammar of their own."""
    if sentence.kind == "title":
        return
    for token in parse.tokens:
        for check in _checks(token.text, token.tag):
            if (found := check(parse, token.i)) is None:
                continue
            first, last, meant, why = found
            span = _between(sentence, first, last)
            if check in SPOKEN_TOO or not extraction.quotations_at(span):
                yield _at(span, extraction.document.text, meant, why)


_TABLES = (VERB_CHECKS, AGREEMENT_BY_WORD, NUMBER_CHECKS, PART_CHECKS)


@lru_cache(maxsize=4096)
def _checks(word: str, tag: str) -> tuple[Check, ...]:
    """The checks that begin at such a word."""
    found = (*(table.get(word) for table in _TABLES), AGREEMENT_BY_TAG.get(tag))
    return tuple(check for check in found if check is not None)


def _between(sentence: Sentence, first: Token, last: Token) -> Span:
    start = sentence.span.start
    return Span(sentence.span.document, start + first.start, start + last.end)
