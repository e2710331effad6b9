"""Findings as the settings have them."""

from __future__ import annotations

from dataclasses import replace

import pytest
import report_factory as factory
from report_bits import found, value

from claimcheck.adjust.findings import adjust
from claimcheck.settings import Override, Settings
from claimcheck.types import Finding, Severity

LEDGER = factory.ledger()
ACROSS = found("CC101", value("seven", "alpha", "beta"), value("eight", "gamma"))
WITHIN = found("CC301", value("July 11", "gamma"), value("July 12", "gamma"))
ALONE = found("CC204", value("Stoltenbergsaid", "gamma"), severity="warning")
THREE = found("CC101", value("seven", "alpha"), value("eight", "gamma"), value("nine", "delta"))


def kept(finding: Finding, settings: Settings) -> Severity | None:
    """The severity the finding ends with; None when it is left out."""
    after = adjust([finding], LEDGER, settings)
    return after[0].severity if after else None


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ((), "error"),
        ((("CC1", "note"),), "note"),
        ((("CC101", "warning"), ("CC1", "note")), "warning"),
        ((("CC1", "note"), ("CC101", "warning")), "warning"),
        ((("CC2", "note"),), "error"),
    ],
)
def test_the_longest_prefix_grades(severities: tuple[tuple[str, Severity], ...], expected: str) -> None:
    """A rule's own line goes before that of its family, in whatever order they stand."""
    assert kept(ACROSS, Settings(severity=severities)) == expected


def test_what_is_not_sure_enough_is_left_out() -> None:
    """The threshold is met by what reaches it."""
    assert kept(replace(ACROSS, confidence=0.7), Settings(min_confidence=0.7)) == "error"
    assert kept(replace(ACROSS, confidence=0.69), Settings(min_confidence=0.7)) is None


@pytest.mark.parametrize(
    ("finding", "paths", "expected"),
    [
        (ACROSS, ("articles/gamma.txt",), None),  # without gamma nobody says eight
        (ACROSS, ("gamma.txt",), None),
        (ACROSS, ("alpha",), "error"),  # beta says seven too
        (ACROSS, ("articles/alpha.txt", "beta.txt"), None),
        (ACROSS, ("articles/",), None),
        (ACROSS, ("drafts/*",), "error"),
        (WITHIN, ("gamma.*",), None),
        (WITHIN, ("alpha.*",), "error"),
        (ALONE, ("*/gamma.txt",), None),
        (ALONE, ("alpha.txt",), "warning"),
        (THREE, ("delta",), "error"),
        (THREE, ("delta", "gamma"), None),
        (ACROSS, ("gazette",), None),  # the outlet of gamma
    ],
)
def test_an_override_reaches_what_would_not_stand_without_its_articles(
    finding: Finding, paths: tuple[str, ...], expected: str | None
) -> None:
    """A dispute that the other articles have among themselves stays."""
    assert kept(finding, Settings(overrides=(Override(paths, ignore=("CC",)),))) == expected


def test_an_override_grades_and_the_last_word_counts() -> None:
    """For its articles an override goes before the table of all, a later one before an earlier."""
    settings = Settings(
        severity=(("CC101", "error"),),
        overrides=(
            Override(("gamma",), severity=(("CC1", "warning"),)),
            Override(("gamma",), severity=(("CC1", "note"),)),
            Override(("delta",), severity=(("CC1", "error"),)),
        ),
    )
    assert kept(ACROSS, settings) == "note"


def test_patterns_count_from_the_configurations_folder() -> None:
    """Not from the folder the command runs in."""
    settings = Settings(overrides=(Override(("gamma.txt",), ignore=("CC1",)),), root="articles")
    assert kept(ACROSS, settings) is None
    above = Settings(overrides=(Override(("./gamma.txt/x", "articles/gamma.txt"), ignore=("CC1",)),), root="articles")
    assert kept(ACROSS, above) == "error"
