"""Boilerplate on composed articles: most of it marked, hardly a sentence lost."""

from __future__ import annotations

import pytest

from tests.benchmarks.boilerplate import DATA, measure


@pytest.mark.skipif(not DATA.is_dir(), reason="needs ../shared/data, which is not part of the repository")
def test_marked_and_lost() -> None:
    """On every eighth article; phrases that were never tuned on are held to less."""
    counts, _ = measure(DATA, step=8)
    for (_, phrases, _), count in counts.items():
        if count.sentences > 400:
            assert count.lost <= 0.005 * count.sentences
            assert count.marked >= (0.93 if phrases == "seen" else 0.7) * count.lines
    assert sum(count.lost for count in counts.values()) <= 0.005 * sum(count.sentences for count in counts.values())
