"""The formats: one reader a suffix. A new format is a file with a reader, and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from claimcheck.sources.article import Reader
from claimcheck.sources.html import read_html
from claimcheck.sources.json_lines import read_gzipped_json_lines, read_json_lines
from claimcheck.sources.markdown import read_markdown
from claimcheck.sources.plain import read_plain

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".htm": read_html,
        ".html": read_html,
        ".jsonl": read_json_lines,
        ".jsonl.gz": read_gzipped_json_lines,
        ".md": read_markdown,
        ".txt": read_plain,
    }
)
