"""Who "he" and "she" are, where an article leaves no doubt.

The rules are few on purpose: a wrong name in a claim costs more than a pronoun.
Candidates are the persons named in the sentence before the pronoun, else the
subject of one of the two sentences before it. Two candidates are no candidate, and
whoever is named only inside a quotation or inside what "he" says is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.extract.lexicon import words
from claimcheck.extract.trees import SUBJECTS, Tree
from claimcheck.types import Mention, Name, Sentence, Span

PRONOUNS = {"he": "male", "she": "female"}
_MALE = words("mr sir lord king prince father brother son husband spokesman chairman congressman")
_FEMALE = words("mrs ms miss lady queen princess mother sister daughter wife spokeswoman chairwoman actress")
_REACH = 2  # sentences back
_NEAREST = 20  # persons before the pronoun that are looked at: prose never has so many in one sentence


def full_names(mentions: Sequence[Mention]) -> Mapping[Span, str]:
    """The fullest form of every person's name in the document, by the span of each mention.

    A lone family name stands for the full name that ends in it, if there is only one, and so does a
    lone given name for the one that begins with it.
    """
    people = [(m, m.value) for m in mentions if isinstance(m.value, Name) and m.value.kind == "person"]
    by_last: dict[str, set[str]] = {}
    by_first: dict[str, set[str]] = {}
    for _, name in people:
        if len(name.parts) > 1:
            by_last.setdefault(name.parts[-1].casefold(), set()).add(name.text)
            by_first.setdefault(name.parts[0].casefold(), set()).add(name.text)
    full: dict[Span, str] = {}
    for mention, name in people:
        lone = name.parts[-1].casefold() if len(name.parts) == 1 else ""
        longer = by_last.get(lone) or by_first.get(lone) or set()
        full[mention.span] = next(iter(longer)) if len(longer) == 1 else name.text
    return full


@dataclass(frozen=True, slots=True)
class _Person:
    """A person named outside quotation marks: the head token and the full name."""

    token: int
    name: str


@dataclass(slots=True)
class _Memory:
    """What a reader has in mind: who was named in each sentence, who was its subject, and known genders."""

    named: list[frozenset[str]] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)


def resolve_pronouns(
    sentences: Sequence[Sentence], trees: Sequence[Tree], mentions: Sequence[Mention], quoted: Sequence[Span]
) -> Mapping[tuple[int, int], str]:
    """(index of the sentence, token) → full name, for the subject pronouns that are safe."""
    names = full_names(mentions)
    memory = _Memory(genders=_genders(mentions, names))
    resolved: dict[tuple[int, int], str] = {}
    people = [m.span for m in mentions if m.span in names]
    placed = _by_sentence(sentences, people)
    marks = _by_sentence(sentences, quoted)
    for index, (sentence, tree) in enumerate(zip(sentences, trees, strict=True)):
        quotes = [quoted[q] for q in marks[index]]
        inside = tuple(_persons(sentence, tree, [people[p] for p in placed[index]], names, quotes))
        found: dict[int, str] = {}
        for i, gender in _pronouns(sentence, tree, quotes):
            name = _candidate(tree, i, inside, memory)
            if name and memory.genders.setdefault(name, gender) == gender:
                found[i] = name
        subject = next((found[i] for i in found if _main_subject(tree, i)), "")
        subject = subject or next((p.name for p in inside if _main_subject(tree, p.token)), "")
        memory.named.append(frozenset(p.name for p in inside) | frozenset(found.values()))
        memory.subjects.append(subject)
        resolved.update({(index, i): name for i, name in found.items()})
    return resolved


def _by_sentence(sentences: Sequence[Sentence], spans: Sequence[Span]) -> list[list[int]]:
    """For each sentence the indices of the spans, in text order, that share a character with it."""
    found: list[list[int]] = [[] for _ in sentences]
    at = 0
    for item in sorted(range(len(spans)), key=spans.__getitem__):
        while at < len(sentences) and sentences[at].span.end <= spans[item].start:
            at += 1
        for k in range(at, len(sentences)):  # a quotation may run over several sentences
            if sentences[k].span.start >= spans[item].end:
                break
            found[k].append(item)
    return found


def _persons(
    sentence: Sentence, tree: Tree, people: Sequence[Span], names: Mapping[Span, str], quoted: Sequence[Span]
) -> Iterator[_Person]:
    for span in people:
        start = sentence.span.start
        head = tree.head_of(tree.within(span.start - start, span.end - start))
        if head is not None and not any(q.overlaps(span) for q in quoted):
            yield _Person(head, names[span])


def _pronouns(sentence: Sentence, tree: Tree, quoted: Sequence[Span]) -> Iterator[tuple[int, str]]:
    for token in tree.tokens:
        gender = PRONOUNS.get(token.text.lower())
        start = sentence.span.start + token.start
        if gender and token.dep in SUBJECTS and not any(q.start <= start < q.end for q in quoted):
            yield token.i, gender


def _candidate(tree: Tree, i: int, inside: Sequence[_Person], memory: _Memory) -> str:
    """The one person a pronoun can mean; "" where there is none or a choice."""
    saying = tree.tokens[i].head
    before = [p for p in inside if p.token < i][-_NEAREST:]
    earlier = {p.name for p in before if not _said(tree, p.token, saying)}
    if earlier:
        return next(iter(earlier)) if len(earlier) == 1 else ""
    if any(_rival(tree, j, i) and not _said(tree, j, saying) for j in range(i)):
        return ""  # someone or something else in the sentence may be meant
    for named, subject in zip(memory.named[: -_REACH - 1 : -1], memory.subjects[: -_REACH - 1 : -1], strict=True):
        if named:
            return subject or (next(iter(named)) if len(named) == 1 else "")
    return ""


def _rival(tree: Tree, j: int, i: int) -> bool:
    """Whether a token before the pronoun could be what it stands for: a subject, or a name that nobody recognised."""
    token = tree.tokens[j]
    if token.dep in SUBJECTS and token.pos in {"NOUN", "PROPN"}:
        return True
    return token.pos == "PROPN" and token.dep in {"dobj", "dative", "pobj"} and not _main_subject(tree, i)


def _said(tree: Tree, i: int, verb: int) -> bool:
    """Whether a token stands in the clause that is the object of the verb."""
    below = i
    for above in tree.ancestors(i):
        if above == verb:
            return tree.tokens[below].dep in {"ccomp", "parataxis"}
        below = above
    return False


def _main_subject(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.dep in SUBJECTS and token.head in tree.roots


def _genders(mentions: Sequence[Mention], names: Mapping[Span, str]) -> dict[str, str]:
    """Genders that a title gives away."""
    found: dict[str, str] = {}
    for mention in mentions:
        if mention.span not in names or not isinstance(mention.value, Name):
            continue
        titles = {w.strip(".") for t in mention.value.titles for w in t.split()}
        if titles & _MALE:
            found[names[mention.span]] = "male"
        elif titles & _FEMALE:
            found[names[mention.span]] = "female"
    return found
