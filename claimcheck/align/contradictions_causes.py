"""One effect that two articles lay to two causes.

"Due to low light" against "due to the weather" said of one act; "was caused by" and "died of" said of one thing,
where each article knows of its own cause alone, so that neither can be the other's in other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from claimcheck.align.contradictions_base import Contradiction
from claimcheck.align.contradictions_claims import AGENTIVE, Stated, contradiction, may_clash
from claimcheck.compare.word_classes import same_stem
from claimcheck.compare.words import word_set

_REASON = "The articles lay one effect to two causes."
_CAUSES = word_set("because due owing")


def find_causes(stated: Sequence[Stated]) -> Iterator[Contradiction]:
    """One effect, laid by each of two articles to a cause of its own."""
    found = [(claim, *cause) for claim in stated for cause in _causes(claim)]
    for (a, ground, x), (b, other, y) in combinations(found, 2):
        shared = {part for part in a.parts & b.parts if part[0] in AGENTIVE}
        if not (a.predicate == b.predicate and shared and _same_polarity(a, b) and a.document != b.document):
            continue
        if x & y or any(same_stem(s, t) for s, t in product(x, y)):
            continue
        yield contradiction("cause", _REASON, (a, ground), (b, other))


_CAUSING = word_set("cause trigger spark prompt")
_LAYING = {"blame": ("on",), "attribute": ("to",), "die": ("of", "from")}


def find_laid(stated: Sequence[Stated]) -> Iterator[Contradiction]:
    """One effect that two articles lay to two things, "was caused by", "died of"; each knows its own alone."""
    found = [(claim, *laid) for claim in stated for laid in _laid(claim)]
    for (a, effect, x, here), (b, other, y, there) in combinations(found, 2):
        alike = effect & other and (a.predicate == "die") == (b.predicate == "die") and may_clash(a, b)
        if alike and not (y & a.vocabulary or x & b.vocabulary):
            yield contradiction("cause", _REASON, (a, here), (b, there))


def _laid(stated: Stated) -> Iterator[tuple[frozenset[str], frozenset[str], str]]:
    """What came about, what it is laid to, and that as printed."""
    roles = stated.roles
    passive = any(t.lemma.lower() == stated.predicate and stated.tree.passive(t.i) for t in stated.own)
    if stated.predicate in _CAUSING and passive and roles.keys() >= AGENTIVE:
        yield roles["patient"], roles["agent"], _text(stated, "agent")
    for preposition in _LAYING.get(stated.predicate, ()):
        if preposition in roles and AGENTIVE & roles.keys():
            effect = roles.get("patient", roles.get("agent", frozenset()))
            yield effect, roles[preposition], _text(stated, preposition)


def _text(stated: Stated, role: str) -> str:
    return next(a.text for a in stated.claim.arguments if a.role == role)


def _same_polarity(a: Stated, b: Stated) -> bool:
    return a.claim.polarity == b.claim.polarity


def _causes(stated: Stated) -> Iterator[tuple[str, frozenset[str]]]:
    """The cause as printed and its lemmas."""
    for token in stated.own:
        if token.text.lower() not in _CAUSES:
            continue
        below = stated.tree.subtree(token.i)
        words = [stated.tree.tokens[i] for i in below]
        content = frozenset(t.lemma.lower() for t in words if t.pos in {"NOUN", "PROPN", "ADJ", "VERB"})
        if content - {"due"}:
            yield " ".join(t.text for t in words), content
