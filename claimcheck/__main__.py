"""The way in, for the installed command and `python -m claimcheck`: Ctrl-C is quiet and heard, whenever it comes."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress

TYPE_CHECKING = False  # typing's own, without importing typing

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_AGAIN = 0.01  # seconds after which an interrupt that was swallowed is raised once more


def main() -> None:
    """Run the command line."""
    ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # not where whoever started us ignores it
    if ours:
        signal.signal(signal.SIGINT, _leave)
    from claimcheck.cli import main as run  # noqa: PLC0415 — takes longest of all, and a handler must be there before

    sys.unraisablehook = _hear
    if ours:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        run()
    except SystemExit as leaving:
        _end(leaving.code)
        raise


def _leave(*_: object) -> None:
    """End at once: nothing has begun that would have to be ended."""
    os._exit(130)


def _end(status: object) -> None:
    """End as soon as all is written, without taking the models apart piece by piece."""
    with suppress(OSError, ValueError):  # what cannot be written is Python's to tell
        sys.stdout.flush()
        sys.stderr.flush()
        if isinstance(status, int):
            os._exit(status)


def _hear(lost: UnraisableHookArgs) -> None:
    """Ctrl-C while an object is being deleted is an error that Python can only print: raise it outside of that."""
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(lost)
        return
    from threading import Timer  # noqa: PLC0415 — hardly ever

    Timer(_AGAIN, _interrupt).start()


def _interrupt() -> None:
    from _thread import interrupt_main  # noqa: PLC0415 — as above
    from threading import main_thread  # noqa: PLC0415 — as above

    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(main_thread().ident or 0, signal.SIGINT)  # ends a wait, too
    else:
        interrupt_main()


if __name__ == "__main__":
    main()
