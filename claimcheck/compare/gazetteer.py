"""Places by name: countries, states of the US and cities, from tables that ship with this package.

One city record lists its other spellings, so that Kiev and Kyiv are known for
one place; what no record lists is not a name of a place that the world knows.
`export_places` wrote the tables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from rapidfuzz.distance import Indel

from claimcheck.compare.letters import fold, skeleton
from claimcheck.compare.regions import languages, territories
from claimcheck.compare.words import frequency

PLACES = Path(__file__).parent / "data" / "places.tsv"

# Nationalities whose adjective is not built from the country's name.
_IRREGULAR = (
    "afghan american argentine argentinian british czech danish dutch emirati filipino french greek irish kurdish "
    "saudi scottish slovak spanish swiss thai welsh african arab asian european"
)
_ADJECTIVE = ("an", "ese", "ish", "i", "ic")
_ENDINGS = ("n", "an", "ian", "ean", "ese", "ish", "i", "ic")
_READ = 2.0  # Zipf: another spelling that English readers never meet is as good as none
_COMMON = 3.0  # a made-up adjective is real when readers meet it

Rank = Literal["continent", "country", "state", "city"]


@dataclass(frozen=True, slots=True)
class Place:
    """One record of the gazetteer, with the codes of what it lies in, and where a city lies in degrees."""

    id: str  # "country:LT", "state:NY", "city:703448"
    rank: Rank
    population: int
    continent: str  # two letters, as in GeoNames
    country: str  # ISO 3166 alpha-2; "" for a continent
    state: str  # the postal code of an American state, "" elsewhere
    latitude: float
    longitude: float


def place_name(name: str) -> str:
    """The key under which a place is looked up: folded, its article cut."""
    key = " ".join(fold(name).replace("-", " ").split())
    return key.removeprefix("the ")


@cache
def _lines() -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """Key → lines of the table, by a place's main name and by its other names.

    The lines are read apart only when their key is asked for: an audit asks for a few hundred of 34,000.
    """
    main: dict[str, list[str]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    for line in PLACES.read_text(encoding="utf-8").split("\n")[:-1]:
        record, key, other = line.rsplit("\t", 2)
        main[key].append(record)
        if other:
            for each in other.split("|"):
                others[each].append(record)
    return main, others


def _read(line: str) -> Place:
    number, population, continent, country, state, latitude, longitude = line.split("\t")
    rank: Rank = number.partition(":")[0]  # type: ignore[assignment]  # the table holds no other
    where = float(latitude or 0), float(longitude or 0)
    return Place(number, rank, int(population), continent, country, state, *where)


@lru_cache(maxsize=65536)
def places_called(key: str) -> tuple[Place, ...]:
    """The places whose main name has this key (see `place_name`), continents among them."""
    return tuple(_read(line) for line in _lines()[0].get(key, ()))


def _smaller(key: str) -> tuple[Place, ...]:
    return tuple(place for place in places_called(key) if place.rank != "continent")


@lru_cache(maxsize=65536)
def _listed(key: str) -> tuple[Place, ...]:
    """The places that bear this name, be it as another spelling that readers meet."""
    read = all(frequency(word) >= _READ for word in key.split())
    return _smaller(key) + (tuple(_read(line) for line in _lines()[1].get(key, ())) if read else ())


def is_place(name: str, *, population: int = 15_000) -> bool:
    """Whether a country, a US state or a city of at least `population` bears this name."""
    return any(place.population >= population for place in _smaller(place_name(name)))


def is_listed(name: str, *, population: int = 0) -> bool:
    """Whether a record of at least `population` gives this name, be it as another spelling."""
    return any(place.population >= population for place in _listed(place_name(name)))


def home(name: str) -> str | None:
    """The record a reader takes this name for: the most populous that gives it."""
    places = _listed(place_name(name))
    return max(places, key=lambda place: (place.population, place.id)).id if places else None


def one_place(a: str, b: str) -> bool:
    """Whether both are spellings or a short form of one place's name; a by-name (Philly, Motown) is not."""
    if home(a) is None or home(a) != home(b):
        return False
    x, y = place_name(a), place_name(b)
    words_x, words_y = set(x.split()), set(y.split())
    alike = Indel.normalized_similarity(x, y) >= 0.5 and min(len(x), len(y)) >= 0.7 * max(len(x), len(y))
    return alike or skeleton(x) == skeleton(y) or words_x <= words_y or words_y <= words_x


def read_places() -> None:
    """Read the tables, and the word lists that they are looked up with; else the first to ask for a place waits."""
    demonyms()


@cache
def demonyms() -> frozenset[str]:
    """Adjectives of nationality, folded: built from countries and languages, kept when they are common words."""
    spoken = {fold(name) for name in languages().values() if " " not in name}
    countries = [place_name(name) for names in territories().values() for name in names]
    built = {word for country in countries for word in _adjectives(country)}
    real = (w for w in built | spoken if len(w) > 4 and w.endswith(_ADJECTIVE) and frequency(w) >= _COMMON)
    return frozenset(w for w in real if not is_place(w)) | frozenset(_IRREGULAR.split())


def _adjectives(country: str) -> Iterator[str]:
    if " " in country or len(country) < 4:
        return
    for cut in range(min(3, len(country) - 3)):
        stem = country[: len(country) - cut]
        for ending in _ENDINGS:
            if len(stem + ending) >= len(country) - 1:
                yield stem + ending
