"""The role or office that the text gives a name, before it or in apposition."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.compare.gazetteer import demonyms
from claimcheck.extract.name_runs import Run
from claimcheck.extract.name_titles import bare
from claimcheck.extract.offices import HUMANS, NO_NAMES, OFFICES
from claimcheck.types import Token

_ROLE_WORDS = 8  # an apposition longer than this is a description, not a role
_CLOSERS = frozenset({",", ".", ";", ":", "(", ")", '"', "—", "–", "-", "--"})


def role_of(tokens: Sequence[Token], run: Run) -> str:
    """The role or office that stands before the name or in apposition to it, lower case; "" without one."""
    return role_before(tokens, run) or role_apart(tokens, run) or role_behind(tokens, run.end)


def _text(tokens: Sequence[Token]) -> str:
    if not tokens:
        return ""
    first, *rest = tokens
    pairs = zip(tokens, rest, strict=False)
    return (first.text + "".join((" " if b.start > a.end else "") + b.text for a, b in pairs)).lower()


def role_before(tokens: Sequence[Token], run: Run) -> str:
    """ "Lithuanian President", "alliance chief", "mercenary boss": the noun phrase that runs into the name."""
    first = run.before
    titled = first < run.first
    while first > 0 and _modifies(tokens[first - 1], starts=first == run.first) and not _ends(tokens, first):
        first -= 1
    phrase = tokens[first : run.first]
    if not phrase or not (titled or _is_human(phrase[-1])):
        return ""
    return _text(phrase) if any(_is_human(t) for t in phrase) else ""


def _ends(tokens: Sequence[Token], first: int) -> bool:
    """Whether another phrase ends before a capitalised title: "two of the witnesses District Attorney Soares asked"."""
    before, title = tokens[first - 1], tokens[first]
    return before.tag == "NNS" and before.text.islower() and title.text[:1].isupper()


def _modifies(token: Token, *, starts: bool) -> bool:
    if starts:
        return token.text.islower() and _is_human(token)
    if bare(token) in NO_NAMES or token.text in _CLOSERS:
        return False
    return token.pos in ("NOUN", "ADJ", "PROPN") or bare(token) in demonyms()


def _is_human(token: Token) -> bool:
    return bare(token) in HUMANS or token.lemma.lower() in HUMANS


def role_apart(tokens: Sequence[Token], run: Run) -> str:
    """ "The Lithuanian President, Gitan Nauseda": an office between an article and the comma before the name."""
    if run.first < 3 or tokens[run.first - 1].text != ",":
        return ""
    start = run.first - 2
    while start > 0 and run.first - start <= _ROLE_WORDS and tokens[start].pos in ("NOUN", "ADJ", "PROPN", "PUNCT"):
        if tokens[start].text in (",", ".", '"', ";"):
            return ""
        start -= 1
    phrase = tokens[start + 1 : run.first - 1]
    opened = tokens[start].pos in ("DET", "PRON") and tokens[start].text not in (",", ".")
    return _text(phrase) if opened and phrase and bare(phrase[-1]) in OFFICES else ""


def role_behind(tokens: Sequence[Token], end: int) -> str:
    """ "Mark Rutte, Prime Minister of the Netherlands": an office behind the comma, up to the next."""
    if end >= len(tokens) or tokens[end].text != ",":
        return ""
    stop = end + 1
    while stop < len(tokens) and tokens[stop].text not in _CLOSERS - {"-"} and tokens[stop].pos not in ("VERB", "AUX"):
        stop += 1
    phrase = [t for t in tokens[end + 1 : stop] if t.text.lower() not in ("a", "an", "the")]
    before_of = phrase[: next((i for i, t in enumerate(phrase) if t.text == "of"), len(phrase))]
    if not before_of or len(phrase) > _ROLE_WORDS or bare(before_of[-1]) not in OFFICES:
        return ""
    return _text(tokens[end + 1 : stop]).removeprefix("the ").removeprefix("a ").removeprefix("an ")
