"""Which articles a configuration means: by path, pattern, file name, id or outlet."""

from __future__ import annotations

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from claimcheck.types import Document


def is_named(document: Document, patterns: Sequence[str], root: str = "") -> bool:
    """Whether one of `patterns` means this article.

    A pattern with a slash is a path from `root`, the configuration's folder, a folder standing for all in it; one
    without is a file's name in any folder, an article's id, or its outlet. `*` stands for any characters, slashes too.
    """
    path = _from_root(document.path, root)
    return any(_fits(document, path, pattern) for pattern in patterns)


def _fits(document: Document, path: str, pattern: str) -> bool:
    bare = pattern.removeprefix("./")
    if "/" in pattern:
        bare = bare.rstrip("/")
        return fnmatchcase(path, bare) or fnmatchcase(path, f"{bare}/*")
    if document.source and document.source.casefold() == pattern.casefold():
        return True
    return any(fnmatchcase(name, bare) for name in (path.rsplit("/", 1)[-1], document.id))


def _from_root(path: str, root: str) -> str:
    """The path as it is read from `root`, with forward slashes; as it is where it lies on another drive."""
    try:
        return Path(os.path.relpath(path, root or os.curdir)).as_posix()
    except ValueError:
        return Path(path).as_posix()
