"""Two names, compared part by part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.names import compare_names, name_parts
from claimcheck.types import Name


def person(text: str) -> Name:
    """A person's name without context."""
    return Name(text, "person", tuple(text.split()))


@pytest.mark.parametrize(
    ("a", "b", "kind", "relation"),
    [
        ("Mark Rutte", "Mark Rutte", "same", "same"),
        ("MARK RUTTE", "Mark Rutte", "same", "same"),
        ("Jonas Gahr Støre", "Jonas Gahr Store", "diacritics", "compatible"),
        ("Andres Rodríguez", "Andres Rodriguez", "diacritics", "compatible"),
        ("Kim Jong-un", "Kim Jong Un", "punctuation", "compatible"),
        ("A.J. Smith", "AJ Smith", "punctuation", "compatible"),
        ("Rodney Scott", "Rodney S. Scott", "shorter", "compatible"),
        ("Benjamin David Banky", "Benjamin Banky", "shorter", "compatible"),
        ("Nauseda", "Gitanas Nauseda", "shorter", "compatible"),
        ("R. Buckley", "Robert Buckley", "initial", "compatible"),
        ("Dave Rossi", "David Rossi", "nickname", "compatible"),
        ("Bob Goodlatte", "Robert W. Goodlatte", "nickname", "compatible"),
        ("Mohd Yousuf Shah", "Mohammad Yusuf Shah", "transliteration", "conflict"),
        ("Alexander Lukashenko", "Alexander Lukachenko", "misspelling", "conflict"),
        ("Gitanas Nauseda", "Gitan Nauseda", "misspelling", "conflict"),
        ("Qasem Soleimani", "Ghasem Soleymani", "transliteration", "conflict"),
        ("Muammar Qadhafi", "Muammar Al-gaddafi", "transliteration", "conflict"),
        ("Hasan Jamal-al-din", "Hassan Jamaleddine", "transliteration", "conflict"),
        ("Catherine Hardwicke", "Catherine Hardwcike", "misspelling", "conflict"),
        ("Tara Reid", "Tara Raid", "transliteration", "conflict"),
        ("Kim Jong Un", "Kim Jong Il", "different", "unrelated"),
        ("Mark Johnson", "Mary Johnson", "given-name", "unrelated"),
        ("Andrew Lopez", "Kristian Lopez", "given-name", "unrelated"),
        ("Yoon Young-chan", "Youn Kun-young", "different", "unrelated"),
        ("Miroslav Radic", "Milan Lukic", "different", "unrelated"),
    ],
)
def test_compare_names(a, b, kind, relation):
    """Innocent forms are compatible, spellings of one name conflict, other names are unrelated."""
    verdict = compare_names(person(a), person(b))
    assert (verdict.kind, verdict.relation) == (kind, relation), verdict


def test_the_words_that_differ_are_named():
    """A verdict says which parts are spelled differently, in the order of the two names."""
    verdict = compare_names(person("Alexander Lukashenko"), person("Lukachenko"))
    assert verdict.differing == (("lukashenko", "lukachenko"),)
    assert "Lukashenko" in verdict.reason


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Piroschka van de Wouw", ("piroschka", "wouw")),
        ("Abd al-Rahman bin Umayr Al-nuaymi", ("abd", "rahman", "umayr", "nuaymi")),
        ("Jim O'Brien", ("jim", "obrien")),
        ("Arcade Joseph Comeaux Jr.", ("arcade", "joseph", "comeaux")),
        ("Van", ("van",)),
    ],
)
def test_name_parts(text, parts):
    """Particles and generations are left out, unless nothing else remains."""
    assert name_parts(text) == parts


names = st.lists(st.text(alphabet="abcdefghijklmnoöśØ'-. ", min_size=1, max_size=9), min_size=1, max_size=4)


@given(names, names)
def test_comparison_is_symmetric(a, b):
    """Which of two names comes first makes no difference to how they relate."""
    x, y = person(" ".join(a)), person(" ".join(b))
    forth, back = compare_names(x, y), compare_names(y, x)
    assert (forth.kind, forth.relation) == (back.kind, back.relation)
    assert {frozenset(p) for p in forth.differing} == {frozenset(p) for p in back.differing}


@given(names)
def test_a_name_is_itself(parts):
    """Every name is the same as itself."""
    assert compare_names(person(" ".join(parts)), person(" ".join(parts))).relation == "same"
