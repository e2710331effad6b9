"""Events that grow: time an article and memory, from five articles to thousands."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.audit_cost import CLAIMCHECK, run
from tests.benchmarks.speed.made import SENTENCES, write_event


def growth(sizes: Sequence[int]) -> Iterator[str]:
    """A row a size; each run is a process of its own, with no cache."""
    yield "## Growth"
    yield ""
    yield (
        f"One event of so many articles, each a brief of {SENTENCES} sentences made of the seeds with some details "
        "changed, many of them near-copies of one another; a process each, with no cache."
    )
    yield ""
    yield "| articles | seconds | milliseconds an article | peak memory |"
    yield "|---:|---:|---:|---:|"
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            event = Path(folder, str(size))
            write_event(event, size)
            options = ("--no-cache", "--quiet", "--fail-on", "never", "--output", f"{folder}/reports")
            cost = run((*CLAIMCHECK, "audit", str(event), *options))
            per_article = 1000 * cost.seconds / size
            yield f"| {size:,} | {cost.seconds:.1f} | {per_article:.0f} | {cost.megabytes:,.0f} MB |"
    yield ""
