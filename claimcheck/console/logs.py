"""What is said on standard error: plain lines, or one JSON object a line.

Logging and JSON are imported when there is something to say, so that `--help` answers at once.
"""

from __future__ import annotations

from typing import Any

_ERROR, _WARNING, _INFO = 40, 30, 20  # the levels of the standard library's logging


def set_up(*, quiet: bool = False, verbose: bool = False, as_json: bool = False) -> None:
    """Say errors, warnings too unless `quiet`, and what is done when `verbose`."""
    from claimcheck.console import handler  # noqa: PLC0415 — not for --help

    handler.install(_INFO if verbose else _ERROR if quiet else _WARNING, as_json=as_json)


def is_verbose() -> bool:
    """Whether what is done is said."""
    from claimcheck.console import handler  # noqa: PLC0415 — not for --help

    return handler.ROOT.isEnabledFor(_INFO)


def complain(message: str) -> None:
    """Say what is wrong, a line each."""
    _say(_ERROR, message)


def warn(message: str) -> None:
    """Say what is odd and stops nothing."""
    _say(_WARNING, message)


def tell(message: str, **fields: Any) -> None:
    """Say what is done; `fields` go into the JSON."""
    _say(_INFO, message, fields)


def _say(level: int, message: str, fields: dict[str, Any] | None = None) -> None:
    from claimcheck.console import handler  # noqa: PLC0415 — not for --help

    if not handler.is_installed():
        set_up()
    handler.ROOT.log(level, "%s", message, extra={"fields": fields or {}})
