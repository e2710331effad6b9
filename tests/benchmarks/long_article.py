"""A long article through the real program: does time grow with its length, no faster? Printed, never gating.

make bench
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SHORT, LONG = 10_000, 40_000  # words


def cost(path: Path) -> tuple[float, float]:
    """Seconds of CPU time and megabytes that `claimcheck show` takes for a file."""
    command = [sys.executable, "-m", "claimcheck.cli", "show", str(path), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"claimcheck show ended with status {process.returncode}")
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


def main() -> None:
    """Print time and memory of both lengths; four times the words should cost about four times the time."""
    with tempfile.TemporaryDirectory() as folder:
        start, _ = cost(article(Path(folder, "empty.txt"), 1))
        short, least = cost(article(Path(folder, "short.txt"), SHORT))
        long, most = cost(article(Path(folder, "long.txt"), LONG))
    print(f"claimcheck show, {SHORT:,} words: {short - start:.1f} s of CPU after the start, {least:.0f} MB")
    print(f"claimcheck show, {LONG:,} words: {long - start:.1f} s of CPU after the start, {most:.0f} MB")
    print(f"ratio {(long - start) / (short - start):.2f} for {LONG / SHORT:.0f} times the words")


if __name__ == "__main__":
    main()
