"""The least that each part must reach on the data, and how the page of figures is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.quality import alignment, claims, names, quantities, sentences, speakers
from benchmarks.quality.__main__ import measures, show
from benchmarks.quality.lab import Lab, MissingDataError, Table

from claimcheck.pipeline import Models

DATA = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture(scope="module")
def lab(models: Models) -> Lab:
    """The data folder with the real models; skips where the data is absent."""
    if not DATA.is_dir():
        pytest.skip(f"{DATA} is not there: the data is not part of the repository")
    return Lab(DATA, models)


def test_sentences() -> None:
    """At least 98 in 100 hard cases split right."""
    *_, (_, right, total, share) = sentences.hard_cases().rows
    assert float(str(share)) >= 0.98, f"{right} of {total}"


def test_claims_beat_whole_sentences(lab: Lab) -> None:
    """Claims match the reference clauses better than the sentence as it stands."""
    (table,) = claims.tables(lab)
    found, baseline = (float(str(row[-1])) for row in table.rows)
    assert found >= max(0.57, baseline)


def test_names_beat_string_similarity(lab: Lab) -> None:
    """The comparison of names is right more often than any threshold on a similarity."""
    (table,) = names.tables(lab)
    own, *others = (float(str(row[-1])) for row in table.rows)
    assert own >= max(0.85, *others)


def test_quantities_beat_the_majority_class(lab: Lab) -> None:
    """On every part of EQUATE quantities alone decide better than the commonest label."""
    table, _ = quantities.tables(lab)
    assert all(float(str(row[-2])) > float(str(row[-1])) for row in table.rows)


def test_speakers(lab: Lab) -> None:
    """Nine in ten of the labelled quotations have the speaker that a reader gives them."""
    (table,) = speakers.tables(lab)
    right, total = (sum(int(str(row[i])) for row in table.rows) for i in (2, 1))
    assert right / total >= 0.90, f"{right} of {total}"


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    """Every table that needs the data folder says which part of an empty one it lacks."""
    lab = Lab(tmp_path)
    for name, measure in measures():
        with pytest.raises(MissingDataError):
            list(measure(lab))
            pytest.fail(name)


@pytest.mark.parametrize(
    ("said", "label", "same"),
    [
        ("the spokeswoman", "Surrey Police spokeswoman", True),
        ("Mary Hill", "Hill", True),
        ("Mary Hill", "John Hill", False),
        ("Mary Hill's lawyer", "Mary Hill", False),
        ("Mr. Hill Jr.", "Hill", True),
        ("Mary", "Mary Hill", False),
        ("-", "-", True),
        ("", "-", False),
    ],
)
def test_same_speaker(said: str, label: str, *, same: bool) -> None:
    """A speaker is right by the last word and by having no word of somebody else."""
    assert speakers.is_same(said, label) is same


def test_ranking_figures() -> None:
    """The area under the curve and the precision at a recall, on a ranking that can be checked by hand."""
    scores, labels = (0.9, 0.8, 0.7, 0.6), (True, False, True, False)
    assert alignment.auc(scores, labels) == 0.75
    assert alignment.precision_at(0.5, scores, labels) == 1.0
    assert alignment.precision_at(1.0, scores, labels) == pytest.approx(2 / 3)


def test_a_table_names_its_command_and_data() -> None:
    """Above each table stand the command and the data."""
    page = show(Table("Speakers", "clusters/ecb", ("", "share"), (("right", 0.9),)), "../shared/data")
    assert "`make bench-quality` on `../shared/data/clusters/ecb`" in page
    assert "0.900" in page
