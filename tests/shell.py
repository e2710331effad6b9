"""The command line as a user runs it, in a folder of real files; models stay loaded from one run to the next."""

from __future__ import annotations

import contextlib
import io
import logging
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest import mock

from claimcheck import models
from claimcheck.cli import main
from claimcheck.console import handler
from claimcheck.models import bundle

LOADED = {name: cache(getattr(models, name)) for name in ("load_parser", "load_embedder")}

SEVEN = "Seven national leaders dined at the palace in The Hague on Tuesday, June 27, officials said.\n"
EIGHT = "Eight national leaders had dinner at the palace in The Hague on Tuesday, officials said.\n"
ASIDE = "The palace was built in the seventeenth century and has a garden that the public may visit.\n"
OTHER = "The talks went on past midnight, and the host thanked the guests for the patience they had shown.\n"


@dataclass(frozen=True)
class Result:
    """What a run came to."""

    status: int
    out: str
    err: str


class Bytes(io.TextIOWrapper):
    """Standard output or error, kept."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    def text(self) -> str:
        """What was written."""
        self.flush()
        held: io.BytesIO = self.buffer  # type: ignore[assignment]
        return held.getvalue().decode()


def claimcheck(folder: Path, *arguments: str, **environment: str) -> Result:
    """Run the command line in a folder, through its own entry point; the status is that of the process."""
    out, err = Bytes(), Bytes()
    before, variables = Path.cwd(), dict(os.environ)
    os.chdir(folder)
    os.environ.update(environment)
    status: object = 0
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), mock.patch.multiple(bundle, **LOADED):
            main(arguments)
    except SystemExit as done:
        status = done.code
    finally:
        os.chdir(before)
        handler.ROOT.handlers.clear()  # what a process sets up goes with it
        handler.ROOT.setLevel(logging.NOTSET)
        os.environ.clear()
        os.environ.update(variables)
    assert "Traceback" not in err.text()
    return Result(int(str(status or 0)), out.text(), err.text())


def lay_out(folder: Path, **files: str) -> Path:
    """Write files, `__` in a name standing for a slash and `_` before the suffix for the dot; the folder."""
    for name, text in files.items():
        path = folder / (".".join(name.replace("__", "/").rsplit("_", 1)))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
