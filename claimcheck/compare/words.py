"""How common a word is in English, from the word lists of the `wordfreq` package.

Frequencies are on the Zipf scale: the base-10 logarithm of occurrences in a
billion words. 3 is a word an ordinary reader meets; 0 stands for a word that
the list, which goes down to one in a hundred million, does not hold.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain, repeat

from claimcheck.compare.dictionary import is_word
from claimcheck.compare.word_lists import read_bands

# A word no list holds: a typing slip, a rare name, or two words run together.
UNKNOWN = 0.0


def word_set(text: str) -> frozenset[str]:
    """The words of `text`: how closed word lists are written in this package."""
    return frozenset(text.split())


@cache
def _frequencies() -> Mapping[str, float]:
    """Every listed word with its Zipf frequency."""
    bands = read_bands("en", "large")
    values = chain.from_iterable(repeat(math.log10(10 ** (-i / 100)) + 9, len(band)) for i, band in enumerate(bands))
    return dict(zip(chain.from_iterable(bands), values, strict=True))


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


# How often more the meant word must be met, as a difference of Zipf frequencies, by what went wrong: a letter doubled,
# halved or swapped with its neighbour; one left out, put in, or a vowel taken for another.
_DOUBLED, _OTHER, _SHORT = 1.3, 2.0, 3.5
_LEAST = 3.2  # Zipf frequency of what a misspelling must have meant
_UNSURE = 3.2  # words that are met more often are none
_VOWELS = "aeiou"


@lru_cache(maxsize=65536)
def usual_spelling(word: str) -> str | None:
    """The everyday word that `word`, lower case and in no dictionary, misspells as people do; None otherwise."""
    own = frequency(word)
    if len(word) < 4 or not UNKNOWN < own < _UNSURE:
        return None
    found = (
        (frequency(meant), meant) for meant, gap in _misspelled(word) if frequency(meant) >= max(_LEAST, own + gap)
    )
    _, best = max(found, default=(0.0, ""))
    wrong = best and best[0] == word[0] and not is_word(word) and is_word(best) and not is_regional(word, best)
    return best if wrong else None


def _misspelled(word: str) -> Iterator[tuple[str, float]]:
    """What `word` may have meant, and how much more often that must be met."""
    long, longer = len(word) > 5, len(word) > 6
    for i, letter in enumerate(word):
        head, tail = word[:i], word[i + 1 :]
        if head[-1:] == letter:
            yield head + tail, _DOUBLED if long else _SHORT
        elif tail[:1] != letter:
            yield head + letter + letter + tail, _DOUBLED if long else _SHORT
        if tail and tail[0] != letter:
            yield head + tail[0] + letter + tail[1:], _DOUBLED if long else _SHORT
        if longer and 0 < i < len(word) - 1:
            yield from ((head + other + letter + tail, _OTHER) for other in "abcdefghijklmnopqrstuvwxyz")
            if letter in _VOWELS:
                yield head + tail, _OTHER
                yield from ((head + other + tail, _OTHER) for other in _VOWELS if other != letter)
