"""What a number counts: its noun, what narrows the noun, and where the phrase ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.extract.units import UNITS
from claimcheck.types import Parse, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_TO_THE_NOUN = frozenset(
    {"nummod", "amod", "quantmod", "compound", "nmod", "det", "predet", "poss", "advmod", "npadvmod"}
)
_OF_WHAT = frozenset({"of"})
_NOT_NOUNS = frozenset({"other", "others", "more", "further", "additional", "extra"})
_PARENTS = {
    **dict.fromkeys(("mother", "father", "mom", "mum", "dad", "parent"), "child"),
    **dict.fromkeys(("grandmother", "grandfather", "grandparent"), "grandchild"),
}
MAX_TOKENS = 12  # a pinpoint, not a passage


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun counted: its token, its lemma, the lemmas that narrow it, and the offset where the phrase ends."""

    noun: str
    modifiers: tuple[str, ...]
    end: int
    head: Token | None = None


def tokens_in(parse: Parse, start: int, end: int) -> tuple[Token, ...]:
    """The tokens that share a character with [start, end)."""
    return tuple(t for t in parse.tokens if t.start < end and start < t.end)


def token_at(parse: Parse, offset: int) -> Token | None:
    """The token that covers `offset`, else the first one after it."""
    covering = next((t for t in parse.tokens if t.start <= offset < t.end), None)
    return covering or next((t for t in parse.tokens if t.start >= offset), None)


def counted(parse: Parse, start: int, end: int, *, words_end: int, plain: bool = True) -> Counted:
    """What the number at [start, end) counts; `words_end` is where its approximation and scope words end.

    Without `plain` the number has a unit, and only what the parse ties to it is counted.
    """
    number = tokens_in(parse, start, end)
    if not number:
        return Counted("", (), words_end)
    if plain and (child := _children(parse, number, words_end)):
        return Counted(child, (), words_end)
    head = _noun_head(parse, number, words_end)
    if head is None and plain:
        head = _following_noun(parse, words_end)
    if head is None or head.start < end <= head.start - 80:
        return Counted("", (), words_end)
    if head.end <= words_end:
        return Counted("", (), words_end, None)
    noun, last = _with_hyphens(parse, head)
    too_far = head.i - number[0].i > MAX_TOKENS
    return Counted(noun, _modifiers(parse, head, after=end), words_end if too_far else last.end, head)


def _children(parse: Parse, number: Sequence[Token], words_end: int) -> str:
    """What "a mother of five" has five of, "" where it is said ("a mother of two boys") or nobody's children."""
    at = number[0].i
    parent = parse.tokens[at - 2].lemma.lower() if at > 1 and parse.tokens[at - 1].text.lower() == "of" else ""
    if parent not in _PARENTS:
        return ""
    following = next((t for t in parse.tokens if t.start >= words_end), None)
    said = following is not None and following.pos in {"NOUN", "ADJ"} and following.start <= words_end + 1
    return "" if said else _PARENTS[parent]


def _with_hyphens(parse: Parse, head: Token) -> tuple[str, Token]:
    """The lemma with what a hyphen joins to the noun: the parser cuts "co-workers" in three."""
    noun, last = _lemma(head), head
    while last.i + 2 < len(parse.tokens) and parse.tokens[last.i + 1].text == "-":
        following = parse.tokens[last.i + 2]
        if following.pos not in _NOUNS or following.start != last.end + 1:
            break
        noun, last = f"{last.text.lower()}-{_lemma(following)}", following
    return noun, last


def _lemma(token: Token) -> str:
    """Lower case; the parser's lemma of a plural it takes for a name is mended ("Allies")."""
    lemma = token.lemma.lower()
    return lemma[:-1] if token.tag == "NNPS" and lemma.endswith("s") else lemma


def _noun_head(parse: Parse, number: Sequence[Token], words_end: int) -> Token | None:
    """The noun that the number quantifies, by the parse."""
    inside = {t.i for t in number}
    outer = next((t for t in reversed(number) if t.head not in inside or t.head == t.i), number[-1])
    head = parse.tokens[outer.head]
    if outer.dep in _TO_THE_NOUN and head.i > number[-1].i and head.pos in _NOUNS:
        head = _last_of_compound(parse, head)
        return _counted_attribute(parse, number, head) or head
    return _of_what(parse, inside, number[-1], words_end)


def _counted_attribute(parse: Parse, number: Sequence[Token], head: Token) -> Token | None:
    """The "person" of a "200 person crowd", the "member" of a "seven-member panel": what stands between a number
    above one and a singular noun is what is counted."""
    at = number[-1].i + 1
    hyphen = at < len(parse.tokens) and parse.tokens[at].text == "-"
    if number[-1].tag != "CD" or at + hyphen >= len(parse.tokens):
        return None
    between = parse.tokens[at + hyphen]
    if between.tag != "NN" or between.i >= head.i or number[-1].text.lower() in {"one", "1"}:
        return None
    return between if hyphen or head.tag == "NN" else None


def _last_of_compound(parse: Parse, head: Token) -> Token:
    """The parser sometimes stops at a noun that itself leads to the next ("fire" of "fire engines")."""
    while head.dep == "compound" and head.head > head.i and parse.tokens[head.head].pos in _NOUNS:
        head = parse.tokens[head.head]
    return head


def _of_what(parse: Parse, inside: set[int], last: Token, words_end: int) -> Token | None:
    """The noun of an "of" that follows: "hundreds of people", "two of the men"."""
    following = next((t for t in parse.tokens if t.start >= words_end), None)
    if following is not None and following.text.lower() == "out":  # "three out of four lines"
        following = next((t for t in parse.tokens if t.i == following.i + 1), None)
    if following is None or following.text.lower() not in _OF_WHAT:
        return None
    objects = [t for t in parse.tokens if t.head == following.i and t.dep == "pobj"]
    if not objects and following.head not in inside:
        objects = [t for t in parse.tokens if t.i > following.i and t.pos in _NOUNS][:1]
    noun = objects[0] if objects else None
    if noun is not None and noun.pos in _NOUNS and noun.i - last.i <= MAX_TOKENS:
        return noun
    return None


def _following_noun(parse: Parse, words_end: int) -> Token | None:
    """The last noun of the run of adjectives and nouns right after the number."""
    noun = None
    for token in (t for t in parse.tokens if t.start >= words_end):
        if token.text == "-" and noun is None:
            continue
        if token.pos in _NOUNS or token.tag == "NNPS":
            if noun is not None and noun.tag == "NNS":
                break
            noun = token
        elif noun is not None or token.pos not in {"ADJ", "NUM"} or token.tag == "CD":
            break
    return noun


def _modifiers(parse: Parse, head: Token, *, after: int) -> tuple[str, ...]:
    """Lemmas of the words between the number and its noun that narrow it, lower case."""
    return tuple(
        t.lemma.lower()
        for t in parse.tokens
        if t.head == head.i
        and after <= t.start < head.start
        and t.dep in {"amod", "compound", "nmod"}
        and t.pos not in {"NUM", "PUNCT"}
        and t.lemma.lower() not in _NOT_NOUNS
        and t.lemma.lower() not in UNITS  # the "year" of "three 10-year sentences"
    )
