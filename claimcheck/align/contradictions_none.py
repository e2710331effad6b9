"""Nobody hurt in one article, a number of people hurt in another.

"No one was injured", "no arrests were made" against "twelve people were injured". The first report of an
event often knows of nobody yet: where dates tell that it is the earlier one, there is nothing to find.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from claimcheck.align.contradictions_base import Contradiction
from claimcheck.align.contradictions_claims import Stated, contradiction
from claimcheck.compare.times import compare_times
from claimcheck.compare.words import word_set
from claimcheck.types import Published, Quantity

# Verbs and nouns of one matter.
_MATTERS = {
    "injure": "harm", "hurt": "harm", "wound": "harm", "injury": "harm", "casualty": "harm",
    "kill": "death", "die": "death", "death": "death", "fatality": "death", "arrest": "arrest",
}  # fmt: skip
_NONE = re.compile(
    r"\b(?:no\s?one|nobody|no (?P<noun>injur\w+|casualt\w+|deaths?|fatalit\w+|arrests?))\b", re.IGNORECASE
)
# Of others, of the badly hurt, of this moment: no word on whether anybody was.
_NARROWING = word_set(
    "else other others seriously serious critically badly further additional more yet so immediate immediately far"
)
_PAST_YEARS = word_set("month season quarter year decade")
_FIRM = word_set("stated attributed")


def find_none(stated: Sequence[Stated]) -> Iterator[Contradiction]:
    """Every matter in which one article counts nobody and another a number."""
    none: dict[str, list[Stated]] = defaultdict(list)
    some: dict[str, list[Stated]] = defaultdict(list)
    for claim in stated:
        matter = _none_of(claim)
        if matter:
            none[matter].append(claim)
        elif _counts(claim):
            some[_MATTERS[claim.predicate]].append(claim)
    for matter, claims in none.items():
        both = {c.document for c in claims} & {c.document for c in some[matter]}
        for a, b in product(claims, some[matter]):
            if a.document != b.document and not {a.document, b.document} & both and not _may_be_later(a, b):
                yield contradiction(
                    "outcome", "One article counts nobody, the other counts some.", (a, "none"), (b, "some")
                )


def _none_of(stated: Stated) -> str:
    """In which matter a claim counts nobody; "" for none."""
    text = stated.claim.text
    match = _NONE.search(text)
    if match is None or _NARROWING & set(re.findall(r"[a-z]+", text.casefold())):
        return ""
    if match["noun"]:
        noun = match["noun"].casefold()
        return next((matter for word, matter in _MATTERS.items() if noun.startswith(word[:5])), "")
    return _MATTERS.get(stated.predicate, "") if stated.claim.polarity == "negative" else ""


def _number(stated: Stated) -> str:
    return next(m.text for m in stated.claim.mentions if isinstance(m.value, Quantity) and m.value.kind == "count")


def _counts(stated: Stated) -> bool:
    """Whether a claim says of a number of people that it happened to them, and not in some other year."""
    claim = stated.claim
    counts = [m.value for m in claim.mentions if isinstance(m.value, Quantity) and m.value.kind == "count"]
    done_to = "patient" in stated.roles or (stated.predicate == "die" and "agent" in stated.roles)
    firm = claim.polarity == "positive" and claim.certainty in _FIRM and claim.tense != "future"
    known = stated.predicate in _MATTERS and not _is_of_another_year(stated)
    return known and firm and done_to and any(count.low >= 1 for count in counts)


def _is_of_another_year(stated: Stated) -> bool:
    return any(time.granularity in _PAST_YEARS for time in stated.times)


def _may_be_later(none: Stated, some: Stated) -> bool:
    """Whether the count is of another time, or came in after the article that knows of nobody."""
    if any(compare_times(s, t).relation == "conflict" for s, t in product(none.times, some.times)):
        return True
    days = [_day(s.extraction.document.published) for s in (none, some)]
    return all(days) and days[0] < days[1]


def _day(published: Published | None) -> tuple[int, ...]:
    """The day of publication as comparable figures, none where it is not known to the day."""
    if published is None or published.month is None or published.day is None:
        return ()
    return published.year, published.month, published.day
