"""# CC502 negation

## What it does
Finds one statement made in one article and denied in another: the same predicate with the
same things around it, "has been weakened" here and "has not been weakened" there.

## Why it matters
A "not" lost on the desk turns a sentence into its opposite and leaves no other trace: the
grammar is right, the names are right, the numbers are right.

## Example
> Police said the two incidents were not related.

> Police said the two incidents were related.

## What it leaves alone
Statements about different things or times; a denial that each article attributes to another
speaker (both may have said so); questions, conditions and possibilities; a double negation.

## Source
The Reuters handbook counts an inverted meaning among the errors that call for a correction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.rules.base import Outcome, Rule, finding, variant
from claimcheck.types import Claim, Fact, Ledger, Span

_SHARED = 0.6  # of the words that carry meaning, how many two statements must share to be one, affirmed and denied
_OPEN = ("possible", "conditional", "unknown")  # what is not stated cannot be contradicted
_LONGEST = 60  # words of evidence


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding for each statement that some documents affirm and others deny."""
    for fact in ledger.facts:
        if fact.kind == "claim":
            yield from _denied(ledger, fact)


def _denied(ledger: Ledger, fact: Fact) -> Iterator[Outcome]:
    clashing = [pair for pair in combinations(fact.claims, 2) if _clash(*pair)]
    if not clashing:
        return
    sides: dict[str, list[Span]] = {"positive": [], "negative": []}
    for claim in dict.fromkeys(claim for pair in clashing for claim in pair):
        sides[claim.polarity].append(_pinpoint(ledger, claim))
    affirmed = clashing[0][0] if clashing[0][0].polarity == "positive" else clashing[0][1]
    yield finding(
        "CC502",
        severity="error",
        fact=f"whether {affirmed.text}",
        message=f"One article affirms what another denies: “{affirmed.text}”.",
        reason="The same predicate with the same things around it is affirmed in one place and negated in the other.",
        variants=[variant(ledger, "affirmed", sides["positive"]), variant(ledger, "denied", sides["negative"])],
        confidence=max(_shared(a, b) for a, b in clashing),
        check="Which of the two the source said; a lost or added “not” is a common slip.",
    )


def _clash(a: Claim, b: Claim) -> bool:
    return (
        a.polarity != b.polarity
        and a.span.document != b.span.document
        and a.predicate == b.predicate
        and a.tense == b.tense
        and not {a.certainty, b.certainty} & set(_OPEN)
        and _shared(a, b) >= _SHARED
    )


def _shared(a: Claim, b: Claim) -> float:
    """Dice coefficient of the heads of the arguments; 0 when one claim has none."""
    heads = [{argument.head.casefold() for argument in claim.arguments} for claim in (a, b)]
    return 2 * len(heads[0] & heads[1]) / (len(heads[0]) + len(heads[1])) if all(heads) else 0.0


def _pinpoint(ledger: Ledger, claim: Claim) -> Span:
    """The claim's own words, cut to what evidence may hold."""
    text = ledger.extraction(claim.span.document).document.text
    words: Sequence[str] = text[claim.span.start : claim.span.end].split()
    if len(words) <= _LONGEST:
        return claim.span
    return claim.spans[0]


RULE = Rule(code="CC502", name="negation", severity="error", check=check)
