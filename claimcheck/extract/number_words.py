"""Numbers written in words: "twenty-one", "half a million", "several hundred", "a third of", "dozens".

A vague word has an interval: "dozens" is [24, 99]; any other plural of a scale runs
from two of it up to just under two of the next ("hundreds" [200, 1999], "thousands"
[2000, 19999]), because a desk that counted two thousand would have written thousands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Form = Literal["number", "vague", "fraction", "ordinal"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number in the text: offsets, the values it admits, and how it is written.

    `suffix` is what is glued to the digits and is no scale ("ft" of "2000ft", "m" of "600m").
    A fraction's values are percents. `scale` is what the scale words multiply by.
    """

    start: int
    end: int
    low: float
    high: float
    stated: float | None
    form: Form = "number"
    suffix: str = ""
    scale: float = 1.0
    digits: bool = False

    @property
    def scaled(self) -> bool:
        """Whether a scale word ("million", "dozen") is part of the number."""
        return self.scale != 1.0


UNITS = {
    word: value
    for value, word in enumerate(
        (
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        )
    )
}  # fmt: skip
TENS = {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
}
_VAGUE_COUNTS = {  # the low end admits "a few" for two; the high end is where "a dozen" would be said
    "couple": (2, 3),
    "few": (2, 9),
    "several": (3, 11),
    "handful": (2, 9),
}
_VAGUE_PLURALS = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 1_999),
    "thousands": (2_000, 19_999),
    "millions": (2e6, 1_999_999_999),
    "billions": (2e9, 1_999_999_999_999),
    "trillions": (2e12, 1e15),
}
_DENOMINATORS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        (
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
            "twentieth",
        ),
        1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}  # fmt: skip

_WORD = re.compile(r"[A-Za-z]+")
_GAP = re.compile(r"\s+|-")


def whole_percents(top: float, bottom: float) -> tuple[float, float]:
    """A fraction as percent; one that is no whole number of percents admits the whole ones around it."""
    share = 100 * top / bottom
    if share < 1 or share == round(share, 1):
        return share, share
    return float(int(share)), float(int(share) + 1)


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str


_STARTERS = frozenset({*UNITS, *TENS, *_ORDINALS, *_VAGUE_PLURALS, "tens", "a", "an", "another", "half", "several"})


def word_numerals(text: str) -> Iterator[Numeral]:
    """Every number in words, left to right."""
    words = [_Word(m.start(), m.end(), m.group().lower()) for m in _WORD.finditer(text)]
    i = 0
    while i < len(words):
        numeral, used = _read(text, words, i) if words[i].text in _STARTERS else (None, 1)
        if numeral:
            yield numeral
        i += max(used, 1)


def _read(text: str, words: list[_Word], i: int) -> tuple[Numeral | None, int]:
    """The number that starts at word `i` and how many words it takes; the readings go from long to short."""
    for reader in (_vague_plural, _fraction, _ordinal, _vague_count, _cardinal):
        numeral, used = reader(text, words, i)
        if numeral:
            return numeral, used
    return None, 0


def _joined(text: str, left: _Word, right: _Word) -> bool:
    return _GAP.fullmatch(text, left.end, right.start) is not None


def _next(text: str, words: list[_Word], i: int) -> str:
    """The word after `i`, "" when something other than a space or a hyphen stands between."""
    return words[i + 1].text if i + 1 < len(words) and _joined(text, words[i], words[i + 1]) else ""


def _vague_plural(text: str, words: list[_Word], i: int) -> tuple[Numeral | None, int]:
    """ "dozens", "hundreds of thousands", "tens of millions"."""
    word = words[i].text
    if word not in _VAGUE_PLURALS and word != "tens":
        return None, 0
    if _next(text, words, i) == "of" and i + 2 < len(words) and words[i + 2].text in _VAGUE_PLURALS:
        outer = {"tens": (20, 199), "dozens": (24, 199), "scores": (40, 199)}.get(
            word, _VAGUE_PLURALS.get(word, (2, 2))
        )
        scale = _VAGUE_PLURALS[words[i + 2].text][0] / 2
        return _vague(words[i], words[i + 2], outer[0] * scale, (outer[1] + 1) * scale - 1), 3
    if word == "tens" or (word == "scores" and _next(text, words, i) != "of"):
        return None, 0  # "scores" alone is the verb, or results
    return _vague(words[i], words[i], *_VAGUE_PLURALS[word]), 1


def _vague(first: _Word, last: _Word, low: float, high: float) -> Numeral:
    return Numeral(first.start, last.end, float(low), float(high), None, form="vague")


def _vague_count(text: str, words: list[_Word], i: int) -> tuple[Numeral | None, int]:
    """ "several", "a few hundred", "a couple of dozen", "a handful"."""
    first = i
    if words[i].text in {"a", "another"} and _next(text, words, i) in {"few", "couple", "handful"}:
        i += 1
    elif words[i].text != "several":
        return None, 0
    low, high = _VAGUE_COUNTS[words[i].text]
    last, scale = i, 1.0
    at = i + 2 if _next(text, words, i) == "of" else i + 1
    word = words[at].text if at < len(words) and _joined(text, words[at - 1], words[at]) else ""
    while word in SCALES or word == "dozen":  # "several hundred thousand"
        last, scale = at, scale * SCALES.get(word, 12.0)
        at += 1
        word = words[at].text if at < len(words) and _joined(text, words[at - 1], words[at]) else ""
    begin = words[first] if words[first].text != "another" else words[i]
    numeral = _vague(begin, words[last], low * scale, (high + 1) * scale - 1)
    return numeral, last - first + 1


def _fraction(text: str, words: list[_Word], i: int) -> tuple[Numeral | None, int]:
    """ "half of", "a third of", "two-thirds", "three quarters of": a share, as percent."""
    word, following = words[i].text, _next(text, words, i)
    if word == "half" and following not in {"a", "an", "hour", "dozen", "million", "billion", "mile"}:
        ranked = i > 0 and words[i - 1].text in {"first", "second", "other", "final", "last"}
        whole = not ranked and following in {"of", "the", "its", "their", "his", "her", "our", "all"}
        return (_share(words[i], words[i], 1, 2), 1) if whole else (None, 0)
    bare = following.removesuffix("s") if following != "halves" else "half"
    if word in {"a", "one"} and following in _DENOMINATORS and following != "half":
        whole = i + 2 < len(words) and words[i + 2].text == "of" and _joined(text, words[i + 1], words[i + 2])
        return (_share(words[i], words[i + 1], 1, _DENOMINATORS[following]), 2) if whole else (None, 0)
    if 2 <= UNITS.get(word, 0) <= 9 and following.endswith("s") and bare in _DENOMINATORS and bare != "second":
        whole = bare != "quarter" or (i + 2 < len(words) and words[i + 2].text == "of")
        return (_share(words[i], words[i + 1], UNITS[word], _DENOMINATORS[bare]), 2) if whole else (None, 0)
    return None, 0


def _share(first: _Word, last: _Word, top: int, bottom: int) -> Numeral:
    low, high = whole_percents(top, bottom)
    return Numeral(first.start, last.end, low, high, 100 * top / bottom, form="fraction")


def _ordinal(text: str, words: list[_Word], i: int) -> tuple[Numeral | None, int]:
    word, following = words[i].text, _next(text, words, i)
    if word in TENS and following in _ORDINALS and _ORDINALS[following] < 10:
        value = float(TENS[word] + _ORDINALS[following])
        return Numeral(words[i].start, words[i + 1].end, value, value, value, form="ordinal"), 2
    if word in _ORDINALS:
        value = float(_ORDINALS[word])
        return Numeral(words[i].start, words[i].end, value, value, value, form="ordinal"), 1
    return None, 0


def _cardinal(text: str, words: list[_Word], i: int) -> tuple[Numeral | None, int]:
    """ "seven", "twenty-one", "two hundred and six thousand", "a dozen", "half a million", "two and a half"."""
    if words[i].text in {"a", "an"} and _next(text, words, i) not in {*SCALES, "dozen"}:
        return None, 0
    if words[i].text == "half":
        return _half_a(text, words, i)
    reading, used = _Reading(), 0
    for at in range(i, len(words)):
        if at > i and not _joined(text, words[at - 1], words[at]):
            break
        if reading.joins(words[at].text, _next(text, words, at)):
            continue
        if not reading.take(words[at].text, first=at == i):
            break
        used = at - i + 1
        if reading.kind == "dozen":
            break
    if not used:
        return None, 0
    return _with_half(text, words, i, used, reading)


class _Reading:
    """A number in words, read word by word: what is complete, what still waits for its scale."""

    __slots__ = ("current", "kind", "scale", "total")

    def __init__(self) -> None:
        self.total = 0.0  # closed by a scale: the 206,000 of "two hundred and six thousand and five"
        self.current: float | None = None
        self.kind = ""  # of the last word: "unit", "tens", "hundred", "scale", "dozen"
        self.scale = 1.0

    @property
    def value(self) -> float:
        return self.total + (self.current or 0)

    def joins(self, word: str, following: str) -> bool:
        """Whether `word` is the "and" inside a number ("hundred and six")."""
        return word == "and" and self.kind in {"hundred", "scale"} and (following in UNITS or following in TENS)

    def take(self, word: str, *, first: bool) -> bool:
        """Read one more word; False when it does not go on with this number."""
        if first and word in {"a", "an"}:
            self.current, self.kind = 1.0, "unit"
        elif word in UNITS and _fits(word, self.kind):
            self.current, self.kind = (self.current or 0) + UNITS[word], "unit"
        elif word in TENS and self.kind in {"", "hundred", "scale"}:
            self.current, self.kind = (self.current or 0) + TENS[word], "tens"
        else:
            return self._multiply(word)
        return True

    def _multiply(self, word: str) -> bool:
        if not self.current:
            return False
        if word == "hundred" and self.current < 100:
            self.current, self.kind = self.current * 100, "hundred"
        elif word == "dozen":
            self.current, self.kind, self.scale = self.current * 12, "dozen", 12.0
        elif word in SCALES and word != "hundred" and (self.scale == 1.0 or SCALES[word] < self.scale):
            self.total, self.current, self.kind = self.total + self.current * SCALES[word], None, "scale"
            self.scale = max(self.scale, SCALES[word])
        else:
            return False
        return True


def _fits(word: str, kind: str) -> bool:
    """Whether a word below twenty can go on with the number read so far ("twenty" + "one", "hundred" + "twelve")."""
    if kind in {"", "hundred", "scale"}:
        return UNITS[word] > 0 or not kind
    return kind == "tens" and 0 < UNITS[word] < 10


def _number(first: _Word, last: _Word, value: float, *, scale: float = 1.0) -> Numeral:
    return Numeral(first.start, last.end, value, value, value, scale=scale)


def _half_a(text: str, words: list[_Word], i: int) -> tuple[Numeral | None, int]:
    """ "half a million", "half-dozen", "half an hour", "half a mile": half of what follows."""
    following = _next(text, words, i)
    at = i + 2 if following in {"a", "an"} else i + 1
    word = words[at].text if at < len(words) and _joined(text, words[at - 1], words[at]) else ""
    if word in SCALES or word == "dozen":
        scale = SCALES.get(word, 12.0)
        return _number(words[i], words[at], 0.5 * scale, scale=scale), at - i + 1
    if word in {"hour", "mile", "century", "decade", "year", "tonne", "ton", "kilometre", "kilometer", "inch", "pint"}:
        return _number(words[i], words[at - 1], 0.5), at - i
    return None, 0


def _with_half(text: str, words: list[_Word], i: int, used: int, reading: _Reading) -> tuple[Numeral | None, int]:
    """Adds "and a half", and the scale after it ("two and a half million")."""
    last = i + used - 1
    tail = [word.text for word in words[last + 1 : last + 4]]
    if tail != ["and", "a", "half"] or reading.scale != 1.0:
        return _number(words[i], words[last], reading.value, scale=reading.scale), used
    last, used = last + 3, used + 3
    scale = SCALES.get(_next(text, words, last))
    if scale:
        return _number(words[i], words[last + 1], (reading.value + 0.5) * scale, scale=scale), used + 1
    return _number(words[i], words[last], reading.value + 0.5), used
