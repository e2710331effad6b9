"""What is printed: the summary, a report on standard output, a spinner while somebody waits."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TextIO

import typer

from claimcheck.console import logs

if TYPE_CHECKING:
    from rich.console import Console

    from claimcheck.runs import Stage
    from claimcheck.types import Report, Skipped


def console(stream: TextIO, *, soft_wrap: bool = True) -> Console:
    """A console that styles text on a terminal alone, and not even there when NO_COLOR is set."""
    from rich.console import Console  # noqa: PLC0415 — not for --help

    colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    return Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=soft_wrap, color_system=colours)


@contextmanager
def progress(*, quiet: bool = False) -> Iterator[Callable[[Stage], None]]:
    """What a stage is announced with: a line when verbose, a spinner and a bar on a terminal, nothing elsewhere."""
    if logs.is_verbose():
        yield _Stages().begin
    elif quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _stage: None
    else:
        from rich import progress as bars  # noqa: PLC0415 — not for --help

        columns = (bars.SpinnerColumn(), bars.BarColumn(bar_width=24), bars.TextColumn("{task.description}"))
        with bars.Progress(*columns, console=console(sys.stderr, soft_wrap=False), transient=True) as shown:
            task = shown.add_task("Starting", total=None)
            yield lambda stage: shown.update(
                task, description=_counted(stage), completed=stage.done, total=stage.total or None
            )


def _counted(stage: Stage) -> str:
    return f"{stage}: {stage.done:,} of {stage.total:,}" if stage.total else stage


class _Stages:
    """Says each stage as it begins, with the seconds since the run began."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._last = ""

    def begin(self, stage: Stage) -> None:
        if stage == self._last:  # one that advances
            return
        self._last = str(stage)
        seconds = round(time.monotonic() - self._start, 2)
        logs.tell(f"{stage} ({seconds:.2f} s)", stage=str(stage), seconds=seconds)


def summarise(report: Report, files: Sequence[str], stream: TextIO) -> None:
    """The summary of a report, and the files it was written to."""
    from claimcheck.report.terminal import summary  # noqa: PLC0415 — not for --help

    out = console(stream)
    for line in summary(report, files):
        out.print(line)


def write_out(text: str) -> None:
    """A text on standard output, byte for byte."""
    from claimcheck.report.write import encode  # noqa: PLC0415 — not for --help

    typer.echo(encode(text), nl=False)


def complain_of(skipped: Sequence[Skipped]) -> None:
    """A line for each input that could not be read; when verbose, for each file that was passed over as well."""
    from claimcheck.report.view import skip_line  # noqa: PLC0415 — not for --help

    for each in skipped:
        if each.error:
            logs.complain(skip_line(each))
        else:
            logs.tell(f"passed over: {skip_line(each)}")
