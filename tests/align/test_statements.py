"""Which claims are near enough to be grouped as one statement."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.align import statements


@pytest.mark.parametrize("block", [1, 3, 7, 64])
def test_blocks_give_every_near_pair_once(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the size of the blocks, the pairs are those of the whole matrix above its diagonal."""
    monkeypatch.setattr(statements, "_BLOCK", block)
    vectors = np.random.default_rng(7).normal(size=(20, 5)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    whole = vectors @ vectors.T
    wanted = {(i, j) for i in range(20) for j in range(i + 1, 20) if whole[i, j] >= 0.3}
    found = list(statements._near(vectors, 0.3))
    assert {(i, j) for i, j, _ in found} == wanted
    assert len(found) == len(wanted)
    assert all(cosine == pytest.approx(whole[i, j], abs=1e-6) for i, j, cosine in found)
