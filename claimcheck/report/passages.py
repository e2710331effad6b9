"""Passages as the report shows them: the words that differ in bold, long sentences cut around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from claimcheck.report import escape
from claimcheck.report.view import View, shorten
from claimcheck.types import Evidence, Finding, Span, Variant

Range = tuple[int, int]

_WORD = re.compile(r"\S+")
_SHORT = 5  # words up to which a quote counts as short
_ALIKE = 0.5  # share of words from which two quotes are versions of one
_CLOSE = 0.8  # the same for short ones
_CONTEXT = 14  # words kept on each side of the bold ones
_GAP = 6  # fewest words worth cutting out
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage as shown, and every place where it stands in the same words."""

    text: str  # Markdown
    places: tuple[Span, ...]


def passages(view: View, finding: Finding, variant: Variant) -> tuple[Passage, ...]:
    """The passages of one value, one a sentence; what copies have in common is shown once, with all its places."""
    others = [[e.quote for e in v.evidence] for v in finding.variants if v is not variant]
    grouped: dict[tuple[str, ...], list[tuple[Evidence, ...]]] = {}
    for pieces in _by_sentence(view, variant.evidence):
        grouped.setdefault((_key(pieces[0].sentence), *(_key(p.quote) for p in pieces)), []).append(pieces)
    return tuple(
        Passage(_shown(view, copies[0], others), tuple(pieces[0].span for pieces in copies))
        for copies in grouped.values()
    )


def _by_sentence(view: View, evidence: Iterable[Evidence]) -> Iterator[tuple[Evidence, ...]]:
    """The pieces of evidence, those of one sentence together."""
    sentences: dict[tuple[str, int, str], list[Evidence]] = {}
    for piece in evidence:
        start = piece.span.start - _quote_start(view, piece)
        sentences.setdefault((piece.span.document, start, piece.sentence), []).append(piece)
    return map(tuple, sentences.values())


def _shown(view: View, pieces: Sequence[Evidence], others: Sequence[Sequence[str]]) -> str:
    """The sentence of some pieces of evidence, with the words of each that others word differently in bold."""
    marked = [
        (shift + start, shift + end)
        for piece in pieces
        for shift in [_quote_start(view, piece)]
        for start, end in differing(piece.quote, others)
    ]
    return _cut_around(pieces[0].sentence, _merged(marked), _CONTEXT)


def show(view: View, piece: Evidence, marked: Sequence[Range], *, context: int = _CONTEXT) -> str:
    """The sentence of a piece of evidence as Markdown, `marked` (ranges of its quote) in bold."""
    shift = _quote_start(view, piece)
    return _cut_around(piece.sentence, [(shift + start, shift + end) for start, end in marked], context)


def _cut_around(sentence: str, bold: Sequence[Range], context: int) -> str:
    """The sentence as Markdown, cut to the words around those in bold."""
    kept = _kept(sentence, bold, context)
    shown = " […] ".join(_marked_up(sentence, window, bold) for window in kept)
    if sentence[: kept[0][0]].strip():
        shown = f"[…] {shown}"
    return f"{shown} […]" if sentence[kept[-1][1] :].strip() else shown


def _merged(ranges: Iterable[Range]) -> list[Range]:
    """The ranges in order, those that overlap joined."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def differing(quote: str, others: Iterable[Sequence[str]]) -> tuple[Range, ...]:
    """The ranges of `quote` that others word differently; each of them comes in one or several texts.

    A quote that resembles no other differs as a whole; a short one must resemble another
    closely. Where another has words that this one lacks, the words on both sides of the gap are meant.
    """
    words = [match.span() for match in _WORD.finditer(quote)]
    whole = ((0, len(quote)),)
    mine = tuple(_word(quote[start:end]) for start, end in words)
    alike = _ALIKE if len(words) > _SHORT else _CLOSE
    changed: set[int] = set()
    for texts in others:
        changed |= _changed(mine, tuple(texts), alike)
    if not changed or len(changed) == len(words):
        return whole
    return tuple((words[first][0], words[last][1]) for first, last in _runs(sorted(changed), gap=1))


def brief(finding: Finding, variant: Variant, width: int) -> str:
    """A value cut to `width` characters; of a long one the words that make the difference are kept."""
    value = escape.plain(variant.value)
    if len(value) <= width:
        return value
    marked = differing(value, [[v.value] for v in finding.variants if v is not variant])
    if marked == ((0, len(value)),):
        return shorten(value, width)
    pieces = [value[start:end] for start, end in _kept(value, marked, context=1, gap=1)]
    return shorten(" … ".join(pieces), width)


@lru_cache(maxsize=1 << 12)  # copies say one thing many times
def _changed(mine: tuple[str, ...], texts: tuple[str, ...], alike: float) -> frozenset[int]:
    """Which of my words differ from the most similar of some texts."""
    best: SequenceMatcher[str] | None = None
    for text in texts:
        matcher = SequenceMatcher(None, mine, [_word(w) for w in _WORD.findall(text)], autojunk=False)
        if best is None or matcher.ratio() > best.ratio():
            best = matcher
    if best is None or best.ratio() < alike:
        return frozenset()
    return frozenset(i for code in best.get_opcodes() if code[0] != "equal" for i in _around(code, len(mine)))


def _around(code: tuple[str, int, int, int, int], size: int) -> range:
    _, start, end, _, _ = code
    inside = 0 < start < size  # what another adds before or after leaves no gap here
    return range(start, end) if start < end else range(start - 1, start + 1) if inside else range(0)


def _kept(sentence: str, bold: Sequence[Range], context: int, gap: int = _GAP) -> list[Range]:
    """The windows of the sentence that are shown: all of it, or the words around the bold ones."""
    words = [match.span() for match in _WORD.finditer(sentence)]
    hit = [i for i, (s, e) in enumerate(words) if any(s < end and start < e for start, end in bold)]
    near = {n for i in hit for n in range(max(0, i - context), min(len(words), i + context + 1))}
    if not near:
        return [(0, len(sentence))]
    if min(near) < gap:
        near |= set(range(min(near)))
    if len(words) - max(near) <= gap:
        near |= set(range(max(near), len(words)))
    return [(words[first][0], words[last][1]) for first, last in _runs(sorted(near), gap=gap)]


def _runs(indices: Sequence[int], *, gap: int) -> list[Range]:
    """Runs of indices as (first, last), joined where fewer than `gap` are missing between them."""
    runs: list[Range] = []
    for index in indices:
        if runs and index - runs[-1][1] <= gap:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _marked_up(sentence: str, window: Range, bold: Sequence[Range]) -> str:
    return "".join(_pieces(sentence, window, bold)).strip()


def _pieces(sentence: str, window: Range, bold: Sequence[Range]) -> Iterator[str]:
    at, stop = window
    for start, end in bold:
        if not (window[0] <= start and end <= stop):
            continue
        yield escape.markdown(sentence[at:start], start=False) if at > window[0] else _opening(sentence[at:start])
        yield escape.bold(
            sentence[start:end],
            before=sentence[start - 1] if start > window[0] else " ",
            after=sentence[end] if end < stop else " ",
        )
        at = end
    yield escape.markdown(sentence[at:stop], start=False) if at > window[0] else _opening(sentence[at:stop])


def _opening(text: str) -> str:
    """The first words of a line: list markers escaped, the space before the next piece kept."""
    return escape.markdown(text) + (" " if text.strip() and text[-1].isspace() else "")


def _quote_start(view: View, piece: Evidence) -> int:
    """Where the quote begins in its sentence."""
    text, size = view.documents[piece.span.document].text, len(piece.sentence)
    start = text.rfind(piece.sentence, max(0, piece.span.end - size), piece.span.start + size)
    return piece.span.start - start if start >= 0 else max(0, piece.sentence.find(piece.quote))


def _key(text: str) -> str:
    return " ".join(text.translate(_STRAIGHT).replace("--", "-").split())


def _word(text: str) -> str:
    bare = text.translate(_STRAIGHT).casefold().strip("\"'.,;:!?()[]…—–-")
    return bare or text
