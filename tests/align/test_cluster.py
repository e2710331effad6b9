"""Average linkage groups what hangs together on the whole."""

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
