"""Mentions become entities, whatever their spelling."""

import pytest

from claimcheck.align.entities import group_entities
from claimcheck.align.spellings import spellings_of
from claimcheck.types import Document, Extraction, Mention, Name, Span


def extraction(document: str, *names: str, kind: str = "person", roles: dict[str, str] | None = None) -> Extraction:
    """An article that holds these names, fifty characters apart."""
    text = "".join(name.ljust(50, ".") for name in names)
    mentions = []
    for number, name in enumerate(names):
        at = Span(document, number * 50, number * 50 + len(name))
        value = Name(name, kind, tuple(name.split()), role=(roles or {}).get(name, ""))
        mentions.append(Mention(at, kind, name, value))
    return Extraction(Document(document, document, text), (), (), (), tuple(mentions), ())


def groups(*extractions: Extraction) -> set[frozenset[str]]:
    """The entities as sets of the forms they hold."""
    return {frozenset(m.text for m in e.mentions) for e in group_entities(extractions)}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Gitanas Nauseda", "Gitan Nauseda"),
        ("Alexander Lukashenko", "Alexander Lukachenko"),
        ("David Rossi", "Dave Rossi"),
        ("Jumaane Williams", "Jumaane D. Williams"),
        ("A.J. Smith", "AJ Smith"),
        ("Tara Reid", "Tara Raid"),
        ("Evander Holyfield", "Evander Hulyfield"),
    ],
)
def test_one_person(a, b):
    """Spellings and short forms across articles are one person."""
    assert groups(extraction("a", a), extraction("b", b)) == {frozenset({a, b})}


@pytest.mark.parametrize(
    ("a", "b"),
    [("Andrew Lopez", "Kristian Lopez"), ("Mark Johnson", "Mary Johnson"), ("Kim Jong Un", "Kim Jong Il")],
)
def test_two_people(a, b):
    """Relatives and namesakes stay apart."""
    assert groups(extraction("a", a), extraction("b", b)) == {frozenset({a}), frozenset({b})}


def test_two_forms_that_one_article_uses_often_are_two_people():
    """Forms a letter apart, each several times in one article, are not a slip."""
    both = ("Ilene Wolfe", "Ilene Wolff", "Ilene Wolfe", "Ilene Wolff")
    assert len(groups(extraction("a", *both))) == 2
    assert len(groups(extraction("a", "Ilene Wolfe"), extraction("b", "Ilene Wolff"))) == 1


def test_an_article_that_uses_initials_beside_the_name_means_two_people():
    """Tony DiLeo and his son T.J. are two."""
    assert len(groups(extraction("a", "Tony DiLeo", "T.J. DiLeo"))) == 2


def test_other_offices_in_one_article_mean_two_people():
    """Two near names with two offices in one article are two officials."""
    roles = {"Jon Stewart": "senator", "Jon Stewert": "coach"}
    assert len(groups(extraction("a", "Jon Stewart", "Jon Stewert", roles=roles))) == 2


def test_a_family_name_goes_to_the_full_name_before_it():
    """With two of one family, a bare family name is the one mentioned last before it."""
    entities = group_entities([extraction("a", "Andrew Lopez", "Kristian Lopez", "Lopez")])
    assert [[m.span.start for m in e.mentions] for e in entities] == [[0], [50, 100]]


def test_places_under_two_known_spellings_are_one():
    """The gazetteer knows Kyiv and Kiev for one city, and Iran and Iraq for two countries."""
    assert len(groups(extraction("a", "Kyiv", kind="place"), extraction("b", "Kiev", kind="place"))) == 1
    assert len(groups(extraction("a", "Iran", kind="place"), extraction("b", "Iraq", kind="place"))) == 2


def test_order_of_articles_does_not_matter():
    """The same groups come from any order of the articles."""
    articles = [
        extraction("a", "Gitanas Nauseda", "Nauseda"),
        extraction("b", "Gitan Nauseda"),
        extraction("c", "Nauseda"),
    ]
    assert groups(*articles) == groups(*reversed(articles))


def test_spellings_list_each_form_once():
    """The variants of an entity hold its full forms, a bare family name that fits both is left out."""
    articles = [extraction("a", "Gitanas Nauseda", "Nauseda"), extraction("b", "Gitan Nauseda")]
    (entity,) = group_entities(articles)
    spellings = spellings_of(entity)
    assert spellings is not None
    assert {s.text for s in spellings.variants} == {"Gitanas Nauseda", "Gitan Nauseda"}
    assert spellings.parts == (("gitan", "gitanas"),)


def test_innocent_forms_are_no_spellings():
    """Nicknames, plurals and initials give nothing to report."""
    articles = [extraction("a", "David Rossi", "D. Rossi"), extraction("b", "Dave Rossi", "Rossi")]
    assert all(spellings_of(e) is None for e in group_entities(articles))
