"""Write the table of antonyms that ships with this package, out of a folder with WordNet 3.0's data files.

    python -m claimcheck.compare.export_antonyms /usr/share/wordnet

Debian's package `wordnet-base` holds such a folder. Kept are pairs of single words that an ordinary reader
meets, in the order of the alphabet; each is written once, with its part of speech.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from claimcheck.compare.opposites import ANTONYMS
from claimcheck.compare.words import frequency

_FILES = {"adj": "ADJ", "adv": "ADV", "noun": "NOUN", "verb": "VERB"}
_COMMON = 2.8  # Zipf
_ANTONYM = "!"

Synset = tuple[tuple[str, ...], tuple[tuple[str, str, str], ...]]  # words; (symbol, offset, source and target word)


def antonyms(folder: Path) -> Iterator[tuple[str, str, str]]:
    """(part of speech, word, antonym), sorted."""
    found: set[tuple[str, str, str]] = set()
    for name, pos in _FILES.items():
        synsets = dict(_synsets((folder / f"data.{name}").read_text(encoding="ascii")))
        for a, b in _pairs(synsets):
            if all(word.isalpha() and frequency(word) >= _COMMON for word in (a, b)):
                found.add((pos, min(a, b), max(a, b)))
    yield from sorted(found)


def _synsets(data: str) -> Iterator[tuple[str, Synset]]:
    """Each record as its offset, and the words and pointers it holds; see wndb(5WN) for the format."""
    for line in data.split("\n"):
        if not line or line.startswith(" "):
            continue  # the licence, which opens the file
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        words = tuple(fields[4 + 2 * i].split("(")[0].lower() for i in range(count))
        start = 4 + 2 * count
        pointers = range(start + 1, start + 1 + 4 * int(fields[start]), 4)
        yield fields[0], (words, tuple((fields[i], fields[i + 1], fields[i + 3]) for i in pointers))


def _pairs(synsets: Mapping[str, Synset]) -> Iterator[tuple[str, str]]:
    for words, pointers in synsets.values():
        for symbol, offset, ends in pointers:
            if symbol == _ANTONYM:
                yield words[int(ends[:2], 16) - 1], synsets[offset][0][int(ends[2:], 16) - 1]


def main() -> None:
    """Write the table into the package."""
    rows = antonyms(Path(sys.argv[1]))
    ANTONYMS.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
