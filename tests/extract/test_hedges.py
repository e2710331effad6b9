"""Which word of a sentence a hedge is about."""

from __future__ import annotations

import pytest

from claimcheck.extract.hedges import find_hedges
from claimcheck.protocols import Parser

HEDGES = [
    ("Prigozhin reportedly arrived in Belarus.", "arrived", "reported"),
    ("The driver allegedly hit a woman.", "hit", "alleged"),
    ("Five women and possibly two children were inside.", "children", "possible"),
    ("The fire is treated as potentially suspicious.", "suspicious", "possible"),
    ("Two men are believed to have been injured.", "injured", "reported"),
    ("It is thought that the cable was cut.", "cut", "reported"),
    ("Authorities believe the fire was set at the entrance.", "set", "likely"),
    ("The blast may have been caused by gas.", "caused", "possible"),
    ("The detour may lead to longer queues.", "lead", "possible"),
    ("The chief did not know of any threats to the church.", "threats", "unknown"),
    ("Officials were not aware of any injuries.", "injuries", "unknown"),
    ("The unrest probably caused the rift to widen.", "widen", "likely"),
    ("He died of apparent heart disease.", "disease", "likely"),
    ("The reported offer was withdrawn.", "offer", "reported"),
    ("Forty people are feared dead after the quake.", "dead", "possible"),
    ("It is likely that the fire was started by sparks.", "started", "likely"),
    ("The blast is likely to have been caused by gas.", "caused", "likely"),
    ("The fire could have been started deliberately, police said.", "started", "possible"),
    ("Early findings suggest the fire was set in the kitchen.", "set", "likely"),
    ("The group claims to have captured the town.", "captured", "alleged"),
    ("There were reports that the general had been arrested.", "arrested", "reported"),
    ("Police are investigating allegations that the mayor took bribes.", "took", "alleged"),
    ("Many in the town contest police allegations that Webb pointed a gun at guards.", "pointed", "alleged"),
]
NONE = [
    "The two men appeared in court on Tuesday.",
    "The bank will probably raise its rate.",
    "We believe the fire was set at the entrance.",
    "The team lost possibly the best game of the season.",
    "The migrants may need to wait.",
    "Potential jurors were asked about the case.",
    "The chief knew of threats to the church.",
    "The museum may close in June.",
    "It is likely that the bank will raise its rate.",
    "He could have died.",
    "The company claims to be the largest in Europe.",
]


@pytest.mark.parametrize(("text", "word", "certainty"), HEDGES)
def test_a_hedge_is_tied_to_its_word(text: str, word: str, certainty: str, parser: Parser) -> None:
    """Adverbs, adjectives, raising verbs, verbs of believing and "may have" hedge the word they govern."""
    parse = parser.parse([text])[0]
    found = [(parse.tokens[i].text, hedge.certainty) for hedge in find_hedges(parse) for i in hedge.heads]
    assert (word, certainty) in found


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_hedge(text: str, parser: Parser) -> None:
    """Futures, opinions of the speaker and court dates hedge nothing."""
    assert not find_hedges(parser.parse([text])[0])
