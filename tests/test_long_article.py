"""A long article through the real program: time and memory grow with its length, no faster."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
SHORT, LONG = 10_000, 40_000  # words


def cost(path: Path) -> tuple[float, float]:
    """Seconds of CPU time and megabytes that `claimcheck show` takes for a file."""
    command = [sys.executable, "-m", "claimcheck.cli", "show", str(path), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def article(path: Path, words: int) -> Path:
    """The seeds one after another, again and again, up to so many words."""
    paragraphs = [p for seed in SEEDS for p in seed.read_text(encoding="utf-8").split("\n") if len(p) > 100]
    text: list[str] = []
    count = 0
    while count < words:
        paragraph = paragraphs[len(text) % len(paragraphs)]
        text.append(paragraph)
        count += len(paragraph.split())
    path.write_text("\n\n".join(text), encoding="utf-8")
    return path


def test_time_and_memory_are_linear(tmp_path: Path) -> None:
    """Four times the words: less than six times the time of the work itself, and no more than 1 GB."""
    start, _ = cost(article(tmp_path / "empty.txt", 1))
    short, _ = cost(article(tmp_path / "short.txt", SHORT))
    long, megabytes = cost(article(tmp_path / "long.txt", LONG))
    assert long - start < 6 * max(short - start, 1)
    assert megabytes < 1024
