"""Which of a fact's values stand against each other, and which agree though they differ in form.

The rules on numbers and dates share this: they bring the comparison, this brings the
camps. A camp holds values that can all be true together. A value that fits one camp
alone supports it ("six other allies" beside one named counts for seven); a value that
fits several ("in July") supports none and is explained as compatible.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcheck.rules.base import Outcome, finding, scope_of, variant, words
from claimcheck.types import Compatible, Fact, Ledger, Severity, Span, Value, Variant, Verdict

_REASONS = 3  # of a finding, at most
_NAMED = 6  # values that a message names
# Small words at which a passage was cut off, of no use in what names it.
_DANGLING = re.compile(r"(?:,? (?:in order|so|and|or|to|of|in|at|by|for|with|on|from|after|before|the|an?|that))+,?$")
_WITHIN = " lies within "


@dataclass(frozen=True, slots=True)
class Camp:
    """Values of one fact that can all be true, the sharpest first: it gives the camp its name."""

    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """The camps of one fact, why they clash, and what was found to agree."""

    camps: tuple[Camp, ...]
    clashes: tuple[str, ...]  # reasons, in the words of the verdicts: one for each two camps
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two values that differ in form and agree, each with all who give it; the second is no sharper than the first."""

    values: tuple[Value, ...]
    others: tuple[Value, ...]
    reason: str


def divide(
    values: Sequence[Value],
    compare: Callable[[Value, Value], Verdict],
    width: Callable[[Value], float],
    *,
    apart: Callable[[Value, Value], bool] = lambda _a, _b: False,
) -> Dispute:
    """Divide the values of one fact into camps.

    `width` orders the values from sharp to vague, so that camps form around exact
    values. Two values join a camp only if neither conflicts with the other, and they are not
    `apart`: each right in its time, so that neither supports the other.
    """
    forms = _distinct(values, width)
    verdicts = {(i, j): compare(forms[i][0], forms[j][0]) for i, j in combinations(range(len(forms)), 2)}

    def relation(i: int, j: int) -> str:
        return verdicts[min(i, j), max(i, j)].relation

    def joins(i: int, j: int) -> bool:
        return relation(i, j) in ("same", "compatible") and not apart(forms[i][0], forms[j][0])

    camps: list[list[int]] = []
    loose: list[int] = []
    for i in range(len(forms)):
        fitting = [camp for camp in camps if all(joins(i, j) for j in camp)]
        against = [camp for camp in camps if any(relation(i, j) == "conflict" for j in camp)]
        if len(fitting) == 1 and (against or len(camps) == 1):
            fitting[0].append(i)
        elif not camps or (against and not fitting):
            camps.append([i])
        else:
            loose.append(i)
    return Dispute(
        camps=tuple(Camp(tuple(v for i in camp for v in forms[i])) for camp in camps),
        clashes=tuple(_clash(verdicts, *pair) for pair in combinations(camps, 2)),
        agreements=tuple(
            Agreement(tuple(forms[i]), tuple(forms[j]), v.reason)
            for (i, j), v in verdicts.items()
            if v.relation == "compatible"
        ),
    )


def _clash(verdicts: Mapping[tuple[int, int], Verdict], a: Sequence[int], b: Sequence[int]) -> str:
    """Why two camps cannot both be right: of their sharpest values that clash."""
    pairs = (verdicts[min(i, j), max(i, j)] for i in a for j in b)
    return next((v.reason for v in pairs if v.relation == "conflict"), "")


def _distinct(values: Sequence[Value], width: Callable[[Value], float]) -> list[list[Value]]:
    """Values grouped by what they say, sharp ones first, those of more documents first among equals."""
    forms: dict[object, list[Value]] = {}
    for value in values:
        forms.setdefault(value.mention.value, []).append(value)
    return sorted(
        forms.values(), key=lambda f: (width(f[0]), -len({v.mention.span.document for v in f}), f[0].mention.span)
    )


def outcomes(  # noqa: PLR0913 (what it says of a dispute is given by keyword)
    ledger: Ledger,
    fact: Fact,
    dispute: Dispute,
    *,
    code: str,
    severity: Severity,
    noun: str,
    check: str,
    spell_out: Callable[[Value], str] | None = None,
) -> Iterator[Outcome]:
    """The finding of a dispute, if it has two camps, and what agrees though it looks different.

    `noun` says what the values are ("the number of leaders"), `check` what the desk should look at;
    `spell_out` says what words stand for, where two camps are given in the same ones ("Friday").
    """
    label = _DANGLING.sub("", fact.label)
    subject = f"{noun}: “{label}”" if label.strip(" …") else noun
    if len(dispute.camps) > 1:
        named = zip(_names(ledger, dispute.camps, spell_out), dispute.camps, strict=True)
        variants = [variant(ledger, name, [v.mention.span for v in camp.values]) for name, camp in named]
        variants.sort(key=lambda v: (-v.origins, -len(v.documents)))
        who = "The articles differ" if scope_of(variants) == "across" else "The article is at odds with itself"
        yield finding(
            code,
            severity=severity,
            fact=subject,
            message=f"{who} on {noun}: {_against(variants)}.",
            reason=f"{'; '.join(filter(None, dispute.clashes[:_REASONS]))}.",
            variants=variants,
            confidence=fact.cohesion,
            check=check,
        )
    yield from _agreeing(ledger, subject, dispute.agreements)


def _against(variants: Sequence[Variant]) -> str:
    """The values, those of most origins named and the rest counted; the finding holds them all."""
    named = " against ".join(f"“{v.value}”" for v in variants[:_NAMED])
    rest = len(variants) - _NAMED
    return f"{named} and {rest:,} more {'value' if rest == 1 else 'values'}" if rest > 0 else named


def _names(ledger: Ledger, camps: Sequence[Camp], spell_out: Callable[[Value], str] | None) -> list[str]:
    """The camps by their sharpest wording; those in the same words with what the words stand for."""
    names = [words(ledger, camp.values[0].mention.span) for camp in camps]
    if spell_out is None or len({name.casefold() for name in names}) == len(names):
        return names
    return [f"{name} ({spell_out(camp.values[0])})" for name, camp in zip(names, camps, strict=True)]


def _agreeing(ledger: Ledger, subject: str, agreements: Sequence[Agreement]) -> Iterator[Compatible]:
    """One entry for each vaguer wording, with all that it fits."""
    spans: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    reasons: dict[str, list[str]] = defaultdict(list)
    for agreement in agreements:
        wide, sharp = (words(ledger, side[0].mention.span) for side in (agreement.others, agreement.values))
        if wide.casefold() == sharp.casefold():
            continue
        reasons[wide].append(agreement.reason)
        spans[wide][sharp] += [value.mention.span for value in agreement.values]
        spans[wide][wide] += [value.mention.span for value in agreement.others]
    for wide, sides in spans.items():
        variants: tuple[Variant, ...] = tuple(variant(ledger, said, places) for said, places in sides.items())
        yield Compatible(fact=subject, reason=f"{_joined(tuple(dict.fromkeys(reasons[wide])))}.", variants=variants)


def _joined(reasons: Sequence[str]) -> str:
    """Several reasons in one sentence; those that begin or end alike say so once."""
    if len(reasons) == 1:
        return reasons[0]
    heads, _, tails = zip(*(reason.partition(_WITHIN) for reason in reasons), strict=True)
    if len(set(tails)) == 1 and tails[0]:
        return f"{_listed(heads)} lie within {tails[0]}"
    heads, _, tails = zip(*(reason.rpartition(" “") for reason in reasons), strict=True)
    if len(set(heads)) == 1 and heads[0]:
        return f"{heads[0]} {_listed([f'“{tail}' for tail in tails])}"
    return "; ".join(reasons)


def _listed(items: Sequence[str]) -> str:
    return f"{', '.join(items[:-1])} and {items[-1]}"
