"""What a contradiction is, whatever ground it was found on, and what the grounds share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.compare.word_classes import is_content
from claimcheck.types import Claim, Extraction, Sentence, Span, Token

Ground = Literal[
    "opposed", "limited", "party", "designation", "identifier", "kind", "outcome", "degree", "swapped", "cause"
]


_MOST_WORDS = 40  # of evidence


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says: the words that clash, and the passages that hold them."""

    words: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two statements of one thing that cannot both be true; `a` stands in the earlier document.

    `likeness` is how alike the statements are otherwise, 0 to 1; `reason` says in words what clashes.
    """

    ground: Ground
    a: Side
    b: Side
    likeness: float
    reason: str


def token_at(extraction: Extraction, number: int, offset: int) -> Token | None:
    """The token of sentence `number` that stands at `offset` of the document."""
    local = offset - extraction.sentences[number].span.start
    return next((t for t in extraction.parses[number].tokens if t.start <= local < t.end), None)


def sentence_number(extraction: Extraction, sentence: Sentence) -> int:
    """Which sentence of its document this is."""
    return extraction.sentences.index(sentence)


def joined(found: Sequence[Contradiction]) -> tuple[Contradiction, ...]:
    """Contradictions of one ground and the same words as one, their passages together, in text order."""
    groups: dict[tuple[str, frozenset[str]], Contradiction] = {}
    for item in sorted(found, key=lambda c: (-c.likeness, c.a.spans[0], c.b.spans[0])):
        key = (item.ground, frozenset((item.a.words.casefold(), item.b.words.casefold())))
        groups[key] = _merged(groups[key], item) if key in groups else item
    kept: list[Contradiction] = []
    for item in groups.values():
        same = next((i for i, c in enumerate(kept) if _touch(c, item)), None)
        if same is None:
            kept.append(item)
        elif kept[same].ground == item.ground:
            kept[same] = _merged(kept[same], item)
    return tuple(sorted(kept, key=lambda c: (c.a.spans[0], c.b.spans[0])))


def _touch(a: Contradiction, b: Contradiction) -> bool:
    """Whether two contradictions set the same passages against each other, or one of theirs against others."""
    pairs = ((a.a, b.a), (a.b, b.b)), ((a.a, b.b), (a.b, b.a))
    met = [[any(s.overlaps(t) for s in x.spans for t in y.spans) for x, y in pair] for pair in pairs]
    return any(all(m) or (any(m) and a.ground == b.ground) for m in met)


def _merged(best: Contradiction, more: Contradiction) -> Contradiction:
    straight = best.a.words.casefold() == more.a.words.casefold() or _meet(best.a, more.a) or _meet(best.b, more.b)
    a, b = (more.a, more.b) if straight else (more.b, more.a)
    return Contradiction(
        best.ground,
        Side(best.a.words, _with(best.a.spans, a.spans)),
        Side(best.b.words, _with(best.b.spans, b.spans)),
        best.likeness,
        best.reason,
    )


def _meet(a: Side, b: Side) -> bool:
    return any(s.overlaps(t) for s in a.spans for t in b.spans)


def _with(spans: Sequence[Span], more: Sequence[Span]) -> tuple[Span, ...]:
    """Passages, none of which overlaps another, and those of the further ones that overlap none."""
    kept = list(spans)
    for span in more:
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return tuple(kept)


def one_voice(a: Claim, b: Claim) -> bool:
    """Whether the claims are not of two speakers: what these say against each other is their dispute."""
    x, y = ({w for w in c.voice.casefold().split() if is_content(w)} for c in (a, b))
    return not (x and y) or bool(x & y)


def pinpoint(claim: Claim, extraction: Extraction) -> Span:
    """The claim's own words; the longest of its pieces where they lie far apart or go on for too long."""
    own = sum(len(span) for span in claim.spans)
    text = extraction.document.text[claim.span.start : claim.span.end]
    near = len(claim.span) <= 2 * own and len(text.split()) <= _MOST_WORDS
    return claim.span if near else max(claim.spans, key=len)
