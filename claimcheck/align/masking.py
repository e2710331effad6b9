"""Sentences with their numbers and times masked: two of them are alike for what they say, not for what they give.

Every text that is embedded of a sentence is a part of its one masked form, so that a model reads the
sentence once, whatever is asked of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.protocols import Part
from claimcheck.types import Extraction, Mention, Quantity, Span, Time


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked sentence, and where in it the stretches of the document are.

    `pieces` are offsets in the document with those in `text`: (start, end, start, end), in order.
    """

    text: str
    pieces: tuple[tuple[int, int, int, int], ...]

    def part(self, spans: Iterable[Span]) -> Part:
        """What stands in these stretches of the document; a mask that one of them touches is in it as a whole."""
        ranges = (self._range(span) for span in spans)
        return Part(self.text, tuple(sorted((start, end) for start, end in ranges if start < end)))

    def _range(self, span: Span) -> tuple[int, int]:
        touched = [piece for piece in self.pieces if piece[0] < span.end and span.start < piece[1]]
        if not touched:
            return 0, 0
        (first, end, start, stop), (last, limit, begin, close) = touched[0], touched[-1]
        before = span.start - first if span.start > first and stop - start == end - first else 0
        after = limit - span.end if span.end < limit and close - begin == limit - last else 0
        return start + before, close - after


def mask_values(extraction: Extraction) -> tuple[Masked, ...]:
    """Every sentence of a document, masked."""
    text = extraction.document.text
    return tuple(_masked(text, s.span, extraction.mentions_in(s.span)) for s in extraction.sentences)


def _masked(text: str, sentence: Span, mentions: Iterable[Mention]) -> Masked:
    shown: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []
    at = sentence.start

    def put(start: int, end: int, words: str) -> None:
        if start < end:
            begin = pieces[-1][3] if pieces else 0
            pieces.append((start, end, begin, begin + len(words)))
            shown.append(words)

    values = [m for m in mentions if isinstance(m.value, Quantity | Time)]
    for mention in sorted(values, key=lambda m: (m.span.start, -m.span.end)):
        if at <= mention.span.start and mention.span.end <= sentence.end:
            put(at, mention.span.start, text[at : mention.span.start])
            put(mention.span.start, mention.span.end, mask(mention.value))
            at = mention.span.end
    put(at, sentence.end, text[at : sentence.end])
    return Masked("".join(shown), tuple(pieces))


def mask(value: object) -> str:
    """What stands for a value: what is counted stays, the number goes; "then" for a time."""
    return f"some {counted(value)}".strip() if isinstance(value, Quantity) else "then"


def counted(quantity: Quantity) -> str:
    """What a number counts, with the words that tell which."""
    return " ".join([*quantity.modifiers, quantity.noun]).strip()
