"""Quoted words as tokens that compare across printings: case, marks, spelling, contractions and figures set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.compare.spelling import one_spelling

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a quotation: its key, where it stands, and whether it is the editor's (in brackets)."""

    key: str
    start: int
    end: int
    editorial: bool = False
    opens: bool = False  # the first word of a sentence


_TOKEN = re.compile(
    r"(?P<ellipsis>…|\.\s?\.(?:\s?\.)+|\*\s?\*\s?\*)"
    r"|(?P<open>[\[(])|(?P<close>[\])])"
    r"|(?P<number>[$£€]?\d+(?:[.,:]\s?\d+)*(?:st|nd|rd|th)?\b%?)"
    r"|(?P<word>[^\W\d_]+\s['’]\s(?:s|m|re|ve|ll|d|t)\b|[^\W\d_]+(?:['’][^\W\d_]+)*|['’][^\W\d_]+|%|&)"
)
_STOP = re.compile(r"[.?!][\"'”’)\]]*\s*$")
# Contractions as the words they stand for. "'s" after a noun is left alone: it may be a genitive.
_SUFFIXES = {"'re": "are", "'m": "am", "'ve": "have", "'ll": "will", "'d": "would", "n't": "not"}
_WHOLE = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
    "o'clock": ("oclock",),
}
_S_IS_VERB = frozenset("it he she that there here what who where how this everything nothing".split())
_NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
    if value != 1  # "one" is a pronoun too often
}
_ORDINALS = {
    word: f"{value}th"
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1
    )
}


def read_words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """The words of `text` in order, offsets shifted; a contraction gives two words, an ellipsis gives one."""
    return tuple(_words(text, offset))


def _words(text: str, offset: int) -> Iterator[Word]:
    depth, previous, last = 0, "", 0
    for match in _TOKEN.finditer(text):
        kind, start, end = match.lastgroup, match.start(), match.end()
        if kind in {"open", "close"}:
            depth = max(0, depth + (1 if kind == "open" else -1))
            continue
        opens = last == 0 or (not text[start].islower() and _STOP.search(text[last:start]) is not None)
        opens = opens and not (last and text[start].isdigit())  # "Aug. 29", "No. 5"
        for key in _keys(match, previous):
            yield Word(key, offset + start, offset + end, depth > 0 or key == ELLIPSIS, opens)
            previous, opens = key, False
        last = end


def _keys(match: re.Match[str], previous: str) -> tuple[str, ...]:
    if match.lastgroup == "ellipsis":
        return (ELLIPSIS,)
    if match.lastgroup == "number":
        return (_figure(match.group()),)
    return _expand(re.sub(r"\s", "", match.group()).casefold().replace("’", "'"), previous)


def _figure(text: str) -> str:
    bare = re.sub(r"(?<=\d),\s?(?=\d{3})|\s|:\s?00$", "", text)
    return re.sub(r"(?:st|nd|rd)$", "th", bare)


def _expand(word: str, previous: str) -> tuple[str, ...]:
    """The keys of one printed word."""
    if word in _WHOLE:
        return _WHOLE[word]
    if word in _SUFFIXES:
        return (_SUFFIXES[word],)
    if word == "'s":
        return ("is",) if previous in _S_IS_VERB else ("'s",)
    stem, _, tail = word.rpartition("'")
    if word.endswith("n't") and len(word) > 3:
        return (_key(word[:-3]), "not")
    if stem and f"'{tail}" in _SUFFIXES:
        return (_key(stem), _SUFFIXES[f"'{tail}"])
    if stem and tail == "s":
        return (_key(stem), "is" if stem in _S_IS_VERB else "'s")
    return (_key(word),)


def _key(word: str) -> str:
    word = word.replace("'", "")
    return _NUMBERS.get(word) or _ORDINALS.get(word) or one_spelling(word)
