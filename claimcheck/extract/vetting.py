"""Whether a calendar wording is a time at all where it stands: "may" the verb, "2000 people", "its first weekend"."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.calendar import find_pieces, is_ambiguous_month
from claimcheck.extract.counted import token_at
from claimcheck.extract.pieces import Piece
from claimcheck.types import Parse, Token

_NAMES_OF_THINGS = frozenset({"ORG", "WORK_OF_ART", "PERSON", "PRODUCT", "FAC", "GPE", "LAW"})


def vetted(parse: Parse, piece: Piece) -> Piece | None:
    """The piece if its surroundings bear it out as a time, mended where they shorten it; else None."""
    first = token_at(parse, piece.start)
    if first is None:
        return piece
    if piece.kind == "date":
        return _vetted_date(parse, piece)
    return piece if _stands(parse, piece, first) else None


def _stands(parse: Parse, piece: Piece, first: Token) -> bool:
    if piece.kind in {"month", "weekday"} and _in_name(parse, piece):
        return False
    if is_ambiguous_month(piece, parse.text) and not (piece.which or piece.part):
        return _month_stands(parse, first)
    if piece.kind in {"clock", "weekend"}:
        return not _is_attribute(parse, piece, first)
    if piece.kind == "decade" and first.i and parse.tokens[first.i - 1].tag == "PRP$":
        return False  # "in his early 30s"
    return piece.kind != "year" or bool(piece.part) or piece.unit == "fiscal" or _year_stands(parse, piece)


def _vetted_date(parse: Parse, piece: Piece) -> Piece | None:
    """ "In May 10 people died": the figure counts what follows, and only the month is a time."""
    last = token_at(parse, piece.end - 1)
    if last is None or piece.year or piece.end_day or last.text[-1:].isalpha() or last.i + 1 >= len(parse.tokens):
        return piece
    counted, first = parse.tokens[last.i + 1], token_at(parse, piece.start)
    before = parse.tokens[first.i - 1] if first and first.i else None
    if counted.tag == "NNS" and last.head == counted.i and before and before.lemma in {"in", "since"}:
        end = parse.tokens[last.i - 1].end
        return replace(piece, kind="month", day=None, end=end)
    return piece


_BEFORE_A_MONTH = frozenset(
    {"in", "since", "by", "until", "till", "from", "through", "of", "between", "after", "before", "during"}
)


def _month_stands(parse: Parse, token: Token) -> bool:
    """Whether a bare "May", "March", "June" stands where a month does."""
    if token.pos in {"AUX", "VERB"} or not token.text[:1].isupper():
        return False
    before = parse.tokens[token.i - 1] if token.i else None
    after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    if before is None or before.pos == "PROPN":
        return False
    preposition = before.lemma.lower() in _BEFORE_A_MONTH
    listed = before.text in {"and", "or", "to"} and token.i >= 2 and _is_month(parse.tokens[token.i - 2])
    modifies = before.lemma == "the" and after is not None and after.pos == "NOUN"
    return preposition or listed or modifies


_COUNTED_WEEKENDS = frozenset(
    {"first", "second", "third", "opening", "every", "each", "per", "long", "holiday", "its", "his", "her", "their"}
)
_BEFORE_A_CLOCK = frozenset(
    {"at", "by", "around", "about", "before", "after", "until", "till", "since", "from", "past", "to", "and"}
)


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
    first, last = token_at(parse, piece.start), token_at(parse, piece.end - 1)
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
    token = token_at(parse, piece.start)
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
