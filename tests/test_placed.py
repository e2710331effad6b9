"""Things by where they stand: found as a look at all of them would find them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.types import Placed, Span

SPANS = st.builds(
    lambda start, length: Span("d", start, start + length),
    st.integers(min_value=0, max_value=30),
    st.integers(min_value=0, max_value=10),
)


@given(st.lists(SPANS), SPANS)
def test_placed(things: list[Span], at: Span) -> None:
    """Those inside a passage and those that touch it, in order, whatever overlaps what."""
    placed = Placed(things, lambda span: span)
    assert placed.inside(at) == tuple(sorted(span for span in things if at.contains(span)))
    assert placed.touching(at) == tuple(sorted(span for span in things if at.overlaps(span)))
