"""One number read in its sentence: the context it is read in, and how a quantity is put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimcheck.extract.approximations import TWO_FACED, Surroundings, interval, surroundings
from claimcheck.extract.counted import Counted, counted
from claimcheck.extract.numerals import Numeral
from claimcheck.extract.units import Unit
from claimcheck.types import Parse, Quantity

COUNT = Unit("count", "")
ORDINAL = Unit("ordinal", "")
PERCENT = Unit("percent", "%")
YEARS_OLD = Unit("age", "year")


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence with what its numbers may not touch: the stretches that are times."""

    parse: Parse
    times: tuple[tuple[int, int], ...]
    prepositions: frozenset[int]  # offsets of "over", "about" … where the parse takes them for a preposition

    @property
    def text(self) -> str:
        """The sentence."""
        return self.parse.text

    def is_time(self, start: int, end: int) -> bool:
        """Whether the stretch touches a date or a clock time."""
        return any(start < time_end and time_start < end for time_start, time_end in self.times)


def context(parse: Parse, times: tuple[tuple[int, int], ...]) -> Context:
    """The context of a sentence's numbers."""
    two_faced = frozenset(t.start for t in parse.tokens if t.dep == "prep" and t.lemma.lower() in TWO_FACED)
    return Context(parse, times, two_faced)


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity and where it stands in the sentence."""

    start: int
    end: int
    value: Quantity
    core: int  # where the number ends with its unit and approximation, before what it counts


def quantity(ctx: Context, numeral: Numeral, unit: Unit, *, start: int | None = None, end: int | None = None) -> Found:
    """The number as a quantity of `unit`; `start` and `end` take in its sign and its unit."""
    start, end = numeral.start if start is None else start, numeral.end if end is None else end
    around = surroundings(ctx.text, start, end, prepositions=ctx.prepositions, inner=ctx.text[numeral.end : end])
    named = unit.kind in {"count", "percent", "ordinal", "age"}
    what = counted(ctx.parse, start, end, words_end=around.end, plain=named)
    if what.head is not None and ctx.is_time(what.head.start, what.head.end):
        what = Counted("", (), around.end)
    value = _value(numeral, unit, around)
    noun, scope = what.noun, (*value.scope, *_so_far(ctx.text, what.end))
    if noun == "other":  # "hundreds of others"
        noun, scope = "", ("other", *scope)
    value = replace(value, noun=noun, modifiers=what.modifiers, scope=tuple(dict.fromkeys(scope)))
    keeps_noun = named or ctx.text[end : what.end].count(" ") <= 1
    return Found(around.start, what.end if keeps_noun else around.end, value, around.end)


def bare(ctx: Context, numeral: Numeral, unit: Unit, *, noun: str = "", end: int | None = None) -> Found:
    """The number as a quantity that counts `noun`, whatever stands after it."""
    around = surroundings(ctx.text, numeral.start, numeral.end if end is None else end, prepositions=ctx.prepositions)
    return Found(around.start, around.end, replace(_value(numeral, unit, around), noun=noun), around.end)


def _value(numeral: Numeral, unit: Unit, around: Surroundings) -> Quantity:
    low, high = unit.convert(numeral.low), unit.convert(numeral.high)
    low, high = interval(around.kind, low, high, whole=unit.kind == "count")
    stated = unit.convert(numeral.stated) if numeral.stated is not None else None
    scale = unit.factor if unit.kind == "measure" else 1.0
    return Quantity(
        low, high, unit.kind, unit.base,
        stated=stated, approximation=around.words, scope=around.scope, scale=scale,
    )  # fmt: skip


_SO_FAR = re.compile(r"[^,.;:]{0,40}?\b(so far|to date)\b", re.IGNORECASE)


def _so_far(text: str, end: int) -> tuple[str, ...]:
    match = _SO_FAR.match(text, end)
    return (match[1].lower(),) if match else ()
