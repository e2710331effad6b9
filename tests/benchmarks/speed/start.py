"""From the command line to the answer: cold, warm, one article changed, and the commands that only tell."""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.audit_cost import BASELINE, CLAIMCHECK, Cost, run
from tests.benchmarks.speed.made import write_event

ROUNDS = 3
OF_HUNDRED = 100
NAME = "import sentence_transformers"


@dataclass(frozen=True, slots=True)
class Measured:
    """One row: what is run, what makes ready for it, and at most how much of the baseline it may take."""

    name: str
    command: Sequence[str]
    goal: float
    prepare: Callable[[], None] = lambda: None


def start() -> Iterator[str]:
    """The table, row by row."""
    with tempfile.TemporaryDirectory() as folder:
        rows = _rows(Path(folder))
        costs: dict[str, list[tuple[Cost, Cost]]] = {row.name: [] for row in rows}
        for _ in range(ROUNDS):
            for row in rows:
                row.prepare()
                costs[row.name].append((run(row.command), run(BASELINE)))
    base = statistics.median(base.seconds for pairs in costs.values() for _, base in pairs)
    yield "## From the command line"
    yield ""
    yield f'Against `python -c "{NAME}"` ({base:.2f} s), which runs behind each of them; {ROUNDS} rounds.'
    yield ""
    yield "| | seconds | of the import | least and most | goal | peak memory |"
    yield "|---|---:|---:|---|---:|---:|"
    for row in rows:
        ratios = [cost.seconds / other.seconds for cost, other in costs[row.name]]
        seconds = statistics.median(cost.seconds for cost, _ in costs[row.name])
        peak = max(cost.megabytes for cost, _ in costs[row.name])
        yield (
            f"| {row.name} | {seconds:.2f} | {statistics.median(ratios):.3f} | {min(ratios):.3f} to {max(ratios):.3f} "
            f"| {row.goal} | {peak:.0f} MB |"
        )
    yield ""


def _rows(folder: Path) -> list[Measured]:
    cache, hundred = folder / "cache", folder / "hundred"  # the hundred have a cache of their own, which stays full
    write_event(hundred, OF_HUNDRED)
    quietly = ("--output", str(folder / "reports"), "--fail-on", "never", "--quiet")
    seeds = (*CLAIMCHECK, "audit", "seeds", *quietly, "--cache", str(cache))
    hundreds = (*CLAIMCHECK, "audit", str(hundred), *quietly, "--cache", str(folder / "kept"))
    changes = iter(range(1_000))

    def empty() -> None:
        shutil.rmtree(cache, ignore_errors=True)

    def change_one() -> None:
        """The hundred are known, and one of them gets another sentence."""
        if not (folder / "known").exists():
            run(hundreds)
            (folder / "known").touch()
        file = hundred / "0042.txt"
        more = f"The leaders met for {next(changes) + 3} hours in the end.\n"
        file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")

    python = (sys.executable, "-c")
    return [
        Measured("`claimcheck audit seeds/`, nothing kept", seeds, 0.9, empty),
        Measured("the same again, nothing changed", seeds, 0.15),
        Measured(f"one article of {OF_HUNDRED} changed", hundreds, 0.6, change_one),
        Measured("`claimcheck --help`", (*CLAIMCHECK, "--help"), 0.05),
        Measured("`claimcheck rules`", (*CLAIMCHECK, "rules"), 0.05),
        Measured("`claimcheck explain CC101`", (*CLAIMCHECK, "explain", "CC101"), 0.05),
        Measured("`import claimcheck`", (*python, "import claimcheck"), 0.03),
    ]
