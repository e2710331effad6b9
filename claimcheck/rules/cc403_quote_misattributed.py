"""# CC403 quote-misattributed

## What it does
Finds words between quotation marks that two articles give to two different people: the same words, and
beside them two names.

## Why it matters
A quotation is a promise of what was said and by whom. Under the wrong name it puts words into somebody's
mouth, and that person will ask for a correction.

## Example
> “Depending on the weather, some passengers may need to wait,” commissioner Ruth Calder said.

> “Depending on the weather, some passengers may need to wait,” said Pedro Ibarra, the director of operations.

## What it leaves alone
Short phrases and slogans, which two people may both use. Speakers whom an article only describes (“the spokesman”, “a
resident”), and “he said”, unless it goes on from words with the name beside them. A person and the organisation that
the person speaks for. One name in two printings. Joint statements and go-betweens: an article that names the other
speaker too, in the same sentence or the one before. One post under two names is a wrong name (CC206). What is
reported without quotation marks is looked at by CC404.

## Source
The Reuters handbook, on quotations and their sources. After the annotated divergences of NewsWCL50 (Hamborg et al.
2019), where one statement is given to the head of an agency and to its local director.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimcheck.align.misattributions import Credited, Misattribution, find_misattributions
from claimcheck.align.roles import find_one_posts
from claimcheck.rules.base import Outcome, Rule, finding, variant, words
from claimcheck.types import Finding, Ledger, Span

_CODE = "CC403"
_LONGEST = 60  # words of evidence
_SHOWN = 12  # words of the quotation in the finding's name


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding for each two persons quoted with the same words."""
    # One post under two names is a wrong name: CC206 reports it, whatever that person said.
    posts = {frozenset(name for name, _ in p.names) for p in find_one_posts(ledger.extractions, ledger.entities)}
    for misattribution in find_misattributions(ledger):
        if frozenset(credited.speaker.name for credited in misattribution.quoted) not in posts:
            yield _finding(ledger, misattribution)


def _finding(ledger: Ledger, misattribution: Misattribution) -> Finding:
    sides: dict[str, list[Span]] = defaultdict(list)
    for credited in misattribution.quoted:
        sides[credited.speaker.name].append(_pinpoint(ledger, credited))
    names = " / ".join(sorted(sides))
    shortest = min(misattribution.quoted, key=lambda c: (len(c.words), c.quotation.span))
    said = words(ledger, shortest.quotation.span).split()
    return finding(
        _CODE,
        severity="error",
        fact=f"who said: “{' '.join(said[:_SHOWN])}{' …' if len(said) > _SHOWN else ''}”",
        message=f"The articles put the same words into the mouths of different people: {names}.",
        reason="The quoted words are the same, and each article names its own speaker beside them.",
        variants=[variant(ledger, name, spans) for name, spans in sorted(sides.items())],
        confidence=0.6 + 0.35 * misattribution.identity,
        check="Whose words they are, with the recording or the statement.",
    )


def _pinpoint(ledger: Ledger, credited: Credited) -> Span:
    """The quotation with its speaker; the words that name the speaker alone where that is long."""
    quoted, named = credited.quotation.span, credited.quotation.speaker_span or credited.quotation.span
    hull = Span(quoted.document, min(quoted.start, named.start), max(quoted.end, named.end))
    return hull if len(words(ledger, hull).split()) <= _LONGEST else named


RULE = Rule(code="CC403", name="quote-misattributed", severity="error", check=check)
