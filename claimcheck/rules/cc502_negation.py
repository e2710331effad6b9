"""# CC502 negation

## What it does
Finds one statement made in one article and denied in another: sentences that are alike word
for word but for a "not", a "never" or a "no"; and claims with the same predicate of which the
one denies what the other affirms and says nothing else, "has been weakened" here and "has
not been weakened" there.

## Why it matters
A "not" lost on the desk turns a sentence into its opposite and leaves no other trace: the
grammar is right, the names are right, the numbers are right.

## Example
> Police said the two incidents were not related.

> Police said the two incidents were related.

## What it leaves alone
Statements about different things or times; "not yet" beside a later report; what two speakers
say, one against the other; questions, plans, conditions and possibilities; a double negation;
"not only"; "did not say" beside what somebody did say. A "not" lost inside a quotation is
CC401.

## Source
The Reuters handbook counts an inverted meaning among the errors that call for a correction.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.align.negations import Denial, find_denials
from claimcheck.rules.base import Outcome, Rule, finding, variant, words
from claimcheck.types import Finding, Ledger

_CODE = "CC502"


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding for each statement that some documents affirm and others deny."""
    for denial in find_denials(ledger.extractions, ledger.facts):
        yield _finding(ledger, denial)


def _finding(ledger: Ledger, denial: Denial) -> Finding:
    affirmed = words(ledger, denial.affirmed[0])
    alike = "The words around it are the same" if denial.copied else "The same predicate has the same things around it"
    return finding(
        _CODE,
        severity="error",
        fact=f"whether “{affirmed}”",
        message=f"One article affirms what another denies: “{affirmed}”.",
        reason=f"{alike}: it is affirmed in one place and negated in the other.",
        variants=[variant(ledger, "affirmed", denial.affirmed), variant(ledger, "denied", denial.denied)],
        confidence=0.6 + 0.35 * denial.likeness if denial.copied else 0.5 + 0.3 * denial.likeness,
        check="Which of the two the source said; a lost or added “not” is a common slip.",
    )


RULE = Rule(code="CC502", name="negation", severity="error", check=check)
