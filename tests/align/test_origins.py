"""Shared sentences, and what counts as one origin."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.align.origins import find_overlaps, group_origins
from claimcheck.extract.sentences import split_sentences
from claimcheck.sources.article import Article
from claimcheck.sources.reading import describe, read
from claimcheck.types import Document, Origin, Overlap

SEEDS = Path(__file__).parents[2] / "seeds"

AGENCY = (
    "The council of Aldermoor voted nine to two on Tuesday to close the swimming baths, which lost money last year. "
    "Residents had gathered three thousand signatures against the plan and stood before the town hall with buckets. "
    "The mayor told the meeting that the roof would not last another winter. "
    "A new building on the meadow by the river is to cost four million pounds and open in two years."
)
QUOTES = (
    '"We cannot heat a building that has holes in its roof," the mayor said. '
    '"I learned to swim there myself, and so did my children."'
)


def overlaps_of(texts: dict[str, str]) -> tuple[tuple[Document, ...], tuple[Overlap, ...]]:
    """The overlaps of these texts, read as articles."""
    documents = tuple(describe(Article(text), name, name) for name, text in texts.items())
    return documents, find_overlaps(documents, {d.id: split_sentences(d) for d in documents})


def origins_of(texts: dict[str, str]) -> tuple[Origin, ...]:
    """The origins of these texts."""
    documents, overlaps = overlaps_of(texts)
    return group_origins(documents, overlaps)


def groups(texts: dict[str, str]) -> list[str]:
    """The documents of each origin as one word."""
    return ["".join(origin.documents) for origin in origins_of(texts)]


def test_copies_in_other_marks_and_spelling_are_one_origin() -> None:
    """Quotation marks, capitals, dashes and British or American endings make no difference."""
    british = 'The "harbour" authority cancelled its defence of the theatre, and nobody could analyse why it did so.'
    american = "the “Harbor” authority canceled its defense of the theater — and nobody could analyze why it did so."
    (origin,) = origins_of({"a": british, "b": american})
    assert (origin.documents, origin.shared) == (("a", "b"), 1.0)


def test_brief_inside_a_long_report_is_of_its_origin() -> None:
    """A brief that stands whole in a long text adds no second source."""
    brief = " ".join(AGENCY.split(". ")[:2]) + "."
    assert groups({"a": brief, "b": AGENCY + " " + "The river rose by a hand in the night. " * 5}) == ["ab"]


def test_brief_joins_only_its_best_container() -> None:
    """Two long reports do not become one because the same brief is cut from both."""
    first, second, third, fourth = AGENCY.split(". ")
    one = f"{first}. {second}. {'Ann Poe ran the kiosk for thirty years and will miss the noise most of all. ' * 3}"
    budget = "The budget of the county knows no line for water, as its treasurer is fond of saying. "
    other = f"{first}. {second}. {budget * 3}"
    assert third and fourth
    assert groups({"a": one, "b": other, "c": f"{first}. {second}."}) == ["ac", "b"]


def test_shared_quotations_do_not_merge_independent_reports() -> None:
    """Two reporters at one meeting write down the same words."""
    one = f"{QUOTES} The vote came late, and the gallery was empty by then but for a man asleep under his hat."
    other = f"{QUOTES} Nine hands went up for it, two against, in a hall that smelled of floor polish and wet coats."
    assert groups({"a": one, "b": other}) == ["a", "b"]


def test_little_but_quotations_is_no_proof() -> None:
    """A text of quotations alone joins only what holds it whole."""
    one = '"We cannot heat a building that has holes in its roof, and we will not try," the mayor said.'
    other = '"We cannot heat a building that has holes in its roof, and we will not try," she told them.'
    assert groups({"a": one, "b": other}) == ["a", "b"]


def test_passages_point_at_the_shared_sentences() -> None:
    """Sentence by sentence, both spans verbatim, 1.0 for the same words."""
    first, second, *_ = AGENCY.split(". ")
    documents, overlaps = overlaps_of(
        {"a": f"{first}. Nobody was surprised by that.", "b": f"It rained. {first}! {second}."}
    )
    texts = {d.id: d.text for d in documents}
    (ab, _) = overlaps
    ((passage),) = ab.passages
    assert texts["a"][passage.a.start : passage.a.end] == f"{first}."
    assert texts["b"][passage.b.start : passage.b.end] == f"{first}!"
    assert passage.similarity == 1.0
    assert ab.share == pytest.approx(20 / 25, abs=0.05)


def test_documents_without_common_words_have_no_overlap() -> None:
    """They never meet."""
    assert overlaps_of({"a": AGENCY, "b": "Nobody else wrote of it."})[1] == ()


def test_empty_and_single_documents() -> None:
    """One document is one origin; none is none; a document without sentences has an origin too."""
    assert origins_of({}) == ()
    assert origins_of({"a": AGENCY}) == (Origin("o1", ("a",), 1.0),)
    document = Document("a", "a", "x")
    assert group_origins((document,), find_overlaps((document,), {"a": ()})) == (Origin("o1", ("a",), 1.0),)


def test_seeds() -> None:
    """Five articles on one evening: two are one agency text, a translation shares a quarter with it."""
    documents = read([SEEDS]).documents
    overlaps = find_overlaps(documents, {d.id: split_sentences(d) for d in documents})
    origins = group_origins(documents, overlaps)
    assert [tuple(name[:3] for name in o.documents) for o in origins] == [("000", "001"), ("002",), ("003",), ("004",)]
    assert origins[0].shared >= 0.95
    shares = {(o.document[:3], o.other[:3]): o.share for o in overlaps}
    assert 0.2 <= shares["002", "000"] <= 0.4
    assert 0.2 <= shares["002", "001"] <= 0.4
