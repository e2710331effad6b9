"""Nothing asks the network at run time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.models.embedder import default_folder

ROOT = Path(__file__).parents[1]
ASKED = 97  # the exit status of a process that tried

# An audit hook sees every look-up and connection of the process, and leaving at once
# means that no `except` on the way can hide it.
GUARD = f"""
import os, sys
def refuse(event, arguments):
    if event in {{"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg"}}:
        os.write(2, f"asked the network: {{event}} {{arguments[1:]}}".encode())
        os._exit({ASKED})
sys.addaudithook(refuse)
"""

AUDIT = "from claimcheck.cli import main; main(sys.argv[1:])"

# The second path to an embedder goes through libraries that are made to download.
STOCK = """
from claimcheck.errors import ModelError
from claimcheck.models import load_embedder
assert load_embedder(sys.argv[1]).embed(["Leaders met."]).shape == (1, 384)
try:
    load_embedder("nobody/no-such-model")
except ModelError:
    sys.exit(0)
sys.exit(1)
"""


def guarded(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `code` where touching the network ends the process, with no setting that would keep it offline anyway."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HF_", "TRANSFORMERS_"))}
    command = [sys.executable, "-c", GUARD + code, *arguments]
    return subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, text=True, check=False)


def test_the_guard_sees_a_connection() -> None:
    """A process that opens a connection does end with the guard's status."""
    assert guarded("import socket; socket.create_connection(('127.0.0.1', 9))").returncode == ASKED


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "seeds", "--name", "seeds", "--format", "markdown", "--format", "json", "--fail-on", "never"),
        ("show", "seeds/004_700aca5758974d95.txt"),
        ("doctor",),
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_command_asks_the_network(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """Every command that loads a model does its work with the network forbidden."""
    output = ("--output", str(tmp_path)) if arguments[0] == "audit" else ()
    done = guarded(AUDIT, *arguments, *output)
    assert done.returncode == 0, done.stderr


def test_sentence_transformers_does_not_ask_either() -> None:
    """A model from a folder loads, and an unknown name is refused, with the network forbidden."""
    done = guarded(STOCK, str(default_folder()))
    assert done.returncode == 0, done.stderr


def test_no_library_collects_anything(tmp_path: Path) -> None:
    """Native code is not seen by the guard; whatever it would send later it first keeps in the user's folders."""
    home = tmp_path / "home"
    home.mkdir()
    unset = ("ORT_", "XDG_", "CLAIMCHECK_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(unset)} | {"HOME": str(home)}
    command = [
        sys.executable,
        "-c",
        f"import sys; {AUDIT}",
        "audit",
        "seeds",
        "--no-cache",
        "--quiet",
        "--fail-on",
        "never",
    ]
    done = subprocess.run(
        [*command, "--output", str(tmp_path / "out")], cwd=ROOT, env=kept, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert list(home.rglob("*")) == []
