"""Auditing again whenever an article, the configuration or a waiver changes; looks at the files, needs no library."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from claimcheck.config import files
from claimcheck.console import logs
from claimcheck.errors import ClaimcheckError

PAUSE = 0.3  # seconds between two looks; a change is taken up once two looks see the same
State = dict[str, tuple[int, int]]  # file → when it was changed, and its size


def watch(
    paths: Sequence[Path],
    config: Path | None,
    *,
    audit: Callable[[], Sequence[Path]],
    say: Callable[[str], None],
) -> None:
    """Audit, then again after every change, until Ctrl-C.

    `audit` returns the files it wrote, which are not watched; `say` is told what changed.
    """
    written: set[str] = set()
    seen: State | None = None
    while True:
        now = _settled(paths, config, written)
        if now != seen:
            if seen is not None:
                say(f"changed: {', '.join(sorted(_changed(seen, now)))}")
            seen = now
            try:
                written |= {os.path.realpath(file) for file in audit()}
            except ClaimcheckError as error:  # told like any other, and the next save may mend it
                logs.complain(str(error))
            seen = {file: state for file, state in seen.items() if file not in written}
            say(f"watching {len(seen)} files; Ctrl-C ends")
        time.sleep(PAUSE)


def _settled(paths: Sequence[Path], config: Path | None, written: set[str]) -> State:
    """The files as they are once nothing is being written any more."""
    before = look(paths, config, written)
    while True:
        time.sleep(PAUSE / 3)
        after = look(paths, config, written)
        if after == before:
            return after
        before = after


def look(paths: Sequence[Path], config: Path | None, written: set[str]) -> State:
    """When each watched file was changed, and its size; files that are not there are left out."""
    state: State = {}
    for path in _watched(paths, config):
        real = os.path.realpath(path)
        if real not in written:
            try:
                found = Path(real).stat()
            except OSError:
                continue
            state[real] = (found.st_mtime_ns, found.st_size)
    return state


def _watched(paths: Sequence[Path], config: Path | None) -> Iterator[Path]:
    """The inputs, what lies in folders among them, and what configures the audit."""
    for path in paths:
        if path.is_dir():
            for parent, folders, names in os.walk(path):
                folders[:] = [folder for folder in folders if not folder.startswith(".")]
                yield from (Path(parent, name) for name in names if not name.startswith("."))
        else:
            yield path
            yield path.with_name(f"{path.name}{files.BESIDE}")
    if config is not None:
        yield config
        return
    for folder in files.upwards(paths):
        yield folder / files.FILE
        yield folder / files.PROJECT


def _changed(before: State, after: State) -> set[str]:
    names = before.keys() | after.keys()
    return {files.show(name) for name in names if before.get(name) != after.get(name)}
