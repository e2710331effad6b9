"""What the rules on dates and clock times share: conflicts between times of one fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import combinations

from claimcheck.align.appearances import find_appearances
from claimcheck.align.occasions import by_occasion, meet
from claimcheck.compare.times import between_zones, compare_times, say_interval
from claimcheck.rules.base import Outcome, words
from claimcheck.rules.disputes import Dispute, divide, outcomes
from claimcheck.types import Fact, Ledger, Time, Value, Verdict

_APPEARANCE = 0.6  # the confidence that two articles which share utterances report one appearance


def conflicts(ledger: Ledger, *, code: str, noun: str, clock: bool) -> Iterator[Outcome]:
    """The disputes among times of one fact, and the agreements worth explaining: clock times, or dates."""
    compare = partial(_compare, ledger, _zoned_days(ledger))
    for fact in ledger.facts:
        if fact.kind == "time" and (_time(fact.values[0]).clock is not None) == clock:
            for dispute in _disputes(fact, compare, ledger):
                check = _check_clock(dispute) if clock else _check_date(dispute)
                yield from outcomes(
                    ledger, fact, dispute, code=code, severity="error", noun=noun, check=check, spell_out=_spell_out
                )


def _disputes(fact: Fact, compare: Callable[[Value, Value], Verdict], ledger: Ledger) -> Iterator[Dispute]:
    """The fact divided into camps by occasion; as a whole, where no other occasion brings a value of its own."""
    parted = [divide(values, compare, _width) for values in by_occasion(fact.values, ledger)]
    met = [any(meet(a.values, b.values, ledger) for a, b in combinations(d.camps, 2)) for d in parted]
    whole = divide(fact.values, compare, _width)
    if any(ok and len(d.camps) == len(whole.camps) for d, ok in zip(parted, met, strict=True)):
        yield whole
    else:
        yield from (d if ok else replace(d, camps=()) for d, ok in zip(parted, met, strict=True))


def appearances(ledger: Ledger, *, code: str) -> Iterator[Outcome]:
    """The disputes on the day of one appearance that several articles quote."""
    for speaker, values in find_appearances(ledger):
        fact = Fact(f"speech of {speaker}", "time", f"{speaker} speaking", values, cohesion=_APPEARANCE)
        dispute = divide(values, partial(_compare, ledger, _zoned_days(ledger)), _width)
        yield from outcomes(
            ledger,
            fact,
            dispute,
            code=code,
            severity="error",
            noun="the date",
            check=_check_date(dispute),
            spell_out=_spell_out,
        )


def _zoned_days(ledger: Ledger) -> frozenset[int]:
    """The days of the week of which some article says in which time zone they are meant: "Saturday (local time)"."""
    times = (m.value for e in ledger.extractions for m in e.mentions if isinstance(m.value, Time))
    return frozenset(day for time in times if time.zone and not time.clock and (day := _weekday(time)) is not None)


def _weekday(time: Time) -> int | None:
    return time.start.weekday() if time.start is not None else time.weekday


def _compare(ledger: Ledger, zoned: frozenset[int], a: Value, b: Value) -> Verdict:
    """What two times are to each other; where an article names the zone of a day, the next may be it elsewhere."""
    said = words(ledger, a.mention.span), words(ledger, b.mention.span)
    verdict = compare_times(_time(a), _time(b), words=said)
    if verdict.relation == "conflict" and zoned & {_weekday(_time(a)), _weekday(_time(b))}:
        return between_zones(_time(a), _time(b), said) or verdict
    return verdict


def _time(value: Value) -> Time:
    time = value.mention.value
    if not isinstance(time, Time):
        raise TypeError(f"a time fact holds a {type(time).__name__}")
    return time


def _spell_out(value: Value) -> str:
    return say_interval(_time(value))


def _width(value: Value) -> float:
    """The length of the interval in seconds; an unresolved time is the vaguest."""
    time = _time(value)
    return (time.end - time.start).total_seconds() if time.start and time.end else float("inf")


def _check_date(dispute: Dispute) -> str:
    deictic = any(_time(value).deictic for camp in dispute.camps for value in camp.values)
    if deictic:
        return "The date itself, and whether the relative wording was copied from an article of another day."
    return "The date with the organiser or an official record."


def _check_clock(dispute: Dispute) -> str:
    zones = {_time(value).zone for camp in dispute.camps for value in camp.values} - {""}
    if zones:
        return f"The time with the source, and the time zone of each ({', '.join(sorted(zones))})."
    return "The time with the source, and whether the articles mean the same moment: the start, the call, the arrival."
