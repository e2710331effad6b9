"""The configuration of a run, read and checked, with where each value came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimcheck.settings import Groups, Override, Settings, Severities
from claimcheck.triage.waivers import Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything a user can choose. `Config()` is what holds without a file, a variable or a flag."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severities = ()
    min_confidence: float = 0.0
    fail_on: str = "error"
    format: tuple[str, ...] = ("markdown",)
    output: str = "reports/"
    baseline: str | None = None
    names: tuple[str, ...] = ()
    models_parser: str | None = None
    models_embedder: str | None = None
    models_entailment: str = "shipped"
    cache: str | None = None  # a folder, "off", or None for the user's own
    jobs: int | None = None  # cores to use; None: all
    origins_independent: Groups = ()
    origins_same_origin: Groups = ()
    overrides: tuple[Override, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    file: str | None = None  # the one that was read
    root: str = ""  # its folder, which patterns of paths count from
    raw: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)  # key → as a file would hold it
    origin: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)  # key → where it is from

    def place(self, key: str) -> str:
        """Where the value of a key stands, for a line about it: in the file, a variable, a flag; the key for none."""
        source = self.origin.get(key, "default")
        if source == "default":
            return key
        return f"{source}: {key}" if source == self.file else source

    def settings(self) -> Settings:
        """What the pipeline needs of it."""
        return Settings(
            select=self.select,
            ignore=self.ignore,
            severity=self.severity,
            min_confidence=self.min_confidence,
            names=self.names,
            independent=self.origins_independent,
            same_origin=self.origins_same_origin,
            overrides=self.overrides,
            root=self.root,
        )
