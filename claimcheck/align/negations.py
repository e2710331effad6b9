"""One statement affirmed in one document and denied in another.

Two grounds, both narrow: sentences that are alike word for word but for the negator, and
claims with the same predicate of which the denied one says nothing that the other does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations

from claimcheck.align.echoes import Echo, Line, find_echoes
from claimcheck.compare.quotations import Change
from claimcheck.compare.word_classes import NEGATION, nature_of, same_stem
from claimcheck.compare.words import word_set
from claimcheck.extract.voice import SAYING
from claimcheck.types import Certainty, Claim, Extraction, Fact, Name, Quantity, Span


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement with the passages that affirm it and those that deny it; `copied` when in the same words."""

    affirmed: tuple[Span, ...]
    denied: tuple[Span, ...]
    copied: bool
    likeness: float  # 0 to 1


NEGATORS = word_set("not never no")
# What comes with a negator and means nothing without it: "did not say" / "said", "no sign" / "a sign".
_SUPPORT = word_set("do does did any a an some")
# "not only", "not least" deny nothing, nor does "no. 5".
_HARMLESS = word_set("only just merely simply least longer")
_BE = word_set("is are was were be been being")
_LEAST_RUN = 4  # equal words around the negator, before and after it together
_LEAST_IDENTITY = 0.6
_LEADING = 5  # words before what two sentences share in which a negator may govern it
_CONDITIONS = word_set("if unless whether")
_SHOWN = 8  # words on either side that are shown

_FIRM: tuple[Certainty, ...] = ("stated", "attributed", "reported")  # what is open cannot be contradicted
_SHARED = 0.6  # Dice coefficient of the heads of the arguments
_MOST_WORDS = 40  # of evidence
_EARLIER = word_set("yet still")  # what had not happened yet may have happened since


def find_denials(extractions: Sequence[Extraction], facts: Sequence[Fact]) -> tuple[Denial, ...]:
    """Every statement that some documents affirm and others deny, in text order, each once."""
    copied = [d for echo in find_echoes(extractions) for d in _copied(echo)]
    texts = {e.document.id: e.document.text for e in extractions}
    claimed = [d for fact in facts if fact.kind == "claim" for d in _claimed(fact, texts)]
    claimed = [d for d in claimed if not any(_is_crossed(d, other) for other in copied)]
    return tuple(sorted(_joined([*copied, *claimed]), key=lambda d: d.affirmed))


def _is_crossed(claimed: Denial, copied: Denial) -> bool:
    """Whether the words of a copy say that it is the other passage which denies: they are surer than two parses."""
    return _touch(claimed.affirmed, copied.denied) and _touch(claimed.denied, copied.affirmed)


def _joined(denials: Sequence[Denial]) -> list[Denial]:
    """Denials with a passage in common as one."""
    groups: list[Denial] = []
    for denial in denials:
        touching = [g for g in groups if _touch(g.affirmed, denial.affirmed) or _touch(g.denied, denial.denied)]
        groups = [g for g in groups if g not in touching] + [reduce(_merged, touching, denial)]
    return groups


def _touch(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return any(x.overlaps(y) for x in a for y in b)


def _merged(a: Denial, b: Denial) -> Denial:
    return Denial(
        affirmed=_distinct((*a.affirmed, *b.affirmed)),
        denied=_distinct((*a.denied, *b.denied)),
        copied=a.copied or b.copied,
        likeness=max(a.likeness, b.likeness),
    )


def _distinct(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, of those that overlap the first alone."""
    kept: list[Span] = []
    for span in spans:
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return tuple(sorted(kept))


# ------------------------------------------------------------------- sentences alike but for the negator


def _copied(echo: Echo) -> Iterator[Denial]:
    comparison = echo.comparison
    changes = [c for c in comparison.changes if c.nature == "negation" and c.after and c.before + c.after >= _LEAST_RUN]
    if not changes or comparison.identity < _LEAST_IDENTITY or not _is_odd(echo):
        return
    if _is_conditional(echo.a) != _is_conditional(echo.b):
        return
    for change in changes:
        if _both_quoted(echo, change):
            continue
        side = _negated_side(echo, change)
        if side is not None:
            here = echo.a.span(*_around(echo.a, change.a, change))
            there = echo.b.span(*_around(echo.b, change.b, change))
            affirmed, denied = (there, here) if side == "a" else (here, there)
            yield Denial((affirmed,), (denied,), copied=True, likeness=comparison.identity)


def _is_odd(echo: Echo) -> bool:
    """Whether one side has a negator more, those directly before the shared words ("it is not true that") included."""
    counts = []
    for line, (start, end) in ((echo.a, echo.comparison.a), (echo.b, echo.comparison.b)):
        counts.append(sum(k in NEGATION for k in _keys(line, max(0, start - _LEADING), end)))
    return (counts[0] - counts[1]) % 2 == 1


def _is_conditional(line: Line) -> bool:
    return any(w.key in _CONDITIONS for w in line.words)


def _keys(line: Line, start: int, end: int) -> list[str]:
    return [w.key for w in line.words[start:end]]


def _around(line: Line, where: tuple[int, int], change: Change) -> tuple[int, int]:
    start, end = where
    return max(0, start - min(change.before, _SHOWN)), min(len(line.words), end + min(change.after, _SHOWN))


def _both_quoted(echo: Echo, change: Change) -> bool:
    """Whether the change lies inside quotation marks on both sides: an altered quotation, which has its own rule."""
    return all(
        any(line.quoted[max(0, start - 1) : end + 1]) for line, (start, end) in ((echo.a, change.a), (echo.b, change.b))
    )


def _negated_side(echo: Echo, change: Change) -> str | None:
    """The side on which the negator stands, when it is all that differs."""
    left, right = _keys(echo.a, *change.a), _keys(echo.b, *change.b)
    counts = [sum(k in NEGATORS for k in keys) for keys in (left, right)]
    if sorted(counts) != [0, 1] or not _rest_is_same(left, right):
        return None
    line, (start, end) = (echo.a, change.a) if counts[0] else (echo.b, change.b)
    at = next(i for i in range(start, end) if line.words[i].key in NEGATORS)
    following = line.words[at + 1].key if at + 1 < len(line.words) else ""
    harmless = following in _HARMLESS or (line.words[at].key == "no" and nature_of(following) == "figure")
    harmless = harmless or _is_only_earlier(echo, of="a" if counts[0] else "b")
    return None if harmless else "a" if counts[0] else "b"


def _is_only_earlier(echo: Echo, *, of: str) -> bool:
    """Whether the sentence on this side alone says "yet": the other article may be the later one."""
    sides = [bool(_EARLIER & {w.key for w in line.words}) for line in (echo.a, echo.b)]
    return sides == ([True, False] if of == "a" else [False, True])


def _rest_is_same(left: Sequence[str], right: Sequence[str]) -> bool:
    rest = [[k for k in keys if k not in NEGATORS and k not in _SUPPORT] for keys in (left, right)]
    return len(rest[0]) == len(rest[1]) and all(
        same_stem(x, y) or {x, y} <= _BE for x, y in zip(rest[0], rest[1], strict=True)
    )


# ------------------------------------------------------------------- claims with the same predicate


def _claimed(fact: Fact, texts: dict[str, str]) -> Iterator[Denial]:
    for a, b in combinations(fact.claims, 2):
        if a.polarity != b.polarity and a.span.document != b.span.document:
            affirmed, denied = (a, b) if a.polarity == "positive" else (b, a)
            if _clash(affirmed, denied) and not _is_earlier(denied, texts):
                spans = _pinpoint(affirmed, texts), _pinpoint(denied, texts)
                yield Denial((spans[0],), (spans[1],), copied=False, likeness=_shared(affirmed, denied))


def _clash(affirmed: Claim, denied: Claim) -> bool:
    voices = {affirmed.voice.casefold(), denied.voice.casefold()} - {""}
    return (
        affirmed.predicate == denied.predicate
        and affirmed.predicate not in SAYING
        and affirmed.tense == denied.tense
        and affirmed.certainty in _FIRM
        and denied.certainty in _FIRM
        and len(voices) < 2
        and _quantities(affirmed) == _quantities(denied)
        and _says_no_more(denied, affirmed)
        and _shared(affirmed, denied) >= _SHARED
    )


def _quantities(claim: Claim) -> list[tuple[float, float]]:
    return sorted((m.value.low, m.value.high) for m in claim.mentions if isinstance(m.value, Quantity))


def _heads(claim: Claim) -> frozenset[str]:
    return frozenset(argument.head.casefold() for argument in claim.arguments)


def _says_no_more(denied: Claim, affirmed: Claim) -> bool:
    """Whether all that the denied claim speaks of, two things or more, and all that it names is in the affirmed one."""
    heads = _heads(denied)
    named = {word for name in _names(affirmed) for word in name}
    return len(heads) > 1 and heads <= _heads(affirmed) and all(named.intersection(name) for name in _names(denied))


def _names(claim: Claim) -> list[list[str]]:
    """The words of each name in a claim."""
    return [m.text.casefold().split() for m in claim.mentions if isinstance(m.value, Name)]


def _shared(a: Claim, b: Claim) -> float:
    """Dice coefficient of the heads of the arguments; 0 when one claim has none."""
    x, y = _heads(a), _heads(b)
    return 2 * len(x & y) / (len(x) + len(y)) if x and y else 0.0


def _is_earlier(denied: Claim, texts: dict[str, str]) -> bool:
    """Whether the denial is of a time ("not yet") that the other article may have left behind."""
    words = texts[denied.span.document][denied.span.start : denied.span.end].casefold().split()
    return bool(_EARLIER & set(words))


def _pinpoint(claim: Claim, texts: dict[str, str]) -> Span:
    """The whole claim; where its pieces lie far apart, the longest of them."""
    whole = texts[claim.span.document][claim.span.start : claim.span.end]
    return (
        claim.span if len(whole.split()) <= _MOST_WORDS else max(claim.spans, key=lambda span: (len(span), -span.start))
    )
