"""Utterances: which quotations are of one act of speech, and the table of their wordings."""

from __future__ import annotations

import pytest

from claimcheck.align.utterances import group_utterances
from claimcheck.align.wordings import tabulate
from claimcheck.types import Document, Extraction, Quotation, Span

CLEAR = "What is absolutely clear is that we have sent a clear message to Moscow and to Minsk,"
ROOM = "So no room for misunderstanding in Moscow or Minsk about our ability to defend allies."


def extractions(*articles: list[tuple[str, str]]) -> list[Extraction]:
    """Articles that hold nothing but quotations: (text, speaker)."""
    found = []
    for number, quotes in enumerate(articles):
        name, text, quotations = "abcdefgh"[number], "", []
        for words, speaker in quotes:
            start = len(text) + 1
            text += f"“{words}” "
            quotations.append(Quotation(Span(name, start, start + len(words)), words, speaker))
        document = Document(id=name, path=f"{name}.txt", text=text)
        found.append(Extraction(document, (), (), (), (), tuple(quotations)))
    return found


def quotes(number: int, words: str) -> Extraction:
    """An article that is one quotation, under a number."""
    name = f"d{number:03}"
    quotation = Quotation(Span(name, 1, 1 + len(words)), words, "Jens Stoltenberg")
    return Extraction(Document(id=name, path=name, text=f"“{words}”"), (), (), (), (), (quotation,))


def documents(*articles: list[tuple[str, str]]) -> list[list[str]]:
    """The documents of each utterance's quotations."""
    return [[q.span.document for q in u.quotations] for u in group_utterances(extractions(*articles))]


def test_same_words() -> None:
    """One sentence in two articles is one utterance."""
    assert documents([(CLEAR, "Stoltenberg")], [(CLEAR, "Jens Stoltenberg")]) == [["a", "b"]]


def test_fragment_inside() -> None:
    """A fragment is of the utterance that holds it, when one person may say both."""
    assert documents([(CLEAR, "Stoltenberg")], [("sent a clear message to Moscow", "Jens Stoltenberg")]) == [["a", "b"]]


def test_split_pieces_come_together() -> None:
    """Two pieces around "he said" and the whole in another article are one utterance."""
    whole = f"{CLEAR[:-1]}. {ROOM}"
    pieces = [(CLEAR, "Stoltenberg"), (ROOM, "Stoltenberg")]
    assert documents(pieces, [(whole, "Stoltenberg")]) == [["a", "a", "b"]]


def test_stock_phrase_of_two_speakers() -> None:
    """A stock phrase does not join two people's sentences."""
    assert (
        documents(
            [("in a complete, verifiable and irreversible manner", "Itsunori Onodera")],
            [("in a complete and verifiable and irreversible way", "Donald Trump")],
        )
        == []
    )


def test_stock_phrase_of_one_speaker() -> None:
    """Two sentences of one speaker that share a phrase stay apart."""
    assert (
        documents(
            [("We are thrilled to have Ellen DeGeneres host the Oscars,", "Craig Zadan")],
            [("It is an honor to welcome back Ellen DeGeneres as host of the biggest celebration,", "Craig Zadan")],
        )
        == []
    )


@pytest.mark.parametrize("other", ["Vladimir Putin", "", "the alliance", "NATO"])
def test_long_overlap_needs_no_speaker(other: str) -> None:
    """A long equal wording is one utterance whoever is named: the wrong speaker is another rule's matter."""
    assert documents([(CLEAR, "Jens Stoltenberg")], [(CLEAR, other)]) == [["a", "b"]]


def test_scare_quotes_are_left_out() -> None:
    """What is not speech is of no utterance."""
    found = extractions([(CLEAR, "X")], [(CLEAR, "X")])
    silent = Quotation(found[1].quotations[0].span, CLEAR, speech=False)
    found[1] = Extraction(found[1].document, (), (), (), (), (silent,))
    assert group_utterances(found) == ()


def test_speaker_most_given() -> None:
    """An utterance carries the speaker that most quotations give."""
    (utterance,) = group_utterances(
        extractions([(CLEAR, "Jens Stoltenberg")], [(CLEAR, "Jens Stoltenberg")], [(CLEAR, "Mark Rutte")])
    )
    assert utterance.speaker == "Jens Stoltenberg"


def test_a_name_before_a_description() -> None:
    """A speaker whom one article names carries it, though more only describe the speaker."""
    (utterance,) = group_utterances(
        extractions([(CLEAR, "the alliance chief")], [(CLEAR, "the alliance chief")], [(CLEAR, "Jens Stoltenberg")])
    )
    assert utterance.speaker == "Jens Stoltenberg"


def test_a_short_utterance_whole_under_two_names() -> None:
    """Six equal words and hardly another make one utterance of two speakers; a part of a longer one does not."""
    short = "The bridge collapsed within ten minutes"
    assert documents([(short, "Karen Holt")], [(short, "Samir Haddad")]) == [["a", "b"]]
    longer = f"{short} because nobody had looked at the cables for a whole generation of engineers"
    assert documents([(short, "Karen Holt")], [(longer, "Samir Haddad")]) == []


def test_copies_in_any_number() -> None:
    """What a hundred articles quote alike is one utterance, and the one that differs is of it."""
    articles = [quotes(number, CLEAR) for number in range(100)]
    altered = quotes(100, CLEAR.replace("clear message", "stark message"))
    (utterance,) = group_utterances([*articles, altered])
    assert len(utterance.quotations) == 101


def test_order_of_files_does_not_matter() -> None:
    """The same quotations come together whichever file is read first."""
    articles = [[(CLEAR, "S")], [(ROOM, "S")], [(f"{CLEAR} {ROOM}", "S")], [("Nothing of the kind was said here", "S")]]
    forward = {frozenset(q.text for q in u.quotations) for u in group_utterances(extractions(*articles))}
    backward = {frozenset(q.text for q in u.quotations) for u in group_utterances(extractions(*reversed(articles)))}
    assert forward == backward


def test_many_quotations_stay_fast() -> None:
    """Quotations without a common phrase never meet."""
    articles = [[(f"word{n} stands alone{n} beside number{n} today", "S")] for n in range(8)]
    assert documents(*articles) == []


def test_table_of_wordings() -> None:
    """Every wording has a cell a place; a cut one has none."""
    (utterance,) = group_utterances(
        extractions(
            [("we sent a clear message to Moscow and that is regardless of what you think of us", "S")],
            [("we sent a clear message to Moscow and that is regardless of what they think of us", "S")],
            [("we sent a clear message to Moscow", "S")],
        )
    )
    table = tabulate(utterance)
    assert table is not None
    assert len(table.places) == 1
    cells = {w.document: table.keys(row, 0) for row, w in enumerate(table.wordings)}
    assert cells == {"a": ("you",), "b": ("they",), "c": None}


def test_repeated_in_one_document_are_two_wordings() -> None:
    """One article that gives a sentence twice gives two wordings of it."""
    (utterance,) = group_utterances(
        extractions([("we must not underestimate Russia now", "S"), ("we must never underestimate Russia now", "S")])
    )
    table = tabulate(utterance)
    assert table is not None
    assert [w.document for w in table.wordings] == ["a", "a"]
