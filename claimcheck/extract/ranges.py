"""Two numbers that are the ends of one: "30 to 40", "between 5 and 7", "$140-150 million"; scores are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.currencies import currency_before
from claimcheck.extract.numerals import Numeral
from claimcheck.extract.units import unit_after
from claimcheck.types import Parse

_HYPHEN = re.compile(r"\s?[-–—]\s?")
_TO = re.compile(r"\s(?:to|or|through)\s")
_AND = re.compile(r"\sand\s")
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|roughly\s|around\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:about\s|around\s|just\s)?$", re.IGNORECASE)
_RANGING = re.compile(r"\b(?:rang|var)(?:e|es|ed|ing|y|ies|ied)\s(?:in age\s|in size\s)?from\s$", re.IGNORECASE)
_CURRENCY_BETWEEN = re.compile(r"[$£€¥₹]\s?$")
_SCORE_NOUNS = re.compile(
    r"\s?(?:record|run|win|loss|lead|victory|defeat|decision|advantage|margin|score|mark|start|vote|edge|deficit"
    r"|spurt|rout|split|season|clip|triumph)s?\b",
    re.IGNORECASE,
)


def joined_ranges(parse: Parse, numerals: Sequence[Numeral]) -> Iterator[Numeral]:
    """The numbers with the ends of a range made one; the two sides of a score are left out."""
    i = 0
    while i < len(numerals):
        left = numerals[i]
        right = numerals[i + 1] if i + 1 < len(numerals) else None
        if right is not None and (joined := _range(parse, left, right)):
            yield joined
            i += 2
        elif right is not None and _is_score(parse.text, left, right):
            i += 2
        else:
            if not _is_tally(parse.text, left):
                yield left
            i += 1


def _range(parse: Parse, left: Numeral, right: Numeral) -> Numeral | None:
    text = parse.text
    if left.form != "number" or right.form != "number" or left.suffix not in {"", right.suffix, "m"}:
        return None
    between = text[_past_own_unit(text, left, right) : right.start]
    sign = _CURRENCY_BETWEEN.search(between)
    joint = between[: sign.start()] if sign else between
    scaled = _same_scale(left, right)
    if scaled.high >= right.low:
        return None
    start = _opening(text, left, joint)
    if start is None or (_HYPHEN.fullmatch(joint) and not _hyphen_ranges(parse, left, right)):
        return None
    return replace(right, start=start, low=scaled.low, high=right.high, stated=None)


def _past_own_unit(text: str, left: Numeral, right: Numeral) -> int:
    """Where the left number ends, with its unit when the right one repeats it ("70 % to 80 %")."""
    first = unit_after(text, left.end, suffix=left.suffix)
    second = unit_after(text, right.end, suffix=right.suffix)
    return first[1] if first and second and first[0] == second[0] else left.end


def _opening(text: str, left: Numeral, joint: str) -> int | None:
    """Where the range starts, None when the joint makes none."""
    currency = currency_before(text, left.start)
    sign = currency[1] if currency else left.start
    if _AND.fullmatch(joint):
        between = _BETWEEN.search(text[:sign])
        return between.start() if between else None
    if _TO.fullmatch(joint):
        moved = _FROM.search(text[:sign]) and not _RANGING.search(text[:sign])
        return None if moved else left.start
    return left.start if _HYPHEN.fullmatch(joint) else None


def _same_scale(left: Numeral, right: Numeral) -> Numeral:
    """ "140-150 million": the scale belongs to both."""
    if left.scaled or not right.scaled or left.low >= 1_000:
        return left
    return replace(left, low=left.low * right.scale, high=left.high * right.scale)


def _hyphen_ranges(parse: Parse, left: Numeral, right: Numeral) -> bool:
    """ "30-40 people", "$5-7", "15-20 minutes" are ranges; "10-13 record", "a 2-7 start" are scores."""
    text = parse.text
    if currency_before(text, left.start) or right.scaled or unit_after(text, right.end, suffix=right.suffix):
        return True
    if _SCORE_NOUNS.match(text, right.end):
        return False
    after = [t for t in parse.tokens if t.start >= right.end][:3]
    for token in after:
        if token.tag in {"NNS", "NNPS"}:
            return True
        if token.pos not in {"ADJ", "NOUN"}:
            return False
    return False


def _is_score(text: str, left: Numeral, right: Numeral) -> bool:
    """ "10-3", "7-for-14", "11-of-36", "4th-and-10"."""
    return bool(re.fullmatch(r"[-–](?:(?:for|of|and|to)[-–])?", text[left.end : right.start]))


def _is_tally(text: str, numeral: Numeral) -> bool:
    """One side of a score whose other side was no number to us ("11-of-", "and-10", "52-3-1")."""
    return bool(re.search(r"\d[-–](?:(?:for|of)[-–])?$|[-–]and[-–]$", text[: numeral.start]))
