"""# CC402 quote-truncated

## What it does
Finds a quotation that ends early, or begins late, so that what is left means something else: another article
quotes the same sentence with a condition ("if they pay"), an exception ("except for the coast"), a denial ("I don't
think", "and I have no plans to leave"), a hedge ("I think", "as far as I know") or the mention that it is somebody
else's claim ("they say"), and this one prints the rest as a whole sentence.

## Why it matters
Every word is as it was said, and the sentence is not. A promise without its condition is another promise, and
readers who know the whole call it a distortion.

## Example
> “We will sign the treaty next week if parliament agrees,” the minister said.

> “We will sign the treaty next week,” the minister said.

## What it leaves alone
A cut at the end of a clause that leaves the meaning whole; an ellipsis; a fragment inside the article's own sentence;
an article that gives in its own words what it does not quote. Where the words themselves differ too, the cut is
listed with the other changes (CC401).

## Source
The Reuters handbook: a quotation may be cut only if that does not alter its meaning. After the annotated
divergences of ECB+ (Cybulska and Vossen 2014).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.align.cuts import CUT_PHRASES, Cut, find_cuts, whole_spans
from claimcheck.align.wordings import Table, find_camps, tabulate
from claimcheck.rules.base import Outcome, Rule, finding, variant, words
from claimcheck.types import Finding, Ledger, Utterance

_CODE = "CC402"
_SHOWN = 10  # words of the quotation in the finding's name


def check(ledger: Ledger) -> Iterator[Outcome]:
    """Utterances of which one article's quotation leaves out what the others' meaning hangs on."""
    for utterance in ledger.utterances:
        table = tabulate(utterance)
        if table is None:
            continue
        camps = find_camps(table)
        listed = {row for camp in camps for row in camp.rows} if len(camps) > 1 else set()  # CC401 lists their cuts
        cuts = [cut for cut in find_cuts(ledger, table) if cut.cut not in listed]
        if cuts:
            yield _finding(ledger, utterance, table, cuts)


def _finding(ledger: Ledger, utterance: Utterance, table: Table, cuts: Sequence[Cut]) -> Finding:
    dropped = {cut: words(ledger, table.wordings[cut.full].span(*cut.dropped)) for cut in cuts}
    natures = " and ".join(dict.fromkeys(CUT_PHRASES[cut.nature] for cut in cuts))
    texts = list(dict.fromkeys(dropped.values()))
    full = [span for cut in cuts for span in whole_spans(table, cut)]
    said = words(ledger, table.wordings[cuts[0].cut].span(*cuts[0].kept)).split()
    opening = f"{' '.join(said[:_SHOWN])}{' …' if len(said) > _SHOWN else ''}"
    speaker = utterance.speaker or "one speaker"
    shown = " and ".join(f"“{text}”" for text in texts)
    return finding(
        _CODE,
        severity="warning",
        fact=f"the words of {speaker}: “{opening}”",
        message=f"The articles quote {speaker} with and without {shown}.",
        reason=f"What one quotation leaves out is {natures}; the rest is printed as a whole sentence.",
        variants=[
            variant(ledger, f"with {shown}", full),
            variant(ledger, f"without {shown}", [table.wordings[cut.cut].span(*cut.kept) for cut in cuts]),
        ],
        confidence=0.7,
        check="Compare with the recording or the transcript; quote the whole sentence or say what was left out.",
    )


RULE = Rule(code="CC402", name="quote-truncated", severity="warning", check=check)
