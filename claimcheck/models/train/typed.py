"""Typed pairs: edits of news sentences against them, and sentences of one event that do not clash.

No label can be told from the hypothesis alone, because every hypothesis that is made
of an edit stands against two premises: one that it clashes with (or does not follow
from) and one that it follows from.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from pathlib import Path

from claimcheck.models.train.edits import OPERATORS, Antonyms, Edit, Piece, Setting, apply
from claimcheck.models.train.news import Line, Stock, take_stock
from claimcheck.models.train.pairs import CONSISTENT, CONTRADICTION, ENTAILMENT, NEUTRAL, Pair
from claimcheck.types import Parse, Token

# Edits of one kind that are used, all together: no kind may drown the others.
MOST = {"name": 700, "antonym": 1300, "negation": 700, "number": 700, "plan": 400, "passive": 300, "source": 250}
MOST_OF_A_KIND = 500
NEAR_COPIES = 1200
NEIGHBOURS = 1500  # within one article; and as many across
DETAILS = 0.2  # of the shortened sentences also stand as premise of the whole one

_DROPPED = frozenset({"prep", "advcl", "relcl", "acl", "appos", "npadvmod", "parataxis"})
_KEPT_MARKS = frozenset({"if", "unless", "until", "of", "without", "except", "than", "as"})
_DENIALS = re.compile(r"\b(?:not?|never|none|nobody|nothing|neither|nor|without|den(?:y|ied|ies)|\w+n't)\b")


def typed_pairs(lines: Sequence[Line], antonyms: Antonyms, *, seed: int) -> list[Pair]:
    """All typed pairs, in random order."""
    rng = random.Random(seed)
    stock = take_stock(lines)
    pairs = [*_edited(lines, stock, antonyms, rng), *_near_copies(lines, rng), *_neighbours(lines, rng)]
    rng.shuffle(pairs)
    return pairs


def read_antonyms(path: Path) -> Antonyms:
    """The rows "part of speech, lemma, lemma" of a tab-separated file, both ways round."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if len(cells := line.split("\t")) == 3 and not line.startswith("#"):
            pos, one, other = cells
            found[pos, one].append(other)
            found[pos, other].append(one)
    return found


def _edited(lines: Sequence[Line], stock: Stock, antonyms: Antonyms, rng: random.Random) -> Iterator[Pair]:
    by_kind: dict[str, list[tuple[Line, Edit, Edit | None]]] = defaultdict(list)
    for line in lines:
        setting = Setting(line, stock, antonyms, rng)
        edits = [edit for operator in OPERATORS for edit in operator(setting)]
        clashes = [edit for edit in edits if edit.effect == "clash"]
        for edit in edits:
            free = [other for other in clashes if not _overlap(edit.pieces, other.pieces)]
            by_kind[edit.kind].append((line, edit, rng.choice(free) if free else None))
    for kind, found in sorted(by_kind.items()):
        rng.shuffle(found)
        for line, edit, second in found[: MOST.get(kind, MOST_OF_A_KIND)]:
            yield from pairs_of(line.parse, edit, second, rng)


def pairs_of(parse: Parse, edit: Edit, second: Edit | None, rng: random.Random) -> Iterator[Pair]:
    """The pairs of one edit: the same hypothesis under each label that a premise can be had for.

    `second` is another edit of the sentence, one that clashes.
    """
    source, text = f"typed-{edit.kind}", parse.text
    touched = edit.pieces + (second.pieces if second else ())
    cut = reductions(parse, touched, rng) if rng.random() < 0.85 else ()
    before, after = apply(text, ()), apply(text, edit.pieces)
    short_before, short_after = apply(text, cut), apply(text, edit.pieces + cut)
    if before.lower() == after.lower():
        return
    if edit.effect == "clash":
        forward = rng.random() < 0.5
        premise, other, hypothesis = (before, after, short_after) if forward else (after, before, short_before)
        yield Pair(premise, hypothesis, CONTRADICTION, source)
        yield Pair(other, hypothesis, ENTAILMENT, source)
    elif edit.effect == "same":
        yield Pair(before, short_after, ENTAILMENT, source)
    elif edit.effect == "weaker":
        yield Pair(after, short_before, NEUTRAL, source)
        yield Pair(before, short_after, CONSISTENT, source)
    else:
        yield Pair(before, short_after, NEUTRAL, source)
        yield Pair(after, short_before, NEUTRAL, source)
    if edit.effect != "clash" and second:
        yield Pair(apply(text, second.pieces), short_after, CONTRADICTION, source)
    if edit.effect == "apart":
        yield Pair(after, short_after, ENTAILMENT, source)
    if cut and rng.random() < DETAILS:
        yield Pair(short_before, before, NEUTRAL, "typed-detail")


def reductions(parse: Parse, kept: tuple[Piece, ...], rng: random.Random) -> tuple[Piece, ...]:
    """Pieces that leave out one or two phrases and touch nothing of `kept`: what remains follows from the whole."""
    spans = []
    for token in parse.tokens:
        words = _below(parse, token.i)
        if token.dep not in _DROPPED or not 2 <= len(words) <= 15 or len(words) > len(parse.tokens) * 0.6:
            continue
        if (
            {parse.tokens[i].text.lower() for i in words}
            & _KEPT_MARKS
            & {t.text.lower() for t in _marks(parse, token.i)}
        ):
            continue
        span = (parse.tokens[min(words)].start, parse.tokens[max(words)].end, "")
        if max(words) - min(words) + 1 == len(words) and not _overlap((span,), kept):
            spans.append(span)
    chosen: list[Piece] = []
    for span in rng.sample(spans, min(len(spans), rng.choice((1, 1, 2)))):
        if not _overlap((span,), tuple(chosen)):
            chosen.append(span)
    return tuple(chosen)


def _marks(parse: Parse, i: int) -> list[Token]:
    return [parse.tokens[i], *(t for t in parse.tokens if t.head == i and t.dep in {"mark", "advmod", "prep"})]


def _below(parse: Parse, i: int) -> set[int]:
    inside, size = {i}, 0
    while size != len(inside):
        size = len(inside)
        inside |= {t.i for t in parse.tokens if t.head in inside}
    return inside


def _overlap(some: tuple[Piece, ...], others: tuple[Piece, ...]) -> bool:
    return any(a[0] <= b[1] and b[0] <= a[1] for a, b in product(some, others))


def _near_copies(lines: Sequence[Line], rng: random.Random) -> list[Pair]:
    """Like sentences of two articles that give the same figures and deny as often: they do not clash."""
    found = [
        Pair(a.text, b.text, CONSISTENT, "typed-copy")
        for a, b, likeness in _related(lines)
        if likeness >= 0.6
        and a.article != b.article
        and _figures(a.text) == _figures(b.text)
        and len(_DENIALS.findall(a.text.lower())) == len(_DENIALS.findall(b.text.lower()))
    ]
    return rng.sample(found, min(len(found), NEAR_COPIES))


def _neighbours(lines: Sequence[Line], rng: random.Random) -> list[Pair]:
    """Sentences that share words, about the same event and not about the same fact.

    Those of one article do not repeat each other; those of two articles might, so they may share less.
    """
    related = list(_related(lines))
    within = [(a, b) for a, b, likeness in related if 0.12 <= likeness < 0.5 and a.article == b.article]
    across = [(a, b) for a, b, likeness in related if 0.12 <= likeness < 0.25 and a.article != b.article]
    chosen = [pair for found in (within, across) for pair in rng.sample(found, min(len(found), NEIGHBOURS))]
    return [Pair(a.text, b.text, NEUTRAL, "typed-neighbour") for a, b in (rng.sample(pair, 2) for pair in chosen)]


def _related(lines: Sequence[Line]) -> Iterator[tuple[Line, Line, float]]:
    """Pairs of sentences of one event with the share of words they have in common."""
    by_event: dict[str, list[tuple[Line, frozenset[str]]]] = defaultdict(list)
    for line in lines:
        words = frozenset(
            t.lemma.lower() for t in line.parse.tokens if t.pos in {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}
        )
        by_event[line.event].append((line, words))
    for _, found in sorted(by_event.items()):
        for (a, x), (b, y) in combinations(found, 2):
            if x and y and (shared := len(x & y)) > 1:
                yield a, b, shared / len(x | y)


def _figures(text: str) -> list[str]:
    return sorted(re.findall(r"\d[\d,.]*\d|\d", text))
