"""Prompts: the site speaking to its reader ("To suggest a correction, write to us here", "We use cookies …").

A prompt is told by its register, not by its phrases: it speaks to the reader or of the
publisher, in the present tense or as a command, of the things that only a site has (newsletters, accounts,
cookies, comments). News is told in the past tense, of others, and puts a "you" between quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.sources.lines import Line, Page
from claimcheck.sources.vocabulary import vocabulary
from claimcheck.types import Boilerplate

_COMMANDS = vocabulary(
    "accept add allow become browse buy cancel check choose click complete consider contact copy create discover "
    "donate don't download drop email enable enjoy enter explore find follow get give have help highlight hit install "
    "join keep learn leave let like listen log make manage miss order pick please press read receive register "
    "remember report save scroll see select send share sign sound start stay submit subscribe suggest support swipe "
    "switch take tap tell thank try turn update upgrade verify view visit watch write"
)
_OPENERS = vocabulary(
    "to if you your have do for please got want need already enjoy enjoying like spotted found are never by"
)
_READER = vocabulary("you your you're you'd you'll you've yourself yours reader readers")
_PUBLISHER = vocabulary("us our we we're we'll we've ours")
# What nobody but a site has, or asks for.
_OWN = vocabulary(
    "newsletter newsletters inbox app apps subscription subscriptions subscriber subscribers subscribe subscribing "
    "unsubscribe cookies cookie ctrl javascript browser paywall notifications podcast podcasts login log-in e-mail "
    "bookmark unlimited ad-free adblocker personalise personalize personalised personalized opt-out autoplay faq "
    "whatsapp telegram instagram rss hotline newsroom"
)
# What a site calls its things, and news may speak of too.
_THINGS = vocabulary(
    "email mail account accounts link links page pages site website text correction corrections clarification error "
    "typo comment comments alerts alert updates update tip tips channel channels password advertisement adverts ads "
    "advertising here below article articles story stories facebook twitter youtube journalism free "
    "registered registering content consent privacy policy terms settings preferences partners device "
    "devices access technologies experience trial member members membership coverage briefing edition reading "
    "plan plans bell icon survey mailing list editor editors reporting feedback screen menu button sponsor briefings "
    "digest bulletin exclusive"
)
# Words of a report: it tells of the past and of others; a writer who says "I" is no site.
_REPORT = vocabulary("was were had did said told took went came he she him his her hers they i my")
_QUOTES = '"“”«»'
_LONGEST = 45
_BUTTON = 5
_DENSE = 10
_ENTRY = re.compile(r"\b(?:sign|log)[ -](?:up|in|on)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w'-]+")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+")


def find_prompts(page: Page) -> Iterator[Boilerplate]:
    """Lines in the register of a site; around the article's own text fewer signs are enough."""
    body, tail = page.body, page.tail_of(lambda line: _signs(line) >= 3)
    for line in page.lines:
        # Above the text stands the headline, which may begin with a command too: it has more words than a button.
        around = line.index >= tail or (line.index < body and len(line.words) <= _BUTTON)
        if not page.is_title(line) and _signs(line) >= (3 if around else 4):
            yield Boilerplate(line.start, line.end, "prompt")


def _signs(line: Line) -> int:
    """How many signs of a prompt a line shows: what only a site has (two each, at most four), what it may have
    (one each, at most two), the reader, the publisher, a command, a paragraph of its own.

    0 for a line that nobody is spoken to in, that names none of a site's things, or that reports; 3 for one that
    is made of a site's things.
    """
    words = set(line.words)
    if not 1 < len(line.words) <= _LONGEST or not words.isdisjoint(_REPORT) or any(m in line.text for m in _QUOTES):
        return 0
    commands = any(_is_command(part) for part in _SENTENCE.split(line.text))
    reader, publisher = not words.isdisjoint(_READER), not words.isdisjoint(_PUBLISHER)
    own, things = len(words & _OWN), len(words & _THINGS) + bool(_ENTRY.search(line.text))
    alone = line.blank_before and line.blank_after
    addressed = commands + reader + publisher
    if addressed < (1 if own or things else 3):  # without a site's things, every sign that somebody is spoken to
        return 3 if alone and _is_dense(line) else 0
    return min(4, 2 * own) + min(2, things) + addressed + alone


def _is_dense(line: Line) -> bool:
    """Whether half of a short line's long words are a site's: "Comments on this article are now closed"."""
    long = [word for word in line.words if len(word) > 3]
    known = sum(word in _OWN or word in _THINGS for word in long)
    named = any(word[:1].isupper() for word in line.text.split()[1:])
    return not named and len(line.words) <= _DENSE and 2 <= known >= len(long) / 2


def _is_command(sentence: str) -> bool:
    """Whether a sentence begins with a command, or with an opening and then, after a comma, one."""
    opening, *clauses = [_WORD.findall(part) for part in sentence.casefold().replace("’", "'").split(",")]
    if opening and opening[0] in _COMMANDS:
        return True
    return bool(opening) and opening[0] in _OPENERS and any(clause and clause[0] in _COMMANDS for clause in clauses)
