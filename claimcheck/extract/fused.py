"""Words run together in print: "Nausedawarned", "ofeverything", `Minsk”after`, "said.He".

Editing systems lose the space where a link, a style or a line ended. The two
halves are plain words or names, and the whole is no word at all: that, and
nothing weaker, is what counts as fused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from claimcheck.compare.gazetteer import demonyms, is_place
from claimcheck.compare.letters import fold
from claimcheck.compare.words import UNKNOWN, frequency, word_set
from claimcheck.types import Document, FusedWord, Parse, Sentence, Span

# Small words that run into their neighbour and never end a surname of their own accord.
_SMALL = word_set(
    """
    and of to the for with from at by on in as is was has had have who that which said says told were will would
    also after before but or not be are an it he she they his her their its this when where while than into over
    """
)
_GLUED = r"(?<![\w@/.#:-])"  # no address, tag, path or clock before
_AFTER_QUOTE = re.compile(r"[\w.,!?…]+(?P<mark>[”\"])(?=[a-z]{2})[a-z]+", re.UNICODE)
_AFTER_STOP = re.compile(_GLUED + r"(?P<left>[a-zA-Z’']*[a-z]{2})[.!?;,](?P<right>[A-Z][a-z]+|[a-z]{2,})(?![\w@./-])")
_AFTER_ABBREVIATION = re.compile(_GLUED + r"(?P<left>(?:[A-Z]\.){2,})(?P<right>[A-Z][a-z]+|[A-Z]{2,})\b(?!\.)")
_AFTER_NUMBER = re.compile(r"(?<![\w.,$£€/-])(?P<left>\d{1,4})(?P<right>or|and|of|the|to|from|for|with|were|was)\b")
# What looks like a word after a stop and ends an address instead.
_DOMAINS = word_set("com org net gov edu co uk tv info io eu")
# Small words that end many names as well: Gitanas, Karamanlis, Jordan.
_ENDINGS = word_set("as is an or on it he at by her over are")
# "ofthe" and "ofhis" are typed so often that frequency lists hold them.
_BEFORE_THE = word_set("of in to and for on at is that with by from was")
_DETERMINERS = word_set("the this that his their its")
_FREQUENT = 4.0  # Zipf: a word of everyday prose
_WORD = 3.0  # Zipf: a word any reader knows


def find_fused(document: Document, sentences: Sequence[Sentence], parses: Sequence[Parse]) -> tuple[FusedWord, ...]:
    """Every place where two words of the document stand without the space between them."""
    known = known_names(parses)
    found = {word.span: word for span in _stretches(sentences) for word in missing_spaces(document.text, span)}
    for sentence, parse in zip(sentences, parses, strict=True):
        for word in fused_words(parse, sentence, known):
            found.setdefault(word.span, word)
    return tuple(found[span] for span in sorted(found))


def _stretches(sentences: Sequence[Sentence]) -> Iterator[Span]:
    """The spans of sentences, those that touch made one: a lost space may be where a sentence ends."""
    spans = sorted(sentence.span for sentence in sentences)
    for i, span in enumerate(spans):
        if i and spans[i - 1].end == span.start:
            continue
        end, j = span.end, i + 1
        while j < len(spans) and spans[j].start == end:
            end, j = spans[j].end, j + 1
        yield Span(span.document, span.start, end)


def missing_spaces(document: str, at: Span) -> Iterator[FusedWord]:
    """Words of `document` that follow a closing quote or a stop with no space, within the stretch `at`."""
    text = document[at.start : at.end]
    for match in _AFTER_QUOTE.finditer(text):
        mark = match.start("mark")
        if text[mark] == "”" or _closes(text, mark):
            yield _fused(match, at, (text[match.start() : mark + 1], text[mark + 1 : match.end()]), "after-quote")
    for match in (*_AFTER_STOP.finditer(text), *_AFTER_ABBREVIATION.finditer(text), *_AFTER_NUMBER.finditer(text)):
        left, right = match["left"], match["right"]
        if match.re is not _AFTER_STOP or _are_sentence_ends(left, right):
            kind = "words" if match.re is _AFTER_NUMBER else "after-stop"
            yield _fused(match, at, (text[match.start() : match.start("right")], right), kind)


def _fused(match: re.Match[str], at: Span, parts: tuple[str, ...], kind: str) -> FusedWord:
    span = Span(at.document, at.start + match.start(), at.start + match.end())
    return FusedWord(span, parts, kind)  # type: ignore[arg-type]  # one of the kinds above


def _closes(text: str, mark: int) -> bool:
    """Whether the straight quote at `mark` is the second of a pair in its sentence."""
    return text.count('"', 0, mark) % 2 == 1


def _are_sentence_ends(left: str, right: str) -> bool:
    plain = left.replace("’", "'")
    if right.casefold() in _DOMAINS or frequency(plain) < _WORD:
        return False
    return frequency(right) >= (_WORD if right[0].isupper() else _FREQUENT) and len(left) > 2


def known_names(parses: Iterable[Parse]) -> frozenset[str]:
    """The folded words that stand in these parses as parts of names, and what two fused words have in common.

    "Nausedawarned" and "Nausedaand" in one article give "nauseda" away although
    it never stands alone.
    """
    capitals = {
        token.text
        for parse in parses
        for token in parse.tokens
        if len(token.text) > 3 and token.text[0].isupper() and token.text.isalpha() and not token.text.isupper()
    }
    alone = {fold(word) for word in capitals}
    strange = sorted(word for word in capitals if len(word) > 6 and frequency(word) == UNKNOWN)
    return frozenset(alone | {fold(stem) for a, b in pairwise(strange) if (stem := _stem(a, b))})


def _stem(a: str, b: str) -> str | None:
    """The common start of two strange words whose ends are everyday words; None when they share none."""
    common = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if common > 3 and all(_can_follow(word[common:]) for word in (a, b)):
        return a[:common]
    return None


def fused_words(parse: Parse, sentence: Sentence, known: frozenset[str]) -> Iterator[FusedWord]:
    """The tokens of one parse that are two words, given the names known in the article or the event."""
    for token in parse.tokens:
        parts = split_fused(token.text, known)
        if parts and parse.text[token.start - 1 : token.start] not in ("#", "@"):
            start = sentence.span.start + token.start
            yield FusedWord(Span(sentence.span.document, start, start + len(token.text)), parts, "words")


def split_fused(word: str, known: frozenset[str]) -> tuple[str, str] | None:
    """`word` taken apart, when it is no word but a name and a word, or two words; None otherwise.

    `known` holds folded names of the article or the event.
    """
    if len(word) < 5 or not word.isalpha() or word.isupper():
        return None
    if word[:2] in _BEFORE_THE and word[2:] in _DETERMINERS:
        return word[:2], word[2:]
    return _split(word, known) if len(word) > 5 and frequency(word) == UNKNOWN else None


@lru_cache(maxsize=16384)
def _split(word: str, known: frozenset[str]) -> tuple[str, str] | None:
    splits = [(word[:i], word[i:]) for i in range(2, len(word) - 1)]
    if word.islower():
        good = [(a, b) for a, b in splits if _are_two_words(a, b)]
    else:
        good = [(a, b) for a, b in splits if _is_name_and_word(a, b, known - {fold(word)})]
    return max(good, key=lambda pair: min(frequency(pair[0]) or _WORD, frequency(pair[1]))) if good else None


def _are_two_words(a: str, b: str) -> bool:
    """A small word and an everyday word of some length: "ofeverything", "andthe"."""
    small = a in _SMALL or b in _SMALL
    long_enough = max(len(a), len(b)) > 4 or (a in _SMALL and b in _SMALL)
    return small and long_enough and min(frequency(a), frequency(b)) >= _FREQUENT and not _is_affix(a, b)


def _is_affix(a: str, b: str) -> bool:
    """Whether the small word is how English builds words: "overcook", "underwater", "inset", "afterparty"."""
    return a in {
        "over",
        "in",
        "into",
        "on",
        "by",
        "after",
        "at",
        "be",
        "an",
        "as",
        "or",
        "he",
        "her",
        "to",
        "for",
        "with",
    } or (b in {"as", "or", "an", "in", "on", "over", "it", "be", "is", "he", "are", "her", "to", "at"})


def _is_name_and_word(a: str, b: str, known: frozenset[str]) -> bool:
    if b[0].isupper():
        return b[1:].islower() and (a.islower() or a[1:].islower()) and _is_capital_join(a, b, known)
    return a[0].isupper() and a[1:].islower() and len(a) > 2 and fold(a) in known and _can_follow(b)


def _can_follow(word: str) -> bool:
    """Whether a lower-case remainder is a word that follows a name, and not the end of a longer name."""
    return word in _SMALL - _ENDINGS or (len(word) > 4 and word.endswith("ed") and frequency(word) >= _WORD + 0.5)


def _is_capital_join(a: str, b: str, known: frozenset[str]) -> bool:
    """A capital inside a word: a join when both halves are names or words of their own, a brand's spelling else."""
    name = fold(b) in known or fold(b) in demonyms() or is_place(b, population=500_000)
    if len(b) < 4:
        return False
    if a.islower():
        # "baAlaska"; but "iPhone", "eBay", "deCroo".
        return (
            len(a) > 1
            and name
            and frequency(b) >= _WORD
            and a not in {"de", "da", "di", "mc", "mac", "al", "el", "van"}
        )
    left_known = fold(a) in known
    strange = len(a) > 4 and frequency(a) < 2.0
    return len(a) > 3 and ((left_known and (name or frequency(b) >= _FREQUENT)) or (strange and name))
