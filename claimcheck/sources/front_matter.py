"""YAML front matter: what it says, and where in the file it says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from claimcheck.errors import InputError

_KEYS = ("title", "date", "source")
_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_INDICATOR = re.compile(r"[|>][^\r\n]*(?:\r\n|\n|\r)\s*")  # what opens a block scalar


@dataclass(frozen=True, slots=True)
class Field:
    """A value of the front matter and the offsets of its characters, quotation marks excluded."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields that matter here, and where the article's own text begins."""

    fields: Mapping[str, Field]
    end: int


def read_front_matter(text: str) -> FrontMatter:
    """The front matter at the top of `text`; InputError, with the line, when it is not valid YAML."""
    fence = _FENCE.match(text)
    if fence is None:
        return FrontMatter({}, 0)
    close = _CLOSE.search(text, fence.end())
    if close is None:
        raise InputError("line 1: the front matter is never closed; end it with a line '---'")
    body = text[fence.end() : close.start()]
    node = _compose(body)
    if node is None:
        return FrontMatter({}, close.end())
    if not isinstance(node, yaml.MappingNode):
        raise InputError("line 2: the front matter is not made of 'key: value' lines; correct it")
    return FrontMatter(dict(_fields(node, body, fence.end())), close.end())


def _compose(body: str) -> yaml.Node | None:
    try:
        return yaml.compose(body, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1  # counted from 1, and the fence is a line too
        raise InputError(
            f"line {line}: the front matter is not valid YAML ({error.problem}); correct it or quote the value"
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError("line 2: the front matter is not valid YAML; correct it") from error


def _fields(node: yaml.MappingNode, body: str, shift: int) -> list[tuple[str, Field]]:
    fields = []
    for key, value in node.value:
        name = key.value.strip().casefold() if isinstance(key, yaml.ScalarNode) else ""
        if name in _KEYS and isinstance(value, yaml.ScalarNode) and value.value.strip():
            start, end = _characters(value, body)
            fields.append((name, Field(" ".join(value.value.split()), start + shift, end + shift)))
    return fields


def _characters(node: yaml.ScalarNode, body: str) -> tuple[int, int]:
    """Offsets of a scalar's own characters: no quotation marks, no block indicator, no blanks around it."""
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif node.style in ("|", ">"):
        indicator = _INDICATOR.match(body, start)
        start = indicator.end() if indicator else start
    written = body[start:end]
    return start + len(written) - len(written.lstrip()), start + len(written.rstrip())
