"""Quantities as intervals, each with its unit, what it counts and over what scope.

The number and its surroundings are read from the characters (`numerals`,
`approximations`, `units`), what it counts from the parse (`counted`). A number
that names rather than counts is none: dates and clock times, "Boeing 777",
"Article 60", "No. 5", scores ("10-3"), "one" as a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.ages import continues_ages, read_age, read_height
from claimcheck.extract.counted import tokens_in
from claimcheck.extract.currencies import currency_after, currency_before
from claimcheck.extract.enumerations import find_enumerations
from claimcheck.extract.labels import names_something
from claimcheck.extract.lexicon import words
from claimcheck.extract.numerals import Numeral, scan
from claimcheck.extract.ranges import joined_ranges
from claimcheck.extract.reading import COUNT, ORDINAL, PERCENT, Context, Found, bare, context, quantity
from claimcheck.extract.times import time_groups
from claimcheck.extract.units import STONE, Unit, change_of, is_change, unit_after, unit_named
from claimcheck.extract.unnumbered import unnumbered
from claimcheck.types import Mention, Parse, Quantity, Sentence, Span, Token


def find_quantities(parse: Parse, sentence: Sentence) -> tuple[Mention, ...]:
    """Every quantity of the sentence, left to right, spans in document offsets.

    A span covers the number with its approximation, unit and scope words and the noun
    counted ("at least seven national leaders", "$1.2bn", "33-year-old"); a list's, its noun too.
    """
    ctx = context(parse, tuple((group[0].start, group[-1].end) for group in time_groups(parse)))
    chosen: list[Found] = []
    for item in sorted((*_lists(parse), *_joined(ctx, tuple(_numbers(ctx)))), key=lambda f: (f.start, -f.end)):
        if not chosen or item.start >= chosen[-1].core or item.value.listed:
            chosen.append(item)
    return tuple(_mention(parse, sentence, _of_another_group(parse, item, chosen)) for item in chosen)


_BESIDE = frozenset({"another", "other", "more"})
_HARM = words("kill die shoot stab wound injure hurt murder slay drown perish hospitalize hospitalise burn maim arrest")


def _of_another_group(parse: Parse, found: Found, beside: Sequence[Found]) -> Found:
    """ "Killed eight and injured another 12": under another verb the number is the whole count of another group."""
    if not _BESIDE & set(found.value.scope):
        return found
    own = _governing_verb(parse, found)
    earlier = [f for f in beside if f.end <= found.start and f.value.kind == found.value.kind]
    verbs = [_governing_verb(parse, f) for f in earlier]
    if own is not None and own.lemma in _HARM:  # "killing a man and wounding two others"
        verbs += [t for t in parse.tokens[: own.i] if t.pos == "VERB" and t.lemma in _HARM - {own.lemma}]
    if own is None or not any(verb is not None and verb.i < own.i for verb in verbs):
        return found
    return replace(found, value=replace(found.value, scope=tuple(w for w in found.value.scope if w not in _BESIDE)))


def _governing_verb(parse: Parse, found: Found) -> Token | None:
    """The nearest verb above the last word of a number."""
    token = tokens_in(parse, found.start, found.end)[-1]
    while token.head != token.i:
        token = parse.tokens[token.head]
        if token.pos == "VERB":
            return token
    return None


def _mention(parse: Parse, sentence: Sentence, found: Found) -> Mention:
    offset = sentence.span.start
    span = Span(sentence.span.document, found.start + offset, found.end + offset)
    return Mention(span=span, kind="quantity", text=parse.text[found.start : found.end], value=found.value)


def _lists(parse: Parse) -> Iterator[Found]:
    for e in find_enumerations(parse):
        number = float(len(e.items))
        value = Quantity(number, number, "count", stated=number, noun=e.noun, modifiers=e.modifiers, listed=e.items)
        yield Found(e.start, e.end, value, e.start)


def _numbers(ctx: Context) -> Iterator[Found]:
    numerals = [n for n in (*scan(ctx.text), *unnumbered(ctx.text)) if not ctx.is_time(n.start, n.end)]
    last: Numeral | None = None
    last_named, last_found = False, None
    for numeral in joined_ranges(ctx.parse, sorted(numerals, key=lambda n: n.start)):
        named = (last_named and _lists_on(ctx.text, last, numeral)) or names_something(ctx.parse, numeral)
        found = None if named else _read(ctx, numeral, last_found)
        last, last_named, last_found = numeral, named, found
        if found:
            yield found


_SMALLER_UNIT = re.compile(r",?\s(?:and\s)?")


def _joined(ctx: Context, found: Sequence[Found]) -> Iterator[Found]:
    """The quantities with "1 hr 4 mins", "two hours and 10 minutes", "5 feet 7 inches" made one."""
    last: Found | None = None
    for item in found:
        if last is not None and _goes_on(ctx.text, last, item):
            last = _sum(last, item)
            continue
        if last is not None:
            yield last
        last = item
    if last is not None:
        yield last


def _goes_on(text: str, last: Found, item: Found) -> bool:
    a, b = last.value, item.value
    alike = a.kind == b.kind and a.unit == b.unit and a.kind in {"duration", "measure"}
    smaller = alike and b.exact and a.stated is not None and b.low * 2 <= a.stated
    return smaller and not b.approximation and _SMALLER_UNIT.fullmatch(text, last.core, item.start) is not None


def _sum(last: Found, item: Found) -> Found:
    a, b = last.value, item.value
    stated = a.stated + b.low if a.stated is not None else None
    value = replace(a, low=a.low + b.low, high=a.high + b.low, stated=stated, scale=b.scale)
    return replace(last, end=item.end, core=item.core, value=value)


def _lists_on(text: str, last: Numeral | None, numeral: Numeral) -> bool:
    """ "versions 6, 7 and 8": what is listed after a name is one too."""
    if last is None or not (last.digits and numeral.digits):
        return False
    return re.fullmatch(r"\s?,?\s?(?:and|or|&|to|,)?\s?", text[last.end : numeral.start]) is not None


# --------------------------------------------------------------------------- one number


def _read(ctx: Context, numeral: Numeral, previous: Found | None) -> Found | None:
    """The reading of one number: the first kind that its surroundings bear out."""
    for reader in _READERS:
        found = reader(ctx, numeral)
        if found is not None:
            return found
    if previous and (found := continues_ages(ctx, previous, numeral)):
        return found
    return _count(ctx, numeral)


def _ordinal(ctx: Context, numeral: Numeral) -> Found | None:
    return quantity(ctx, numeral, ORDINAL) if numeral.form == "ordinal" else None


def _repetition(ctx: Context, numeral: Numeral) -> Found | None:
    """ "twice": two times."""
    return bare(ctx, numeral, COUNT, noun="time") if numeral.suffix == "times" else None


_OF_ONE_PERCENT = re.compile(r"\sof\s(?:an?|one|1)\s?(?:percent|per cent|pct|%)(?!\w)", re.IGNORECASE)


def _share(ctx: Context, numeral: Numeral) -> Found | None:
    """A fraction, as percent of what it is a fraction of; "a tenth of one percent" is 0.1."""
    if numeral.form != "fraction":
        return None
    if whole := _OF_ONE_PERCENT.match(ctx.text, numeral.end):
        share = (numeral.stated or 0.0) / 100
        return quantity(ctx, replace(numeral, low=share, high=share, stated=share), PERCENT, end=whole.end())
    return quantity(ctx, numeral, PERCENT)


def _money(ctx: Context, numeral: Numeral) -> Found | None:
    text = ctx.text
    if before := currency_before(text, numeral.start):
        code, start, named = before
        amount = _millions(numeral)
        code = "$" if not named and _converts(text, start) else code
        end = _said_again(text, numeral.end)
        return None if amount.suffix else quantity(ctx, amount, Unit("money", code), start=start, end=end)
    large = numeral.scaled or (numeral.form == "vague" and numeral.low >= 1e5)
    after = currency_after(text, _past_of(text, numeral), scaled=large)
    if after and not numeral.suffix and numeral.form in {"number", "vague"}:
        code, factor, end = after
        return quantity(ctx, numeral, Unit("money", code, factor), end=end)
    return None


def _past_of(text: str, numeral: Numeral) -> int:
    """Where the unit of a vague number may start: "a couple of days", "millions of dollars"."""
    return numeral.end + 3 if numeral.form == "vague" and text.startswith(" of ", numeral.end) else numeral.end


def _millions(numeral: Numeral) -> Numeral:
    """After a currency sign "m" is million and "b" billion."""
    scale = {"m": 1e6, "mm": 1e6, "b": 1e9, "t": 1e12}.get(numeral.suffix.lower())
    if scale is None:
        return numeral
    stated = numeral.stated * scale if numeral.stated is not None else None
    return replace(numeral, low=numeral.low * scale, high=numeral.high * scale, stated=stated, suffix="", scale=scale)


_OTHER_CURRENCY = re.compile(r"(?:US|A|C|NZ|HK|[£€¥])[^()]{1,24}\(\s?$")


def _converts(text: str, start: int) -> bool:
    """Whether a bare "$" stands in brackets after another currency: "$US1 million ($1.52 million)"."""
    return _OTHER_CURRENCY.search(text, max(0, start - 40), start) is not None


_DOLLARS_AGAIN = re.compile(r"\s(?:dollars|euros|pounds|US|USD)\b")


def _said_again(text: str, end: int) -> int:
    """ "$600 million dollars": the word that says it again belongs to the number."""
    match = _DOLLARS_AGAIN.match(text, end)
    return match.end() if match else end


_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?:\sof)?[\s-]$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[\s-]magnitude\b|\son the (?:open-ended )?Richter scale\b", re.IGNORECASE)


def _magnitude(ctx: Context, numeral: Numeral) -> Found | None:
    if numeral.suffix or not 0 < numeral.low <= 10:
        return None
    before = _MAGNITUDE_BEFORE.search(ctx.text, max(0, numeral.start - 16), numeral.start)
    after = _MAGNITUDE_AFTER.match(ctx.text, numeral.end)
    if not (before or after):
        return None
    start, end = before.start() if before else numeral.start, after.end() if after else numeral.end
    return quantity(ctx, numeral, Unit("measure", "magnitude"), start=start, end=end)


_NO_UNIT = re.compile(r"-(?:half|quarter|place|guess|hand|class|string|year|round|old|stage)|\s(?:half|quarter)\b")


_OR_MORE = re.compile(r"\sor (?:more|fewer|less|so)(?=\s)")


def _measured(ctx: Context, numeral: Numeral) -> Found | None:
    """Percent, measures and durations."""
    if numeral.suffix == "m" and _plural_follows(ctx, numeral.end):
        return quantity(ctx, _millions(numeral), COUNT)
    or_more = _OR_MORE.match(ctx.text, numeral.end)
    found = unit_after(ctx.text, or_more.end() if or_more else _past_of(ctx.text, numeral), suffix=numeral.suffix)
    if found is None or _NO_UNIT.match(ctx.text, found[1]):
        return None
    unit, end = found
    if unit.base == "calibre":
        numeral = _as_calibre(ctx.text, numeral)
    elif unit.base == "stone" and not _weighs(ctx, numeral, end):
        return None
    elif unit.base in {"celsius", "degree"}:
        unit = change_of(unit) if is_change(ctx.text, numeral.start, end) else unit
    return quantity(ctx, numeral, STONE if unit.base == "stone" else unit, end=end)


def _weighs(ctx: Context, numeral: Numeral, end: int) -> bool:
    """Whether "stone" is the weight, which has no plural: "two stone", not "two stone lions"."""
    following = next((t for t in ctx.parse.tokens if t.start >= end), None)
    material = following is not None and following.pos in {"NOUN", "PROPN", "ADJ"}
    return bool(numeral.suffix) or (numeral.low != 1 and not material)


def _as_calibre(text: str, numeral: Numeral) -> Numeral:
    """A calibre in hundredths or thousandths of an inch, however it is set: ".38", "38", ". 357"."""
    digits = text[numeral.start : numeral.end]
    value = float(f"0.{digits}") if digits.isdigit() and len(digits) > 1 else numeral.low
    return replace(numeral, low=value, high=value, stated=value)


def _plural_follows(ctx: Context, end: int) -> bool:
    """Whether the run of nouns right after the number ends in a plural: "5.8m viewers" counts millions."""
    for token in [t for t in ctx.parse.tokens if t.start >= end][:3]:
        if token.tag == "NNS":
            return True
        if token.pos not in {"ADJ", "NOUN"}:
            return False
    return False


_YEAR = re.compile(r"\b(?:in|since|than|by|until|of) (?:19|20)\d\d$", re.IGNORECASE)  # without a noun after it
_STREETS = frozenset({"ave", "avenue", "street", "st", "st.", "road", "rd", "boulevard", "blvd", "drive", "highway"})
_CASUALTIES = frozenset(
    {"dead", "wounded", "injured", "missing", "hurt", "homeless", "killed", "arrested", "hospitalized", "hospitalised"}
)


def _count(ctx: Context, numeral: Numeral) -> Found | None:
    if numeral.suffix:
        return None
    if numeral.low < 0:
        return quantity(ctx, numeral, Unit("measure", "degree"))
    found = quantity(ctx, numeral, COUNT)
    if unit := unit_named(found.value.noun, found.value.modifiers):
        measured = quantity(ctx, numeral, unit, end=found.end)
        return replace(measured, value=replace(measured.value, modifiers=found.value.modifiers))
    if found.value.noun:
        return None if found.value.noun in _STREETS and numeral.digits else found
    after = next((t for t in ctx.parse.tokens if t.start >= found.end), None)
    if after is not None and after.text.lower() in _CASUALTIES:
        return replace(found, end=after.end, value=replace(found.value, modifiers=(after.text.lower(),)))
    return found if _stands_alone(ctx, numeral) else None


_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "oprd", "ROOT", "nummod", "acomp", "ccomp", "dep"}
)
_MOVES_FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)  # "rose from 40 to 60": the parser ties the one to the other
_EMERGENCY_LINES = frozenset({911, 999, 112})


def _stands_alone(ctx: Context, numeral: Numeral) -> bool:
    """Whether a number without a noun is an argument of something ("killing 12", "Seven were arrested")."""
    tokens = tokens_in(ctx.parse, numeral.start, numeral.end)
    if not tokens or (numeral.digits and numeral.low in _EMERGENCY_LINES):
        return False
    if numeral.digits and _YEAR.search(ctx.text, max(0, numeral.start - 12), numeral.end):
        return False
    if numeral.digits and ctx.text[numeral.start] == "0" and numeral.end - numeral.start > 1:
        return False  # "0845": a telephone number's group
    if numeral.digits and "," in ctx.text[numeral.start : numeral.end]:
        return True  # "Payrolls Rise 164,000": no name is set like that, whatever a headline's parse says
    head = ctx.parse.tokens[tokens[-1].head]
    argument = any(t.dep in _ARGUMENTS for t in tokens) or _MOVES_FROM.search(ctx.text, 0, numeral.start)
    return bool(argument) and head.pos not in {"PROPN", "X"}


_READERS: tuple[Callable[[Context, Numeral], Found | None], ...] = (
    _ordinal, _repetition, _share, _money, read_age, read_height, _magnitude, _measured,
)  # fmt: skip
