"""A pair of unlike values is dropped where a better counterpart explains it."""

import pytest

from claimcheck.align.rivals import settle


def run(values, scores):
    """Settle `scores` between items given as "document:value"."""
    split = [v.split(":") for v in values]
    return settle(scores, document=lambda i: split[i][0], agrees=lambda i, j: split[i][1] == split[j][1])


@pytest.mark.parametrize(
    ("values", "scores", "dropped"),
    [
        pytest.param(["a:12", "b:7"], {(0, 1): 0.8}, set(), id="no rival: the conflict stands"),
        pytest.param(["a:12", "b:7", "b:12"], {(0, 1): 0.8, (0, 2): 0.7}, {(0, 1)}, id="b gives 12 too"),
        pytest.param(["a:12", "b:7", "b:9"], {(0, 1): 0.6, (0, 2): 0.9}, {(0, 1)}, id="nine reads far more alike"),
        pytest.param(
            ["a:12", "a:7", "b:12", "b:7"],
            {(0, 1): 0.7, (0, 2): 0.9, (0, 3): 0.7, (1, 2): 0.7, (1, 3): 0.9, (2, 3): 0.7},
            {(0, 1), (0, 3), (1, 2), (2, 3)},
            id="both articles give both",
        ),
        pytest.param(["a:12", "a:7"], {(0, 1): 0.7}, set(), id="within one article, nothing tells them apart"),
    ],
)
def test_settle(values, scores, dropped):
    """Only pairs that a better explanation rules out are left out of account."""
    settled = run(values, scores)
    assert {pair for pair, score in settled.items() if score is None} == dropped
