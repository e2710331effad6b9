"""The log handler behind `claimcheck.console.logs`."""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from datetime import UTC, datetime

import typer

from claimcheck.report.escape import plain

ROOT = logging.getLogger("claimcheck")


class Lines(logging.Handler):
    """Writes to the standard error of the moment, one line a record."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self._as_json = as_json

    def emit(self, record: logging.LogRecord) -> None:
        for line in record.getMessage().splitlines():
            with suppress(OSError):  # standard error is full or gone, and there is nowhere else to say so
                typer.echo(_as_object(record, line) if self._as_json else f"claimcheck: {plain(line)}", err=True)


def install(level: int, *, as_json: bool) -> None:
    """Put a handler of ours in the place of any before it."""
    for handler in [h for h in ROOT.handlers if isinstance(h, Lines)]:
        ROOT.removeHandler(handler)
    ROOT.addHandler(Lines(as_json=as_json))
    ROOT.setLevel(level)


def is_installed() -> bool:
    """Whether somebody has said how messages are shown."""
    return any(isinstance(handler, Lines) for handler in ROOT.handlers)


def _as_object(record: logging.LogRecord, line: str) -> str:
    entry = {
        "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "message": plain(line),
        **getattr(record, "fields", {}),
    }
    return json.dumps(entry, ensure_ascii=False)
