"""Quantities as intervals, each with its unit, what it counts and over what scope.

The number and its surroundings are read from the characters (`numerals`,
`approximations`, `units`), what it counts from the parse (`counted`). A number
that names rather than counts is none: dates and clock times, "Boeing 777",
"Article 60", "No. 5", scores ("10-3"), "one" as a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.extract.approximations import TWO_FACED, Surroundings, interval, surroundings
from claimcheck.extract.counted import counted, tokens_in
from claimcheck.extract.enumerations import find_enumerations
from claimcheck.extract.labels import names_something
from claimcheck.extract.numerals import Numeral, scan
from claimcheck.extract.ranges import joined_ranges
from claimcheck.extract.times import time_groups
from claimcheck.extract.units import DURATIONS, Unit, currency_after, currency_before, unit_after
from claimcheck.types import Mention, Parse, Quantity, Sentence, Span


def find_quantities(parse: Parse, sentence: Sentence) -> tuple[Mention, ...]:
    """Every quantity of the sentence, left to right, spans in document offsets.

    A span covers the number with its approximation, unit and scope words and the noun
    counted ("at least seven national leaders", "$1.2bn", "33-year-old"); a list's, its noun too.
    """
    found = [*_lists(parse), *_numbers(parse)]
    chosen: list[_Found] = []
    for item in sorted(found, key=lambda f: (f.start, -f.end)):
        if not chosen or item.start >= chosen[-1].end or item.value.listed:
            chosen.append(item)
    return tuple(_mention(parse, sentence, item) for item in chosen)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    value: Quantity


def _mention(parse: Parse, sentence: Sentence, found: _Found) -> Mention:
    offset = sentence.span.start
    span = Span(sentence.span.document, found.start + offset, found.end + offset)
    return Mention(span=span, kind="quantity", text=parse.text[found.start : found.end], value=found.value)


def _lists(parse: Parse) -> Iterator[_Found]:
    for e in find_enumerations(parse):
        number = float(len(e.items))
        value = Quantity(number, number, "count", stated=number, noun=e.noun, modifiers=e.modifiers, listed=e.items)
        yield _Found(e.start, e.end, value)


def _numbers(parse: Parse) -> Iterator[_Found]:
    times = [(group[0].start, group[-1].end) for group in time_groups(parse)]
    numerals = [
        n for n in (*scan(parse.text), *_ones(parse.text)) if not any(n.start < e and s < n.end for s, e in times)
    ]
    numerals = list(joined_ranges(parse, sorted(numerals, key=lambda n: n.start)))
    previous: tuple[Numeral, bool, _Found | None] | None = None
    for numeral in numerals:
        named = _follows_a_name(parse.text, previous, numeral) or names_something(parse, numeral)
        found = None if named else _read(parse, numeral, previous[2] if previous else None)
        previous = numeral, named, found
        if found:
            yield found


def _follows_a_name(text: str, previous: tuple[Numeral, bool, _Found | None] | None, numeral: Numeral) -> bool:
    """ "versions 6, 7 and 8": what is listed after a name is one too."""
    if previous is None or not previous[1] or not (previous[0].digits and numeral.digits):
        return False
    return re.fullmatch(r"\s?,?\s?(?:and|or|&|to|,)?\s?", text[previous[0].end : numeral.start]) is not None


_ONE_OF = re.compile(
    r"(?<=\bfor )(?P<number>an?) (?=(?:hour|minute|day|week|month|year|decade|century)\b(?!-))"
    r"|(?<=\b(?:over|than) )(?P<more>an?) (?=(?:hour|minute|day|week|month|year|decade|century|mile|kilometer|kilometre|block)\b)"
    r"|(?<=\b(?:nearly|almost|within|around) )(?P<near>an?) (?=(?:hour|minute|day|week|month|year|decade|century|mile)\b)"
    r"|(?<=\babout )(?P<about>an?) (?=(?:hour|minute|day|week|month|year|decade|century|mile)\b)",
    re.IGNORECASE,
)
_GROUPS = {"pair": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5}
_GROUP = re.compile(rf"\b(?:an?\s)?(?P<word>{'|'.join(_GROUPS)})\s(?=of\b)", re.IGNORECASE)
_TIMES = re.compile(r"\b(?P<word>twice|thrice)\b(?!\s(?:as|the|that|his|her|its|their))", re.IGNORECASE)


def _ones(text: str) -> Iterator[Numeral]:
    """Numbers that no numeral gives: "for an hour", "a pair of", "twice"."""
    for match in _ONE_OF.finditer(text):
        yield Numeral(match.start(), match.end() - 1, 1, 1, 1)
    for match in _GROUP.finditer(text):
        value = float(_GROUPS[match["word"].lower()])
        yield Numeral(match.start(), match.end() - 1, value, value, value)
    for match in _TIMES.finditer(text):
        value = 2.0 if match["word"].lower() == "twice" else 3.0
        yield Numeral(match.start(), match.end(), value, value, value, suffix="times")


# --------------------------------------------------------------------------- one number


def _read(parse: Parse, numeral: Numeral, previous: _Found | None) -> _Found | None:
    """The reading of one number: the first kind that its surroundings bear out."""
    for reader in (_ordinal, _repetition, _money, _age, _height, _magnitude, _measured, _share):
        result = reader(parse, numeral)
        if result is not None:
            return result
    if previous and previous.value.kind == "age" and _goes_on(parse.text, previous, numeral):
        return _found(parse, numeral, numeral.start, numeral.end, Unit("age", "year"))
    return _count(parse, numeral)


def _goes_on(text: str, previous: _Found, numeral: Numeral) -> bool:
    """ "ages 47 and 48": the second is an age as well."""
    joint = re.fullmatch(r",?\s(?:and|or)\s|,\s", text[previous.end : numeral.start])
    return joint is not None and text[previous.start : previous.end].lower().startswith("age")


def _found(
    parse: Parse, numeral: Numeral, start: int, end: int, unit: Unit, *, words: str = "", unit_text: bool = True
) -> _Found:
    """A quantity of `unit` for the number, `start` and `end` with its sign and unit."""
    around = surroundings(parse.text, start, end, prepositions=_prepositions(parse))
    value = _value(numeral, unit, around)
    if words:
        return _Found(around.start, around.end, replace(value, noun=words))
    what = counted(parse, start, end, words_end=around.end)
    value = replace(
        value, noun=what.noun, modifiers=what.modifiers, scope=(*value.scope, *_so_far(parse.text, what.end))
    )
    keep_noun = unit.kind in {"count", "percent", "ordinal", "age"} or parse.text[end : what.end].count(" ") <= 1
    return _Found(around.start, what.end if keep_noun else around.end, value)


def _value(numeral: Numeral, unit: Unit, around: Surroundings) -> Quantity:
    low, high = unit.convert(numeral.low), unit.convert(numeral.high)
    low, high = interval(around.kind, low, high, whole=unit.kind == "count")
    stated = unit.convert(numeral.stated) if numeral.stated is not None else None
    base = "" if unit.kind in {"count", "ordinal"} else unit.base
    return Quantity(low, high, unit.kind, base, stated=stated, approximation=around.words, scope=around.scope)


def _prepositions(parse: Parse) -> frozenset[int]:
    return frozenset(t.start for t in parse.tokens if t.dep == "prep" and t.lemma.lower() in TWO_FACED)


_SO_FAR = re.compile(r"[^,.;:]{0,40}?\b(so far|to date)\b", re.IGNORECASE)


def _so_far(text: str, end: int) -> tuple[str, ...]:
    match = _SO_FAR.match(text, end)
    return (match[1].lower(),) if match else ()


_COUNT = Unit("count", "")
_ORDINAL = Unit("ordinal", "")
_PERCENT = Unit("percent", "%")


def _ordinal(parse: Parse, numeral: Numeral) -> _Found | None:
    if numeral.form != "ordinal":
        return None
    return _found(parse, numeral, numeral.start, numeral.end, _ORDINAL)


def _repetition(parse: Parse, numeral: Numeral) -> _Found | None:
    """ "twice": two times."""
    if numeral.suffix != "times":
        return None
    return _found(parse, numeral, numeral.start, numeral.end, _COUNT, words="time")


def _money(parse: Parse, numeral: Numeral) -> _Found | None:
    text = parse.text
    before = currency_before(text, numeral.start)
    if before:
        code, start, named = before
        scaled = _millions(numeral)
        code = "$" if not named and _converts(text, start) else code
        end = _closing_dollars(text, numeral.end)
        return _found(parse, scaled, start, end, Unit("money", code)) if not scaled.suffix else None
    after = currency_after(text, numeral.end, scaled=numeral.scaled or (numeral.form == "vague" and numeral.low >= 1e5))
    if after and not numeral.suffix and numeral.form in {"number", "vague"}:
        code, factor, end = after
        return _found(parse, numeral, numeral.start, end, Unit("money", code, factor))
    return None


def _millions(numeral: Numeral) -> Numeral:
    """After a currency sign "m" is million and "b" billion."""
    scale = {"m": 1e6, "b": 1e9, "t": 1e12}.get(numeral.suffix.lower())
    if scale is None:
        return numeral
    stated = numeral.stated * scale if numeral.stated is not None else None
    return replace(numeral, low=numeral.low * scale, high=numeral.high * scale, stated=stated, suffix="", scale=scale)


def _converts(text: str, start: int) -> bool:
    """Whether a bare "$" stands in brackets after another currency: "$US1 million ($1.52 million)"."""
    return re.search(r"(?:US|A|C|NZ|HK|[£€¥])[^()]{1,24}\($", text[:start].rstrip(" ")) is not None


def _closing_dollars(text: str, end: int) -> int:
    """ "$600 million dollars": the word that says it again belongs to the number."""
    match = re.compile(r"\s(?:dollars|euros|pounds|US|USD)\b").match(text, end)
    return match.end() if match else end


_OLD = re.compile(r"[\s-]{1,2}(?P<unit>year|month|week|day)s?[\s-]{1,2}olds?\b", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged?|ages|age of|aged between|ages of|aged about|turn(?:ed|s|ing)?|(?:he|she|who) (?:is|was))\s$",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"(?:,\s(?:now\s|then\s|about\s)?|\()$")
_APPOSED_END = re.compile(r"\s?(?:[,;.)](?!\d)|$|\sand\b)")


def _age(parse: Parse, numeral: Numeral) -> _Found | None:
    """ "33-year-old", "aged 33", "Smith, 33,", "Smith (33)"."""
    if numeral.suffix or numeral.form != "number":
        return None
    text = parse.text
    if old := _OLD.match(text, numeral.end):
        factor = DURATIONS[old["unit"].lower()].factor / DURATIONS["year"].factor
        return _found(parse, numeral, numeral.start, old.end(), Unit("age", "year", factor))
    if not 0 < numeral.low <= 119 or numeral.scaled:
        return None
    aged = _AGED.search(text, max(0, numeral.start - 16), numeral.start)
    if aged and not unit_after(text, numeral.end) and _ends_age(parse, numeral, aged.group()):
        found = _found(parse, numeral, numeral.start, numeral.end, Unit("age", "year"), words="-")
        start = min(found.start, aged.start() if aged.group().lower().startswith("age") else found.start)
        return _Found(start, found.end, replace(found.value, noun=""))
    name = _apposed_name(parse, numeral)
    return _found(parse, numeral, numeral.start, numeral.end, Unit("age", "year"), words=name) if name else None


def _ends_age(parse: Parse, numeral: Numeral, before: str) -> bool:
    """ "he was 17" is an age, "he was 17 points ahead" is not."""
    if before.lower().startswith("age"):
        return True
    after = next((t for t in parse.tokens if t.start >= numeral.end), None)
    return after is None or after.pos in {"PUNCT", "ADP", "CCONJ", "SCONJ", "ADV"}


def _apposed_name(parse: Parse, numeral: Numeral) -> str:
    """The last name before ", 33," or "(33)", lower case; "" when no name stands there."""
    opening = _APPOSED.search(parse.text, max(0, numeral.start - 8), numeral.start)
    if not (numeral.digits and opening and numeral.low == int(numeral.low) and numeral.low == numeral.high):
        return ""
    if not _APPOSED_END.match(parse.text, numeral.end) or re.match(r",?\s(?:and\s)?\d", parse.text[numeral.end :]):
        return ""
    before = [t for t in parse.tokens if t.end <= opening.start() + 1 and t.text not in {",", "(", ")"}]
    name = before[-1] if before else None
    if name is None or name.pos != "PROPN" or opening.start() - name.end > 1:
        return ""
    if opening.group() == "(" and not any(e.label == "PERSON" and e.start <= name.i < e.end for e in parse.entities):
        return ""
    return name.lemma.lower()


_HEIGHT = re.compile(r"-(?:foot|feet|ft)-(?P<inches>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\b")


def _height(parse: Parse, numeral: Numeral) -> _Found | None:
    """ "5-foot-11": a person's height."""
    match = _HEIGHT.match(parse.text, numeral.end)
    if match is None or numeral.low > 8:
        return None
    inches = scan(match["inches"])
    total = 12 * numeral.low + (inches[0].low if inches else 0)
    whole = Numeral(numeral.start, match.end(), total, total, total)
    return _found(parse, whole, numeral.start, match.end(), Unit("measure", "metre", 0.0254))


_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?:\sof)?[\s-]$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[\s-]magnitude\b|\son the (?:open-ended )?Richter scale\b", re.IGNORECASE)


def _magnitude(parse: Parse, numeral: Numeral) -> _Found | None:
    if numeral.suffix or not 0 < numeral.low <= 10:
        return None
    before = _MAGNITUDE_BEFORE.search(parse.text, max(0, numeral.start - 16), numeral.start)
    after = _MAGNITUDE_AFTER.match(parse.text, numeral.end)
    if not (before or after):
        return None
    start = before.start() if before else numeral.start
    return _found(parse, numeral, start, after.end() if after else numeral.end, Unit("measure", "magnitude"))


def _measured(parse: Parse, numeral: Numeral) -> _Found | None:
    """Percent, measures and durations."""
    if numeral.form == "fraction":
        return None
    if numeral.suffix == "m" and _plural_follows(parse, numeral.end):
        return _found(parse, _millions(numeral), numeral.start, numeral.end, _COUNT)
    unit = unit_after(parse.text, numeral.end, suffix=numeral.suffix)
    if unit is None or re.match(
        r"-(?:half|quarter|place|guess|hand|class|string|year|round|old)", parse.text[unit[1] :]
    ):
        return None
    if numeral.low < 0 and unit[0].base == "celsius" and unit[0].kind != "measure":
        return None
    return _found(parse, numeral, numeral.start, unit[1], unit[0])


def _plural_follows(parse: Parse, end: int) -> bool:
    """Whether the run of nouns right after the number ends in a plural: "5.8m viewers" counts millions."""
    after = [t for t in parse.tokens if t.start >= end][:3]
    return bool(after) and next((t.tag for t in after if t.pos not in {"ADJ", "NOUN"} or t.tag == "NNS"), "") == "NNS"


def _share(parse: Parse, numeral: Numeral) -> _Found | None:
    """A fraction, as percent of what it is a fraction of."""
    if numeral.form != "fraction":
        return None
    return _found(parse, numeral, numeral.start, numeral.end, _PERCENT)


_CASUALTIES = frozenset({"dead", "wounded", "injured", "missing", "hurt", "homeless", "killed", "arrested"})


def _count(parse: Parse, numeral: Numeral) -> _Found | None:
    if numeral.suffix:
        return None
    if numeral.low < 0:
        return _found(parse, numeral, numeral.start, numeral.end, Unit("measure", "degree"))
    found = _found(parse, numeral, numeral.start, numeral.end, _COUNT)
    if found.value.noun:
        return found
    after = next((t for t in parse.tokens if t.start >= found.end), None)
    if after is not None and after.lemma.lower() in _CASUALTIES | {"kill", "injure", "wound", "arrest"}:
        return _Found(found.start, after.end, replace(found.value, modifiers=(after.text.lower(),)))
    return found if _stands_alone(parse, numeral) else None


_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "oprd", "ROOT", "nummod", "acomp", "ccomp", "npadvmod", "dep"})  # fmt: skip


def _stands_alone(parse: Parse, numeral: Numeral) -> bool:
    """Whether a number without a noun is an argument of something ("killing 12", "Seven were arrested")."""
    tokens = tokens_in(parse, numeral.start, numeral.end)
    if not tokens or (numeral.form == "vague" and numeral.low < 10):
        return bool(tokens)
    head = parse.tokens[tokens[-1].head]
    emergency = numeral.low in {911, 999, 112} and numeral.digits
    return not emergency and any(t.dep in _ARGUMENTS for t in tokens) and head.pos not in {"PROPN", "X"}
