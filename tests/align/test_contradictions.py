"""Contradictions by typed evidence: each ground finds its own kind, in either order of the articles, and no copy."""

from __future__ import annotations

import pytest

from claimcheck.align.contradictions import find_contradictions
from claimcheck.align.entities import group_entities
from claimcheck.extract import extract
from claimcheck.extract.sentences import split_sentences
from claimcheck.types import Document

CLASHES = {
    "opposed": (
        "The two ministers met at the lakeside hotel shortly before the vote on the new budget.",
        "The two ministers met at the lakeside hotel shortly after the vote on the new budget.",
    ),
    "limited": (
        "The company said it will close a former ammunition plant near the border.",
        "The company will close an ammunition plant near the border.",
    ),
    "party": (
        "Scouts of the Rangers and the Giants were in town. On Monday the Rangers offered the young "
        "pitcher a contract of eight years and a house.",
        "On Monday the Giants offered the young pitcher a contract of eight years and a house.",
    ),
    "designation": (
        "The lorry overturned on Route 66 shortly before dawn and blocked both lanes for hours.",
        "The lorry overturned on Route 96 shortly before dawn and blocked both lanes for hours.",
    ),
    "identifier": ("Call the police on 01632 960 4471.", "Call the police on 01632 906 4471."),
    "kind": (
        "Daniel Frost shot his landlord with a rifle on Monday night.",
        "On Monday night Daniel Frost shot his landlord with a pistol.",
    ),
    "outcome": (
        "The appeals court upheld the ban on Friday.",
        "On Friday, the appeals court overturned the ban.",
    ),
    "degree": ("The climbers were well equipped, a guide said.", "The party was poorly equipped, police said."),
    "swapped": ("Rovers beat Albion on Saturday.", "Albion beat Rovers on Saturday."),
    "cause": ("Edith Marlow died of a stroke in Bath.", "Edith Marlow died of pneumonia in Bath."),
}


def contradictions(parser, *texts: str):
    """What is found in articles with these texts."""
    extractions = []
    for number, text in enumerate(texts):
        document = Document(f"d{number}", f"d{number}.txt", text)
        extractions.append(extract(document, split_sentences(document), parser))
    return find_contradictions(extractions, group_entities(extractions))


@pytest.mark.parametrize(("ground", "texts"), CLASHES.items())
def test_each_ground(parser, ground, texts):
    """One contradiction is found, on its ground, and its passages lie in the two articles in order."""
    (found,) = contradictions(parser, *texts)
    assert found.ground == ground
    assert [{span.document for span in side.spans} for side in (found.a, found.b)] == [{"d0"}, {"d1"}]


@pytest.mark.parametrize("texts", CLASHES.values(), ids=CLASHES)
def test_the_order_of_articles_changes_nothing(parser, texts):
    """The same words clash when the articles change places."""
    (there,), (back,) = contradictions(parser, *texts), contradictions(parser, *reversed(texts))
    assert (there.ground, there.a.words, there.b.words) == (back.ground, back.b.words, back.a.words)


@pytest.mark.parametrize("texts", CLASHES.values(), ids=CLASHES)
def test_a_copy_contradicts_nothing(parser, texts):
    """An article and its copy never clash, nor does an article with one that gives both accounts."""
    assert contradictions(parser, texts[0], texts[0]) == ()


def test_passages_of_one_contradiction_come_together(parser):
    """Three articles, two sides: one contradiction with all the passages."""
    upheld, overturned = CLASHES["outcome"]
    (found,) = contradictions(parser, upheld, overturned, "The appeals court upheld the ban on Friday, lawyers said.")
    assert [len(side.spans) for side in (found.a, found.b)] == [2, 1]
