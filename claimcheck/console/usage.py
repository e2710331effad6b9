"""What is wrong with a command line, in one line like any other error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

import typer

from claimcheck.console import logs

# The root of Typer's usage errors, which it does not export: what every one of them derives from.
Wrong: Any = typer.BadParameter.__base__


def complain(error: Any, arguments: Sequence[str]) -> int:
    """Say what is wrong and where to look; the exit status. A command group without a command gets its help."""
    message = error.format_message()
    if message.startswith("Usage:"):
        typer.echo(message, err=True)
        return 2
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    logs.set_up(as_json="--log-json" in options)
    command = error.ctx.command_path if error.ctx else " ".join(["claimcheck", *arguments[:1]])
    logs.complain(f"{_said(error, ' '.join(message.split()))}; see `{command} --help`")
    return 2


def _said(error: Any, message: str) -> str:
    """Typer's message in our form, with the word that was perhaps meant."""
    if option := getattr(error, "option_name", None) if hasattr(error, "possibilities") else None:
        return f"{option}: no such option{_hint(option, error.possibilities or ())}"
    commands = tuple(getattr(error.ctx.command, "commands", ())) if error.ctx else ()
    if commands and (named := re.match(r"No such command '(.*?)'\.", message)):
        return f"{named[1]}: no such command{_hint(named[1], commands)}"
    return f"{message[:1].lower()}{message[1:]}".removesuffix(".")


def _hint(word: str, known: Iterable[str]) -> str:
    bare = {name.lstrip("-"): name for name in known}  # dashes are alike in all
    near = get_close_matches(word.lstrip("-"), bare, n=1, cutoff=0.7)
    return f" (is {bare[near[0]]} meant?)" if near else ""
