"""Credits of photographs and videos: the credit is marked, the caption before it stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.sources.boilerplate.agencies import AGENCY, AGENCY_PATTERN, spells_initials
from claimcheck.sources.lines import Page
from claimcheck.types import Boilerplate

_BRACKETED = re.compile(r"[(\[](?P<inside>[^()\[\]\r\n]{2,90})[)\]]")
_CREDIT_WORDS = re.compile(
    r"\b(?:photos?|photographs?|images?|pictures?|courtesy|credits?|handout|screenshot|screengrab|file pic|pool|via)\b"
    r"|[©]|\(c\)",
    re.IGNORECASE,
)
_NAME = r"(?:[A-ZÀ-Þ][\w.'’-]*|van|von|de|der|den|del|da|di|el|al|bin|la|le|of|and|the|for|via)"
_NAMES = rf"{_NAME}(?:[ ]?/[ ]?{_NAME}|, {_NAME}| {_NAME}){{0,9}}"
# "Photo: AFP", "Photograph by Jane Roe/The Mail", "Image credit: NASA" to the end of the line.
_LABELLED = re.compile(
    r"(?:(?<=[.!?…”\"’)|])|(?<=^)|(?<=[.!?…”\"’)|] ))\s{0,3}[|–—-]?\s{0,3}"
    r"(?:(?i:(?:file |stock )?(?:photo|photograph|image|picture|video|pic)s?"
    r"(?:(?: credit| courtesy)?(?: of| by)?\s{0,3}:| (?:credit|courtesy of|by)\b)|credits?:|source:)|©)"
    rf"\s{{0,3}}{_NAMES}\.?$"
)
_LABELLED_INSIDE = re.compile(
    r"(?:file )?(?:photo|image|picture|credit|video)s?(?:\s{0,3}(?::|by|credit|courtesy)|$)", re.IGNORECASE
)
_NAMED_INSIDE = re.compile(rf"[©]? ?{_NAMES}\.?")
_MOST_WORDS = 12
_RELEASE_SOURCE = re.compile(rf"(?<=[.!?”\"] )SOURCE:? {_NAMES}\.?$")  # how a press release signs off
_SIGNED = re.compile(
    rf"(?<=[.!?”\"’ |])(?:{AGENCY}|Photo by [A-Z])(?: ?[Pp]hotos?)?(?: ?/ ?{_NAMES}| [Ff]ile [Pp]hoto)?\.?$"
)


def find_credits(page: Page) -> Iterator[Boilerplate]:
    """Credits in brackets anywhere, labelled or signed ones at the end of a line."""
    for line in page.lines:
        spans = [m.span() for m in _BRACKETED.finditer(line.text) if _is_credit(m["inside"], *_around(line.text, m))]
        spans += [m.span() for p in (_LABELLED, _RELEASE_SOURCE) if (m := p.search(line.text))]
        spans += _signature(line.text)
        for start, end in spans:
            yield Boilerplate(line.start + start, line.start + end, "credit")


def _around(text: str, match: re.Match[str]) -> tuple[str, bool]:
    """What stands before the brackets, and whether the line ends with them."""
    return text[: match.start()], not text[match.end() :].strip(' ."”’')


def _is_credit(inside: str, before: str, last: bool) -> bool:
    """Whether words in brackets say who took a picture.

    An agency beside a slash ("REUTERS / Jane Roe") does so anywhere; names with
    slashes, an agency alone or a credit's own words only at the end of a line, and
    "the Associated Press (AP)" only spells its initials.
    """
    words = inside.replace("/", " ").split()
    if len(words) > _MOST_WORDS or not (_NAMED_INSIDE.fullmatch(inside) or _LABELLED_INSIDE.match(inside)):
        return False
    agency = AGENCY_PATTERN.search(inside) is not None
    if agency and "/" in inside:
        return True
    if not last:
        return False
    if agency:
        return not spells_initials(inside, before)
    return (
        _LABELLED_INSIDE.match(inside) is not None
        or _CREDIT_WORDS.search(inside) is not None
        or ("/" in inside and len(words) >= 3)
    )


def _signature(text: str) -> list[tuple[int, int]]:
    """An agency's name alone after a line's last sentence."""
    match = _SIGNED.search(text)
    return [match.span()] if match and re.search(r"[.!?][”\"’]?\s{0,3}\|?\s{0,3}$", text[: match.start()]) else []
