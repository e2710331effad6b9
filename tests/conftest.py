"""Fixtures every test may use: the real models, loaded once a run."""

from __future__ import annotations

import pytest

from claimcheck.models.parser import load_parser
from claimcheck.protocols import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The real parser."""
    return load_parser()
