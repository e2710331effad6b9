"""Compares two places: the same, one inside the other, or apart.

Only what the gazetteer knows decides: a city lies in its country, an American city in its
state, a country on its continent. Two places that the gazetteer knows, of which neither can lie
in the other, are apart; anything else (a street, a suburb, a building) is left alone.
"""

from __future__ import annotations

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from claimcheck.compare.gazetteer import Place, Rank, one_place, place_name, places_called
from claimcheck.types import Name, Verdict

_NEAR = 50.0  # kilometres: a suburb is named for its city, a city holds what the gazetteer lists as cities
_EARTH = 6371.0  # kilometres, mean radius
_WIDER: tuple[Rank, ...] = ("continent", "country", "state", "city")


def compare_places(a: Name, b: Name) -> Verdict:
    """What two place names are to each other. Symmetric. "unrelated" when the gazetteer cannot tell."""
    return _compare(a.text, b.text)


@lru_cache(maxsize=65536)  # few names are said often: every pair of articles asks for them again
def _compare(a: str, b: str) -> Verdict:
    if place_name(a) == place_name(b) or one_place(a, b):
        return Verdict("same", f"{a} and {b} are one place")
    return _compare_records(*sorted((a, b)))


def _compare_records(a: str, b: str) -> Verdict:
    here, there = _records_of(a), _records_of(b)
    if not here or not there:
        return Verdict("unrelated", f"{a} or {b} is no place the gazetteer knows, so one may lie in the other")
    pairs = [(x, y) for x in here for y in there]
    if any(_inside(x, y) or _inside(y, x) for x, y in pairs):
        return Verdict("compatible", f"{a} and {b}: one lies in the other")
    if any("continent" in (x.rank, y.rank) for x, y in pairs):
        return Verdict("unrelated", f"{a} and {b}: a continent is too wide to be set against a place")
    if any(_are_near(x, y) for x, y in pairs):
        return Verdict("unrelated", f"{a} and {b} lie near each other: one may be named for the other")
    if not {x.rank for x in here} & {y.rank for y in there}:
        return Verdict("conflict", f"{a} and {b}: neither lies in the other")
    return Verdict("conflict", f"{a} and {b} are two places")


def _records_of(name: str) -> tuple[Place, ...]:
    places = places_called(place_name(name))
    # There is a town called Asia, but nobody means it.
    return tuple(place for place in places if place.rank == "continent") or places


def _inside(inner: Place, outer: Place) -> bool:
    """Whether one lies in the other for certain."""
    if _WIDER.index(inner.rank) <= _WIDER.index(outer.rank):
        return False
    match outer.rank:
        case "continent":
            return inner.continent == outer.continent
        case "country":
            return inner.country == outer.country
        case _:
            return inner.country == outer.country and inner.state == outer.state


def _are_near(a: Place, b: Place) -> bool:
    """Whether two cities of one country lie so near that one may be a part of the other."""
    return a.rank == b.rank == "city" and a.country == b.country and _kilometres(a, b) <= _NEAR


def _kilometres(a: Place, b: Place) -> float:
    """The distance of two cities along the great circle (haversine formula)."""
    north, south = radians(a.latitude), radians(b.latitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))


def name_one_another(a: Name, b: Name) -> bool:
    """Whether one name may be the other in other words: a word shared, an abbreviation, initials (U.S., Calif.)."""
    return _are_in_other_words(a.text, b.text)


@lru_cache(maxsize=65536)
def _are_in_other_words(a: str, b: str) -> bool:
    x, y = (place_name(name).replace(".", " ").split() for name in (a, b))
    if not x or not y or set(x) & set(y):
        return True
    begun = any(s.startswith(t) or t.startswith(s) for s in x for t in y)
    initials = {"".join(word[0] for word in words) for words in (x, y)}
    return begun or bool(initials & {"".join(x), "".join(y)})


def are_one_or_within(a: str, b: str) -> bool:
    """Whether two names may be of one place, or of one that lies in the other."""
    return _compare(a, b).relation in ("same", "compatible") or _are_in_other_words(a, b)
