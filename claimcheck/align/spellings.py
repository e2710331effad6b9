"""The spellings of one entity's name that stand against each other, and the mentions that print each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcheck.align.same_name import is_one_off, is_slip
from claimcheck.compare.gazetteer import one_place
from claimcheck.compare.letters import fold
from claimcheck.compare.names import NameVerdict, compare_names, is_plural, name_parts
from claimcheck.compare.words import is_regional
from claimcheck.types import Entity, Mention, Name

_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
_APOSTROPHE = re.compile(r"\w+(?:'s|s')(?= \w)")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to print the name, its fullest form, and every mention that prints it so."""

    text: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Spellings:
    """Two or more spellings of one name. `parts` are the words that differ, folded, one tuple a place in the name."""

    entity: Entity
    variants: tuple[Spelling, ...]
    parts: tuple[tuple[str, ...], ...]
    kind: str  # the verdict's kind; "house-style" when the world knows each spelling, "style" for capitals and spaces
    reason: str


def spellings_of(entity: Entity) -> Spellings | None:
    """How the entity's name is spelled in more than one way; None when every difference is innocent."""
    by_parts: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in entity.mentions:
        if isinstance(mention.value, Name):
            by_parts[name_parts(mention.value.text)].append(mention)
    verdicts = _conflicts(by_parts, person=entity.kind == "person")
    if not verdicts:
        return _apostrophes(entity, by_parts) or _style(entity)
    slots = _slots(verdicts)
    variants = _variants(by_parts, slots)
    if len(variants) < 2:
        return None
    kinds = {v.kind for v in verdicts}
    house = entity.kind == "place" and len(variants) == 2 and one_place(variants[0].text, variants[1].text)
    kind = "house-style" if house else ("misspelling" if "misspelling" in kinds else "transliteration")
    return Spellings(entity, variants, tuple(tuple(sorted(s)) for s in slots), kind, verdicts[0].reason)


def _apostrophes(entity: Entity, by_parts: Mapping[tuple[str, ...], Sequence[Mention]]) -> Spellings | None:
    """An apostrophe on either side of the s within a name: the Workers' Party, the Worker's Party."""
    for parts, mentions in by_parts.items():
        sides: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            if side := _APOSTROPHE.search(fold(mention.text)):
                sides[side[0]].append(mention)
        if len(parts) > 1 and len(sides) > 1:
            slot = tuple(sorted(sides))
            reason = f"{slot[0]} and {slot[1]} differ in where the apostrophe stands"
            return Spellings(
                entity, tuple(_spelling(m) for _, m in sorted(sides.items())), (slot,), "misspelling", reason
            )
    return None


def _style(entity: Entity) -> Spellings | None:
    """A capital inside a word, or a space, that some print and others do not: LaRue and Larue, DelVecchio."""
    printed: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in entity.mentions:
        words = mention.value.text.replace("-", " ").split() if isinstance(mention.value, Name) else []
        for size in (1, 2):
            for at in range(len(words) - size + 1):
                some = words[at : at + size]
                if all(_is_written_out(word) for word in some):
                    printed["".join(some).casefold()][" ".join(some)].append(mention)
    for forms in printed.values():
        if len(forms) > 1 and any(_INNER_CAPITAL.search(form) for form in forms):
            ways = sorted(forms)
            reason = f"{ways[0]} and {ways[1]} differ in a capital or a space alone"
            variants = tuple(_spelling(sorted(forms[way], key=lambda m: m.span)) for way in ways)
            return Spellings(entity, variants, (tuple(ways),), "style", reason)
    return None


def _is_written_out(word: str) -> bool:
    """Whether its capitals say something: not where all letters are capitals, as in a headline or an acronym."""
    return word.isalpha() and word[:1].isupper() and len(word) > 1 and not word.isupper()


def _conflicts(by_parts: Mapping[tuple[str, ...], Sequence[Mention]], *, person: bool) -> tuple[NameVerdict, ...]:
    found = []
    for a, b in combinations(sorted(by_parts), 2):
        x, y = by_parts[a][0].value, by_parts[b][0].value
        if not isinstance(x, Name) or not isinstance(y, Name):
            continue
        verdict = compare_names(x, y)
        if is_plural(a[-1], b[-1]) and not is_slip(a[-1], b[-1]):
            continue
        if any(is_regional(*pair) for pair in verdict.differing):
            continue
        slip = all(is_slip(*p) or (person and is_one_off(*p)) for p in verdict.differing)
        if verdict.relation == "conflict" and (len(a) > 1 < len(b) or slip):
            found.append(verdict)
        elif verdict.relation != "same" and len(a) == len(b) == 1 and (is_slip(*a, *b) or one_place(x.text, y.text)):
            reason = f"{x.text} and {y.text} are two spellings of one name"
            found.append(NameVerdict("misspelling", "conflict", reason, ((a[0], b[0]),)))
    return tuple(found)


def _slots(verdicts: Sequence[NameVerdict]) -> tuple[frozenset[str], ...]:
    """The words that stand for each other, grouped: {gitanas, gitan}."""
    groups: list[set[str]] = []
    for pair in (p for v in verdicts for p in v.differing):
        touching = [g for g in groups if g & set(pair)]
        merged = set(pair).union(*touching)
        groups = [g for g in groups if g not in touching] + [merged]
    return tuple(frozenset(g) for g in groups)


def _variants(
    by_parts: Mapping[tuple[str, ...], Sequence[Mention]], slots: Sequence[frozenset[str]]
) -> tuple[Spelling, ...]:
    """The mentions by the words they put in the disputed places; a form that fills fewer places joins what it fits."""
    signed = {parts: tuple(_filling(parts, slot) for slot in slots) for parts in by_parts}
    whole = sorted({s for s in signed.values() if any(s)}, key=lambda s: (-sum(x is not None for x in s), str(s)))
    kept: list[tuple[str | None, ...]] = []
    homes: dict[tuple[str | None, ...], tuple[str | None, ...]] = {}
    for signature in whole:
        fitting = [k for k in kept if all(x in (None, y) for x, y in zip(signature, k, strict=True))]
        homes[signature] = fitting[0] if fitting else signature
        if not fitting:
            kept.append(signature)
    mentions: dict[tuple[str | None, ...], list[Mention]] = defaultdict(list)
    for parts, signature in signed.items():
        if signature in homes:
            mentions[homes[signature]].extend(by_parts[parts])
    return tuple(_spelling(sorted(found, key=lambda m: m.span)) for _, found in sorted(mentions.items(), key=str))


def _filling(parts: tuple[str, ...], slot: frozenset[str]) -> str | None:
    """The word of a name that stands in a disputed place, a plural ("the Kennedys") taken for its singular."""
    found = next((p for p in (*parts, " ".join(parts)) if p in slot), None)
    last = found == parts[-1]
    if (
        found is not None
        and last
        and found[:-1] in slot
        and is_plural(found, found[:-1])
        and not is_slip(found, found[:-1])
    ):
        return found[:-1]
    return found


def _spelling(mentions: Sequence[Mention]) -> Spelling:
    texts = Counter(" ".join(m.text.split()) for m in mentions)
    best = max(texts, key=lambda t: (len(t.split()) > 1, not t.isupper(), texts[t], len(t), t))
    return Spelling(best, tuple(mentions))
