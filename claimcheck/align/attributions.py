"""One reported statement that two documents put into the mouths of two speakers.

Officials repeat one another, so that likeness of sense is no ground: the statement must be in
the same words, and each article must name its speaker beside it. A person is set against
an organisation, for which people speak, only over words that both articles quote, and a speaker without a name
only against one who cannot be the same: a friend is no spokesman.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, product

from claimcheck.align.voices import (
    described,
    exclude_each_other,
    find_speaker,
    may_be_one_speaker,
    names_outside,
    present_entities,
)
from claimcheck.compare.names import name_parts
from claimcheck.compare.quotations import Comparison, compare_words
from claimcheck.compare.word_classes import is_content, same_stem
from claimcheck.compare.wording import Word, words_at
from claimcheck.extract.voice import SAYING
from claimcheck.types import Claim, Entity, Extraction, Parse, Span

_RUN = 5  # equal words in a row
_CONTENT = 3  # equal words of content
_SHARE = 0.75  # of the longer statement's words
_VERBATIM = 0.8  # share of words between quotation marks from which two persons' statements are quotations (CC403)
_QUOTED_RUN = 3  # the same three for a person and an organisation, of the words that are quoted
_QUOTED_CONTENT = 2
_QUOTED_SHARE = 0.5
_BACK = 2  # sentences before a "he said" in which its speaker must have spoken under a name


@dataclass(frozen=True, slots=True)
class Saying:
    """A reported statement: who is named or described for it, the claim, its sentence, its words, those quoted."""

    speaker: Entity
    claim: Claim
    sentence: Span
    words: tuple[Word, ...]
    quoted: tuple[Word, ...]
    named: frozenset[str]  # the parts of all names in the sentence


@dataclass(frozen=True, slots=True)
class Attribution:
    """What two speakers are both said to have said, every statement under each name."""

    sayings: tuple[Saying, ...]
    likeness: float  # 0 to 1


def find_attributions(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> tuple[Attribution, ...]:
    """For each two speakers the statements that the documents give to both, in text order."""
    present = present_entities(entities)
    sayings = tuple(s for e in extractions for s in _sayings(e, present.get(e.document.id, ())))
    groups: dict[frozenset[str], list[tuple[Saying, Saying, float]]] = defaultdict(list)
    for a, b, like in _pairs(sayings):
        groups[frozenset((a.speaker.id, b.speaker.id))].append((a, b, like))
    found = []
    for pairs in groups.values():
        said = {saying.claim.id: saying for a, b, _ in pairs for saying in (a, b)}
        ordered = tuple(sorted(said.values(), key=lambda s: s.claim.span))
        found.append(Attribution(ordered, max(like for _, _, like in pairs)))
    return tuple(sorted(found, key=lambda a: a.sayings[0].claim.span))


def _sayings(extraction: Extraction, entities: Sequence[Entity]) -> Iterator[Saying]:
    document = extraction.document
    spoken: dict[str, set[int]] = defaultdict(set)  # voice → sentences it speaks in
    for claim in extraction.claims:
        spoken[claim.voice].add(claim.sentence)
    speakers = {voice: find_speaker(voice, entities) or described(voice) for voice in spoken}
    for claim in extraction.claims:
        speaker = speakers[claim.voice]
        if speaker is None or not _is_beside(extraction, claim, speaker, spoken[claim.voice]):
            continue
        words = tuple(w for span in claim.spans for w in words_at(document.text[span.start : span.end], span.start))
        quotations = [q.span for q in extraction.quotations_at(claim.span)]
        quoted = tuple(w for w in words if any(q.start <= w.start < q.end for q in quotations))
        sentence = extraction.sentences[claim.sentence].span
        named = frozenset(part for mention in extraction.mentions_in(sentence) for part in name_parts(mention.text))
        yield Saying(speaker, claim, sentence, words, quoted, named)


def _is_beside(extraction: Extraction, claim: Claim, speaker: Entity, spoke: Set[int]) -> bool:
    """Whether the sentence names the speaker, or says "he said" just after a sentence in which the same one spoke."""
    if speaker.kind == "other":
        span = extraction.sentences[claim.sentence].span
        return speaker.name in extraction.document.text[span.start : span.end]
    family = name_parts(speaker.name)[-1]
    if _names(extraction, claim.sentence, family):
        return True
    before = range(max(0, claim.sentence - _BACK), claim.sentence)
    return _has_pronoun(extraction.parses[claim.sentence]) and any(
        i in spoke and _names(extraction, i, family) for i in before
    )


def _names(extraction: Extraction, sentence: int, family: str) -> bool:
    """Whether a sentence holds the name outside quotation marks."""
    return any(family in name_parts(m.text) for m in names_outside(extraction, extraction.sentences[sentence].span))


def _has_pronoun(parse: Parse) -> bool:
    """Whether "he" or "she" is the subject of a verb of saying."""
    return any(
        t.text.lower() in {"he", "she"} and t.dep == "nsubj" and parse.tokens[t.head].lemma.lower() in SAYING
        for t in parse.tokens
    )


def _pairs(sayings: Sequence[Saying]) -> Iterator[tuple[Saying, Saying, float]]:
    """Statements in the same words of two speakers, in two documents. Copies under one name are compared once."""
    copies: dict[tuple[object, ...], list[Saying]] = defaultdict(list)
    for saying in sayings:
        keys = tuple(w.key for w in saying.words)
        copies[saying.speaker.id, keys, len(saying.quoted), saying.named, saying.claim.predicate].append(saying)
    kept = list(copies.values())
    for i, j in sorted(_candidates([same[0] for same in kept])):
        like = _likeness(kept[i][0], kept[j][0])
        if like:
            apart = ((a, b) for a, b in product(kept[i], kept[j]) if a.sentence.document != b.sentence.document)
            yield from ((a, b, like) for a, b in apart)


def _candidates(sayings: Sequence[Saying]) -> set[tuple[int, int]]:
    """Pairs of sayings that share as long a run of words as any ground for comparing them asks for."""
    index: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, saying in enumerate(sayings):
        for words, size, content in ((saying.words, _RUN, 2), (saying.quoted, _QUOTED_RUN, 1)):
            keys = [w.key for w in words]
            for at in range(len(keys) - size + 1):
                gram = tuple(keys[at : at + size])
                if sum(map(is_content, gram)) >= content:
                    index[gram].add(number)
    return {pair for numbers in index.values() for pair in combinations(sorted(numbers), 2)}


def _likeness(a: Saying, b: Saying) -> float:
    """How alike the statements are where the speakers cannot be one; else 0.0."""
    kinds = {a.speaker.kind, b.speaker.kind}
    if "other" in kinds:
        return _same_words(a, b) if exclude_each_other(a.speaker, b.speaker) else 0.0
    if _may_be_one(a, b):
        return 0.0
    if kinds != {"person"}:
        return _same_quoted(a, b)
    return _same_words(a, b) if min(_share_quoted(a), _share_quoted(b)) < _VERBATIM else 0.0


def _same_words(a: Saying, b: Saying) -> float:
    """The share of equal words, 0.0 when they are too few for one statement."""
    comparison = compare_words(a.words, b.words)
    if comparison is None or comparison.content < _CONTENT:
        return 0.0
    telling = any(sum(is_content(w.key) for w in run) > 1 for run in _runs(a.words, comparison, _RUN))
    share = comparison.matched / max(len(a.words), len(b.words))
    return share if telling and share >= _SHARE else 0.0


def _share_quoted(saying: Saying) -> float:
    return len(saying.quoted) / max(1, len(saying.words))


def _same_quoted(a: Saying, b: Saying) -> float:
    """The same of the words that both quote, for a person and an organisation; their predicate must be among them."""
    if {a.speaker.kind, b.speaker.kind} != {"person", "organisation"}:
        return 0.0
    comparison = compare_words(a.quoted, b.quoted)
    if comparison is None or comparison.content < _QUOTED_CONTENT:
        return 0.0
    runs = _runs(a.quoted, comparison, _QUOTED_RUN)
    predicate = any(same_stem(w.key, a.claim.predicate) for run in runs for w in run)
    share = comparison.matched / max(len(a.quoted), len(b.quoted))
    return share if predicate and a.claim.predicate == b.claim.predicate and share >= _QUOTED_SHARE else 0.0


def _runs(words: Sequence[Word], comparison: Comparison, least: int) -> list[Sequence[Word]]:
    return [words[i : i + size] for i, _, size in comparison.blocks if size >= least]


def _may_be_one(a: Saying, b: Saying) -> bool:
    """Whether the speakers may be one, printed in two ways, or one sentence names both."""
    x, y = name_parts(a.speaker.name), name_parts(b.speaker.name)
    return x[-1] in b.named or y[-1] in a.named or may_be_one_speaker(a.speaker, b.speaker)
