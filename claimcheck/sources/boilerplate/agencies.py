"""News agencies and picture desks: a closed class of names that sign copy and photographs."""

from __future__ import annotations

import re

_NAMES = (
    "AAP",
    "AFP",
    "Agence France-Presse",
    "Agencia EFE",
    "Alamy",
    "Anadolu Agency",
    "Anadolu",
    "ANI",
    "ANP",
    "ANSA",
    "AP",
    "Associated Press",
    "Belga",
    "BELTA",
    "Bloomberg News",
    "Bloomberg",
    "Canadian Press",
    "DPA",
    "EFE",
    "EPA",
    "Europa Press",
    "Getty Images",
    "Getty",
    "IANS",
    "Interfax",
    "KCNA",
    "Kyodo News",
    "Kyodo",
    "NTB",
    "PA Media",
    "Press Association",
    "PTI",
    "Reuters",
    "RIA Novosti",
    "Ritzau",
    "Shutterstock",
    "Sputnik",
    "TASS",
    "TT",
    "UNIAN",
    "UPI",
    "United Press International",
    "Xinhua",
    "Yonhap",
    "Zuma Press",
)


def _forms() -> list[str]:
    """The names as written and in capitals ("REUTERS"), longest first, so that "AP" does not cut a longer one."""
    return sorted({form for name in _NAMES for form in (name, name.upper())}, key=lambda form: (-len(form), form))


AGENCY = r"(?<!\w)(?:[Tt]he\s+)?(?:" + "|".join(re.escape(form) for form in _forms()) + r")(?!\w)"
AGENCY_PATTERN = re.compile(AGENCY)


def spells_initials(inside: str, before: str) -> bool:
    """Whether the capitals before brackets are the letters inside them: "the Associated Press (AP)"."""
    capitals = "".join(word[0] for word in re.findall(r"[A-Z]\w+", before))
    return capitals.endswith(inside)
