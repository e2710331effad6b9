"""Statements of several documents that cannot all be true, by what they are made of.

Every ground is a function of its own that yields the pairs it is sure of; another ground, be it
the score of a model, is one more in `find_contradictions`.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.align.contradictions_base import Contradiction, joined
from claimcheck.align.contradictions_copies import find_in_copies
from claimcheck.align.contradictions_numbers import find_in_numbers
from claimcheck.align.contradictions_parts import find_in_claims
from claimcheck.types import Entity, Extraction

__all__ = ["Contradiction", "find_contradictions"]


def find_contradictions(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> tuple[Contradiction, ...]:
    """Every contradiction with typed evidence, each once, in text order."""
    found = (
        *find_in_copies(extractions, entities),
        *find_in_claims(extractions, entities),
        *find_in_numbers(extractions),
    )
    return joined(found)
