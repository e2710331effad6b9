"""Compares two roles that articles give one person: rank, nationality, party, the place of an office.

Roles are printed in a hundred ways ("rep", "publicist", "spokesman"), so that only what cannot
both be true is a conflict; everything else is compatible.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.compare.gazetteer import demonyms
from claimcheck.compare.letters import fold
from claimcheck.compare.words import word_set
from claimcheck.types import Verdict

# Short and long forms of one office.
_FORMS = {
    "gm": "manager", "gov": "governor", "sen": "senator", "rep": "representative", "insp": "inspector",
    "supt": "superintendent", "sgt": "sergeant", "lt": "lieutenant", "capt": "captain", "gen": "general",
    "col": "colonel", "premier": "minister", "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "attorneys": "attorney", "lawyer": "attorney",
}  # fmt: skip
_RANKS = word_set("assistant deputy vice associate junior under")
_PAST = word_set(
    "former ex then late first new next future current acting interim onetime longtime old born naturalised"
)
_PARTIES = {
    "republican": "republican", "gop": "republican", "democrat": "democratic", "democratic": "democratic",
    "labour": "labour", "tory": "conservative", "conservative": "conservative",
}  # fmt: skip
_HEADS_OF_STATE = word_set("president king queen emperor")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Role:
    """A role by its parts."""

    office: str  # the last word before "of": "attorney"
    words: frozenset[str]  # the rest, ranks, nationalities and parties left out
    ranks: frozenset[str]
    nations: frozenset[str]
    parties: frozenset[str]
    past: bool  # of another time: "former", "acting"


@lru_cache(maxsize=4096)
def read_role(text: str) -> Role:
    """Take a role apart. The text is as printed, in any case, without the name."""
    words = _WORD.findall(fold(text))
    before_of = words[: words.index("of")] if "of" in words else words
    forms = [_FORMS.get(w, w) for w in before_of]
    office = forms[-1] if forms else ""
    rest = frozenset(_FORMS.get(w, w) for w in words) - {office, "of", "the", "s"}
    nations = frozenset(w for w in words if w in demonyms())
    parties = frozenset(_PARTIES[w] for w in words if w in _PARTIES)
    ranks = frozenset(forms) & _RANKS
    kept = rest - nations - ranks - frozenset(_PARTIES) - _PAST
    return Role(office, kept, ranks, nations, parties, bool(set(words) & _PAST))


def compare_roles(a: str, b: str) -> Verdict:
    """What two roles of one person are to each other. Symmetric."""
    x, y = read_role(a), read_role(b)
    if x == y:
        return Verdict("same", f"“{a}” and “{b}” are one role")
    if x.past or y.past or not x.office or not y.office:
        return Verdict("compatible", f"“{a}” and “{b}” may both be right, of different times")
    for clash, what in (
        (x.office == y.office and x.ranks != y.ranks and bool(x.words & y.words), "are two ranks"),
        (bool(x.nations and y.nations) and not x.nations & y.nations, "are of two countries"),
        (bool(x.parties and y.parties) and not x.parties & y.parties, "are of two parties"),
        (_is_two_offices(x, y) or _is_two_offices(y, x), "are two offices"),
    ):
        if clash:
            return Verdict("conflict", f"“{a}” and “{b}” {what}")
    return Verdict("compatible", f"“{a}” and “{b}” may both be right")


def _is_two_offices(a: Role, b: Role) -> bool:
    """A head of state and a head of government, both of a nation."""
    heads = a.office in _HEADS_OF_STATE and b.office == "minister" and "prime" in b.words
    return heads and not a.ranks and bool(a.nations | b.nations)


def is_one_post(a: str, b: str) -> bool:
    """Whether two roles name one post, that only one person holds at a time: the office and a word that narrows it."""
    x, y = read_role(a), read_role(b)
    same = x.office == y.office and x.ranks == y.ranks and not (x.past or y.past)
    return same and bool((x.words & y.words) | (x.nations & y.nations))


def is_deputy(a: str, b: str) -> bool:
    """Whether `a` is the deputy or assistant of what `b` is: one office, a rank below it, a word that narrows both."""
    x, y = read_role(a), read_role(b)
    below = bool(x.ranks - y.ranks) and not y.ranks and x.office == y.office
    return below and not (x.past or y.past) and bool(x.words & y.words)
