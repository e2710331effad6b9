"""The verb that governs a time, and whether it looks back or ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.extract.counted import token_at
from claimcheck.types import Parse, Token

Tense = Literal["past", "future", ""]

_MODALS_OF_FUTURE = frozenset({"will", "'ll", "shall", "ll", "wo"})
_PLANS = frozenset({"plan", "expect", "schedule", "set", "due", "intend", "hope", "want", "go", "prepare", "slate"})


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb that a time hangs on; `direct` when only prepositions stand between the two."""

    verb: Token | None
    direct: bool


def governor_at(parse: Parse, offset: int) -> Governor:
    """The nearest verb above the time's first content word."""
    token = token_at(parse, offset)
    while token is not None and token.pos in {"ADP", "ADV", "DET", "ADJ"} and token.i + 1 < len(parse.tokens):
        if token.dep in {"det", "amod", "advmod"} and token.head > token.i:
            token = parse.tokens[token.head]
            break
        token = parse.tokens[token.i + 1] if token.dep == "prep" else None
    if token is None:
        token = token_at(parse, offset)
    direct, seen = True, 0
    while token is not None and token.head != token.i and seen < len(parse.tokens):
        token, seen = parse.tokens[token.head], seen + 1
        if token.pos in {"VERB", "AUX"}:
            return Governor(token, direct)
        direct = direct and (token.pos == "ADP" or token.tag in {"NNP", "CD"})
    return Governor(token if token is not None and token.pos in {"VERB", "AUX"} else None, direct)


def tense_of(parse: Parse, governor: Governor, *, title: bool) -> Tense:
    """Past or future by the verb's form and helpers, "" when they do not tell; headlines report in the present."""
    verb = governor.verb
    if verb is None:
        return "past" if title else ""
    helpers = [t for t in parse.tokens if t.head == verb.i and t.dep in {"aux", "auxpass"}]
    words = {t.text.lower() for t in helpers}
    if words & _MODALS_OF_FUTURE:
        return "future"
    if "to" in words:
        return _tense_of_infinitive(parse, verb)
    if any(t.tag == "MD" for t in helpers):
        return "future" if "would" in words and verb.dep == "ccomp" else ""
    return _tense_of_form(verb, helpers, title=title)


def _tense_of_form(verb: Token, helpers: list[Token], *, title: bool) -> Tense:
    if verb.tag == "VBN" and verb.lemma in _PLANS and not any(t.tag == "VBD" for t in helpers):
        return "future"  # "a verdict expected Friday"
    if verb.tag in {"VBD", "VBN"}:
        return "past"
    if verb.tag == "VBG" and any(t.lemma == "be" and t.tag in {"VBZ", "VBP"} for t in helpers):
        return "future"  # "are meeting on Friday"
    return "past" if title and verb.tag in {"VBZ", "VBP"} else ""


def _tense_of_infinitive(parse: Parse, verb: Token) -> Tense:
    """ "plans to meet", "to be held": future; "managed to escape": its main verb's."""
    head = parse.tokens[verb.head]
    if verb.dep in {"relcl", "acl"} or head.lemma in _PLANS or head.i == verb.i or head.lemma == "be":
        return "future"
    return "past" if head.tag == "VBD" else ""
