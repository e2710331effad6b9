"""Every key of the configuration: its reader, its default, and how the environment may give it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from claimcheck.config import readers
from claimcheck.report.formats import FORMATS

PREFIX = "CLAIMCHECK_"
Parse = Callable[[str], Any]  # the text of a variable → what a file would hold


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `default` is what a file would hold; `parse` is None where a variable cannot say it."""

    name: str
    read: readers.Reader
    default: Any
    parse: Parse | None = None
    is_path: bool = False  # counts from the folder of the file that says it
    is_name: bool = False  # a name, or a path when it begins with a dot
    words: tuple[str, ...] = ()  # values that are no path

    @property
    def flag(self) -> str:
        """The option that gives it."""
        return f"--{self.name.rpartition('.')[2]}"

    @property
    def variable(self) -> str:
        """The environment variable that gives it."""
        return PREFIX + self.name.upper().replace("-", "_").replace(".", "_")


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _table(text: str) -> dict[str, str] | str:
    """CC2=note,CC101=error"""
    pairs = [part.partition("=") for part in _list(text)]
    if not pairs or not all(key.strip() and equals for key, equals, _ in pairs):
        return text  # the reader complains of it
    return {key.strip(): value.strip() for key, _, value in pairs}


def number(text: str) -> float | str:
    """A number that was typed; anything else as it is, for the reader to complain of."""
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


KEYS: tuple[Key, ...] = (
    Key("select", readers.codes, [], _list),
    Key("ignore", readers.codes, [], _list),
    Key("severity", readers.severities, {}, _table),
    Key("min-confidence", readers.share, 0.0, number),
    Key("fail-on", readers.choice(*readers.FAIL_ON), "error", str),
    Key("format", readers.choices(*FORMATS), ["markdown"], _list),
    Key("output", readers.text, "reports/", str, is_path=True, words=("-",)),
    Key("baseline", readers.text, None, str, is_path=True),
    Key("names", readers.texts, [], _list),
    Key("models.parser", readers.module, None, str),
    Key("models.embedder", readers.text, None, str, is_path=True, is_name=True),
    Key("models.entailment", readers.text, "shipped", str, is_path=True, is_name=True),
    Key("cache", readers.text, None, str, is_path=True, words=("off",)),
    Key("jobs", readers.count, None, number),
    Key("origins.independent", readers.groups, []),
    Key("origins.same-origin", readers.groups, []),
    Key("overrides", readers.overrides, []),
    Key("waivers", readers.waivers, []),
)
SECTIONS = ("models", "origins")  # tables whose keys stand in KEYS with the table's name before them
