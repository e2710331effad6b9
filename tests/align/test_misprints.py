"""Words printed wrong, found on strong grounds only."""

import pytest

from claimcheck.align.misprints import find_misprints
from claimcheck.extract.fused import find_fused
from claimcheck.extract.sentences import split_sentences
from claimcheck.extract.view import plain
from claimcheck.types import Document, Extraction


def misprints(parser, *texts: str):
    """The misprints of articles with these texts."""
    extractions = []
    for number, text in enumerate(texts):
        document = Document(f"d{number}", f"d{number}.txt", text)
        sentences = split_sentences(document)
        parses = parser.parse([plain(text[s.span.start : s.span.end]) for s in sentences])
        fused = find_fused(document, sentences, parses)
        extractions.append(Extraction(document, sentences, parses, (), (), (), fused))
    return find_misprints(extractions)


@pytest.mark.parametrize(
    ("text", "kind", "printed", "meant"),
    [
        ("Police arested him in San Diego.", "slip", "arested", "arrested"),
        ("Crews are at a large fir e at a supermarket.", "split", "fir e", "fire"),
        ("They were were released after treatment.", "doubled", "were were", "were"),
        ("I've done enough for a lifetime ofeverything.", "fused", "ofeverything", "of everything"),
    ],
)
def test_misprints(parser, text, kind, printed, meant):
    """Each kind of misprint says what is printed and what was meant."""
    (found,) = misprints(parser, text)
    assert (found.kind, found.printed, found.meant) == (kind, printed, meant)
    assert text[found.spans[0].start : found.spans[0].end] == printed


def test_a_short_slip_needs_another_article(parser):
    """Five letters prove nothing by themselves; the right word in the same place elsewhere does."""
    wrong = "The club rests its star as the team heads intpo the playoffs."
    assert misprints(parser, wrong) == ()
    (found,) = misprints(parser, wrong, "The club signed a player before it heads into the playoffs.")
    assert (found.meant, [span.document for span in found.right]) == ("into", ["d1"])


def test_one_wrong_form_is_one_misprint(parser):
    """The same slip in two articles is one entry with two places."""
    (found,) = misprints(parser, "Police arested him.", "The man was arested on Monday.")
    assert [span.document for span in found.spans] == ["d0", "d1"]


@pytest.mark.parametrize(
    "text",
    [
        "He said that that man had had enough.",
        "The neighbours favoured a stronger defence programme.",
        "The rewatchable final was unmissable.",
        "I do n't know what I 've seen at 5 p. m. on Monday.",
    ],
)
def test_no_misprints(parser, text):
    """Emphasis, British spelling, new words and loose contractions are left alone."""
    assert misprints(parser, text) == ()
