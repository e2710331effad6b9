"""Quotations: marks of every kind, speech told apart from titles and scare quotes, and who speaks."""

from __future__ import annotations

import pytest

from claimcheck.extract.names import find_names
from claimcheck.extract.quotations import find_quotations
from claimcheck.extract.quotemarks import find_marks
from claimcheck.extract.sentences import split_sentences
from claimcheck.extract.view import plain
from claimcheck.protocols import Parser
from claimcheck.types import Document, Quotation, Span

INTRO = "Norwegian Prime Minister Erna Solberg met reporters in Oslo on Monday. "


def quotations(parser: Parser, text: str, title: str | None = None) -> tuple[Quotation, ...]:
    """The quotations of `text`; a title stands as its first line."""
    whole = f"{title}\n\n{text}" if title else text
    span = Span("a", 0, len(title)) if title else None
    document = Document(id="a", path="a.txt", text=whole, title=title, title_span=span)
    sentences = split_sentences(document)
    parses = parser.parse([plain(whole[s.span.start : s.span.end]) for s in sentences])
    return find_quotations(document, sentences, parses, find_names(document, sentences, parses))


# (text, the quotation by its first words, its speaker)
SPEAKERS = [
    # the clause after
    ("“It is too early to say,” Jens Stoltenberg told reporters.", "It is too early", "Jens Stoltenberg"),
    ("“It is too early to say,” said Jens Stoltenberg.", "It is too early", "Jens Stoltenberg"),
    ("“It is too early to say,” alliance chief Jens Stoltenberg said Tuesday.", "It is too early", "Jens Stoltenberg"),
    ("“We left at once,” said Mary John, 43, who saw the fire.", "We left", "Mary John"),
    ("“We left at once,” Mary John, a nurse at the hospital, said.", "We left", "Mary John"),
    ("“Are you sure?” asked Jens Stoltenberg.", "Are you sure", "Jens Stoltenberg"),
    ("“This must stop!” Jens Stoltenberg warned.", "This must stop", "Jens Stoltenberg"),
    ("“Nobody knew,” a police spokeswoman said.", "Nobody knew", "a police spokeswoman"),
    ("“Nobody knew,” said a spokesman for the company.", "Nobody knew", "a spokesman"),
    ("“Nobody knew,” police said.", "Nobody knew", "police"),
    ("“The rule is clear,” Microsoft said in a statement.", "The rule is clear", "Microsoft"),
    # the clause before
    ("Jens Stoltenberg said: “It is too early to say.”", "It is too early", "Jens Stoltenberg"),
    ("Jens Stoltenberg said, “It is too early to say.”", "It is too early", "Jens Stoltenberg"),
    ("Jens Stoltenberg added that the West “must not underestimate Russia” at all.", "must not", "Jens Stoltenberg"),
    ("Jens Stoltenberg called the attack “a cruel act” on Monday.", "a cruel act", "Jens Stoltenberg"),
    ("NATO warned, however, that “we must not underestimate” Moscow.", "we must not", "NATO"),
    ("The Atlantic Alliance warned that “the threat is real” for all.", "the threat", "Atlantic Alliance"),
    ("According to Jens Stoltenberg, the talks were “very good indeed”.", "very good", "Jens Stoltenberg"),
    ("The talks were “very good indeed”, according to Jens Stoltenberg.", "very good", "Jens Stoltenberg"),
    ("Jens Stoltenberg: “It is too early to say.”", "It is too early", "Jens Stoltenberg"),
    (
        "President Gitanas Nauseda warned of the risk: “If they deploy killers, all countries face danger.”",
        "If they deploy",
        "Gitanas Nauseda",
    ),
    # split by the clause
    ("“We came,” Jens Stoltenberg said, “and we saw what had happened there.”", "We came", "Jens Stoltenberg"),
    ("“We came,” Jens Stoltenberg said, “and we saw what had happened there.”", "and we saw", "Jens Stoltenberg"),
    ("“We came,” Jens Stoltenberg said. “We saw what had happened there.”", "We saw", "Jens Stoltenberg"),
    # marks without their space
    ("“It will move to Belarus.”declared Jens Stoltenberg to the press.", "It will move", "Jens Stoltenberg"),
    ('"It is very sad, "Jens Stoltenberg said. "We are shocked. "', "It is very sad", "Jens Stoltenberg"),
    ('"It is very sad, "Jens Stoltenberg said. "We are shocked. "', "We are shocked", "Jens Stoltenberg"),
    ("\"We have no idea what caused it, '' Jens Stoltenberg told CNN.", "We have no idea", "Jens Stoltenberg"),
    ("“ There is a lot of anger here, ” said Jens Stoltenberg.", "There is a lot", "Jens Stoltenberg"),
    ("‘It is too early to say,’ said Jens Stoltenberg.", "It is too early", "Jens Stoltenberg"),
    # pronouns and descriptions
    (INTRO + "“We are ready,” she said.", "We are ready", "Erna Solberg"),
    (INTRO + "“We are ready,” the prime minister said.", "We are ready", "Erna Solberg"),
    (INTRO + "Solberg said talks go on.\n\n“We are ready,” declared the leader.", "We are ready", "Erna Solberg"),
    (
        "Prime Minister Mark Rutte, who hosted the dinner, rejected Putin's claims. “I refute that,” he said.",
        "I refute",
        "Mark Rutte",
    ),
    ("Jens Stoltenberg arrived late. “We are ready,” Stoltenberg said.", "We are ready", "Jens Stoltenberg"),
    # a description, and the person named right behind it
    (
        "The man was “out for revenge,” according to Oslo police Lt. Peter Holm.",
        "out for revenge",
        "Peter Holm",
    ),
    ("“It is a good rule,” said Secretary of the Treasury Erna Solberg.", "It is a good rule", "Erna Solberg"),
    # a given name alone
    ("Jens Stoltenberg left early. “I had to,” Jens said.", "I had to", "Jens Stoltenberg"),
    # several people, and bodies that speak
    ("The marchers came nearer. “Open the gates,” they chanted.", "Open the gates", "The marchers"),
    ("Some of the marchers shouted, “That is her house,” and ran.", "That is her house", "the marchers"),
    ("A statement from Oxfam said the shop was shut. “We thank all who helped,” it added.", "We thank", "Oxfam"),
    # a pronoun goes on standing for whom it stood for
    (
        INTRO + "She had no word of blame for Jens Stoltenberg. “I am glad he came,” she said.",
        "I am glad",
        "Erna Solberg",
    ),
    ("A spokeswoman told reporters the road was shut. “We hope for the best,” she said.", "We hope", "A spokeswoman"),
    # whoever is quoted, not who quotes
    ("“We all ran,” the Oslo Times quoted witness Mary John as saying.", "We all ran", "Mary John"),
    ("“The line was cut,” the company was quoted as saying.", "The line was cut", "the company"),
    # the nearer of two who report
    (
        "According to the charges, Jens Stoltenberg refused to stop, saying officers “would need to shoot” him.",
        "would need",
        "Jens Stoltenberg",
    ),
    # no clause at all
    (
        "“We sent a clear message,” said Jens Stoltenberg.\n\n“So there is no room for doubt.”",
        "So there is",
        "Jens Stoltenberg",
    ),
    (
        "“It is too early to make a judgment.”\nJens Stoltenberg, Secretary-General of NATO.",
        "It is",
        "Jens Stoltenberg",
    ),
    ("Jens Stoltenberg was firm. “There is no room for doubt here.”", "There is no room", "Jens Stoltenberg"),
    ("Jens Stoltenberg said: “We came.\n\n“We saw what there was to see.”", "We saw", "Jens Stoltenberg"),
    # noun of speech, chains of verbs
    ("He rejected Vladimir Putin's claim that “the West wants chaos” there.", "the West", "Vladimir Putin"),
    ("Jens Stoltenberg thanked the hosts and said “the work goes on” in Oslo.", "the work", "Jens Stoltenberg"),
    ("Jens Stoltenberg left early, saying “the work goes on” in Oslo.", "the work", "Jens Stoltenberg"),
    ("The plan was described by Jens Stoltenberg as “a good first step”.", "a good first", "Jens Stoltenberg"),
]


@pytest.mark.parametrize(("text", "start", "speaker"), SPEAKERS)
def test_speaker(parser: Parser, text: str, start: str, speaker: str) -> None:
    """The quotation is speech, and it is this speaker's."""
    found = [q for q in quotations(parser, text) if q.text.startswith(start)]
    assert found, [q.text for q in quotations(parser, text)]
    assert (found[0].speech, found[0].speaker) == (True, speaker)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The so-called “apology note” was read in court.", "apology note"),
        ("He starred in the musical “The Boy From Oz” last year.", "The Boy From Oz"),
        ("The building was known as the “Old Mat Maid Warehouse.”", "Old Mat Maid Warehouse."),
        ('Vincent "The Chin" Gigante died in prison.', "The Chin"),
        ("He was the “godfather” of the district.", "godfather"),
        ("Officers found the suspect's “White Paper Plan” in a drawer.", "White Paper Plan"),
        ("Dubbed the “Oddfather” for his ways, he walked the streets.", "Oddfather"),
        ("She uses the alias “Crazy T” online.", "Crazy T"),
    ],
)
def test_not_speech(parser: Parser, text: str, words: str) -> None:
    """Titles, nicknames and scare quotes are quotations without a speaker."""
    found = quotations(parser, text)
    assert [(q.text, q.speech, q.speaker) for q in found] == [(words, False, "")]


def test_headline(parser: Parser) -> None:
    """A name after the colon of a headline speaks the words before it."""
    found = quotations(parser, "Jens Stoltenberg spoke.", title="NATO ready to defend ‘Moscow or Minsk’: Stoltenberg")
    assert [(q.text, q.speaker) for q in found] == [("Moscow or Minsk", "Jens Stoltenberg")]


def test_nested_marks_stay_inside(parser: Parser) -> None:
    """A quotation in a quotation is part of the outer one."""
    found = quotations(parser, "“He said ‘no’ to us,” Jens Stoltenberg said.")
    assert [q.text for q in found] == ["He said ‘no’ to us,"]


def test_several_sentences_are_one_quotation(parser: Parser) -> None:
    """A quotation over two sentences is one, and knows its first sentence."""
    found = quotations(parser, "He left. “We came. We saw,” Jens Stoltenberg said.")
    assert [(q.text, q.sentence, q.closed) for q in found] == [("We came. We saw,", 1, True)]


@pytest.mark.parametrize(
    ("text", "expected", "speaker"),
    [
        (
            "The talks went on. We will make a deal, ” one negotiator says. Nobody left.",
            "We will make a deal,",
            "one negotiator",
        ),
        ("The two sides will sign: Everybody will do it, ” says Mary John.", "Everybody will do it,", "Mary John"),
        ("Nobody left. 'I cannot speak for them, ” said Mary John.", "I cannot speak for them,", "Mary John"),
    ],
)
def test_unopened_begins_with_its_sentence(parser: Parser, text: str, expected: str, speaker: str) -> None:
    """A closing mark before the clause that reports it ends a quotation whose opening mark is missing."""
    found = quotations(parser, text)
    assert [(q.text, q.closed) for q in found] == [(expected, False)]
    assert found[0].speaker.endswith(speaker)


def test_stray_closing_mark_quotes_nothing(parser: Parser) -> None:
    """A closing mark alone is no quotation when nothing reports it."""
    assert quotations(parser, "The pipe measures 12” and leaks. The door of 30”, they found, was shut.") == ()


def test_apostrophes_between_spaces_are_no_quotation(parser: Parser) -> None:
    """Single marks that stand apart from the words are apostrophes when they are far from each other."""
    filler = "The film made a lot of money for the studio and nobody there complained about it in public. " * 4
    assert quotations(parser, f"Ross ‘ direction was strong. {filler}Ross ’ does have a few friends.") == ()


def test_unclosed_ends_with_its_sentence(parser: Parser) -> None:
    """Without a closing mark a quotation does not swallow the rest of the paragraph."""
    found = quotations(parser, "“We are sad, he said. Police came later.")
    assert [(q.text, q.closed) for q in found] == [("We are sad,", False)]


def test_paragraphs_opened_again(parser: Parser) -> None:
    """A speech over two paragraphs is two quotations, the first unclosed, both of one speaker."""
    found = quotations(parser, "Jens Stoltenberg said: “We came.\n\n“We saw what there was.”")
    assert [(q.text, q.closed, q.speaker) for q in found] == [
        ("We came.", False, "Jens Stoltenberg"),
        ("We saw what there was.", True, "Jens Stoltenberg"),
    ]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("“a” and “b”", "()()"),
        ('"a" and "b"', "()()"),
        ("``a'' and ``b''", "()()"),
        ("a '' b", ""),
        ("closer ” to its place” in", "()"),
        ('a 6" nail', ""),
        ('"a. "b," he said', "(()"),
        ("«a» and „b“", "()()"),
        ("“Moscow or Minsk”after", "()"),
        ('"sad, "Bower said. "There," he said', "()()"),
        ('told Hill, "He asked why. " She left.', "()"),
        ('"We won, "team president Billy King said. "At last. "', "()()"),
        ('"A fox, "Mr. Hill quoted Mr. King as saying', "()"),
    ],
)
def test_sides_of_marks(text: str, sides: str) -> None:
    """Marks open and close where a reader sees it."""
    found = [mark for mark in find_marks(text) if mark.level == 0]
    assert "".join("(" if mark.side == "open" else ")" for mark in found) == sides


@pytest.mark.parametrize(
    "text", ["I 'm sure", "the '90s", "the allies' plan", "don't", "rock 'n' roll", "O ’ Brien ’ s"]
)
def test_apostrophes_are_no_marks(text: str) -> None:
    """Apostrophes never open a quotation."""
    assert find_marks(text) == ()


def test_offsets(parser: Parser) -> None:
    """Quotations and speakers are exact slices of the document."""
    text = INTRO + "“We are ready,” she said. “Nobody else is,” said Jens Stoltenberg."
    for quotation in quotations(parser, text):
        assert text[quotation.span.start : quotation.span.end] == quotation.text
        assert quotation.speaker_span is not None
        assert text[quotation.speaker_span.start : quotation.speaker_span.end] in ("she", "Jens Stoltenberg")
