"""Which files the paths on the command line stand for, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.types import Skipped


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file to read: the path as the user would recognise it, and where it is."""

    shown: str
    path: Path


def find_files(paths: Sequence[Path], suffixes: Collection[str]) -> tuple[tuple[Found, ...], tuple[Skipped, ...]]:
    """The files of supported kinds that `paths` name or hold, sorted, each once; and what was left out, and why."""
    found: list[Found] = []
    skipped: list[Skipped] = []
    for path in paths:
        for entry in _look_at(path, suffixes):
            (found if isinstance(entry, Found) else skipped).append(entry)  # type: ignore[arg-type]
    files = _once_each(sorted(found))
    return files, _one_reason_each(skipped)


def show(path: Path) -> str:
    """`path` with forward slashes, relative to the working folder when inside it, else as given."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute() keeps "..", resolve() follows links
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def suffix_of(name: str, suffixes: Collection[str]) -> str | None:
    """The longest of `suffixes` that a file's name ends in (".jsonl.gz" before ".gz"), or None."""
    return max((s for s in suffixes if name.lower().endswith(s) and len(name) > len(s)), key=len, default=None)


def _look_at(path: Path, suffixes: Collection[str]) -> Iterator[Found | Skipped]:
    shown = show(path)
    try:
        if path.is_dir():
            yield from _look_into(path, suffixes)
        elif str(path) == "-":
            yield Skipped(shown, "standard input is not read; save the article in a file", error=True)
        elif not path.exists():
            yield Skipped(shown, "no such file or folder; check the path", error=True)
        elif not path.is_file():
            yield Skipped(shown, f"not a regular file; save it as one of {_list(suffixes)}", error=True)
        elif suffix_of(path.name, suffixes) is None:
            yield Skipped(shown, _unsupported(path, suffixes), error=True)
        else:
            yield Found(shown, path)
    except (OSError, ValueError) as error:  # a name too long, or with a NUL in it
        yield Skipped(shown, f"the path cannot be read ({_why(error)})", error=True)


def _look_into(folder: Path, suffixes: Collection[str]) -> Iterator[Found | Skipped]:
    """The files below `folder`; hidden ones are left out, links to folders are not followed."""
    failures: list[OSError] = []
    supported = 0
    for parent, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            shown = show(path)
            if name.startswith("."):
                continue
            if not path.is_file():
                yield Skipped(shown, "not a regular file, or a link to nothing", error=False)
            elif suffix_of(path.name, suffixes) is not None:
                supported += 1
                yield Found(shown, path)
            else:
                yield Skipped(shown, _unsupported(path, suffixes), error=False)
    for failure in failures:
        shown = show(Path(os.fsdecode(failure.filename or folder)))
        yield Skipped(shown, f"the folder cannot be read ({_why(failure)})", error=True)
    if not supported and not failures:
        shown = show(folder)
        yield Skipped(shown, f"the folder holds no {_list(suffixes)} file", error=True)


def _once_each(found: Sequence[Found]) -> tuple[Found, ...]:
    """One entry for each real file; the first of its names is kept."""
    seen: dict[Path, Found] = {}
    for file in found:
        seen.setdefault(file.path.resolve(), file)
    return tuple(seen.values())


def _one_reason_each(skipped: Sequence[Skipped]) -> tuple[Skipped, ...]:
    """One entry a path; a file that was asked for by name is an error even when its folder was named too."""
    reasons: dict[str, Skipped] = {}
    for entry in sorted(skipped, key=lambda s: (s.path, not s.error, s.reason)):
        reasons.setdefault(entry.path, entry)
    return tuple(reasons.values())


def _unsupported(path: Path, suffixes: Collection[str]) -> str:
    kind = f"{path.suffix} files are" if path.suffix else "files without a suffix are"
    return f"{kind} not read; save the text as {_list(suffixes)}"


def _list(suffixes: Collection[str]) -> str:
    *others, last = sorted(suffixes)
    return f"{', '.join(others)} or {last}" if others else last


def _why(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
