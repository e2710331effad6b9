"""The seams behind which models live. Tests put fakes here; nothing else knows a model's library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from claimcheck.types import ModelInfo, Parse

Vectors = NDArray[np.float32]


class Part(NamedTuple):
    """Some of a text, to be embedded as it reads there."""

    whole: str
    ranges: tuple[tuple[int, int], ...]  # of characters: start and end, in order

    @property
    def words(self) -> str:
        """What stands there, by itself."""
        return " ".join(self.whole[start:end].strip() for start, end in self.ranges)


Text = str | Part


def context(text: Text) -> str:
    """The text that a model reads to embed it: itself, or the whole that it is a part of."""
    return text if isinstance(text, str) else text.whole


class Parser(Protocol):
    """Turns sentences into dependency parses."""

    @property
    def info(self) -> ModelInfo: ...

    def parse(self, sentences: Sequence[str]) -> tuple[Parse, ...]:
        """One parse a sentence, in order; a sentence is never split further."""
        ...


class Embedder(Protocol):
    """Turns texts into unit vectors whose dot product is a cosine."""

    @property
    def info(self) -> ModelInfo: ...

    def embed(self, texts: Sequence[Text]) -> Vectors:
        """Shape (len(texts), dimensions), float32, rows of length 1; a row never depends on its neighbours."""
        ...


class Entailment(Protocol):
    """Says of a premise and a hypothesis whether the second follows from the first, is open, or contradicts it."""

    @property
    def info(self) -> ModelInfo: ...

    def predict(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        """Shape (len(pairs), 3), float32: probabilities of entailment, neutral and contradiction, in this order.

        A row never depends on its neighbours.
        """
        ...
