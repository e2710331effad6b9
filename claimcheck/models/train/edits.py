"""Typed edits of a parsed sentence: what another newsroom might have put otherwise, by mistake or not.

An edit says which characters become which, and what it does to the meaning. `typed`
makes pairs of them in such a way that the edited sentence alone tells nothing.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from claimcheck.models.train.news import Line, Stock, entity_text
from claimcheck.types import EntitySpan, Parse, Token

Piece = tuple[int, int, str]  # start, end (offsets into the sentence), what stands there instead
Effect = Literal["clash", "weaker", "apart", "same"]
Antonyms = Mapping[tuple[str, str], list[str]]  # (part of speech, lemma) to lemmas


@dataclass(frozen=True, slots=True)
class Edit:
    """What becomes of a sentence.

    Of the edited sentence and the first: "clash", both cannot be true; "weaker", it follows from the
    first but not the other way round; "apart", neither follows (a plan and a fact); "same", both follow.
    """

    kind: str
    pieces: tuple[Piece, ...]
    effect: Effect = "clash"


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence with what edits draw on."""

    line: Line
    stock: Stock
    antonyms: Antonyms
    rng: random.Random

    @property
    def parse(self) -> Parse:
        """The parsed sentence."""
        return self.line.parse


def apply(text: str, pieces: tuple[Piece, ...]) -> str:
    """The sentence with its pieces replaced, spaces and commas mended, and a capital at its start."""
    for start, end, new in sorted(pieces, reverse=True):
        text = text[:start] + new + text[end:]
    text = re.sub(r"\s+", " ", text).strip(" ,;")
    text = re.sub(r"\s+([,.;!?])(?=\s|$|[\"”])", r"\1", re.sub(r"(?:, ?)+,", ",", text))
    text = re.sub(r",\s*([.!?])", r"\1", text)
    return text[:1].upper() + text[1:]


_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_BOUNDS = frozenset(
    {"least", "most", "than", "to", "nearly", "about", "around", "almost", "over", "under", "up", "some"}
)
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_COUNTED = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})


def numbers(s: Setting) -> Iterator[Edit]:
    """Another number; a rounded one, which says less; and a rounded one that is wrong."""
    for entity in s.parse.entities:
        if entity.label not in _COUNTED:
            continue
        before = s.parse.tokens[entity.start - 1].lemma.lower() if entity.start else ""
        bound = before in _BOUNDS or any(t.lemma.lower() in _BOUNDS for t in _of(s.parse, entity))
        for token in _of(s.parse, entity):
            if bound or token.pos != "NUM":
                continue
            if token.text.lower() in _WORDS:
                new = s.rng.choice([w for w in _WORDS if w != token.text.lower()])
                yield Edit("number", ((token.start, token.end, new),))
            elif _FIGURE.fullmatch(token.text):
                yield Edit("number", ((token.start, token.end, _other_figure(token.text, s.rng)),))
                yield from _rounded(token)


def _other_figure(text: str, rng: random.Random) -> str:
    places = len(text.partition(".")[2])
    value = float(text.replace(",", ""))
    step = max(10.0**-places, abs(value) * rng.choice((0.02, 0.1, 0.3, 1.0)))
    new = value + step if value <= step or rng.random() < 0.5 else value - step
    shown = f"{new:,.{places}f}" if "," in text else f"{new:.{places}f}"
    return shown if shown != text else f"{value + 2:.{places}f}"


def _rounded(token: Token) -> Iterator[Edit]:
    if not token.text.replace(",", "").isdigit() or (value := int(token.text.replace(",", ""))) < 13:
        return
    unit = 10 ** (len(str(value)) - 1) // (2 if value > 99 else 1)
    below, above = value // unit * unit, (value // unit + 1) * unit
    if below == value:
        return
    near = f"nearly {above:,}" if above - value < value - below else f"more than {below:,}"
    yield Edit("rounding", ((token.start, token.end, near),), "weaker")
    yield Edit("rounding", ((token.start, token.end, f"more than {above * 2:,}"),))


_SETS = tuple(
    tuple(words.split())
    for words in (
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "January February March April May June July August September October November December",
        "morning afternoon evening",
        "yesterday tomorrow",
    )
)


def dates(s: Setting) -> Iterator[Edit]:
    """Another weekday, month, day, year or part of the day."""
    for entity in s.parse.entities:
        if entity.label not in {"DATE", "TIME"}:
            continue
        for token in _of(s.parse, entity):
            for words in _SETS:
                if token.text in words:
                    yield Edit("date", ((token.start, token.end, s.rng.choice([w for w in words if w != token.text])),))
            if re.fullmatch(r"(?:19|20)\d\d", token.text):
                yield Edit("date", ((token.start, token.end, str(int(token.text) + s.rng.choice((-3, -2, -1, 1, 2)))),))
            elif re.fullmatch(r"[12]?\d|3[01]", token.text):
                new = s.rng.choice([day for day in range(1, 29) if str(day) != token.text])
                yield Edit("date", ((token.start, token.end, str(new)),))


def names(s: Setting) -> Iterator[Edit]:
    """Another person, organisation or place that the event's articles name."""
    for entity in s.parse.entities:
        if entity.label not in {"PERSON", "GPE", "ORG", "NORP"} or not (name := entity_text(s.parse, entity)):
            continue
        if s.parse.text.count(name) == 1 and (others := s.stock.others(s.line.event, entity.label, name)):
            start = s.parse.text.index(name)
            kind = {"GPE": "place", "NORP": "nationality"}.get(entity.label, "name")
            yield Edit(kind, ((start, start + len(name), s.rng.choice(others)),))


_ROLES = tuple(
    tuple(words.split())
    for words in (
        "president chairman secretary director treasurer founder",
        "minister mayor governor senator ambassador lawmaker prosecutor",
        "police firefighters soldiers prosecutors doctors residents",
        "father brother uncle cousin son husband grandfather",
        "mother sister aunt daughter wife grandmother",
        "driver passenger pedestrian cyclist pilot",
        "lawyer judge detective sheriff attorney juror",
        "coach player referee captain goalkeeper",
        "teacher student nurse doctor engineer farmer actor singer",
        "man woman boy girl",
        "men women boys girls children",
    )
)


def roles(s: Setting) -> Iterator[Edit]:
    """Another office, trade or kinship."""
    for token in s.parse.tokens:
        for words in _ROLES:
            if token.pos in {"NOUN", "PROPN"} and token.text.lower() in words:
                new = s.rng.choice([w for w in words if w != token.text.lower()])
                yield Edit("role", ((token.start, token.end, new.capitalize() if token.text[0].isupper() else new),))


def antonyms(s: Setting) -> Iterator[Edit]:
    """The opposite verb, adjective, adverb or noun, in the same form."""
    for token in s.parse.tokens:
        pos = {"VERB": "VERB", "ADJ": "ADJ", "ADV": "ADV", "NOUN": "NOUN"}.get(token.pos, "")
        forms = [
            form
            for lemma in s.antonyms.get((pos, token.lemma.lower()), ())
            if (form := s.stock.forms.get((lemma, token.tag))) and form != token.text.lower()
        ]
        if forms:
            yield Edit("antonym", ((token.start, token.end, s.rng.choice(forms)),))


_SAYING = frozenset(
    {"say", "tell", "report", "add", "announce", "claim", "state", "note", "explain", "think", "believe"}
)


def predicates(parse: Parse) -> Iterator[Token]:
    """The verbs that carry what a sentence states: its root, or what the root says."""
    for token in parse.tokens:
        if token.head == token.i and token.pos in {"VERB", "AUX"}:
            said = [t for t in parse.tokens if t.head == token.i and t.dep == "ccomp" and t.pos in {"VERB", "AUX"}]
            yield from said if token.lemma in _SAYING and said else [token]


def negations(s: Setting) -> Iterator[Edit]:
    """A "not" put in or left out."""
    for verb in predicates(s.parse):
        children = [t for t in s.parse.tokens if t.head == verb.i]
        auxiliaries = [t for t in children if t.dep in {"aux", "auxpass"} and t.i < verb.i and t.tag != "TO"]
        if gone := [t for t in children if t.dep == "neg" and t.text.lower() in {"not", "n't", "never"}]:
            if not any(t.lemma == "do" for t in auxiliaries) and s.parse.text[gone[0].start - 1] == " ":
                yield Edit("negation", ((gone[0].start, gone[0].end, ""),))
        elif auxiliaries or verb.pos == "AUX":
            first = auxiliaries[0] if auxiliaries else verb
            yield Edit("negation", ((first.end, first.end, "not" if first.text == "can" else " not"),))
        elif helper := {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(verb.tag):
            yield Edit("negation", ((verb.start, verb.end, f"{helper} not {verb.lemma}"),))
            if verb.tag == "VBD":
                new = s.rng.choice(("refused to", "failed to", "never", "denied that it would"))
                shown = verb.text if new == "never" else verb.lemma
                yield Edit("outcome", ((verb.start, verb.end, f"{new} {shown}"),))


def modals(s: Setting) -> Iterator[Edit]:
    """A plan or a possibility where a fact was stated, and the other way round."""
    for verb in predicates(s.parse):
        auxiliaries = [t for t in s.parse.tokens if t.head == verb.i and t.dep in {"aux", "auxpass"} and t.i < verb.i]
        if any(t.head == verb.i and t.dep == "neg" for t in s.parse.tokens):
            continue
        if not auxiliaries and verb.tag == "VBD" and verb.pos == "VERB":
            plan = s.rng.choice(("will", "plans to", "was expected to", "hopes to", "is set to"))
            yield Edit("plan", ((verb.start, verb.end, f"{plan} {verb.lemma}"),), "apart")
            if done := s.stock.forms.get((verb.lemma.lower(), "VBN")):
                yield Edit(
                    "modal", ((verb.start, verb.end, f"{s.rng.choice(('may', 'might'))} have {done}"),), "weaker"
                )
        elif auxiliaries and auxiliaries[0].text == "will":
            aux = auxiliaries[0]
            yield Edit("modal", ((aux.start, aux.end, s.rng.choice(("may", "might", "could"))),), "weaker")
            yield Edit("modal", ((aux.start, aux.end, s.rng.choice(("will not", "will never", "refused to"))),))
        elif auxiliaries and auxiliaries[0].text in {"was", "were", "is", "are"} and verb.tag == "VBN":
            aux = auxiliaries[0]
            yield Edit("modal", ((aux.start, aux.end, "may have been" if aux.text[0] == "w" else "may be"),), "weaker")


_HEDGES = ("reportedly", "allegedly", "apparently", "possibly", "presumably")


def hedges(s: Setting) -> Iterator[Edit]:
    """A "reportedly" put in or left out: a flat fact says more than a reported one."""
    for token in s.parse.tokens:
        if token.text.lower() in _HEDGES:
            yield Edit("hedge", ((token.start, token.end, ""),), "apart")
    for verb in predicates(s.parse):
        if verb.tag in {"VBD", "VBZ"} and verb.pos == "VERB":
            yield Edit("hedge", ((verb.start, verb.start, s.rng.choice(_HEDGES) + " "),), "weaker")
    root = next((t for t in s.parse.tokens if t.head == t.i), None)
    if root and root.tag == "VBD" and root.lemma not in _SAYING and s.parse.text.endswith("."):
        source = s.rng.choice(("according to police", "officials said", "witnesses said", "according to local media"))
        yield Edit("source", ((len(s.parse.text) - 1, len(s.parse.text), f", {source}."),), "weaker")


_QUANTIFIERS: dict[str, tuple[tuple[str, Effect], ...]] = {
    "all": (("some", "weaker"), ("none", "clash"), ("few", "clash")),
    "every": (("no", "clash"),),
    "both": (("neither", "clash"),),
    "most": (("some", "weaker"), ("few", "clash")),
    "many": (("some", "weaker"), ("no", "clash"), ("few", "clash")),
    "several": (("no", "clash"), ("dozens of", "clash")),
    "always": (("sometimes", "weaker"), ("never", "clash")),
    "some": (("no", "clash"),),
    "no": (("some", "clash"), ("many", "clash")),
    "everyone": (("no one", "clash"), ("someone", "weaker")),
    "nobody": (("somebody", "clash"), ("everybody", "clash")),
    "first": (("second", "clash"), ("last", "clash")),
    "only": (("hardly", "clash"),),
}


def quantifiers(s: Setting) -> Iterator[Edit]:
    """Some for all, none for some."""
    for token in s.parse.tokens:
        if token.text.lower() in _QUANTIFIERS and token.pos in {"DET", "ADJ", "ADV", "PRON"}:
            new, effect = s.rng.choice(_QUANTIFIERS[token.text.lower()])
            yield Edit("quantifier", ((token.start, token.end, new),), effect)


# What A does to B in these, B does to A.
_MUTUAL = frozenset(
    {
        "meet",
        "marry",
        "join",
        "face",
        "fight",
        "divorce",
        "match",
        "equal",
        "resemble",
        "contact",
        "date",
        "tie",
        "share",
        "have",
        "be",
    }
)


def exchanges(s: Setting) -> Iterator[Edit]:
    """Who did it to whom: the two exchanged, the same in the passive, and the passive with the two exchanged."""
    tokens = s.parse.tokens
    for verb in tokens:
        if verb.tag != "VBD" or verb.pos != "VERB" or verb.lemma in _MUTUAL:
            continue
        agents = [t for t in tokens if t.head == verb.i and t.dep == "nsubj"]
        patients = [t for t in tokens if t.head == verb.i and t.dep == "dobj"]
        done = s.stock.forms.get((verb.lemma.lower(), "VBN"))
        if len(agents) != 1 or len(patients) != 1 or {agents[0].pos, patients[0].pos} - {"NOUN", "PROPN"}:
            continue
        one, other = _subtree(s.parse, agents[0]), _subtree(s.parse, patients[0])
        if one[1] > verb.start or other[0] < verb.end or max(one[1] - one[0], other[1] - other[0]) > 40:
            continue
        a, b = s.parse.text[one[0] : one[1]], s.parse.text[other[0] : other[1]]
        yield Edit("exchange", ((*one, b), (*other, a)))
        if done and s.parse.text[one[1] : verb.start] == " " == s.parse.text[verb.end : other[0]]:
            for x, y, head, effect in ((b, a, patients[0], "same"), (a, b, agents[0], "clash")):
                be = "were" if head.tag in {"NNS", "NNPS"} or " and " in x else "was"
                yield Edit("passive", ((one[0], other[1], f"{x} {be} {done} by {y}"),), effect)  # type: ignore[arg-type]


OPERATORS: tuple[Callable[[Setting], Iterator[Edit]], ...] = (
    numbers,
    dates,
    names,
    roles,
    antonyms,
    negations,
    modals,
    hedges,
    quantifiers,
    exchanges,
)


def _of(parse: Parse, entity: EntitySpan) -> tuple[Token, ...]:
    return parse.tokens[entity.start : entity.end]


def _subtree(parse: Parse, head: Token) -> tuple[int, int]:
    """From the first to the last character of what hangs on a word."""
    inside = {head.i}
    for _ in parse.tokens:
        grown = inside | {t.i for t in parse.tokens if t.head in inside}
        if grown == inside:
            break
        inside = grown
    return parse.tokens[min(inside)].start, parse.tokens[max(inside)].end
