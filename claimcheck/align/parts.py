"""Parts against their total, and some of a group against its size: "14 people, nine men and six women"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.align.sums import meet, room, total_of
from claimcheck.align.templates import Slip, Template, one_line
from claimcheck.compare.numbers import say_number
from claimcheck.types import Mention, Quantity

# Who people are counted as, and what makes a list of such counts whole. Adults are men and women once more, children
# boys and girls: such lists overlap.
_KINDS_OF_PEOPLE = frozenset({"man", "woman", "boy", "girl", "child", "adult", "baby", "infant"})
_WHOLE = (frozenset({"man", "woman"}), frozenset({"boy", "girl"}), frozenset({"adult", "child"}))
_TWICE = (
    frozenset({"adult", "man"}), frozenset({"adult", "woman"}), frozenset({"child", "boy"}),
    frozenset({"child", "girl"}), frozenset({"child", "baby"}), frozenset({"child", "infant"}),
    frozenset({"baby", "infant"}),
)  # fmt: skip
_PEOPLE = frozenset(
    {
        "people", "person", "victim", "suspect", "passenger", "resident", "member", "juror", "body", "civilian",
        "hostage", "patient", "survivor", "migrant", "protester", "demonstrator", "defendant", "candidate", "employee",
        "worker", "student", "human", "dead", "", "climber", "tourist", "inmate", "prisoner", "refugee",
    }
)  # fmt: skip
_WORDS = r"(?: (?!and\b|or\b|of\b|among\b|including\b)[\w'’-]+){0,4}?"
_PART = rf"⟦\d+⟧{_WORDS}"
_PARTS = rf"(?P<parts>{_PART}(?:, {_PART})*,? and ⟦\d+⟧)(?P<tail>{_WORDS})"
_TOTALS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"⟦(?P<total>\d+)⟧{_WORDS}(?P<joint>,|:| \(| ?[-–—]) ?{_PARTS}(?=\)|[.,;]|$| ?[-–—])(?!,? (?:among|of) )",
        rf"{_PARTS},?(?: \w+){{0,4}}? for a (?:combined |grand )?(?P<joint>total) of ⟦(?P<total>\d+)⟧",
    )
)


def find_totals(template: Template) -> Iterator[Slip]:
    """Parts that make another total than the one they are parts of."""
    for pattern in _TOTALS:
        for match in pattern.finditer(template.text):
            parts = tuple(template.mentions[int(n)] for n in re.findall(r"⟦(\d+)⟧", match["parts"]))
            total = template.mention(match, "total")
            if total is not None and (slip := _total(total, parts, match["joint"].strip())):
                yield slip


def _total(total: Mention, parts: tuple[Mention, ...], joint: str) -> Slip | None:
    whole = total.value
    counts = [part.value for part in parts if isinstance(part.value, Quantity)]
    if not isinstance(whole, Quantity) or not all(_counts(q) for q in (whole, *counts)):
        return None
    if meet(room(whole), total_of(counts)):
        return None
    if joint not in {":", "total"} and not _are_people(whole, counts, over=total_of(counts)[0] > whole.high):
        return None
    said = " and ".join(say_number(q.low) for q in counts)
    return Slip("the total", total, parts, f"{said} make {say_number(sum(q.low for q in counts))}")


def _counts(q: Quantity) -> bool:
    return q.kind == "count" and q.exact and not q.approximation and not set(q.scope) - {"other"}


def _are_people(whole: Quantity, parts: list[Quantity], *, over: bool) -> bool:
    """Whether the parts are kinds of people that do not overlap, and, where they fall short, leave nobody out."""
    kinds = frozenset(q.noun for q in parts)
    apart = kinds <= _KINDS_OF_PEOPLE and len(kinds) == len(parts) and not any(pair <= kinds for pair in _TWICE)
    return whole.noun in _PEOPLE and apart and (over or any(pair <= kinds for pair in _WHOLE))


# --------------------------------------------------------------------------- some of a group, and the group

_OF_THE = re.compile(
    r"⟦(?P<some>\d+)⟧ (?:out )?of (?:the|its|his|her|their|those) ⟦(?P<group>\d+)⟧"
    r"(?P<whole>(?= (?:is|are|was|were|has|have|had|will|would|could|can|may|did|do|died|said|survived)\b)|[.,;)]|$)?"
)
_BACK = 2  # sentences in which the group must have been counted


def find_groups(templates: Sequence[Template], i: int) -> Iterator[Slip]:
    """ "Six of the four": more than there are; "three of the five men" where four men were counted before."""
    for match in _OF_THE.finditer(templates[i].text):
        some, group = templates[i].quantity(match, "some"), templates[i].quantity(match, "group")
        part, stated = templates[i].mention(match, "some"), templates[i].mention(match, "group")
        if not (some and group and part and stated and _counts(some) and _counts(group)):
            continue
        if some.low > group.high:
            yield Slip("the part", part, (stated,), f"“{one_line(part)}” cannot be some of “{one_line(stated)}”")
        elif match["whole"] is not None and (counted := _counted_before(templates, i, (part, stated), group)):
            yield Slip("the part", stated, (counted,), f"the group was counted before as “{one_line(counted)}”")


def _counted_before(
    templates: Sequence[Template], i: int, named: tuple[Mention, Mention], group: Quantity
) -> Mention | None:
    """The one earlier count of the group's noun, close by and of another number; None where any count agrees."""
    everywhere = [(n, m) for n, t in enumerate(templates) for m in t.mentions if m not in named]
    counts = [(n, m, m.value) for n, m in everywhere if isinstance(m.value, Quantity) and m.value.kind == "count"]
    earlier = [(n, m, q) for n, m, q in counts if q.noun == group.noun and m.span < named[0].span]
    if not group.noun or len(earlier) != 1 or any(q.low <= group.low <= q.high for _, _, q in counts):
        return None
    n, mention, value = earlier[0]
    return mention if i - n <= _BACK and _counts(value) and not value.scope and value.low > 1 else None
