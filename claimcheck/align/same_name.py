"""Whether two forms of names that look alike are one entity: spelling first, then what the articles do with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from claimcheck.compare.gazetteer import demonyms, is_listed, is_place, one_place
from claimcheck.compare.letters import skeleton
from claimcheck.compare.names import compare_names, compare_parts, is_plural
from claimcheck.compare.words import frequency, word_set
from claimcheck.types import Name, NameKind

# Above this Zipf frequency a spelling is a word or a name in its own right, not a slip.
_RARE = 2.5
_STRANGE = 1.7
_LONG = 5  # letters
_SIDE_BY_SIDE = 35  # characters from one name to the next in "Kim Jong Un and Kim Jong Il"
_ENDINGS = word_set("ion ions or ors er ers ing ings ive ment ments ation")
_LARGE = 500_000  # people: places whose names are known even to those who misspell them


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a name with where and how the articles use it."""

    node: tuple[str, ...]
    parts: tuple[str, ...]
    name: str
    kind: NameKind
    counts: Mapping[str, int]  # document → mentions
    starts: frozenset[tuple[str, int]]  # (document, offset) of every mention
    roles: frozenset[tuple[str, str]]  # (document, role)

    def as_name(self) -> Name:
        """The form as a name to compare."""
        return Name(self.name, self.kind, self.parts)


def may_be_one(a: Form, b: Form) -> bool:
    """Whether two names of several parts name one entity."""
    verdict = compare_names(a.as_name(), b.as_name())
    if verdict.relation == "unrelated":
        return verdict.kind == "different" and one_place(a.name, b.name)
    people = "person" in (a.kind, b.kind)
    if verdict.relation == "same" or verdict.kind in ("diacritics", "punctuation"):
        return True
    if verdict.relation == "compatible":
        # An article that uses "Tony DiLeo" and "T.J. DiLeo" speaks of two people.
        apart = verdict.kind in ("initial", "nickname") and a.counts.keys() & b.counts.keys()
        return people and not apart and not _are_both_established(a, b)
    if _are_both_established(a, b) or _have_other_roles(a, b):
        return False
    if people:
        return all(_is_person_variant(x, y, shared=len(a.parts) > len(verdict.differing)) for x, y in verdict.differing)
    return all(is_slip(x, y) for x, y in verdict.differing) or _is_plural_inside(a, b) or _is_formed_anew(a, b)


def _is_plural_inside(a: Form, b: Form) -> bool:
    """Whether two long names differ in one plural alone: the Farm Animal and the Farm Animals Welfare Act."""
    differing = [(x, y) for x, y in zip(a.parts, b.parts, strict=False) if x != y]
    return len(a.parts) == len(b.parts) > 2 and len(differing) == 1 and is_plural(*differing[0])


def _is_formed_anew(a: Form, b: Form) -> bool:
    """Whether two names differ in how one word is formed: Kelvane Distribution, Kelvane Distributors; one word is rare.

    What is rare belongs to that name, and to no other that is formed like it.
    """
    differing = [(x, y) for x, y in zip(a.parts, b.parts, strict=False) if x != y]
    rare = any(len(part) > 3 and frequency(part) < _RARE for part in {*a.parts} & {*b.parts})
    if len(a.parts) != len(b.parts) or len(differing) != 1 or not rare or {a.kind, b.kind} != {"organisation"}:
        return False
    here, there = differing[0]
    stem = next((n for n, (x, y) in enumerate(zip(here, there, strict=False)) if x != y), min(len(here), len(there)))
    return stem >= _LONG and {here[stem:], there[stem:]} <= _ENDINGS


def single_slip(a: Form, b: Form) -> bool:
    """Whether two forms, one of them a single word, are one name with a slip in it."""
    x, y = a.parts[-1], b.parts[-1]
    acronyms = a.name.isupper() and b.name.isupper() and max(len(x), len(y)) < 7
    if x == y or acronyms or _are_both_frequent(a, b):
        return False
    full = a if len(a.parts) > len(b.parts) else b
    if len(a.parts) != len(b.parts) and full.kind != "person":
        return False
    return is_slip(x, y)


def unintroduced_slip(a: Form, b: Form) -> bool:
    """Whether one form is a lone word a letter off the family name of a person whom the other gives in full.

    For a word that is part of no full name of the event: news introduces people by their full names.
    """
    single, full = (a, b) if len(a.parts) == 1 else (b, a)
    return (
        len(single.parts) == 1 < len(full.parts)
        and full.kind == "person"
        and is_one_off(single.parts[0], full.parts[-1])
    )


def is_one_off(a: str, b: str) -> bool:
    """Whether two words of five letters or more that begin alike are one typing slip apart, and not by a plural."""
    long = min(len(a), len(b)) >= _LONG and (a + b).isalpha()
    return long and a[0] == b[0] and OSA.distance(a, b) == 1 and not is_plural(a, b)


def is_slip(a: str, b: str) -> bool:
    """Whether one of two words is a slip of the other: one letter off, and no word or name in its own right."""
    if min(len(a), len(b)) < 4 or a[0] != b[0] or not (a + b).isalpha() or {a, b} & demonyms():
        return False
    places = is_place(a) or is_place(b)
    if is_plural(a, b):
        # Unless the gazetteer knows one of them alone: Netherland.
        large = is_place(a, population=_LARGE), is_place(b, population=_LARGE)
        return large[0] != large[1] and not (is_listed(a) and is_listed(b))
    if is_listed(a) and is_listed(b):
        return False
    if OSA.distance(a, b) == 1:
        return min(frequency(a), frequency(b)) < (_RARE if places else _STRANGE)
    kind, alike = compare_parts(a, b)
    spelled = kind in ("transliteration", "misspelling") and alike >= 0.8 and OSA.distance(a, b) == 2
    return spelled and max(frequency(a), frequency(b)) < 3.5


def _is_person_variant(a: str, b: str, *, shared: bool) -> bool:
    """Two spellings of a person's part; with another part shared, a well-known word may be the slip (Reid, Raid)."""
    if shared:
        kind, alike = compare_parts(a, b)
        return alike >= 0.72 or kind == "transliteration"
    return skeleton(a) == skeleton(b) or is_slip(a, b)


def _are_both_frequent(a: Form, b: Form) -> bool:
    """Whether one article uses both forms twice or more."""
    return any(min(a.counts[d], b.counts[d]) > 1 for d in a.counts.keys() & b.counts.keys())


def _are_both_established(a: Form, b: Form) -> bool:
    """Whether one article uses both forms as names of their own: twice each, or side by side."""
    if _are_both_frequent(a, b):
        return True
    for document in a.counts.keys() & b.counts.keys():
        near = [x for d, x in a.starts if d == document]
        if any(abs(x - y) < _SIDE_BY_SIDE for x in near for d, y in b.starts if d == document):
            return True
    return False


def _have_other_roles(a: Form, b: Form) -> bool:
    """Whether one article gives the two forms offices that share no word."""
    for document in a.counts.keys() & b.counts.keys():
        words_a = {w for d, role in a.roles if d == document for w in role.split()}
        words_b = {w for d, role in b.roles if d == document for w in role.split()}
        if words_a and words_b and not words_a & words_b:
            return True
    return False
