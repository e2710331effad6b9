"""The options of the commands, each said once.

Values are taken as they are typed: the readers of the configuration check them, so that what is wrong with a flag is
said in the words that a file would get.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from claimcheck.errors import UsageError

PLAIN: dict[str, Any] = {  # what every command line of ours has
    "pretty_exceptions_enable": False,
    "rich_markup_mode": None,  # plain help and errors, whatever they are printed to
    "context_settings": {"help_option_names": ["-h", "--help"]},
}


class Format(StrEnum):
    """The formats a report can be written in."""

    markdown = "markdown"
    json = "json"
    sarif = "sarif"
    csv = "csv"
    junit = "junit"
    github = "github"
    text = "text"


class FailOn(StrEnum):
    """From which severity on findings make the command fail."""

    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


def path_of(text: str | Path) -> Path:
    """A path as it was typed; UsageError for none at all, which would stand for the working folder."""
    if not str(text):
        raise UsageError("a path is empty; name a file or a folder, or '.' for this one")
    return Path(text)


Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Articles, or folders of them.", parser=path_of)]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="|".join(Format),
        help="Of the report; may be repeated.  [default: markdown]",
        autocompletion=lambda: list(Format),
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        metavar="PATH",
        help="A file for one format, a folder for several, '-' for standard output.  [default: reports/]",
    ),
]
Name = Annotated[
    str | None, typer.Option(metavar="NAME", help="Of the report.  [default: that of the one input, else 'audit']")
]
Select = Annotated[
    list[str] | None, typer.Option(metavar="CODES", help="Only these rules, in a comma list; CC1 stands for CC1xx.")
]
Ignore = Annotated[list[str] | None, typer.Option(metavar="CODES", help="Leave these rules out.")]
Severity = Annotated[
    list[str] | None,
    typer.Option(metavar="CODE=LEVEL", help="Count a rule as error, warning or note."),
]
MinConfidence = Annotated[str | None, typer.Option(metavar="0..1", help="Leave out findings that are less sure.")]
Failing = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="|".join(FailOn),
        help="Exit with status 1 from this severity on.  [default: error]",
        autocompletion=lambda: list(FailOn),
    ),
]
BaselineFile = Annotated[
    str | None,
    typer.Option("--baseline", metavar="FILE", help="Mark the findings listed here as known; they do not count."),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Read this configuration.  [default: claimcheck.toml, found upwards]",
        parser=path_of,
    ),
]
EntailmentModel = Annotated[
    str | None,
    typer.Option(
        metavar="shipped|off|MODEL",
        help="The entailment model, asked by no rule yet: a CrossEncoder's name or folder, or off.  [default: shipped]",
    ),
]
CacheFolder = Annotated[
    str | None,
    typer.Option("--cache", metavar="DIR", help="Keep what is worked out here.  [default: the user's cache folder]"),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep what is worked out.")]
Jobs = Annotated[str | None, typer.Option("--jobs", "-j", metavar="N", help="Cores to use.  [default: all there are]")]
Watch = Annotated[bool, typer.Option("--watch", help="Audit again whenever an article changes, until Ctrl-C.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No summary, no progress; errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say on standard error what is done.")]
LogJson = Annotated[bool, typer.Option("--log-json", help="Messages on standard error as JSON, one a line.")]
