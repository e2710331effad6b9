"""Quoted words as tokens that compare across printings: case, marks, spelling, contractions and figures set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.compare.spelling import one_spelling
from claimcheck.compare.words import word_set

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
    r"|(?P<number>[$£€]?\d+(?:[.:]\s?\d+|,\d+|,\s\d{3}(?!\d))*(?:st|nd|rd|th)?\b%?)"
    r"|(?P<word>[^\W\d_]+\s['’]\s(?:s|m|re|ve|ll|d|t)\b|[^\W\d_]+(?:['’][^\W\d_]+)*|['’][^\W\d_]+|%|&)"
)
_STOP = re.compile(r"[.?!][\"'”’)\]]*\s*$")
# Contractions as the words they stand for. "'s" after a noun is left alone: it may be a genitive.
_SUFFIXES = {"'re": "are", "'m": "am", "'ve": "have", "'ll": "will", "'d": "would"}
_WHOLE = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
    "o'clock": ("oclock",),
}
# An apostrophe left out is a slip of the keys, not another word.
_BARE_NEGATIONS = word_set(
    "cant wont dont doesnt didnt isnt arent wasnt werent couldnt wouldnt shouldnt havent hasnt hadnt mustnt"
)
_S_IS_VERB = word_set("it he she that there here what who where how this everything nothing")
# "one" is left out: it is a pronoun too often.
_NUMBERS = {
    "zero": "0", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15",
    "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "first": "1th",
    "second": "2th", "third": "3th", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th",
    "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th",
}  # fmt: skip


@lru_cache(maxsize=1 << 14)  # copies print one sentence many times, and many ask
def read_words(text: str) -> tuple[Word, ...]:
    """The words of `text` in order; a contraction gives two words, an ellipsis gives one."""
    return tuple(_words(text))


def words_at(text: str, offset: int) -> Iterator[Word]:
    """The same where the text begins at `offset`."""
    return (Word(w.key, offset + w.start, offset + w.end, w.editorial, w.opens) for w in read_words(text))


def _words(text: str) -> Iterator[Word]:
    depth, previous, last = 0, "", 0
    for match in _TOKEN.finditer(text):
        kind, start, end = match.lastgroup, match.start(), match.end()
        if kind in {"open", "close"}:
            depth = max(0, depth + (1 if kind == "open" else -1))
            continue
        opens = last == 0 or (not text[start].islower() and _STOP.search(text[last:start]) is not None)
        opens = opens and not (last and text[start].isdigit())  # "Aug. 29", "No. 5"
        for key in _keys(match, previous):
            yield Word(key, start, end, depth > 0 or key == ELLIPSIS, opens)
            previous, opens = key, False
        last = end


def _keys(match: re.Match[str], previous: str) -> tuple[str, ...]:
    if match.lastgroup == "ellipsis":
        return (ELLIPSIS,)
    if match.lastgroup == "number":
        return (_figure(match.group()),)
    word = "".join(match.group().split()).casefold().replace("’", "'")
    return _expand(word, previous if word == "'s" else "")


def _figure(text: str) -> str:
    bare = re.sub(r"(?<=\d),\s?(?=\d{3})|\s|:\s?00$", "", text)
    return re.sub(r"(?:st|nd|rd)$", "th", bare)


@lru_cache(maxsize=1 << 14)  # an article has most of its words many times
def _expand(word: str, previous: str) -> tuple[str, ...]:
    """The keys of one printed word; `previous` is the key before an "'s" that stands alone."""
    if word in _BARE_NEGATIONS:
        word = f"{word[:-1]}'t"
    stem, _, tail = word.rpartition("'")
    if word in _WHOLE:
        return _WHOLE[word]
    if word.endswith("n't"):
        return (_key(word[:-3]), "not") if len(word) > 3 else ("not",)
    if tail and f"'{tail}" in _SUFFIXES:
        return (_key(stem), _SUFFIXES[f"'{tail}"]) if stem else (_SUFFIXES[f"'{tail}"],)
    if word.endswith("'s"):
        genitive = "is" if (stem or previous) in _S_IS_VERB else "'s"
        return (_key(stem), genitive) if stem else (genitive,)
    return (_key(word),)


def _key(word: str) -> str:
    word = word.replace("'", "")
    return _NUMBERS.get(word) or one_spelling(word)
