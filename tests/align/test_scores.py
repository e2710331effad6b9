"""Scores worked out once for copies, and only where no veto parts a pair, are those of every pair by itself."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from shutil import copy

import pytest

from claimcheck.align.candidates import embed_candidates
from claimcheck.align.entities import group_entities
from claimcheck.align.facts import by_kind, find_candidates
from claimcheck.align.pairing import score
from claimcheck.align.scores import _NEAR_PASSAGE, _NEAR_SENTENCE, score_pairs
from claimcheck.models import Models
from claimcheck.pipeline import show

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def test_copies_score_as_each_pair_does(models: Models, tmp_path: Path) -> None:
    """Of articles and a copy of each, every pair whose passages are near has the score of the pair alone."""
    for file in SEEDS:
        for name in (file.name, f"copy-{file.name}"):
            copy(file, tmp_path / name)
    extractions = show([tmp_path], models=models).extractions
    candidates = tuple(find_candidates(extractions, group_entities(extractions)))
    vectors = embed_candidates(candidates, models.embedder)
    found = 0
    for rows in by_kind(candidates).values():
        chosen = [candidates[row] for row in rows]
        parts = {name: matrix[rows] for name, matrix in vectors.items()}
        scores = score_pairs(chosen, parts)
        for i, j in combinations(range(len(rows)), 2):
            similarity = {name: float(matrix[i] @ matrix[j]) for name, matrix in parts.items()}
            if similarity["passage"] >= _NEAR_PASSAGE or similarity["sentence"] >= _NEAR_SENTENCE:
                assert scores.pop((i, j)) == pytest.approx(score(chosen[i], chosen[j], similarity), abs=1e-5)
                found += 1
        assert not scores
    assert found > 100
