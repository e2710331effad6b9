"""The command line. The only place that prints, and the only one that turns errors into exit statuses.

Whatever takes time to import is imported inside the command that needs it, so
that `--help`, `rules` and `explain` answer at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from claimcheck import __version__
from claimcheck.console import logs, options, screen, usage
from claimcheck.console.keeping import cache_line, keeping
from claimcheck.console.options import PLAIN
from claimcheck.console.run import Task, exit_status, run, run_again_and_again, write_baseline
from claimcheck.errors import ClaimcheckError, InputError, ModelError

if TYPE_CHECKING:
    from claimcheck.protocols import Entailment
    from claimcheck.types import ModelInfo

app = typer.Typer(
    name="claimcheck",
    help="A linter for facts: finds where articles about the same event diverge.",
    no_args_is_help=True,
    add_completion=True,
    **PLAIN,
)
configuration = typer.Typer(
    help="The configuration that an audit would use.", no_args_is_help=True, add_completion=False, **PLAIN
)
app.add_typer(configuration, name="config")
app.add_typer(keeping, name="cache")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; every error a user can cause is one line and an exit status."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 — for as long as we run
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a log that cannot hold a character shows "?", and goes on
            stream.reconfigure(errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        sys.exit(app(args=given, prog_name="claimcheck", standalone_mode=False) or 0)
    except usage.Wrong as error:
        sys.exit(usage.complain(error, given))
    except ClaimcheckError as error:
        logs.complain(str(error))
        sys.exit(error.exit_status)
    except KeyboardInterrupt:  # before a command has begun
        sys.exit(130)
    except OSError as error:  # standard output is full or gone, or the folder we stand in
        gone = "the working folder" if isinstance(error, FileNotFoundError) else "standard output: cannot be written"
        logs.complain(f"{error.filename or gone}: {(error.strerror or str(error)).lower()}")
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
    paths: options.Paths,
    formats: options.Formats = None,
    output: options.Output = None,
    name: options.Name = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    severity: options.Severity = None,
    min_confidence: options.MinConfidence = None,
    fail_on: options.Failing = None,
    baseline: options.BaselineFile = None,
    entailment: options.EntailmentModel = None,
    config: options.ConfigFile = None,
    cache: options.CacheFolder = None,
    no_cache: options.NoCache = False,
    jobs: options.Jobs = None,
    watch: options.Watch = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    log_json: options.LogJson = False,
) -> None:
    """Find where articles about one event diverge.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage,
    3 an input could not be read (the others are audited and reported).
    """
    from claimcheck.cache import OFF  # noqa: PLC0415
    from claimcheck.config import load  # noqa: PLC0415

    logs.set_up(quiet=quiet, verbose=verbose, as_json=log_json)
    flags = _chosen(select, ignore, severity, min_confidence)
    flags |= {"fail-on": fail_on, "format": formats, "output": output, "baseline": baseline}
    flags |= {"models.entailment": entailment, "cache": OFF if no_cache else cache, "jobs": jobs}
    task = Task(tuple(paths), load(paths, file=config, flags=flags), name=name, quiet=quiet)
    if not watch:
        raise typer.Exit(run(task).status)
    run_again_and_again(task, config, lambda: load(paths, file=config, flags=flags))


@app.command()
def baseline(  # noqa: PLR0913, PLR0917 — the options of a command are its parameters
    paths: options.Paths,
    output: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="Where to write.  [default: the configured baseline, else claimcheck-baseline.json]"
        ),
    ] = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.ConfigFile = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    log_json: options.LogJson = False,
) -> None:
    """Write the findings of an audit to a file, for --baseline to know them again.

    What the file says of articles that are not read now, and of rules that do
    not run now, is kept.
    """
    from claimcheck.config import load  # noqa: PLC0415

    logs.set_up(quiet=quiet, verbose=verbose, as_json=log_json)
    found = load(paths, file=config, flags=_chosen(select, ignore))
    file = found.baseline or "claimcheck-baseline.json" if output is None else output
    raise typer.Exit(write_baseline(Task(tuple(paths), found, quiet=quiet), file))


@configuration.command("show")
def show_configuration(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="Articles, or folders.  [default: this folder]", parser=options.path_of),
    ] = None,
    config: options.ConfigFile = None,
) -> None:
    """Show every value that holds for some articles, and where it came from."""
    from claimcheck.config import load  # noqa: PLC0415
    from claimcheck.config.show import show_config  # noqa: PLC0415

    for path in paths or ():
        if not path.exists():
            raise InputError(f"{path}: no such file or folder; check the path")
    typer.echo(show_config(load(paths or [Path()], file=config)), nl=False)


@app.command()
def show(
    paths: options.Paths,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="text|json", help="Of what is shown.", autocompletion=lambda: ["text", "json"]
        ),
    ] = "text",
    config: options.ConfigFile = None,
) -> None:
    """Show what is extracted from articles: claims, values, quotations, origins."""
    from claimcheck.api import extract  # noqa: PLC0415
    from claimcheck.config import load  # noqa: PLC0415
    from claimcheck.config.readers import choice  # noqa: PLC0415
    from claimcheck.report.extraction import render_extraction_json, render_extraction_text  # noqa: PLC0415

    choice("text", "json")(form, "--format")
    with screen.progress() as progress:
        read = extract(paths, load(paths, file=config), progress)
    render = render_extraction_json if form == "json" else render_extraction_text
    screen.write_out(render(read.extractions, read.origins, read.skipped))
    screen.complain_of(read.skipped)
    raise typer.Exit(exit_status((), read.skipped, options.FailOn.never))


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

        screen.console(sys.stdout, soft_wrap=False).print(Markdown(explanation))
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
    typer.echo(f"cache: {cache_line()}")
    raise typer.Exit(2 if failed else 0)


def _chosen(
    select: list[str] | None,
    ignore: list[str] | None,
    severity: list[str] | None = None,
    min_confidence: str | None = None,
) -> dict[str, Any]:
    """The keys of the configuration that flags on rules give."""
    return {
        "select": select or None,
        "ignore": ignore or None,
        "severity": ",".join(severity) if severity else None,
        "min-confidence": min_confidence,
    }


def _loaders() -> tuple[tuple[str, Callable[[], ModelInfo]], ...]:
    from claimcheck.api import load_models  # noqa: PLC0415
    from claimcheck.config import load  # noqa: PLC0415

    models = load_models(chosen := load())
    found: list[tuple[str, Callable[[], ModelInfo]]] = [
        ("parser", lambda: models.parser.info),
        ("embedder", lambda: models.embedder.info),
    ]
    if chosen.models_entailment != "off":
        found.append(("entailment", lambda: cast("Entailment", models.entailment).info))
    return tuple(found)


if __name__ == "__main__":
    main()
