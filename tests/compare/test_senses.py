"""Words that tell the same turn of events."""

from __future__ import annotations

import pytest

from claimcheck.compare.senses import noun_sense, verb_sense


@pytest.mark.parametrize(("a", "b"), [("cut", "sever"), ("start", "begin"), ("widen", "deepen"), ("hurt", "injure")])
def test_verbs_of_one_sense(a: str, b: str) -> None:
    """A paraphrase has the sense of what it paraphrases."""
    assert verb_sense(a) == verb_sense(b)


@pytest.mark.parametrize(("a", "b"), [("arrive", "leave"), ("rise", "fall"), ("start", "close"), ("kill", "injure")])
def test_verbs_of_two_senses(a: str, b: str) -> None:
    """Opposites and neighbours keep their own."""
    assert verb_sense(a) != verb_sense(b)


def test_a_particle_makes_another_verb() -> None:
    """ "Break out" begins, "break" does not; a verb in no line stands for itself with its particle."""
    assert verb_sense("break", "out") == verb_sense("begin")
    assert verb_sense("break") == "break"
    assert verb_sense("carry", "out") == "carry out"


def test_nouns_keep_their_own_table() -> None:
    """ "Fire" the noun is a blaze; the verb is not."""
    assert noun_sense("fire") == noun_sense("blaze")
    assert verb_sense("fire") == "fire"
