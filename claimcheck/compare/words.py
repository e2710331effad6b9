"""How common a word is in English, from the word lists of the `wordfreq` package.

Frequencies are on the Zipf scale: the base-10 logarithm of occurrences in a
billion words. 3 is a word an ordinary reader meets; 0 stands for a word that
the list, which goes down to one in a hundred million, does not hold.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache

from claimcheck.compare.word_lists import read_bands

# A word no list holds: a typing slip, a rare name, or two words run together.
UNKNOWN = 0.0


def word_set(text: str) -> frozenset[str]:
    """The words of `text`: how closed word lists are written in this package."""
    return frozenset(text.split())


@cache
def _frequencies() -> Mapping[str, float]:
    """Every listed word with its Zipf frequency."""
    found: dict[str, float] = {}
    for i, band in enumerate(read_bands("en", "large")):
        found.update(dict.fromkeys(band, math.log10(10 ** (-i / 100)) + 9))
    return found


def frequency(word: str) -> float:
    """The Zipf frequency of `word`, case set aside; 0.0 when it is not listed."""
    return _frequencies().get(word.casefold().replace("’", "'"), UNKNOWN)


# British and American ways to write one ending; each pair is tried both ways.
_REGIONAL = (
    ("re", "er"),
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ence", "ense"),
    ("ogue", "og"),
    ("ll", "l"),
    ("mme", "m"),
)


def is_regional(a: str, b: str) -> bool:
    """Whether two words are the British and the American spelling of one: centre and center, labour and labor."""
    pairs = (*_REGIONAL, *((y, x) for x, y in _REGIONAL))
    common = min(frequency(a), frequency(b)) > 2
    return common and a != b and any(a.replace(x, y, 1) == b or b == y.join(a.rsplit(x, 1)) for x, y in pairs if x in a)


def slips(word: str, letters: str = "abcdefghijklmnopqrstuvwxyz") -> Iterator[str]:
    """Every string one typing slip away: a letter dropped, doubled, swapped or wrong (repeats possible)."""
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def intended(word: str, *, least: float) -> str | None:
    """The most frequent word one slip away from `word`, if one is at least as frequent as `least`."""
    best = max((w for w in slips(word) if w != word), key=frequency, default=None)
    return best if best is not None and frequency(best) >= least else None
