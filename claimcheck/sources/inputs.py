"""What a run reads, as bytes: the same bytes at the same places are the same articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claimcheck.sources.files import find_files
from claimcheck.sources.formats import READERS


def contents(paths: Sequence[Path]) -> tuple[str | bytes, ...] | None:
    """All that `read(paths)` depends on; None where a file cannot be read, which reading has to tell of."""
    files, skipped = find_files(paths, READERS)
    found: list[str | bytes] = [repr(skipped)]
    for file in files:
        try:
            found += [file.shown, str(file.path.resolve()), repr(file.path in paths), file.path.read_bytes()]
        except OSError:
            return None
    return tuple(found)
