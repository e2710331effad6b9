"""Average linkage groups what hangs together on the whole."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.align.cluster import average_linkage


def test_two_families_stay_apart_although_one_pair_links_them():
    """A single odd pair does not chain two groups into one."""
    scores = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7, (3, 4): 0.9, (2, 3): 0.6}
    assert average_linkage(5, scores, 0.5) == ((0, 1, 2), (3, 4))


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)), st.floats(0, 1), max_size=20))
def test_every_item_is_in_one_group(raw):
    """The groups are a partition, whatever the scores."""
    scores = {(min(i, j), max(i, j)): s for (i, j), s in raw.items() if i != j}
    groups = average_linkage(8, scores, 0.5)
    assert sorted(i for group in groups for i in group) == list(range(8))


@given(
    st.lists(st.integers(1, 3), min_size=6, max_size=6),
    st.lists(st.floats(0, 0.98), min_size=15, max_size=15, unique=True),
)
def test_a_weight_counts_as_so_many_equal_items(weights, scores):
    """Items that are alike in everything are grouped as one item with their number for its weight."""
    once = dict(zip(combinations(range(6), 2), scores, strict=True))
    copies = [item for item, weight in enumerate(weights) for _ in range(weight)]
    pairs = combinations(range(len(copies)), 2)
    each = {(i, j): once.get((copies[i], copies[j]), 1.0) for i, j in pairs}
    groups = average_linkage(6, once, 0.5, weights)
    expected = {tuple(sorted({copies[i] for i in group})) for group in average_linkage(len(copies), each, 0.5)}
    assert set(groups) == expected
