"""Words that exclude each other: antonyms, outcomes of one scale, and a word with its negated form.

The antonyms come from WordNet 3.0 (`export_antonyms` wrote the table), the scales of outcomes
from `data/outcomes.txt`, where what follows in time ("arrested", "released") is told from what
cannot both be ("convicted", "acquitted").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from claimcheck.compare.words import frequency, word_set

ANTONYMS = Path(__file__).parent / "data" / "antonyms.tsv"
OUTCOMES = Path(__file__).parent / "data" / "outcomes.txt"

# "Before" against "after": what a sentence sets into time, space or a camp. Each is a pair of one closed class.
_DIRECTIONS = (
    ("before", "after"), ("with", "without"), ("inside", "outside"), ("above", "below"), ("over", "under"),
    ("up", "down"), ("for", "against"), ("into", "from"), ("north", "south"), ("east", "west"), ("left", "right"),
)  # fmt: skip
# Scales of states that a thing is in as a whole: that it is one thing is ground enough.
STATES = word_set("damage harm appeal")
LEVELS = word_set("movement")  # what a quantity does
_NEGATING = ("un", "non", "in", "im", "il", "ir", "dis")
_LEAST_BASE = 6  # letters: "in" and "vest" make no opposites
_KNOWN = 2.0  # Zipf
_NO_OPPOSITES = word_set("invaluable indifferent infamous invested impassioned disease invented")


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two words that exclude each other.

    `ground` is "antonyms", "outcomes", "direction" or "negated"; `follows` marks states that one thing
    can be in one after the other.
    """

    a: str
    b: str
    ground: str
    scale: str = ""
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """One word's place on a scale: of outcomes, of states that `follow` one another, or of `kind`s."""

    scale: str
    side: int
    follows: bool = False
    kind: bool = False


@lru_cache(maxsize=1 << 16)  # few words are set against each other, but by every pair of claims
def opposition(a: str, b: str, pos: str) -> Opposition | None:
    """How two lemmas of one part of speech (Universal POS) exclude each other; None when they do not."""
    a, b = a.lower(), b.lower()
    for x in outcomes().get(a, ()):
        for y in outcomes().get(b, ()):
            if x.scale == y.scale and x.side != y.side:
                return Opposition(a, b, "outcomes", x.scale, x.follows)
    if (a, b) in _DIRECTIONS or (b, a) in _DIRECTIONS:
        return Opposition(a, b, "direction")
    if b in antonyms().get((pos, a), ()):
        return Opposition(a, b, "antonyms", follows=pos == "VERB")
    if pos in {"ADJ", "ADV", "VERB"} and (_negates(a, b) or _negates(b, a)):
        return Opposition(a, b, "negated")
    return None


def _negates(word: str, base: str) -> bool:
    """Whether `word` is `base` with a negating prefix."""
    if len(base) < _LEAST_BASE or word in _NO_OPPOSITES or not word.endswith(base):
        return False
    return word.removesuffix(base).rstrip("-") in _NEGATING and frequency(word) >= _KNOWN


@cache
def outcomes() -> Mapping[str, tuple[Outcome, ...]]:
    """Word → where it stands on the scales of outcomes."""
    found: dict[str, list[Outcome]] = defaultdict(list)
    for line in OUTCOMES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, sides = line.split(":")
            follows, kind = name.endswith("~"), name.endswith("=")
            for number, side in enumerate(sides.split("|")):
                for word in side.split():
                    found[word].append(Outcome(name.rstrip("~="), number, follows, kind))
    return {word: tuple(places) for word, places in found.items()}


@cache
def antonyms() -> Mapping[tuple[str, str], frozenset[str]]:
    """(part of speech, word) → its antonyms."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in ANTONYMS.read_text(encoding="utf-8").splitlines():
        pos, a, b = line.split("\t")
        found[pos, a].add(b)
        found[pos, b].add(a)
    return {key: frozenset(words) for key, words in found.items()}
