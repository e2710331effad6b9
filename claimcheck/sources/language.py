"""Which language an article is in, when it is not English: claims would be misread, so it is left out by name.

A text is known by its function words. In English prose two words in five are among
the two hundred commonest, whatever it is about; another language's list covers as much of its own
texts and little of English ones. The lists are those of the package `wordfreq`. Where
letters are not Latin, the script alone says that it is no English.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from claimcheck.compare.regions import languages
from claimcheck.compare.word_lists import languages as listed_languages
from claimcheck.compare.word_lists import read_bands

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_COMMONEST = 200  # words of a list
_ENGLISH = 0.2  # of the words, from which on no other language is looked for
_LEAST_WORDS = 20  # fewer say nothing: a headline may be all names
_LEAST_LETTERS = 40  # the same where words are not set apart
_LEAST_SHARE = 0.2  # of its words that another language's list must hold
_MARGIN = 2.0  # times what English covers
_UNKNOWN_SHARE = 0.05  # English below this, and no other language found
_SAMPLE = 20_000  # characters from each of three places

_SCRIPTS = {
    "CYRILLIC": ("ru", "uk", "bg", "mk"),
    "ARABIC": ("ar", "fa", "ur"),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "HANGUL": ("ko",),
    "CJK": ("zh",),
    "GREEK": ("el",),
    "HEBREW": ("he",),
    "THAI": ("th",),
    "DEVANAGARI": ("hi",),
    "BENGALI": ("bn",),
    "TAMIL": ("ta",),
    "GEORGIAN": ("ka",),
    "ARMENIAN": ("hy",),
}


def foreign_language(text: str) -> str | None:
    """The name of the language `text` is in, in English; None when it is English, or too short to tell.

    "another language" when it is surely not English and cannot be named.
    """
    sample = _sample(text)
    letters = Counter(_script(character) for character in sample if character.isalpha())
    if letters and letters.total() >= _LEAST_LETTERS and letters["LATIN"] < letters.total() / 2:
        return _of_script(sample, letters)
    words = [word.casefold() for word in _WORD.findall(sample)]
    if len(words) < _LEAST_WORDS:
        return None
    english = _share(words, _common("en"))
    if english >= _ENGLISH:
        return None
    name, share = _best(words, (code for code in _latin() if code != "en"))
    if share >= max(_LEAST_SHARE, _MARGIN * english):
        return _name(name)
    return "another language" if english < _UNKNOWN_SHARE and not _mostly_names(sample) else None


def _sample(text: str) -> str:
    """The beginning, the middle and the end: a page may open or close in another language."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


@cache
def _script(character: str) -> str:
    """The script of a letter, as the first word of its name says."""
    return unicodedata.name(character, "").partition(" ")[0]


def _of_script(text: str, letters: Mapping[str, int]) -> str:
    """A language that is written so: of several, the one whose common words it has."""
    if letters.get("HIRAGANA") or letters.get("KATAKANA"):
        return _name("ja")
    script = max((s for s in letters if s != "LATIN"), key=lambda s: letters[s])
    codes = _SCRIPTS.get(script, ())
    words = [word.casefold() for word in _WORD.findall(text)]
    if len(codes) > 1:
        return _name(_best(words, codes)[0])
    return _name(codes[0]) if codes else "another language"


def _best(words: Sequence[str], codes: Iterable[str]) -> tuple[str, float]:
    """The language whose commonest words cover most of the text, and how much."""
    return max(((code, _share(words, _common(code))) for code in codes), key=lambda found: found[1])


def _share(words: Sequence[str], common: frozenset[str]) -> float:
    return sum(word.replace("’", "'") in common for word in words) / len(words) if words else 0.0


@cache
def _common(code: str) -> frozenset[str]:
    found: list[str] = []
    for words in read_bands(code, "small"):  # by falling frequency
        found += (word for word in words if _WORD.fullmatch(word))
        if len(found) >= _COMMONEST:
            break
    return frozenset(found[:_COMMONEST])


@cache
def _latin() -> tuple[str, ...]:
    """The languages of wordfreq that are written in Latin letters, in order."""
    others = {code for codes in _SCRIPTS.values() for code in codes}
    return tuple(code for code in listed_languages("small") if code not in others)


def _mostly_names(text: str) -> bool:
    """Whether most words begin with a capital: a list of results or of victims has no function words either."""
    words: list[str] = _WORD.findall(text)
    return sum(word[0].isupper() for word in words) > len(words) / 2


def _name(code: str) -> str:
    return languages().get(code, "another language")
