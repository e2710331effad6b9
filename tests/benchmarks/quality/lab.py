"""What every table needs: the data folder, the models, and extractions that are made once."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from claimcheck import pipeline
from claimcheck.extract import extract
from claimcheck.extract.sentences import split_sentences
from claimcheck.models import load_entailment
from claimcheck.protocols import Entailment
from claimcheck.sources.reading import read
from claimcheck.types import Document, Extraction, Parse, Sentence, Span

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases"
COMMAND = "make bench-quality"


class MissingDataError(Exception):
    """What a table measures on is not in the data folder."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the report: what was measured on what, and the rows."""

    title: str
    data: str  # the name of the data, relative to the data folder; under tests/ it is the repository's own
    headers: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    note: str = ""  # how to read it, in plain sentences


@dataclass
class Lab:
    """A data folder laid out like ../shared/data, and the models."""

    folder: Path
    models: pipeline.Models = field(default_factory=pipeline.default_models)
    _extractions: dict[str, Extraction] = field(default_factory=dict)

    def path(self, *parts: str) -> Path:
        """A file or folder of the data; MissingDataError when it is not there."""
        path = self.folder.joinpath(*parts)
        if not path.exists():
            raise MissingDataError("/".join(parts))
        return path

    @cached_property
    def entailment(self) -> Entailment:
        """The shipped entailment model."""
        return load_entailment()

    @cached_property
    def held(self) -> frozenset[str]:
        """Names of the events that are only scored, never read or tuned on; none without a split."""
        split = self.folder / "split.json"
        return frozenset(json.loads(split.read_text(encoding="utf-8"))["held"]) if split.exists() else frozenset()

    def part(self, event: str) -> str:
        """ "held" or "tuning", for an event named like "ecb/1ecb" or "ecb_1ecb"."""
        return "held" if event.replace("/", "_") in self.held else "tuning"

    def events(self) -> Iterator[tuple[str, Path]]:
        """Every event of the clusters: its name ("ecb/1ecb") and its folder."""
        clusters = self.path("clusters")
        for folder in sorted(path for path in clusters.glob("*/*") if path.is_dir()):
            yield folder.relative_to(clusters).as_posix(), folder

    def rows(self, *parts: str) -> list[dict[str, str]]:
        """The rows of a tab-separated file with a header. Quotation marks are marks of the text, not of the format."""
        with self.path(*parts).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter="\t"))

    def lines(self, *parts: str) -> list[str]:
        """The lines of a gzipped text file."""
        with gzip.open(self.path(*parts), "rt", encoding="utf-8") as file:
            return file.read().strip().split("\n")

    def extraction(self, file: str) -> Extraction:
        """What is taken from one file of the clusters, read by itself ("ecb/1ecb/1_1ecb.txt")."""
        if file not in self._extractions:
            documents, _ = read([self.path("clusters", *file.split("/"))])
            document = documents[0]
            self._extractions[file] = extract(document, split_sentences(document), self.models.parser)
        return self._extractions[file]

    def parse(self, texts: Sequence[str]) -> list[tuple[Document, Sentence, Parse]]:
        """Texts of one sentence each, parsed."""
        parses = self.models.parser.parse(list(texts))
        return [
            (Document("d", "d.txt", text), Sentence(Span("d", 0, len(text)), 0), parse)
            for text, parse in zip(texts, parses, strict=True)
        ]


def ratio(part: float, whole: float) -> float:
    """A share, 0 where there is nothing to share."""
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of the two."""
    return ratio(2 * precision * recall, precision + recall)
