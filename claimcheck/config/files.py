"""Finding and reading the files of a configuration."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claimcheck.errors import UsageError

FILE = "claimcheck.toml"
PROJECT = "pyproject.toml"
BESIDE = ".waivers.toml"  # after the name of an article's file


def find(paths: Sequence[Path]) -> Path | None:
    """The nearest claimcheck.toml, or pyproject.toml with [tool.claimcheck], from the inputs upwards; None for none."""
    for folder in upwards(paths):
        if _holds((file := folder / FILE).is_file):
            return file
        if _holds((file := folder / PROJECT).is_file) and _section(file) is not None:
            return file
    return None


def read(file: Path) -> Mapping[str, Any]:
    """What a file configures: all of it, or the table [tool.claimcheck] of a pyproject.toml."""
    if file.name != PROJECT:
        return load_toml(file)
    section = _section(file)
    if section is None:
        raise UsageError(f"{show(file)}: has no table [tool.claimcheck]")
    return section


def beside(paths: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """The articles' own files of waivers below `paths`: (file, article), sorted."""
    found: set[Path] = set()
    for path in paths:
        found.update(path.rglob(f"*{BESIDE}") if _holds(path.is_dir) else [path.with_name(f"{path.name}{BESIDE}")])
    for file in sorted(found):
        if not _holds(file.is_file):
            continue
        if file.name == BESIDE:
            raise UsageError(f"{show(file)}: stands beside no article; name it after one, as in a.txt{BESIDE}")
        yield file, file.with_name(file.name.removesuffix(BESIDE))


def load_toml(file: Path) -> dict[str, Any]:
    """A TOML file; UsageError, in one line that names it, where it is none."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise UsageError(f"{show(file)}: no such file; check the path") from error
    except OSError as error:
        raise UsageError(f"{show(file)}: cannot be read ({(error.strerror or str(error)).lower()})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{show(file)}: is not UTF-8; save it as UTF-8") from error
    except RecursionError as error:
        raise UsageError(f"{show(file)}: is not a configuration: nested too deep") from error
    except ValueError as error:  # not TOML, or a number without end
        raise UsageError(f"{show(file)}: is not TOML: {error}") from error


def show(path: Path | str) -> str:
    """A path as a line about it names it: from the working folder when inside it, else whole."""
    whole = absolute(path)
    shown = whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole
    return f"{shown.as_posix()}/" if str(path).endswith("/") else shown.as_posix()


def absolute(path: Path | str) -> Path:
    """The whole path, without "..", links under their own names."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute() keeps "..", resolve() follows links


def _holds(question: Callable[[], bool]) -> bool:
    """What a path answers; False where we may not look, which is told with the articles."""
    try:
        return question()
    except OSError:
        return False


def _section(file: Path) -> Mapping[str, Any] | None:
    tool = load_toml(file).get("tool", {})
    section = tool.get("claimcheck") if isinstance(tool, dict) else None
    if section is not None and not isinstance(section, dict):
        raise UsageError(f"{show(file)}: tool.claimcheck: expected a table [tool.claimcheck]")
    return section


def upwards(paths: Sequence[Path]) -> Iterator[Path]:
    """Where a configuration is looked for: the folder that holds all the inputs, then the ones above it."""
    whole = [absolute(path) for path in paths] or [Path.cwd()]
    try:
        start = Path(os.path.commonpath(whole))
    except ValueError:  # on two drives
        start = whole[0]
    yield from (start, *start.parents) if _holds(start.is_dir) else start.parents
