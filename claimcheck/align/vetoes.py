"""What no likeness of wording outweighs: why two values are never values of one fact.

Each veto is one reason and one small function of a pair; `VETOES` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from claimcheck.align.candidates import Candidate
from claimcheck.align.levels import stands_as
from claimcheck.align.values import compare
from claimcheck.compare.word_classes import same_stem
from claimcheck.types import Claim, Name, Quantity, Time, Value

Veto = Callable[[Candidate, Candidate, float], bool]  # the number is the cosine of what two quantities count

_LIKE_NOUNS = 0.5  # cosine of what two numbers count, modifiers included, below which they count different things
RUN = 4  # words next to a value that, when all alike, mark a sentence copied but for the value
_SERIES = frozenset({"first", "last", "next", "final", "past", "previous", "opening", "another", "remaining"})
_INDEFINITE = (("a",), ("an",))  # said twice, of two: "a 67-yard drive", "a 68-yard drive"
_ASKING = frozenset({"ask", "demand", "seek", "request", "want", "propose", "recommend", "urge", "hope", "aim"})
_SPEAKING = frozenset(
    {"say", "tell", "announce", "report", "add", "state", "declare", "write", "confirm", "post", "publish"}
)


def _one_sentence(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """Two places of one sentence give two things."""
    return a.value.claim.sentence == b.value.claim.sentence and a.document == b.document


def _one_document(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """Two places of one document speak of one fact only where they name it twice: one verb, one thing beside it."""
    if a.document != b.document:
        return False
    if all(c.before[:1] in _INDEFINITE for c in (a, b)):
        return True
    if is_near_copy(a, b):
        return False
    if any(_recurs(c.value.mention.value) for c in (a, b)):
        return True
    named_twice = dict(a.things).keys() & dict(b.things).keys()
    return a.value.claim.predicate != b.value.claim.predicate or not named_twice


def _recurs(value: Quantity | Time | Name) -> bool:
    """Whether it is a number or an hour, of which one report has many."""
    return isinstance(value, Quantity) or (isinstance(value, Time) and bool(value.clock))


def _two_things(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """Whether the passages say the same of two things: "revenue rose", "profit rose"; "a rate in May", "in April"."""
    words, others = dict(sorted(a.things)), dict(sorted(b.things))  # of two slots of one thing, always the same
    here, there = words.keys() - others.keys(), others.keys() - words.keys()
    alike = bool(words.keys() & others.keys() or a.path & b.path or a.value.claim.predicate == b.value.claim.predicate)
    swapped = len(here) == len(there) == 1 and words[min(here)] == others[min(there)]
    return alike and (swapped or _inner_clash(a, b))


def _inner_clash(a: Candidate, b: Candidate) -> bool:
    """Whether the passages hold another value of one kind each, and no two of them agree."""
    pairs = [(x.value, y.value) for x in a.inner for y in b.inner if type(x.value) is type(y.value)]
    return bool(pairs) and all(compare(x, y).relation == "conflict" for x, y in pairs)


def _two_owners(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """The nearest names differ, and no name is shared: two people's bail, two countries' share.

    When one thing happened (one verb), nobody owns the day.
    """
    if isinstance(a.value.mention.value, Time) and a.value.claim.predicate == b.value.claim.predicate:
        return False
    if a.nearest and b.nearest and all(_is_kind(c, "percent") for c in (a, b)):
        return a.nearest != b.nearest
    return bool(a.nearest and b.nearest) and a.nearest != b.nearest and not a.entities & b.entities


def _own_days(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """Each is the day of its own article ("today")."""
    return a.own_day and b.own_day


def _days_of_speaking(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """Days on which somebody spoke, as people do more than once; a copied sentence is one occasion all the same."""
    return all(_is_day_of_speaking(c.value) for c in (a, b)) and not is_near_copy(a, b)


def _is_day_of_speaking(value: Value) -> bool:
    return isinstance(value.mention.value, Time) and value.claim.predicate in _SPEAKING


def _two_dates(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """Hours of two dates that are days apart, each printed with its date, are of two occasions."""
    dates = [(t.month, t.day) for c in (a, b) if isinstance(t := c.value.mention.value, Time) and t.clock and t.day]
    return len(dates) == 2 and (dates[0][0] != dates[1][0] or abs((dates[0][1] or 0) - (dates[1][1] or 0)) > 1)


def _unlike_nouns(a: Candidate, b: Candidate, nouns: float) -> bool:
    """They count different things."""
    counts = all(_is_kind(c, "count") for c in (a, b))
    return counts and bool(a.noun and b.noun) and not one_noun(a, b) and nouns < _LIKE_NOUNS


def _times_of_two_acts(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """How often two things were done: "arrested three times", "shot seven times"."""
    if not any(_is_kind(c, "count") and c.noun == "time" for c in (a, b)):
        return False
    acts = [{c.value.claim.predicate.split(" ")[0], c.noun} - {"time"} for c in (a, b)]
    return not any(same_stem(x, y) for x in acts[0] for y in acts[1])


def _average_and_one(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """What somebody averages, and what it was once."""
    return (a.value.claim.predicate == "average") != (b.value.claim.predicate == "average")


def _two_ages(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """Ages of people whom neither a name nor the noun makes one."""
    if not all(_is_kind(c, "age") for c in (a, b)):
        return False
    if ("then" in a.before[:1]) != ("then" in b.before[:1]):  # "then 15-year-old" at the time, 16 at the trial
        return True
    strangers = bool(a.modifiers and b.modifiers) and not a.modifiers & b.modifiers
    named_apart = bool(a.entities and b.entities) and not a.entities & b.entities
    return a.noun != b.noun or strangers or named_apart


def _is_kind(c: Candidate, kind: str) -> bool:
    value = c.value.mention.value
    return isinstance(value, Quantity) and value.kind == kind


def _two_events(a: Candidate, b: Candidate, nouns: float) -> bool:
    """Times of events with neither the verb nor anything around in common: robbed on Monday, arrested on Thursday."""
    if not all(isinstance(c.value.mention.value, Time) for c in (a, b)):
        return False
    return (
        a.value.claim.predicate != b.value.claim.predicate
        and nouns < _LIKE_NOUNS
        and not dict(a.things).keys() & dict(b.things).keys()
        and not a.path & b.path
        and not is_near_copy(a, b)
    )


def _two_patients(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """Times at which the same was done to two people: one put on the list on Tuesday, another on Wednesday."""
    if not all(isinstance(c.value.mention.value, Time) for c in (a, b)):
        return False
    done_to = [
        {x.head for x in c.value.claim.arguments if x.role == "patient" and x.head[:1].isupper()} for c in (a, b)
    ]
    return all(done_to) and not done_to[0] & done_to[1] and not a.entities & b.entities


def _change_and_level(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """A number by which something rose or fell, and one that it stands at."""
    if not all(isinstance(c.value.mention.value, Quantity) for c in (a, b)):
        return False
    return {stands_as(c.before, c.after) for c in (a, b)} == {"change", "level"}


def _part_of_a_series(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """The "first 17" of something or "one final" one, and a number of it."""
    counts = all(isinstance(c.value.mention.value, Quantity) for c in (a, b))
    here, there = ((frozenset(c.before[:1]) | c.modifiers) & _SERIES for c in (a, b))
    return counts and here != there


def _given_beside(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """One sentence gives both numbers: "12 of 20 seats" and "12 seats", two shares and one of them."""
    values = a.value.mention.value, b.value.mention.value
    if not all(isinstance(value, Quantity) for value in values) or compare(*values).relation != "conflict":
        return False
    return _gives(a, b) or _gives(b, a)


def _gives(a: Candidate, b: Candidate) -> bool:
    """Whether the sentence of `a` also gives the number of `b`, of the same thing as far as is said."""
    wanted = b.value.mention.value
    if isinstance(wanted, Quantity) and wanted.low in _record(a):
        return True
    return any(
        isinstance(wanted, Quantity)
        and isinstance(other, Quantity)
        and (other.kind, other.unit, other.low, other.high) == (wanted.kind, wanted.unit, wanted.low, wanted.high)
        and (other.noun == wanted.noun or not (other.noun and wanted.noun))
        for _, other in a.others
    )


def _record(a: Candidate) -> frozenset[float]:
    """The numbers of a record beside a value, one behind the other: "improved to 58-3 with 51 wins"."""
    pairs = (pair for words in (a.before, a.after) for pair in pairwise(words) if all(map(str.isdecimal, pair)))
    return frozenset(float(number) for pair in pairs for number in pair)


def _asked_and_done(a: Candidate, b: Candidate, _nouns: float) -> bool:
    """A figure that somebody asks for or plans, and one that came about."""
    if not all(isinstance(c.value.mention.value, Quantity) for c in (a, b)):
        return False
    clash = compare(a.value.mention.value, b.value.mention.value).relation == "conflict"
    return clash and _is_open(a.value.claim) != _is_open(b.value.claim)


def _is_open(claim: Claim) -> bool:
    return claim.predicate in _ASKING or claim.certainty in ("planned", "conditional", "possible")


VETOES: tuple[Veto, ...] = (
    _one_sentence,
    _one_document,
    _two_things,
    _two_owners,
    _own_days,
    _days_of_speaking,
    _two_dates,
    _unlike_nouns,
    _times_of_two_acts,
    _average_and_one,
    _two_ages,
    _two_events,
    _two_patients,
    _change_and_level,
    _part_of_a_series,
    _given_beside,
    _asked_and_done,
)


def is_near_copy(a: Candidate, b: Candidate) -> bool:
    """Whether the words next to the values are the same."""
    return run(a.before, b.before) + run(a.after, b.after) >= RUN


def run(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words in a row are the same, counted from the value outwards, at most `RUN`."""
    length = 0
    for x, y in zip(a[:RUN], b[:RUN], strict=False):
        if x != y:
            break
        length += 1
    return length


def one_noun(a: Candidate, b: Candidate) -> bool:
    """Whether both count the same thing, be it through what it belongs to: "leaders from six countries" are leaders."""
    if not a.noun or not b.noun:
        return False
    return a.noun == b.noun or _belongs(a.noun, b) or _belongs(b.noun, a)


def _belongs(noun: str, c: Candidate) -> bool:
    """Whether what `c` counts is said to be the noun's: by its path, or by "NOUN from", "NOUN of" right before it."""
    return noun in c.path or (c.before[:1] in (("from",), ("of",)) and "".join(c.before[1:2]).startswith(noun))
