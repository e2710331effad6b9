"""Whether a sentence ends at a place: the decisions that Punkt's statistics cannot take without training data."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from claimcheck.extract.quotemarks import REPORTING_VERB

# Function words that begin a sentence, so that a stop before them ends one even after an
# abbreviation ("in the U.S. The plan"). "A" and "I" are left out: they could be an initial.
STARTERS = frozenset(
    word
    for words in (
        "the he she it they we you this that these those there his her its their our my an in on at by for from with",
        "after before when while although though as if since but and or so yet however meanwhile also not more most",
        "many some all both each what who where why how according among despite during earlier later until unless",
        "because once instead",
    )
    for word in words.split()
)
_STARTER = re.compile(rf"[\"'(\[]*(?:{'|'.join(sorted(map(str.capitalize, STARTERS)))})\b(?!\.)")
# After a title or an initial even a pronoun may be a name ("Dr. He", "Gen. In"); these may not.
_SURE_STARTER = re.compile(r"[\"'(\[]*(?:The|But|And|They|We|However|This|That|There|Meanwhile|It|She)\b(?!\.)")

# Abbreviations that are always written with a capital, and may be a plain word without one ("ill", "mass").
_CAPITALISED = frozenset({"titles", "firms", "months", "weekdays", "states"})
_STREET = re.compile(r"(?:[A-Z][\w']*|\d\w*)\s+(?:St|Ave|Rd|Blvd|Dr|Hwy|Sq)$")
_SUFFIXED = re.compile(r"[A-Z&][\w'&.-]*,?\s+[\w.]+$")  # "Ford Motor Co", "Robert Jones Jr", but not a nun's "Sr"
# Words that go on after "p.m." with a capital: a weekday, a month, a time zone.
_AFTER_CLOCK = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|"
    r"(?:Eastern|Central|Mountain|Pacific|Greenwich|Alaska|Hawaii|Atlantic|British|Local)\b|[A-Z]{2,4}\b"
)
_SENTENCE_LIKE = re.compile(r"[A-Z][\w'-]*\s+[a-z]")  # "Apple Inc. Shares fell", not "Apple Inc. Chief Executive"
_OFFICE = re.compile(r"(?:C[EFOT]O|Chief|Chair|President|Vice|Founder|Co-founder|Director|Spokes|Manager|Analyst|Exec)")

_LOWER_NAME = re.compile(r"(?:(?:al|el|de|du|di|da|van|von|bin|ibn|ben|le|la)[ -][A-Z]|[a-z]{1,2}[A-Z])")
_SHOUTING_NAME = re.compile(r"\b(?:Yahoo|Jeopardy|E|Wham|Oklahoma)!$")  # names with an exclamation mark of their own
_TORN_DECIMAL = re.compile(r"(?<![\d.,])\d{1,3}\.$")
_BARE_POINT = re.compile(r"(?:^|\s|\b(?:an?|of|his|her|the|at)|\bA)\.$")  # "a. 357 Magnum", "of. 09 percent"
_UNIT = re.compile(
    r"\d+[- ](?:million|billion|trillion|percent|per cent|%|miles?|km|metres?|meters?|magnitude|points?|inch(?:es)?)\b"
)
_SPEECH_CLAUSE = re.compile(
    rf"(?:(?:[A-Z][\w.'-]*|[Tt]he|[Aa]n?|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|[Oo]ne|[Hh]is|[Hh]er)\s+(?:[\w.'-]+,?\s+){{0,8}}?)?"
    rf"(?:later |also |then )?{REPORTING_VERB}\b(?P<rest>[^.?!]*)"
)
# What a verb of saying takes when it reports something new, not the quotation before it.
_NEW_CONTENT = re.compile(
    r"\s+(?:that|he|she|it|they|there|the|an?|no|all|we|in)\b.*"
    r"\b(?:was|were|is|are|had|has|have|would|will|could|did|does|do|must|should|can)\b|\s*[:,]?\s*\""
)


@cache
def abbreviations() -> dict[str, frozenset[str]]:
    """The shipped abbreviations by group: lower case, without the last stop."""
    groups: dict[str, frozenset[str]] = {}
    group = ""
    text = files("claimcheck.extract").joinpath("abbreviations.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif not line.startswith("#"):
            groups[group] = groups.get(group, frozenset()) | frozenset(line.split())
    return groups


@cache
def _group(word: str) -> str:
    """The group an abbreviation belongs to, "initial" for a single letter, "" for any other word."""
    if re.fullmatch(r"[ap]\.\s?m", word, re.IGNORECASE):
        return "clock"
    found = next((name for name, words in abbreviations().items() if word.lower() in words), "")
    return found or ("initial" if re.fullmatch(r"(?:[A-Z]\.\s?)*[A-Z]", word) else "")


def abbreviation_ends(before: str, word: str, after: str) -> bool | None:
    """Whether a sentence ends after the abbreviation `word` and its stop; None when `word` is none.

    `before` is the text up to and with the word, `after` the text that follows the stop and the white space.
    """
    group = _group(word)
    if not group:
        return None
    if group == "clock":
        return not _AFTER_CLOCK.match(after)
    if word.islower() and group in _CAPITALISED:
        return True
    if (group == "firms" and _SUFFIXED.search(before)) or _STREET.search(before):
        return bool(_STARTER.match(after)) or bool(_SENTENCE_LIKE.match(after) and not _OFFICE.match(after))
    if word.lower() in {"no", "nos"}:
        return not after[:1].isdigit()
    starter = _SURE_STARTER if group in {"titles", "initial"} else _STARTER
    return bool(starter.match(after))


def is_boundary(before: str, after: str) -> bool:
    """Whether a new sentence may begin with `after`, given the text before it; both in the plain view, trimmed."""
    head = after.lstrip("\"'([ –—-")
    if not before or not head or after[0] in ".,;:?!)]%":
        return False
    if head[0].islower():
        return bool(_LOWER_NAME.match(head)) and before.rstrip("\"')")[-1:] in ".?!"
    bare = before.rstrip("\"') ")
    if _SHOUTING_NAME.search(bare) and not _STARTER.match(after):
        return False
    if after[0].isdigit() and (_BARE_POINT.search(bare) or (_TORN_DECIMAL.search(bare) and _UNIT.match(after))):
        return False
    return not (bare[-1:] in "?!" and before[-1:] in "\"'" and _reports(after))


def _reports(after: str) -> bool:
    """Whether `after` begins with the clause that says who spoke, and goes no further."""
    clause = _SPEECH_CLAUSE.match(after)
    return clause is not None and not _NEW_CONTENT.match(clause["rest"])
