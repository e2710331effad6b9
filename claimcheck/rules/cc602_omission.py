"""# CC602 omission

## What it does
Lists, for each article, what most of the independent origins state and it does not. Copies of
one text count once and are listed together.

## Why it matters
What everybody else found worth telling may be missing for a reason, or by oversight: the desk
should know before publication which it is.

## Example
Three of four accounts of a fire say that nobody was hurt; the fourth does not speak of the injured.

## What it leaves alone
Events with fewer than three independent origins; what an article says in other words, gives a
value for or quotes; clauses too short to state anything; an article so short that it
leaves out most of the event (fewer than a third of the words of the middle one).

## Source
Completeness in the codes of news agencies: the core of an event belongs in every account of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from claimcheck.rules.base import Outcome, Rule, finding, variant
from claimcheck.types import Claim, Fact, Ledger, Placed, Span

_ORIGINS = 3  # from which there is a "most"
_LEAST_WORDS = 6  # of a claim that says enough to be missed
_BRIEF = 1 / 3  # of the words of the middle article, below which nobody expects an article to be complete


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One note an origin, with a claim for each thing that it leaves out."""
    if len(ledger.origins) < _ORIGINS:
        return
    complete, told = _complete(ledger), _told(ledger)
    missing: dict[str, list[Claim]] = defaultdict(list)
    for fact in ledger.facts:
        telling = [claim for claim in fact.claims if len(claim.text.split()) >= _LEAST_WORDS]
        stating = {ledger.origin_of(claim.span.document) for claim in fact.claims}
        if telling and len(stating) >= 2 and 2 * len(stating) > len(ledger.origins):
            for absent in complete - stating - _also_telling(fact, told):
                missing[absent].append(min(telling, key=_length))
    for origin in ledger.origins:
        claims = missing[origin.id]
        if claims:
            documents = " and ".join(origin.documents)
            yield finding(
                "CC602",
                severity="note",
                fact=f"what {documents} {'leave' if len(origin.documents) > 1 else 'leaves'} out",
                message=f"{len(claims)} of the things that most origins state {'is' if len(claims) == 1 else 'are'} "
                f"missing in {documents}.",
                reason="More than half of the independent origins state it; no claim or value here is aligned with it.",
                variants=[
                    variant(ledger, f"stated by most origins, not in {documents}", [claim.span for claim in claims])
                ],
                confidence=0.6,
                check="Whether it was left out on purpose.",
            )


def _complete(ledger: Ledger) -> set[str]:
    """The origins whose articles are long enough to be expected to be complete."""
    words = {e.document.id: sum(len(s.span) for s in e.sentences) for e in ledger.extractions}
    middle = median(words.values()) if words else 0
    return {ledger.origin_of(document) for document, length in words.items() if length >= _BRIEF * middle}


def _told(ledger: Ledger) -> Placed[tuple[Span, frozenset[str]]]:
    """Every value and quotation that several origins give, with these origins."""
    groups = [[value.mention.span for value in fact.values] for fact in ledger.facts]
    groups += [[quotation.span for quotation in utterance.quotations] for utterance in ledger.utterances]
    known = [(spans, frozenset(ledger.origin_of(span.document) for span in spans)) for spans in groups]
    return Placed(((span, origins) for spans, origins in known for span in spans), lambda told: told[0])


def _also_telling(fact: Fact, told: Placed[tuple[Span, frozenset[str]]]) -> set[str]:
    """The origins that give a value or a quotation that stands in one of the fact's claims."""
    return {origin for claim in fact.claims for _, origins in told.touching(claim.span) for origin in origins}


def _length(claim: Claim) -> tuple[int, Span]:
    return len(claim.span), claim.span


RULE = Rule(code="CC602", name="omission", severity="note", check=check)
