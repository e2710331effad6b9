"""Compares two names part by part: the same, an innocent form of the same, a spelling of it, or another name.

String similarity of whole names cannot tell "Tara Raid" for Tara Reid from
Rana for Raghad Hussein, so parts are aligned first and each pair judged by what
can happen to a name in print: an initial, a nickname, a middle name or accent
dropped, another transliteration, a slip of the keys.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import OSA

from claimcheck.compare.letters import fold, skeleton, sound
from claimcheck.compare.words import word_set
from claimcheck.types import Name

if TYPE_CHECKING:
    from nicknames import NickNamer

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


PartKind = Literal["same", "initial", "nickname", "transliteration", "misspelling", "different"]

# Words inside names that carry little of who it is, and come and go between sources.
PARTICLES = word_set(
    """
    al el ul ur ar as ad an ash az at bin ibn ben bint abu de del della di da dos das du la le los las van von
    der den ter ten zu zum y e af
    """
)
GENERATION = word_set("jr sr ii iii iv junior senior")
_SHORT = 3  # parts this short do not carry enough letters to be misspelled recognisably


@cache
def _nicknames() -> NickNamer:
    from nicknames import NickNamer  # noqa: PLC0415 (reads a table: only when a pair of given names differs)

    return NickNamer()


@cache
def given_names() -> frozenset[str]:
    """Given names of English, with their short forms, as the `nicknames` package knows them."""
    from nicknames import name_triplets  # noqa: PLC0415 (as above)

    return frozenset(fold(name) for t in name_triplets() for name in (t.name1, t.name2))


@lru_cache(maxsize=65536)
def name_parts(text: str) -> tuple[str, ...]:
    """The folded parts of a name, hyphens opened, particles and "Jr." left out unless nothing else remains."""
    words = [w.strip("'") for w in re.findall(r"[^\W\d_](?:[^\W_]|')*", fold(text).replace("-", " "))]
    joined = re.sub(r"\babd (?:al|el|ul|ur|ar) ", "abd ", " ".join(w.replace("'", "") for w in words)).split()
    kept = tuple(w for w in joined if w not in PARTICLES and w not in GENERATION)
    return kept or tuple(joined)


@lru_cache(maxsize=65536)
def _are_nicknames(a: str, b: str) -> bool:
    names = _nicknames()
    known = (names.nicknames_of(a) | names.canonicals_of(a), names.nicknames_of(b) | names.canonicals_of(b))
    return b in known[0] or a in known[1] or bool(names.canonicals_of(a) & names.canonicals_of(b))


@lru_cache(maxsize=65536)
def compare_parts(a: str, b: str) -> tuple[PartKind, float]:
    """How two folded parts relate, and how alike they are, 0 to 1."""
    a, b = _without_article(a, b), _without_article(b, a)
    if a == b:
        return "same", 1.0
    if min(len(a), len(b)) == 1:
        return ("initial", 0.9) if a[0] == b[0] else ("different", 0.0)
    heard = max(OSA.normalized_similarity(a, b), OSA.normalized_similarity(sound(a), sound(b)))
    bones = skeleton(a)
    if bones == skeleton(b) and len(bones) > 1 and (len(bones) > 2 or heard >= 0.7):
        return "transliteration", max(0.9, heard)
    if _are_nicknames(a, b) or _shortened(a, b) or _shortened(b, a):
        return "nickname", 0.95
    return _compare_letters(a, b, heard)


def _compare_letters(a: str, b: str, heard: float) -> tuple[PartKind, float]:
    """A slip, another spelling, a short form, or another name, by letters alone."""
    distance, shortest, longest = OSA.distance(a, b), min(len(a), len(b)), max(len(a), len(b))
    opens_alike = a[0] == b[0]
    one_slip = distance == 1 and shortest > _SHORT and (opens_alike or shortest > 5)
    if one_slip or (distance == 2 and shortest > 6 and opens_alike):
        return "misspelling", 1 - distance / longest
    if heard >= 0.72 and shortest > _SHORT and sound(a)[:1] == sound(b)[:1]:
        return "transliteration", heard
    if shortest > _SHORT and (a.startswith(b) or b.startswith(a)) and longest - shortest <= 4:
        # Short forms have four letters at most or are known ones: "Gitan" is no way to call Gitanas.
        return ("nickname", 0.7) if shortest == 4 else ("misspelling", 0.75)
    return "different", heard


def _without_article(part: str, other: str) -> str:
    """`part` without an Arabic article written into it (Elkaddafi), when the other has none."""
    return part[2:] if part[:2] in ("al", "el") and len(part) > 6 and part[0] != other[0] else part


def _shortened(short: str, full: str) -> bool:
    """Whether `short` is `full` without its vowels, as clerks write it (Mohd for Mohammed, Wm for William)."""
    if not 2 <= len(short) < len(full) - 1 or short[0] != full[0] or short[-1] != full[-1]:
        return False
    letters = iter(full)
    return len(short) <= 4 and sum(c in "aeiou" for c in short) < 2 and all(c in letters for c in short)


def is_plural(a: str, b: str) -> bool:
    """Whether one word is the other with an s: the Klitschkos, a Tony Award."""
    return a + "s" == b or b + "s" == a


Aligned = tuple[tuple[int, int], ...]


@lru_cache(maxsize=65536)
def align_parts(a: tuple[str, ...], b: tuple[str, ...]) -> Aligned:
    """The pairs (index in a, index in b) that belong together, most alike first, nearest places breaking ties."""
    pairs = sorted(
        (
            (-compare_parts(x, y)[1], abs(i / len(a) - j / len(b)), i, j)
            for i, x in enumerate(a)
            for j, y in enumerate(b)
        ),
    )
    used_a: set[int] = set()
    used_b: set[int] = set()
    chosen = []
    for _, _, i, j in pairs:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            chosen.append((i, j))
    return tuple(sorted(chosen))


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
    if "".join(left) == "".join(right):
        return NameVerdict("punctuation", "compatible", f"{a.text} and {b.text} differ in hyphens or spacing alone")
    if len(left) > len(right):
        return _turned(_judge(b.text, a.text, right, left))
    return _judge(a.text, b.text, left, right)


def _turned(verdict: NameVerdict) -> NameVerdict:
    return NameVerdict(verdict.kind, verdict.relation, verdict.reason, tuple((y, x) for x, y in verdict.differing))


def _judge(a: str, b: str, left: tuple[str, ...], right: tuple[str, ...]) -> NameVerdict:
    """The verdict on two names of which `left` has no more parts than `right`."""
    pairs = align_parts(left, right)
    verdicts = [(left[i], right[j], *compare_parts(left[i], right[j])) for i, j in pairs]
    apart = [v for v in verdicts if v[2] == "different"]
    both = f"{a} and {b}"
    if apart and len(skeleton("".join(left))) > 3 and skeleton("".join(left)) == skeleton("".join(right)):
        reason = f"{both} spell one name in two ways, parts joined or apart"
        return NameVerdict("transliteration", "conflict", reason, ((" ".join(left), " ".join(right)),))
    if apart:
        rest_agrees = len(verdicts) > len(apart) and left[-1] == right[-1]
        kind: NameVerdictKind = "given-name" if rest_agrees else "different"
        x, y = apart[0][:2]
        return NameVerdict(kind, "unrelated", f"{both}: {x.title()} and {y.title()} are different names")
    if len(left) < len(right) and not _is_short_form(left, pairs):
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


def _is_short_form(left: tuple[str, ...], pairs: Aligned) -> bool:
    """Whether `left` leaves out parts of `right` as short forms do: middle names, or all but the family name."""
    if len(left) == 1:
        return True
    matched = dict(pairs)
    # A first part too many ("Ali Barzan Ibrahim" beside "Barzan Ibrahim") is another person: a son, a brother.
    return matched[0] == 0 or matched[len(left) - 1] == 0


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
