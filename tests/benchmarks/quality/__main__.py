"""How good extraction and alignment are, part by part.

    make bench-quality                 on ../shared/data: prints the tables and writes docs/quality.md
    make bench-quality DATA=folder     on any folder laid out the same way: only prints

What a table needs and the folder lacks is named and skipped.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path

from tabulate import tabulate

from . import (
    alignment,
    claims,
    claims_read,
    divergences,
    embedding,
    entailment,
    entailment_cost,
    entailment_events,
    names,
    quantities,
    sentences,
    speakers,
    strays,
    summaries,
)
from .lab import COMMAND, ROOT, Lab, MissingDataError, Table

DEFAULT = ROOT.parent / "shared" / "data"
TARGET = ROOT / "docs" / "quality.md"
INTRODUCTION = f"""# How good each part is

Written by `{COMMAND}`; do not edit. `{COMMAND} DATA=folder` measures on any folder laid out the
same way and only prints. Events that the data's `split.json` holds back are scored by machine and never
read; tables give them apart where they enter.
"""

Measure = Callable[[Lab], Iterable[Table]]


def measures() -> Iterator[tuple[str, Measure]]:
    """Every measurement with its name, in the order of the report."""
    yield "sentences", sentences.tables
    yield "boilerplate", boilerplate
    yield "claims (DeSSE)", claims.tables
    yield "claims read by hand", claims_read.tables
    yield "quantities (EQUATE)", quantities.tables
    yield "person names", names.tables
    yield "quotation speakers", speakers.tables
    yield "embedder", embedding.tables
    yield "alignment", alignment.tables
    yield "entailment", entailment.tables
    yield "entailment: cost", entailment_cost.tables
    yield "entailment: annotated events", entailment_events.tables
    yield "entailment: summaries", summaries.tables
    yield "strays", strays.tables
    yield "divergences", divergences.tables


def boilerplate(lab: Lab) -> Iterator[Table]:
    """Boilerplate marked and copy lost, on texts composed from the clusters."""
    try:
        module = import_module("tests.benchmarks.boilerplate")
    except ModuleNotFoundError as error:
        raise MissingDataError("tests/benchmarks/boilerplate.py") from error
    yield from module.tables(lab)


def show(table: Table, data: str) -> str:
    """A table as Markdown, with the command and the data above it."""
    rendered = tabulate(
        [[_cell(value) for value in row] for row in table.rows],
        headers=table.headers,
        tablefmt="pipe",
        disable_numparse=True,
        colalign=("left", *["right"] * (len(table.headers) - 1)),
    )
    note = f"{table.note}\n\n" if table.note else ""
    where = table.data if table.data.startswith("tests/") else f"{data}/{table.data}"
    return f"## {table.title}\n\n`{COMMAND}` on `{where}`.\n\n{note}{rendered}\n"


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def main() -> None:
    """Measure, print, and write the page when the data is the default."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1] else DEFAULT
    if not folder.is_dir():
        raise SystemExit(f"{folder}: no such folder; give one laid out like ../shared/data, as DATA=folder")
    lab = Lab(folder)
    is_default = folder.resolve() == DEFAULT.resolve()
    shown, pages = ("../shared/data" if is_default else folder.name), [INTRODUCTION]
    for name, measure in measures():
        try:
            found = [show(table, shown) for table in measure(lab)]
        except MissingDataError as error:
            found = [f"## {name}\n\nSkipped: {error} is not there.\n"]
        sys.stdout.write("\n".join(found) + "\n")
        sys.stdout.flush()
        pages += found
    if is_default:
        TARGET.write_text("\n".join(pages), encoding="utf-8")


if __name__ == "__main__":
    main()
