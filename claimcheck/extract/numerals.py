"""Numbers in running text: digits, words, the two mixed, vague plurals, fractions and ordinals.

This is the lexical half of quantities: it looks at characters only and knows no
grammar, units or approximations. Words are read in `number_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from claimcheck.extract.number_words import SCALES, TENS, UNITS, Numeral, whole_percents, word_numerals

__all__ = ["Numeral", "scan"]

# Glued to digits, and after a currency also apart from them. "m" alone is decided by the unit layer (metres).
SCALE_SUFFIXES = {"mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3, "mln": 1e6, "bln": 1e9}

# Thousands may be set with an odd space after the comma ("2, 000ft"); a number that has a
# digit, dot or slash beyond a separator on either side is a version, a date or an address.
_DIGITS = re.compile(
    r"(?<![\w/#])(?<!\d[.,:/])(?<!\d: )(?P<number>\d{1,3}(?:,\s?\d{3})+(?!\d)|\d+)(?P<fraction>\.\d+(?!\.\d))?"
    r"(?P<suffix>[A-Za-z]+(?:²|³)?|°[CF]?)?"
    r"(?!\w|/(?!(?:hour|hr|day|week|month|year|yr|oz|ounce|barrel|lb|kg|ton|tonne|share)\b)|[.,:]\d|:\s\d\d\b)"
)
_CURRENCY_GLUE = re.compile(r"(?:\bUS|\bRs|\bINR|\bAU|\bNZ|\bCA|\bEUR|\bUSD|\bGBP)$")
_GLUED_DIGITS = re.compile(
    r"(?<=[A-Za-z])(?P<number>\d{1,3}(?:,\s?\d{3})+(?!\d)|\d+)(?P<fraction>\.\d+)?(?P<suffix>[A-Za-z]+)?\b"
)
_SIMPLE_FRACTION = re.compile(r"(?<![\w/.-])(?:(?P<whole>\d+)[ -])?(?P<top>[1-9])/(?P<bottom>[2-9]|1[06])(?![\w/])")
_TELEPHONE = re.compile(
    r"(?<![\w.,])(?:\+\d[\d ()-]{6,}\d|0\d{2,}(?: \d{3,})+|(?:1[- ])?\(?\d{3}\)?[- ]\d{3}-\d{4})(?!\w)"
)
_ORDINAL_DIGITS = re.compile(r"(?<![\w.,/-])(\d{1,3}(?:,\d{3})*)(?:st|nd|rd|th)\b", re.IGNORECASE)
_MAX_DIGITS = 15  # beyond this a run of digits is an identifier, and a float is no longer exact


@lru_cache(maxsize=512)  # a sentence is scanned for its quantities, its ranges and its times
def scan(text: str) -> tuple[Numeral, ...]:
    """Every number in `text`, left to right, none overlapping another; the longest reading wins."""
    telephones = [m.span() for m in _TELEPHONE.finditer(text)]
    found: list[Numeral] = [*_ordinal_digits(text), *_simple_fractions(text), *_ratios(text)]
    found += [n for n in _digit_numerals(text) if not _clashes(n, found)]
    found += [n for n in word_numerals(text) if not _clashes(n, found)]
    outside = [n for n in found if not any(start <= n.start < end for start, end in telephones)]
    return tuple(sorted(outside, key=lambda n: n.start))


def _clashes(numeral: Numeral, taken: list[Numeral]) -> bool:
    return any(numeral.start < other.end and other.start < numeral.end for other in taken)


# --------------------------------------------------------------------------- digits


def _digit_numerals(text: str) -> Iterator[Numeral]:
    position = 0
    while match := _next_digits(text, position):
        position = match.end()
        if numeral := _from_digits(text, match):
            position = numeral.end
            yield numeral


def _next_digits(text: str, position: int) -> re.Match[str] | None:
    candidates = [m for m in (_DIGITS.search(text, position), _glued(text, position)) if m]
    return min(candidates, key=lambda m: m.start(), default=None)


def _glued(text: str, position: int) -> re.Match[str] | None:
    """Digits glued to a currency's letters: "$ US1 million", "Rs500"."""
    return next((m for m in _GLUED_DIGITS.finditer(text, position) if _CURRENCY_GLUE.search(text[: m.start()])), None)


def _from_digits(text: str, match: re.Match[str]) -> Numeral | None:
    digits = re.sub(r"[,\s]", "", match["number"])
    if len(digits) > _MAX_DIGITS or _is_label(text, match):
        return None
    value = float(digits + (match["fraction"] or ""))
    suffix = match["suffix"] or ""
    end = match.end()
    scale = SCALE_SUFFIXES.get(suffix.lower(), 1.0)
    if scale != 1.0:
        suffix = ""
    elif not suffix:
        scale, end = _scale_after(text, end)
    value *= scale
    negative = re.search(r"\b(?:minus|negative)[\s-]$|(?:^|(?<![%\d])\s)[-−]$", text[: match.start()])
    start = match.start() - (len(negative.group().lstrip()) if negative else 0)
    value = -value if negative else value
    return Numeral(start, end, value, value, value, suffix=suffix, scale=scale, digits=True)


def _is_label(text: str, match: re.Match[str]) -> bool:
    """Digits that name rather than count: "AK-47", "No. 5", "IE6", ".436", a telephone number's groups."""
    before, after = text[: match.start()], text[match.end() :]
    if re.search(r"\d[-–]$", before) and re.match(r"[-–]\d", after):
        return True
    if re.search(r"\d[-–]\d+[-–]$", before) or re.match(r"[-–]\d+[-–]\d", after):
        return True
    if re.search(r"\d\s?/\s?$", before) or re.match(r"\s?/\s?\d", after):  # "9 / 11"
        return True
    if re.search(r"\b[Nn]os?\.\s?$|\bnumber\s$", before):
        return True
    decimal = re.search(r"[A-Za-z]\.$", before) or (len(match["number"]) == 3 and re.search(r"[a-z]\.\s$", before))
    if decimal and not re.match(r"-cal(?:iber|ibre)\b", after):
        return True
    hyphen = re.search(r"([A-Za-z]\w*)-$", before)
    return bool(hyphen and hyphen[1].lower() not in {"minus", "for", "to", "of", "then"})


_NEXT_WORD = re.compile(r"[\s-]+(\w+)\b")


def _scale_after(text: str, end: int) -> tuple[float, int]:
    """The product of the scale words that follow the digits ("2.5 million", "3 hundred thousand"), and their end."""
    scale = 1.0
    while match := _NEXT_WORD.match(text, end):
        word = match[1].lower()
        factor = 12.0 if word == "dozen" else SCALES.get(word) or SCALE_SUFFIXES.get(word)
        if factor is None:
            break
        scale, end = scale * factor, match.end()
    return scale, end


def _ordinal_digits(text: str) -> Iterator[Numeral]:
    for match in _ORDINAL_DIGITS.finditer(text):
        if match.group().lower().endswith("st") and not re.search(r"(?<!1)1$", match[1]):
            continue  # "13st": thirteen stone
        value = float(match[1].replace(",", ""))
        yield Numeral(match.start(), match.end(), value, value, value, form="ordinal", digits=True)


def _simple_fractions(text: str) -> Iterator[Numeral]:
    for match in _SIMPLE_FRACTION.finditer(text):
        value = float(match["whole"] or 0) + int(match["top"]) / int(match["bottom"])
        if match["whole"] or value < 1:
            yield Numeral(match.start(), match.end(), value, value, value, digits=True)


_RATIO = re.compile(
    r"\b(?P<top>one|two|three|four|five|six|seven|eight|nine|\d{1,2})[ -](?:out[ -]of|in)[ -](?:every[ -])?"
    r"(?P<bottom>two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,3}(?:,\d{3})*)\b"
    r"(?![.,:]\d| (?:years|months|days|weeks|hours|minutes)\b)",
    re.IGNORECASE,
)


def _ratios(text: str) -> Iterator[Numeral]:
    """ "one in five", "9 out of 10", "one in every 500": a share, as percent."""
    for match in _RATIO.finditer(text):
        top, bottom = _small(match["top"]), _small(match["bottom"])
        if 0 < top < bottom and _is_share(match.group(), bottom):
            low, high = whole_percents(top, bottom)
            yield Numeral(match.start(), match.end(), low, high, 100 * top / bottom, form="fraction")


def _is_share(words: str, bottom: float) -> bool:
    """ "three out of four lines" counts lines; "nine out of 10" is a share."""
    return not re.search(r"out[ -]of", words, re.IGNORECASE) or bottom % 5 == 0


def _small(word: str) -> float:
    key = word.lower()
    return float(UNITS.get(key) or TENS.get(key) or word.replace(",", "")) if key != "zero" else 0.0
