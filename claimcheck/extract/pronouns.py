"""Who "he" and "she" are, where an article leaves no doubt.

The rules are few on purpose: a wrong name in a claim costs more than a pronoun.
Candidates are the persons named in the sentence before the pronoun, else the
subject of the sentence before it. Two candidates are no candidate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.extract.trees import SUBJECTS, Tree
from claimcheck.types import Mention, Name, Sentence, Span

PRONOUNS = {"he": "male", "she": "female"}
_GENDERS = {
    **dict.fromkeys(
        [
            "mr",
            "sir",
            "lord",
            "king",
            "prince",
            "father",
            "brother",
            "son",
            "husband",
            "spokesman",
            "chairman",
            "congressman",
        ],
        "male",
    ),
    **dict.fromkeys(
        [
            "mrs",
            "ms",
            "miss",
            "lady",
            "queen",
            "princess",
            "mother",
            "sister",
            "daughter",
            "wife",
            "spokeswoman",
            "chairwoman",
            "actress",
        ],
        "female",
    ),
}
_REACH = 2  # sentences back


def full_names(mentions: Sequence[Mention]) -> Mapping[Span, str]:
    """The fullest form of every person's name in the document, by the span of each mention.

    A lone family name stands for the full name that ends in it, if there is only one.
    """
    people = [(m, m.value) for m in mentions if isinstance(m.value, Name) and m.value.kind == "person"]
    by_last: dict[str, list[str]] = {}
    for _, name in people:
        if len(name.parts) > 1 and name.text not in by_last.setdefault(name.parts[-1].casefold(), []):
            by_last[name.parts[-1].casefold()].append(name.text)
    full: dict[Span, str] = {}
    for mention, name in people:
        longer = by_last.get(name.parts[-1].casefold(), []) if len(name.parts) == 1 else []
        full[mention.span] = longer[0] if len(longer) == 1 else name.text
    return full


@dataclass(slots=True)
class _State:
    """What the reader has in mind: recent sentences' persons, and the subject among them."""

    seen: list[tuple[int, frozenset[str], str]] = field(default_factory=list)  # sentence, persons, subject person
    genders: dict[str, str] = field(default_factory=dict)


def resolve_pronouns(
    sentences: Sequence[Sentence], trees: Sequence[Tree], mentions: Sequence[Mention], quoted: Sequence[Span]
) -> Mapping[tuple[int, int], str]:
    """(index of the sentence, token) → full name, for the subject pronouns that are safe."""
    names = full_names(mentions)
    people = [m for m in mentions if m.span in names]
    state = _State(genders=_genders(people, names))
    resolved: dict[tuple[int, int], str] = {}
    at = 0
    for index, (sentence, tree) in enumerate(zip(sentences, trees, strict=True)):
        inside: list[tuple[int, str]] = []
        while at < len(people) and people[at].span.start < sentence.span.end:
            tokens = tree.within(people[at].span.start - sentence.span.start, people[at].span.end - sentence.span.start)
            head = tree.head_of(tokens)
            if head is not None and people[at].span.start >= sentence.span.start:
                inside.append((head, names[people[at].span]))
            at += 1
        quotes = [q for q in quoted if q.overlaps(sentence.span)]
        resolved.update(_in_sentence(index, sentence, tree, inside, quotes, state))
        subject = next((n for i, n in inside if _root_subject(tree, i)), "")
        subject = (
            subject or next((resolved[index, r] for r in tree.children[tree.roots[0]] if (index, r) in resolved), "")
            if tree.roots
            else ""
        )
        state.seen.append((index, frozenset(n for _, n in inside) | ({subject} if subject else set()), subject))
    return resolved


def _in_sentence(
    index: int,
    sentence: Sentence,
    tree: Tree,
    inside: Sequence[tuple[int, str]],
    quotes: Sequence[Span],
    state: _State,
) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for token in tree.tokens:
        gender = PRONOUNS.get(token.text.lower())
        if gender is None or token.dep not in SUBJECTS:
            continue
        start = sentence.span.start + token.start
        if any(q.start <= start < q.end for q in quotes):
            continue
        name = _candidate(index, token.i, inside, state)
        if name and state.genders.get(name, gender) == gender:
            found[index, token.i] = name
            state.genders.setdefault(name, gender)
    return found


def _candidate(index: int, i: int, inside: Sequence[tuple[int, str]], state: _State) -> str:
    earlier = {name for j, name in inside if j < i}
    if earlier:
        return next(iter(earlier)) if len(earlier) == 1 else ""
    recent = [entry for entry in state.seen[-_REACH:] if entry[0] >= index - _REACH and entry[1]]
    if not recent:
        return ""
    _, persons, subject = recent[-1]
    return subject or (next(iter(persons)) if len(persons) == 1 else "")


def _root_subject(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.dep in SUBJECTS and token.head in tree.roots


def _genders(people: Sequence[Mention], names: Mapping[Span, str]) -> dict[str, str]:
    """Genders that a title gives away."""
    found: dict[str, str] = {}
    for mention in people:
        value = mention.value
        words = [w.strip(".") for t in value.titles for w in t.split()] if isinstance(value, Name) else []
        gender = next((_GENDERS[w] for w in words if w in _GENDERS), "")
        if gender:
            found[names[mention.span]] = gender
    return found
