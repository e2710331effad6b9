"""Text from articles, made harmless for the place it is put in.

An article may hold anything: pipes, tags, fences, control codes. Each function
here turns any text into one line that shows the same words and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# C0 and C1 control codes, the marks that turn the direction of writing, lone
# surrogates: none can be shown, and each can spoil the line or the terminal.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_SPACE = re.compile(r"\s+")
# "$" opens mathematics on GitHub and "~" strikes through; the rest is CommonMark's.
# An underscore inside a word is a letter to both, and file names stay fit to copy.
_MARKUP = re.compile(r"[\\`*\[\]#|~$]|(?<![^\W_])_|_(?![^\W_])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# What makes a list, a heading's underline or a rule only at the start of a line.
_LIST = re.compile(r"^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[-+=]))")
# What GitHub turns into a link although nothing marks it as one.
_AUTOLINK = re.compile(r"(?i)(?<![a-z0-9])(https?|ftp|mailto|xmpp|www)([:.])|()(@)(?=\w)")
# What Mermaid shows as it stands; the rest goes in by number.
_NOT_IN_LABELS = re.compile(r"[^\w .,!?'’‘“”/+-]|_|(?<=-)-|(?<=\d)\.")


def flat(text: str) -> str:
    """The text on one line: white space collapsed, unprintable characters replaced by U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", _SPACE.sub(" ", text))


def plain(text: str) -> str:
    """The text for a terminal: one line, no control codes."""
    return flat(text).strip()


@lru_cache(maxsize=1 << 12)  # copies say one thing many times
def markdown(text: str, *, start: bool = True) -> str:
    """The text as Markdown that shows it literally, in a paragraph, a heading, a table cell or a list item.

    `start` says that it begins a line: it is trimmed, and list markers are escaped too.
    """
    shown = plain(text) if start else flat(text)
    escaped = _AUTOLINK.sub(_unlinked, _MARKUP.sub(r"\\\g<0>", shown).translate(_ENTITIES))
    return _LIST.sub(r"\1\\", escaped) if start else escaped


def bold(text: str, *, before: str = " ", after: str = " ") -> str:
    """The text in bold Markdown, between the characters `before` and `after` it.

    Asterisks make bold only where CommonMark sees a word begin and end beside
    them; elsewhere (inside a word, beside a quotation mark) the HTML tag does.
    """
    core = plain(text)
    if not core:
        return markdown(text, start=False)
    lead, _, trail = flat(text).partition(core)
    opens = not _is_mark(core[0]) or bool(lead) or _bounds(before)
    closes = not _is_mark(core[-1]) or bool(trail) or _bounds(after)
    left, right = ("**", "**") if opens and closes else ("<b>", "</b>")
    return f"{lead}{left}{markdown(core, start=False)}{right}{trail}"


def mermaid(text: str) -> str:
    """The text as the inside of a quoted Mermaid label: what is not a plain word becomes an entity; never empty."""
    return _NOT_IN_LABELS.sub(lambda match: f"#{ord(match[0])};", plain(text)) or "?"


def _unlinked(match: re.Match[str]) -> str:
    return f"{match[1] or ''}&#{ord(match[2] or match[4])};"


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _bounds(character: str) -> bool:
    # Older CommonMark does not count symbols beyond ASCII as punctuation.
    kind = unicodedata.category(character)[0]
    return character.isspace() or kind == "P" or (kind == "S" and character.isascii())
