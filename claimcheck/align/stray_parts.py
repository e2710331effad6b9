"""A part too many or too few in a phrase: "a 66-year-old Mary Smith", "first aid for and tried", "The actress, is"."""

from __future__ import annotations

from claimcheck.align.grammar import Check, Found, children, next_token
from claimcheck.align.noun_number import WHOLE
from claimcheck.compare.words import word_set
from claimcheck.types import Parse

_PLACES = (
    "GPE",
    "NORP",
    "LOC",
    "DATE",
    "CARDINAL",
)  # "a 58-year-old San Diego man"; the parser names people in many ways
_HARMED = word_set("kill hit strike shoot injure wound stab arrest charge attack rob strangle")


def _article_before_name(parse: Parse, i: int) -> Found | None:
    """ "killed a 66-year-old Mary Smith"; not "a young Mary Smith watched", which tells of an age of hers."""
    tokens = parse.tokens
    for entity in parse.entities:
        if entity.label in _PLACES or entity.end - entity.start < 2 or not i < entity.start < i + 8:
            continue
        name, behind = tokens[entity.end - 1], tokens[entity.end] if entity.end < len(tokens) else None
        compound = behind is not None and behind.tag in WHOLE
        aged = tokens[i + 1].text[:1].isdigit() and tokens[entity.start - 1].text == "old"
        harmed = name.dep in ("dobj", "nsubjpass", "conj") and tokens[name.head].lemma in _HARMED
        if aged and harmed and not compound and name.tag == "NNP":
            meant = parse.text[tokens[i + 1].start : name.end]
            return tokens[i], name, meant, "An article stands before a person's full name"
    return None


_PREPOSITIONS = word_set("for to of from with at into without during")


def _preposition_alone(parse: Parse, i: int) -> Found | None:
    """ "called 911 to and reported", "provide first aid for and tried"."""
    tokens = parse.tokens
    joint, verb = next_token(tokens, i), next_token(tokens, i + 1)
    if not i or joint is None or verb is None or joint.text != "and" or verb.tag not in ("VBD", "VBZ"):
        return None
    if tokens[i - 1].tag not in ("NN", "NNS", "CD", "NNP"):
        return None
    return tokens[i], joint, f"{tokens[i].text} … and", "A preposition has nothing behind it"


def _comma_before_verb(parse: Parse, i: int) -> Found | None:
    """ "The actress, is like a sponge"."""
    tokens = parse.tokens
    verb = next_token(tokens, i)
    if i < 2 or verb is None or verb.text not in ("is", "was", "has", "had") or verb.dep != "ROOT":
        return None
    subject = tokens[i - 1]
    if subject.dep != "nsubj" or subject.head != verb.i or subject.tag not in ("NN", "NNP"):
        return None
    below = children(tokens, subject.i)
    whole = all(t.head == subject.i and t.dep in ("det", "amod", "compound") for t in tokens[: i - 1])
    if not whole or any(child.i > subject.i for child in below if child.dep != "punct"):
        return None
    behind = next_token(tokens, verb.i)
    if behind is None or behind.text in (",", ".", "n't", "n’t"):
        return None
    return subject, verb, f"{subject.text} {verb.text}", "A comma parts the subject from its verb"


PART_CHECKS: dict[str, Check] = {
    **dict.fromkeys(_PREPOSITIONS, _preposition_alone),
    **dict.fromkeys(("a", "an"), _article_before_name),
    ",": _comma_before_verb,
}
SPOKEN_TOO = (_preposition_alone, _article_before_name)
