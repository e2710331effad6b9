"""The parts of names: written together or apart, from other alphabets, in syllables."""

import pytest

from claimcheck.compare.given_names import are_counterparts
from claimcheck.compare.letters import skeleton
from claimcheck.compare.names import compare_names
from claimcheck.compare.parts import compare_parts, join_written_apart, name_words
from claimcheck.compare.syllables import is_syllabic, syllable_key
from claimcheck.types import Name


def person(text: str) -> Name:
    """A person's name without context."""
    return Name(text, "person", tuple(text.split()))


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Abu Bakr Salman", "Aboubakr Salman", "conflict"),  # joined or apart
        ("Nour al-Din Khalil", "Noureddine Khalil", "conflict"),
        ("Abdelkarim Mansouri", "Abd al-Karim Mansuri", "conflict"),
        ("Chadi Haddad", "Shadi Haddad", "conflict"),  # through French
        ("Volodymyr Sydorenko", "Vladimir Sydorenko", "conflict"),  # from two Slavic languages
        ("Dzmitry Novik", "Dmitry Novik", "conflict"),
        ("Ivan Petrauna Volkova", "Ivan Petrovna Volkova", "conflict"),
        ("Pak Jong-ho", "Park Chong-ho", "conflict"),  # one syllable, two romanisations
        ("Kim Yong-su", "Kim Jong-su", "unrelated"),  # one letter, two people
        ("Ri Un Chol", "Ri Chol", "unrelated"),  # half a given name
        ("Ri Un Chol", "Ri", "compatible"),
        ("Li Na Wang", "Wang Li Na", "compatible"),  # family name first
        ("Kyong Ho Kim", "Kyong Hak Kim", "unrelated"),
        ("Rasem Adel", "Rahim Adel", "unrelated"),  # a consonant heard differently
        ("Said Nasser", "Saadi Nasser", "conflict"),
        ("Otto Lind Jr.", "Otto Lind Sr.", "unrelated"),
        ("Otto Lind Junior", "Otto Lind, Jr.", "compatible"),
        ("Otto Lind III", "Otto Lind", "compatible"),
        ("James Earl Brown", "James Brown", "compatible"),  # no syllables: a middle name may go
    ],
)
def test_relation(a, b, relation):
    """Spellings of one name conflict, innocent forms are compatible, other names are unrelated; either way round."""
    assert compare_names(person(a), person(b)).relation == relation
    assert compare_names(person(b), person(a)).relation == relation


def test_words_written_apart_are_joined_where_the_other_name_joins_them():
    """Neighbours become one word only if the other name has that word."""
    words, others = name_words("Abu Zaid Omar"), name_words("Abouzid Omar")
    assert join_written_apart(words, others) == ("abuzaid", "omar")
    assert join_written_apart(others, words) == others
    assert join_written_apart(name_words("Anna Maria Sand"), name_words("Maria Sand")) == ("anna", "maria", "sand")


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("aqil", "alaqeel", "transliteration"),
        ("din", "eddine", "transliteration"),
        ("serhiy", "sergei", "transliteration"),
        ("chadid", "shadid", "misspelling"),
        ("kamel", "jamel", "different"),
    ],
)
def test_compare_parts(a, b, kind):
    """Articles come off, counterparts are known, and a slip is seen before anything else."""
    assert compare_parts(a, b)[0] == kind == compare_parts(b, a)[0]


def test_romanisations_of_one_syllable_meet():
    """The systems agree under the key where they write one sound, and nowhere else."""
    for a, b in (("chong", "jong"), ("park", "pak"), ("lee", "ri"), ("young", "yong"), ("hsi", "xi"), ("tse", "ze")):
        assert syllable_key(a) == syllable_key(b), (a, b)
    for a, b in (("un", "il"), ("jong", "yong"), ("hyok", "hak"), ("song", "chol")):
        assert syllable_key(a) != syllable_key(b), (a, b)


def test_which_names_are_syllables():
    """Three parts at least, and nothing that English would not have from Korean or Chinese."""
    assert is_syllabic(("kim", "jong", "un"))
    assert not is_syllabic(("jong", "un"))
    assert not is_syllabic(("james", "earl", "ray"))


def test_slavic_counterparts():
    """One name from two languages; never two names."""
    assert are_counterparts("mykola", "nikolai")
    assert not are_counterparts("mykola", "mikhail")


def test_french_reading_is_asked_for():
    """ "ch" is "sh" only where French wrote it."""
    assert skeleton("chaalan", french=True) == skeleton("shalan", french=True)
    assert skeleton("chaalan") != skeleton("shalan")
