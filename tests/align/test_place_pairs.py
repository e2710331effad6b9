"""Which places are worth comparing: a bound that leaves out no pair that counts."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.align import places as module
from claimcheck.align.pairing import Candidate, features
from claimcheck.align.place_pairs import Bounds, Setting, worth_comparing
from claimcheck.types import Claim, Frame, Mention, Name, Span, Value

DOCUMENTS = ("a", "b", "c")
WORDS = st.lists(st.sampled_from(["in", "the", "city", "of", "near", "police"]), max_size=8).map(tuple)
SETTINGS = st.builds(
    Setting,
    document=st.sampled_from(DOCUMENTS),
    entity=st.sampled_from(["e1", "e2", "e3"]),
    known=st.booleans(),
    named_in=st.frozensets(st.sampled_from(DOCUMENTS), min_size=1),
    before=WORDS,
    after=WORDS,
)
BOUNDS = Bounds(any=module.COPIED, known=module.ALIKE, lone=module.ALIKE_LONE, run=module._RUN)


def candidate(setting: Setting) -> Candidate:
    """A candidate with the words around that a setting has."""
    span = Span(setting.document, 0, 1)
    frame = Frame(Mention(span, "place", "X", Name("X", "place", ("X",))), (), "", span)
    claim = Claim("c", span, (span,), "", "", (), (), 0)
    nothing: frozenset[str] = frozenset()
    return Candidate(
        value=Value(frame, claim),
        label="",
        texts=(),
        noun="",
        modifiers=nothing,
        path=nothing,
        heads=nothing,
        entities=nothing,
        before=setting.before,
        after=setting.after,
    )


def counts(a: Setting, b: Setting) -> bool:
    """Whether two sentences that mean the same would be like enough."""
    score = module._alike(candidate(a), candidate(b), 1.0)
    apart = a.document not in b.named_in and b.document not in a.named_in
    lone = (len(a.named_in) == 1) != (len(b.named_in) == 1)
    return score >= module.COPIED or (
        a.known and b.known and apart and (score >= module.ALIKE or (lone and score >= module.ALIKE_LONE))
    )


@given(st.lists(SETTINGS, max_size=12))
def test_no_pair_that_counts_is_left_out(settings: list[Setting]) -> None:
    """Whatever the words around, every pair of two documents and two entities that could be like enough is found."""
    found = set(worth_comparing(settings, BOUNDS))
    wanted = {
        (i, j)
        for (i, a), (j, b) in combinations(enumerate(settings), 2)
        if a.document != b.document and a.entity != b.entity and counts(a, b)
    }
    assert wanted <= found


def test_the_bound_is_as_good_as_the_score() -> None:
    """Words that stand next to both places count as they do in the score."""
    a = Setting("a", "e1", True, frozenset({"a", "b"}), ("in", "dead", "found"), ("on", "monday"))
    b = Setting("b", "e2", True, frozenset({"a", "b"}), ("in", "dead", "were"), ("on", "monday"))
    similarity = dict.fromkeys(("passage", "claim", "sentence", "noun"), 1.0)
    found = features(candidate(a), candidate(b), similarity)
    score = 1 + found["window"] + 0.5 * found["runs"]
    assert list(worth_comparing([a, b], Bounds(any=score - 0.01, known=9, lone=9, run=module._RUN))) == [(0, 1)]
    assert not list(worth_comparing([a, b], Bounds(any=score + 0.01, known=9, lone=9, run=module._RUN)))
