"""Times as intervals, resolved against the day an article was published.

Conventions of English-language papers, which the anchors spell out:

- A weekday is the nearest such day on or before publication; the nearest on or
  after it when the verb that governs it is in the future ("will vote on Tuesday").
- A week runs from Monday to Sunday (ISO 8601): "next week" is the one after
  publication's, "next Friday" the Friday of that week.
- A month or a day of a month without a year is the one nearest to publication; one
  that a past verb governs directly lies before it, a future verb's after it.
- "Night" and "late" reach into the small hours of the next day.
- What stands before a time may make it a bound: "by Friday", "until 5 p.m.", "not before July". The
  interval is then that of the time named, and `bound` says on which side of it the event lies.

No anchor, no guess: without the article's day a weekday or "next week" stays
unresolved and keeps its fields. Of days of a month that the year alone would fix,
a range ("July 11 and 12") keeps only its month then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.bounds import bound_of
from claimcheck.extract.calendar import ZONE_BEHIND, find_pieces
from claimcheck.extract.intervals import Anchor
from claimcheck.extract.pieces import Piece, zone_name
from claimcheck.extract.resolution import resolve
from claimcheck.extract.tense import governor_at, tense_of
from claimcheck.extract.vetting import vetted
from claimcheck.types import Mention, Parse, Published, Sentence, Span


def find_times(parse: Parse, sentence: Sentence, published: Published | None) -> tuple[Mention, ...]:
    """Every date, weekday, clock time and relative time of the sentence, left to right.

    Spans are in document offsets. Durations are quantities, not times; the mention covers
    the wording with its approximation ("shortly before 9pm", "early Tuesday", "next week").
    """
    mentions = []
    for group in time_groups(parse):
        governor = governor_at(parse, group[0].start)
        anchor = Anchor(
            published, tense=tense_of(parse, governor, title=sentence.kind == "title"), direct=governor.direct
        )
        end = _end(parse.text, group)
        zone = ZONE_BEHIND.match(parse.text, end) if _takes_zone(group) else None
        wording = parse.text[group[0].start : zone.end() if zone else end]
        value = resolve(group, wording, anchor)
        if value is not None:
            value = replace(value, bound=bound_of(parse, group), zone=zone_name(zone["zone"]) if zone else value.zone)
            start = sentence.span.start + group[0].start
            span = Span(sentence.span.document, start, start + len(wording))
            mentions.append(Mention(span=span, kind="time", text=wording, value=value))
    return tuple(mentions)


def _end(text: str, group: Sequence[Piece]) -> int:
    """Where the wording ends, its closing bracket with it ("today (14 October 2011)")."""
    end = group[-1].end
    opened = text.count("(", group[0].start, end) > text.count(")", group[0].start, end)
    return end + (opened and text.startswith(")", end))


def _takes_zone(group: Sequence[Piece]) -> bool:
    """Whether a zone behind the words would be that of the time: it names a day, and no zone yet."""
    return any(p.kind in _DAYS for p in group) and not any(p.zone for p in group)


def time_groups(parse: Parse) -> tuple[tuple[Piece, ...], ...]:
    """The calendar wordings of the sentence, those of one time together ("3 p.m." "on" "Friday")."""
    pieces = [p for piece in find_pieces(parse.text) if (p := vetted(parse, piece))]
    return tuple(_grouped(parse.text, pieces))


# --------------------------------------------------------------------------- pieces of one time

_GAP = re.compile(
    r"(?:,?\s|,)?(?:\s?\()?(?:(?:on|at|of|in|late|early|local time|time)\s){0,2}(?:the\s)?(?:(?:early|late)\s)?"
)
_DAYS = frozenset({"weekday", "date", "relative-day", "weekend"})
_CLASSES: dict[str, str] = {
    "weekday": "weekday",
    "date": "date",
    "relative-day": "relative-day",
    "weekend": "weekend",
    "clock": "clock",
    "part": "part",
    "overnight": "part",
    "relative": "relative",
    "month": "month",
}
# Which kinds may stand beside which: the words of one time never say the same thing twice, a day apart.
_PAIRS = frozenset(
    frozenset(pair)
    for pair in (
        ("weekday", "date"), ("weekday", "clock"), ("weekday", "part"), ("weekday", "relative"), ("date", "clock"),
        ("date", "part"), ("date", "relative-day"), ("relative-day", "clock"), ("relative-day", "part"),
        ("relative-day", "weekday"), ("clock", "part"), ("month", "relative"),
    )
)  # fmt: skip


def _grouped(text: str, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    group: list[Piece] = []
    for piece in pieces:
        if group and _belongs(text, group, piece):
            group.append(piece)
            continue
        if group:
            yield tuple(group)
        group = [piece]
    if group:
        yield tuple(group)


def _belongs(text: str, group: Sequence[Piece], piece: Piece) -> bool:
    gap = text[group[-1].end : piece.start]
    if group[-1].kind == piece.kind == "clock" and len(group) == 1:
        return _is_clock_range(text, group[-1], gap)
    if not _GAP.fullmatch(gap) or _opens(text, piece):
        return False
    if {p.kind for p in (*group, piece)} == {"month", "relative"} and piece.unit != "year":
        return False
    kinds = [_CLASSES.get(p.kind, "") for p in group]
    return all(frozenset((kind, _CLASSES.get(piece.kind, "-"))) in _PAIRS for kind in kinds)


def _opens(text: str, piece: Piece) -> bool:
    """Whether the piece asks for a day after it ("in the early hours of …")."""
    return piece.kind == "part" and text[piece.start : piece.end].endswith("of")


def _is_clock_range(text: str, first: Piece, gap: str) -> bool:
    joint = gap.strip()
    before = text[: first.start].rstrip().rsplit(" ", 1)[-1].lower()
    return joint in {"to", "-", "–", "until", "till"} or (joint == "and" and before == "between")
