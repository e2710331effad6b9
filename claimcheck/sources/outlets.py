"""The outlet a text gives away by how it is signed."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.sources.boilerplate.bylines import GLUED
from claimcheck.types import Boilerplate


def find_outlet(text: str, boilerplate: Sequence[Boilerplate]) -> str | None:
    """The name glued to the last sentence ("said.__Daily Times"), or None; the last one when there are several."""
    for mark in reversed(boilerplate):
        if mark.kind != "byline":
            continue
        match = GLUED.search(text, max(0, mark.start - 1), mark.end)
        if match:
            return match["outlet"] or match["agency"] or match["bracketed"]
    return None
