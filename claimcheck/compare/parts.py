"""The parts of a name, which belong together in two names, and how two parts relate.

A part is judged by what can happen to it in print: an initial, a nickname, another
transliteration, a slip of the keys.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from claimcheck.compare.given_names import are_counterparts, are_nicknames
from claimcheck.compare.letters import fold, skeleton, sound
from claimcheck.compare.syllables import syllable_key
from claimcheck.compare.words import word_set

PartKind = Literal["same", "initial", "nickname", "transliteration", "misspelling", "different"]
Parts = tuple[str, ...]
Aligned = tuple[tuple[int, int], ...]

# Words inside names that carry little of who it is, and come and go between sources.
PARTICLES = word_set(
    """
    al el ul ur ar as ad an ash az at bin ibn ben bint abu de del della di da dos das du la le los las van von
    der den ter ten zu zum y e af
    """
)
GENERATION = word_set("jr sr ii iii iv junior senior")
_SHORT = 3  # parts this short do not carry enough letters to be misspelled recognisably
_ASSIMILATED = re.compile(r"[aeu]([dnrstz])\1")  # an Arabic article before such a letter is heard as that letter
_PET = ("y", "ie", "i", "ey")  # how English ends pet forms
_FEW = 5  # letters up to which a consonant heard differently makes another name (Rasem, Rahim)


@lru_cache(maxsize=65536)
def name_words(text: str) -> Parts:
    """The folded words of a name, hyphens opened, "Abd al-" made one word of two."""
    words = [w.strip("'") for w in re.findall(r"[^\W\d_](?:[^\W_]|')*", fold(text).replace("-", " "))]
    return tuple(re.sub(r"\babd (?:al|el|ul|ur|ar) ", "abd ", " ".join(w.replace("'", "") for w in words)).split())


@lru_cache(maxsize=65536)
def name_parts(text: str) -> Parts:
    """The folded parts of a name, hyphens opened, particles and "Jr." left out unless nothing else remains."""
    return bare_parts(name_words(text))


def bare_parts(words: Parts) -> Parts:
    """The words of a name without particles and "Jr.", unless nothing else remains."""
    return tuple(w for w in words if w not in PARTICLES and w not in GENERATION) or words


def join_written_apart(words: Parts, others: Parts) -> Parts:
    """`words` with neighbours made one word where the other name has them so: Abu Zaid beside Abouzid."""
    bones = {skeleton(other) for other in others if len(other) > 4} - {skeleton(word) for word in words}
    i, joined = 0, []
    while i < len(words):
        wholes = ((n, _joined(words[i : i + n], bones)) for n in (3, 2) if i + n <= len(words))
        size, whole = next(((n, whole) for n, whole in wholes if whole), (1, words[i]))
        joined.append(whole)
        i += size
    return tuple(joined)


def _joined(words: Parts, bones: set[str]) -> str | None:
    """Some words written as one, with or without the articles between them, if that has one of these skeletons."""
    if words[-1] in PARTICLES:
        return None
    written = ("".join(words), "".join(w for w in words if w not in PARTICLES))
    return next((whole for whole in written if len(skeleton(whole)) > 2 and skeleton(whole) in bones), None)


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
    if are_nicknames(a, b) or _shortened(a, b) or _shortened(b, a):
        # Tables of short forms hold spellings too: Steven and Stephen.
        return ("transliteration", 0.9) if _is_respelled(a, b) else ("nickname", 0.95)
    if are_counterparts(a, b):
        return "transliteration", 0.9
    return _compare_letters(a, b, heard)


@lru_cache(maxsize=16384)
def compare_syllables(a: str, b: str) -> tuple[PartKind, float]:
    """The same of two Korean or Chinese syllables, where no letter is spare."""
    if a == b:
        return "same", 1.0
    return ("transliteration", 0.95) if syllable_key(a) == syllable_key(b) else ("different", 0.0)


def _compare_letters(a: str, b: str, heard: float) -> tuple[PartKind, float]:
    """A slip, another spelling, a short form, or another name, by letters alone."""
    distance, shortest, longest = OSA.distance(a, b), min(len(a), len(b)), max(len(a), len(b))
    opens_alike = a[0] == b[0]
    one_slip = distance == 1 and shortest > _SHORT and (opens_alike or shortest > 5)
    if one_slip or (distance == 2 and shortest > 6 and opens_alike):
        return "misspelling", 1 - distance / longest
    if heard >= 0.72 and shortest > _FEW and sound(a)[:1] == sound(b)[:1]:
        return "transliteration", heard
    if shortest > _SHORT and skeleton(a, french=True) == skeleton(b, french=True):
        return "transliteration", max(0.75, heard)
    if shortest > _SHORT and (a.startswith(b) or b.startswith(a)) and longest - shortest <= 4:
        # Short forms have four letters at most or are known ones: "Gitan" is no way to call Gitanas.
        return ("nickname", 0.7) if shortest == 4 else ("misspelling", 0.75)
    return "different", heard


def _without_article(part: str, other: str) -> str:
    """`part` without an Arabic article written into it (Elkaddafi, Eddin), when the other has none."""
    if _ASSIMILATED.match(part) and skeleton(part[2:]) == skeleton(other):
        return part[2:]
    if part[:2] not in ("al", "el") or len(part) < 6:
        return part
    apart = (part[0] != other[0] and len(part) > 6) or skeleton(part[2:]) == skeleton(other)
    return part[2:] if apart else part


def _shortened(short: str, full: str) -> bool:
    """Whether `short` is `full` without its vowels, as clerks write it (Mohd for Mohammed, Wm for William)."""
    if not 2 <= len(short) < len(full) - 1 or short[0] != full[0] or short[-1] != full[-1]:
        return False
    letters = iter(full)
    return len(short) <= 4 and sum(c in "aeiou" for c in short) < 2 and all(c in letters for c in short)


def _is_respelled(a: str, b: str) -> bool:
    """Whether two long words a letter or two apart are neither the other's beginning, nor one a pet form."""
    short, long = sorted((a, b), key=len)
    whole = len(short) > 4 and not long.startswith(short) and not any(w.endswith(_PET) for w in (a, b))
    return whole and a[0] == b[0] and OSA.distance(a, b) <= 2


def is_plural(a: str, b: str) -> bool:
    """Whether one word is the other with an s: the Kennedys, a Tony Award."""
    return a + "s" == b or b + "s" == a


@lru_cache(maxsize=65536)
def align_parts(a: Parts, b: Parts, *, syllabic: bool = False) -> Aligned:
    """The pairs (index in a, index in b) that belong together, most alike first, nearest places breaking ties."""
    compare = compare_syllables if syllabic else compare_parts
    pairs = sorted(
        (-compare(x, y)[1], abs(i / len(a) - j / len(b)), i, j) for i, x in enumerate(a) for j, y in enumerate(b)
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
