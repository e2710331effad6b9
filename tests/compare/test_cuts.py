"""Cuts of a quotation: what falls away before or after the words that are kept, and whether it governed them."""

from __future__ import annotations

import pytest

from claimcheck.compare.cuts import governing, weigh_beginning, weigh_end
from claimcheck.compare.wording import read_words


def keys(text: str) -> list[str]:
    """The words of `text` as keys."""
    return [w.key for w in read_words(text)]


@pytest.mark.parametrize(
    ("dropped", "nature"),
    [
        ("if parliament agrees", "condition"),
        ("unless they pay", "condition"),
        ("as long as the money lasts", "condition"),
        ("but only if the banks agree", "condition"),
        ("and only if the banks agree", "condition"),
        ("except the two in the harbour", "exception"),
        ("other than on Sundays", "exception"),
        ("and have no further comment", "denial"),
        ("but that is not what we were told", "denial"),
        ("I think", "hedge"),
        ("as far as I know", "hedge"),
        ("and then fly home", None),
        ("which nobody had expected", None),
        ("because we have no choice", None),
        ("on Aug. 29", None),
        ("if " + "word " * 30, None),
        ("", None),
    ],
)
def test_the_end_of_a_sentence(dropped: str, nature: str | None) -> None:
    """A condition, an exception, a denial and a hedge weigh; another clause, a reason, a day do not."""
    assert weigh_end(keys(dropped)) == nature


@pytest.mark.parametrize(
    ("dropped", "nature"),
    [
        ("I don't think", "denial"),
        ("It is not true that", "denial"),
        ("I doubt that", "denial"),
        ("If", "condition"),
        ("We will look at it tomorrow, but I think", "hedge"),
        ("They say", "claim"),
        ("I said", None),
        ("I don't know much, but", None),
        ("As I told you in May", None),
        ("", None),
    ],
)
def test_the_beginning_of_a_sentence(dropped: str, nature: str | None) -> None:
    """Only the last clause before what is kept can govern it."""
    assert weigh_beginning(governing(keys(dropped))) == nature
