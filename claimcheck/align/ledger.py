"""From claims to a ledger: entities, facts and utterances across the documents of one event."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.align.ahead import embedded_ahead
from claimcheck.align.entities import group_entities
from claimcheck.align.facts import find_comparable, group_facts
from claimcheck.align.misprints import find_misprints
from claimcheck.align.places import group_places
from claimcheck.align.statements import group_statements, read_in_place, stating
from claimcheck.align.strays import find_strays
from claimcheck.align.utterances import group_utterances
from claimcheck.protocols import Embedder
from claimcheck.types import Extraction, Ledger, Origin, Overlap

__all__ = ["align"]


def align(
    extractions: Sequence[Extraction], origins: Sequence[Origin], overlaps: Sequence[Overlap], embedder: Embedder
) -> Ledger:
    """Align what the documents say. The result does not depend on the order of files, which are read sorted."""
    strays = find_strays(extractions, origins, embedder)
    apart = {stray.extraction.document.id for stray in strays}
    together = tuple(extraction for extraction in extractions if extraction.document.id not in apart)
    claims, entities = stating(together), group_entities(together)
    stated, values = read_in_place(claims, together), find_comparable(together, entities)
    with embedded_ahead([*stated, *values.texts], embedder) as ahead:
        utterances, misprints = group_utterances(together), find_misprints(together)
        facts = group_facts(values, ahead)
        facts += group_places(together, entities, ahead, first=len(facts) + 1)
        statements = group_statements(claims, entities, ahead.embed(stated), first=len(facts) + 1)
    return Ledger(
        extractions=together,
        origins=tuple(origins),
        overlaps=tuple(overlaps),
        entities=entities,
        facts=facts + statements,
        utterances=utterances,
        strays=strays,
        misprints=misprints,
    )
