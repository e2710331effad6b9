"""Renderers of a report, one a file: Markdown, JSON, the terminal. None of them prints or decides anything."""
