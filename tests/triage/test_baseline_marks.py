"""Which findings a baseline makes known, without articles."""

from __future__ import annotations

import report_factory as factory
from report_bits import found, value

from claimcheck.triage.baseline import Baseline, Entry, mark

FINDING = found("CC101", value("seven", "alpha"), value("eight", "gamma"))
PATHS = ("articles/alpha.txt", "articles/gamma.txt")
DOCUMENTS = tuple(factory.document(name) for name in ("alpha", "gamma"))


def baseline(*fingerprints: str) -> Baseline:
    """A baseline of these fingerprints, all about the two articles."""
    return Baseline("known.json", tuple(Entry(f, "CC101", "a fact", PATHS) for f in fingerprints))


def test_an_entry_makes_one_finding_known() -> None:
    """A second of the same words is new, until the baseline has it twice."""
    twice = (FINDING, FINDING)
    once = mark(twice, baseline(FINDING.fingerprint), DOCUMENTS)[0]
    assert [finding.known for finding in once] == [True, False]
    both = mark(twice, baseline(FINDING.fingerprint, FINDING.fingerprint), DOCUMENTS)[0]
    assert [finding.known for finding in both] == [True, True]


def test_each_entry_that_is_gone_counts() -> None:
    """Also where one of two of the same words is left."""
    _, notices = mark((FINDING,), baseline(FINDING.fingerprint, FINDING.fingerprint, "0" * 16), DOCUMENTS)
    assert notices == ("known.json: 2 known findings are gone; write the baseline anew to forget them",)
