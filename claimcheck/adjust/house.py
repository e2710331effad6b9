"""House style: where articles depart from the spellings that a user lists as the right ones.

The list is an authority: a departure from it is found even when all articles agree. What
is a spelling of a listed name, and what another name, the comparison of names says; a form
that is merely shorter, an initial or a nickname departs from nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.align.same_name import is_slip
from claimcheck.compare.gazetteer import is_place, one_place
from claimcheck.compare.letters import fold, skeleton
from claimcheck.compare.names import compare_names, is_plural, name_parts
from claimcheck.compare.words import is_regional
from claimcheck.rules.base import finding, variant
from claimcheck.rules.names import few_spans
from claimcheck.types import Entity, Finding, Ledger, Mention, Name, NameKind, Span, Variant

_CODES: Mapping[NameKind, str] = {"person": "CC201", "place": "CC202", "organisation": "CC203"}
_LONG = 4  # consonants that two single words must share to be one name in two spellings
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‑": "-", "–": "-"})

Signature = tuple[str, ...]  # the words of a form that depart, so that full and short forms stand together


@dataclass(frozen=True, slots=True)
class _Departure:
    """How a form departs from a listed name: the words that do, and whether that is a matter of style alone."""

    words: Signature
    is_style: bool


def check_names(findings: Sequence[Finding], ledger: Ledger, names: Sequence[str]) -> tuple[Finding, ...]:
    """The findings and those on house style. One on the same name that is there already says both."""
    listed = [Name(name, "other", tuple(name.split())) for name in names]
    right = {_key(name) for name in names} | {_key(part) for name in names for part in name.split()}
    extended = list(findings)
    for entity in ledger.entities:
        forms = _forms(entity)
        for name in listed:
            departing = dict(_departing(name, forms, right))
            if departing and not _is_told_apart(name, entity, ledger):
                _add(extended, entity, name, _finding(ledger, entity, name, departing))
    return tuple(extended)


def _forms(entity: Entity) -> dict[str, list[Mention]]:
    """The entity's mentions by the name they print."""
    forms: dict[str, list[Mention]] = defaultdict(list)
    for mention in entity.mentions:
        if isinstance(mention.value, Name):
            forms[" ".join(mention.value.text.split())].append(mention)
    return forms


def _departing(
    name: Name, forms: Mapping[str, Sequence[Mention]], right: set[str]
) -> Iterator[tuple[str, tuple[_Departure, tuple[Mention, ...]]]]:
    """The forms that are the listed name in another spelling."""
    known = any(_names_it(name, form) for form in forms)
    for form, mentions in forms.items():
        if _key(form) not in right and (departure := _compare(name, form, known=known)) is not None:
            yield form, (departure, tuple(mentions))


def _names_it(name: Name, form: str) -> bool:
    """Whether a form is the listed name beyond doubt, so that its entity is the one listed.

    A name of several parts is, in whatever spelling; a single word only as it is listed.
    """
    if len(name_parts(name.text)) == 1:
        return _key(form) == _key(name.text)
    return len(name_parts(form)) > 1 and compare_names(name, _name(form)).relation in ("same", "compatible", "conflict")


def _compare(name: Name, form: str, *, known: bool) -> _Departure | None:
    """How a form departs from a listed name; None for another name, and for the same. `known`: the entity is that."""
    if accents := _accents(name.text, form):
        return _Departure(accents, is_style=True) if known or len(form.split()) == len(name.parts) else None
    if one_place(name.text, form):
        mine, theirs = set(name_parts(name.text)), set(name_parts(form))
        return None if mine <= theirs or theirs <= mine else _Departure((_key(form),), is_style=True)
    verdict = compare_names(name, _name(form))
    if verdict.kind == "punctuation":  # the same letters: "Jr." left out, or an article, only make it shorter
        alike = len(name_parts(form)) > 1 and _letters(form) == _letters(name.text)
        return _Departure((_key(form),), is_style=True) if alike else None
    if verdict.relation != "conflict" or not verdict.differing or _is_number(name_parts(name.text), name_parts(form)):
        return None
    bare = 1 in (len(name_parts(form)), len(name_parts(name.text)))
    if bare and not known and not all(_is_one_word(a, b) for a, b in verdict.differing):
        return None
    regional = all(is_regional(a, b) for a, b in verdict.differing)  # Center, Centre
    return _Departure(tuple(b for _, b in verdict.differing), is_style=regional)


def _is_number(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names differ as one thing and several do: a team's player, the members of a family."""
    return is_plural(a[-1], b[-1]) and not is_slip(a[-1], b[-1])


def _letters(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


def _is_one_word(a: str, b: str) -> bool:
    """Whether two words, with nothing else to go by, are one name: a slip, or long and alike in their consonants."""
    return is_slip(a, b) or (skeleton(a) == skeleton(b) and len(skeleton(a)) >= _LONG)


def _accents(name: str, form: str) -> Signature:
    """The words of a form that lack the accents of the listed name's, or have others."""
    listed = {fold(word): _key(word) for word in name.split()}
    words = [_key(word) for word in form.split()]
    return tuple(word for word in words if listed.get(fold(word), word) != word and word.isalpha())


def _is_told_apart(name: Name, entity: Entity, ledger: Ledger) -> bool:
    """Whether the articles print the listed name itself for something else: two things with names that are alike."""
    key = _key(name.text)
    return any(key in map(_key, _forms(other)) for other in ledger.entities if other.id != entity.id)


def _finding(
    ledger: Ledger, entity: Entity, name: Name, departing: Mapping[str, tuple[_Departure, tuple[Mention, ...]]]
) -> Finding:
    grouped: dict[Signature, list[Mention]] = defaultdict(list)
    for departure, mentions in departing.values():
        grouped[departure.words].extend(mentions)
    wrong = [(_label(mentions), few_spans(mentions)) for mentions in grouped.values()]
    agreeing = [m for form, mentions in _forms(entity).items() if _key(form) == _key(name.text) for m in mentions]
    spelled = [*wrong, (name.text, few_spans(agreeing))] if agreeing else wrong
    style = all(departure.is_style for departure, _ in departing.values())
    shown = " / ".join(label for label, _ in wrong)
    kind: NameKind = "place" if entity.kind == "other" and is_place(name.text) else entity.kind
    return finding(
        _CODES.get(kind, "CC203"),
        severity="note" if style else "warning",
        fact=f"the spelling of {name.text}",
        message=f"House style is {name.text}; printed is {shown}.",
        reason=f"The names listed in the configuration have {name.text}. {shown} departs from it"
        + (", in style alone." if style else ": the same name in another spelling."),
        variants=[variant(ledger, label, spans) for label, spans in spelled],
        confidence=0.9,
        check=f"Whether {shown} is to be {name.text}, as house style has it.",
    )


def _add(findings: list[Finding], entity: Entity, name: Name, found: Finding) -> None:
    """Add a finding on house style; where the name's spellings clash anyway, that finding names the authority.

    The listed spelling comes first, however few print it: the one to look at is the last.
    """
    spans = {mention.span for mention in entity.mentions}
    for number, other in enumerate(findings):
        if other.code in _CODES.values() and spans & set(_spans(other)):
            findings[number] = replace(
                other,
                fact=found.fact,
                message=f"{other.message} {found.message}",
                reason=f"{other.reason} {found.reason}",
                variants=_right_first(other, name),
            )
            return
    findings.append(replace(found, variants=_right_first(found, name)))


def _right_first(found: Finding, name: Name) -> tuple[Variant, ...]:
    return tuple(sorted(found.variants, key=lambda variant: _key(variant.value) != _key(name.text)))


def _spans(other: Finding) -> Iterator[Span]:
    return (evidence.span for each in other.variants for evidence in each.evidence)


def _label(mentions: Sequence[Mention]) -> str:
    texts = [" ".join(m.value.text.split()) for m in mentions if isinstance(m.value, Name)]
    return max(texts, key=lambda text: (len(text.split()), not text.isupper(), texts.count(text), text))


def _name(text: str) -> Name:
    return Name(text, "other", tuple(text.split()))


def _key(text: str) -> str:
    """A name as it is compared for being the same: case, the kind of apostrophe, "the" and a last stop aside."""
    return " ".join(text.translate(_STRAIGHT).casefold().split()).removeprefix("the ").rstrip(".")
