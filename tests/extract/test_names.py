"""Names of an article, their kinds mended from the whole of it."""

import pytest

from claimcheck.extract.names import find_names
from claimcheck.extract.sentences import split_sentences
from claimcheck.extract.view import plain
from claimcheck.types import Document, Mention, Name, Span


def names(parser, text: str, title: str | None = None) -> tuple[Mention, ...]:
    """The mentions of names in a text with a title before it."""
    whole = f"{title}\n\n{text}" if title else text
    span = Span("a", 0, len(title)) if title else None
    document = Document("a", "a.txt", whole, title=title, title_span=span)
    sentences = split_sentences(document)
    parses = parser.parse([plain(whole[s.span.start : s.span.end]) for s in sentences])
    found = find_names(document, sentences, parses)
    assert all(whole[m.span.start : m.span.end] == m.text for m in found)
    return found


def value(mention: Mention) -> Name:
    """The name of a mention."""
    assert isinstance(mention.value, Name)
    return mention.value


@pytest.mark.parametrize(
    ("text", "kind", "name", "role"),
    [
        (
            "Lithuanian President Gitanas Nauseda warned of it.",
            "person",
            "Gitanas Nauseda",
            "lithuanian president",
        ),
        (
            "The Lithuanian President, Gitanas Nauseda, spoke.",
            "person",
            "Gitanas Nauseda",
            "lithuanian president",
        ),
        (
            "Mark Rutte, Prime Minister of the Netherlands, agreed.",
            "person",
            "Mark Rutte",
            "prime minister of the netherlands",
        ),
        ("The alliance chief Jens Stoltenberg said so on Tuesday.", "person", "Jens Stoltenberg", "alliance chief"),
        (
            "Prosecutors, led by Assistant District Attorney David Rossi, rested.",
            "person",
            "David Rossi",
            "assistant district attorney",
        ),
        ("NATO Secretary-General Jens Stoltenberg spoke.", "person", "Jens Stoltenberg", "nato secretary-general"),
        ("The team fired A.J. Smith, the general manager, on Monday.", "person", "A.J. Smith", "general manager"),
        ("He went to The Netherlands in May.", "place", "Netherlands", ""),
        ("Belarus's army stood by in Minsk.", "place", "Belarus", ""),
        ("He waved to crowds in Rostov-on-Don, Russia.", "place", "Rostov-on-Don", ""),
        ("South Korean President Moon Jae-in met the envoys.", "person", "Moon Jae-in", "south korean president"),
        ("They called Surrey Police at noon.", "organisation", "Surrey Police", ""),
        ("The photograph is by Piroschka van de Wouw.", "person", "Piroschka van de Wouw", ""),
    ],
)
def test_names_are_cut_from_what_stands_around_them(parser, text, kind, name, role):
    """Titles, nationalities, articles and possessives are no part of a name; the role is kept."""
    found = {value(m).text: m for m in names(parser, text)}
    assert name in found, sorted(found)
    assert found[name].kind == kind
    assert value(found[name]).role == role


def test_a_later_mention_takes_the_kind_of_its_full_name(parser):
    """A family name alone is a person wherever the parser puts it."""
    text = (
        "Alliance chief Jens Stoltenberg said NATO was ready. Stoltenberg told reporters that it was early. "
        "Stoltenberg added that the West must not underestimate Russia."
    )
    kinds = [m.kind for m in names(parser, text) if value(m).text.endswith("Stoltenberg")]
    assert kinds == ["person"] * 3


def test_a_fused_name_is_taken_apart(parser):
    """The name ends where it ends, and the word as printed is kept."""
    text = (
        "The Lithuanian President, Gitan Nausedawarned of the risk. "
        "Klaus LohannisLithuanian Gitan Nausedaand others were there."
    )
    found = [value(m) for m in names(parser, text)]
    assert [(n.text, n.fused) for n in found if n.fused] == [
        ("Gitan Nauseda", "Nausedawarned"),
        ("Klaus Lohannis", "LohannisLithuanian"),
        ("Gitan Nauseda", "Nausedaand"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Firefighters were called at noon.", "Yesterday was quiet. They left on Tuesday.", "The Lithuanian warned them."],
)
def test_no_names(parser, text):
    """Capitals at a sentence's start, days and nationalities name nobody."""
    assert names(parser, text) == ()


def test_a_headline_in_capitals_is_read_with_the_body(parser):
    """Only words that are names in the body are names in a headline of capitals."""
    text = "Mark Rutte said on Monday that he rejects the claims."
    found = names(parser, text, title="RUTTE REJECTS CLAIMS OF WAR")
    assert [value(m).text for m in found] == ["RUTTE", "Mark Rutte"]
