"""The outlet a text gives away: by how it is signed, or by the agency that it opens with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.sources.boilerplate.bylines import GLUED
from claimcheck.types import Boilerplate

_IN_BRACKETS = re.compile(r"\((?P<name>[A-ZÀ-Þ][^()\d]*)\)")


def find_outlet(text: str, boilerplate: Sequence[Boilerplate]) -> tuple[str, str] | None:
    """The outlet's name and how it gives itself away, or None.

    The name glued to the last sentence ("said.__Daily Times"; the last one when there are several), else that in
    the brackets of the dateline ("MOSCOW (AP) —").
    """
    for mark in reversed(boilerplate):
        if mark.kind == "byline" and (match := GLUED.search(text, max(0, mark.start - 1), mark.end)):
            return match["outlet"] or match["agency"] or match["bracketed"], "which signs the text"
    for mark in boilerplate:
        if mark.kind == "dateline" and (match := _IN_BRACKETS.search(text, mark.start, mark.end)):
            return match["name"], "which the text opens with"
    return None
