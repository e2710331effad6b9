"""A report depends on the articles alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEEDS = sorted(f"seeds/{path.name}" for path in (ROOT / "seeds").glob("*.txt"))


def audited(paths: list[str], hash_seed: str, threads: str) -> bytes:
    """The JSON report of a process of its own."""
    command = [sys.executable, "-m", "claimcheck.cli", "audit", *paths, "--name", "seeds", "--format", "json"]
    settings = {
        "PYTHONHASHSEED": hash_seed,
        "OMP_NUM_THREADS": threads,
        "OPENBLAS_NUM_THREADS": threads,
        "SOURCE_DATE_EPOCH": "0",
    }
    done = subprocess.run(
        [*command, "--output", "-", "--fail-on", "never"],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def once() -> bytes:
    """The report of the seeds."""
    return audited(SEEDS, "0", "1")


def test_the_order_of_the_files_does_not_matter(once: bytes) -> None:
    """Nor does the order in which this run of Python goes through sets, or the number of threads."""
    assert audited(SEEDS[::-1], "3", "2") == once
