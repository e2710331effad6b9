"""Fakes for the seams of claimcheck.protocols: instant, deterministic, and without any knowledge of English."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from claimcheck.protocols import Text, Vectors
from claimcheck.types import ModelInfo, Parse, Token


class FakeParser:
    """Splits words from punctuation and hangs every token on the first."""

    info = ModelInfo("parser", "fake", "0", "0" * 64)

    def parse(self, sentences: Sequence[str]) -> tuple[Parse, ...]:
        """One flat parse a sentence."""
        return tuple(Parse(sentence, tuple(_tokens(sentence))) for sentence in sentences)


class FakeEmbedder:
    """Bags of words: texts that share words are near, and nothing else is."""

    info = ModelInfo("embedder", "fake", "0", "0" * 64)

    def __init__(self, dimensions: int = 256) -> None:
        self._dimensions = dimensions

    def embed(self, texts: Sequence[Text]) -> Vectors:
        """One unit vector a text, a part read by itself; a text without a word points along the first axis."""
        vectors = np.zeros((len(texts), self._dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            read = text if isinstance(text, str) else text.words
            for word in re.findall(r"\w+", read.lower()) or [""]:
                vectors[row, self._axis(word)] += 1
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors

    def _axis(self, word: str) -> int:
        return int.from_bytes(hashlib.sha256(word.encode()).digest()[:4]) % self._dimensions if word else 0


class FakeEntailment:
    """Words alone decide: all of the hypothesis in the premise follows, one "not" more or less contradicts."""

    info = ModelInfo("entailment", "fake", "0", "0" * 64)

    def predict(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        """0.8 for one of entailment, neutral and contradiction, 0.1 for each of the others."""
        rows = [[0.8 if i == self._label(*pair) else 0.1 for i in range(3)] for pair in pairs]
        return np.array(rows, dtype=np.float32).reshape(-1, 3)

    def _label(self, premise: str, hypothesis: str) -> int:
        first, second = (set(re.findall(r"\w+", text.lower())) for text in (premise, hypothesis))
        if (first ^ second) & {"not", "no", "never"} and len(first & second) > 1:
            return 2
        return 0 if second <= first else 1


def _tokens(sentence: str) -> list[Token]:
    words = re.finditer(r"\w+|[^\w\s]", sentence)
    return [
        Token(i, m.start(), m.end(), m[0], m[0].lower(), "X", "XX", "ROOT" if i == 0 else "dep", 0)
        for i, m in enumerate(words)
    ]
