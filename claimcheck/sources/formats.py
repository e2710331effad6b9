"""The formats: one reader a suffix. A new format is a file with a reader, and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.sources.article import Article, Broken, Reader


@dataclass(frozen=True, slots=True)
class _Late:
    """A reader whose module is imported by the first file of its kind: that of web pages takes a while."""

    module: str
    function: str

    def __call__(self, data: bytes) -> tuple[Article | Broken, ...]:
        read: Reader = getattr(import_module(f"claimcheck.sources.{self.module}"), self.function)
        return read(data)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".htm": _Late("html", "read_html"),
        ".html": _Late("html", "read_html"),
        ".jsonl": _Late("json_lines", "read_json_lines"),
        ".jsonl.gz": _Late("json_lines", "read_gzipped_json_lines"),
        ".md": _Late("markdown", "read_markdown"),
        ".txt": _Late("plain", "read_plain"),
    }
)
