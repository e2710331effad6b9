"""# CC401 quote-altered

## What it does
Finds quotations of one utterance in several articles, or twice in one, aligns them word by word and lists
every place where the words differ. One utterance is one finding. A change is substantive when it can alter the
meaning: a word of content, the person spoken of ("you" / "they"), a negation, a modal verb, a figure.
It is minor when it is an article, a plural, a preposition or another small word. A passage that gives the words
nearly to the letter without quotation marks counts as a wording too, unless it differs as reported speech does.

## Why it matters
What stands between quotation marks is promised to be what was said. Two articles that quote one sentence
in two ways cannot both keep that promise: one of them paraphrased, translated, or misheard.

## Example
> “… regardless of what you think about the movement of the Wagner forces.”

> “… regardless of what they think about the movement of Wagner's forces.”

## What it leaves alone
Capital letters, punctuation and quotation marks; British and American spelling; "it's" for "it is"; figures for
number words; words left out where an ellipsis or brackets say so; a quotation that begins later or ends earlier; a
quotation split by "he said". Two different sentences by one speaker that share a stock phrase are not one utterance.

## Source
The Reuters handbook: never alter quotes. The AP Stylebook: never alter quotations even to correct minor slips.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.align.cuts import CUT_PHRASES, Cut, find_cuts, whole_spans
from claimcheck.align.wordings import Camp, Table, Wording, find_camps, tabulate
from claimcheck.compare.quotations import Change, Comparison
from claimcheck.compare.word_classes import is_content
from claimcheck.rules.base import Outcome, Rule, finding, variant
from claimcheck.types import Compatible, Ledger, Severity, Span, Utterance

_CONTEXT = 4  # words of evidence on either side of a change
_SHOWN = 4  # places that a variant's value shows
_LONGER = 8  # words that one wording may add at its end and still be compared with where the others stop
_PHRASES = {
    "person": "the person spoken of changes",
    "negation": "a negation is on one side only",
    "figure": "a figure differs",
    "modal": "a modal verb differs",
    "content": "words of content differ",
    "inflection": "a form of a word differs",
    "function": "a small word differs",
    "spelling": "a word is spelled differently",
}


def check(ledger: Ledger) -> Iterator[Outcome]:
    """Utterances that the articles quote in different words."""
    for utterance in ledger.utterances:
        table = tabulate(utterance)
        if table is None:
            continue
        camps = find_camps(table)
        if len(camps) > 1:
            yield _finding(ledger, utterance, table, camps)
        yield from _longer(ledger, utterance, table)
        yield from _spellings(ledger, utterance, table)


def _finding(ledger: Ledger, utterance: Utterance, table: Table, camps: Sequence[Camp]) -> Outcome:
    disputed = [n for n in range(len(table.places)) if _differ(camps, n)]
    changes = {n: _changes(table, camps, n) for n in disputed}
    weighty = [n for n in disputed if any(c.weight == "substantive" for c in changes[n])]
    shown = (weighty + [n for n in disputed if n not in weighty])[:_SHOWN]  # what weighs most comes first
    named = _naming(ledger, table, camps, weighty, shown)
    cuts = [cut for cut in find_cuts(ledger, table) if any(cut.cut in camp.rows for camp in camps)]
    variants = [
        variant(ledger, _value(ledger, table, camp, named), _spans(table, camp, disputed, cuts)) for camp in camps
    ]
    severity: Severity = "error" if weighty else "warning"
    speaker = utterance.speaker or "one speaker"
    ordered = sorted((c for n in disputed for c in changes[n]), key=lambda c: c.weight != "substantive")
    natures = list(dict.fromkeys(c.nature for c in ordered))
    matched = max(c.content for c in table.comparisons if c is not None)
    return finding(
        "CC401",
        severity=severity,
        fact=_fact(ledger, utterance, table),
        message=f"The articles quote {speaker} in different words: {_against(table, camps, shown, ledger)}.",
        reason=f"These are quotations of one utterance: {', '.join(_PHRASES[n] for n in natures)}."
        f"{_left_out(cuts)}{_unmarked(ledger, table)}",
        variants=variants,
        confidence=min(0.95, 0.6 + 0.05 * matched),
        check="Compare with the recording or the transcript of what was said.",
    )


def _naming(
    ledger: Ledger, table: Table, camps: Sequence[Camp], weighty: Sequence[int], shown: Sequence[int]
) -> Sequence[int]:
    """The places that name the values: those that weigh, if they tell all the wordings apart."""
    names = [_value(ledger, table, camp, weighty) for camp in camps]
    return weighty if all(names) and len({name.casefold() for name in names}) == len(names) else shown


def _changes(table: Table, camps: Sequence[Camp], column: int) -> list[Change]:
    """The changes at a place in the wordings that quote it."""
    place = table.places[column]
    rows = (row for camp in camps for row in camp.rows if table.cells[row][column] is not None)
    comparisons = (c for row in rows if (c := table.comparisons[row]) is not None)
    return [c for comparison in comparisons for c in comparison.changes if place.holds(c)]


def _differ(camps: Sequence[Camp], column: int) -> bool:
    return len({camp.keys[column] for camp in camps if camp.keys[column] is not None}) > 1


def _left_out(cuts: Sequence[Cut]) -> str:
    """What wordings leave out besides, at their edges."""
    natures = " and ".join(dict.fromkeys(CUT_PHRASES[cut.nature] for cut in cuts))
    return f" Besides, one leaves out {natures}." if cuts else ""


def _unmarked(ledger: Ledger, table: Table) -> str:
    """That a wording stands without quotation marks, nearly to the letter."""
    marked = all(ledger.extraction(w.document).quotations_at(w.quotations[0].span) for w in table.wordings)
    return "" if marked else " One article prints the words without quotation marks."


def _spans(table: Table, camp: Camp, disputed: Sequence[int], cuts: Sequence[Cut]) -> Iterator[Span]:
    """The evidence for a camp: its words at the places, and at the cuts."""
    for row in camp.rows:
        yield from (_evidence(table, row, n) for n in disputed if table.cells[row][n] is not None)
    documents = {table.wordings[row].document for row in camp.rows}
    for cut in cuts:
        if cut.cut in camp.rows:
            yield table.wordings[cut.cut].span(*cut.kept)
        yield from (span for span in whole_spans(table, cut) if span.document in documents)


def _value(ledger: Ledger, table: Table, camp: Camp, shown: Sequence[int]) -> str:
    """The words of a camp at the places, each with a word or two around it."""
    parts = []
    for n in shown:
        row = next((r for r in camp.rows if table.cells[r][n] is not None), None)
        if row is not None:
            parts.append(_text(ledger, _pinpoint(table, row, n)))
    return " … ".join(parts)


def _text(ledger: Ledger, span: Span) -> str:
    return " ".join(ledger.extraction(span.document).document.text[span.start : span.end].split())


def _evidence(table: Table, row: int, column: int) -> Span:
    wording, (start, end) = table.wordings[row], table.cells[row][column] or (0, 1)
    return wording.piece(start, end, start - _CONTEXT, end + _CONTEXT)


def _pinpoint(table: Table, row: int, column: int) -> Span:
    """The words of a place with what it takes to know them: up to the nearest word of content, two at most."""
    wording, (start, end) = table.wordings[row], table.cells[row][column] or (0, 1)
    low, high = start, end
    while low > max(0, start - 2) and not (low < start and is_content(wording.words[low].key)):
        low -= 1
    while high < min(len(wording.words), end + 2) and not (high > end and is_content(wording.words[high - 1].key)):
        high += 1
    return wording.piece(start, end, low, high)


def _fact(ledger: Ledger, utterance: Utterance, table: Table) -> str:
    """An utterance named by its speaker and its first words."""
    words = _text(ledger, table.pivot.quotations[0].span).split()
    opening = " ".join(words) if len(words) <= 10 else f"{' '.join(words[:10])} …"
    return f"the words of {utterance.speaker or 'one speaker'}: “{opening}”"


def _against(table: Table, camps: Sequence[Camp], shown: Sequence[int], ledger: Ledger) -> str:
    """The differing words of each place, side by side."""
    places = []
    for n in shown:
        texts = []
        for camp in camps:
            row = next((r for r in camp.rows if table.cells[r][n] is not None), None)
            if row is not None:
                texts.append(_text(ledger, _pinpoint(table, row, n)))
        places.append(" against ".join(f"“{text}”" for text in dict.fromkeys(texts)))
    return "; ".join(places)


def _longer(ledger: Ledger, utterance: Utterance, table: Table) -> Iterator[Compatible]:
    """Wordings that go on where others end the quotation: innocent as a cut, worth knowing as an addition."""
    ends = [(len(w.words), len(w.words)) if c is None else (c.a[1], c.b[1]) for w, c in _rows(table)]
    for place in sorted({at for (w, c), (at, _) in zip(_rows(table), ends, strict=True) if c is not None}):
        added: list[tuple[Span, Span]] = []
        ending: list[Span] = []
        for (wording, comparison), (at, own) in zip(_rows(table), ends, strict=True):
            start = place if comparison is None else own
            more = _sentence_rest(wording, start) if comparison is None or at == place else 0
            if more:
                shown = wording.piece(start, start + more, start - _CONTEXT, start + more)
                added.append((wording.span(start, start + more), shown))
            elif at == place and own == len(wording.words) and _ends(wording):
                ending.append(wording.piece(own - 1, own, own - _CONTEXT, own))
        if added and ending:
            text = _text(ledger, added[0][0])
            yield Compatible(
                fact=_fact(ledger, utterance, table),
                reason=f"Some wordings go on with “{text}”; the others end before it, as a quotation may.",
                variants=(
                    variant(ledger, text, [span for _, span in added]),
                    variant(ledger, f"ends before “{text}”", ending),
                ),
            )


def _rows(table: Table) -> list[tuple[Wording, Comparison | None]]:
    return list(zip(table.wordings, table.comparisons, strict=True))


def _sentence_rest(wording: Wording, start: int) -> int:
    """How many words of the sentence are left; 0 when none or more than a few."""
    count = 0
    while start + count < len(wording.words) and not wording.words[start + count].opens:
        if wording.words[start + count].editorial or count >= _LONGER:
            return 0
        count += 1
    return count


def _ends(wording: Wording) -> bool:
    """Whether the quotation is printed as a sentence that ends."""
    return wording.quotations[-1].text.rstrip().endswith((".", ",", "!", "?"))


def _spellings(ledger: Ledger, utterance: Utterance, table: Table) -> Iterator[Compatible]:
    """Words that differ by British and American spelling alone."""
    found: dict[tuple[str, str], tuple[list[Span], list[Span]]] = {}
    for wording, comparison in _rows(table):
        for i, j, size in comparison.blocks if comparison is not None else ():
            for offset in range(size):
                spans = table.pivot.span(i + offset, i + offset + 1), wording.span(j + offset, j + offset + 1)
                here, there = (_text(ledger, span).casefold() for span in spans)
                if here.isalpha() and there.isalpha() and here != there:
                    sides = found.setdefault((here, there), ([], []))
                    sides[0].append(spans[0])
                    sides[1].append(spans[1])
    for (here, there), (left, right) in found.items():
        yield Compatible(
            fact=_fact(ledger, utterance, table),
            reason=f"“{here}” and “{there}” are two spellings of one word.",
            variants=(variant(ledger, here, left), variant(ledger, there, right)),
        )


RULE = Rule(code="CC401", name="quote-altered", severity="error", check=check)
