"""The formats a report can be written in; each renderer is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from claimcheck.types import Report


@dataclass(frozen=True, slots=True)
class Format:
    """One format: what its files end in, and the function that renders it."""

    suffix: str
    module: str
    function: str
    is_streamed: bool = False  # goes to standard output unless it is told elsewhere

    def render(self, report: Report) -> str:
        """The report in this format."""
        text: str = getattr(import_module(f"claimcheck.report.{self.module}"), self.function)(report)
        return text


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "markdown": Format(".md", "markdown", "render_markdown"),
        "json": Format(".json", "json_report", "render_json"),
        "sarif": Format(".sarif", "sarif", "render_sarif"),
        "csv": Format(".csv", "csv_report", "render_csv"),
        "junit": Format(".junit.xml", "junit", "render_junit"),
        "github": Format(".github.txt", "github", "render_github", is_streamed=True),
        "text": Format(".txt", "terminal", "render_text", is_streamed=True),
    }
)
