"""The effective configuration as TOML, each line with where its value came from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from claimcheck.config.config import Config
from claimcheck.config.keys import KEYS


def show_config(config: Config) -> str:
    """The configuration as a file could say it: copy a line, change it, and it is one."""
    lines = [(_line(name, value), config.origin.get(name, "default")) for name, value in _values(config)]
    width = min(max(len(line) for line, _ in lines), 60)
    head = f"# {config.file or 'no configuration file'}\n"
    body = "".join(f"{line:<{width}}  # {source}\n" for line, source in lines)
    beside = "".join(f"# and {waiver.place}: {waiver.subject}\n" for waiver in _beside(config))
    return head + body + beside


def _values(config: Config) -> Iterator[tuple[str, Any]]:
    yield from ((key.name, config.raw.get(key.name, key.default)) for key in KEYS)


def _line(name: str, value: Any) -> str:
    return f"# {name} is not set" if value is None else f"{name} = {toml(value)}"


def _beside(config: Config) -> Iterator[Any]:
    """The waivers that come from files beside articles, which the configuration itself does not hold."""
    inside = f"{config.file}: " if config.file else "\0"
    yield from (waiver for waiver in config.waivers if not waiver.place.startswith(inside))


def toml(value: Any) -> str:
    """A value as TOML on one line."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_bare(key)} = {toml(each)}" for key, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(toml(each) for each in value)}]"
    return repr(value)


def _bare(key: str) -> str:
    return key if key.replace("-", "").replace("_", "").isalnum() and key.isascii() else json.dumps(key)
