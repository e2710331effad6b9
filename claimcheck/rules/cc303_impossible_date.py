"""# CC303 impossible-date

## What it does
Finds dates that do not exist: a weekday that is not the weekday of the date, and a day that
its month does not have; and times that no clock shows ("25 p.m.", "14:30 a.m.").

## Why it matters
One of the two is wrong, and readers plan by either. It also tells of a date that was worked
out by hand, or copied from an article of another year.

## Example
> The summit opened on **Tuesday, June 28, 2023**.

28 June 2023 is a Wednesday.

## What it leaves alone
Dates without a year, unless the article's own date, as given with it, is near; weekdays that do not
belong to the date beside them; "19:30 p.m.", which only says too much.

## Source
The Gregorian calendar, through Python's standard library.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from claimcheck.compare.dates import why_impossible, why_no_hour
from claimcheck.rules.base import Outcome, Rule, finding, variant, words
from claimcheck.types import Finding, Ledger, Mention, Published, Span, Time

_CODE = "CC303"
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE)


_CLOCK = re.compile(
    r"(?<![\w.,:$£€/-])(?P<hour>\d{1,2})(?::\s?(?P<minute>\d\d))?\s?(?P<half>[ap])(?:\.\s?m\b\.?|m\b)", re.IGNORECASE
)


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding for each date that cannot exist, however many articles print it, and for each such hour."""
    yield from _dates(ledger)
    for extraction in ledger.extractions:
        for sentence in extraction.sentences:
            text = extraction.document.text[sentence.span.start : sentence.span.end]
            for match in _CLOCK.finditer(text):
                reason = why_no_hour(int(match["hour"]), int(match["minute"] or 0), match["half"].lower())
                if reason:
                    at = sentence.span.start
                    yield _hour(ledger, Span(sentence.span.document, at + match.start(), at + match.end()), reason)


def _hour(ledger: Ledger, span: Span, reason: str) -> Finding:
    shown = words(ledger, span)
    found = finding(
        _CODE,
        severity="warning",
        fact=f"the time “{shown}”",
        message=f"The time “{shown}” does not exist: {reason}.",
        reason=f"{reason}.",
        variants=[variant(ledger, shown, [span])],
        confidence=0.9,
        check="The hour.",
    )
    return replace(found, consensus=None)


def _dates(ledger: Ledger) -> Iterator[Outcome]:
    found: dict[tuple[int | None, ...], list[tuple[Mention, str]]] = defaultdict(list)
    for extraction in ledger.extractions:
        for mention in extraction.mentions:
            if isinstance(mention.value, Time):
                time = mention.value
                reason = why_impossible(time, _certain(extraction.document.published))
                if reason:
                    found[time.year, time.month, time.day, time.weekday].append((mention, reason))
    for mentions in found.values():
        yield _finding(ledger, [m for m, _ in mentions], mentions[0][1])


def _certain(published: Published | None) -> Published | None:
    """The day of publication where it was given with the article, not inferred."""
    return published if published is not None and published.origin == "metadata" else None


def _finding(ledger: Ledger, mentions: list[Mention], reason: str) -> Finding:
    shown = words(ledger, mentions[0].span)
    parts = [_parts(mention) for mention in mentions]
    sides = [[s for s in (weekday, day) if s is not None] for weekday, day in parts]
    split = all(len(side) > 1 for side in sides)
    spans = list(zip(*sides, strict=True)) if split else [tuple(m.span for m in mentions)]
    found = finding(
        _CODE,
        severity="warning",
        fact=f"the date “{shown}”",
        message=f"The date “{shown}” does not exist: {reason}.",
        reason=f"{reason}.",
        variants=[variant(ledger, words(ledger, side[0]), side) for side in spans],
        confidence=0.9,
        check="Whether the weekday or the date is meant.",
    )
    return replace(found, consensus=None)


def _parts(mention: Mention) -> tuple[Span | None, Span | None]:
    """The weekday and the rest of the date, where the weekday stands at the beginning."""
    match = _WEEKDAY.match(mention.text)
    if match is None:
        return None, mention.span
    at = mention.span.start
    rest = match.end() + len(mention.text[match.end() :]) - len(mention.text[match.end() :].lstrip(" ,.("))
    return Span(mention.span.document, at, at + match.end()), Span(mention.span.document, at + rest, mention.span.end)


RULE = Rule(code="CC303", name="impossible-date", severity="warning", check=check)
