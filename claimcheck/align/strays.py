"""Articles about something else that got among the accounts of one event.

A stray reads like none of the others, and hardly a name in it is theirs; either alone is
common. An article on another event of the same kind ("the other outage") mostly passes; how many
strays are noticed is measured by `make bench-quality`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from claimcheck.protocols import Embedder
from claimcheck.types import Extraction, Name, Origin, Stray

_LEAD = 110  # words: what a report opens with says what it is about
_LIKE = 0.62  # cosine of two leads from which they may tell of one event
_SHARED = 0.2  # share of the words in an article's names from which it speaks of the same people and places
_LEAST = 4  # letters of such a word


def find_strays(extractions: Sequence[Extraction], origins: Sequence[Origin], embedder: Embedder) -> tuple[Stray, ...]:
    """The articles to be set apart, in order; none where fewer than two would be left to compare.

    Names cost nothing, so leads are embedded only where the names of an article are not the others'.
    """
    if len(origins) < 3:
        return ()
    origin_of = {document: origin.id for origin in origins for document in origin.documents}
    home = [origin_of[e.document.id] for e in extractions]
    names = [_name_words(extraction) for extraction in extractions]
    shared = _shared_words(names, home)
    foreign = [i for i, words in enumerate(names) if words and len(shared[i]) < _SHARED * len(words)]
    strays = tuple(
        Stray(extractions[i], _reason(len(shared[i]), len(names[i])))
        for i in _opening_alone(extractions, foreign, home, embedder)
    )
    left = set(home) - {origin_of[stray.extraction.document.id] for stray in strays}
    return strays if len(left) > 1 else ()


def _shared_words(names: Sequence[frozenset[str]], home: Sequence[str]) -> list[frozenset[str]]:
    """Of the words in each article's names, those that stand in a name of another origin as well."""
    origins: dict[str, set[str]] = defaultdict(set)
    for words, origin in zip(names, home, strict=True):
        for word in words:
            origins[word].add(origin)
    return [frozenset(word for word in words if len(origins[word]) > 1) for words in names]


def _opening_alone(
    extractions: Sequence[Extraction], rows: Sequence[int], home: Sequence[str], embedder: Embedder
) -> list[int]:
    """Those of the rows that open like no article of another origin."""
    if not rows:
        return []
    leads = embedder.embed([_lead(extraction) for extraction in extractions])
    origin = np.array(home)
    cosines = np.where(origin[list(rows), None] == origin[None, :], -1.0, leads[list(rows)] @ leads.T)
    return [row for row, nearest in zip(rows, cosines.max(axis=1).tolist(), strict=True) if nearest < _LIKE]


def _reason(shared: int, named: int) -> str:
    of = "none" if not shared else f"only {shared}"
    words = "the one word" if named == 1 else f"the {named} words"
    return f"it opens like none of the other articles, and {of} of {words} in its names is in theirs"


def _lead(extraction: Extraction) -> str:
    text = extraction.document.text
    words = [w for s in extraction.sentences[:_LEAD] for w in text[s.span.start : s.span.end].split()]
    return " ".join(words[:_LEAD])


def _name_words(extraction: Extraction) -> frozenset[str]:
    names = (m.value.text for m in extraction.mentions if isinstance(m.value, Name))
    return frozenset(w for name in names for w in name.casefold().split() if len(w) >= _LEAST)
