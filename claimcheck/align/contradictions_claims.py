"""Claims as the parts they are made of, so that two of them can be laid beside each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from claimcheck.align.contradictions_base import Contradiction, Ground, Side, one_voice, pinpoint
from claimcheck.compare.times import compare_times
from claimcheck.compare.words import word_set
from claimcheck.extract.trees import Tree
from claimcheck.types import Argument, Certainty, Claim, Entity, Extraction, Span, Time, Token

_FIRM: frozenset[Certainty] = frozenset({"stated", "attributed", "reported"})
_PRONOUNS = word_set("i you he she it we they who which that this these those what one others there here him her them")
AGENTIVE: frozenset[str] = word_set("agent patient")
# Times are compared as times.
TIMES = word_set("on at by in during before after until since")
_ENTITY = re.compile(r"e\d+")  # an entity's id
# "Much of the store", "the main part of the store": what holds of that part does not hold of the store otherwise.
_MAJOR = re.compile(
    r"(?:the\s+)?(?:much|most|all|bulk|majority|(?:main|greater|largest|entire|whole)\s+\w+)\s+of\s+"
    r"(?:an?|the|his|her|its|their)\s+(?P<of>[\w-]+(?:\s[\w-]+){0,2}?)(?:\s(?:in|at|on|near|of)\s.*)?$"
)


@dataclass(frozen=True)
class Stated:
    """A claim with who and what it speaks of: (role, key), the key an entity's id or a head's lemma."""

    claim: Claim
    extraction: Extraction = field(compare=False, repr=False)
    tree: Tree = field(compare=False, repr=False)  # the parse of its sentence
    parts: frozenset[tuple[str, str]] = frozenset()
    vocabulary: frozenset[str] = field(default=frozenset(), compare=False, repr=False)  # of its whole article

    @property
    def document(self) -> str:
        """The document it stands in."""
        return self.claim.span.document

    @cached_property
    def predicate(self) -> str:
        """The predicate's lemma without its particle."""
        return self.claim.predicate.split(" ")[0]

    @cached_property
    def roles(self) -> Mapping[str, frozenset[str]]:
        """Role → the keys that fill it."""
        found: dict[str, set[str]] = defaultdict(set)
        for role, key in self.parts:
            found[role].add(key)
        return {role: frozenset(keys) for role, keys in found.items()}

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """The times it states."""
        return tuple(m.value for m in self.claim.mentions if isinstance(m.value, Time))

    @cached_property
    def own(self) -> tuple[Token, ...]:
        """Its tokens."""
        start = self.extraction.sentences[self.claim.sentence].span.start
        return tuple(t for s in self.claim.spans for t in self.tree.starting(s.start - start, s.end - start))


def read_claims(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> tuple[Stated, ...]:
    """Every claim with the parts it is made of."""
    names = _Names(entities)
    found = []
    for e in extractions:
        known = names.known(e)
        trees = [Tree(parse) for parse in e.parses]
        parts = [frozenset((a.role, key) for a in claim.arguments for key in names.keys(a, e)) for claim in e.claims]
        aliases = {
            pair: name for claim, own in zip(e.claims, parts, strict=True) for pair, name in _aliases(claim, own)
        }
        for claim, own in zip(e.claims, parts, strict=True):
            named = frozenset((role, aliases.get((claim.sentence, key), key)) for role, key in own)
            found.append(Stated(claim, e, trees[claim.sentence], own if claim.predicate == "be" else named, known))
    return tuple(found)


def _aliases(claim: Claim, parts: frozenset[tuple[str, str]]) -> Iterator[tuple[tuple[int, str], str]]:
    """In "the novelist Edith Marlow" the novelist is Edith Marlow, as far as this sentence goes."""
    if claim.predicate == "be" and not claim.tense:  # an apposition
        agents = [key for role, key in parts if role == "agent" and is_entity(key)]
        for role, key in parts:
            if role == "attribute" and len(agents) == 1:
                yield (claim.sentence, key), agents[0]


class _Names:
    """Which entity an argument speaks of, by the mention in it or, where the parser saw no name, by its last word."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._owners = {m.span: entity.id for entity in entities for m in entity.mentions}
        words: dict[str, set[str]] = defaultdict(set)
        for entity in entities:
            for mention in entity.mentions:
                words[_last(mention.text)].add(entity.id)
        self._words = {word: next(iter(ids)) for word, ids in words.items() if len(ids) == 1}

    def known(self, extraction: Extraction) -> frozenset[str]:
        """All that an article speaks of: its lemmas and the entities it names."""
        lemmas = (t.lemma.casefold() for parse in extraction.parses for t in parse.tokens)
        return frozenset(lemmas) | {self._owners[m.span] for m in extraction.mentions if m.span in self._owners}

    def keys(self, argument: Argument, extraction: Extraction) -> Iterator[str]:
        """What an argument is about: its head and, of the greater part of a thing, that thing; no pronoun."""
        head = argument.head.casefold()
        yield from self._key(head, argument, extraction)
        major = _MAJOR.match(argument.text.casefold())
        if major is not None:
            yield from self._key(major["of"].split()[-1], argument, extraction)

    def _key(self, head: str, argument: Argument, extraction: Extraction) -> Iterator[str]:
        """The entity's id, the head's lemma where it names none."""
        if head in _PRONOUNS or len(head) < 2:
            return
        for mention in extraction.mentions_in(argument.span):
            if mention.span in self._owners and _last(mention.text) == _last(head):
                yield self._owners[mention.span]
                return
        named = any(c.isupper() for c in argument.text)
        yield self._words.get(_last(head), head) if named else head


def _last(name: str) -> str:
    """The last word of a name, plural set aside: the parser makes "rover" of Rovers."""
    return name.casefold().split()[-1].removesuffix("s")


def is_entity(key: str) -> bool:
    """Whether a key is the id of an entity."""
    return _ENTITY.fullmatch(key) is not None


def is_single(stated: Stated, key: str) -> bool:
    """Whether a claim speaks of one thing by this key: a name, or a noun that is no plural."""
    texts = [a.text.casefold() for a in stated.claim.arguments if key in a.text.casefold()]
    return not texts or not any(re.search(rf"\b{re.escape(key)}e?s\b", text) for text in texts)


def may_clash(a: Stated, b: Stated, *, voices: bool = True) -> bool:
    """Whether two claims are of one time and equally firm, so that they can exclude each other.

    With `voices`, two speakers are let alone: what they say against each other is their dispute.
    """
    x, y = a.claim, b.claim
    return (
        a.document != b.document
        and (x.certainty == y.certainty or {x.certainty, y.certainty} <= _FIRM)
        and x.polarity == y.polarity
        and (x.tense == y.tense or not (x.tense and y.tense))
        and (not voices or one_voice(x, y))
        and all(compare_times(s, t).relation != "conflict" for s, t in product(a.times, b.times))
    )


def contradiction(ground: Ground, reason: str, *sides: tuple[Stated, str]) -> Contradiction:
    """Two claims, each with the words that clash, as the sides; the earlier document first."""
    (a, x), (b, y) = sorted(sides, key=lambda side: side[0].claim.span)
    shared = 2 * len(a.parts & b.parts) / max(1, len(a.parts) + len(b.parts))
    return Contradiction(
        ground, Side(x, (pinpoint(a.claim, a.extraction),)), Side(y, (pinpoint(b.claim, b.extraction),)), shared, reason
    )


def printed(stated: Stated, word: str) -> str:
    """A lemma of the claim as the article prints it."""
    return next((t.text for t in stated.own if word in (t.lemma.casefold(), t.text.casefold())), word)


def between(stated: Stated, first: Token, last: Token) -> str:
    """The words of a claim's sentence from one token to another, as printed."""
    start = stated.extraction.sentences[stated.claim.sentence].span.start
    text = stated.extraction.document.text[start + first.start : start + last.end]
    return " ".join(text.split())


def under(stated: Stated, verb: Token) -> Span:
    """The stretch of the document from the first to the last word that a verb governs."""
    tokens = [stated.tree.tokens[i] for i in stated.tree.subtree(verb.i) if stated.tree.tokens[i].dep != "punct"]
    start = stated.extraction.sentences[stated.claim.sentence].span.start
    return Span(stated.document, start + tokens[0].start, start + tokens[-1].end)
