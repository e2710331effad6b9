"""A change against the levels before and after it: "up 25 percent to $5.6 billion from $5.0 billion"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.align.levels import DOWNWARDS, UPWARDS
from claimcheck.align.sums import fits, loose_room, meet, room, share_of
from claimcheck.align.templates import Slip, Template, one_line
from claimcheck.extract.lexicon import words
from claimcheck.types import Mention, Quantity

_UP, _DOWN = ("|".join(sorted(forms)) for forms in (UPWARDS, DOWNWARDS))
_VERB = rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_GAP = r"(?:(?! (?:and|but|while|as|whereas|with|after|before|than|for)\b)[^⟦.;:]){0,40}?"
_BY = r" (?:by )?⟦(?P<change>\d+)⟧(?:,? or ⟦(?P<again>\d+)⟧,?)?"
_LEVEL, _BEFORE = r"⟦(?P<level>\d+)⟧", r"⟦(?P<before>\d+)⟧"
_AND_SO = (
    r"(?:,? (?:-|–|—)? ?(?:up|down|or|(?:a|an) (?:rise|gain|jump|increase|fall|drop|decline|decrease) of|(?:a|an)) "
    r"⟦(?P<change>\d+)⟧)?"
)
_CHANGES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_VERB}{_BY}{_GAP} to {_LEVEL}{_GAP} from {_BEFORE}",
        rf"{_VERB}{_BY}{_GAP} from {_BEFORE}{_GAP} to {_LEVEL}",
        rf"{_VERB} from {_BEFORE}{_GAP} to {_LEVEL}{_AND_SO}",
        rf"{_VERB} to {_LEVEL}{_GAP} from {_BEFORE}{_AND_SO}",
        rf"{_LEVEL},? (?:(?P<up>up)|(?P<down>down))(?: (?:by )?⟦(?P<change>\d+)⟧)? from {_BEFORE}",
        rf"{_VERB}{_BY} to {_LEVEL}",
    )
)
_LEVELS = frozenset({"count", "money", "percent", "measure"})
_RANKS = frozenset({"place", "spot", "rank", "seed", "position", "no"})


def find_changes(template: Template) -> Iterator[Slip]:
    """A change that does not lead from the one level to the other."""
    if template.text.count("⟦") < 2:
        return
    seen: set[str] = set()
    for number, pattern in enumerate(_CHANGES):
        for match in pattern.finditer(template.text):
            level = match["level"]
            if level in seen:
                continue
            seen.add(level)
            may_be_range = number == 2  # "fell from 5 to 10 percent"
            if slip := _change(template, match, may_be_range=may_be_range):
                yield slip


def _change(template: Template, match: re.Match[str], *, may_be_range: bool) -> Slip | None:
    level, before = template.quantity(match, "level"), template.quantity(match, "before")
    change, again = template.quantity(match, "change"), template.quantity(match, "again")
    up = match["up"] is not None
    if level is None or level.noun in _RANKS:
        return None
    if before is None:
        return _two_changes(template, match, up=up) if change and again else None
    if not _are_levels(level, before):
        return None
    if change is None:
        return None if may_be_range else _direction(template, match, level, before, up=up)
    told = [name for name, q in (("change", change), ("again", again)) if q and fits(q, level, before, up=up) is False]
    return _slip("the change", template, match, told[0], ("before", "level")) if told else None


def _are_levels(a: Quantity, b: Quantity) -> bool:
    nouns = {a.noun, b.noun} - {""}
    return (
        (a.kind, a.unit) == (b.kind, b.unit) and len(nouns) < 2 and a.kind in {"count", "money", "percent", "measure"}
    )


def _direction(template: Template, match: re.Match[str], level: Quantity, before: Quantity, *, up: bool) -> Slip | None:
    """ "To 40 from 60, up": the words go one way and the numbers the other."""
    against = room(level)[1] < room(before)[0] if up else room(level)[0] > room(before)[1]
    if not against or (level.scope or before.scope):
        return None
    return _slip("the direction", template, match, "level", ("before",))


def _two_changes(template: Template, match: re.Match[str], *, up: bool) -> Slip | None:
    """ "Rose 26 cents, or 4 percent, to $24.34": the one change told twice."""
    level = template.quantity(match, "level")
    changes = [template.quantity(match, name) for name in ("change", "again")]
    share = next((q for q in changes if q and q.kind == "percent" and q.unit == "%"), None)
    whole = next((q for q in changes if q and q.kind != "percent"), None)
    if level is None or share is None or whole is None or (whole.kind, whole.unit) != (level.kind, level.unit):
        return None
    comes_to = share_of(whole, level, up=up)
    if comes_to is None or meet(loose_room(share), comes_to):
        return None
    names = ("change", "again") if changes[0] is share else ("again", "change")
    return _slip("the change", template, match, names[0], (names[1], "level"))


def _slip(about: str, template: Template, match: re.Match[str], stated: str, others: tuple[str, ...]) -> Slip | None:
    one = template.mention(match, stated)
    rest = tuple(m for name in others if (m := template.mention(match, name)) is not None)
    if one is None or len(rest) < len(others):
        return None
    return Slip(about, one, tuple(sorted(rest, key=lambda m: m.span)), _goes(one, rest, about))


def _goes(stated: Mention, others: tuple[Mention, ...], about: str) -> str:
    said = " and ".join(f"“{one_line(m)}”" for m in others)
    if about == "the direction":
        return f"the words beside “{one_line(stated)}” and {said} go the other way"
    return f"{said} give another change than “{one_line(stated)}”"


# --------------------------------------------------------------------------- today's level and yesterday's

_AFTER_ADDING = re.compile(rf"{_LEVEL}{_GAP} after {_VERB} (?:by )?⟦(?P<change>\d+)⟧", re.IGNORECASE)
_CHANGED_TO = _CHANGES[-1]
_DAY_BEFORE = re.compile(
    r"\b(?:the day before|the (?:previous|prior|preceding) (?:day|session)|a day earlier|(?:previous|prior) close)\b",
    re.IGNORECASE,
)
_BACK = 2  # sentences on either side in which the level of the day before may stand
_SMALL = words("the and its was were had has have day before after from that for with this closed close")
_THINGS = re.compile(r"\b[a-z]{3,}\b", re.IGNORECASE)


def find_days(templates: Sequence[Template], i: int) -> Iterator[Slip]:
    """ "At $24.34 after adding 26 cents", and one or two sentences on "$24.13 the day before"."""
    match = _AFTER_ADDING.search(templates[i].text) or _CHANGED_TO.search(templates[i].text)
    level, change = (templates[i].quantity(match, g) for g in ("level", "change")) if match else (None, None)
    if match is None or level is None or change is None or level.kind not in {"money", "percent"}:
        return
    for other in (*templates[i + 1 : i + 1 + _BACK], *templates[max(0, i - _BACK) : i]):
        marks = [(m, q) for m in other.mentions if isinstance(q := m.value, Quantity) and _are_levels(level, q)]
        if len(marks) != 1 or not _DAY_BEFORE.search(other.text) or not _one_thing(templates[i], other):
            continue
        before, value = marks[0]
        told, now = templates[i].mention(match, "change"), templates[i].mention(match, "level")
        if fits(change, level, value, up=match["up"] is not None) is False and told and now:
            levels = (before, now) if before.span < now.span else (now, before)
            yield Slip("the change", told, levels, _goes(told, levels, "the change"))


def _one_thing(a: Template, b: Template) -> bool:
    """Whether both sentences name one thing: their subjects, before the first number, share a word of content."""
    heads = [frozenset(w.casefold() for w in _THINGS.findall(t.text.partition("⟦")[0])) for t in (a, b)]
    return bool((heads[0] & heads[1]) - _SMALL)
