"""Reading a configuration: defaults, then the file, then the environment, then the flags, the last word counting."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from claimcheck.config import files
from claimcheck.config.config import Config
from claimcheck.config.keys import KEYS, PREFIX, SECTIONS, Key
from claimcheck.config.readers import unknown, waivers, wrong
from claimcheck.errors import UsageError
from claimcheck.triage.waivers import Waiver

CHOICE = f"{PREFIX}CONFIG"  # the variable that names the file
_BY_NAME = {key.name: key for key in KEYS}


@dataclass(frozen=True, slots=True)
class _Given:
    """One value as it was given."""

    key: Key
    value: Any
    where: str  # for a line about it: "claimcheck.toml: select"
    source: str  # "claimcheck.toml"
    folder: Path  # that a path counts from


def load(
    paths: Sequence[Path] = (),
    *,
    file: str | os.PathLike[str] | None = None,
    flags: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Config:
    """The configuration for an audit of `paths`.

    `file` is read instead of the one found upwards from the paths. `flags` are keys with the values that a file
    would hold, or as they were typed; `environment` stands for os.environ. Raises UsageError, one line, for anything
    unknown or wrong.
    """
    variables = os.environ if environment is None else environment
    chosen = file if file is not None else variables.get(CHOICE) or None
    found = Path(chosen) if chosen is not None else files.find(paths)
    raw = {key.name: key.default for key in KEYS}
    origin = dict.fromkeys(raw, "default")
    values: dict[str, Any] = {}
    for given in (*_from_file(found), *_from_environment(variables), *_from_flags(flags or {})):
        name = given.key.name
        raw[name], origin[name] = _placed(given), given.source
        values[name] = given.key.read(raw[name], given.where)
    root = str(files.absolute(found).parent if found else Path.cwd())
    inside = tuple(replace(waiver, root=root) for waiver in values.pop("waivers", ()))
    return Config(
        **{name.replace(".", "_").replace("-", "_"): value for name, value in values.items()},
        waivers=inside + tuple(_beside(paths)),
        file=files.show(found) if found else None,
        root=root,
        raw=raw,
        origin=origin,
    )


def _from_file(file: Path | None) -> Iterator[_Given]:
    if file is None:
        return
    shown, folder = files.show(file), files.absolute(file).parent
    known = [*(name for name in _BY_NAME if "." not in name), *SECTIONS]
    for name, value in files.read(file).items():
        if name not in SECTIONS:
            yield _Given(_key(name, shown, known), value, f"{shown}: {name}", shown, folder)
            continue
        if not isinstance(value, dict):
            raise wrong(f"{shown}: {name}", f"a table [{name}]", value)
        inner = [key for key in _BY_NAME if key.startswith(f"{name}.")]
        for each, held in value.items():
            yield _Given(_key(f"{name}.{each}", shown, inner), held, f"{shown}: {name}.{each}", shown, folder)


def _from_environment(variables: Mapping[str, str]) -> Iterator[_Given]:
    """What variables give. A name that is nearly a key's is a slip; any other is somebody else's."""
    known = {key.variable: key for key in KEYS if key.parse}
    endings = {name.removeprefix(PREFIX): name for name in (*known, CHOICE)}
    for name in sorted(variables):
        if not name.startswith(PREFIX) or name == CHOICE:
            continue
        if (key := known.get(name)) is not None:
            if variables[name].strip() and key.parse:  # an empty variable is as good as none
                yield _Given(key, key.parse(variables[name]), name, name, Path.cwd())
        elif near := get_close_matches(name.removeprefix(PREFIX), endings, n=1, cutoff=0.75):
            raise UsageError(f"{name}: no such variable (is {endings[near[0]]} meant?)")


def _from_flags(flags: Mapping[str, Any]) -> Iterator[_Given]:
    for name, value in flags.items():
        if value is not None:
            key = _BY_NAME[name]
            held = key.parse(value) if isinstance(value, str) and key.parse else value
            yield _Given(key, held, key.flag, key.flag, Path.cwd())


def _key(name: str, shown: str, known: Sequence[str]) -> Key:
    if name not in _BY_NAME:
        raise unknown(name, shown, known)
    return _BY_NAME[name]


def _placed(given: _Given) -> Any:
    """The value; a path that a file in another folder says, as seen from the working folder."""
    value = given.value
    if not given.key.is_path or not isinstance(value, str) or not value or given.folder == Path.cwd():
        return value
    if value in given.key.words or Path(value).is_absolute() or (given.key.is_name and not value.startswith(".")):
        return value
    return files.show(f"{given.folder}/{value}")


def _beside(paths: Sequence[Path]) -> Iterator[Waiver]:
    """The waivers that stand beside articles, each for its article alone."""
    for file, article in files.beside(paths):
        shown, root = files.show(file), str(files.absolute(file).parent)
        for name, value in files.load_toml(file).items():
            if name != "waivers":
                raise unknown(name, shown, ("waivers",))
            for waiver in waivers(value, f"{shown}: waivers"):
                if waiver.documents:
                    raise UsageError(f"{waiver.place}: has documents; beside an article it is for that one alone")
                yield replace(waiver, documents=(f"./{glob.escape(article.name)}",), root=root)
