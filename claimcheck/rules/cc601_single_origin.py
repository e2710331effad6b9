"""# CC601 single-origin

## What it does
Lists what only one independent origin states. Copies of one text count once, so a
sentence that stands in two nearly identical articles still has a single origin.

## Why it matters
A claim that nobody else reports is not wrong, but it rests on one source: it is the
first to check, and the first to attribute.

## Example
> Flight data indicates that a private jet believed to belong to Prigozhin flew from Rostov to an airbase near Minsk.

No other article of the event speaks of the flight.

## What it leaves alone
Claims that another origin states in other words; claims with a number, a date or a
quotation that another origin gives for the same; clauses too short to state anything;
single articles, where everything has one origin.

## Source
The two-source rule of newsrooms, applied to independent origins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimcheck.rules.base import Outcome, Rule, finding, variant
from claimcheck.types import Claim, Ledger, Span

_LEAST_WORDS = 6  # of a claim that says enough to need a second source


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One note an origin, with the claims that it alone makes."""
    if len(ledger.origins) < 2:
        return
    alone = _alone(ledger)
    for origin in ledger.origins:
        claims = _outermost(alone[origin.id])
        if claims:
            documents = " and ".join(origin.documents)
            many = len(origin.documents) > 1
            number = f"{len(claims)} claims rest" if len(claims) > 1 else "1 claim rests"
            yield finding(
                "CC601",
                severity="note",
                fact=f"what only {documents} {'state' if many else 'states'}",
                message=f"{number} on {documents} alone{', which count as one origin' if many else ''}.",
                reason="No claim of another independent origin states the same.",
                variants=[variant(ledger, "stated by one origin", [claim.span for claim in claims])],
                confidence=0.6,
                check="A second source, or an attribution, for those that matter.",
            )


def _alone(ledger: Ledger) -> dict[str, list[Claim]]:
    """The claims that one origin alone makes, by origin."""
    confirmed = _confirmed(ledger)
    alone: dict[str, list[Claim]] = defaultdict(list)
    for fact in ledger.facts:
        origins = {ledger.origin_of(claim.span.document) for claim in fact.claims}
        if fact.kind == "claim" and len(origins) == 1:
            first = min(fact.claims, key=lambda claim: claim.span)
            places = confirmed.get(first.span.document, ())
            if len(first.text.split()) >= _LEAST_WORDS and not any(
                place.contains(first.span) or first.span.contains(place) for place in places
            ):
                alone[origins.pop()].append(first)
    return alone


def _confirmed(ledger: Ledger) -> dict[str, set[Span]]:
    """By document what several origins give, values and quotations: a claim with one of them does not stand alone."""
    groups: list[list[Span]] = [[value.mention.span for value in fact.values] for fact in ledger.facts]
    groups += [[quotation.span for quotation in utterance.quotations] for utterance in ledger.utterances]
    confirmed: dict[str, set[Span]] = defaultdict(set)
    for group in groups:
        if ledger.count_origins({span.document for span in group}) > 1:
            for span in group:
                confirmed[span.document].add(span)
    return confirmed


def _outermost(claims: list[Claim]) -> list[Claim]:
    """The claims that lie in no other of the list: a clause is not told again beside its sentence."""
    return [c for c in claims if not any(o is not c and o.span.contains(c.span) and o.span != c.span for o in claims)]


RULE = Rule(code="CC601", name="single-origin", severity="note", check=check)
