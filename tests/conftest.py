"""Fixtures every test may use: the real models, loaded once a run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from claimcheck.models.embedder import load_embedder
from claimcheck.models.light import import_spacy, import_splitter
from claimcheck.models.parser import load_parser
from claimcheck.protocols import Embedder, Parser

if TYPE_CHECKING:
    from claimcheck.pipeline import Models

import_splitter()
import_spacy()


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache for this run alone: the user's own is neither used nor filled."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMCHECK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The real parser."""
    return load_parser()


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The real embedder."""
    return load_embedder()


@pytest.fixture(scope="session")
def models(parser: Parser, embedder: Embedder) -> Models:
    """Both, as the pipeline takes them."""
    from claimcheck.pipeline import Models  # noqa: PLC0415  (a test of one layer need not import them all)

    return Models(lambda: parser, lambda: embedder)
