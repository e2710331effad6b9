"""What weight a changed word has in a quotation: closed classes of English, and everything else is content."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from claimcheck.compare.words import word_set

Nature = Literal["person", "negation", "figure", "modal", "content", "inflection", "function", "spelling"]

# Each pronoun as person and number, so that "I" and "me" are one and "its" and "his" are two.
_PERSONS = {
    "1s": "i me my mine myself",
    "1p": "we us our ours ourselves",
    "2": "you your yours yourself yourselves",
    "3m": "he him his himself",
    "3f": "she her hers herself",
    "3n": "its itself",
    "3p": "they them their theirs themselves",
}
PERSON = {word: person for person, words in _PERSONS.items() for word in words.split()}
NEGATION = word_set("not no never none nobody nothing nowhere neither nor without hardly barely")
MODAL = word_set("will would can could may might must shall should ought")
# Small words that reverse or limit what is said: they weigh like content.
_DECISIVE = word_set(
    "if unless until except only before after against without under over above below up down out off back all some "
    "most many few several every always often usually sometimes rarely seldom almost nearly about around least than "
    "both either because although though despite but"
)
FUNCTION = word_set(
    "a an the any this that these those it there here of to in on at by for from with into onto as which who whom "
    "whose what when where how and or so also then too just really very quite well even actually now again oh yes is "
    "are was were be been being am has have had having do does did doing done 's per such own upon within among "
    "through during between toward each other one get got going go like"
)
_NUMBER_WORDS = word_set(
    "hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half"
)


def nature_of(key: str) -> Nature:
    """What kind of word this is when it stands alone on one side of a change."""
    if key in PERSON:
        return "person"
    if key in NEGATION:
        return "negation"
    if key in MODAL:
        return "modal"
    if key in _NUMBER_WORDS or any(map(str.isdigit, key)):
        return "figure"
    return "function" if key in FUNCTION else "content"


def is_content(key: str) -> bool:
    """Whether a word carries meaning of its own: what two quotations must share to be one utterance."""
    return key not in FUNCTION and key not in PERSON and key not in MODAL and key not in _DECISIVE


@lru_cache(maxsize=1 << 16)  # every pair of copies asks again
def same_stem(a: str, b: str) -> bool:
    """Whether two words are forms of one: want / wants, ally / allies, judge / judged."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    shared = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if shared < 3:
        return False
    tails = (short[shared:], long[shared:])
    return tails in _TAILS or (
        tails[1] in {"ned", "ted", "ged", "ped", "med", "ning", "ting", "ging", "ping"} and not tails[0]
    )


_TAILS = {("", tail) for tail in ("s", "es", "ed", "d", "ing", "'s", "ly", "er", "n", "en")} | {
    ("y", "ies"),
    ("y", "ied"),
    ("e", "ing"),
    ("e", "ed"),
    ("um", "a"),
    ("ed", "ing"),
    ("s", "ed"),
    ("s", "ing"),
}
