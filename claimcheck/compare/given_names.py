"""Given names: which are well known, and which are forms of one name.

Short forms of English names come from the `nicknames` package. What it does not hold is how
Ukrainian, Belarusian and Russian newsrooms give one name; that is a closed table.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimcheck.compare.letters import fold

if TYPE_CHECKING:
    from nicknames import NickNamer

# One line a name, as it is written from Ukrainian, Belarusian and Russian, where the letters alone do not show it.
_SLAVIC = tuple(
    frozenset(line.split())
    for line in """
    volodymyr vladimir uladzimir uladzimer
    mykola nikolai nikolay nikolaj mikalai mikalay
    oleksandr aleksandr alexander aleksander alexandr aliaksandr oleksander
    oleksiy oleksii aleksey alexey aleksei alexei aliaksei
    dmytro dmitry dmitri dmitriy dzmitry dmitrii
    yevhen yevgeny evgeny evgeniy yevgeniy yevgeni yauhen
    mykhailo mykhaylo mikhail mikhael mikhaylo
    petro pyotr petr piotr
    pavlo pavel
    andriy andrii andrey andrei
    serhiy serhii sergei sergey siarhei sergiy
    oleh oleg aleh
    ihor igor
    heorhiy georgy georgiy georgi heorhii
    hryhoriy grigory grigoriy hryhorii
    bohdan bogdan
    kyrylo kirill kiril
    danylo daniil danil
    illia ilya illya
    yuliya yulia julia yuliia
    kateryna ekaterina yekaterina katsiaryna
    olena elena yelena alena
    sviatlana svetlana svitlana
    tetiana tatiana tatyana tetyana
    """.strip().splitlines()
)


@cache
def _nicknames() -> NickNamer:
    from nicknames import NickNamer  # noqa: PLC0415 (reads a table: only when a pair of given names differs)

    return NickNamer()


@cache
def given_names() -> frozenset[str]:
    """Given names of English, with their short forms, as the `nicknames` package knows them."""
    from nicknames import name_triplets  # noqa: PLC0415 (as above)

    return frozenset(fold(name) for t in name_triplets() for name in (t.name1, t.name2))


@lru_cache(maxsize=65536)
def are_nicknames(a: str, b: str) -> bool:
    """Whether one folded given name is short for the other, or both for a third (Bob, Rob)."""
    names = _nicknames()
    known = (names.nicknames_of(a) | names.canonicals_of(a), names.nicknames_of(b) | names.canonicals_of(b))
    return b in known[0] or a in known[1] or bool(names.canonicals_of(a) & names.canonicals_of(b))


def are_counterparts(a: str, b: str) -> bool:
    """Whether two folded given names are one name written from two Slavic languages (Volodymyr, Vladimir)."""
    return any(a in group and b in group for group in _SLAVIC)
