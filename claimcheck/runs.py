"""What every run has: its name, its time, and the stages it tells of."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from claimcheck.errors import UsageError


class Stage(str):
    """What a run is doing, and how far it has come where it takes long: `done` of `total`, 0 of 0 elsewhere."""

    __slots__ = ("done", "total")
    done: int
    total: int

    def __new__(cls, name: str, done: int = 0, total: int = 0) -> Stage:
        """A stage that begins, or one that has come so far."""
        stage = super().__new__(cls, name)
        stage.done, stage.total = done, total
        return stage


Progress = Callable[[Stage], None]


def quiet(_stage: Stage) -> None:
    """The progress of a run that nobody watches."""


def default_name(paths: Sequence[Path]) -> str:
    """The name of a report: that of its one folder or file, else "audit"."""
    if len(paths) != 1:
        return "audit"
    only = paths[0].resolve()
    return (only.name if only.is_dir() else only.stem) or "audit"


def now() -> str:
    """The time in UTC, ISO 8601; SOURCE_DATE_EPOCH fixes it so that a report can be reproduced."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH: {epoch!r} is no number of seconds; unset it or give one") from error
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
