"""Claims of any text: offsets reproduce it, every value stands in one claim, nothing is ever raised."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.extract import extract
from claimcheck.extract.lexicon import words
from claimcheck.extract.sentences import split_sentences
from claimcheck.protocols import Parser
from claimcheck.types import Document

WORDS = (
    "the NATO said that seven leaders , . “ ” \" ' who killed two men on Tuesday in Minsk not if would and or after "
    "his he Stoltenberg Nausedawarned 2.5 million % — ( ) to of by ; : ? is was been being reportedly"
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from([*sorted(words(WORDS)), "\n\n"]), max_size=60).map(" ".join)
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_claims_of_any_text(text: str, parser: Parser) -> None:
    """Spans lie in the text and in order, mentions are framed once, inside their claim's pieces."""
    document = Document("d", "d.txt", text)
    extraction = extract(document, split_sentences(document), parser)
    for claim in extraction.claims:
        assert claim.spans == tuple(sorted(claim.spans))
        assert all(0 <= span.start < span.end <= len(text) for span in claim.spans)
        for frame in claim.frames:
            assert any(span.contains(frame.mention.span) for span in claim.spans)
            assert frame.passage.contains(frame.mention.span)
    framed = Counter(frame.mention for claim in extraction.claims for frame in claim.frames)
    assert framed == Counter(extraction.mentions)
