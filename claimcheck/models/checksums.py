"""The SHA-256 of a model: one file's, or a whole folder's in a stable order."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from claimcheck.errors import ModelError

# Read by people, never by a model: an edited README is not another model.
_NOT_THE_MODEL = frozenset({"LICENSE", "LICENSES_SOURCES", "README.md", ".gitattributes"})


def file_sha256(path: Path) -> str:
    """The SHA-256 of one file, in hex; ModelError when it cannot be read."""
    try:
        stat = path.stat()
        return _digest(path, stat.st_size, stat.st_mtime_ns)
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror}); reinstall the package it belongs to") from error


def folder_sha256(folder: Path) -> str:
    """One SHA-256 for all files that make up a model.

    The digest of the lines `relative/path SHA-256`, sorted by path, so that it
    depends on every byte and every name, not on the order a disk lists them in.
    """
    files = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if _counts(path))
    lines = "".join(f"{name} {file_sha256(path)}\n" for name, path in files)
    return hashlib.sha256(lines.encode()).hexdigest()


def verify(name: str, *, expected: str | None, actual: str) -> None:
    """Raise ModelError unless a pinned model has the checksum it was pinned with."""
    if expected is not None and actual != expected:
        raise ModelError(
            f"{name}: SHA-256 {actual} is not the pinned {expected}: "
            "the files are damaged or of another version; reinstall the package"
        )


@cache
def _digest(path: Path, _size: int, _changed: int) -> str:
    """Read a file once as long as it stays as it is: two models may share one."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _counts(path: Path) -> bool:
    return path.is_file() and path.name not in _NOT_THE_MODEL and path.suffix not in {".py", ".pyc"}
