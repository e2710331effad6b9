"""# CC604 shared-error

## What it does
Says which articles of different origins carry the same rare slip: a word that is no
word, two words run together in the same place, a name misspelled alike. For words that
exist ("its a", "was was") the words around the slip must be the same too.

## Why it matters
Two reporters spell a name right without knowing of each other; hardly two make the same
slip. Outlets that share one had it from one source, so a fact in which they agree may
have been checked once.

## Example
> The body of Henrik **Swalolw** was found on Sunday.

> Friends named the climber as Henrik **Swalolw**.

Two articles of two origins print Swalolw, four print Swallow.

## What it leaves alone
Copies of one text, which count as one origin already (CC603); transliterations and house
style (Kyiv, Kiev), which desks choose; a name of which as many origins print the one
spelling as the other, where nothing says which is the slip.

## Source
Textual criticism: copies are grouped by the errors that they share, not by the readings
they have in common (Paul Maas, "Textkritik", 1927).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.align.spellings import Spelling, Spellings, spellings_of
from claimcheck.compare.gazetteer import is_listed
from claimcheck.rules.base import Outcome, Rule, finding, variant
from claimcheck.rules.names import few_spans
from claimcheck.types import Finding, Ledger, Misprint, Span

_CODE = "CC604"
# Such a slip is rare wherever it stands; the others must stand between the same words to be one.
_RARE = ("slip", "fused", "split")


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One note a slip that articles of two origins or more carry."""
    for misprint in ledger.misprints:
        spans = misprint.spans if misprint.kind in _RARE else _in_one_place(ledger, misprint)
        if _origins(ledger, spans) > 1:
            yield _finding(ledger, misprint.printed, spans, misprint.meant, misprint.right)
    for entity in ledger.entities:
        spellings = spellings_of(entity)
        if spellings is not None and _is_slip(spellings):
            yield from _names(ledger, spellings)


def _is_slip(spellings: Spellings) -> bool:
    """Whether the spellings differ by an error: another letter, two letters swapped, a name no gazetteer lists."""
    swapped = any(sorted(a) == sorted(b) for slot in spellings.parts for a, b in combinations(slot, 2))
    place = spellings.entity.kind == "place" and [is_listed(s.text) for s in spellings.variants].count(True) == 1
    return spellings.kind == "misspelling" or (spellings.kind != "house-style" and (swapped or place))


def _names(ledger: Ledger, spellings: Spellings) -> Iterator[Finding]:
    """The rarer spellings of a name that articles of several origins share."""
    counts = {spelling.text: _origins(ledger, _spans(spelling)) for spelling in spellings.variants}
    usual = max(spellings.variants, key=lambda spelling: (counts[spelling.text], spelling.text))
    for spelling in spellings.variants:
        if 1 < counts[spelling.text] < counts[usual.text]:
            yield _finding(
                ledger, spelling.text, few_spans(spelling.mentions), usual.text, few_spans(usual.mentions), name=True
            )


def _finding(  # noqa: PLR0913 (the two spellings with their places, and what they are)
    ledger: Ledger, wrong: str, spans: tuple[Span, ...], right: str, elsewhere: tuple[Span, ...], *, name: bool = False
) -> Finding:
    variants = [variant(ledger, wrong, spans)]
    if elsewhere:
        variants.append(variant(ledger, right, elsewhere))
    documents = len(variants[0].documents)
    return finding(
        _CODE,
        severity="note",
        fact=f"the source of “{wrong}”",
        message=f"{documents} articles of {variants[0].origins} origins print “{wrong}” for “{right}”: "
        "they may have it from one source.",
        reason="The same rare slip is hardly made twice."
        if not name
        else f"The rarer spelling is shared: {variants[0].origins} origins print it, {variants[1].origins} the other.",
        variants=variants,
        confidence=0.6 if name else 0.7,
        agreed=right,
        check="Whether these articles rest on one source, before one is taken to confirm another.",
    )


def _origins(ledger: Ledger, spans: tuple[Span, ...]) -> int:
    return ledger.count_origins({span.document for span in spans})


def _spans(spelling: Spelling) -> tuple[Span, ...]:
    return tuple(mention.span for mention in spelling.mentions)


def _in_one_place(ledger: Ledger, misprint: Misprint) -> tuple[Span, ...]:
    """The places of a wrong form that stand between the same two words as one in another article."""
    around = {span: _neighbours(ledger, span) for span in misprint.spans}
    return tuple(
        span
        for span in misprint.spans
        if any(around[span] == around[other] and span.document != other.document for other in misprint.spans)
    )


def _neighbours(ledger: Ledger, span: Span) -> tuple[str, ...]:
    """The word before a place and the word behind it, lower case."""
    text = ledger.extraction(span.document).document.text
    before, behind = text[max(0, span.start - 40) : span.start].split(), text[span.end : span.end + 40].split()
    return tuple(word.casefold().strip(".,;:!?\"'“”‘’()") for word in (*before[-1:], *behind[:1]))


RULE = Rule(code="CC604", name="shared-error", severity="note", check=check)
