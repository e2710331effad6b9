"""Nouns that do not agree with their number: "three prior conviction", "a jokes", "one of the best play"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.align.agreement import COLLECTIVE
from claimcheck.align.grammar import Check, Found, children, next_token, third_person
from claimcheck.compare.words import frequency, word_set
from claimcheck.types import Parse, Token

_NUMBERS = word_set(
    "two three four five six seven eight nine ten eleven twelve several many these those numerous various"
)
_NO_PLURAL = word_set(
    "percent cent per pack million billion thousand hundred dozen people aircraft species series staff police sheep "
    "fish deer youth offspring spacecraft headquarters crossroads means cattle crew personnel pm am grand quid bit "
    "more less fewer information while foot mile pound half inch head apiece each"
)
WHOLE = ("NN", "NNS", "NNP", "HYPH", "CD", "POS", "NNPS", "JJ", "VBN")  # behind a noun that ends no phrase
_PARTS = (
    "DT",
    "JJ",
    "POS",
    "PRP$",
    "NN",
    "CD",
    "HYPH",
    "NNP",
    "$",
    "JJS",
)  # before a number that begins none
_PLURALS = 3.0  # Zipf: nouns with a plural that is met
_RARER = 1.2  # as a difference of Zipf frequencies: the plural of a noun that is counted
# Nouns that look like plurals and can be one thing.
_AS_ONE = word_set(
    "headquarters series means works news crossroads summons gallows barracks politics shambles innings odds sports "
    "arms ways rags links woods days"
)


def _number_with_singular(parse: Parse, i: int) -> Found | None:
    """ "three prior DUI conviction spanning"."""
    tokens = parse.tokens
    number = tokens[i]
    noun = tokens[number.head]
    if number.dep not in ("nummod", "amod", "det") or noun.tag != "NN" or not i < noun.i < i + 6:
        return None
    starts = not i or (
        tokens[i - 1].tag not in _PARTS and tokens[i - 1].text not in ("-", ".", "age", "at", "and", "of")
    )
    between = all(t.tag in ("JJ", "NNP", "JJR", "VBN", "NN") and t.head == noun.i for t in tokens[i + 1 : noun.i])
    if not starts or not between or not _ends_phrase(tokens, noun) or not _is_counted(noun):
        return None
    if noun.text == "time" and number.text not in ("several", "many"):  # "two time All-American"
        return None
    words = " ".join(t.text for t in tokens[i : noun.i])
    return number, noun, f"{words} {third_person(noun.text)}", "A plural number stands with a singular"


def _ends_phrase(tokens: Sequence[Token], noun: Token) -> bool:
    """Whether nothing behind the noun makes it part of a compound or of a list."""
    behind = next_token(tokens, noun.i)
    part = behind is not None and (
        behind.tag in WHOLE or behind.text in ("-", "/", "or", "to") or (behind.tag == "VBG" and behind.dep != "acl")
    )
    return not part and not any(child.dep in ("conj", "cc") for child in children(tokens, noun.i))


def _is_counted(noun: Token) -> bool:
    plural = frequency(third_person(noun.text))
    plain = noun.text.islower() and noun.text.isalpha() and noun.text not in _NO_PLURAL
    return plain and plural >= _PLURALS and plural >= frequency(noun.text) - _RARER


def _one_with_plural(parse: Parse, i: int) -> Found | None:
    """ "a jokes, said", "every politicians will"."""
    tokens = parse.tokens
    article, noun = tokens[i], tokens[tokens[i].head]
    adjective = article.text == "every" and noun.i == i + 2 and tokens[i + 1].tag in ("JJ", "VBN")
    if i + 2 >= len(tokens) or tokens[i + 1].text in ("few", "couple", "dozen"):
        return None
    if article.dep != "det" or noun.tag != "NNS" or not (noun.i == i + 1 or adjective) or tokens[i + 1].text == "other":
        return None
    inflected = noun.text.endswith("s") and noun.text.islower() and noun.lemma != noun.text
    behind = next_token(tokens, noun.i)
    if not inflected or noun.text in _AS_ONE or noun.text.endswith("species") or behind is None:
        return None
    if article.text != "every" and (behind.tag not in ("IN", ".", ",") or behind.text in ("like", "per")):
        return None
    words = " ".join(t.text for t in tokens[i : noun.i])
    return article, noun, f"{words} {noun.lemma}", f"“{article.text.title()}” takes a singular"


def _one_of_singular(parse: Parse, i: int) -> Found | None:
    """ "one of the wealthiest woman"."""
    tokens = parse.tokens
    if i + 4 >= len(tokens) or tokens[i + 1].text != "of" or tokens[i + 2].tag not in ("DT", "PRP$"):
        return None
    noun = next((child for child in children(tokens, i + 1) if child.dep == "pobj"), None)
    superlative = tokens[i + 3].tag == "JJS" or tokens[i + 3].text == "most"
    if noun is None or not superlative or noun.tag != "NN" or not noun.text.islower() or noun.text in COLLECTIVE:
        return None
    behind = next_token(tokens, noun.i)
    if noun.i == i + 3 or (behind is not None and (behind.tag in WHOLE or behind.tag == "CC")):
        return None
    plural = {"woman": "women", "man": "men", "person": "people"}.get(noun.text, third_person(noun.text))
    words = " ".join(t.text for t in tokens[i : noun.i])
    return tokens[i], noun, f"{words} {plural}", "“One of” takes a plural"


NUMBER_CHECKS: dict[str, Check] = {
    **dict.fromkeys(_NUMBERS, _number_with_singular),
    **dict.fromkeys(("a", "an", "each", "every", "Each", "Every"), _one_with_plural),
    **dict.fromkeys(("one", "One"), _one_of_singular),
}
