"""Times as intervals, resolved against the day an article was published.

Conventions of English-language papers, which the anchors spell out:

- A weekday is the nearest such day on or before publication; the nearest on or
  after it when the verb that governs it is in the future ("will vote on Tuesday").
- A week runs from Monday to Sunday (ISO 8601): "next week" is the one after
  publication's, "next Friday" the Friday of that week.
- A month or a day of a month without a year is the one nearest to publication; one
  that a past verb governs directly lies before it, a future verb's after it.
- "Night" and "late" reach into the small hours of the next day.

No anchor, no guess: without the article's day a weekday or "next week" stays
unresolved and keeps its fields. Of days of a month that the year alone would fix,
a range ("July 11 and 12") keeps only its month then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from claimcheck.extract.calendar import Piece, find_pieces, is_ambiguous_month
from claimcheck.extract.resolution import Anchor, resolve
from claimcheck.types import Mention, Parse, Published, Sentence, Span, Token

Tense = Literal["past", "future", ""]

_MODALS_OF_FUTURE = frozenset({"will", "'ll", "shall", "ll", "wo"})
_PLANS = frozenset({"plan", "expect", "schedule", "set", "due", "intend", "hope", "want", "go", "prepare", "slate"})
_NAMES_OF_THINGS = frozenset({"ORG", "WORK_OF_ART", "PERSON", "PRODUCT", "FAC", "GPE", "LAW"})


def find_times(parse: Parse, sentence: Sentence, published: Published | None) -> tuple[Mention, ...]:
    """Every date, weekday, clock time and relative time of the sentence, left to right.

    Spans are in document offsets. Durations are quantities, not times; the mention covers
    the wording with its approximation ("shortly before 9pm", "early Tuesday", "next week").
    """
    mentions = []
    for group in time_groups(parse):
        governor = _governor(parse, group[0].start)
        anchor = Anchor(published, tense=_tense(parse, governor, sentence), direct=governor.direct)
        wording = parse.text[group[0].start : group[-1].end]
        value = resolve(group, wording, anchor)
        if value is not None:
            offset = sentence.span.start
            span = Span(sentence.span.document, group[0].start + offset, group[-1].end + offset)
            mentions.append(Mention(span=span, kind="time", text=wording, value=value))
    return tuple(mentions)


def time_groups(parse: Parse) -> tuple[tuple[Piece, ...], ...]:
    """The calendar wordings of the sentence, those of one time together ("3 p.m." "on" "Friday")."""
    pieces = [p for piece in find_pieces(parse.text) if (p := _vetted(parse, piece))]
    return tuple(_grouped(parse.text, pieces))


# --------------------------------------------------------------------------- is it a time at all?


def _vetted(parse: Parse, piece: Piece) -> Piece | None:
    """The piece if its surroundings bear it out as a time, mended where they shorten it; else None."""
    first = _token_at(parse, piece.start)
    if first is None:
        return piece
    if piece.kind == "date":
        return _vetted_date(parse, piece)
    if piece.kind == "month" and _in_name(parse, piece):
        return None
    if is_ambiguous_month(piece, parse.text) and not (piece.which or piece.part):
        return piece if _month_stands(parse, first) else None
    if piece.kind == "weekday" and _in_name(parse, piece):
        return None
    if piece.kind in {"clock", "weekend"} and _is_attribute(parse, piece, first):
        return None
    if piece.kind == "year" and not piece.part:
        return piece if _year_stands(parse, piece) else None
    return piece


def _vetted_date(parse: Parse, piece: Piece) -> Piece | None:
    """ "In May 10 people died": the figure counts what follows, and only the month is a time."""
    last = _token_at(parse, piece.end - 1)
    if last is None or piece.year or piece.end_day or last.text[-1:].isalpha() or last.i + 1 >= len(parse.tokens):
        return piece
    counted, first = parse.tokens[last.i + 1], _token_at(parse, piece.start)
    before = parse.tokens[first.i - 1] if first and first.i else None
    if counted.tag == "NNS" and last.head == counted.i and before and before.lemma in {"in", "since"}:
        end = parse.tokens[last.i - 1].end
        return replace(piece, kind="month", day=None, end=end)
    return piece


def _month_stands(parse: Parse, token: Token) -> bool:
    """Whether a bare "May", "March", "June" stands where a month does."""
    if token.pos in {"AUX", "VERB"} or not token.text[:1].isupper():
        return False
    before = parse.tokens[token.i - 1] if token.i else None
    after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    if before is None or before.pos == "PROPN":
        return False
    preposition = before.lemma.lower() in {"in", "since", "by", "until", "till", "from", "through", "of", "between", "after", "before", "during"}  # fmt: skip
    listed = before.text in {"and", "or", "to"} and token.i >= 2 and _is_month(parse.tokens[token.i - 2])
    modifies = before.lemma == "the" and after is not None and after.pos == "NOUN"
    return preposition or listed or modifies


_COUNTED_WEEKENDS = frozenset({"first", "second", "third", "opening", "every", "each", "per", "long", "holiday", "its", "his", "her", "their"})  # fmt: skip


_BEFORE_A_CLOCK = frozenset({"at", "by", "around", "about", "before", "after", "until", "till", "since", "from", "past", "to", "and"})  # fmt: skip


def _is_attribute(parse: Parse, piece: Piece, token: Token) -> bool:
    """ "midnight regulations" and "its first weekend" are no times of the article's own."""
    before = parse.tokens[token.i - 1].text.lower() if token.i else ""
    after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    if piece.kind == "weekend" and not piece.which:
        article = before in {"a", "an"} and not (after is not None and after.pos == "NOUN")
        return before in _COUNTED_WEEKENDS or article
    word = token.text.lower() in {"noon", "midnight", "midday"} and before not in _BEFORE_A_CLOCK
    return word and after is not None and after.pos in {"NOUN", "PROPN"}


def _is_month(token: Token) -> bool:
    return any(p.kind in {"month", "date"} for p in find_pieces(token.text))


def _in_name(parse: Parse, piece: Piece) -> bool:
    """Whether the word belongs to a name ("Sunday Times", "April Jones", "Black Friday")."""
    first, last = _token_at(parse, piece.start), _token_at(parse, piece.end - 1)
    if first is None or last is None:
        return False
    around = {
        label
        for entity in parse.entities
        if entity.start <= first.i and last.i < entity.end and entity.end - entity.start > 1
        for label in [entity.label]
    }
    after = parse.tokens[last.i + 1] if last.i + 1 < len(parse.tokens) else None
    before = parse.tokens[first.i - 1] if first.i else None
    if before is not None and before.text in {"Black", "Good", "Super", "Bloody", "Patch", "Cyber"}:
        return True
    compound = after is not None and after.pos == "PROPN" and first.dep == "compound" and first.head > first.i
    return bool(around & _NAMES_OF_THINGS) and (compound or "PERSON" in around)


_YEAR_BEFORE = frozenset(
    {
        "in", "since", "by", "until", "till", "from", "during", "between", "before", "after", "through", "to", "and",
        "of", "year", "for", "late", "early", "mid", "circa", "around", "about", "season", "spring", "summer", "fall",
        "autumn", "winter", "the", "a", "this", "his", "her", "its", "their", "our", "on", "or", "(", "-", "–", ",",
    }
)  # fmt: skip


def _year_stands(parse: Parse, piece: Piece) -> bool:
    """Whether four figures are a year rather than a count ("2000 people") or part of a name ("Boeing 2000")."""
    token = _token_at(parse, piece.start)
    if token is None:
        return False
    before = parse.tokens[token.i - 1].text.lower() if token.i else ""
    after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    labelled = any(e.start <= token.i < e.end and e.label == "DATE" for e in parse.entities)
    if after is not None and after.text in {"'s", "’s"}:
        return True
    if after is not None and after.tag == "NNS" and before not in {"the", "a", "his", "her", "its", "their", "of"}:
        return labelled and before in {"in", "since", "during", "by"}
    if before in _YEAR_BEFORE or before.endswith("'s"):
        return True
    return labelled or (token.i == 0 and after is not None and after.text == ",")


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


# --------------------------------------------------------------------------- the verb that governs a time


@dataclass(frozen=True, slots=True)
class _Governor:
    verb: Token | None
    direct: bool  # only prepositions between the verb and the time


def _token_at(parse: Parse, offset: int) -> Token | None:
    return next((t for t in parse.tokens if t.start <= offset < t.end), None) or next(
        (t for t in parse.tokens if t.start >= offset), None
    )


def _governor(parse: Parse, offset: int) -> _Governor:
    """The nearest verb above the time's first content word."""
    token = _token_at(parse, offset)
    while token is not None and token.pos in {"ADP", "ADV", "DET", "ADJ"} and token.i + 1 < len(parse.tokens):
        if token.dep in {"det", "amod", "advmod"} and token.head > token.i:
            token = parse.tokens[token.head]
            break
        token = parse.tokens[token.i + 1] if token.dep == "prep" else None
    if token is None:
        token = _token_at(parse, offset)
    direct, seen = True, 0
    while token is not None and token.head != token.i and seen < len(parse.tokens):
        token, seen = parse.tokens[token.head], seen + 1
        if token.pos in {"VERB", "AUX"}:
            return _Governor(token, direct)
        direct = direct and (token.pos == "ADP" or token.tag == "NNP" or token.tag == "CD")
    return _Governor(token if token is not None and token.pos in {"VERB", "AUX"} else None, direct)


def _tense(parse: Parse, governor: _Governor, sentence: Sentence) -> Tense:
    """Past or future by the verb's form and helpers; "" when the form does not tell."""
    verb = governor.verb
    if verb is None:
        return "past" if sentence.kind == "title" else ""
    helpers = [t for t in parse.tokens if t.head == verb.i and t.dep in {"aux", "auxpass"}]
    if any(t.text.lower() in _MODALS_OF_FUTURE for t in helpers):
        return "future"
    if any(t.text.lower() == "to" for t in helpers):
        return _tense_of_infinitive(parse, verb)
    if any(t.lemma in {"would", "could", "might", "may", "should", "can", "must"} for t in helpers):
        return "future" if any(t.text.lower() == "would" for t in helpers) and verb.dep == "ccomp" else ""
    if verb.tag == "VBN" and verb.lemma in _PLANS and not any(t.tag == "VBD" for t in helpers):
        return "future"  # "a verdict expected Friday"
    if verb.tag in {"VBD", "VBN"}:
        return "past"
    if verb.tag == "VBG":
        return "future" if any(t.lemma == "be" and t.tag in {"VBZ", "VBP"} for t in helpers) else ""
    return "past" if sentence.kind == "title" and verb.tag in {"VBZ", "VBP"} else ""


def _tense_of_infinitive(parse: Parse, verb: Token) -> Tense:
    """ "plans to meet", "to be held": future; "managed to escape": its main verb's."""
    head = parse.tokens[verb.head]
    if verb.dep in {"relcl", "acl"} or head.lemma in _PLANS or head.i == verb.i or head.lemma == "be":
        return "future"
    return "past" if head.tag == "VBD" else ""
