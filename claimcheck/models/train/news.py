"""Sentences of the news that typed pairs are made from, parsed, with what the edits need to know of all of them."""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.errors import UsageError
from claimcheck.protocols import Parser
from claimcheck.types import EntitySpan, Parse

# A rough splitter will do: what it splits badly is short, long or without a verb, and left out.
_STOP = re.compile(r"(?<=[.!?][\"”'’ ])(?<!\b[A-Z]\.)\s*(?=[A-Z\"“])|\n+")
_TORN = re.compile(r" (n't|'(?:s|re|ve|ll|m|d))\b|(?<=\d: )(?=\d\d\b)")
_SHORTEST, _LONGEST = 6, 34  # words


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of one article, parsed."""

    event: str
    article: str
    parse: Parse

    @property
    def text(self) -> str:
        """The sentence."""
        return self.parse.text


@dataclass
class Stock:
    """What the sentences hold all together: the names of each event, and how each lemma is inflected."""

    names: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))  # (event, label)
    forms: dict[tuple[str, str], str] = field(default_factory=dict)  # (lemma, Penn tag)

    def others(self, event: str, label: str, name: str) -> list[str]:
        """Names of that kind in the event that share no word with `name`."""
        words = set(name.lower().split())
        return [other for other in self.names[event, label] if not words & set(other.lower().split())]


def tuning_folders(data: Path) -> list[Path]:
    """The ECB+ events that may be learnt from: never a held one, and none of NewsWCL50, which is for measuring only."""
    split = data / "split.json"
    if not split.exists():
        raise UsageError(f"{split}: not there, so nothing says which events are held back")
    held = set(json.loads(split.read_text(encoding="utf-8"))["held"])
    folders = sorted(folder for folder in (data / "clusters" / "ecb").iterdir() if folder.is_dir())
    return [folder for folder in folders if f"ecb_{folder.name}" not in held]


def read_lines(folders: Sequence[Path], parser: Parser, *, seed: int) -> list[Line]:
    """Every usable sentence of the events, each wording once an event."""
    rng = random.Random(seed)
    found: dict[tuple[str, str], str] = {}
    for folder in folders:
        for file in sorted(folder.glob("*.txt")):
            for sentence in _sentences(file.read_text(encoding="utf-8"), rng):
                found.setdefault((folder.name, sentence), file.stem)
    parses = parser.parse([sentence for _, sentence in found])
    return [Line(event, article, parse) for ((event, _), article), parse in zip(found.items(), parses, strict=True)]


def take_stock(lines: Sequence[Line]) -> Stock:
    """Names and inflected forms, each in the order of first use; a form is the commonest of its lemma and tag."""
    stock, counted = Stock(), Counter[tuple[str, str, str]]()
    for line in lines:
        for entity in line.parse.entities:
            names = stock.names[line.event, entity.label]
            if (name := entity_text(line.parse, entity)) not in names:
                names.append(name)
        counted.update((t.lemma.lower(), t.tag, t.text.lower()) for t in line.parse.tokens if t.text.isalpha())
    for (lemma, tag, form), _ in counted.most_common():
        stock.forms.setdefault((lemma, tag), form)
    return stock


def entity_text(parse: Parse, entity: EntitySpan) -> str:
    """The words of an entity, without an article before or a possessive ending after it."""
    tokens = [t for t in parse.tokens[entity.start : entity.end] if t.tag not in {"DT", "POS"}]
    return parse.text[tokens[0].start : tokens[-1].end] if tokens else ""


def _sentences(text: str, rng: random.Random) -> Iterator[str]:
    for piece in _STOP.split(re.sub(r"(?<=[.!?])(?=\s)", " ", text)):
        sentence = " ".join(piece.split())
        if rng.random() < 0.7:  # the corpus was put together from tokens; most articles are not
            sentence = _TORN.sub(r"\1", sentence)
        if _SHORTEST <= len(sentence.split()) <= _LONGEST and sentence[-1] in '.!?"”':
            yield sentence
