"""Whether a number is where something stands or by how much it moved: "fell to 5 %", "fell 5 %", "a 5 % fall"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from claimcheck.extract.lexicon import words

Standing = Literal["level", "change", ""]

_LEVEL = words("to at from")
_BY = words("by")
# The forms of verbs that move a number, and the adverbs that do.
UPWARDS = words(
    "rise rises rose risen rising climb climbs climbed climbing increase increases increased increasing grow grows grew"
    " grown growing jump jumps jumped jumping gain gains gained gaining advance advanced soar soared soaring surge"
    " surged surging leap leapt leaped add adds added adding expand expanded up"
)
DOWNWARDS = words(
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreased"
    " decreasing lose loses lost losing slip slips slipped slipping slide slid sliding tumble tumbled tumbling plunge"
    " plunged plunging sink sank shed sheds shedding shrink shrank shrunk contract contracted dip dips dipped dipping"
    " ease eased down"
)
_MOVEMENTS = words(
    "rise gain increase jump surge climb leap advance fall drop decline decrease loss slump dip plunge growth hike cut"
    " reduction raise discount"
)


def stands_as(before: Sequence[str], after: Sequence[str]) -> Standing:
    """What the words next to a number make of it; "" when they do not say.

    `before` and `after` hold the words around it, nearest first, lower case.
    """
    if after and after[0] in _MOVEMENTS:
        return "change"
    if not before:
        return ""
    if before[0] in _LEVEL:
        return "level"
    return "change" if before[0] in _BY | UPWARDS | DOWNWARDS else ""
