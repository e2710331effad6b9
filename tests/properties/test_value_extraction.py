"""Whatever the text, quantities and times are extracted without an exception, at offsets that give their words."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.extract.quantities import find_quantities
from claimcheck.extract.times import find_times
from claimcheck.protocols import Parser
from claimcheck.types import Published, Sentence, Span

_SCRAPS = [
    "at least", "nearly", "2,000", "2, 000ft", "$ ", "£3m", "seven", "hundred", "of", "the", "leaders", "July", "11",
    "and", "12", "-", "–", "next", "week", "few", "days", "ago", "May", "9", "pm", "8.49pm", "06: 00 BST",
    "%",
    "per cent",
    "half", "a", "third", "one in", "five",
    "year", "old", ",", "(", ")", "Smith", "31", "2023", "June 31", "999999999999",
    "million", "trillion", "years ago", "decades ago", "others", "twice", "99999 centuries", "1/2", "’s", "°C",
    "Sunday",
]  # fmt: skip
_TEXTS = st.text(max_size=80) | st.lists(st.sampled_from(_SCRAPS), min_size=1, max_size=12).map(" ".join)
_PUBLISHED = st.sampled_from(
    [None, Published(2023, 6, 27, "metadata"), Published(2023, None, None, "event"), Published(2023, 2, 31, "text")]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=_TEXTS, published=_PUBLISHED)
def test_no_text_breaks_extraction(parser: Parser, text: str, published: Published | None) -> None:
    """Spans lie in the sentence, hold the mention's words, and values are intervals the right way round."""
    sentence = Sentence(Span("d", 50, 50 + len(text)), 0)
    parse = parser.parse([text])[0]
    for mention in (*find_quantities(parse, sentence), *find_times(parse, sentence, published)):
        assert 50 <= mention.span.start < mention.span.end <= 50 + len(text)
        assert text[mention.span.start - 50 : mention.span.end - 50] == mention.text
        low, high = (mention.value.low, mention.value.high) if hasattr(mention.value, "low") else (0, 0)
        assert low <= high, mention
