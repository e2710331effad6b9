"""How values stand in their claims: path, role and the smallest phrase that states the fact."""

from __future__ import annotations

from collections import Counter

import pytest

from claimcheck.extract import extract
from claimcheck.extract.sentences import split_sentences
from claimcheck.protocols import Parser
from claimcheck.types import Claim, Document, Extraction, Frame, Time


def extraction_of(text: str, parser: Parser) -> Extraction:
    """The extraction of a text as one document."""
    document = Document("d", "d.txt", text)
    return extract(document, split_sentences(document), parser)


def frame_of(words: str, text: str, parser: Parser) -> tuple[Claim, Frame, str]:
    """The claim and the frame of the number, time or name with these words, and the passage."""
    extraction = extraction_of(text, parser)
    frames = [(c, f) for c in extraction.claims for f in c.frames if words in f.mention.text]
    assert frames, [m.text for m in extraction.mentions]
    claim, frame = frames[0]
    return claim, frame, text[frame.passage.start : frame.passage.end]


PASSAGES = [
    (
        "seven",
        '"We are ready," he said after dinner with seven national leaders in The Hague.',
        "dinner with seven national leaders in The Hague",
    ),
    ("four", "A car bomb exploded near the market late on Monday, killing four women.", "killing four women"),
    ("Tuesday", "Prigozhin arrived in Belarus on Tuesday, after a revolt.", "Prigozhin arrived in Belarus on Tuesday"),
    ("Friday", "The fire started Friday night.", "The fire started Friday night"),
    ("600", "Robert Buckley, 32, fell about 600 metres while climbing.", "fell about 600 metres"),
    ("32", "Robert Buckley, 32, fell about 600 metres while climbing.", "Robert Buckley, 32"),
    ("Three", "Three undersea cables were damaged, the firm said.", "Three undersea cables were damaged"),
    ("two", "The arrest of two men by police shocked the town.", "The arrest of two men by police"),
    ("40", "Police said at least 40 people had died.", "at least 40 people had died"),
    ("24-foot", "They came in a 24-foot dhow from the north.", "24-foot dhow"),
    (
        "next week",
        "NATO will agree at a key summit to be held next week in Vilnius.",
        "a key summit to be held next week",
    ),
    ("65%", "At present 65% of traffic with India is offline.", "65% of traffic with India is offline"),
]


@pytest.mark.parametrize(("words", "text", "passage"), PASSAGES, ids=[passage for *_, passage in PASSAGES])
def test_passage_holds_what_the_value_is_of_and_little_else(
    words: str, text: str, passage: str, parser: Parser
) -> None:
    """The passage contains the governing words, and stays short."""
    _, _, found = frame_of(words, text, parser)
    assert passage in found
    assert len(found.split()) <= 14


PATHS = [
    ("seven", "They spoke after dinner with seven leaders.", ("leader", "dinner"), "with"),
    ("four", "The bomb killed four women.", ("woman", "kill"), "patient"),
    ("four", "Four women were killed.", ("woman", "kill"), "patient"),
    ("Tuesday", "Prigozhin arrived on Tuesday.", ("Tuesday", "arrive"), "on"),
    ("Minsk", "The threat came from Moscow and Minsk.", ("Minsk", "come"), "from"),
    ("22", "Omar, 22, was killed.", ("be",), "attribute"),
    ("two", "The arrest of two men shocked the town.", ("man", "arrest"), "patient"),
]


@pytest.mark.parametrize(("words", "text", "path", "role"), PATHS)
def test_path_climbs_from_the_value_to_the_predicate(
    words: str, text: str, path: tuple[str, ...], role: str, parser: Parser
) -> None:
    """Active and passive wordings give the same path and the same role."""
    frames = [
        f for c in extraction_of(text, parser).claims for f in c.frames if words.lower() in f.mention.text.lower()
    ]
    assert any((frame.path, frame.role) == (path, role) for frame in frames), [(f.path, f.role) for f in frames]


def test_a_value_belongs_to_the_innermost_claim(parser: Parser) -> None:
    """A number inside a participle is the participle's, not the main clause's."""
    claim, _, _ = frame_of("four", "A bomb exploded on Monday, killing four women.", parser)
    assert claim.predicate == "kill"


TIMES = [
    ("Prigozhin arrived in Belarus on Tuesday.", "arrive", 1),
    ("The company, founded on Monday, failed on Friday.", "fail", 4),
    ("The president of the club spoke.", "speak", None),
]


@pytest.mark.parametrize(("text", "predicate", "weekday"), TIMES)
def test_a_claim_takes_the_time_of_its_own_predicate(
    text: str, predicate: str, weekday: int | None, parser: Parser
) -> None:
    """The time that stands directly under the predicate is the claim's."""
    claim = next(c for c in extraction_of(text, parser).claims if c.predicate == predicate)
    assert (claim.time.weekday if isinstance(claim.time, Time) else None) == weekday


ARTICLE = (
    "NATO is ready, alliance chief Jens Stoltenberg said Tuesday, June 27, after dinner with seven national leaders in "
    "The Hague. Jens Stoltenberg met the leaders of the Netherlands, Romania, Lithuania, Poland and Belgium.\n\n"
    "Caption: 40 soldiers in Vilnius, Lithuania, July 11\n\n"
    "At least 35 people, including two children, were killed and 200 left homeless; Omar, 22, his son, survived."
)


def test_every_mention_stands_in_exactly_one_claim(parser: Parser) -> None:
    """No value is lost and none is counted twice, in prose, captions and lists."""
    extraction = extraction_of(ARTICLE, parser)
    framed = Counter(frame.mention for claim in extraction.claims for frame in claim.frames)
    assert framed == Counter(extraction.mentions)


def test_spans_and_passages_lie_in_the_text(parser: Parser) -> None:
    """A claim's pieces are in order, its frames' mentions lie inside them, passages hold their mention."""
    extraction = extraction_of(ARTICLE, parser)
    for claim in extraction.claims:
        assert list(claim.spans) == sorted(claim.spans)
        assert (claim.span.start, claim.span.end) == (claim.spans[0].start, claim.spans[-1].end)
        for frame in claim.frames:
            assert any(span.contains(frame.mention.span) for span in claim.spans)
            assert frame.passage.contains(frame.mention.span)
