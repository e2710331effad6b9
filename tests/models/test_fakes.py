"""The fakes keep the promises of the real models, so a test with one means something."""

from __future__ import annotations

import numpy as np
import pytest
from fakes import FakeEmbedder, FakeEntailment, FakeParser

from claimcheck.models.entailment import load_entailment
from claimcheck.protocols import Embedder, Entailment, Parser

TEXTS = ["Seven leaders met.", "", "Seven leaders met in The Hague."]


@pytest.mark.parametrize("name", ["fake", "real"])
def test_parsers_agree_on_the_shape(name: str, parser: Parser) -> None:
    """One parse a sentence, tokens that are slices of it, one root."""
    either: Parser = FakeParser() if name == "fake" else parser
    parses = either.parse(TEXTS)
    assert [parse.text for parse in parses] == TEXTS
    assert either.info.role == "parser"
    for parse in parses:
        assert [parse.text[t.start : t.end] for t in parse.tokens] == [t.text for t in parse.tokens]
        assert sum(t.head == t.i for t in parse.tokens) == min(1, len(parse.tokens))


@pytest.mark.parametrize("name", ["fake", "real"])
def test_embedders_agree_on_the_shape(name: str, embedder: Embedder) -> None:
    """Unit float32 rows that do not depend on their neighbours; shared words are near."""
    either: Embedder = FakeEmbedder() if name == "fake" else embedder
    vectors = either.embed(TEXTS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    assert np.array_equal(vectors[2], either.embed(TEXTS[2:])[0])
    assert vectors[0] @ vectors[2] > 0.7 > vectors[0] @ vectors[1]
    assert either.info.role == "embedder"


@pytest.mark.parametrize("name", ["fake", "real"])
def test_entailment_models_agree_on_the_shape(name: str) -> None:
    """Float32 probabilities that do not depend on their neighbours; a denial contradicts."""
    either: Entailment = FakeEntailment() if name == "fake" else load_entailment()
    pairs = [(TEXTS[0], TEXTS[0]), (TEXTS[0], "Seven leaders never met."), (TEXTS[0], "")]
    found = either.predict(pairs)
    assert (found.shape, found.dtype) == ((3, 3), np.float32)
    assert np.allclose(found.sum(axis=1), 1, atol=1e-6)
    assert np.array_equal(found[1], either.predict(pairs[1:2])[0])
    assert found[0].argmax() == 0
    assert found[1].argmax() == 2
    assert either.predict([]).shape == (0, 3)
    assert either.info.role == "entailment"
