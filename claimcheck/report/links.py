"""Where articles lie, as URIs that a tool reading the report can follow."""

from __future__ import annotations

from pathlib import Path, PurePath
from urllib.parse import quote


def is_inside(path: str) -> bool:
    """Whether a path leads below the folder that claimcheck was run in."""
    pure = PurePath(path)
    return not pure.is_absolute() and ".." not in pure.parts


def uri(path: str) -> str:
    """The path as a URI: relative below the working folder, else file://."""
    if is_inside(path):
        return quote(PurePath(path).as_posix(), safe="/.-_~", errors="replace")
    return "file://" + quote(Path(path).resolve().as_posix(), safe="/.-_~:", errors="replace")
