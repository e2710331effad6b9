"""Origins that are grouped by hand."""

from __future__ import annotations

import pytest
import report_factory as factory

from claimcheck.adjust.origins import regroup
from claimcheck.settings import Groups, Settings
from claimcheck.types import Origin, Overlap

DOCUMENTS = tuple(factory.document(name) for name in ("alpha", "beta", "gamma", "delta"))
ORIGINS = (Origin("o1", ("alpha", "beta", "gamma"), 0.8), Origin("o2", ("delta",), 1.0))
OVERLAPS = (
    Overlap("alpha", "beta", 0.97, ()),
    Overlap("gamma", "beta", 0.8, ()),
    Overlap("gamma", "alpha", 0.7, ()),
    Overlap("delta", "alpha", 0.1, ()),
)


@pytest.mark.parametrize(
    ("independent", "same", "expected"),
    [
        ((), (), [("alpha", "beta", "gamma"), ("delta",)]),
        ((("alpha", "beta"),), (), [("alpha",), ("beta", "gamma"), ("delta",)]),
        ((("alpha.txt", "articles/gamma.txt"),), (), [("alpha", "beta"), ("gamma",), ("delta",)]),
        ((("alpha", "beta", "gamma"),), (), [("alpha",), ("beta",), ("gamma",), ("delta",)]),
        ((("alpha", "delta"),), (), [("alpha", "beta", "gamma"), ("delta",)]),
        ((("alpha", "missing"),), (), [("alpha", "beta", "gamma"), ("delta",)]),
        ((), (("delta", "gamma"),), [("alpha", "beta", "gamma", "delta")]),
        ((("gamma", "alpha"),), (("delta", "gamma"),), [("alpha", "beta", "delta"), ("gamma",)]),
        ((("the daily <wire>", "Gazette"),), (), [("alpha", "beta"), ("gamma",), ("delta",)]),
    ],
)
def test_groups(independent: Groups, same: Groups, expected: list[tuple[str, ...]]) -> None:
    """First joined, then parted; whoever is not named goes with whom it shares most."""
    origins = regroup(ORIGINS, DOCUMENTS, OVERLAPS, Settings(independent=independent, same_origin=same))
    assert [origin.documents for origin in origins] == expected
    assert [origin.id for origin in origins] == [f"o{number}" for number in range(1, len(expected) + 1)]


def test_the_share_is_that_of_the_weakest_member() -> None:
    """Articles joined by hand say honestly how little they share."""
    (origin,) = regroup(ORIGINS, DOCUMENTS, OVERLAPS, Settings(same_origin=(("alpha", "delta"),)))
    assert origin.shared == 0.1
