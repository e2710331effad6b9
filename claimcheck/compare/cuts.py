"""What a quotation loses when it begins late or ends early: a condition, an exception, a denial, a hedge.

A cut at the end of a clause is the daily bread of quoting. It alters the meaning only when what falls away governs
what is kept: "I don't think" before it, "unless they pay" after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from claimcheck.compare.word_classes import NEGATION
from claimcheck.compare.words import word_set

CutNature = Literal["condition", "exception", "denial", "hedge", "claim"]

_CLAUSE = 8  # words before what is kept that may govern it
_LONGEST = 25  # words dropped at the end: what is longer has a life of its own
_JOINS = word_set("and but or so because yet nor")
_FIRST_PERSON = word_set("i we")

_CONDITIONS = word_set("if unless until provided providing whether")
_CONDITION_PHRASES = ("as long as", "so long as", "on condition", "only if", "only when", "only after", "in case")
_EXCEPTIONS = word_set("except excluding barring save")
_EXCEPTION_PHRASES = ("other than", "apart from", "aside from", "but not", "but only", "with the exception")
_DENIALS = NEGATION | word_set("deny denies denied doubt doubts reject rejects refute refutes untrue false")
_HEDGES = word_set(
    "think thinks believe believes guess suppose hope hopes suspect suspects maybe perhaps possibly probably likely "
    "unsure seem seems appear appears might"
)
_HEDGING_ENDS = ("as far as i", "as far as we", "to my knowledge", "to our knowledge", "to the best of")
_HEDGING_CLAUSES = word_set("think believe guess suppose hope suspect")
_CLAIMING = word_set("say says said claim claims claimed argue argues argued tell tells told suggest suggests")
# What an article may say in its own words instead of quoting it.
MARKERS: dict[CutNature, frozenset[str]] = {
    "condition": _CONDITIONS
    | word_set("should when once condition conditions depend depends depending case only before after"),
    "exception": _EXCEPTIONS | NEGATION | word_set("but only although though however exception apart aside other"),
    "denial": _DENIALS
    | word_set("against refuse refuses refused decline declines declined dismiss dismissed dispute disputed"),
    "hedge": _HEDGES
    | word_set("thought believed hoped suspected may could expect expects expected seemed appeared sure"),
    "claim": _DENIALS | word_set("alleged accuse accuses accused accusing quote quoted quoting"),
}


def weigh_end(dropped: Sequence[str]) -> CutNature | None:
    """What the end of a sentence was, as keys, for the words before it; None when they mean the same without it."""
    if not dropped or len(dropped) > _LONGEST:
        return None
    opening = " ".join(dropped[:4])
    bare = dropped[1:] if dropped[0] in {"and", "but"} else dropped
    if dropped[0] in _CONDITIONS or f"{opening} ".startswith(tuple(f"{p} " for p in _CONDITION_PHRASES)):
        return "condition"
    if bare and (bare[0] in _CONDITIONS - {"whether"} or bare[:1] == ["only"]):
        return "condition"
    if dropped[0] in _EXCEPTIONS or f"{opening} ".startswith(tuple(f"{p} " for p in _EXCEPTION_PHRASES)):
        return "exception"
    if dropped[0] in _JOINS - {"so", "because"} and NEGATION & set(dropped):
        return "denial"
    return "hedge" if _is_hedging_end(dropped) else None


def _is_hedging_end(dropped: Sequence[str]) -> bool:
    """Whether the end only limits what was said: "I think", "as far as I know"."""
    clause = len(dropped) <= 4 and dropped[0] in _FIRST_PERSON and bool(_HEDGING_CLAUSES & set(dropped))
    return clause or " ".join(dropped).startswith(_HEDGING_ENDS) or list(dropped) in (["perhaps"], ["maybe"])


def governing(dropped: Sequence[str]) -> tuple[str, ...]:
    """Of the beginning of a sentence what can govern the words after it: its last clause."""
    clause: list[str] = []
    for key in reversed(dropped):
        if key in _JOINS or len(clause) == _CLAUSE:
            break
        clause.insert(0, key)
    return tuple(clause)


def weigh_beginning(clause: Sequence[str]) -> CutNature | None:
    """What a clause was for the words after it, which it governs."""
    found = set(clause)
    if found & _DENIALS:
        return "denial"
    if found & (_CONDITIONS - {"provided", "providing"}):
        return "condition"
    if found & _HEDGES:
        return "hedge"
    return "claim" if found & _CLAIMING and not found & _FIRST_PERSON else None
