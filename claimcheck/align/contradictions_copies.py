"""Sentences that are alike word for word and differ in one word that turns what they say.

Four kinds of change: a word for its opposite ("before" / "after", "national" / "local"), a word that takes
part of it back ("a former test site" / "a test site"), one named party for another, and another number
behind one designator ("Flight 370" / "Flight 307").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.align.contradictions_base import (
    Contradiction,
    Ground,
    Side,
    one_voice,
    pinpoint,
    sentence_number,
    token_at,
)
from claimcheck.align.echoes import Echo, Line, find_echoes
from claimcheck.compare.opposites import Opposition, antonyms, opposition
from claimcheck.compare.quotations import Change
from claimcheck.compare.words import word_set
from claimcheck.types import Claim, Entity, Extraction, Span, Token

_IDENTITY = 0.7  # of the words that lie on each other
_IDENTITY_LIMITED = 0.6
_RUN = 4  # equal words around the change, before and after it together
_CONTENT = 4  # equal words of content
_SHOWN = 7  # words on either side that are shown
_LONGEST = 3  # words of a change
_SHARE = 0.5  # of the shorter sentence's words that lie between the first and the last equal one

# What takes part of a thing or an act back. "So-called" and "alleged" are hedges and belong to CC503.
_LIMITS = word_set("former attempted partial partially partly abortive aborted failed disused mock fake replica")
# Words that name a thing by the number behind them.
_DESIGNATORS = word_set(
    "flight route highway interstate section article bill resolution room gate exit platform bus train line unit "
    "apartment case lot bay pier hangar proposition amendment act chapter title runway channel motorway road"
)
# What a change may hold beside the word that counts.
_SMALL = word_set(
    "a an the of to in on at by for with and or that this its his her their was were is are be been has have had"
)


Verdict = tuple[Ground, str]  # what kind of contradiction, and what clashes in words


@dataclass(frozen=True, slots=True)
class _Scene:
    extractions: Mapping[str, Extraction]
    entities: Mapping[Span, Entity]


def find_in_copies(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> Iterator[Contradiction]:
    """Every contradiction between two sentences in nearly the same words."""
    scene = _Scene(
        {e.document.id: e for e in extractions}, {m.span: entity for entity in entities for m in entity.mentions}
    )
    for echo in find_echoes(extractions):
        if echo.comparison.content >= _CONTENT:
            for change in echo.comparison.changes:
                if change.before + change.after >= _RUN and not _both_quoted(echo, change):
                    yield from _read(scene, echo, change)


def _one_voice(scene: _Scene, echo: Echo, change: Change) -> bool:
    """Whether the words that differ are not in the mouths of two speakers."""
    claims = [_claims_at(scene, line, where) for line, where in _sides(echo, change)]
    return any(one_voice(a, b) for a in claims[0] for b in claims[1]) or not all(claims)


def _claims_at(scene: _Scene, line: Line, where: tuple[int, int]) -> list[Claim]:
    if where[0] == where[1]:
        return []
    span = line.span(*where)
    extraction = scene.extractions[line.document]
    return [c for c in extraction.claims if c.span.document == span.document and any(s.contains(span) for s in c.spans)]


def _read(scene: _Scene, echo: Echo, change: Change) -> Iterator[Contradiction]:
    for reader in (_opposed, _limited, _designated, _another_party):
        found = reader(scene, echo, change)
        if found is not None and _one_voice(scene, echo, change):
            yield _contradiction(scene, echo, change, found)
            return


def _both_quoted(echo: Echo, change: Change) -> bool:
    """Whether the change lies inside quotation marks on both sides: an altered quotation, which has its own rule."""
    return all(any(line.quoted[start:end]) for line, (start, end) in _sides(echo, change))


def _sides(echo: Echo, change: Change) -> tuple[tuple[Line, tuple[int, int]], tuple[Line, tuple[int, int]]]:
    return (echo.a, change.a), (echo.b, change.b)


def _keys(line: Line, where: tuple[int, int]) -> list[str]:
    return [w.key for w in line.words[where[0] : where[1]]]


def _share(echo: Echo) -> float:
    """How much of the shorter sentence lies on the other."""
    ranges = echo.comparison.a, echo.comparison.b
    return min(
        1.0, max((end - start) / len(line.words) for (start, end), line in zip(ranges, (echo.a, echo.b), strict=True))
    )


def _telling(line: Line, where: tuple[int, int]) -> list[int]:
    """The words of a change that are no small words."""
    return [i for i in range(*where) if line.words[i].key not in _SMALL]


# ------------------------------------------------------------------- a word for its opposite


def _opposed(scene: _Scene, echo: Echo, change: Change) -> Verdict | None:
    if echo.comparison.identity < _IDENTITY or _share(echo) < _SHARE:
        return None
    words = [_telling(line, where) for line, where in _sides(echo, change)]
    if any(len(w) != 1 for w in words):
        return None
    tokens = [_token(scene, line, w[0]) for (line, _), w in zip(_sides(echo, change), words, strict=True)]
    if tokens[0] is None or tokens[1] is None or tokens[0].pos == "PROPN" or tokens[1].pos == "PROPN":
        return None
    found = _opposition(tokens[0], tokens[1])
    if found is None or found.follows or _against_a_third(echo, tokens[0], tokens[1]):
        return None
    return "opposed", f"The sentences are alike but for “{tokens[0].text}” and “{tokens[1].text}”."


def _against_a_third(echo: Echo, a: Token, b: Token) -> bool:
    """Whether one of them is opposed to a word of both sentences: beside "international", "national" is "local"."""
    shared = {w.key for w in echo.a.words} & {w.key for w in echo.b.words}
    return any(key in antonyms().get((t.pos, t.lemma.lower()), ()) for key in shared for t in (a, b))


def _opposition(a: Token, b: Token) -> Opposition | None:
    alike = a.pos == b.pos or {a.pos, b.pos} <= {"ADP", "ADV", "SCONJ", "PART"}
    by_lemma = opposition(a.lemma, b.lemma, a.pos) if alike else None
    return by_lemma or opposition(a.text, b.text, a.pos)


def _token(scene: _Scene, line: Line, word: int) -> Token | None:
    extraction = scene.extractions[line.document]
    return token_at(extraction, sentence_number(extraction, line.sentence), line.span(word, word + 1).start)


# ------------------------------------------------------------------- a word that takes part of it back


def _limited(scene: _Scene, echo: Echo, change: Change) -> Verdict | None:
    if echo.comparison.identity < _IDENTITY_LIMITED:
        return None
    limits = [[i for i in range(*where) if line.words[i].key in _LIMITS] for line, where in _sides(echo, change)]
    if sorted(map(len, limits)) != [0, 1] or max(len(_telling(*side)) for side in _sides(echo, change)) > _LONGEST:
        return None
    line, number = (echo.a, limits[0][0]) if limits[0] else (echo.b, limits[1][0])
    other = echo.b if limits[0] else echo.a
    limit = _token(scene, line, number)
    if limit is None or limit.dep not in {"amod", "advmod"} or _is_of_a_person(scene, line, number):
        return None
    if line.words[number].key in {w.key for w in other.words}:
        return None
    return "limited", f"One sentence says “{limit.text}”, which takes part of it back, and its copy does not."


def _is_of_a_person(scene: _Scene, line: Line, word: int) -> bool:
    """Whether the words behind it are of a person: "former president" is a matter of dates."""
    extraction = scene.extractions[line.document]
    people = [m.span for m in extraction.mentions_in(line.sentence.span) if m.kind in {"person", "organisation"}]
    return any(0 <= span.start - line.span(word, word + 1).end < _NEAR for span in people)


_NEAR = 60  # characters from "former" to the name


# ------------------------------------------------------------------- another number behind one designator


def _designated(_scene: _Scene, echo: Echo, change: Change) -> Verdict | None:
    if change.nature != "figure" or any(end - start != 1 for start, end in (change.a, change.b)):
        return None
    before = {line.words[start - 1].key if start else "" for line, (start, _) in _sides(echo, change)}
    if len(before) != 1 or not before <= _DESIGNATORS:
        return None
    return "designation", f"The sentences are alike but for the number of the {before.pop()}."


# ------------------------------------------------------------------- one named party for another


def _another_party(scene: _Scene, echo: Echo, change: Change) -> Verdict | None:
    if echo.comparison.identity < _IDENTITY or _share(echo) < _SHARE:
        return None
    if not all(_telling(line, where) for line, where in _sides(echo, change)):
        return None
    x, y = (_party(scene, line, where) for line, where in _sides(echo, change))
    if x is None or y is None or x.id == y.id or "person" in (x.kind, y.kind) or x.kind == y.kind == "place":
        return None
    if not _are_two(scene, x, y):
        return None
    return "party", f"The sentences are alike but for {x.name} and {y.name}."


def _party(scene: _Scene, line: Line, where: tuple[int, int]) -> Entity | None:
    """The entity that a change names, when it holds nothing else."""
    words = _telling(line, where)
    named = line.span(words[0], words[-1] + 1)
    return next(
        (
            scene.entities[m.span]
            for m in scene.extractions[line.document].mentions_in(line.sentence.span)
            if m.span in scene.entities and m.span.contains(named)
        ),
        None,
    )


def _are_two(scene: _Scene, x: Entity, y: Entity) -> bool:
    """Whether an article names the two side by side: a club and its city, a body and its initials never are."""
    pairs = ((m.span, n.span) for m in x.mentions for n in y.mentions if m.span.document == n.span.document)
    return any(_SIDE_BY_SIDE.fullmatch(_between(scene, *sorted(pair))) for pair in pairs)


def _between(scene: _Scene, first: Span, second: Span) -> str:
    return scene.extractions[first.document].document.text[first.end : second.start]


_SIDE_BY_SIDE = re.compile(r"\s*,?\s+(?:and|or|nor|against|versus|vs\.?)\s+(?:the\s+)?", re.IGNORECASE)


def _contradiction(scene: _Scene, echo: Echo, change: Change, found: Verdict) -> Contradiction:
    before, after = min(change.before, _SHOWN), min(change.after, _SHOWN)
    sides = []
    for line, (start, end) in _sides(echo, change):
        first, last = max(0, start - before), min(len(line.words), end + after)
        extraction = scene.extractions[line.document]
        claims = [pinpoint(c, extraction) for c in _claims_at(scene, line, (start, end))]
        changed = line.span(start, end) if start < end else line.span(first, last)
        shown = min((c for c in claims if c.contains(changed)), key=len, default=line.span(first, last))
        sides.append(Side(_printed(extraction, line, (start, end)), (shown,)))
    return Contradiction(found[0], sides[0], sides[1], echo.comparison.identity, found[1])


def _printed(extraction: Extraction, line: Line, where: tuple[int, int]) -> str:
    """The words of a change as printed; a dash for none."""
    start, end = where
    if start == end:
        return "—"
    span = line.span(start, end)
    return " ".join(extraction.document.text[span.start : span.end].split())
