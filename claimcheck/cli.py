"""The command line. The only place that prints, and the only one that turns errors into exit statuses.

Whatever takes time to import is imported inside the command that needs it, so
that `--help`, `rules` and `explain` answer at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError, ModelError

if TYPE_CHECKING:
    from rich.console import Console

    from claimcheck.types import Finding, ModelInfo, Report, Skipped

app = typer.Typer(
    name="claimcheck",
    help="A linter for facts: finds where articles about the same event diverge.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help and errors, whatever they are printed to
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """The formats a report can be written in."""

    markdown = "markdown"
    json = "json"


class ShowFormat(StrEnum):
    """The formats of what was extracted."""

    text = "text"
    json = "json"


class FailOn(StrEnum):
    """From which severity on findings make the command fail."""

    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


SUFFIXES = {Format.markdown: ".md", Format.json: ".json"}

Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Articles, or folders of them.")]
Formats = Annotated[
    list[Format] | None,
    typer.Option("--format", metavar="markdown|json", help="Of the report; may be repeated.  [default: markdown]"),
]
Output = Annotated[
    str, typer.Option(metavar="PATH", help="A file for one format, a folder for several, '-' for standard output.")
]
Name = Annotated[
    str | None, typer.Option(metavar="NAME", help="Of the report.  [default: that of the one input, else 'audit']")
]
Select = Annotated[
    list[str] | None, typer.Option(metavar="CODES", help="Only these rules, in a comma list; CC1 stands for CC1xx.")
]
Ignore = Annotated[list[str] | None, typer.Option(metavar="CODES", help="Leave these rules out.")]
Failing = Annotated[
    FailOn,
    typer.Option("--fail-on", metavar="error|warning|note|never", help="Exit with status 1 from this severity on."),
]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; every error a user can cause is one line and an exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a log that cannot hold a character shows "?", and goes on
            stream.reconfigure(errors="replace")
    try:
        app(args=list(arguments) if arguments is not None else None, prog_name="claimcheck")
    except ClaimcheckError as error:
        _complain(str(error))
        sys.exit(error.exit_status)
    except OSError as error:  # standard output is full or gone
        _complain(f"cannot be written: {error.strerror or error}")
        sys.exit(2)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """A linter for facts: finds where articles about the same event diverge."""


@app.command()
def audit(  # noqa: PLR0913, PLR0917 — the options of a command are its parameters
    paths: Paths,
    formats: Formats = None,
    output: Output = "reports/",
    name: Name = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: Failing = FailOn.error,
) -> None:
    """Find where articles about one event diverge.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage,
    3 an input could not be read (the others are audited and reported).
    """
    from claimcheck.report.catalogue import parse_codes  # noqa: PLC0415
    from claimcheck.report.write import STDOUT, check_name, check_output, targets, write  # noqa: PLC0415
    from claimcheck.rules import RULES  # noqa: PLC0415

    wanted = tuple(dict.fromkeys(formats or [Format.markdown]))
    check_output(output, formats=len(wanted))
    if name is not None:
        check_name(name)
    chosen = parse_codes(select or [], "--select", RULES)
    report = _audited(paths, name, chosen, parse_codes(ignore or [], "--ignore", RULES))
    texts = [_rendered(report, each) for each in wanted]
    if output == STDOUT:
        _write_out(texts[0])
        files: tuple[Path, ...] = ()
    else:
        suffixes = [SUFFIXES[each] for each in wanted]
        files = targets(output, report.name, suffixes, inputs=[document.path for document in report.documents])
        write(dict(zip(files, texts, strict=True)))
    _summarise(report, files, sys.stderr if output == STDOUT else sys.stdout)
    _complain_of(report.skipped)
    raise typer.Exit(exit_status(report.findings, report.skipped, fail_on))


@app.command()
def show(
    paths: Paths,
    form: Annotated[
        ShowFormat, typer.Option("--format", metavar="text|json", help="Of what is shown.")
    ] = ShowFormat.text,
) -> None:
    """Show what is extracted from articles: claims, values, quotations, origins."""
    _go_lightly()
    from claimcheck.pipeline import show as extracted  # noqa: PLC0415
    from claimcheck.report.extraction import render_extraction_json, render_extraction_text  # noqa: PLC0415

    with _progress() as progress:
        found = extracted(paths, progress=progress)
    render = render_extraction_json if form is ShowFormat.json else render_extraction_text
    _write_out(render(found.extractions, found.origins, found.skipped))
    _complain_of(found.skipped)
    raise typer.Exit(exit_status((), found.skipped, FailOn.never))


@app.command()
def rules() -> None:
    """List the rules."""
    from claimcheck.report.catalogue import listing  # noqa: PLC0415
    from claimcheck.rules import RULES  # noqa: PLC0415

    typer.echo(listing(RULES), nl=False)


@app.command()
def explain(code: Annotated[str, typer.Argument(metavar="CODE", help="Of a rule, or its name.")]) -> None:
    """Explain a rule: what it does, why it matters, what it leaves alone."""
    from claimcheck.report.catalogue import find  # noqa: PLC0415
    from claimcheck.rules import RULES  # noqa: PLC0415

    explanation = find(code, RULES).explanation
    if sys.stdout.isatty():
        from rich.markdown import Markdown  # noqa: PLC0415

        _console(sys.stdout, soft_wrap=False).print(Markdown(explanation))
    else:
        typer.echo(explanation)


@app.command()
def doctor() -> None:
    """Check the installation: versions, models and their checksums."""
    import platform  # noqa: PLC0415
    from importlib import metadata  # noqa: PLC0415

    typer.echo(f"claimcheck {__version__}")
    typer.echo(f"Python {platform.python_version()} on {platform.platform(terse=True)}")
    for library in ("spacy", "nltk", "onnxruntime", "tokenizers", "sentence-transformers", "numpy"):
        try:
            typer.echo(f"{library} {metadata.version(library)}")
        except metadata.PackageNotFoundError:
            typer.echo(f"{library} is not installed")
    failed = False
    for role, load in _loaders():
        try:
            info = load()
        except ModelError as error:
            failed = True
            typer.echo(f"{role}: PROBLEM: {error}")
        else:
            typer.echo(f"{role}: {info.name} {info.version}, SHA-256 {info.sha256}, ok")
    raise typer.Exit(2 if failed else 0)


def exit_status(findings: Sequence[Finding], skipped: Sequence[Skipped], fail_on: FailOn) -> int:
    """3 when an input could not be read, else 1 for a finding at or above `fail_on`, else 0."""
    if any(s.error for s in skipped):
        return 3
    grave = tuple(FailOn)[: tuple(FailOn).index(fail_on) + 1] if fail_on is not FailOn.never else ()
    return 1 if any(f.severity in grave for f in findings) else 0


def _go_lightly() -> None:
    """Import spaCy and NLTK without torch, scipy and scikit-learn; before anything imports the pipeline."""
    from claimcheck.models import import_lightly, needs_torch  # noqa: PLC0415

    with suppress(ModelError):  # no parser is installed: told by what needs it
        import_lightly(needs_torch=needs_torch())


def _audited(paths: Sequence[Path], name: str | None, select: tuple[str, ...], ignore: tuple[str, ...]) -> Report:
    _go_lightly()
    from claimcheck.pipeline import audit as run  # noqa: PLC0415
    from claimcheck.settings import Settings  # noqa: PLC0415

    with _progress() as progress:
        return run(paths, name=name, settings=Settings(select=select, ignore=ignore), progress=progress)


def _rendered(report: Report, form: Format) -> str:
    from claimcheck.report.json_report import render_json  # noqa: PLC0415
    from claimcheck.report.markdown import render_markdown  # noqa: PLC0415

    return {Format.markdown: render_markdown, Format.json: render_json}[form](report)


def _loaders() -> tuple[tuple[str, Callable[[], ModelInfo]], ...]:
    _go_lightly()
    from claimcheck.pipeline import default_models  # noqa: PLC0415

    models = default_models()
    return (("parser", lambda: models.parser.info), ("embedder", lambda: models.embedder.info))


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """What a stage is announced with: a spinner on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _stage: None
        return
    with _console(sys.stderr).status("Starting") as status:
        yield status.update


def _console(stream: TextIO, *, soft_wrap: bool = True) -> Console:
    from rich.console import Console  # noqa: PLC0415

    return Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=soft_wrap)


def _summarise(report: Report, files: Sequence[Path], stream: TextIO) -> None:
    from claimcheck.report.terminal import summary  # noqa: PLC0415

    console = _console(stream)
    for line in summary(report, [os.fspath(file) for file in files]):
        console.print(line)


def _write_out(text: str) -> None:
    from claimcheck.report.write import encode  # noqa: PLC0415

    typer.echo(encode(text), nl=False)


def _complain_of(skipped: Sequence[Skipped]) -> None:
    from claimcheck.report.view import skip_line  # noqa: PLC0415

    for each in skipped:
        if each.error:
            _complain(skip_line(each))


def _complain(message: str) -> None:
    from claimcheck.report.escape import plain  # noqa: PLC0415

    for line in message.splitlines():
        typer.echo(f"claimcheck: {plain(line)}", err=True)


if __name__ == "__main__":
    main()
