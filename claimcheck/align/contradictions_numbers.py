"""Telephone and other long numbers by which one thing is reached or known, printed in two ways.

Such a number has seven digits and more and is no quantity. Two articles that print it one digit apart, behind
a word in common, mean one number: one of them misprints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from claimcheck.align.contradictions_base import Contradiction, Side
from claimcheck.compare.word_classes import is_content
from claimcheck.compare.wording import read_words
from claimcheck.types import Extraction, Span

_NUMBER = re.compile(r"(?<![\w.,$£€-])\+?\(?\d[\d\s()/-]{5,18}\d(?![\w%]|[.,]\d)")
_LEAST_DIGITS, _MOST_DIGITS = 7, 15
_BEFORE = 80  # characters in which the words that say whose number it is are looked for
_SPANS = re.compile(r"\b(?:19|20)\d\d\s*[-/–]\s*(?:19|20)?\d\d\b")  # years, a season


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as printed, its digits, and the words of content before it, nearest last."""

    span: Span
    text: str
    digits: str
    before: tuple[str, ...]


def find_in_numbers(extractions: Sequence[Extraction]) -> Iterator[Contradiction]:
    """Every two long numbers of two articles that are one but for a digit."""
    printed = [number for extraction in extractions for number in _printed(extraction)]
    by_document: dict[str, set[str]] = {}
    for number in printed:
        by_document.setdefault(number.span.document, set()).add(number.digits)
    for a, b in combinations(printed, 2):
        here, there = by_document[a.span.document], by_document[b.span.document]
        if a.span.document == b.span.document or b.digits in here or a.digits in there:
            continue
        if _is_slip(a.digits, b.digits) and set(a.before[-_WORDS:]) & set(b.before[-_WORDS:]):
            yield Contradiction(
                "identifier",
                Side(a.text, (a.span,)),
                Side(b.text, (b.span,)),
                1 - 1 / max(len(a.digits), len(b.digits)),
                "The numbers are one digit apart, and the words before them say that they are one number.",
            )


def _is_slip(a: str, b: str) -> bool:
    """Whether one digit is lost, doubled, wrong or has changed places; another last digit may be the next line."""
    return OSA.distance(a, b) == 1 and a[:-1] != b[:-1]


_WORDS = 4  # words of content before a number


def _printed(extraction: Extraction) -> Iterator[Printed]:
    document = extraction.document
    for sentence in extraction.sentences:
        text = document.text[sentence.span.start : sentence.span.end]
        for match in _NUMBER.finditer(text):
            digits = "".join(c for c in match[0] if c.isdigit())
            if not _LEAST_DIGITS <= len(digits) <= _MOST_DIGITS or _SPANS.search(match[0]):
                continue
            before = tuple(
                w.key for w in read_words(text[max(0, match.start() - _BEFORE) : match.start()]) if is_content(w.key)
            )
            start = sentence.span.start + match.start()
            yield Printed(Span(document.id, start, start + len(match[0])), " ".join(match[0].split()), digits, before)
