"""Which quotation marks open and which close, in copy where straight, curly and doubled marks are mixed.

A straight mark says nothing of its side, and a detokenised corpus puts the space on
the wrong side of it (`very sad, "Bower said.`). So the spacing proposes, what is open
decides, and the count of the marks left in the paragraph settles the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.extract.view import plain

Side = Literal["open", "close"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark and its side; `level` 1 for single marks, that is quotations in quotations."""

    start: int
    end: int
    side: Side
    level: int = 0


_DOUBLE = re.compile(r"''|``|[\"“”„‟«»″〝〞＂]")
_SINGLE = re.compile(r"[‘’‚‛'`]")
# "I 'm", "the '90s", "'Tis": an apostrophe that stands where an opening mark could.
_APOSTROPHE = re.compile(r"['’`](?:(?:s|m|re|ve|ll|d|t|em|til|cause|n|tis|twas)\b|\d0s)", re.IGNORECASE)
_APOSTROPHE_AFTER_SPACE = re.compile(r"[‘’]\s(?:s|m|re|ve|ll|d|t)\b")
_OPENING = frozenset("“„«〝‟") | {"``"}
_CLOSING = frozenset("”»〞")
_OPENERS_BEFORE = frozenset(" ([{—–-/\"'")
_SPACED_MOST = 300  # characters between single marks that stand apart from the words on both sides
_CLOSERS_AFTER = frozenset(" .,;:?!)]}—–-/\"'")

# Verbs that report speech: closed class enough to list, and needed before any parse is there.
REPORTING_VERB = (
    "(?:"
    + "|".join(
        (
            "says?|said|ask(?:s|ed)|tells?|told|adds?|added|notes?|noted|warn(?:s|ed)|declare[sd]|assure[sd]|state[sd]|claim(?:s|ed)",
            "insist(?:s|ed)|explain(?:s|ed)|repl(?:y|ies|ied)|answer(?:s|ed)|writes?|wrote|tweet(?:s|ed)|argue[sd]|continue[sd]",
            "conclude[sd]|recall(?:s|ed)|remark(?:s|ed)|observe[sd]|announce[sd]|acknowledge[sd]|admit(?:s|ted)|stress(?:es|ed)",
            "shout(?:s|ed)|yell(?:s|ed)|cr(?:y|ies|ied)|joke[sd]|quip(?:s|ped)|exclaim(?:s|ed)|wonder(?:s|ed)|comment(?:s|ed)",
            "testif(?:y|ies|ied)|report(?:s|ed)|recount(?:s|ed)|respond(?:s|ed)|agree[sd]|maintain(?:s|ed)|emphasi[sz]e[sd]",
            "point(?:s|ed) out|urge[sd]|vow(?:s|ed)",
        )
    )
    + ")"
)
# What follows a closing mark that the spacing makes look like an opening one: "…, "Bower said". After
# a comma the subject may be long, for "said, "We" alone could stand there otherwise.
_REPORTING_CLAUSE = re.compile(
    r"\s?(?:(?:[A-Z][\w.'-]*|the|a|an|he|she|they|it|we|one|his|her|\w+er|\w+or)\s+){0,6}"
    rf"(?:later |also |then )?{REPORTING_VERB}\b"
)
_LONG_CLAUSE = re.compile(
    r"\s?(?:(?:[A-Z][\w.'-]*|the|a|an|he|she|they|one|his|her)(?:,?\s+[\w.'-]+){0,12}?,?\s+)?"
    rf"(?:{REPORTING_VERB}|notified|quote[sd])\b"
)
_ANNOUNCED = re.compile(rf"\b(?!say\b){REPORTING_VERB}(?:\s+\w+){{0,2}},$")  # `She said, "We`


def find_marks(text: str) -> tuple[Mark, ...]:
    """The double marks of one paragraph, each with its side; then the single ones inside them that pair up."""
    double = _orient(text, [match.span() for match in _DOUBLE.finditer(text)])
    return tuple(sorted([*double, *_single_marks(text)], key=lambda mark: mark.start))


def _orient(text: str, places: Sequence[tuple[int, int]]) -> list[Mark]:
    marks: list[Mark] = []
    looks = [_look(text, start, end) for start, end in places]
    is_open = False
    for number, (start, end) in enumerate(places):
        following = looks[number + 1] if number + 1 < len(looks) else None
        side = _side(text, (start, end), (looks[number], following), is_open=is_open)
        if side is not None:
            marks.append(Mark(start, end, side))
            is_open = side == "open"
        elif _closes_unopened(text, start, end):
            marks.append(Mark(start, end, "close"))
    return marks


def _look(text: str, start: int, end: int) -> Side | None:
    """The side that the spacing and a clause of reporting propose; None when they do not tell."""
    side = _spaced(text, start, end)
    return "close" if side == "open" and _reported(text, start, end) else side


def _spaced(text: str, start: int, end: int) -> Side | None:
    """The side that the spacing proposes; None when it is the same on both sides."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    opens = (before.isspace() or before in _OPENERS_BEFORE) and not after.isspace() and after not in ".,;:?!)"
    closes = (not before.isspace() and (after.isspace() or after in _CLOSERS_AFTER)) or after in ".,;:?!)"
    return None if opens == closes else "open" if opens else "close"


def _reported(text: str, start: int, end: int) -> bool:
    """Whether a mark with the space before it closes all the same: `very sad, "Bower said`."""
    if not _stops(text, start):
        return False
    before, after = text[max(0, start - 40) : start].rstrip(), plain(text[end : end + 120])
    if before.endswith("."):
        return _REPORTING_CLAUSE.match(after) is not None
    return _ANNOUNCED.search(before) is None and _LONG_CLAUSE.match(after) is not None


def _closes_unopened(text: str, start: int, end: int) -> bool:
    """Whether a mark with none open ends a quotation whose opening mark is missing: `We are ready, ” says one.`."""
    stopped = text[max(0, start - 3) : start].rstrip().endswith((",", "?", "!"))
    return stopped and _REPORTING_CLAUSE.match(plain(text[end : end + 120])) is not None


def _stops(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].rstrip().endswith((",", "?", "!", ".", "-", "—"))


def _side(text: str, place: tuple[int, int], looks: tuple[Side | None, Side | None], *, is_open: bool) -> Side | None:
    """The side of one mark, given its look and the next one's; None for a stray one (inches, a close too many)."""
    (start, end), (look, following) = place, looks
    mark = text[start:end]
    if mark in _OPENING:
        return "close" if is_open and look == "close" else "open"
    if mark in _CLOSING or (mark == "''" and look != "open"):
        mistaken = look == "open" or (look is None and following == "close")
        return "close" if is_open else "open" if mistaken else None
    before = text[max(0, start - 40) : start].rstrip()
    announced = _ANNOUNCED.search(before) is not None
    if is_open:  # opened again without a close: the next paragraph of a speech; but a comma before it ends one
        return "open" if look == "open" and (announced or not before.endswith(",")) else "close"
    # `told O'Brien, "He asked why` reads like a clause after a quotation; with none open it begins one.
    begins = look == "close" and following != "open" and _spaced(text, start, end) == "open"
    stray = (look == "close" and not begins) or (look is None and _stops(text, start) and not announced)
    return None if stray else "open"


def _single_marks(text: str) -> list[Mark]:
    """Single marks that pair up as quotation marks; apostrophes have letters on both sides or no partner."""
    marks: list[Mark] = []
    opened: int | None = None
    for match in _SINGLE.finditer(text):
        start, end = match.span()
        if text[start - 1 : start] == "'" or text[end : end + 1] == "'":
            continue  # half of a doubled mark
        if opened is not None and text[opened + 1].isspace() and start - opened > _SPACED_MOST:
            opened = None  # an apostrophe with spaces around it, as a detokenised corpus has them
        if _opens_single(text, start):
            opened = start
        elif opened is not None and _closes_single(text, start, opened):
            marks += [Mark(opened, opened + 1, "open", 1), Mark(start, end, "close", 1)]
            opened = None
    return marks


def _opens_single(text: str, start: int) -> bool:
    before = text[start - 1 : start] or " "
    if _APOSTROPHE_AFTER_SPACE.match(text, start):
        return False
    if text[start] == "‘" and text[start + 1 : start + 2].isspace():
        return before.isspace()
    touches = text[start + 1 : start + 2].isalnum() or text[start + 1 : start + 2] in ("[", "(")
    return touches and (before.isspace() or before in '([—“"') and not _APOSTROPHE.match(text, start)


def _closes_single(text: str, start: int, opened: int) -> bool:
    before, after = text[start - 1], text[start + 1 : start + 2] or " "
    if text[opened] == "‘" and text[start] != "’":
        return False
    if text[opened] == "‘" and text[opened + 1].isspace():
        return before.isspace() and after.isspace() and not _APOSTROPHE_AFTER_SPACE.match(text, start)
    return not after.isalnum() and not before.isspace() and not _plural_possessive(text, start)


def _plural_possessive(text: str, start: int) -> bool:
    """Whether the mark is the apostrophe of "the allies' plan" rather than a closing mark."""
    later = _SINGLE.search(text, start + 1, start + 200)
    return (
        text[start - 1] in "sS"
        and re.match(r"\s+[a-z]", text[start + 1 : start + 20]) is not None
        and later is not None
    )
