"""Numbers that name rather than count: "Boeing 777", "Article 60", "Week 16", "one of the men"."""

from __future__ import annotations

import re

from claimcheck.extract.counted import tokens_in
from claimcheck.extract.numerals import Numeral
from claimcheck.extract.pieces import WEEKDAYS
from claimcheck.types import Parse, Token

# Nouns that a number after them numbers, singular; a plural of these may head a list ("versions 6, 7 and 8").
_NUMBERED = frozenset(
    {
        "flight", "route", "page", "chapter", "channel", "week", "day", "article", "section", "room",
        "gate", "phase", "stage", "level", "grade", "number", "version", "volume", "season", "episode",
        "part", "type", "group", "highway", "interstate", "act", "line", "size", "ward", "district",
        "precinct", "unit", "platform", "class", "figure", "table", "item", "title", "rule", "apartment",
        "apt", "suite", "lot", "block", "model", "juror", "bus", "train", "game", "round", "row", "step",
        "verse", "paragraph", "exit", "road", "tier", "category", "division", "lane", "pier", "terminal",
        "building", "no", "count", "amendment", "resolution", "proposition", "boulevard", "hwy", "rte",
        "explorer", "engine", "car", "squad", "ladder", "station", "sector", "zone", "area", "code",
        "bulletin", "patch", "ms",
    }
)  # fmt: skip
_NAMED_ENTITIES = frozenset({"ORG", "PRODUCT", "FAC", "WORK_OF_ART", "LAW", "EVENT"})
_PRONOUN_BEFORE = frozenset({"no", "each", "every", "any", "the", "this", "that", "which", "some", "another", "only"})
_PRONOUN_NOUNS = frozenset(
    {
        "day", "thing", "way", "point", "side", "hand", "time", "night", "morning", "evening", "stage", "reason",
        "example", "exception",
    }
)  # fmt: skip
_NOT_COUNTED_ORDINALS = frozenset(
    {
        "lady", "half", "name", "amendment", "aid", "place", "thing", "time", "hand", "degree", "century", "quarter",
        "round", "down", "base", "baseman",
    }
)  # fmt: skip


def names_something(parse: Parse, numeral: Numeral) -> bool:
    """Whether the number is part of a name, a number in a series, or a pronoun."""
    tokens = tokens_in(parse, numeral.start, numeral.end)
    if not tokens:
        return False
    if numeral.form == "ordinal":
        return not _counts_in_order(parse, tokens)
    if parse.text[numeral.start : numeral.end].lower() == "one":
        return _is_pronoun(parse, tokens[0])
    if re.match(r"-all\b" if numeral.low else r"-[a-z]", parse.text[numeral.end :]):  # "13-all", "zero-day"
        return True
    if re.search(r"\d,\d{3}", parse.text[numeral.start : numeral.end]):
        return False  # thousands are set apart in amounts, never in what only numbers a name
    inside = _in_a_name(parse, tokens) and not _unit_follows(parse, numeral)
    return inside or _numbers_the_word_before(parse, numeral, tokens)


def _in_a_name(parse: Parse, tokens: tuple[Token, ...]) -> bool:
    """Whether the parser has the number inside a name all of whose other words are capitalised."""
    for entity in parse.entities:
        if entity.label in _NAMED_ENTITIES and entity.start <= tokens[0].i and tokens[-1].i < entity.end:
            others = [t for t in parse.tokens[entity.start : entity.end] if t not in tokens]
            if others and all(t.text[:1].isupper() and t.pos == "PROPN" for t in others if t.text.isalpha()):
                return True
    return False


def _numbers_the_word_before(parse: Parse, numeral: Numeral, tokens: tuple[Token, ...]) -> bool:
    """ "Week 16", "Boeing 777 jet": the number belongs to the word on its left."""
    first = tokens[0]
    before = parse.tokens[first.i - 1] if first.i else None
    if before is None or not before.text[:1].isalpha() or parse.text[before.end : numeral.start] not in {" ", ""}:
        return False
    lemma = before.lemma.lower()
    if lemma in WEEKDAYS:
        return False  # "on Monday 14 people were killed"
    if not numeral.digits:
        return _in_a_series(parse, before, first) or (
            before.pos == "PROPN" and first.pos == "PROPN" and first.text[:1].isupper()
        )
    if lemma in _NUMBERED and before.pos in {"NOUN", "PROPN"}:
        return True
    if before.pos != "PROPN" or (before.text.isupper() and len(before.text) > 5):
        return False
    counts = first.dep == "nummod" and first.head > tokens[-1].i and parse.tokens[first.head].tag in {"NNS", "NNPS"}
    together = before.dep == "compound" and before.head == first.head
    return not _unit_follows(parse, numeral) and (not counts or together)


_PERCENT = re.compile(r"\s?(?:%|per ?cent)", re.IGNORECASE)
_SERIES = frozenset(
    {"round", "day", "week", "game", "phase", "act", "part", "chapter", "step", "stage", "episode", "page"}
)


def _in_a_series(parse: Parse, before: Token, number: Token) -> bool:
    """ "day two", "in round three": a word that numbers the one before it."""
    lemma = before.lemma.lower()
    if lemma in _NUMBERED and before.tag == "NN" and number.dep == "nummod" and number.head < number.i:
        return True
    return lemma in _SERIES and before.i > 0 and parse.tokens[before.i - 1].pos == "ADP"


def _unit_follows(parse: Parse, numeral: Numeral) -> bool:
    """A percent sign, a scale or a unit makes it a quantity whatever stands before ("Egypt 52 percent")."""
    return bool(numeral.suffix) or numeral.scaled or bool(_PERCENT.match(parse.text, numeral.end))


def _is_pronoun(parse: Parse, token: Token) -> bool:
    """Whether "one" stands for a thing said before ("one of the men", "no one", "the one", "one day")."""
    before = parse.tokens[token.i - 1].text.lower() if token.i else ""
    after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    if after is None or before in _PRONOUN_BEFORE - {"only", "the"} or token.pos == "PRON" or after.text in {"-", "'s"}:
        return True
    noun = parse.tokens[token.head]
    counts = token.dep == "nummod" and noun.i > token.i and noun.pos in {"NOUN", "PROPN"}
    if counts:
        return noun.lemma.lower() in _PRONOUN_NOUNS
    return not (before == "least" or after.lemma.lower() in {"dead", "kill", "injure", "wound", "arrest", "missing"})


def _counts_in_order(parse: Parse, tokens: tuple[Token, ...]) -> bool:
    """Whether an ordinal ranks a common noun ("his fourth season"), not a name or an adverb ("117th Street")."""
    last = tokens[-1]
    noun = parse.tokens[last.head]
    after = parse.tokens[last.i + 1] if last.i + 1 < len(parse.tokens) else None
    before = parse.tokens[tokens[0].i - 1].text if tokens[0].i else ""
    if after is not None and after.tag == "CD":  # "the first 17 passes" counts passes
        return False
    if last.dep not in {"amod", "nummod", "compound", "nmod"} or noun.i < last.i or (after and after.text == "-"):
        return False
    if last.text[:1].isupper() and tokens[0].i:
        return False
    return noun.pos == "NOUN" and before != "-" and noun.lemma.lower() not in _NOT_COUNTED_ORDINALS
