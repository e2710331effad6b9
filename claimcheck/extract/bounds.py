"""Whether a time is the day itself or only its bound: "by Friday", "until 5 p.m.", "not before July"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claimcheck.extract.pieces import Piece
from claimcheck.extract.tense import governor_at
from claimcheck.types import Parse

# What stands right before a time, and the bound it makes of it. Longer wordings first.
_BOUNDS: Mapping[str, str] = {
    r"no later than|not later than|on or before|by no later than": "by",
    r"no earlier than|not earlier than|not before|not until|on or after|as of|as from": "from",
    r"starting(?: on| in| from)?|beginning(?: on| in)?|effective(?: on)?": "from",
    r"prior to|ahead of|before": "before",
    r"up (?:to|until)|until|till|through": "until",
    r"ever since|since": "since",
    r"after|following": "after",
    r"by": "by",
}
_LEAD = re.compile(
    rf"\b(?:{'|'.join(f'(?P<b{n}>{words})' for n, words in enumerate(_BOUNDS))})"
    r"\s+(?:(?:about|around|roughly|at least|the|the end of|end of|late on|early on)\s+)*$",
    re.IGNORECASE,
)
_BESIDE = frozenset({"compound", "nmod", "poss", "amod"})


def bound_of(parse: Parse, group: Sequence[Piece]) -> str:
    """The bound that the words before a time make of it; "" where the time is the time of what happened.

    The day in "after Tuesday's vote" or "before the May election" is that of the vote.
    """
    lead = _LEAD.search(parse.text[: group[0].start])
    if lead is None or _describes(parse, group):
        return ""
    bound = next(b for b, said in zip(_BOUNDS.values(), lead.groups(), strict=True) if said is not None)
    verb = governor_at(parse, group[0].start).verb
    denied = verb is not None and any(t.head == verb.i and t.dep == "neg" for t in parse.tokens)
    return "from" if bound == "until" and denied else bound


def _describes(parse: Parse, group: Sequence[Piece]) -> bool:
    """Whether the time belongs to a noun behind it."""
    after = parse.text[group[-1].end : group[-1].end + 2]
    if after in ("'s", "’s") or after[:1] == "-":
        return True
    tokens = [t for t in parse.tokens if t.start < group[-1].end and group[0].start < t.end]
    following = parse.tokens[tokens[-1].i + 1] if tokens and tokens[-1].i + 1 < len(parse.tokens) else None
    noun = following is not None and following.pos in {"NOUN", "PROPN"}
    return noun and any(t.dep in _BESIDE and t.head > tokens[-1].i for t in tokens)
