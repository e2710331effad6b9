"""The seams behind which models live. Tests put fakes here; nothing else knows a model's library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from claimcheck.types import ModelInfo, Parse

Vectors = NDArray[np.float32]


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

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimensions), float32, rows of length 1; a row never depends on its neighbours."""
        ...
