"""Prompts: the site speaking to its reader ("To suggest a correction, write to us here")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.sources.lines import Line, Page
from claimcheck.sources.vocabulary import vocabulary
from claimcheck.types import Boilerplate

_COMMANDS = vocabulary(
    "click tap press sign subscribe follow download get join register log send write contact email support donate "
    "leave tell visit check read watch listen see highlight select enable turn stay don't become buy order submit "
    "scroll swipe install try browse discover sound help add drop report suggest"
)
_OPENERS = vocabulary("to if you have do for please got want need already enjoy like spotted found")
_READER = vocabulary("you your you're you'd yourself")
_PUBLISHER = vocabulary("us our")
_SITE = vocabulary(
    "newsletter newsletters inbox app email e-mail mail subscription subscriber subscribers subscribe account link "
    "links page site website text ctrl enter correction corrections clarification error typo comment comments alerts "
    "notifications updates tip tips podcast channel password cookies javascript browser advertisement here below "
    "article story apps download facebook twitter whatsapp telegram instagram youtube journalism paywall free"
)
_LONGEST = 30
_QUOTES = '"“”«»'


def find_prompts(page: Page, marks: Sequence[Boilerplate]) -> Iterator[Boilerplate]:
    """Short lines after the article's last words, or paragraphs of their own with every sign of a prompt."""
    tail = _tail(page, marks)
    for line in page.lines[1:]:
        needed = 2 if line.index >= tail else 4
        if not page.is_title(line) and _signs(line) >= needed:
            yield Boilerplate(line.start, line.end, "prompt")


def _tail(page: Page, marks: Sequence[Boilerplate]) -> int:
    """Index of the first line after the article's own last line."""
    index = len(page.lines)
    while index > 1:
        line = page.lines[index - 1]
        marked = any(mark.start <= line.start and line.end <= mark.end for mark in marks)
        if not marked and _signs(line) < 2:
            break
        index -= 1
    return index


def _signs(line: Line) -> int:
    """How many of the four signs of a prompt a line shows: a command, the reader, the site, a paragraph of its own.

    0 without the first, and without a word that only a site uses of itself: "Call the
    police if you saw the car" and "You could see the smoke" are the article's.
    """
    if len(line.words) > _LONGEST or not line.words or any(mark in line.text for mark in _QUOTES):
        return 0
    words = set(line.words)
    commands = line.words[0] in _COMMANDS
    opens = line.words[0] in _OPENERS and not _COMMANDS.isdisjoint(words)
    reader, site = not (_READER | _PUBLISHER).isdisjoint(words), not _SITE.isdisjoint(words)
    if not (commands and (site or not _PUBLISHER.isdisjoint(words))) and not (opens and reader and site):
        return 0
    return 1 + reader + site + (line.blank_before and line.blank_after)
