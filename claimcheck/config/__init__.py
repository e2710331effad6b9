"""The configuration: files, environment and flags, each key checked and its source remembered."""

from __future__ import annotations

from claimcheck.config.config import Config
from claimcheck.config.load import load

__all__ = ["Config", "load"]
