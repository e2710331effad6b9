"""What the rules on numbers share: conflicts between quantities of some kinds."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.compare.quantities import compare_quantities
from claimcheck.rules.base import Outcome
from claimcheck.rules.disputes import Dispute, divide, outcomes
from claimcheck.types import Ledger, Quantity, QuantityKind, Value, Verdict


def conflicts(ledger: Ledger, *, code: str, noun: str, kinds: tuple[QuantityKind, ...]) -> Iterator[Outcome]:
    """The disputes among quantities of these kinds, and the agreements worth explaining."""
    for fact in ledger.facts:
        if fact.kind == "quantity" and _quantity(fact.values[0]).kind in kinds:
            dispute = divide(fact.values, _compare, _width)
            yield from outcomes(ledger, fact, dispute, code=code, severity="error", noun=noun, check=_check)


def _quantity(value: Value) -> Quantity:
    quantity = value.mention.value
    if not isinstance(quantity, Quantity):
        raise TypeError(f"a quantity fact holds a {type(quantity).__name__}")
    return quantity


def _compare(a: Value, b: Value) -> Verdict:
    return compare_quantities(_quantity(a), _quantity(b))


def _width(value: Value) -> float:
    quantity = _quantity(value)
    return quantity.high - quantity.low


def _check(dispute: Dispute) -> str:
    """What the desk should look at: who else the larger number may count, and what the smaller leaves out."""
    quantities = sorted((_quantity(camp.values[0]) for camp in dispute.camps), key=lambda q: q.low)
    low, high = quantities[0], quantities[-1]
    if high.kind == "count" and high.low - low.high == 1 and high.noun:
        return (
            f"Whether both count the same {high.noun}s: the larger number may include one more, "
            "such as the host or the person the sentence is about."
        )
    return "Which figure the source gives, as of when, and over what scope (who or what is counted)."
