"""What is said on standard error: plain lines, or one JSON object a line."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

import typer

_ROOT = logging.getLogger("claimcheck")


class _Lines(logging.Handler):
    """Writes to the standard error of the moment, one line a record."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self._as_json = as_json

    def emit(self, record: logging.LogRecord) -> None:
        for line in record.getMessage().splitlines():
            typer.echo(_as_object(record, line) if self._as_json else f"claimcheck: {_plain(line)}", err=True)


def set_up(*, quiet: bool = False, verbose: bool = False, as_json: bool = False) -> None:
    """Say errors, warnings too unless `quiet`, and what is done when `verbose`."""
    for handler in [h for h in _ROOT.handlers if isinstance(h, _Lines)]:
        _ROOT.removeHandler(handler)
    _ROOT.addHandler(_Lines(as_json=as_json))
    _ROOT.setLevel(logging.INFO if verbose else logging.ERROR if quiet else logging.WARNING)


def is_verbose() -> bool:
    """Whether what is done is said."""
    return _ROOT.isEnabledFor(logging.INFO)


def complain(message: str) -> None:
    """Say what is wrong, a line each."""
    _say(logging.ERROR, message)


def warn(message: str) -> None:
    """Say what is odd and stops nothing."""
    _say(logging.WARNING, message)


def tell(message: str, **fields: Any) -> None:
    """Say what is done; `fields` go into the JSON."""
    _say(logging.INFO, message, fields)


def _say(level: int, message: str, fields: dict[str, Any] | None = None) -> None:
    if not any(isinstance(handler, _Lines) for handler in _ROOT.handlers):
        set_up()
    _ROOT.log(level, "%s", message, extra={"fields": fields or {}})


def _as_object(record: logging.LogRecord, line: str) -> str:
    entry = {
        "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "message": _plain(line),
        **getattr(record, "fields", {}),
    }
    return json.dumps(entry, ensure_ascii=False)


def _plain(text: str) -> str:
    from claimcheck.report.escape import plain  # noqa: PLC0415 — most runs have nothing to say

    return plain(text)
