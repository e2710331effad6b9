"""The way into the program: Ctrl-C ends it quietly, whenever it comes."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from claimcheck import __version__

INTERRUPTED = """
import os, signal, sys

signal.signal(signal.SIGINT, {handler})

class Impatient:
    def find_spec(self, name, *_):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Impatient())
from claimcheck.__main__ import main
sys.argv[1:] = {arguments!r}
main()
"""


def run(*command: str) -> tuple[int, str, str]:
    """Exit status, standard output, standard error of a Python."""
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    "module", ["claimcheck.cli", "typer", "claimcheck.console.run", "claimcheck.config", "claimcheck.config.load"]
)
def test_an_interrupt_is_quiet(module: str) -> None:
    """While the command line is imported, and when a command has begun."""
    code = INTERRUPTED.format(handler="signal.default_int_handler", module=module, arguments=["config", "show"])
    assert run("-c", code) == (130, "", "")


SWALLOWED = """
import os, signal, sys, time

class Dying:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)

class Busy:
    def find_spec(self, name, *_):
        if name == "claimcheck.config.load":
            Dying()
            time.sleep(30)

sys.meta_path.insert(0, Busy())
from claimcheck.__main__ import main
sys.argv[1:] = ["config", "show"]
main()
"""


def test_an_interrupt_is_heard_while_an_object_is_deleted() -> None:
    """Where Python would print that it ignores it, and go on."""
    assert run("-c", SWALLOWED) == (130, "", "")


def test_an_interrupt_that_is_ignored_stays_so() -> None:
    """As for a job in the background of a script."""
    code = INTERRUPTED.format(handler="signal.SIG_IGN", module="claimcheck.cli", arguments=["--version"])
    assert run("-c", code) == (0, f"claimcheck {__version__}\n", "")


def test_it_can_be_run_as_a_module() -> None:
    """As `python -m claimcheck`, and by the command that an installation makes."""
    assert run("-m", "claimcheck", "--version") == (0, f"claimcheck {__version__}\n", "")
    scripts = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, function = scripts["scripts"]["claimcheck"].partition(":")
    assert callable(getattr(import_module(module), function))
