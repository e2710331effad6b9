"""Characters that were lost or misread on their way into the text: "prot�g�", "donâ€™t"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from claimcheck.compare.words import frequency

_LOST = re.compile(r"[A-Za-z]+(?:\ufffd[A-Za-z]*)+")
_MISREAD = re.compile(r"\w*(?:[ÃÂ]\S|â€\S)\w*")
_LETTERS = "éèáàíóúñöüäçêôâîë'"
_MOST = 2  # lost letters of one word that are worth a search


def broken_words(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Where a word with a broken character starts and ends, the word that was meant, and why it is wrong."""
    if "\ufffd" in text:
        for match in _LOST.finditer(text):
            if (meant := _restored(match[0])) is not None:
                yield *match.span(), meant, "A letter was lost when the text was converted"
    if "Ã" in text or "â" in text:
        for match in _MISREAD.finditer(text):
            if (meant := _reread(match[0])) is not None:
                yield *match.span(), meant, "A character was read in another encoding than it was written in"


def _restored(word: str) -> str | None:
    """The most frequent word with other letters in the places of the lost ones."""
    if word.count("\ufffd") > _MOST:
        return None
    fillings = product(_LETTERS, repeat=word.count("\ufffd"))
    words = ("".join(a + b for a, b in zip(word.split("\ufffd"), (*filling, ""), strict=True)) for filling in fillings)
    best = max(words, key=frequency)
    return best if frequency(best) > 0 else None


def _reread(word: str) -> str | None:
    """The word as it was written, if its characters are bytes of UTF-8 that were read as Windows-1252."""
    try:
        meant = b"".join(bytes([ord(c)]) if ord(c) < 256 else c.encode("cp1252") for c in word).decode("utf-8")
    except UnicodeError:
        return None
    return meant if meant != word else None
