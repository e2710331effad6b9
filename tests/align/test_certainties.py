"""How a statement that is hedged meets the same statement made flatly."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from claimcheck.align.assertions import Assertion, read_assertions
from claimcheck.align.certainties import find_shifts
from claimcheck.align.grounds import likeness, meeting
from claimcheck.pipeline import Models, Settings, audit
from claimcheck.types import Fact, Ledger

ARTICLES = {
    "a": (
        "The ferry reportedly struck a buoy off Ostend on Monday. Three sailors are believed to have been injured. "
        "The owners apparently knew of the fault. It may have been caused by a worn cable."
    ),
    "b": (
        "The ferry struck a buoy off Ostend on Monday. Three sailors were hurt. The fault was caused by a worn cable. "
        "The mayor praised the crew. The owners knew of the fault since June."
    ),
    "c": (
        "A ferry hit a buoy off Ostend on Monday, the harbour office said. Three sailors were injured, doctors said. "
        "Police did not know of any witnesses to the collision, and the harbour is open."
    ),
}


@pytest.fixture(scope="module")
def ledger(models: Models, tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """The three articles, aligned."""
    folder: Path = tmp_path_factory.mktemp("ferry")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return audit([folder], models=models, settings=Settings(select=("CC503",))).ledger


def assertions(ledger: Ledger) -> list[Assertion]:
    """Every claim as it is read for its certainty."""
    facts = {claim.id: fact.id for fact in ledger.facts if fact.kind == "claim" for claim in fact.claims}
    return list(read_assertions(ledger.extractions, facts))


def test_the_index_finds_what_comparing_all_finds(ledger: Ledger) -> None:
    """Every hedged claim that meets a flat one of another sentence is in a shift, and nothing else is."""
    everything = assertions(ledger)
    flats = [s for s in everything if not s.hedges and s.claim.certainty in ("stated", "attributed")]
    met = {
        (hedged.claim.id, flat.claim.id)
        for hedged in everything
        for hedge in hedged.hedges
        for flat in flats
        if (flat.claim.span.document, flat.claim.sentence) != (hedged.claim.span.document, hedged.claim.sentence)
        and meeting(hedged, hedge, flat) is not None
    }
    shifts = find_shifts(ledger.extractions, ledger.facts)
    assert {p.claim.id for s in shifts for p in s.hedged} == {hedged for hedged, _ in met}
    assert {p.claim.id for s in shifts for p in s.flat} == {flat for _, flat in met}
    assert len(shifts) >= 3


def test_the_order_of_documents_never_matters(ledger: Ledger) -> None:
    """Shifts are the same whatever order the extractions come in."""
    facts: tuple[Fact, ...] = ledger.facts
    wanted = {(s.word, frozenset(s.hedged), frozenset(s.flat)) for s in find_shifts(ledger.extractions, facts)}
    for order in permutations(ledger.extractions):
        found = {(s.word, frozenset(s.hedged), frozenset(s.flat)) for s in find_shifts(order, facts)}
        assert found == wanted


def test_likeness_is_symmetric(ledger: Ledger) -> None:
    """How much two claims share does not depend on which of them hedges."""
    everything = assertions(ledger)
    assert all(likeness(a, b) == likeness(b, a) for a in everything for b in everything)
    assert all(likeness(a, a).dice == 1 for a in everything if a.content)


def test_a_document_against_its_copy_yields_nothing(models: Models, tmp_path: Path) -> None:
    """An article that says a thing once, hedged or flat, is never at odds with its copy."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(ARTICLES["a"], encoding="utf-8")
    report = audit([tmp_path], models=models, settings=Settings(select=("CC502", "CC503")))
    assert not report.findings
