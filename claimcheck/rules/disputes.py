"""Which of a fact's values stand against each other, and which agree though they differ in form.

The rules on numbers and dates share this: they bring the comparison, this brings the
camps. A camp holds values that can all be true together. A value that fits one camp
alone supports it ("six other allies" beside one named counts for seven); a value that
fits several ("in July") supports none and is explained as compatible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcheck.rules.base import Outcome, finding, variant
from claimcheck.types import Compatible, Fact, Ledger, Severity, Value, Variant, Verdict


@dataclass(frozen=True, slots=True)
class Camp:
    """Values of one fact that can all be true; the sharpest gives the camp its name."""

    values: tuple[Value, ...]

    @property
    def name(self) -> str:
        """The sharpest wording, as printed."""
        return " ".join(self.values[0].mention.text.split())


@dataclass(frozen=True, slots=True)
class Dispute:
    """The camps of one fact, why they clash, and what was found to agree."""

    camps: tuple[Camp, ...]
    clashes: tuple[str, ...]  # reasons, in the words of the verdicts
    agreements: tuple[tuple[Value, Value, str], ...]  # pairs that differ in form and agree, with the reason


def divide(
    values: Sequence[Value], compare: Callable[[Value, Value], Verdict], width: Callable[[Value], float]
) -> Dispute:
    """Divide the values of one fact into camps.

    `width` orders the values from sharp to vague, so that camps form around exact
    values. Two values join a camp only if neither conflicts with the other.
    """
    forms = _distinct(values, width)
    verdicts = {(i, j): compare(forms[i][0], forms[j][0]) for i, j in combinations(range(len(forms)), 2)}

    def relation(i: int, j: int) -> str:
        return verdicts[min(i, j), max(i, j)].relation

    camps: list[list[int]] = []
    loose: list[int] = []
    for i in range(len(forms)):
        fitting = [camp for camp in camps if all(relation(i, j) in ("same", "compatible") for j in camp)]
        against = [camp for camp in camps if any(relation(i, j) == "conflict" for j in camp)]
        if len(fitting) == 1 and (against or len(camps) == 1):
            fitting[0].append(i)
        elif not camps or (against and not fitting):
            camps.append([i])
        else:
            loose.append(i)
    return Dispute(
        camps=tuple(Camp(tuple(v for i in camp for v in forms[i])) for camp in camps),
        clashes=tuple(dict.fromkeys(v.reason for v in verdicts.values() if v.relation == "conflict")),
        agreements=tuple(
            (forms[i][0], forms[j][0], v.reason) for (i, j), v in verdicts.items() if v.relation == "compatible"
        ),
    )


def _distinct(values: Sequence[Value], width: Callable[[Value], float]) -> list[list[Value]]:
    """Values grouped by what they say, sharp ones first, those of more documents first among equals."""
    forms: dict[object, list[Value]] = {}
    for value in values:
        forms.setdefault(value.mention.value, []).append(value)
    return sorted(
        forms.values(), key=lambda f: (width(f[0]), -len({v.mention.span.document for v in f}), f[0].mention.span)
    )


def outcomes(
    ledger: Ledger,
    fact: Fact,
    dispute: Dispute,
    *,
    code: str,
    severity: Severity,
    noun: str,
    check: Callable[[Dispute], str],
) -> Iterator[Outcome]:
    """The finding of a dispute, if it has two camps, and an agreement for each pair that only looks different."""
    if len(dispute.camps) > 1:
        variants = [variant(ledger, camp.name, [v.mention.span for v in camp.values]) for camp in dispute.camps]
        names = [f"“{camp.name}”" for camp in dispute.camps]
        yield finding(
            code,
            severity=severity,
            fact=f"{noun}: {fact.label}",
            message=f"The articles differ on the {noun}: {' against '.join(names)}.",
            reason="; ".join(dispute.clashes[:3]) + ".",
            variants=variants,
            confidence=fact.cohesion,
            check=check(dispute),
        )
    for a, b, reason in dispute.agreements:
        yield Compatible(fact=f"{noun}: {fact.label}", reason=reason, variants=(_single(ledger, a), _single(ledger, b)))


def _single(ledger: Ledger, value: Value) -> Variant:
    return variant(ledger, " ".join(value.mention.text.split()), [value.mention.span])
