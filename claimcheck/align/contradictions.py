"""Statements of several documents that cannot all be true, by what they are made of.

Every ground is a function of its own that yields the pairs it is sure of; another ground, be it
the score of a model, is one more in the tuple.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.align.contradictions_base import Contradiction, joined
from claimcheck.align.contradictions_causes import find_causes, find_laid
from claimcheck.align.contradictions_claims import read_claims
from claimcheck.align.contradictions_copies import find_in_copies
from claimcheck.align.contradictions_degrees import find_nearly, find_ways
from claimcheck.align.contradictions_none import find_none
from claimcheck.align.contradictions_numbers import find_in_numbers
from claimcheck.align.contradictions_parts import (
    find_attributes,
    find_degrees,
    find_kinds,
    find_limited,
    find_onsets,
    find_outcomes,
    find_swapped,
)
from claimcheck.types import Entity, Extraction

_IN_CLAIMS = (
    find_outcomes,
    find_attributes,
    find_kinds,
    find_onsets,
    find_swapped,
    find_degrees,
    find_limited,
    find_causes,
    find_laid,
    find_none,
    find_nearly,
    find_ways,
)

__all__ = ["Contradiction", "find_contradictions"]


def find_contradictions(extractions: Sequence[Extraction], entities: Sequence[Entity]) -> tuple[Contradiction, ...]:
    """Every contradiction with typed evidence, each once, in text order."""
    stated = read_claims(extractions, entities)
    found = [*find_in_copies(extractions, entities), *find_in_numbers(extractions)]
    found += [contradiction for find in _IN_CLAIMS for contradiction in find(stated)]
    return joined(found)
