"""Verbs in a form that what stands before does not take: "had drank", "was stole", "did not saw"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.align.grammar import PARTICIPLES, Check, Found, behind_adverb, children, next_token, regular_past
from claimcheck.compare.words import word_set
from claimcheck.types import Parse, Token

_PASSIVE = frozenset(PARTICIPLES) - word_set(
    "broke fell rose saw came became"
)  # "is broke", "was rose"; "all it was came"
_BASES_TOO = word_set(
    "used found left felt ground wound lay"
)  # "did not used to" is disputed, "did not found the firm" right
_AS_INFINITIVES = word_set("could would should might must may can will")


def _past_after_have(parse: Parse, i: int) -> Found | None:
    """ "he had drank a half-liter of vodka"; not "all that she had went to her sister"."""
    tokens = parse.tokens
    verb = behind_adverb(tokens, i)
    if verb is None or verb.text not in PARTICIPLES or tokens[i].head != verb.i or tokens[i].dep != "aux":
        return None
    subjects = [child for child in children(tokens, verb.i) if child.dep == "nsubj"]
    if verb.dep == "relcl" and not any(subject.text in ("that", "who", "which") for subject in subjects):
        return None
    return (
        tokens[i],
        verb,
        _put(tokens, i, verb.i, PARTICIPLES[verb.text]),
        f"“{tokens[i].text.title()}” takes a participle",
    )


def _past_after_be(parse: Parse, i: int) -> Found | None:
    """ "the reins of power were took by the military"."""
    tokens = parse.tokens
    verb = behind_adverb(tokens, i)
    if verb is None or verb.text not in _PASSIVE or verb.tag not in ("VBD", "VBN"):
        return None
    if tokens[i].head != verb.i or not tokens[i].dep.startswith("aux"):
        return None
    return tokens[i], verb, _put(tokens, i, verb.i, PARTICIPLES[verb.text]), "The passive takes a participle"


def _finite_after_do(parse: Parse, i: int) -> Found | None:
    """ "the airstrikes did not happened"."""
    tokens = parse.tokens
    denial = next_token(tokens, i)
    verb = next_token(tokens, i + 1)
    if denial is None or verb is None or denial.text not in ("not", "n't", "n’t"):
        return None
    finite = verb.tag in ("VBZ", "VBD", "VBN") and verb.text != verb.lemma and verb.text.isalpha()
    if not finite or not verb.text.islower() or verb.text in _BASES_TOO or verb.text.startswith(("do", "did")):
        return None
    return tokens[i], verb, _put(tokens, i, verb.i, verb.lemma), f"“{tokens[i].text.title()}” takes an infinitive"


def _finite_after_modal(parse: Parse, i: int) -> Found | None:
    """ "issues that could results in costs"; not "a man with a can walks", "where there's a will lives"."""
    tokens = parse.tokens
    modal, verb = tokens[i], next_token(tokens, i)
    if modal.text not in _AS_INFINITIVES or verb is None or verb.tag != "VBZ" or not verb.text.isalpha():
        return None
    a_noun = modal.text in ("can", "will", "must", "might") and not (i and tokens[i - 1].tag in ("PRP", "NNP", "NNS"))
    if a_noun or verb.text == verb.lemma or not verb.text.islower() or verb.head == i:
        return None
    return modal, verb, f"{modal.text} {verb.lemma}", f"“{modal.text.title()}” takes an infinitive"


def _base_after_being(parse: Parse, i: int) -> Found | None:
    """ "being follow by a car"."""
    tokens = parse.tokens
    verb, behind = next_token(tokens, i), next_token(tokens, i + 1)
    if (
        verb is None
        or behind is None
        or behind.text != "by"
        or verb.tag not in ("VB", "VBP")
        or verb.text != verb.lemma
    ):
        return None
    irregular = any(base in verb.text for base in ("put", "hit", "cut", "set", "run", "come", "shut", "hurt", "let"))
    return (
        None
        if irregular
        else (tokens[i], verb, f"{tokens[i].text} {regular_past(verb.text)}", "The passive takes a participle")
    )


def _participle_after(parse: Parse, i: int) -> Found | None:
    """ "after threatened with death": the clause has no subject and no "being"."""
    tokens = parse.tokens
    verb, behind = next_token(tokens, i), next_token(tokens, i + 1)
    if verb is None or behind is None or verb.tag != "VBN" or behind.tag not in ("IN", "TO"):
        return None
    if verb.text in ("seen", "given"):
        return None
    return tokens[i], verb, f"after being {verb.text}", "“After” takes a clause or a gerund"


def _put(tokens: Sequence[Token], first: int, last: int, form: str) -> str:
    """The words from `first` to `last`, the last one in another form."""
    between = "".join(("" if t.text in ("n't", "n’t") else " ") + t.text for t in tokens[first + 1 : last])
    return f"{tokens[first].text}{between} {form}"


VERB_CHECKS: dict[str, Check] = {
    **dict.fromkeys(("have", "has", "had", "having"), _past_after_have),
    **dict.fromkeys(("is", "are", "was", "were", "be"), _past_after_be),
    **dict.fromkeys(("do", "does", "did"), _finite_after_do),
    **dict.fromkeys(_AS_INFINITIVES, _finite_after_modal),
    **dict.fromkeys(("been", "being"), _base_after_being),
    "after": _participle_after,
}
