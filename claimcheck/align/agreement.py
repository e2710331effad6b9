"""Verbs that do not agree with their subject: "Constable Hale allege", "he tell", "they comes".

What the parser may have misread is left alone: questions, infinitives under "let" and "see", subjunctives, joined
subjects, collective nouns.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.align.grammar import ADVERBS, Check, Found, children, is_base, next_token, third_person
from claimcheck.compare.words import frequency, word_set
from claimcheck.types import EntitySpan, Parse, Token

_KNOWN = 2.5  # Zipf: the third person, or the plural, that was meant is a word

_SAYING = word_set(
    "say tell know think believe add report claim allege testify write explain note admit deny announce confirm"
)
_REPORTS = word_set("allege say tell deny insist explain admit confirm argue announce describe believe")
_LOST_PAST = {"plead": "pleaded", "lead": "led"}  # whose past sounds or looks like the base
_CLAUSES = word_set("after because when while as since until before where although though")
_INFINITIVES = word_set("do if may let lest whether and or nor & every each many like make see hear watch help have")
COLLECTIVE = word_set(
    "couple pair youth jury team family group crew staff majority number public crowd band trio duo audience committee "
    "government police minority rest lot half club side board company squad careless folk"
)


def _pronoun_with_base(parse: Parse, i: int) -> Found | None:
    """ "It still have room for improvement"."""
    tokens = parse.tokens
    verb = _base_verb(tokens, i) if not i or tokens[i - 1].tag != "NNP" else None
    return _agreeing(tokens, i, verb)


def _person_with_base(parse: Parse, i: int) -> Found | None:
    """ "Marchetti plead guilty", "Constable Hale allege the man"."""
    tokens = parse.tokens
    name = tokens[i]
    if len(name.text) < 3 or name.text.endswith("s") or (entity := _person(parse, i)) is None or entity.end != i + 1:
        return None
    verb = next_token(tokens, i)
    if verb is None:
        return None
    if verb.text in _REPORTS and verb.tag != "VB":
        before = tokens[entity.start - 1] if entity.start else None
        alone = before is None or before.text in ("that", "when") or before.dep == "compound"
        return _agreeing(tokens, i, verb if alone and not _governed(tokens, i) else None)
    if any(child.dep in ("conj", "cc", "det", "poss", "amod") for child in children(tokens, i)):
        return None
    return _agreeing(tokens, i, _base_verb(tokens, i))


def _noun_with_base(parse: Parse, i: int) -> Found | None:
    """ "a woman hold the office"."""
    tokens = parse.tokens
    noun = tokens[i]
    if noun.dep != "nsubj" or len(noun.text) < 2 or noun.text in COLLECTIVE:
        return None
    below = children(tokens, i)
    if not any(child.dep == "det" for child in below) or any(child.dep in ("conj", "cc") for child in below):
        return None
    verb = _base_verb(tokens, i)
    if verb is None or verb.tag != "VBP" or verb.text == noun.text:
        return None
    another = any(t.tag in ("VBZ", "VBD", "VBP", "MD") or t.text == verb.text for t in tokens[verb.i + 1 :])
    return None if another else _agreeing(tokens, i, verb)


def _base_verb(tokens: Sequence[Token], i: int) -> Token | None:
    """The verb in base form right behind its subject, where a third person belongs."""
    subject = tokens[i]
    verb = tokens[subject.head]
    near = verb.i == i + 1 or (verb.i == i + 2 and tokens[i + 1].text in ADVERBS)
    if subject.dep not in ("nsubj", "nsubjpass") or not near or verb.tag not in ("VBP", "VB") or not is_base(verb):
        return None
    helped = any(child.dep in ("aux", "auxpass") for child in children(tokens, verb.i))
    return None if helped or not _states(tokens, verb) or _governed(tokens, i) else verb


def _states(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether the clause of `verb` states something: no wish, no infinitive, no question."""
    if any(token.text == "?" for token in tokens[-2:]):
        return False
    if verb.dep == "ccomp":
        return tokens[verb.head].lemma in _SAYING
    if verb.dep == "advcl":
        return any(child.dep == "mark" and child.text.lower() in _CLAUSES for child in children(tokens, verb.i))
    return verb.dep == "ROOT"


def _governed(tokens: Sequence[Token], i: int) -> bool:
    """Whether something before the subject may take the base form, or join it to another subject."""
    if i and tokens[i - 1].tag in ("VB", "VBD", "VBZ", "VBP", "VBG", "VBN"):
        return True
    words = (t for t in tokens[max(0, i - 5) : i] if t.tag != "NNP")  # not the month of May
    return any(t.tag == "MD" or t.lemma in _INFINITIVES or t.text.lower() in _INFINITIVES for t in words)


def _agreeing(tokens: Sequence[Token], i: int, verb: Token | None) -> Found | None:
    if verb is None:
        return None
    behind = next_token(tokens, verb.i)
    meant = third_person(verb.text)
    if (
        behind is None
        or behind.text[:1] in ("'", "’", "-")
        or behind.tag in ("POS", "HYPH")
        or frequency(meant) < _KNOWN
    ):
        return None
    if verb.text == "use" and behind.text == "to":
        return None  # "used to": a pattern
    why = "A singular takes a singular verb"
    if verb.text in _LOST_PAST:
        meant, why = _LOST_PAST[verb.text], f"The past tense of “{verb.text}” is “{_LOST_PAST[verb.text]}”"
    between = "".join(f" {token.text}" for token in tokens[i + 1 : verb.i])
    return tokens[i], verb, f"{tokens[i].text}{between} {meant}", why


def _they_with_third(parse: Parse, i: int) -> Found | None:
    """ "they comes from"."""
    tokens = parse.tokens
    verb = next_token(tokens, i)
    if verb is None or verb.tag != "VBZ" or tokens[i].head != verb.i or tokens[i].dep != "nsubj":
        return None
    if verb.text in ("'s", "’s", "is", "has") or not verb.text.isalpha():
        return None
    return tokens[i], verb, f"{tokens[i].text} {verb.lemma}", "A plural takes a plural verb"


def _people_with_third(parse: Parse, i: int) -> Found | None:
    """ "the two men is acting excited"; not "the American people is", which may be the nation."""
    tokens = parse.tokens
    verb = next_token(tokens, i)
    if verb is None or verb.text not in ("was", "is", "has") or tokens[i].dep not in ("nsubj", "nsubjpass"):
        return None
    if tokens[i].head not in (verb.i, verb.head) or any(t.dep not in ("det", "nummod") for t in children(tokens, i)):
        return None
    meant = {"was": "were", "is": "are", "has": "have"}[verb.text]
    return tokens[i], verb, f"{tokens[i].text} {meant}", "A plural takes a plural verb"


def _person(parse: Parse, i: int) -> EntitySpan | None:
    return next((e for e in parse.entities if e.label == "PERSON" and e.start <= i < e.end), None)


AGREEMENT_BY_WORD: dict[str, Check] = {
    **dict.fromkeys(
        ("he", "she", "it", "He", "She", "It", "everyone", "everybody", "someone", "nobody", "Everyone", "Someone"),
        _pronoun_with_base,
    ),
    **dict.fromkeys(("men", "women", "people", "children"), _people_with_third),
    **dict.fromkeys(("they", "They", "we", "We"), _they_with_third),
}
AGREEMENT_BY_TAG: dict[str, Check] = {"NNP": _person_with_base, "NN": _noun_with_base}
