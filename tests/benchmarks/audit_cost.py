"""Wall time and peak memory of `claimcheck audit seeds/`. Printed, never gating.

    make bench

Time is also a ratio to `python -c "import sentence_transformers"`, the two run in turn, so
that a slower or busier machine changes both. Memory is the peak resident set.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROUNDS = 5
BASELINE = (sys.executable, "-c", "import sentence_transformers")
CLAIMCHECK = (str(Path(sys.executable).with_name("claimcheck")),)


@dataclass(frozen=True, slots=True)
class Cost:
    """One run of a command."""

    seconds: float  # on the clock
    cpu: float  # of CPU time, which a busy machine changes less
    megabytes: float


def run(command: Sequence[str]) -> Cost:
    """Run a command to its end; exit status 1 means findings and is fine."""
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        complaint = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)  # the one call that tells this child's own peak
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(command)}: exit status {process.returncode}\n{complaint.decode()}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def main() -> None:
    """Alternate the baseline and the audit, and print medians."""
    with tempfile.TemporaryDirectory() as folder:
        audit = (*CLAIMCHECK, "audit", "seeds", "--name", "seeds", "--output", folder, "--fail-on", "never")
        commands = {"import sentence_transformers": BASELINE, "claimcheck audit seeds/": audit}
        for command in commands.values():  # once unmeasured: the disk's cache is then warm for both
            run(command)
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                costs[name].append(run(command))
    show(costs)


def show(costs: dict[str, list[Cost]]) -> None:
    """Print a line a command, and the ratio."""
    lines = [f"{os.cpu_count()} cores, medians of {ROUNDS} runs in turn"]
    for name, runs in costs.items():
        seconds, cpu = (statistics.median(values) for values in ((c.seconds for c in runs), (c.cpu for c in runs)))
        lines.append(f"{name:30} {seconds:6.2f} s  CPU {cpu:6.2f} s  peak {max(c.megabytes for c in runs):5.0f} MB")
    base, audit = costs.values()
    wall = [b.seconds / a.seconds for a, b in zip(base, audit, strict=True)]
    cpu = statistics.median(b.cpu / a.cpu for a, b in zip(base, audit, strict=True))
    lines.append(
        f"{'ratio':30} {statistics.median(wall):6.2f}    CPU {cpu:6.2f}    ({min(wall):.2f} to {max(wall):.2f})"
    )
    peak = max(cost.megabytes for cost in audit)
    lines.append(f"the audit's peak is {'under' if peak < 2048 else 'OVER'} 2 GB")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
