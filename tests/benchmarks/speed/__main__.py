"""How quick claimcheck is, as ratios within one run, written to docs/speed.md. Printed, never gating.

make bench-speed                 (also DATA=folder; GROWTH="5 50 500 5000" for more)
"""

from __future__ import annotations

import compileall
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.speed.growth import growth
from tests.benchmarks.speed.start import start
from tests.benchmarks.speed.throughput import throughput

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "speed.md"
SHARED = ROOT.parent / "shared" / "data"
SIZES = "5 50 500"

HEAD = """\
# Speed

Written by `make bench-speed`. Everything is a ratio between things measured in one run, in turn, so that a slower or
a busier machine changes both sides. Seconds are medians, for orientation.
"""


def main() -> None:
    """Measure every part, print it as it comes, and write the page when the data are the shared ones."""
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    data = given or SHARED
    compileall.compile_dir(ROOT / "claimcheck", quiet=1)  # as pip does when it installs a package
    lines = [HEAD, f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}.", ""]
    for line in _parts(data):
        print(line, flush=True)
        lines.append(line)
    if given is None:
        PAGE.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def _parts(data: Path) -> Iterator[str]:
    yield from start()
    if (data / "clusters").is_dir():
        yield from throughput(data)
    else:
        yield f"Throughput was not measured: {data} has no clusters/."
    yield from growth([int(size) for size in os.environ.get("GROWTH", SIZES).split()])


if __name__ == "__main__":
    main()
