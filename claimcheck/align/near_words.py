"""Words that two or three neighbours and their heads give away: "The arrived", "of he cable", "would have place"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimcheck.align.grammar import Found, next_token, regular_past
from claimcheck.compare.words import frequency, word_set
from claimcheck.types import Token

_IT_IS = "“Its” owns something; “it's” is short for “it is”"
_NOMINAL = word_set("NN NNS NNP JJ")
_BEFORE_NOUNS = word_set("of in at from with into by on under against because")  # never before "he"
# Participles that differ from the past tense: without "have" or "be" they are no verb of a sentence.
_PARTICIPLES = word_set(
    "begun gone done seen taken given written known driven eaten fallen spoken stolen worn sung chosen frozen hidden "
    "risen shaken thrown torn"
)
_PARTICIPLE_AS_BASE = word_set(
    "put cut let set hit run come become overcome read shut hurt cost cast spread beat split bet quit burst rid been"
)
_KNOWN = 2.0  # Zipf: below, the past tense is another
_MASS_PLURALS = word_set("headquarters series species means news politics odds")


def _the_for_they(tokens: Sequence[Token], i: int) -> Found | None:
    """ "The arrived to find smoke"."""
    verb = next_token(tokens, i)
    if verb is None or verb.tag not in ("VBD", "VBP") or verb.dep != "ROOT":
        return None
    subject = any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass") and t.i != i for t in tokens)
    meant = f"{tokens[i].text}y {verb.text}"
    return None if subject or not verb.text.islower() else (tokens[i], verb, meant, "An article stands before a verb")


def _he_for_the(tokens: Sequence[Token], i: int) -> Found | None:
    """ "because of he cable cut"."""
    noun = next_token(tokens, i)
    if not i or noun is None or tokens[i - 1].text not in _BEFORE_NOUNS:
        return None
    if noun.tag not in _NOMINAL or not noun.text.isalpha():
        return None
    return tokens[i], noun, f"the {noun.text}", "“He” stands between a preposition and its noun"


def _its_after_preposition(tokens: Sequence[Token], i: int) -> Found | None:
    """ "the worst fire in it's history"."""
    if not 0 < i < len(tokens) - 2 or tokens[i + 1].text not in ("'s", "’s"):
        return None
    noun, behind = tokens[i + 2], tokens[i + 3] if i + 3 < len(tokens) else None
    before = tokens[i - 1].text in _BEFORE_NOUNS and tokens[i - 1].text != "because"
    verbal = behind is not None and behind.tag in ("TO", "IN", "WDT", "DT")
    if not before or tokens[i + 1].start != tokens[i].end or noun.tag not in ("NN", "NNS") or verbal:
        return None
    return tokens[i], noun, f"its {noun.text}", _IT_IS


def _participle_alone(tokens: Sequence[Token], i: int) -> Found | None:
    """ "as they begun turning themselves in"."""
    verb = tokens[i]
    if not i or tokens[i - 1].text not in ("he", "she", "they", "we", "I"):
        return None
    helped = any(
        t.lemma in ("have", "be", "get") or t.text in ("'ve", "'d", "'s", "'re") for t in tokens[max(0, i - 4) : i]
    )
    return (
        None
        if helped
        else (tokens[i - 1], verb, f"{tokens[i - 1].text} have {verb.text}", "The participle has no “have”")
    )


def _base_after_have(tokens: Sequence[Token], i: int) -> Found | None:
    """ "would not have place him on the list"."""
    verb = next_token(tokens, i)
    if verb is None or verb.tag not in ("VB", "VBP"):
        return None
    if tokens[i].pos != "AUX" or verb.text != verb.lemma or verb.text in _PARTICIPLE_AS_BASE:
        return None
    behind = next_token(tokens, verb.i)
    if behind is not None and behind.text == "to":
        return tokens[i], verb, f"{tokens[i].text} to {verb.text}", "A “to” is missing, or the participle"
    past = "been" if verb.text == "be" else regular_past(verb.text)
    if frequency(past) <= _KNOWN:
        return None
    return tokens[i], verb, f"{tokens[i].text} {past}", f"“{tokens[i].text.title()}” takes a participle"


def _past_after_modal(tokens: Sequence[Token], i: int) -> Found | None:
    """ "could not used to regulate emissions"."""
    modal = tokens[i]
    last = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].text in ("not", "n't"))
    if not modal.text.islower() or last >= len(tokens) or modal.text in ("'d", "’d"):
        return None
    verb = tokens[last]
    a_noun = modal.text == "will" and not (i and tokens[i - 1].tag == "PRP")  # "the national will"
    if a_noun or verb.tag not in ("VBD", "VBN") or verb.head == i or verb.text == verb.lemma or not verb.text.islower():
        return None
    between = "".join(f" {t.text}" for t in tokens[i + 1 : last]).replace(" n't", "n't")
    return modal, verb, f"{modal.text}{between} be {verb.text}", f"“{modal.text.title()}” takes an infinitive"


def _singular_verb(tokens: Sequence[Token], i: int) -> Found | None:
    """ "The reports cites a source"."""
    noun, verb = tokens[i], next_token(tokens, i)
    if i == 0 or verb is None or verb.tag != "VBZ" or noun.lemma == noun.text:
        return None
    article = tokens[i - 1].text.lower() in ("the", "these", "those") and (
        i == 1 or tokens[i - 2].text in (".", ",", ";", "and", "but", "that")
    )
    agrees = (
        not article
        or not noun.text.endswith("s")
        or noun.text in _MASS_PLURALS
        or noun.dep != "nsubj"
        or noun.head != verb.i
    )
    if agrees or not noun.text.islower() or verb.text in ("'s", "’s"):
        return None
    meant = {"is": "are", "has": "have", "does": "do"}.get(verb.text, verb.lemma)
    return noun, verb, f"{noun.text} {meant}", "A plural has a singular verb"


def _affect_for_effect(tokens: Sequence[Token], i: int) -> Found | None:
    """ "a devastating affect on business"."""
    before, behind = tokens[i - 1], next_token(tokens, i)
    if not i or behind is None or behind.text != "on":
        return None
    article = before.text in ("a", "an", "the", "no", "any", "its", "their", "little")
    if not article and before.tag not in ("JJ", "VBG"):
        return None
    return before, tokens[i], f"{before.text} e{tokens[i].text[1:]}", "“Affect” is a verb, “effect” its noun"


_NearCheck = Callable[[Sequence[Token], int], Found | None]
NEAR_BY_WORD: dict[str, _NearCheck] = {
    **dict.fromkeys(("The", "the"), _the_for_they),
    "he": _he_for_the,
    "it": _its_after_preposition,
    **dict.fromkeys(("have", "has", "had"), _base_after_have),
    **dict.fromkeys(("affect", "affects"), _affect_for_effect),
    **dict.fromkeys(_PARTICIPLES, _participle_alone),
}
NEAR_BY_TAG: dict[str, _NearCheck] = {"MD": _past_after_modal, "NNS": _singular_verb}
NOT_SPOKEN = (_participle_alone, _base_after_have, _past_after_modal, _singular_verb)
