"""Whether two times are said of one occasion: of what happened, not only of whom it happened to.

Articles about one event tell of many things on many days: a man is charged on Saturday and appears in
court on Monday. The people and the places are the same, the sentences are alike, and only the verb
tells that these are two occasions. So times are set against each other only where both give
the same verb or the day of the same noun ("the July 11 summit", "a summit next week"), where the words
next to them are the same, or where two verbs say who did what to one and the same thing
("will meet the Steelers on Sunday", "will take on the Steelers on Tuesday").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product, takewhile

from claimcheck.align.candidates import words_of
from claimcheck.align.vetoes import run
from claimcheck.types import Argument, Extraction, Ledger, Time, Value

_WINDOW = 4  # words on either side that are looked at
_COPIED = 3  # of them in a row, on one side, that mark a sentence copied but for the time
_STEM = 4  # letters that a verb and its noun share at least ("announce", "announcement")
_LIGHT = frozenset({"be", "have", "do", "make", "take", "get", "go", "come", "give", "hold"})  # verbs that say little
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "these", "those"})

_EVERY, _EACH = (("every",), ("each",)), frozenset({"every", "each"})
_WHERE = frozenset({"in", "at", "near", "from", "outside"})  # a town may be named, or its state
_NAME = re.compile(r"\b[A-Z][\w'’-]*[a-z]\b")
_PREPOSITIONS = (("on",), ("in",), ("at",), ("by",), ("until",), ("since",), ("from",))


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a time is said of: the verb, the nouns between, who did what to whom, the words beside it, its hour."""

    predicate: str
    path: frozenset[str]
    agents: frozenset[str]
    patients: frozenset[str]
    others: frozenset[str]
    doers: frozenset[str]  # the words of names in the agents
    targets: frozenset[str]  # the words of names in what it is done to, places left out
    objects: frozenset[str]  # the words of names in that and in where, when and why
    before: tuple[str, ...]  # nearest first, the time's own preposition left out
    after: tuple[str, ...]
    clock: tuple[int, int] | None = None
    recurring: bool = False  # "the second Tuesday of every month"
    doubtful: bool = False  # its claim has another day: "as promised on Tuesday, it released the patch today"


def occasion(value: Value, extraction: Extraction) -> Occasion:
    """What the time of `value` is said of."""
    mention, claim = value.mention.span, value.claim
    sentence, text = extraction.sentences[claim.sentence].span, extraction.document.text
    own = frozenset(words_of(value.mention.text)) | frozenset(value.mention.text.casefold().split())
    before = tuple(reversed(words_of(text[sentence.start : mention.start])))
    after = words_of(text[mention.end : sentence.end])
    arguments = [a for a in claim.arguments if not mention.contains(a.span)]
    return Occasion(
        predicate=claim.predicate,
        path=frozenset(word for word in value.frame.path if word.casefold() not in own) - {claim.predicate}
        | frozenset(_described(value, extraction)),
        agents=_heads(arguments, own, "agent"),
        patients=_heads(arguments, own, "patient"),
        others=_heads(arguments, own),
        doers=_names(a for a in arguments if a.role == "agent"),
        targets=_names(a for a in arguments if a.role not in _WHERE | {"agent"}),
        objects=_names(a for a in arguments if a.role != "agent"),
        before=before[before[:1] in _PREPOSITIONS :][:_WINDOW],
        after=after[:_WINDOW],
        doubtful=any(_is_day(f.mention.value) and f.mention != value.mention for f in claim.frames),
        recurring=before[:1] in _EVERY or bool(_EACH.intersection(after[:2])),
        clock=value.mention.value.clock if isinstance(value.mention.value, Time) else None,
    )


def _described(value: Value, extraction: Extraction) -> Iterator[str]:
    """The noun that the time describes, whatever the parse makes of it: "its November 22 release date"."""
    number, span = value.claim.sentence, value.mention.span
    start, tokens = extraction.sentences[number].span.start, extraction.parses[number].tokens
    before = [t for t in tokens if start + t.end <= span.start][-1:]
    after = [t for t in tokens if start + t.start >= span.end]
    nouns = list(takewhile(lambda t: t.pos in ("NOUN", "PROPN"), after))
    if nouns and any(t.tag in ("DT", "PRP$", "POS") for t in before):
        yield nouns[-1].lemma


def _heads(arguments: Iterable[Argument], own: frozenset[str], role: str = "") -> frozenset[str]:
    """The heads of the arguments, names with their capital; pronouns and the time's own words are none."""
    heads = (a.head for a in arguments if role in ("", a.role))
    return frozenset(head for head in heads if head.casefold() not in _PRONOUNS | own)


def _names(arguments: Iterable[Argument]) -> frozenset[str]:
    return frozenset(word for a in arguments for word in _NAME.findall(a.text))


def _is_day(value: object) -> bool:
    return isinstance(value, Time) and value.granularity in ("day", "part-of-day") and value.clock is None


def is_one_occasion(a: Occasion, b: Occasion) -> bool:
    """Whether two times can be of one thing that happened. Symmetric."""
    if a.recurring != b.recurring or (a.predicate == b.predicate and _are_two_deeds(a, b)):
        return False
    if max(run(a.before, b.before), run(a.after, b.after)) >= _COPIED:
        return True
    return not (a.doubtful or b.doubtful) and (
        _say_one_verb(a, b) or bool(a.path & b.path) or _are_done_to_one(a, b) or _are_one_hour(a, b)
    )


def _say_one_verb(a: Occasion, b: Occasion) -> bool:
    """Whether both say one verb, be it as a noun ("announced", "the announcement"); a light one needs a noun too."""
    if a.predicate == b.predicate:
        return a.predicate not in _LIGHT or bool(a.others & b.others)
    if a.predicate in b.path or b.predicate in a.path:
        return not {a.predicate, b.predicate} & _LIGHT
    short, long = sorted((a.predicate, b.predicate), key=len)
    return len(short) >= _STEM and long.startswith(short.removesuffix("e"))


def _are_two_deeds(a: Occasion, b: Occasion) -> bool:
    """Whether one verb is said of two named people or things: he signed Smith, he signed Jones."""
    if a.patients & b.patients:
        return False
    patients = [frozenset(head for head in heads if head[:1].isupper()) for heads in (a.patients, b.patients)]
    if _are_two(*patients) or _are_two(a.targets, b.targets):
        return True
    return _are_two(a.doers, b.doers) and not a.objects & b.objects


def _are_two(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and not a & b


def _are_done_to_one(a: Occasion, b: Occasion) -> bool:
    """Whether something is done to one thing by one agent; to somebody of one name, by one that may not be told."""
    shared = a.patients & b.patients
    untold = (not a.agents or not b.agents) and any(head[:1].isupper() for head in shared)
    return bool(shared) and (untold or bool(a.agents & b.agents))


def _are_one_hour(a: Occasion, b: Occasion) -> bool:
    """Whether two clock times are the same but for the day, or of one person at one named place."""
    if a.clock is None or b.clock is None:
        return False
    person = {head for head in (a.agents | a.patients) & (b.agents | b.patients) if head[:1].isupper()}
    return a.clock == b.clock or (bool(person) and bool(a.objects & b.objects - person - a.doers - b.doers))


def by_occasion(values: Sequence[Value], ledger: Ledger) -> tuple[tuple[Value, ...], ...]:
    """The values of one fact, parted where no chain of times of one occasion leads from one to another."""
    told = _told(values, ledger)
    groups: list[tuple[int, ...]] = []
    for i in range(len(values)):
        touching = [g for g in groups if any(is_one_occasion(told[i], told[j]) for j in g)]
        groups = [g for g in groups if g not in touching] + [tuple(sorted((i, *(j for g in touching for j in g))))]
    return tuple(tuple(values[i] for i in group) for group in sorted(groups))


def meet(here: Sequence[Value], there: Sequence[Value], ledger: Ledger) -> bool:
    """Whether times of two camps are of one occasion themselves, not only through others."""
    return any(is_one_occasion(a, b) for a, b in product(_told(here, ledger), _told(there, ledger)))


def _told(values: Sequence[Value], ledger: Ledger) -> list[Occasion]:
    return [occasion(value, ledger.extraction(value.mention.span.document)) for value in values]
