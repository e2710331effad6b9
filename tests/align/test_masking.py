"""Masked sentences: what stands for a value, and where in them the stretches of a document are."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.align.masking import Masked, mask_values
from claimcheck.models import Models
from claimcheck.pipeline import show
from claimcheck.protocols import Part
from claimcheck.types import Extraction, Quantity, Span, Time

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def extractions(models: Models) -> tuple[Extraction, ...]:
    """The seeds."""
    return show([SEEDS], models=models).extractions


def test_values_are_masked_and_nothing_else(extractions: tuple[Extraction, ...]) -> None:
    """Every stretch without a value reads as in the document, and of a value what it counts alone."""
    masks = set[str]()
    for extraction in extractions:
        text = extraction.document.text
        values = [m.span for m in extraction.mentions if isinstance(m.value, Quantity | Time)]
        for masked in mask_values(extraction):
            for start, end, begin, stop in masked.pieces:
                printed, shown = text[start:end], masked.text[begin:stop]
                if any(v.start == start and v.end == end for v in values):
                    masks.add(shown)
                else:
                    assert shown == printed
                    assert not any(v.start >= start and v.end <= end for v in values)
    assert {"then", "some national leader"} <= masks


def test_the_pieces_are_the_whole_sentence(extractions: tuple[Extraction, ...]) -> None:
    """In order, and without a gap on either side."""
    for extraction in extractions:
        for sentence, masked in zip(extraction.sentences, mask_values(extraction), strict=True):
            ends = [(sentence.span.start, 0), *((end, stop) for _, end, _, stop in masked.pieces)]
            assert [(start, begin) for start, _, begin, _ in masked.pieces] == ends[:-1]
            assert ends[-1] == (sentence.span.end, len(masked.text))


# "On Tuesday seven national leaders met." from offset 10 on
MASKED = Masked(
    "On then some national leader met.",
    ((10, 13, 0, 3), (13, 20, 3, 7), (20, 21, 7, 8), (21, 43, 8, 28), (43, 48, 28, 33)),
)


@pytest.mark.parametrize(
    ("spans", "ranges", "words"),
    [
        ([(10, 48)], ((0, 33),), "On then some national leader met."),
        ([(44, 47)], ((29, 32),), "met"),
        ([(21, 47)], ((8, 32),), "some national leader met"),
        ([(30, 47)], ((8, 32),), "some national leader met"),  # a mask is there or is not
        ([(11, 15)], ((1, 7),), "n then"),
        ([(43, 48), (10, 12)], ((0, 2), (28, 33)), "On met."),
        ([(0, 5)], (), ""),
        ([(0, 12), (47, 99)], ((0, 2), (32, 33)), "On ."),
    ],
)
def test_a_part(spans: list[tuple[int, int]], ranges: tuple[tuple[int, int], ...], words: str) -> None:
    """Stretches of the document as ranges of the masked sentence."""
    part = MASKED.part(Span("d", start, end) for start, end in spans)
    assert part == Part(MASKED.text, ranges)
    assert part.words == words
