"""# CC204 misspelling

A word is printed wrong: two words run together, a slip of the keys, a word split or doubled, a word that exists
and cannot stand there.

## What it does

Finds words run together ("Nausedawarned", "ofeverything"), spaces missing behind a
closing quote or a full stop, words that no frequency list holds and that are one slip
away from an everyday word, words that no dictionary holds and that people often print for
an everyday word ("recieve"), words split by a space ("fir e") or printed twice ("was
was"). Words that exist are reported where grammar allows one reading only: "its a", "an
the", "a serious affect on", "as they begun", "would have place", "19-years-old", "The
arrived to find"; verb forms ("had drank", "was stole", "did not happened"); numbers that do not
agree ("Constable Smith allege", "two earlier conviction", "one of the oldest building"); a part
of a phrase too many or too few ("to and reported", "without in a", "a 66-year-old Mary
Smith", "Avenue.,"); dates and measures ("on March 1987", "a 6-feet tall"); words for similar words that
style books warn of ("more then they", "fire marshall", "statue of limitations"); and
characters that a conversion broke ("prot�g�", "doesnâ€™t"). The same wrong form in many
places is one finding, and so are all the spaces missing behind quotes in one article.

## Why it matters

Each is a small refile, and a sign of hasty copy: where the space before "warned" was
lost, a figure may have been too. The same rare slip in two outlets shows a common
source.

## Example

"The Lithuanian President, Gitan **Nausedawarned** of the risk" is "Nauseda warned".

## What it leaves alone

Rare words with a capital, by themselves; words that English builds from known ones;
British and American spelling; a speaker's own grammar inside quotation marks, what the
parser may have misread (questions, subjunctives, infinitives, compounds), and what
is a matter of style (data is, data are); tags; brands with a capital inside (YouTube, DeCroo); web
addresses; "that that", "had had"; rare words of fewer than six letters, unless another
article prints the common word in the same place; and the names of people, places,
organisations and things (CC201, CC202, CC203).

## Source

Word frequencies: the wordfreq package (Robyn Speer). The dictionary: WordNet 3.0
(Princeton University), as the parser's package holds it. One slip: the four keying errors
of F. J. Damerau, "A technique for computer detection and correction of spelling
errors" (1964).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.base import Outcome, Rule, finding, variant
from claimcheck.types import Finding, Ledger, Misprint

_CODE = "CC204"
_REASONS = {
    "fused": ("Two words without the space between them", 0.95),
    "after-quote": ("A new word begins right behind the mark, where a space belongs", 0.9),
    "after-stop": ("A new sentence begins right behind the stop, where a space belongs", 0.9),
    "slip": ("No word list holds it, and an everyday word is one slip away", 0.85),
    "split": ("A single letter that completes the word before it", 0.9),
    "doubled": ("One word printed twice", 0.85),
    "grammar": ("", 0.8),
}

_MARKS = {"after-quote": "a closing quotation mark", "after-stop": "a full stop"}


def check(ledger: Ledger) -> Iterator[Outcome]:
    """One finding a wrong form, whatever the number of places."""
    for misprint in ledger.misprints:
        yield _misprint_finding(ledger, misprint)


def _misprint_finding(ledger: Ledger, misprint: Misprint) -> Finding:
    reason, confidence = _REASONS[misprint.kind]
    reason = misprint.why or reason
    variants = [variant(ledger, misprint.printed, misprint.spans)]
    if misprint.right:
        variants.append(variant(ledger, misprint.meant, misprint.right))
        reason += "; another article prints it right"
    return finding(
        _CODE,
        severity="warning",
        fact=_fact(misprint),
        message=_message(misprint),
        reason=f"{reason}.",
        variants=variants,
        confidence=min(0.98, confidence + 0.03 * bool(misprint.right)),
        agreed=misprint.meant,
        check=_check(misprint),
    )


def _fact(misprint: Misprint) -> str:
    if misprint.kind in _MARKS:
        return f"missing spaces behind {_MARKS[misprint.kind]}"
    return f"the words “{misprint.printed}”" if " " in misprint.printed else f"the word “{misprint.printed}”"


def _check(misprint: Misprint) -> str:
    if misprint.kind in _MARKS:
        return f"Put the space back: “{misprint.meant}”."
    return f"Whether “{misprint.meant}” is meant."


def _message(misprint: Misprint) -> str:
    places = len(misprint.spans)
    if misprint.kind in _MARKS:
        times = "once, in" if places == 1 else f"{places} times, first in"
        return f"The space behind {_MARKS[misprint.kind]} is missing {times} “{misprint.printed}”."
    return f"“{misprint.printed}” is printed for “{misprint.meant}”."


RULE = Rule(code="CC204", name="misspelling", severity="warning", check=check)
