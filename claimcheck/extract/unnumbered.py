"""Numbers that no numeral gives: "for an hour", "a pair of", "twice"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.number_words import Numeral

_LENGTHS = r"(?=(?:hour|minute|day|week|month|year|decade|century|mile|kilometer|kilometre)\b(?![-']))"
_ARTICLE = re.compile(rf"\b(?:for|over|than|nearly|almost|within|around|about) (?P<one>an?) {_LENGTHS}", re.IGNORECASE)
_GROUPS = {"pair": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5}
_GROUP = re.compile(rf"\b(?:an?\s)?(?P<word>{'|'.join(_GROUPS)})\s(?=of\b)", re.IGNORECASE)
_TIMES = re.compile(r"\b(?P<word>twice|thrice)\b(?!\s(?:as|the|that|his|her|its|their))", re.IGNORECASE)


def unnumbered(text: str) -> Iterator[Numeral]:
    """ "for an hour", "a pair of", "twice"."""
    for match in _ARTICLE.finditer(text):
        yield Numeral(match.start("one"), match.end("one"), 1, 1, 1)
    for match in _GROUP.finditer(text):
        value = float(_GROUPS[match["word"].lower()])
        yield Numeral(match.start(), match.end() - 1, value, value, value)
    for match in _TIMES.finditer(text):
        value = 2.0 if match["word"].lower() == "twice" else 3.0
        yield Numeral(match.start(), match.end(), value, value, value, suffix="times")
