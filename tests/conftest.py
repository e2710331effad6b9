"""Fixtures every test may use: the real models, loaded once a run."""

from __future__ import annotations

import pytest

from claimcheck.models.embedder import load_embedder
from claimcheck.models.light import import_lightly
from claimcheck.models.parser import load_parser, needs_torch
from claimcheck.protocols import Embedder, Parser

import_lightly(needs_torch=needs_torch())


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The real parser."""
    return load_parser()


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The real embedder."""
    return load_embedder()
