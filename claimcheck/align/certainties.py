"""One statement made with a hedge in one sentence and without it in another.

The claims are those that say the same thing anyway; within them the hedge is tied to the
word that it is about. "The fire is treated as potentially suspicious" and "treated as
suspicious" differ in how sure they are of one word, whatever else the sentences say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimcheck.align.assertions import Assertion, read_assertions
from claimcheck.align.grounds import keys, likeness, meeting
from claimcheck.compare.words import word_set
from claimcheck.extract.hedges import Hedge
from claimcheck.types import Certainty, Claim, Extraction, Fact, Span, Token


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that states the thing: the words that show how sure it is, and the stretch around them."""

    words: str
    span: Span
    certainty: Certainty
    claim: Claim = field(compare=False)
    hedge: Span | None = field(default=None, compare=False)  # where the hedging words stand


@dataclass(frozen=True, slots=True)
class Shift:
    """One statement, hedged in some passages and flat in others."""

    word: str  # what is hedged, as printed
    hedged: tuple[Passage, ...]
    flat: tuple[Passage, ...]
    likeness: float  # 0 to 1


Pair = tuple[Passage, Passage, float]  # hedged, flat, how alike

_FIRM: tuple[Certainty, ...] = ("stated", "attributed")
_TOWARDS = word_set("to into")
_WITHIN = word_set("in at")
_WHEREABOUTS = word_set("whereabouts whereabout location")
_HEARSAY = word_set("report reports rumor rumors rumour rumours speculation media source sources")
_MOST_WORDS = 40  # of evidence
_AROUND = 60  # characters on either side of a word where the claim is too long


def find_shifts(extractions: Sequence[Extraction], facts: Sequence[Fact]) -> tuple[Shift, ...]:
    """Every statement whose certainty differs between sentences, in text order."""
    facts_of = {claim.id: fact.id for fact in facts if fact.kind == "claim" for claim in fact.claims}
    stated = tuple(read_assertions(extractions, facts_of))
    wanted = {key for s in stated for hedge in s.hedges for i in hedge.heads for key in keys(s, i)}
    flat_by_word: dict[str, list[Assertion]] = defaultdict(list)
    for claim in stated:
        if not claim.hedges and claim.claim.certainty in _FIRM and not _is_hearsay(claim.claim.voice):
            for key in wanted.intersection(key for token in claim.tokens for key in keys(claim, token.i)):
                flat_by_word[key].append(claim)
    pairs = [
        pair
        for hedged in stated
        for hedge in hedged.hedges
        for flat in _with_any(hedged, hedge, flat_by_word)
        for pair in _matches(hedged, hedge, flat)
    ]
    shifts = (_with_movements(shift, stated) for shift in _joined(pairs))
    return tuple(sorted(shifts, key=lambda shift: shift.hedged[0].span))


def _is_hearsay(voice: str) -> bool:
    """Whether the source is itself no more than talk: "according to reports"."""
    return bool(_HEARSAY & set(voice.casefold().split()))


def _with_any(hedged: Assertion, hedge: Hedge, flat_by_word: Mapping[str, Sequence[Assertion]]) -> Iterator[Assertion]:
    """The flat claims of other sentences, in whatever document, that hold a hedged word."""
    seen: set[str] = set()
    for key in (key for i in hedge.heads for key in keys(hedged, i)):
        for flat in flat_by_word.get(key, ()):
            own = (
                flat.claim.span.document == hedged.claim.span.document and flat.claim.sentence == hedged.claim.sentence
            )
            if not own and flat.claim.id not in seen:
                seen.add(flat.claim.id)
                yield flat


def _joined(pairs: Sequence[Pair]) -> Iterator[Shift]:
    """One shift for all pairs that hang together by a passage."""
    for group in _hanging_together(pairs):
        ranked = sorted(group, key=lambda pair: -pair[2])
        yield Shift(
            word=ranked[0][1].words,
            hedged=tuple(dict.fromkeys(sorted((h for h, _, _ in group), key=lambda p: p.span))),
            flat=tuple(dict.fromkeys(sorted((f for _, f, _ in group), key=lambda p: p.span))),
            likeness=ranked[0][2],
        )


def _hanging_together(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """The pairs in groups, that one last which was last added to: by a passage they share, or the hedge itself."""
    found: dict[int, list[Pair]] = {}
    latest: dict[int, int] = {}
    joined: dict[int, int] = {}  # a group that went into another, and which
    standing: dict[tuple[int, str], dict[Span, int]] = defaultdict(dict)  # passages by side and document: their groups
    for number, (hedged, flat, _) in enumerate(pairs):
        spans = (hedged.span, flat.span, *((hedged.hedge,) if hedged.hedge else ()))
        sides = [(standing[side, span.document], span) for side, span in enumerate(spans)]
        touched = {_last(joined, group) for known, span in sides for at, group in known.items() if span.overlaps(at)}
        group, *others = sorted(touched, key=latest.__getitem__) or [number]
        for other in others:
            found[group] += found.pop(other)
            joined[other] = group
        found.setdefault(group, []).append(pairs[number])
        latest[group] = number
        for known, span in sides:
            known[span] = group
    return [found[group] for group in sorted(found, key=latest.__getitem__)]


def _last(joined: Mapping[int, int], group: int) -> int:
    while group in joined:
        group = joined[group]
    return group


def _with_movements(shift: Shift, stated: Sequence[Assertion]) -> Shift:
    """The shift with what else is said of where somebody went: in other words, or that nobody knows."""
    goals = {goal for p in shift.hedged for goal in _goals(p.claim, _TOWARDS | _WITHIN)}
    if not goals:
        return shift
    known = [p.span for p in (*shift.hedged, *shift.flat)]
    firm = (s for s in stated if not s.hedges and s.claim.certainty in _FIRM)
    gone = [s for s in firm if goals & _goals(s.claim, _TOWARDS) and not _is_known(s.claim, known)]
    open_ = (s for s in stated if s.claim.certainty == "unknown")
    lost = [s for s in open_ if {who for who, _ in goals} & _missing(s) and not _is_known(s.claim, known)]
    return replace(
        shift,
        hedged=(*shift.hedged, *(Passage(s.claim.text, s.claim.span, "unknown", s.claim) for s in lost)),
        flat=(*shift.flat, *(Passage(s.claim.predicate, s.claim.span, s.claim.certainty, s.claim) for s in gone)),
    )


def _is_known(claim: Claim, known: Sequence[Span]) -> bool:
    return any(claim.span.overlaps(span) for span in known)


def _goals(claim: Claim, prepositions: frozenset[str]) -> set[tuple[str, str]]:
    """Who went where: the agent with each place that a claim about the past gives with one of the prepositions."""
    agents = [a.head.casefold() for a in claim.arguments if a.role == "agent"]
    places = [a.head.casefold() for a in claim.arguments if a.role in prepositions and a.head[:1].isupper()]
    return {(agent, place) for agent in agents for place in places} if claim.tense == "past" else set()


def _missing(stated: Assertion) -> set[str]:
    """Whose whereabouts the claim says are not known."""
    tops = {t.i for t in stated.tokens if t.lemma.lower() in _WHEREABOUTS}
    below = {c for i in tops for c in stated.tree.subtree(i)} - tops
    return {stated.all_tokens[i].lemma.casefold() for i in below}


def _matches(hedged: Assertion, hedge: Hedge, flat: Assertion) -> Iterator[Pair]:
    """The hedged word with the same word of the other claim, when that claim says the same of it."""
    # "Allegedly" is what somebody says too.
    if flat.claim.voice and (hedge.certainty == "alleged" or _is_by_source(hedge)):
        return
    if hedge.certainty == "alleged" and _tells_on(hedged, flat):
        return
    met = meeting(hedged, hedge, flat)
    if met is not None:
        head, token = met
        yield _hedged_passage(hedged, hedge, head), _flat_passage(flat, token), likeness(hedged, flat).dice


def _tells_on(hedged: Assertion, flat: Assertion) -> bool:
    """Whether a text goes on with what it has called alleged: it need not say so in every sentence; a headline must."""
    titles = [s.extraction.sentences[s.claim.sentence].kind == "title" for s in (hedged, flat)]
    return flat.claim.span.document == hedged.claim.span.document and titles[0] == titles[1]


def _is_by_source(hedge: Hedge) -> bool:
    """Whether it is the source that hedges, and no word."""
    return hedge.first in hedge.heads


def _hedged_passage(stated: Assertion, hedge: Hedge, head: Token) -> Passage:
    tokens = stated.all_tokens
    if _is_by_source(hedge):
        words = f"{head.text}, according to {stated.claim.voice[:1].lower()}{stated.claim.voice[1:]}"
        sentence = stated.extraction.sentences[stated.claim.sentence].span
        return Passage(words, _stretch(stated, sentence), hedge.certainty, stated.claim)
    shown = stated.span(*_ordered(tokens[hedge.first], head))
    text = stated.extraction.document.text[shown.start : shown.end]
    at = stated.span(tokens[hedge.first], tokens[hedge.last])
    return Passage(" ".join(text.split()), _stretch(stated, shown), hedge.certainty, stated.claim, at)


def _flat_passage(stated: Assertion, token: Token) -> Passage:
    shown = stated.span(token, token)
    return Passage(token.text, _stretch(stated, shown), stated.claim.certainty, stated.claim)


def _ordered(a: Token, b: Token) -> tuple[Token, Token]:
    return (a, b) if a.i <= b.i else (b, a)


def _stretch(stated: Assertion, shown: Span) -> Span:
    """The claim with the words shown; where that is long, the words shown with a little around them."""
    claim = stated.claim.span
    start, end = min(claim.start, shown.start), max(claim.end, shown.end)
    text = stated.extraction.document.text
    if len(text[start:end].split()) > _MOST_WORDS:
        start, end = max(start, shown.start - _AROUND), min(end, shown.end + _AROUND)
        start = text.find(" ", start, shown.start) + 1 if start < shown.start and start > claim.start else start
        end = text.rfind(" ", shown.end, end) if end > shown.end and " " in text[shown.end : end] else end
    return Span(shown.document, start, end)
