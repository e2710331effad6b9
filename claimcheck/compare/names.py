"""Compares two names part by part: the same, an innocent form of the same, a spelling of it, or another name.

String similarity of whole names cannot tell "Tara Raid" for Tara Reid from
Rana for Raghad Hussein, so parts are aligned first and each pair judged by what
can happen to a name in print: an initial, a nickname, a middle name or accent
dropped, another transliteration, a slip of the keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.compare.given_names import given_names
from claimcheck.compare.letters import fold, skeleton
from claimcheck.compare.parts import (
    GENERATION,
    PARTICLES,
    Aligned,
    PartKind,
    Parts,
    align_parts,
    bare_parts,
    compare_parts,
    compare_syllables,
    is_plural,
    join_written_apart,
    name_parts,
    name_words,
)
from claimcheck.compare.syllables import is_syllabic
from claimcheck.types import Name

__all__ = [
    "PARTICLES",
    "NameVerdict",
    "compare_names",
    "compare_parts",
    "given_names",
    "is_plural",
    "name_parts",
]

NameRelation = Literal["same", "compatible", "conflict", "unrelated"]
NameVerdictKind = Literal[
    "same",
    "punctuation",
    "diacritics",
    "shorter",
    "initial",
    "nickname",
    "order",
    "transliteration",
    "misspelling",
    "given-name",
    "different",
]


_GENERATIONS = {"junior": "jr", "senior": "sr"}


@dataclass(frozen=True, slots=True)
class NameVerdict:
    """What comparing two names says.

    `relation` is "conflict" for one name in two spellings and "unrelated" for two
    names. `differing` holds the aligned parts that are spelled differently, folded,
    the first name's first.
    """

    kind: NameVerdictKind
    relation: NameRelation
    reason: str
    differing: tuple[tuple[str, str], ...] = ()


def compare_names(a: Name, b: Name) -> NameVerdict:
    """What two names, without context, are to each other."""
    if a.text == b.text:
        return NameVerdict("same", "same", f"{a.text} is the same name")
    if fold(a.text) == fold(b.text):
        kind: NameVerdictKind = "same" if a.text.casefold() == b.text.casefold() else "diacritics"
        return NameVerdict(
            kind, "same" if kind == "same" else "compatible", f"{a.text} and {b.text} differ in accents or case alone"
        )
    left, right = name_parts(a.text), name_parts(b.text)
    if not left or not right:
        return NameVerdict("different", "unrelated", f"{a.text} and {b.text} share no part")
    if _of_two_generations(a.text, b.text):
        return NameVerdict("different", "unrelated", f"{a.text} and {b.text} are of two generations")
    return _compare(a.text, b.text, left, right)


def _compare(a: str, b: str, left: Parts, right: Parts) -> NameVerdict:
    """The verdict on two names by their parts as printed, then with those joined that one of them writes as one."""
    if "".join(left) == "".join(right):
        return NameVerdict("punctuation", "compatible", f"{a} and {b} differ in hyphens or spacing alone")
    verdict = _judge_in_order(a, b, left, right)
    if verdict.relation == "unrelated":
        words = name_words(a), name_words(b)
        joined = join_written_apart(*words), join_written_apart(words[1], words[0])
        if joined != words:
            return _judge_in_order(a, b, *map(bare_parts, joined))
    return verdict


def _of_two_generations(a: str, b: str) -> bool:
    """Whether both names say which of a line it is, and not the same: Jr. and Sr., II and III."""
    said = [{_GENERATIONS.get(word, word) for word in name_words(text)} & GENERATION for text in (a, b)]
    return all(said) and not said[0] & said[1]


def _judge_in_order(a: str, b: str, left: Parts, right: Parts) -> NameVerdict:
    """The verdict on two names, the one with fewer parts first to be fitted into the other."""
    if len(left) > len(right):
        verdict = _judge(b, a, right, left)
        return NameVerdict(verdict.kind, verdict.relation, verdict.reason, tuple((y, x) for x, y in verdict.differing))
    return _judge(a, b, left, right)


def _judge(a: str, b: str, left: Parts, right: Parts) -> NameVerdict:
    """The verdict on two names of which `left` has no more parts than `right`."""
    syllabic = is_syllabic(right) and (is_syllabic(left) or len(left) == 2)
    compare = compare_syllables if syllabic else compare_parts
    pairs = align_parts(left, right, syllabic=syllabic)
    verdicts = [(left[i], right[j], *compare(left[i], right[j])) for i, j in pairs]
    apart = [v for v in verdicts if v[2] == "different"]
    both = f"{a} and {b}"
    if apart:
        rest_agrees = len(verdicts) > len(apart) and left[-1] == right[-1]
        kind: NameVerdictKind = "given-name" if rest_agrees else "different"
        x, y = apart[0][:2]
        return NameVerdict(kind, "unrelated", f"{both}: {x.title()} and {y.title()} are different names")
    if len(left) < len(right) and not _is_short_form(left, right, pairs, syllabic=syllabic):
        return NameVerdict("different", "unrelated", f"{both} do not share their first and last parts")
    if two_given := _two_given_names(left, right, verdicts):
        x, y = two_given
        return NameVerdict("given-name", "unrelated", f"{x.title()} and {y.title()} are two well-known given names")
    spelled = tuple((x, y) for x, y, kind, _ in verdicts if kind in ("transliteration", "misspelling"))
    if not spelled:
        return _innocent(both, left, right, [v[2] for v in verdicts], pairs)
    slip = any(v[2] == "misspelling" for v in verdicts)
    shown = "; ".join(f"{x.title()} / {y.title()}" for x, y in spelled)
    how = "differ by a slip in one part" if slip else "spell one name in two ways"
    return NameVerdict("misspelling" if slip else "transliteration", "conflict", f"{both} {how}: {shown}", spelled)


def _is_short_form(left: Parts, right: Parts, pairs: Aligned, *, syllabic: bool) -> bool:
    """Whether `left` leaves out parts of `right` as short forms do: middle names, or all but the family name."""
    if len(left) == 1:
        return True
    matched = dict(pairs)
    first, last = matched[0] == 0, matched[len(left) - 1] == len(right) - 1
    if syllabic:
        # A given name of two syllables is never halved: "Jong Un" is one, "Kim Un" is nobody.
        return first != last and len(pairs) == len(left)
    # A first part too many ("Ali Barzan Ibrahim" beside "Barzan Ibrahim") is another person: a son, a brother.
    return first or matched[len(left) - 1] == 0


def _two_given_names(
    left: tuple[str, ...], right: tuple[str, ...], verdicts: list[tuple[str, str, PartKind, float]]
) -> tuple[str, str] | None:
    """The first parts, when both are well-known given names that do not sound alike (Mark and Mary)."""
    if len(left) == 1:
        return None
    for x, y, kind, _ in verdicts:
        first = x == left[0] and y == right[0]
        known = given_names()
        if first and kind == "misspelling" and x in known and y in known and skeleton(x) != skeleton(y):
            return x, y
    return None


def _innocent(
    both: str, left: tuple[str, ...], right: tuple[str, ...], kinds: list[PartKind], pairs: Aligned
) -> NameVerdict:
    if "nickname" in kinds:
        return NameVerdict("nickname", "compatible", f"{both}: one given name is short for the other")
    if "initial" in kinds:
        return NameVerdict("initial", "compatible", f"{both}: one gives an initial where the other gives the name")
    if len(left) < len(right):
        return NameVerdict("shorter", "compatible", f"{both}: one is the shorter form of the other")
    if [i for i, _ in pairs] != [j for _, j in pairs]:
        return NameVerdict("order", "compatible", f"{both} give the same parts in another order")
    return NameVerdict("punctuation", "compatible", f"{both} differ in particles or punctuation alone")
