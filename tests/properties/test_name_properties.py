"""What holds of any two names, whoever bears them."""

import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.names import compare_names
from claimcheck.types import Name

WORDS = """
Ana Kim Jong Un Il Pak Chol Abu Zayd al bin Abdul Karim van der Berg O'Neil Jean-Luc José Støre Zoë Nguyễn
Mohammed Muhammad Mohd Sergei Serhiy Bob Robert R. J. Jr. III de la Cruz Petrovna McKay DeGray
"""
PARTS = st.sampled_from(WORDS.split())
NAMES = st.lists(PARTS, min_size=1, max_size=5).map(" ".join)
ACCENTS = ("\u0301", "\u0308", "\u030c", "\u0303")


def person(text: str) -> Name:
    """A person's name."""
    return Name(text, "person", tuple(text.split()))


@given(NAMES)
def test_reflexive(text):
    """A name is the same as itself."""
    assert compare_names(person(text), person(text)).relation == "same"


@given(NAMES, NAMES)
def test_symmetric(a, b):
    """The verdict is the same whichever name comes first, the parts that differ turned round."""
    forth, back = compare_names(person(a), person(b)), compare_names(person(b), person(a))
    assert (forth.kind, forth.relation) == (back.kind, back.relation)
    assert {frozenset(pair) for pair in forth.differing} == {frozenset(pair) for pair in back.differing}


@given(NAMES, NAMES, st.lists(st.sampled_from(("dr", "president", "mr", "sir")), max_size=2))
def test_titles_make_no_difference(a, b, titles):
    """What stands before a name is no part of it."""
    titled = replace(person(a), titles=tuple(titles), role="president")
    assert compare_names(titled, person(b)) == compare_names(person(a), person(b))


@given(NAMES, st.data())
def test_accents_make_no_other_name(text, data):
    """A name with an accent dropped or added is innocent."""
    accented = "".join(
        unicodedata.normalize("NFC", c + data.draw(st.sampled_from(ACCENTS))) if c in "aeoun" else c for c in text
    )
    assert compare_names(person(text), person(accented)).relation in ("same", "compatible")


@given(NAMES, NAMES, st.data())
def test_accents_change_no_relation(a, b, data):
    """How two names relate does not hang on accents, unless nothing else differs."""
    marked = "".join(
        unicodedata.normalize("NFC", c + data.draw(st.sampled_from(ACCENTS))) if c in "aeoun" else c for c in a
    )
    plain, with_accents = (compare_names(person(x), person(b)).relation for x in (a, marked))
    assert plain in (with_accents, "same")


@given(NAMES, NAMES)
def test_a_name_of_no_shared_letter_is_another(a, b):
    """Names without a letter in common are never taken for one."""
    if not set(a.casefold()) & set(b.casefold()) - set(" "):
        assert compare_names(person(a), person(b)).relation == "unrelated"
