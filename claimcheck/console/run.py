"""One audit as a command does it: reports written, the summary shown, the exit status found."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from claimcheck.console import logs, screen
from claimcheck.console.options import FailOn
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from claimcheck.config import Config
    from claimcheck.models import Models
    from claimcheck.types import Finding, Report, Skipped

_STDOUT = "-"
_GARBAGE = 100_000, 50, 100  # as often as Python looks for some: what an audit makes, it keeps to the end


@dataclass(frozen=True, slots=True)
class Task:
    """An audit to do, once or again and again."""

    paths: tuple[Path, ...]
    config: Config
    name: str | None = None
    quiet: bool = False
    models: Models | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What an audit came to."""

    status: int
    files: tuple[Path, ...]


def run(task: Task) -> Done:
    """Audit, write the reports, show the summary."""
    from claimcheck.report.write import check_name, check_output  # noqa: PLC0415 — not for --help

    streamed, filed = _plan(task.config)
    if filed or task.config.output == _STDOUT:
        check_output(task.config.output, formats=len(filed or streamed))
    if task.name is not None:
        check_name(task.name)
    report = audited(task)
    files = _write(report, task.config, filed)
    for form in streamed:
        screen.write_out(_rendered(report, form))
    if not task.quiet:
        _summarise(report, files, streamed)
    screen.complain_of(report.skipped)
    for notice in report.notices:
        logs.warn(notice)
    return Done(exit_status(report.findings, report.skipped, FailOn(task.config.fail_on)), files)


def run_again_and_again(task: Task, config: Path | None, reload: Callable[[], Config]) -> None:
    """Audit whenever an article or the configuration changes, the models loaded once, until Ctrl-C."""
    from claimcheck.api import load_models  # noqa: PLC0415 — not for --help
    from claimcheck.console.watch import watch  # noqa: PLC0415 — as above
    from claimcheck.report.escape import plain  # noqa: PLC0415 — as above

    models = load_models(task.config)

    def once() -> tuple[Path, ...]:
        return run(replace(task, config=reload(), models=models)).files

    def say(message: str) -> None:
        if logs.is_verbose() or task.quiet:
            logs.tell(message)
        else:
            typer.echo(plain(message), err=True)

    with suppress(KeyboardInterrupt):
        watch(task.paths, config, audit=once, say=say)


def audited(task: Task) -> Report:
    """The report of a task."""
    from claimcheck import api  # noqa: PLC0415 — not for --help

    gc.set_threshold(*_GARBAGE)
    logs.tell(f"configuration: {task.config.file or 'none'}", configuration=task.config.file)
    with screen.progress(quiet=task.quiet) as progress:
        return api.audit(task.paths, config=task.config, name=task.name, models=task.models, progress=progress)


def write_baseline(task: Task, file: str) -> int:
    """Write the baseline of an audit, and say how many findings it holds."""
    from claimcheck.report.write import check_output, write  # noqa: PLC0415 — not for --help
    from claimcheck.triage.baseline import Baseline, existing, render_baseline  # noqa: PLC0415 — not for --help

    if file == _STDOUT:
        raise UsageError("--output -: a baseline is kept in a file; name one")
    check_output(file, formats=1)
    before = existing(file) or Baseline(file)
    report = audited(replace(task, config=replace(task.config, baseline=None)))
    text = render_baseline(report, before, task.config.settings())
    write({Path(file): text})
    if not task.quiet:
        typer.echo(f"baseline: {file}, known findings: {text.count('fingerprint')}")
    screen.complain_of(report.skipped)
    return exit_status((), report.skipped, FailOn.never)


def exit_status(findings: Sequence[Finding], skipped: Sequence[Skipped], fail_on: FailOn) -> int:
    """3 when an input could not be read, else 1 for a finding at or above `fail_on` that counts, else 0."""
    if any(s.error for s in skipped):
        return 3
    grave = tuple(FailOn)[: tuple(FailOn).index(fail_on) + 1] if fail_on is not FailOn.never else ()
    return 1 if any(f.severity in grave and f.counts for f in findings) else 0


def _plan(config: Config) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The formats that go to standard output, and those that go to files."""
    from claimcheck.report.formats import FORMATS  # noqa: PLC0415 — not for --help

    if config.output == _STDOUT:
        return config.format, ()
    if len(config.format) == 1 and config.origin.get("output", "default") != "default":
        return (), config.format
    streamed = tuple(form for form in config.format if FORMATS[form].is_streamed)
    return streamed, tuple(form for form in config.format if form not in streamed)


def _write(report: Report, config: Config, formats: Sequence[str]) -> tuple[Path, ...]:
    from claimcheck.report.formats import FORMATS  # noqa: PLC0415 — not for --help
    from claimcheck.report.write import targets, write  # noqa: PLC0415 — not for --help

    if not formats:
        return ()
    suffixes = [FORMATS[form].suffix for form in formats]
    inputs = [document.path for document in report.documents]
    inputs += [file for file in (config.baseline, config.file) if file]
    files = targets(config.output, report.name, suffixes, inputs=inputs)
    write(dict(zip(files, (_rendered(report, form) for form in formats), strict=True)))
    logs.tell(f"written: {', '.join(map(str, files))}", files=[str(file) for file in files])
    return files


def _rendered(report: Report, form: str) -> str:
    from claimcheck.report.formats import FORMATS  # noqa: PLC0415 — not for --help

    return FORMATS[form].render(report)


def _summarise(report: Report, files: Sequence[Path], streamed: Sequence[str]) -> None:
    """The summary on standard output, or on standard error when a report goes there."""
    shown = [os.fspath(file) for file in files]
    if "text" not in streamed:
        screen.summarise(report, shown, sys.stderr if streamed else sys.stdout)
        return
    for file in shown:
        typer.echo(f"report: {file}", err=True)
