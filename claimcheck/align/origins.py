"""Who carries whose text: shared sentences, and the documents that count as one origin.

Two documents are of one origin in either of two cases, measured both on all their
words and on those outside quotation marks, which independent reporters share too:

- each holds most of the other (copies, and rewrites of one agency text), or
- one stands almost whole in the other (a brief cut from a long text). Such a brief
  joins only the document that holds it best: two long reports do not become one
  because the same three sentences are cut from both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimcheck.align.shingles import Shared, Words, find_shared, read_words
from claimcheck.types import Document, Origin, Overlap, Sentence, SharedPassage

# Set by reading the pairs of the tuning events from the top down: agency copies, trimmed
# updated or reworded, hold 0.6 and more of each other; below stand two reporters with one release.
MUTUAL = 0.6
# Below this, a brief has sentences of its own.
CONTAINED = 0.75
_LEAST_WORDS = 12  # of its own, outside quotations: with fewer, a document shows nothing about who wrote it

_LEAST_SIMILARITY = 0.6  # of a sentence's words, for a passage to count as the other's
_LEAST_PASSAGE = 5  # words in a sentence
_LONG_RUN = 10  # so many shared words make a passage of a sentence however long it is


def find_overlaps(documents: Sequence[Document], sentences: Mapping[str, tuple[Sentence, ...]]) -> tuple[Overlap, ...]:
    """How much of each document stands in each other, for the ordered pairs that share anything."""
    texts = [read_words(document, sentences.get(document.id, ())) for document in documents]
    return tuple(_overlap(texts[here], texts[there], shared, sentences) for here, there, shared in find_shared(texts))


def group_origins(documents: Sequence[Document], overlaps: Sequence[Overlap]) -> tuple[Origin, ...]:
    """The documents by origin, numbered "o1", "o2", … in the order of their first documents."""
    order = {document.id: i for i, document in enumerate(documents)}
    held = {(overlap.document, overlap.other): _strength(overlap) for overlap in overlaps}
    parent = {document.id: document.id for document in documents}
    for one, other in _links(held, order):
        _join(parent, one, other, order)
    groups: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        groups[_root(parent, document.id)].append(document.id)
    ties: dict[str, float] = dict.fromkeys(order, 0.0)  # how much of it its best fellow shares with it
    for overlap in overlaps:
        if _root(parent, overlap.document) == _root(parent, overlap.other):
            for member in (overlap.document, overlap.other):
                ties[member] = max(ties[member], overlap.share)
    return tuple(
        Origin(f"o{number}", tuple(members), min(map(ties.__getitem__, members)) if len(members) > 1 else 1.0)
        for number, members in enumerate(groups.values(), start=1)
    )


def _overlap(words: Words, other: Words, shared: Shared, sentences: Mapping[str, tuple[Sentence, ...]]) -> Overlap:
    unquoted = words.unquoted.bit_count()
    own = (shared.covered & words.unquoted).bit_count()
    return Overlap(
        document=words.document,
        other=other.document,
        share=round(shared.covered.bit_count() / len(words.keys), 4),
        passages=tuple(_passages(words, shared, sentences[words.document], sentences[other.document])),
        unquoted=round(own / unquoted, 4) if unquoted >= _LEAST_WORDS else None,
    )


def _passages(words: Words, shared: Shared, here: Sequence[Sentence], there: Sequence[Sentence]) -> list[SharedPassage]:
    """For each sentence that is shared, the sentence of the other document that holds most of it."""
    best: dict[int, tuple[int, int]] = {}  # sentence here: words covered, and (negated, so that the first wins) there
    for (a, b), covered in shared.between.items():
        best[a] = max(best.get(a, (0, 0)), (covered, -b))
    passages = []
    for a, (covered, b) in sorted(best.items()):
        length = words.lengths[a]
        similarity = covered / length
        if covered >= _LONG_RUN or (length >= _LEAST_PASSAGE and similarity >= _LEAST_SIMILARITY):
            passages.append(SharedPassage(here[a].span, there[-b].span, round(similarity, 4)))
    return passages


def _strength(overlap: Overlap) -> float:
    """How much of a document the other holds: the lesser of all its words and of those that are not quoted.

    A document that is little but quotations has no words of its own to go by, and counts as held only when whole.
    """
    if overlap.unquoted is None:
        return overlap.share if overlap.share >= 0.95 else 0.0
    return min(overlap.share, overlap.unquoted)


def _links(held: Mapping[tuple[str, str], float], order: Mapping[str, int]) -> list[tuple[str, str]]:
    """The pairs to join: those that hold each other, and each contained document with its best container."""
    links = []
    container: dict[str, tuple[float, int, str]] = {}
    for (one, other), strength in held.items():
        back = held.get((other, one), 0.0)
        if min(strength, back) >= MUTUAL:
            links.append((one, other))
        elif strength >= CONTAINED:
            container[one] = max(container.get(one, (0.0, 0, "")), (strength, -order[other], other))
    return links + [(one, other) for one, (_, _, other) in container.items()]


def _root(parent: Mapping[str, str], document: str) -> str:
    while parent[document] != document:
        document = parent[document]
    return document


def _join(parent: dict[str, str], one: str, other: str, order: Mapping[str, int]) -> None:
    first, second = sorted((_root(parent, one), _root(parent, other)), key=lambda document: order[document])
    parent[second] = first
