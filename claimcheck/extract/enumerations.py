"""Lists that can be counted: "the leaders of the Netherlands, Romania, … and Albania" is seven leaders.

A list counts only when it is closed: it ends with "and X", nothing calls it a
selection ("including", "such as", "among them"), it has three items or more, and
either a plural noun carries it or its items are people who share one verb. Read
from the tokens: parsers often break long coordinations of names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.types import Parse, Token

_MIN_ITEMS = 3
_AND = frozenset({"and", "&"})
_LINKS = frozenset({"of", "from", ":", "-", "–", "—"})
# Nouns of which a list of names has one each: offices that a country or a body has one of, and what
# names themselves are. "Residents of A, B and C" are not three.
_ONE_EACH = frozenset(
    {
        "leader", "president", "premier", "minister", "chancellor", "king", "queen", "monarch", "head",
        "chief", "ambassador", "envoy", "mayor", "governor", "capital", "captain", "coach", "chairman",
        "secretary", "director", "commander", "bishop", "senator", "lawmaker", "suspect", "victim",
        "brother", "sister", "son", "daughter", "country", "nation", "state", "city", "town", "village",
        "province", "district", "island", "ally", "member", "republic", "company", "team", "club",
        "newspaper", "bank", "candidate",
    }
)  # fmt: skip
_OPENERS = frozenset(
    {
        "including", "includes", "include", "included", "like", "as", "e.g.", "especially", "notably", "particularly",
    }
)  # fmt: skip
_OPEN_ENDS = frozenset({"others", "other", "more", "elsewhere", "etc", "etc.", "beyond", "so", "many", "several"})
_ITEM_GLUE = frozenset({"of", "de", "van", "von", "der", "del", "al", "bin", "the", "'s", "-"})


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A closed list: where it stands with its noun, the noun's lemma and modifiers, the items as written."""

    start: int
    end: int
    noun: str
    modifiers: tuple[str, ...]
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    first: int  # token indices, `last` inclusive
    last: int


@dataclass(frozen=True, slots=True)
class NameList:
    """A run of names that ends with "and": where it stands, the names, and whether words beside it call it a part."""

    start: int
    end: int
    items: tuple[str, ...]
    open: bool
    labels: frozenset[str]  # what the parser takes the names for


def find_name_lists(parse: Parse) -> tuple[NameList, ...]:
    """Every list of names in the sentence, whatever it is a list of; ages behind the names are skipped."""
    return tuple(
        NameList(
            parse.tokens[items[0].first].start,
            parse.tokens[items[-1].last].end,
            tuple(_words(parse, item) for item in items),
            _is_open(parse, items),
            frozenset(e.label for e in parse.entities for item in items if e.start <= item.last and item.first < e.end),
        )
        for items in _lists(parse)
    )


def find_enumerations(parse: Parse) -> tuple[Enumeration, ...]:
    """Every closed list of names in the sentence that says how many there are."""
    return tuple(found for items in _lists(parse) if (found := _counted_list(parse, items)))


# --------------------------------------------------------------------------- lists of names


def _lists(parse: Parse) -> Iterator[tuple[_Item, ...]]:
    """Runs of names set apart by commas that end with "and" (or "&") and a last one."""
    last = max((t.i for t in parse.tokens if t.text.lower() in _AND), default=0)
    i = 0
    while i < last:
        items, after = _list_at(parse.tokens, i)
        if items:
            yield items
        i = after if items else i + 1


def _list_at(tokens: Sequence[Token], i: int) -> tuple[tuple[_Item, ...], int]:
    items: list[_Item] = []
    while item := _item_at(tokens, i):
        items.append(item)
        i = _past_age(tokens, item.last + 1)
        comma = i < len(tokens) and tokens[i].text == ","
        closes = i + comma < len(tokens) and tokens[i + comma].text.lower() in _AND
        if closes:
            last = _item_at(tokens, i + comma + 1)
            whole = last is not None and len(items) + 1 >= _MIN_ITEMS
            return ((*items, last), last.last + 1) if whole and last else ((), i)
        if not comma:
            break
        i += 1
    return (), i


def _past_age(tokens: Sequence[Token], i: int) -> int:
    """Past the ", 33" after a person's name, where another comma or an "and" follows it."""
    behind = tokens[i : i + 3]
    aged = len(behind) == 3 and behind[0].text == "," and behind[1].text.isdigit() and len(behind[1].text) < 3
    return i + 2 if aged and behind[2].text.lower() in {",", "and", "&"} else i


def _item_at(tokens: Sequence[Token], i: int) -> _Item | None:
    """A name: capitalised words, "the" before them, small words between them."""
    first = i
    if i < len(tokens) and tokens[i].text.lower() == "the":
        i += 1
    if i >= len(tokens) or not _is_name(tokens[i]):
        return None
    last = i
    while i + 1 < len(tokens):
        i += 1
        if _is_name(tokens[i]):
            last = i
        elif tokens[i].text.lower() not in _ITEM_GLUE:
            break
    return _Item(first, last)


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and (token.pos == "PROPN" or token.tag in {"NNP", "NNPS"})


# --------------------------------------------------------------------------- does the list count something?


def _counted_list(parse: Parse, items: tuple[_Item, ...]) -> Enumeration | None:
    if _is_open(parse, items) or len({_words(parse, item) for item in items}) < len(items):
        return None
    carrier = _carrier(parse, items[0].first)
    if carrier is not None:
        return _enumeration(parse, items, carrier)
    if _people(parse, items) and _shares_a_verb(parse, items):
        start, end = parse.tokens[items[0].first].start, parse.tokens[items[-1].last].end
        return Enumeration(start, end, "person", (), tuple(_words(parse, item) for item in items))
    return None


def _words(parse: Parse, item: _Item) -> str:
    first = item.first + (parse.tokens[item.first].text.lower() == "the")
    return " ".join(parse.text[parse.tokens[first].start : parse.tokens[item.last].end].split())


def _is_open(parse: Parse, items: tuple[_Item, ...]) -> bool:
    """Whether the words before or after say that the list is a selection."""
    tokens, first, last = parse.tokens, items[0].first, items[-1].last
    before = [t.text.lower() for t in tokens[max(0, first - 3) : first]]
    after = [t.text.lower() for t in tokens[last + 1 : last + 4]]
    if after[:1] in (["-"], ["'s"], ["’s"]):  # "… and Albania's leaders": the names belong to what follows
        return True
    named = " ".join(before)
    if before[-1:] == ["as"] and not {"such", "as"} & {t.text.lower() for t in tokens[max(0, first - 6) : first - 1]}:
        before = before[:-1]  # "named the suspects as A, B and C"; "such as" and "as far away as" open a list
    return any(w in _OPENERS for w in before) or "among them" in named or any(w in _OPEN_ENDS for w in after[:2])


def _carrier(parse: Parse, first: int) -> Token | None:
    """The plural noun that the list belongs to: "leaders of …", "three countries: …", "the countries, …"."""
    if first < 2:
        return None
    link, noun = parse.tokens[first - 1], parse.tokens[first - 2]
    if link.tag == "NNS" and link.lemma.lower() in _ONE_EACH:
        return link
    carries = link.text.lower() in _LINKS and noun.tag == "NNS" and noun.lemma.lower() in _ONE_EACH
    return noun if carries else None


def _enumeration(parse: Parse, items: tuple[_Item, ...], noun: Token) -> Enumeration:
    modifiers = tuple(
        t for t in parse.tokens if t.head == noun.i and t.dep in {"amod", "compound", "nmod"} and t.i < noun.i
    )
    first = min([noun.i, *(t.i for t in modifiers)])
    determiner = parse.tokens[first - 1] if first else None
    start = determiner.start if determiner and determiner.text.lower() == "the" else parse.tokens[first].start
    return Enumeration(
        start,
        parse.tokens[items[-1].last].end,
        noun.lemma.lower(),
        tuple(t.lemma.lower() for t in modifiers),
        tuple(_words(parse, item) for item in items),
    )


def _people(parse: Parse, items: tuple[_Item, ...]) -> bool:
    """Whether the parser takes every item for a person."""
    return all(
        any(e.label == "PERSON" and e.start <= item.first and item.last < e.end for e in parse.entities)
        for item in items
    )


def _shares_a_verb(parse: Parse, items: tuple[_Item, ...]) -> bool:
    """Whether the list as a whole is somebody's subject: its first name is, or leads to, a subject."""
    head = parse.tokens[items[0].last]
    return head.dep in {"nsubj", "nsubjpass"} and items[0].first == min(
        [items[0].first, *(t.i for t in parse.tokens if t.head == head.i and t.i < head.i and t.dep != "punct")]
    )
