"""A stated number of things against the list of them beside it, within one article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.compare.gazetteer import is_listed
from claimcheck.compare.places import compare_places
from claimcheck.extract.enumerations import NameList, find_name_lists
from claimcheck.extract.lexicon import words
from claimcheck.types import Extraction, Mention, Name, Parse, Quantity, Sentence, Span


@dataclass(frozen=True, slots=True)
class Miscount:
    """A number and a list that should have as many members and has not."""

    stated: Mention
    span: Span  # of the list
    items: tuple[str, ...]


# Of what a list of names can be the whole list: each name is one of them.
_NAMED = words(
    "leader president premier minister chancellor king queen monarch head chief ambassador envoy mayor governor capital"
    " captain coach chairman secretary director commander bishop senator lawmaker suspect victim brother sister son"
    " daughter country nation state city town village province district island ally member republic company team club"
    " newspaper bank candidate people person man woman defendant player actor actress singer writer author official"
    " officer student worker soldier climber juror judge lawyer nominee finalist winner passenger boy girl child other"
    " county region party university college airport actor film book school newcomer contender network airline"
)
_BEFORE = re.compile(r"\s?(?:[:–—-]|\(|,|\sas)\s?(?:the\s|namely\s|they\sare\s)?", re.IGNORECASE)
_AFTER = re.compile(r"\s?(?:[.;)–—-]|$|,(?!\s(?:and|or|as\swell|[A-Z])))")
_AND_THE = re.compile(r"\s?(?:,|[–—-])\s(?:all\s|are\s)?the\s$", re.IGNORECASE)
_THEY_ARE = re.compile(
    r"^(?:They|These|Those \w+|The (?:\w+ )?(?P<noun>\w+))(?: \w+){0,2} "
    r"(?:are|were|(?:have been|were) (?:identified|named) as)\s(?:the )?$"
)
_OF_THEM = re.compile(r"\bof (?:the|these|those|his|her|its|their|our) $")  # "three of his eight children, A, B and C"
_PART = re.compile(r",?\s(?:were\s|are\s)?(?:among|including|included|some)\b|\sto name\b|\sand (?:others|more)\b")


def find_miscounts(extraction: Extraction) -> Iterator[Miscount]:
    """Every list of the document that is shorter or longer than it is said to be."""
    numbered = tuple(zip(extraction.sentences, extraction.parses, strict=True))
    for i, (sentence, parse) in enumerate(numbered):
        if ":" in parse.text and ";" in parse.text:
            yield from _semicolons(extraction, sentence, parse)
        for names in find_name_lists(parse):
            if names.open or _is_doubtful(names):
                continue
            stated = _beside(extraction, sentence, parse, names) or (
                _before(extraction, numbered[i - 1][0], parse, names) if i else None
            )
            if stated is not None and _number(stated) != len(names.items) and not _is_mixed(names, _number(stated)):
                yield Miscount(stated, _placed(sentence, names.start, names.end), names.items)


def _placed(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.span.document, sentence.span.start + start, sentence.span.start + end)


_SUFFIXES = words("jr jr. sr sr. ii iii iv inc inc. ltd ltd. co co. corp corp. m.d. ph.d.")
_SORTS = (frozenset({"PERSON"}), frozenset({"GPE", "LOC", "FAC"}), frozenset({"ORG"}), frozenset({"NORP"}))


def _is_mixed(names: NameList, stated: float) -> bool:
    """Whether a list is longer than announced and holds names of several sorts: some may only describe others."""
    sorts = sum(bool(names.labels & sort) for sort in _SORTS)
    return len(names.items) > stated and sorts > 1 and not all(is_listed(item) for item in names.items)


def _is_doubtful(names: NameList) -> bool:
    """Whether two names may be one item: a city and its country, a name and its suffix, a name given twice."""
    if any(item.casefold() in _SUFFIXES for item in names.items):
        return True
    places = [Name(item, "place", tuple(item.split())) for item in names.items]
    inside = any(compare_places(a, b).relation in {"same", "compatible"} for a, b in pairwise(places))
    return inside or len(set(names.items)) < len(names.items)


def _number(mention: Mention) -> float:
    return mention.value.low if isinstance(mention.value, Quantity) else 0.0


def _counts(extraction: Extraction, sentence: Sentence) -> list[Mention]:
    """The exact counts of things that can be listed by name."""
    return [
        m
        for m in extraction.mentions_in(sentence.span)
        if isinstance(q := m.value, Quantity)
        and (q.kind, q.exact, q.approximation) == ("count", True, "")
        and not q.listed
        and not set(q.scope) - {"other"}
        and q.low > 1
        and (q.noun in _NAMED or "other" in q.scope)
        and not _OF_THEM.search(extraction.document.text, sentence.span.start, m.span.start)
    ]


def _beside(extraction: Extraction, sentence: Sentence, parse: Parse, names: NameList) -> Mention | None:
    """ "Six countries: A, B and C", "A, B and C, the six countries …"."""
    start, text = sentence.span.start, parse.text
    counts = _counts(extraction, sentence)
    for mention in counts:
        first, last = mention.span.start - start, mention.span.end - start
        after = names.end <= first and _AND_THE.fullmatch(text, names.end, first)
        follows = last <= names.start and _AFTER.match(text, names.end) and not _PART.match(text, names.end)
        alone = len(counts) == 1 and _COLON.search(text[last : names.start]) and _leads(parse, last, names.start)
        if after or (follows and (alone or _BEFORE.fullmatch(text, last, names.start))):
            return mention
    return None


def _leads(parse: Parse, start: int, end: int) -> bool:
    """Whether a colon ends the words between, and no other plural among them could be what is listed."""
    between = [t for t in parse.tokens if start <= t.start and t.end <= end]
    return bool(between) and between[-1].text == ":" and not any(t.tag in {"NNS", "NNPS"} for t in between)


def _before(extraction: Extraction, last: Sentence, parse: Parse, names: NameList) -> Mention | None:
    """ "Six countries signed. They are A, B and C."."""
    opening = _THEY_ARE.match(parse.text, 0, names.start)
    counts = _counts(extraction, last)
    if opening is None or len(counts) != 1 or not re.fullmatch(r"\s?[.;]?\s?", parse.text[names.end :]):
        return None
    noun = counts[0].value.noun if isinstance(counts[0].value, Quantity) else ""
    return counts[0] if not opening["noun"] or (noun and opening["noun"].lower().startswith(noun[:4])) else None


# --------------------------------------------------------------------------- lists set apart by semicolons

_COLON = re.compile(r"\s?:\s")
_NUMBERED = re.compile(
    r"^(?:and |the )*(?:\w+ )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|others)\b"
)


def _semicolons(extraction: Extraction, sentence: Sentence, parse: Parse) -> Iterator[Miscount]:
    """ "Three men: A, of Leeds; B, of York; and C, of Hull." Commas inside the items do no harm here."""
    text = extraction.document.text
    for mention in _counts(extraction, sentence):
        colon = _COLON.search(text, mention.span.end, sentence.span.end)
        ends = [place - sentence.span.start for place in (mention.span.end, colon.end())] if colon else []
        if colon is None or not _leads(parse, ends[0], ends[1]):
            continue
        items = tuple(part.strip() for part in text[colon.end() : sentence.span.end].rstrip(" .\n").split(";"))
        closed = len(items) > 2 and items[-1].startswith("and ")
        if closed and not any(_NUMBERED.match(item) for item in items) and len(items) != _number(mention):
            span = Span(sentence.span.document, colon.end(), sentence.span.end)
            yield Miscount(mention, span, tuple(item.removeprefix("and ").partition(",")[0] for item in items))
