"""Boilerplate around and between an article's paragraphs changes nothing of what is taken from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.extract import extract
from claimcheck.extract.sentences import split_sentences
from claimcheck.protocols import Parser
from claimcheck.sources.article import Article
from claimcheck.sources.reading import describe, read
from claimcheck.types import Document

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLES = (
    "The council of Aldermoor voted nine to two on Tuesday to close the baths, which lost £40,000 last year.\n\n"
    "“We have no choice,” the mayor, Ann Poe, told a meeting in the town hall. Residents had gathered 3,000 signatures "
    "against the plan.\n\nThe baths, which opened in 1934, will be shut by the end of June, she said.",
    "Two people were killed and nine were hurt when a bus left the road near Kirkwell, police said.\n\n"
    "The driver, who is 43, was not among the dead. He was taken to hospital with a broken arm.\n\n"
    "It was the third such crash on the road this year, according to the ministry of transport.",
)
BETWEEN = (
    "READ MORE: Why the water tastes of iron this summer",
    "Advertisement",
    "Sign up for our newsletter and get the latest news in your inbox.",
    "Story continues below advertisement",
    "Share this article",
)
BELOW = (
    "By Jane Roe and Tom Doe",
    "© 2023 Evening Courier. All rights reserved.",
    "We use cookies to improve your experience. By continuing to browse, you agree to our use of cookies.",
    "This article was amended on 3 May 2018 to correct the spelling of the mayor's name.",
    "Related stories\n\nFire at the old mill destroys six boats of the rowing club\n\nWhy the water tastes of iron now",
    "Have your say in the comments below.",
    "Topics: Politics, Transport",
    "Additional reporting by Jane Roe.",
)
ABOVE = ("14:32 GMT", "Published April 27, 2018", "By Jane Roe", "4 min read", "Listen to this article")


@st.composite
def decorated(draw: st.DrawFn) -> tuple[str, str]:
    """An article as it is, and the same with boilerplate above, between and below its paragraphs."""
    text = draw(st.sampled_from(ARTICLES))
    paragraphs = text.split("\n\n")
    for line in draw(st.lists(st.sampled_from(BETWEEN), max_size=2, unique=True)):
        paragraphs.insert(draw(st.integers(1, len(paragraphs))), line)
    above = draw(st.lists(st.sampled_from(ABOVE), max_size=3, unique=True))
    below = draw(st.lists(st.sampled_from(BELOW), max_size=3, unique=True))
    return text, "\n\n".join([*above, *paragraphs, *below])


def taken(document: Document, parser: Parser) -> tuple[list[str], list[str], list[str]]:
    """What is extracted, in words: claims, values, quotations."""
    found = extract(document, split_sentences(document), parser)
    return [c.text for c in found.claims], [m.text for m in found.mentions], [q.text for q in found.quotations]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=decorated())
def test_small_articles(texts: tuple[str, str], parser: Parser) -> None:
    """The same claims, values and quotations."""
    plain, more = (describe(Article(text), "a", "a.txt") for text in texts)
    assert taken(more, parser) == taken(plain, parser)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_seeds(path: Path, parser: Parser) -> None:
    """Every kind of line at once, below the text."""
    plain = read([path]).documents[0]
    more = describe(Article("\n\n".join([plain.text.rstrip(), *BELOW[1:]])), plain.id, plain.path)
    assert taken(more, parser) == taken(plain, parser)
