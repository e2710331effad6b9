"""Who a name, a pronoun or a description stands for in one article: chains of names, and the last one spoken of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.extract.lexicon import words
from claimcheck.extract.pronouns import full_names
from claimcheck.types import Mention, Name, Span

_FEMALE = frozenset({"mrs", "ms", "miss", "lady", "queen", "princess", "madam", "dame", "spokeswoman", "chairwoman"})
_MALE = frozenset({"mr", "sir", "lord", "king", "prince", "spokesman", "chairman", "congressman"})
# What anyone who has just spoken may be called. A judge, a lawyer or a spokesman is somebody else
# unless the article says so: those need a title or a role to match.
GENERIC = words(
    "man woman official leader diplomat politician chief boss head executive star actor actress singer player athlete "
    "veteran author writer statesman lawmaker legislator father mother dad mom parent student teenager candidate "
    "businessman businesswoman billionaire founder entrepreneur native democrat republican conservative striker rapper"
)
# Others who are told apart by what they do, and speak: "a witness said … she added".
CALLINGS = GENERIC | words(
    "spokesman spokeswoman spokesperson witness neighbor neighbour resident lawyer attorney judge prosecutor analyst "
    "expert professor doctor physician nurse teacher coach driver officer captain sergeant detective investigator "
    "minister secretary senator governor mayor president chairman chairwoman director manager editor reporter "
    "researcher scientist activist protester survivor victim relative friend brother sister son daughter husband wife "
    "uncle aunt cousin nephew niece colleague worker employee soldier commander general source person passenger"
)
_ONLY = {"female": words("woman mother mom sister daughter wife aunt niece actress businesswoman") | _FEMALE,
         "male": words("man father dad brother son husband uncle nephew businessman") | _MALE}  # fmt: skip
# What "it" may be when it says something.
BODIES = words(
    "company firm agency department ministry statement report group government team club union party bank court "
    "office organisation organization association committee commission council network channel newspaper paper "
    "magazine site website letter study survey blog airline maker manufacturer army navy embassy league charity"
)


def is_person(noun: str, pronoun: str) -> bool:
    """Whether a noun names a person who may be "he" or "she"."""
    other = _ONLY["male" if pronoun == "she" else "female"]
    return noun.lower() in CALLINGS and noun.lower() not in other


@dataclass(slots=True)
class People:
    """The article's names, and what a reader has in mind while reading on."""

    mentions: Sequence[Mention]
    full: Mapping[Span, str] = field(init=False)
    roles: dict[str, set[str]] = field(init=False)
    genders: dict[str, str] = field(init=False)
    persons: frozenset[str] = field(init=False)
    known: frozenset[str] = field(init=False)  # persons and everything else with a name
    _named: Sequence[Mention] = field(init=False)
    _starts: Sequence[int] = field(init=False)
    _longest: int = field(init=False)

    def __post_init__(self) -> None:
        self.full = full_names(self.mentions)
        self._named = sorted((m for m in self.mentions if isinstance(m.value, Name)), key=lambda m: m.span)
        self._starts = [m.span.start for m in self._named]
        self._longest = max((len(m.span) for m in self._named), default=0)
        self.known = frozenset(map(self.name_of, self._named))
        self.persons = frozenset(self.name_of(m) for m in self._named if m.kind == "person")
        self.roles, self.genders = {}, {}
        for mention in self.mentions:
            value = mention.value
            if not isinstance(value, Name) or value.kind != "person":
                continue
            said = " ".join([*value.titles, value.role]).lower()
            found = set(re.findall(r"[a-z]+", said))
            self.roles.setdefault(self.name_of(mention), set()).update(found)
            gender = "female" if found & _FEMALE else "male" if found & _MALE else ""
            if gender:
                self.genders.setdefault(self.name_of(mention), gender)

    def name_of(self, mention: Mention) -> str:
        """The fullest form of a mention's name in the article."""
        value = mention.value
        return self.full.get(mention.span, value.text if isinstance(value, Name) else mention.text)

    def within(self, start: int, end: int) -> list[Mention]:
        """The names that lie in a stretch of the document."""
        low, high = bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)
        return [m for m in self._named[low:high] if m.span.end > start]

    def described(self, words: frozenset[str], latest: str) -> str:
        """The person whose titles and role hold all these words: the only one, or of several the `latest` to speak."""
        fitting = [name for name, role in self.roles.items() if words and words <= role]
        return fitting[0] if len(fitting) == 1 else latest if latest in fitting else ""

    def fits(self, name: str, pronoun: str) -> bool:
        """Whether a person may be "he" or "she", as far as titles and earlier pronouns tell."""
        gender = {"he": "male", "she": "female"}.get(pronoun, "")
        return not gender or self.genders.get(name, gender) == gender
