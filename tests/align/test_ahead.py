"""Vectors worked out ahead: the same ones, asked for once."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np
import pytest

from claimcheck.align.ahead import embedded_ahead
from claimcheck.protocols import Embedder, Part, Text, Vectors
from claimcheck.types import ModelInfo
from tests.fakes import FakeEmbedder


class _Noted(FakeEmbedder):
    """An embedder that notes what it is asked for, and waits before the first answer if it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[Text, ...]] = []
        self.may_answer = threading.Event()
        self.may_answer.set()

    def embed(self, texts: Sequence[Text]) -> Vectors:
        self.asked.append(tuple(texts))
        assert self.may_answer.wait(30)
        return super().embed(texts)


def test_what_was_begun_with_is_asked_once() -> None:
    """In any order, repeats among it, and parts of a text as well."""
    part = Part("Leaders met on Tuesday.", ((0, 11),))
    noted = _Noted()
    with embedded_ahead(["one", "two", part, "one"], noted) as embedder:
        vectors = embedder.embed([part, "two", "two"])
        assert embedder.info == noted.info
    assert noted.asked == [("one", "two", part)]
    assert np.array_equal(vectors, FakeEmbedder().embed([part, "two", "two"]))


def test_others_are_asked_for_as_well() -> None:
    """Without a wait for those that were begun with."""
    noted = _Noted()
    noted.may_answer.clear()
    with embedded_ahead(["one"], noted) as embedder:
        noted.may_answer.set()
        assert np.array_equal(embedder.embed(["one", "three"]), FakeEmbedder().embed(["one", "three"]))
    assert sorted(noted.asked) == [("one",), ("one", "three")]


def test_no_model_is_asked_for_nothing() -> None:
    """For it would be loaded."""

    class Never:
        info = ModelInfo("embedder", "never", "0", "0" * 64)

        def embed(self, texts: Sequence[Text]) -> Vectors:
            raise AssertionError(texts)

    never: Embedder = Never()
    with embedded_ahead([], never) as embedder:
        assert embedder is never


def test_an_error_of_the_model_is_raised_where_its_vectors_are_asked_for() -> None:
    """And one inside the block at once, whatever the model still does."""

    class Broken(FakeEmbedder):
        def embed(self, texts: Sequence[Text]) -> Vectors:
            raise ValueError(f"broken: {texts}")

    with embedded_ahead(["one"], Broken()) as embedder, pytest.raises(ValueError, match="broken"):
        embedder.embed(["one"])
    noted = _Noted()
    noted.may_answer.clear()
    with pytest.raises(KeyError), embedded_ahead(["one"], noted):
        raise KeyError
    noted.may_answer.set()
