"""A report depends on the articles alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEEDS = sorted(f"seeds/{path.name}" for path in (ROOT / "seeds").glob("*.txt"))


def audited(
    paths: list[str], hash_seed: str, threads: str, *options: str, cache: str = "off", folder: Path = ROOT
) -> bytes:
    """The JSON report of a process of its own."""
    command = [sys.executable, "-m", "claimcheck.cli", "audit", *paths, *options, "--name", "seeds", "--format", "json"]
    settings = {
        "PYTHONHASHSEED": hash_seed,
        "OMP_NUM_THREADS": threads,
        "OPENBLAS_NUM_THREADS": threads,
        "SOURCE_DATE_EPOCH": "0",
        "CLAIMCHECK_CACHE": cache,
    }
    done = subprocess.run(
        [*command, "--output", "-", "--fail-on", "never"],
        cwd=folder,
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


def test_the_cache_and_the_cores_do_not_matter(tmp_path: Path) -> None:
    """Empty, full, full of another version of one article, damaged; with one core or two."""
    articles, cache = tmp_path / "articles", str(tmp_path / "cache")
    shutil.copytree(ROOT / "seeds", articles)

    def report(*options: str, cache: str = cache) -> bytes:
        return audited(["articles"], "0", "1", *options, cache=cache, folder=tmp_path)

    plain = report("--jobs", "1", cache="off")
    assert report("--jobs", "2") == plain  # nothing is there yet
    assert report() == plain  # all is there
    changed = sorted(articles.glob("*.txt"))[0]
    before = changed.read_text(encoding="utf-8")
    changed.write_text(before.replace("Tuesday", "Monday"), encoding="utf-8")
    other = report()  # all but one article
    assert other != plain
    assert other == report(cache="off")
    changed.write_text(before, encoding="utf-8")
    file = tmp_path / "cache" / "cache.sqlite"
    file.write_bytes(file.read_bytes()[:50_000])
    assert report() == plain
