"""Families of agreeing values, and which of them stand against each other."""

import pytest

from claimcheck.align.families import Items, group_values


def group(values, scores):
    """Group items given as "document:value" by pair scores, as sets of items."""
    split = [v.split(":") for v in values]
    items = Items(
        size=len(values),
        document=lambda i: split[i][0],
        agree=lambda i, j: split[i][1] == split[j][1],
        clash=lambda i, j: split[i][1] != split[j][1],
    )
    found = group_values(items, scores, same=0.3, against=0.5, support=0.12)
    return {tuple(values[i] for i in members) for members, _ in found if len(members) > 1}


@pytest.mark.parametrize(
    ("values", "scores", "expected"),
    [
        pytest.param(["a:7", "b:8"], {(0, 1): 0.8}, {("a:7", "b:8")}, id="two articles clash"),
        pytest.param(["a:7", "b:8"], {(0, 1): 0.4}, set(), id="not alike enough to clash"),
        pytest.param(["a:7", "b:7"], {(0, 1): 0.4}, {("a:7", "b:7")}, id="alike enough to agree"),
        pytest.param(
            ["a:7", "b:7", "c:8"],
            {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.8},
            {("a:7", "b:7", "c:8")},
            id="two agree against a third",
        ),
        pytest.param(
            ["a:12", "a:7", "b:12", "b:7"],
            {(0, 2): 0.9, (1, 3): 0.9, (0, 3): 0.7, (1, 2): 0.7, (0, 1): 0.7, (2, 3): 0.7},
            {("a:12", "b:12"), ("a:7", "b:7")},
            id="both articles give both: two facts",
        ),
        pytest.param(
            ["a:12", "b:7", "b:12"],
            {(0, 1): 0.8, (0, 2): 0.6},
            {("a:12", "b:12")},
            id="a counterpart that agrees takes precedence",
        ),
        pytest.param(
            ["a:12", "b:7", "b:9"],
            {(0, 1): 0.6, (0, 2): 0.9, (1, 2): 0.0},
            {("a:12", "b:9")},
            id="a counterpart far more alike takes precedence",
        ),
        pytest.param(["a:12", "a:7"], {(0, 1): 0.52}, set(), id="one article rarely contradicts itself"),
        pytest.param(["a:12", "a:7"], {(0, 1): 0.95}, {("a:12", "a:7")}, id="unless the passages are the same"),
        pytest.param(
            ["a:7", "b:8", "c:7"],
            {(0, 1): 0.8, (0, 2): 0.2, (1, 2): 0.2},
            {("a:7", "b:8", "c:7")},
            id="a value read less alike supports the side it agrees with",
        ),
    ],
)
def test_groups(values, scores, expected):
    """Values meet in one fact when documents that give only the one read like documents that give only the other."""
    assert group(values, scores) == expected
