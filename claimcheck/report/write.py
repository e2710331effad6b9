"""Where reports go, and writing them whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from claimcheck.errors import UsageError

STDOUT = "-"


def check_output(output: str, *, formats: int) -> None:
    """Raise UsageError for an output that cannot hold this many formats, before any work is done."""
    path = Path(output)
    if not output:
        raise UsageError("--output: the path is empty; give a file, a folder or '-'")
    if output == STDOUT:
        if formats > 1:
            raise UsageError("--output -: standard output takes one format; give a folder for several")
        return
    try:
        path.exists()
    except OSError as error:
        raise UsageError(f"--output {output}: cannot be written ({(error.strerror or str(error)).lower()})") from error
    if formats > 1 and path.exists() and not path.is_dir():
        raise UsageError(f"--output {output}: is a file; several formats need a folder")
    nearest = next((p for p in (path, *path.absolute().parents) if p.exists()), path)
    if nearest != path and not nearest.is_dir():
        raise UsageError(f"--output {output}: cannot be written ({nearest} is not a folder)")
    if not os.access(nearest, os.W_OK):
        raise UsageError(f"--output {output}: cannot be written (no permission for {nearest})")


def check_name(name: str) -> None:
    """Raise UsageError for a name that cannot be a file's."""
    if not name.strip(". ") or any(c in "/\\" or ord(c) < 32 for c in name):
        raise UsageError(f"--name {name!r}: cannot be the name of a file; use a plain word")


def targets(output: str, name: str, suffixes: Sequence[str], *, inputs: Iterable[str] = ()) -> tuple[Path, ...]:
    """The file for each suffix: `output` itself for one, a file NAME.suffix in it for several or for a folder.

    Raises UsageError where that would overwrite one of the `inputs`.
    """
    path = Path(output)
    folder = len(suffixes) > 1 or path.is_dir() or output.endswith(("/", os.sep))
    files = tuple(path / f"{name}{suffix}" for suffix in suffixes) if folder else (path,)
    read = {os.path.realpath(each) for each in inputs}
    for file in files:
        if os.path.realpath(file) in read:
            why = "is one of the articles, or configures the audit, and is not overwritten"
            raise UsageError(f"{file}: {why}; choose another --output")
    return files


def write(files: Mapping[Path, str]) -> None:
    """Write every file whole or none of them; UsageError when one cannot be written.

    Each goes to a temporary file beside its target first; only when all are
    there do they take the targets' places.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for file, text in files.items():
            # A link keeps pointing where it did: what it points to is replaced.
            target = Path(os.path.realpath(file))
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists() and not target.is_file():
                _write_through(target, text)  # a pipe or a device cannot be replaced
            else:
                ready.append((_write_beside(target, text), target))
        while ready:
            temporary, target = ready[0]
            temporary.replace(target)
            ready.pop(0)
    except OSError as error:
        name = error.filename2 or error.filename or next(iter(files), "")
        raise UsageError(
            f"{_shown(files, name)}: cannot be written ({(error.strerror or str(error)).lower()})"
        ) from error
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)


def encode(text: str) -> bytes:
    """The bytes of a report. A lone surrogate, which UTF-8 cannot hold, becomes "?" and keeps offsets true."""
    return text.encode("utf-8", "replace")


def _write_beside(target: Path, text: str) -> Path:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(encode(text))
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _write_through(target: Path, text: str) -> None:
    if target.is_dir():
        raise IsADirectoryError(21, "is a folder", str(target))
    target.write_bytes(encode(text))


def _mode(target: Path) -> int:
    """The permissions the file has, or those a new one would get."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _shown(files: Mapping[Path, str], name: object) -> str:
    """The target as the user gave it, whichever of its temporary or resolved names failed."""
    failed = Path(os.fsdecode(name) if isinstance(name, str | bytes) else str(name))
    for file in files:
        if failed in (file, Path(os.path.realpath(file))) or failed.name.startswith(f".{file.name[:100]}."):
            return str(file)
    return str(failed)
