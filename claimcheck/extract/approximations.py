"""The words around a number that turn it into an interval, or narrow what it counts.

What each wording admits of a number N, both ends included:

    about, around, some, roughly, or so      N ± 10 %, at least ± 1 from five on and ± 0.5 below
    nearly, almost, close to, approaching    [0.9 N, N]
    just under, just short of                [0.9 N, N)
    just over, slightly more than            (N, 1.1 N]
    at least, no fewer than, N or more, N+   [N, ∞]
    more than, over, above, upwards of       (N, ∞]: from N + 1 for whole counts
    up to, as many as, at most, N or fewer   [0, N]
    fewer than, less than, under, below      [0, N): up to N - 1 for whole counts
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["", "about", "nearly", "just-under", "just-over", "from", "above", "to", "below"]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a number: where it all starts and ends, the approximation, the scope words."""

    start: int
    end: int
    kind: Kind = ""
    words: str = ""
    scope: tuple[str, ...] = ()


_JUST = r"(?:just|slightly|a little|a bit|marginally|a shade)"
_FAR = r"(?:well |far |much |significantly )?"
_LEFT: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("just-under", (rf"{_JUST} (?:under|below|less than|fewer than)", "just (?:short|shy) of")),
    ("just-over", (rf"{_JUST} (?:over|above|more than)",)),
    ("from", ("at least", "at the very least", "(?:no|not) (?:fewer|less) than", "a minimum of", "minimum")),
    (
        "to",
        (
            "up to", "upto", "as (?:many|much|high|long|far|old|few|little|low) as", "at (?:the )?most",
            "(?:no|not) more than", "a maximum of", "maximum",
        ),
    ),
    (
        "above",
        (
            rf"{_FAR}(?:more than|over|above)", "upwards? of", "in excess of", "north of", "greater than", "exceeding",
            "beyond", "better than", "topping",
        ),
    ),
    ("below", (rf"{_FAR}(?:fewer than|less than|under|below)", "south of")),
    (
        "nearly",
        ("(?:very )?(?:nearly|almost|close to|approaching|nearing|practically|virtually)", "not quite"),
    ),
    (
        "about",
        (
            "some", "about", "around", "roughly", "approximately", r"approx\.?", "circa", "in the region of",
            "in the neighborhood of", "or about", "perhaps", "maybe", "estimated at", "an estimated", "estimated",
            "an average of", "average of", "averaging", "~",
        ),
    ),
)  # fmt: skip
_AT_A_WORD = r"(?:(?<![\w-])|(?<=-)(?=(?-i:[A-Z])))"  # a dateline's dash may touch the sentence: "LONDON-More than 50"
_LEFT_PATTERNS = tuple(
    (kind, re.compile(rf"{_AT_A_WORD}(?P<words>{'|'.join(wordings)})\s+(?:an? )?$", re.IGNORECASE))
    for kind, wordings in _LEFT
)
_LEFT_SCOPE = re.compile(
    r"(?<![\w-])(?P<words>another|an (?:additional|extra|other)|a further|additional|further|extra|(?:the )?other)\s+$",
    re.IGNORECASE,
)
_OR_MORE = "(?:more|older|over|above|greater|higher|longer)"
_OR_LESS = "(?:fewer|less|under|below|younger)"
_RIGHT: tuple[tuple[Kind, str], ...] = (
    ("from", rf"\s+or {_OR_MORE}\b|\s?\+(?!\d)|-plus\b|\s+and (?:over|above|counting)\b"),
    ("to", rf"\s+or {_OR_LESS}\b|\s+at (?:the )?most\b"),
    ("about", r"\s+or so\b|-odd\b|\s+(?:approximately|or thereabouts)\b"),
)
_RIGHT_PATTERNS = tuple((kind, re.compile(p, re.IGNORECASE)) for kind, p in _RIGHT)
_RIGHT_SCOPE = re.compile(
    r"\s+(?P<words>other|others|more|further|additional|extra|fewer)\b(?!\s+than\b)", re.IGNORECASE
)

# Prepositions of place and time too; what the parser calls a preposition stays one, unless
# something before it already asks for a noun ("for over two decades").
TWO_FACED = frozenset({"over", "under", "above", "below", "beyond", "around", "about"})
_ASKS_FOR_NOUN = re.compile(
    r"\b(?:for|in|by|of|to|after|with|at|from|is|was|are|were|be|been|has|have|had|and|or|than|that|just|lasting"
    r"|totalling|totaling)\s+$",
    re.IGNORECASE,
)


def surroundings(
    text: str, start: int, end: int, *, prepositions: frozenset[int] = frozenset(), inner: str = ""
) -> Surroundings:
    """The approximation and scope words around `text[start:end]`.

    `prepositions` are the offsets of two-faced words that the parse takes for a preposition,
    `inner` is what stands between the number and the end of its unit ("or more" of "80 or more yards").
    """
    kind, words, scope, begin = _to_the_left(text, start, prepositions)
    for right_kind, pattern in _RIGHT_PATTERNS:
        match = pattern.match(text, end) or pattern.match(inner)
        if match:
            kind, end = kind or right_kind, end if match.string is inner else match.end()
            words = f"{words} {' '.join(match.group().lower().split())}".strip()
            break
    if match := _RIGHT_SCOPE.match(text, end):
        scope, end = (*scope, match["words"].lower().replace("others", "other")), match.end()
    return Surroundings(begin, end, kind, words, tuple(dict.fromkeys(scope)))


def _to_the_left(text: str, start: int, prepositions: frozenset[int]) -> tuple[Kind, str, tuple[str, ...], int]:
    kind: Kind = ""
    words: list[str] = []
    scope: list[str] = []
    while True:
        if match := _LEFT_SCOPE.search(text, max(0, start - 24), start):
            scope.insert(0, re.sub(r"^(?:an?|the) ", "", match["words"].lower()))
            scope[0] = {"another": "another", "other": "other"}.get(scope[0], scope[0])
            start = match.start("words")
            continue
        found = _approximator(text, start, prepositions)
        if found is None:
            return kind, " ".join(words), tuple(scope), start
        kind = found[0] if not kind or kind == "about" else kind
        words.insert(0, " ".join(found[1]["words"].lower().split()))
        start = found[1].start("words")


def _approximator(text: str, start: int, prepositions: frozenset[int]) -> tuple[Kind, re.Match[str]] | None:
    best: tuple[Kind, re.Match[str]] | None = None
    for kind, pattern in _LEFT_PATTERNS:
        match = pattern.search(text, max(0, start - 40), start)
        if match and (best is None or match.start() < best[1].start()):
            best = kind, match
    if best is None:
        return None
    begin = best[1].start("words")
    if begin in prepositions and not _ASKS_FOR_NOUN.search(text[:begin]):
        return None
    return best


def interval(kind: Kind, low: float, high: float, *, whole: bool) -> tuple[float, float]:
    """What the approximation makes of [low, high]; `whole` for things counted one by one."""
    if low < 0:
        return _below_zero(kind, low, high)
    lower: dict[Kind, float] = {
        "about": max(0.0, low - _margin(low)),
        "nearly": 0.9 * low,
        "just-under": 0.9 * low,
        "above": _above(low, whole=whole),
        "just-over": _above(low, whole=whole),
        "to": 0.0,
        "below": 0.0,
    }
    upper: dict[Kind, float] = {
        "about": high + _margin(high),
        "just-under": _below(high, whole=whole),
        "just-over": max(1.1 * high, _above(low, whole=whole)),
        "from": math.inf,
        "above": math.inf,
        "below": _below(high, whole=whole),
    }
    return lower.get(kind, low), upper.get(kind, high)


def _below_zero(kind: Kind, low: float, high: float) -> tuple[float, float]:
    """ "About minus 17": a tenth either way; the one-sided wordings are too rare below zero to be told apart."""
    if not kind:
        return low, high
    slack = max(1.0, 0.1 * abs(low))
    return low - slack, high + slack


def _margin(value: float) -> float:
    return max(0.1 * value, 1.0 if value >= 5 else 0.5 if value >= 1 else 0.0)


def _above(value: float, *, whole: bool) -> float:
    return value + 1 if whole and value == int(value) else math.nextafter(value, math.inf)


def _below(value: float, *, whole: bool) -> float:
    return max(0.0, value - 1 if whole and value == int(value) else math.nextafter(value, 0.0))
