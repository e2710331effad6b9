"""A view of a text that parsers like: plain punctuation, and the same length, so that offsets stay true."""

from __future__ import annotations

import re

_CHARACTERS = {
    **dict.fromkeys("‘’‚‛´`′ʼʹ‹›", "'"),
    **dict.fromkeys("“”„‟«»″〝〞＂", '"'),
    **dict.fromkeys("‐‑‒−", "-"),
    **dict.fromkeys("―⸺", "—"),
    # Spaces of every width, line and paragraph separators, and what no parser can take.
    **dict.fromkeys("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\x00\u200b", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
}
_TABLE = str.maketrans(_CHARACTERS)

# Two single marks for one double: corpora and old typewriters write ``so''. The spare
# character becomes a space on the outer side, so that the mark still touches its word.
_DOUBLED = re.compile(r"''")
_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(text: str) -> str:
    """`text` with straight quotes, common dashes and single spaces for every line break; of the same length."""
    straight = _SURROGATE.sub(" ", text).translate(_TABLE)
    return _DOUBLED.sub(_double_mark, straight)


def _double_mark(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    opens = (start == 0 or text[start - 1] in " ([—-") and end < len(text) and text[end].isalnum()
    return ' "' if opens else '" '
