"""The day of one appearance before the press, from articles that quote it.

Two articles that share several utterances of a speaker report one appearance. When one of them puts it on its own
day ("in a press conference tonight") and the other on a day that this is not, "tonight" was most likely
copied from an article of another day. A place that both name is asked for as well, as people speak more than once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import permutations

from claimcheck.compare.times import compare_times
from claimcheck.types import Extraction, Ledger, Span, Time, Value

_SHARED = 2  # utterances that make two articles report one appearance
_OWN_DAY = ("today", "tonight", "this morning", "this afternoon", "this evening")
_SPEAKING = frozenset(
    {"say", "tell", "announce", "add", "state", "declare", "warn", "stress", "explain", "point out", "note", "speak"}
)


def find_appearances(ledger: Ledger) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Speakers and the days that articles give one appearance of theirs, where those cannot all be right."""
    shared: Counter[tuple[str, str, str]] = Counter()
    for utterance in ledger.utterances:
        documents = sorted({q.span.document for q in utterance.quotations})
        shared.update((utterance.speaker, a, b) for a, b in permutations(documents, 2))
    found: dict[str, dict[Span, Value]] = {}
    for (speaker, a, b), count in sorted(shared.items()):
        if speaker and count >= _SHARED:
            for own, other in _clashing(ledger.extraction(a), ledger.extraction(b), speaker):
                found.setdefault(speaker, {}).update({own.mention.span: own, other.mention.span: other})
    yield from ((speaker, tuple(values[span] for span in sorted(values))) for speaker, values in found.items())


def _clashing(own: Extraction, other: Extraction, speaker: str) -> Iterator[tuple[Value, Value]]:
    """Days of speaking of two articles, the first the own day of its article, that cannot be one."""
    places = {m.text for m in other.mentions if m.kind == "place"}
    for value in _days_of_speaking(own, speaker):
        sentence = own.sentences[value.claim.sentence].span
        here = {m.text for m in own.mentions_in(sentence) if m.kind == "place"}
        if value.mention.text.casefold().startswith(_OWN_DAY) and here & places:
            for another in _days_of_speaking(other, speaker):
                if compare_times(_time(value), _time(another)).relation == "conflict":
                    yield value, another


def _days_of_speaking(extraction: Extraction, speaker: str) -> Iterator[Value]:
    """The days that stand with a verb of speaking in a sentence that quotes the speaker."""
    quoting = {q.sentence for q in extraction.quotations if q.speaker == speaker}
    for claim in extraction.claims:
        if claim.sentence in quoting and claim.predicate in _SPEAKING and not claim.voice:
            for frame in claim.frames:
                time = frame.mention.value
                if isinstance(time, Time) and time.granularity in ("day", "part-of-day") and time.start is not None:
                    yield Value(frame, claim)


def _time(value: Value) -> Time:
    time = value.mention.value
    if not isinstance(time, Time):
        raise TypeError(f"a day of speaking is a {type(time).__name__}")
    return time
