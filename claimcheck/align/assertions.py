"""Claims as they are read for how sure they are: with their tokens, the hedges about them, their words of content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimcheck.compare.senses import noun_sense, verb_sense
from claimcheck.compare.word_classes import NEGATION
from claimcheck.compare.words import word_set
from claimcheck.extract.hedges import Hedge, find_hedges
from claimcheck.extract.offices import HONORIFICS
from claimcheck.extract.trees import Tree
from claimcheck.types import Claim, Extraction, Span, Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
_NOBODY = word_set("n't no-one noone")
# Unnamed and on somebody's side: what they say is known from one side only. "Sources" and "reports" were tried too:
# desks quote them beside a flat statement as they quote the police, and seven of ten findings were no news.
_CONFIDANTS = word_set("friend pal insider acquaintance confidant")


@dataclass(frozen=True)  # no slots: what is worked out when first asked for needs room
class Reading:
    """A sentence as all its claims share it."""

    tree: Tree
    hedges: tuple[Hedge, ...]

    @cached_property
    def senses(self) -> tuple[str, ...]:
        """What every word means: one word for all that tell the same."""
        return tuple(_sense(self.tree, token) for token in self.tree.tokens)


@dataclass(frozen=True)
class Assertion:
    """A claim with its tokens, the hedges about any of them, and the fact that it states."""

    claim: Claim
    extraction: Extraction
    fact: str
    tokens: tuple[Token, ...]
    hedges: tuple[Hedge, ...]
    reading: Reading

    @property
    def tree(self) -> Tree:
        """The parse of its sentence."""
        return self.reading.tree

    @property
    def all_tokens(self) -> tuple[Token, ...]:
        """The tokens of its whole sentence."""
        return self.reading.tree.tokens

    def sense(self, i: int) -> str:
        """What a word of its sentence means: one word for all that tell the same."""
        return self.reading.senses[i]

    @cached_property
    def content(self) -> frozenset[str]:
        """Its words of content by what they mean, the hedges' own left out."""
        own = {i for h in self.hedges for i in range(h.first, h.last + 1) if i not in h.heads}
        senses = (self.sense(t.i) for t in self.tokens if t.pos in _CONTENT and t.i not in own)
        return frozenset(sense for sense in senses if sense.rstrip(".") not in HONORIFICS)

    @cached_property
    def negated(self) -> bool:
        """Whether a word of it denies."""
        return any(t.text.lower() in NEGATION or t.text.lower() in _NOBODY for t in self.tokens)

    def span(self, first: Token, last: Token) -> Span:
        """The stretch of the document from one token of the sentence to another."""
        start = self.extraction.sentences[self.claim.sentence].span.start
        return Span(self.claim.span.document, start + first.start, start + last.end)


def read_assertions(extractions: Sequence[Extraction], facts: Mapping[str, str]) -> Iterator[Assertion]:
    """Every claim of the documents; `facts` gives a claim's fact by the claim's id."""
    for extraction in extractions:
        readings: dict[int, Reading] = {}
        for claim in extraction.claims:
            if claim.sentence not in readings:
                parse = extraction.parses[claim.sentence]
                readings[claim.sentence] = Reading(Tree(parse), find_hedges(parse))
            yield _assertion(claim, extraction, facts.get(claim.id, ""), readings[claim.sentence])


def _assertion(claim: Claim, extraction: Extraction, fact: str, reading: Reading) -> Assertion:
    start = extraction.sentences[claim.sentence].span.start
    tokens = tuple(t for s in claim.spans for t in reading.tree.starting(s.start - start, s.end - start))
    own = {t.i for t in tokens} if reading.hedges else set()
    about = tuple(h for h in reading.hedges if own.intersection(h.heads))
    return Assertion(claim, extraction, fact, tokens, about or tuple(_confided(claim, tokens)), reading)


def _confided(claim: Claim, tokens: Sequence[Token]) -> Iterator[Hedge]:
    """The predicate as hedged by its source, where that is a friend or an insider without a name."""
    article, *words = claim.voice.casefold().split() or [""]
    if article in {"a", "an"} and words[:1] and words[0] in _CONFIDANTS:
        predicate = claim.predicate.split(" ")[0]
        head = next((t.i for t in tokens if t.lemma.lower() == predicate), None)
        if head is not None:
            yield Hedge(head, head, (head,), "attributed")


def _sense(tree: Tree, token: Token) -> str:
    lemma = token.lemma.lower()
    if token.pos in {"VERB", "AUX"}:
        particle = tree.child(token.i, "prt")
        return verb_sense(lemma, tree.tokens[particle].text.lower() if particle is not None else "")
    return noun_sense(lemma)
