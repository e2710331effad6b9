"""The way in, for the installed command and `python -m claimcheck`: Ctrl-C is quiet while the rest is imported too."""

from __future__ import annotations

import os
import signal


def main() -> None:
    """Run the command line."""
    ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # not where whoever started us ignores it
    if ours:
        signal.signal(signal.SIGINT, _leave)
    from claimcheck.cli import main as run  # noqa: PLC0415 — takes longest of all, and a handler must be there before

    if ours:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run()


def _leave(*_: object) -> None:
    """End at once: nothing has begun that would have to be ended."""
    os._exit(130)


if __name__ == "__main__":
    main()
