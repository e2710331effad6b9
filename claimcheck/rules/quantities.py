"""What the rules on numbers share: conflicts between quantities of some kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from claimcheck.compare.numbers import plural
from claimcheck.compare.quantities import compare_quantities
from claimcheck.rules.base import Outcome, words
from claimcheck.rules.disputes import Dispute, divide, outcomes
from claimcheck.rules.tolls import updated
from claimcheck.types import Ledger, Quantity, QuantityKind, Value, Verdict


def conflicts(ledger: Ledger, *, code: str, noun: str, kinds: tuple[QuantityKind, ...]) -> Iterator[Outcome]:
    """The disputes among quantities of these kinds, and the agreements worth explaining."""

    for fact in ledger.facts:
        if fact.kind == "quantity" and _quantity(fact.values[0]).kind in kinds:
            about = (ledger, fact.values)
            dispute = divide(fact.values, partial(_compare, *about), _width, apart=partial(_is_update, *about))
            said = _said(_quantity(fact.values[0]), noun)
            check = _check(ledger, dispute)
            yield from outcomes(ledger, fact, dispute, code=code, severity="error", noun=said, check=check)


def _compare(ledger: Ledger, values: Sequence[Value], a: Value, b: Value) -> Verdict:
    said = words(ledger, a.mention.span), words(ledger, b.mention.span)
    verdict = compare_quantities(_quantity(a), _quantity(b), words=said)
    return (verdict.relation == "conflict" and updated(ledger, values, a, b)) or verdict


def _is_update(ledger: Ledger, values: Sequence[Value], a: Value, b: Value) -> bool:
    """Whether two counts agree only because one is older: 18 injured supports no later nineteen."""
    return compare_quantities(_quantity(a), _quantity(b)).relation == "conflict" and bool(updated(ledger, values, a, b))


def _quantity(value: Value) -> Quantity:
    quantity = value.mention.value
    if not isinstance(quantity, Quantity):
        raise TypeError(f"a quantity fact holds a {type(quantity).__name__}")
    return quantity


def _width(value: Value) -> float:
    quantity = _quantity(value)
    return quantity.high - quantity.low


def _said(quantity: Quantity, noun: str) -> str:
    """What a quantity is, in words: "the number of leaders", "the magnitude", "the age"."""
    if quantity.kind == "count" and quantity.noun:
        return f"the {noun} of {plural(quantity.noun)}"
    named = _OF_UNITS.get(quantity.unit, noun) if quantity.kind == "measure" else _OF_KINDS.get(quantity.kind, noun)
    return f"the {named}"


_OF_KINDS = {"age": "age", "duration": "length of time"}
_OF_UNITS = {
    "magnitude": "magnitude", "metre": "distance", "kilogram": "weight", "celsius": "temperature",
    "degree": "temperature", "celsius of change": "change in temperature",
    "degree of change": "change in temperature", "metre/second": "speed", "square metre": "area", "litre": "volume",
}  # fmt: skip


def _check(ledger: Ledger, dispute: Dispute) -> str:
    """What the desk should look at: who else the larger number may count, and what the smaller leaves out."""
    sharpest = sorted((camp.values[0] for camp in dispute.camps), key=lambda v: _quantity(v).low)
    low, high = _quantity(sharpest[0]), _quantity(sharpest[-1])
    if high.kind == "count" and high.low - low.high == 1 and high.noun:
        more, fewer = (f"“{words(ledger, v.mention.span)}”" for v in (sharpest[-1], sharpest[0]))
        who = _beside(ledger, [value for camp in dispute.camps for value in camp.values])
        one = f"{who}, whom" if who else "one more, such as the host, whom"
        return f"Whether both count the same {plural(high.noun)}: {more} may include {one} {fewer} leaves out."
    return "Which figure the source gives, as of when, and over what scope (who or what is counted)."


def _beside(ledger: Ledger, values: Sequence[Value]) -> str:
    """The person who most often acts or speaks where a thing is counted: the one a count may leave out."""
    people = [e for e in ledger.entities if e.kind == "person"]
    acting: Counter[str] = Counter()
    for value in values:
        texts = _agents(ledger, value)
        acting.update(e.name for e in people if any(m.text in text for m in e.mentions for text in texts))
    return min(acting, key=lambda name: (-acting[name], name), default="")


def _agents(ledger: Ledger, value: Value) -> set[str]:
    """The agents of the claims in a value's sentence, pronouns resolved, and its speaker."""
    claims = (c for c in ledger.extraction(value.mention.span.document).claims if c.sentence == value.claim.sentence)
    agents = {a.text for claim in claims for a in claim.arguments if a.role == "agent"}
    return agents | {value.claim.voice} - {""}
