"""Words without the space between them."""

import pytest

from claimcheck.extract.fused import find_fused, split_fused
from claimcheck.extract.sentences import split_sentences
from claimcheck.extract.view import plain
from claimcheck.types import Document

KNOWN = frozenset({"nauseda", "duda", "johnson", "karaman"})


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Nausedawarned", ("Nauseda", "warned")),
        ("Nausedaand", ("Nauseda", "and")),
        ("Dudain", ("Duda", "in")),
        ("Johnsonwas", ("Johnson", "was")),
        ("LohannisLithuanian", ("Lohannis", "Lithuanian")),
        ("baAlaska", ("ba", "Alaska")),
        ("ofeverything", ("of", "everything")),
        ("ofthe", ("of", "the")),
    ],
)
def test_split_fused(word, parts):
    """A known name or an everyday word on either side of the lost space."""
    assert split_fused(word, KNOWN) == parts


WHOLE = """
YouTube McDonald DeCroo DiLeo O'Neil iPhone LinkedIn AstraZeneca Karamanlis Nauseda Robertson NATO onboarding
forthcoming WikiLeaks BuzzFeed ITNewsAfrica Johansson underwater overcook
"""


@pytest.mark.parametrize("word", WHOLE.split())
def test_whole_words_stay_whole(word):
    """Brands, surnames and compounds are words of their own."""
    assert split_fused(word, KNOWN) is None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A threat from “Moscow or Minsk”after Belarus welcomed him.", ["after-quote"]),
        ('A threat from "Moscow or Minsk"after Belarus welcomed him.', ["after-quote"]),
        ("The chief said.He thanked the crews.", ["after-stop"]),
        ("She was on the U.S.TV show.", ["after-stop"]),
        ("It is also known as cable 4or the long line.", ["words"]),
        ("The U.S. grew 2.5 percent, J.K. Rowling said at 3.30 p.m. on bbc.co.uk and UsMagazine.com.", []),
        ("“We are ready,” he said. “Very ready.”", []),
        ('She said: "We are ready," and left.', []),
        ("Write to news@example.org or visit www.example.com/News.Page today.", []),
    ],
)
def test_find_fused(parser, text, kinds):
    """Missing spaces behind quotes and stops are told from abbreviations, decimals and addresses."""
    document = Document("a", "a.txt", text)
    sentences = split_sentences(document)
    parses = parser.parse([plain(text[s.span.start : s.span.end]) for s in sentences])
    found = find_fused(document, sentences, parses)
    assert [word.kind for word in found] == kinds
    assert all(text[w.span.start : w.span.end].startswith(w.parts[0]) for w in found)
