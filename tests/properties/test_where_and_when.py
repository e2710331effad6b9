"""Places, times with a zone, roles and occasions: comparing is symmetric, and nothing differs from itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.align.occasions import Occasion, is_one_occasion
from claimcheck.compare.places import compare_places
from claimcheck.compare.roles import compare_roles, is_deputy, is_one_post
from claimcheck.compare.times import between_zones, compare_times
from claimcheck.types import Name, Time

_PLACES = st.sampled_from(
    ["Paris", "France", "Texas", "Houston", "Springfield", "Georgia", "Asia", "Kiev", "Kyiv", "The Hague", "U.S.",
     "Nowhere Hall", "Los Angeles", "Malibu", "Egypt", "Alexandria", "New York", "the Netherlands"]
).map(lambda text: Name(text, "place", tuple(text.split())))  # fmt: skip
_DAY = datetime(2023, 6, 26)
_TIMES = st.builds(
    lambda day, hours, length, zone, part: Time(
        _DAY + timedelta(days=day, hours=hours),
        _DAY + timedelta(days=day, hours=hours + length),
        "part-of-day" if part else "day",
        zone=zone,
        part=part,
    ),
    day=st.integers(0, 6), hours=st.integers(0, 23), length=st.integers(1, 24),
    zone=st.sampled_from(["", "local", "Korean", "GMT"]), part=st.sampled_from(["", "morning", "evening", "early"]),
) | st.builds(
    lambda weekday, zone, part: Time(
        None, None, "part-of-day" if part else "day", deictic=True, weekday=weekday, zone=zone, part=part
    ),
    weekday=st.integers(0, 6),
    zone=st.sampled_from(["", "local", "EDT"]), part=st.sampled_from(["", "morning", "night"]),
)  # fmt: skip
_ROLES = st.lists(
    st.sampled_from(
        ["deputy", "assistant", "district", "attorney", "former", "dutch", "prime", "minister", "of", "chief"]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
_WORDS = st.frozensets(st.sampled_from(["Smith", "Jones", "church", "fire", "game"]), max_size=2)
_LINES = st.lists(st.sampled_from(["the", "fire", "was", "on"]), max_size=4).map(tuple)
_OCCASIONS = st.builds(
    Occasion,
    predicate=st.sampled_from(["sign", "fall", "be", "announce", "announcement"]),
    path=_WORDS, agents=_WORDS, patients=_WORDS, others=_WORDS, doers=_WORDS, targets=_WORDS, objects=_WORDS,
    before=_LINES, after=_LINES, clock=st.sampled_from([None, (19, 0), (7, 30)]),
    recurring=st.booleans(), doubtful=st.booleans(),
)  # fmt: skip


@settings(deadline=None)  # the first comparison reads the gazetteer
@given(_PLACES, _PLACES)
def test_places_compare_both_ways(a: Name, b: Name) -> None:
    """One place against another says the same whichever comes first, and a place is itself."""
    assert compare_places(a, b).relation == compare_places(b, a).relation
    assert compare_places(a, a).relation == "same"


@settings(deadline=None)
@given(_TIMES, _TIMES)
def test_zoned_times_compare_both_ways(a: Time, b: Time) -> None:
    """Two days, zones or not, are to each other what they are the other way about; a day is itself."""
    assert compare_times(a, b).relation == compare_times(b, a).relation
    assert compare_times(a, a).relation == "same"
    assert bool(between_zones(a, b, ("x", "y"))) == bool(between_zones(b, a, ("y", "x")))


@settings(deadline=None)
@given(_TIMES, _TIMES)
def test_one_zone_never_excuses_another_day(a: Time, b: Time) -> None:
    """Where both name one zone, or neither names any, the zones are never the reason."""
    if a.zone == b.zone:
        assert "time zones" not in compare_times(a, b).reason


@settings(deadline=None)
@given(_ROLES, _ROLES)
def test_roles_compare_both_ways(a: str, b: str) -> None:
    """Roles compare both ways and to themselves; nobody is his own deputy, and two are not each other's."""
    assert compare_roles(a, b).relation == compare_roles(b, a).relation
    assert compare_roles(a, a).relation == "same"
    assert is_one_post(a, b) == is_one_post(b, a)
    assert not (is_deputy(a, b) and is_deputy(b, a))


@given(_OCCASIONS, _OCCASIONS)
def test_occasions_meet_both_ways(a: Occasion, b: Occasion) -> None:
    """What is one occasion is one whichever is looked at first."""
    assert is_one_occasion(a, b) == is_one_occasion(b, a)
