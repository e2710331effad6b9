"""Events of any size, made of the seeds: each article tells a part of the evening, some details changed."""

from __future__ import annotations

import random
import re
from pathlib import Path

SEEDS = Path(__file__).parents[3] / "seeds"
SENTENCES = 6  # of an article: a brief
_CHANGED = 0.15  # share of the sentences in which one detail is another
_SENTENCE = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“])")
_NUMBERS = ("two", "three", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EXTRA = (
    "on the record",
    "in the end",
    "once more",
    "as before",
    "in public",
    "at some length",
    "in short",
    "after all",
)


def write_event(folder: Path, articles: int, *, seed: int = 7) -> None:
    """Write so many articles about the seeds' event."""
    folder.mkdir(parents=True, exist_ok=True)
    pool = [s for file in sorted(SEEDS.glob("*.txt")) for s in _sentences(file)]
    for number in range(articles):
        (folder / f"{number:04}.txt").write_text(
            article(pool, random.Random(seed * 100_000 + number)), encoding="utf-8"
        )


def article(pool: list[str], rng: random.Random) -> str:
    """A brief of some of the sentences, in their order."""
    start = rng.randrange(len(pool))
    chosen = [pool[(start + step) % len(pool)] for step in range(SENTENCES)]
    return "\n\n".join(_changed(sentence, rng) for sentence in chosen) + "\n"


def _sentences(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8")
    found = (s.strip() for paragraph in text.splitlines() for s in _SENTENCE.split(paragraph))
    return [sentence for sentence in found if len(sentence.split()) > 7]


def _changed(sentence: str, rng: random.Random) -> str:
    if rng.random() > _CHANGED:
        return sentence
    words = sentence.split(" ")
    for at in rng.sample(range(len(words)), len(words)):
        for kind in (_NUMBERS, _DAYS):
            if words[at] in kind:
                words[at] = rng.choice(kind)
                return " ".join(words)
    words.insert(rng.randrange(1, len(words)), rng.choice(_EXTRA))
    return " ".join(words)
