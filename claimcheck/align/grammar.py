"""What the checks of grammar share: what a check is, and the forms of English verbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimcheck.compare.words import word_set
from claimcheck.types import Parse, Token

Found = tuple[Token, Token, str, str]  # first and last token, what was meant, why
Check = Callable[[Parse, int], Found | None]

# The past forms that are no participles, and the participles, of the irregular verbs that news is written with.
PARTICIPLES = {
    "arose": "arisen", "ate": "eaten", "awoke": "awoken", "became": "become", "began": "begun", "blew": "blown",
    "broke": "broken", "came": "come", "chose": "chosen", "drank": "drunk", "drew": "drawn", "drove": "driven",
    "fell": "fallen", "flew": "flown", "forbade": "forbidden", "foresaw": "foreseen", "forgave": "forgiven",
    "forgot": "forgotten", "froze": "frozen", "gave": "given", "grew": "grown", "knew": "known", "mistook": "mistaken",
    "outgrew": "outgrown", "overcame": "overcome", "overran": "overrun", "overtook": "overtaken", "ran": "run",
    "rang": "rung", "rode": "ridden", "rose": "risen", "sang": "sung", "sank": "sunk", "saw": "seen", "shook": "shaken",
    "shrank": "shrunk", "spoke": "spoken", "sprang": "sprung", "stole": "stolen", "strode": "stridden", "swam": "swum",
    "swore": "sworn", "threw": "thrown", "took": "taken", "tore": "torn", "undertook": "undertaken",
    "underwent": "undergone", "went": "gone", "withdrew": "withdrawn", "wore": "worn", "wrote": "written",
}  # fmt: skip
# Verbs whose base is their past as well: nothing shows in "she let", "it cost".
_INVARIANT = word_set(
    "let set put cut hit read cost hurt cast spread beat split bet quit burst rid shut come become overcome run wed "
    "shed bid broadcast forecast thrust slit upset"
)
# Not verbs of the kind: wishes, halves of "don't", what the parser takes for a verb.
_NO_BASES = word_set("be re thank don doesn didn isn ain wasn help god bless")
ADVERBS = word_set("also still often always never now then later sometimes usually not already just only even")


def next_token(tokens: Sequence[Token], i: int) -> Token | None:
    """The token behind the `i`th."""
    return tokens[i + 1] if i + 1 < len(tokens) else None


def behind_adverb(tokens: Sequence[Token], i: int) -> Token | None:
    """The token behind the `i`th, an adverb or "not" passed over."""
    token = next_token(tokens, i)
    return next_token(tokens, token.i) if token is not None and token.text in ADVERBS else token


def children(tokens: Sequence[Token], i: int) -> tuple[Token, ...]:
    """What depends on the `i`th token."""
    return tuple(token for token in tokens if token.head == i and token.i != i)


def is_base(verb: Token) -> bool:
    """Whether the verb is in its base form, and would look otherwise in the third person or the past."""
    plain = verb.text.isalpha() and verb.text.islower() and verb.text == verb.lemma
    return plain and len(verb.text) > 1 and verb.text not in _INVARIANT and verb.text not in _NO_BASES


def third_person(verb: str) -> str:
    """The form of a verb with "he", which is the plural of a noun that is written like it: allege, alleges."""
    if verb in ("have", "do", "go"):
        return {"have": "has", "do": "does", "go": "goes"}[verb]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")


def regular_past(verb: str) -> str:
    """The past tense of a verb, if it is regular: placed, tried, followed."""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")
