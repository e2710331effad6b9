"""One statement made with a hedge in one sentence and without it in another.

The claims are those that say the same thing anyway; within them the hedge is tied to the
word that it is about. "The fire is treated as potentially suspicious" and "treated as
suspicious" differ in how sure they are of one word, whatever else the sentences say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from claimcheck.compare.word_classes import NEGATION
from claimcheck.compare.words import word_set
from claimcheck.extract.hedges import Hedge, find_hedges, is_open
from claimcheck.extract.offices import HONORIFICS
from claimcheck.extract.trees import Tree
from claimcheck.types import Certainty, Claim, Extraction, Fact, Span, Token


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that states the thing: the words that show how sure it is, and the stretch around them."""

    words: str
    span: Span
    certainty: Certainty
    claim: Claim = field(compare=False)


@dataclass(frozen=True, slots=True)
class Shift:
    """One statement, hedged in some passages and flat in others."""

    word: str  # what is hedged, as printed
    hedged: tuple[Passage, ...]
    flat: tuple[Passage, ...]
    likeness: float  # 0 to 1


_FIRM: tuple[Certainty, ...] = ("stated", "attributed")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
# Dice coefficient of the words of content from which a claim says the same of the hedged word; a noun says more by
# itself than a verb.
_LIKE = 0.5
_LIKE_NOUN = 0.4
_LIKE_EMPTY = 0.6
_LIKE_ANY = 0.55  # for claims that are not of one fact by their vectors
_SHARED_ANY = 4  # words of content that these must share
_EMPTY = word_set("be have do make get take go say tell")
_TOWARDS = word_set("to into")
_WITHIN = word_set("in at")
_WHEREABOUTS = word_set("whereabouts whereabout location")
_COMPLEMENTS = word_set("attr acomp advmod prt")
_HEARSAY = word_set("report reports rumor rumors rumour rumours speculation media source sources")
_OTHER = word_set("prior previous earlier former another second other")
_MOST_WORDS = 40  # of evidence
_AROUND = 60  # characters on either side of a word where the claim is too long


@dataclass(frozen=True)
class _Stated:
    """A claim with its tokens, the hedges about any of them, and the tokens hedged."""

    claim: Claim
    extraction: Extraction
    fact: str
    tokens: tuple[Token, ...]
    hedges: tuple[Hedge, ...]

    @property
    def all_tokens(self) -> tuple[Token, ...]:
        return self.extraction.parses[self.claim.sentence].tokens

    @cached_property
    def tree(self) -> Tree:
        """The parse of its sentence."""
        return Tree(self.extraction.parses[self.claim.sentence])

    @cached_property
    def content(self) -> frozenset[str]:
        """Lemmas of the words of content, the hedges' own left out."""
        own = {i for h in self.hedges for i in range(h.first, h.last + 1)}
        lemmas = (t.lemma.lower() for t in self.tokens if t.pos in _CONTENT and t.i not in own)
        return frozenset(lemma for lemma in lemmas if lemma.rstrip(".") not in HONORIFICS)

    def span(self, first: Token, last: Token) -> Span:
        start = self.extraction.sentences[self.claim.sentence].span.start
        return Span(self.claim.span.document, start + first.start, start + last.end)


def find_shifts(extractions: Sequence[Extraction], facts: Sequence[Fact]) -> tuple[Shift, ...]:
    """Every statement whose certainty differs between sentences, in text order."""
    facts_of = {claim.id: fact.id for fact in facts if fact.kind == "claim" for claim in fact.claims}
    stated = [_stated(claim, e, facts_of.get(claim.id, "")) for e in extractions for claim in e.claims]
    flat_by_word: dict[str, list[_Stated]] = defaultdict(list)
    for claim in stated:
        if not claim.hedges and claim.claim.certainty in _FIRM and not _is_hearsay(claim.claim.voice):
            for lemma in {token.lemma.lower() for token in claim.tokens}:
                flat_by_word[lemma].append(claim)
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


def _with_any(hedged: _Stated, hedge: Hedge, flat_by_word: Mapping[str, Sequence[_Stated]]) -> Iterator[_Stated]:
    """The flat claims of other sentences, in whatever document, that hold a hedged word."""
    seen: set[str] = set()
    for i in hedge.heads:
        for flat in flat_by_word.get(hedged.all_tokens[i].lemma.lower(), ()):
            own = (
                flat.claim.span.document == hedged.claim.span.document and flat.claim.sentence == hedged.claim.sentence
            )
            if not own and flat.claim.id not in seen:
                seen.add(flat.claim.id)
                yield flat


def _joined(pairs: Sequence[tuple[Passage, Passage, float]]) -> Iterator[Shift]:
    """One shift for all pairs that hang together by a passage."""
    groups: list[list[tuple[Passage, Passage, float]]] = []
    for pair in pairs:
        touching = [g for g in groups if any(_touch(pair, other) for other in g)]
        groups = [g for g in groups if g not in touching] + [[*(p for g in touching for p in g), pair]]
    for group in groups:
        ranked = sorted(group, key=lambda pair: -pair[2])
        yield Shift(
            word=ranked[0][1].words,
            hedged=tuple(dict.fromkeys(sorted((h for h, _, _ in group), key=lambda p: p.span))),
            flat=tuple(dict.fromkeys(sorted((f for _, f, _ in group), key=lambda p: p.span))),
            likeness=ranked[0][2],
        )


def _touch(a: tuple[Passage, Passage, float], b: tuple[Passage, Passage, float]) -> bool:
    return a[0].span.overlaps(b[0].span) or a[1].span.overlaps(b[1].span)


def _with_movements(shift: Shift, stated: Sequence[_Stated]) -> Shift:
    """The shift with what else is said of where somebody went: in other words, or that nobody knows."""
    goals = {goal for p in shift.hedged for goal in _goals(p.claim, _TOWARDS | _WITHIN)}
    if not goals:
        return shift
    known = [p.span for p in (*shift.hedged, *shift.flat)]
    fresh = [s for s in stated if not any(s.claim.span.overlaps(span) for span in known)]
    gone = [s for s in fresh if not s.hedges and s.claim.certainty in _FIRM and goals & _goals(s.claim, _TOWARDS)]
    lost = [s for s in fresh if s.claim.certainty == "unknown" and {who for who, _ in goals} & _missing(s)]
    return replace(
        shift,
        hedged=(*shift.hedged, *(Passage(s.claim.text, s.claim.span, "unknown", s.claim) for s in lost)),
        flat=(*shift.flat, *(Passage(s.claim.predicate, s.claim.span, s.claim.certainty, s.claim) for s in gone)),
    )


def _goals(claim: Claim, prepositions: frozenset[str]) -> set[tuple[str, str]]:
    """Who went where: the agent with each place that a claim about the past gives with one of the prepositions."""
    agents = [a.head.casefold() for a in claim.arguments if a.role == "agent"]
    places = [a.head.casefold() for a in claim.arguments if a.role in prepositions and a.head[:1].isupper()]
    return {(agent, place) for agent in agents for place in places} if claim.tense == "past" else set()


def _missing(stated: _Stated) -> set[str]:
    """Whose whereabouts the claim says are not known."""
    tops = {t.i for t in stated.tokens if t.lemma.lower() in _WHEREABOUTS}
    below = {c for i in tops for c in stated.tree.subtree(i)} - tops
    return {stated.all_tokens[i].lemma.casefold() for i in below}


def _stated(claim: Claim, extraction: Extraction, fact: str) -> _Stated:
    sentence, parse = extraction.sentences[claim.sentence], extraction.parses[claim.sentence]
    start = sentence.span.start
    tokens = tuple(t for t in parse.tokens if any(s.start <= start + t.start < s.end for s in claim.spans))
    own = {t.i for t in tokens}
    hedges = tuple(h for h in find_hedges(parse) if own.intersection(h.heads))
    return _Stated(claim, extraction, fact, tokens, hedges)


def _matches(hedged: _Stated, hedge: Hedge, flat: _Stated) -> Iterator[tuple[Passage, Passage, float]]:
    """The hedged word with the same word of the other claim, when that claim says the same of it."""
    # "Allegedly" is what somebody says too.
    attributed = hedge.certainty == "alleged" and bool(flat.claim.voice)
    if attributed or _is_negated(hedged) != _is_negated(flat):
        return
    shared, like = _likeness(hedged, flat)
    for i in hedge.heads:
        head = hedged.all_tokens[i]
        token = next((t for t in flat.tokens if _is_same(head, t, flat)), None)
        same = bool(flat.fact) and hedged.fact == flat.fact and like >= _least(head)
        alike = same or (like >= _LIKE_ANY and shared >= _SHARED_ANY) or _same_core(hedged, head, flat, token)
        if token is not None and alike and _same_complement(hedged, head, flat, token):
            yield _hedged_passage(hedged, hedge, head), _flat_passage(flat, token), like
            return


def _is_same(a: Token, b: Token, flat: _Stated) -> bool:
    """Whether `b` is the word `a` in the same use: not a part of a compound, not "another" or "a previous" one."""
    verbs = (a.pos in {"VERB", "AUX"}, b.pos in {"VERB", "AUX"})
    if a.lemma.lower() != b.lemma.lower() or verbs[0] != verbs[1] or (b.dep == "compound") != (a.dep == "compound"):
        return False
    if verbs[1] and is_open(flat.tree, b.i):
        return False
    return not any(t.head == b.i and t.lemma.lower() in _OTHER for t in flat.all_tokens)


def _same_core(hedged: _Stated, head: Token, flat: _Stated, token: Token | None) -> bool:
    """Whether both words are predicates with the same subject and another argument in common."""
    if token is None or head.pos != "VERB" or head.lemma.lower() in _EMPTY:
        return False
    cores = [
        {(a.role, a.head.casefold()) for a in s.claim.arguments if len(a.head) > 1}
        for s in (hedged, flat)
        if s.claim.predicate.split(" ")[0] == head.lemma.lower()
    ]
    shared = cores[0] & cores[1] if len(cores) > 1 else set()
    return len(shared) > 1 and bool({role for role, _ in shared} & {"agent", "patient"})


def _least(head: Token) -> float:
    if head.lemma.lower() in _EMPTY:
        return _LIKE_EMPTY
    return _LIKE_NOUN if head.pos in {"NOUN", "PROPN"} else _LIKE


def _same_complement(hedged: _Stated, head: Token, flat: _Stated, token: Token) -> bool:
    """For "be": whether both say the same of their subject."""
    if head.lemma.lower() != "be":
        return True
    said = [
        {t.lemma.lower() for t in s.all_tokens if t.head == i and t.dep in _COMPLEMENTS}
        for s, i in ((hedged, head.i), (flat, token.i))
    ]
    return bool(said[0] & said[1])


def _is_negated(stated: _Stated) -> bool:
    return any(t.text.lower() in NEGATION or t.text.lower() in _NOBODY for t in stated.tokens)


_NOBODY = word_set("n't no-one noone")


def _likeness(a: _Stated, b: _Stated) -> tuple[int, float]:
    """How many words of content two claims share, and the Dice coefficient of these words."""
    x, y = a.content, b.content
    return len(x & y), 2 * len(x & y) / (len(x) + len(y)) if x or y else 0.0


def _hedged_passage(stated: _Stated, hedge: Hedge, head: Token) -> Passage:
    tokens = stated.all_tokens
    shown = stated.span(*_ordered(tokens[hedge.first], head))
    text = stated.extraction.document.text[shown.start : shown.end]
    return Passage(" ".join(text.split()), _stretch(stated, shown), hedge.certainty, stated.claim)


def _flat_passage(stated: _Stated, token: Token) -> Passage:
    shown = stated.span(token, token)
    return Passage(token.text, _stretch(stated, shown), stated.claim.certainty, stated.claim)


def _ordered(a: Token, b: Token) -> tuple[Token, Token]:
    return (a, b) if a.i <= b.i else (b, a)


def _stretch(stated: _Stated, shown: Span) -> Span:
    """The claim with the words shown; where that is long, the words shown with a little around them."""
    claim = stated.claim.span
    start, end = min(claim.start, shown.start), max(claim.end, shown.end)
    text = stated.extraction.document.text
    if len(text[start:end].split()) > _MOST_WORDS:
        start, end = max(start, shown.start - _AROUND), min(end, shown.end + _AROUND)
        start = text.find(" ", start, shown.start) + 1 if start < shown.start and start > claim.start else start
        end = text.rfind(" ", shown.end, end) if end > shown.end and " " in text[shown.end : end] else end
    return Span(shown.document, start, end)
