"""Numbers of one article that do not add up: found by a few fixed wordings, each number held to its own rounding.

A sentence is turned into a template in which every number stands as a mark, and the
wordings are matched on that: "rose ⟦0⟧ to ⟦1⟧ from ⟦2⟧". What no wording names is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.align.changes import find_changes, find_days
from claimcheck.align.parts import find_groups, find_totals
from claimcheck.align.templates import Slip, template_of
from claimcheck.types import Extraction

# Figures that are worked out from other figures than those printed beside them.
_ADJUSTED = re.compile(
    r"\b(?:adjusted|adjusting|excluding|organic|like-for-like|comparable|underlying|annualized|annualised|inflation"
    r"|constant currenc(?:y|ies)|seasonally|pro forma)\b",
    re.IGNORECASE,
)


def find_slips(extraction: Extraction) -> Iterator[Slip]:
    """Every sum of the document that does not come out, in the order of the text."""
    templates = [template_of(extraction, sentence) for sentence in extraction.sentences]
    for i, template in enumerate(templates):
        if template.mentions and not _ADJUSTED.search(template.text):
            yield from find_changes(template)
            yield from find_totals(template)
            yield from find_groups(templates, i)
            yield from find_days(templates, i)
