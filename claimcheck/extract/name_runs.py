"""Runs of words that may be proper names, in every sentence of an article.

The parser's entities propose, capital letters propose too; what stands around a
name (titles, nationalities, articles, possessives) is cut away and kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.compare.gazetteer import demonyms, is_place
from claimcheck.compare.letters import fold
from claimcheck.compare.names import PARTICLES, given_names
from claimcheck.compare.words import frequency, word_set
from claimcheck.extract.fused import split_fused
from claimcheck.extract.name_titles import bare, before_offices, is_office, title_end, title_start, titles_of
from claimcheck.extract.offices import (
    MONTHS,
    NO_NAMES,
    OFFICE_MODIFIERS,
    OFFICES,
    ORGANISATION_WORDS,
)
from claimcheck.types import Parse, Sentence, Token

NAME_LABELS = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_LINKS = frozenset({"of", "and", "the", "for", "on", "in"})  # inside a name only where the parser sees one name
_RUNS_ON = re.compile(r"(\w[\w'-]+)[\"”](\w+)$")  # a closing quote that the tokeniser took into the word
_MOST_LINKS = 5  # tokens: "Rostov-on-Don", "Bank of the West"
_BEHIND_DASHES = word_set("who the and a an but was for")
_COMMON = 4.6  # Zipf: a word so common that a capital at a sentence's start says nothing


@dataclass(frozen=True, slots=True)
class Run:
    """One candidate name: token indices `first` to `end` (exclusive) of a sentence, and the title before it."""

    sentence: int
    first: int
    end: int
    titles: tuple[str, ...] = ()
    before: int = 0  # index of the first token of the title, `first` without one
    fused: tuple[str, str] | None = None  # the last token taken apart
    headline: bool = False


class Article:
    """The parses of one article with what single sentences cannot tell: which words also stand in lower case."""

    def __init__(self, sentences: Sequence[Sentence], parses: Sequence[Parse], known: frozenset[str]) -> None:
        self.sentences = sentences
        self.parses = parses
        self.known = known  # names for taking fused words apart
        self.lower = frozenset(t.text for p in parses for t in p.tokens if t.text.islower())
        self.labels = tuple(_labels(parse) for parse in parses)
        self.peoples = (
            demonyms()
            | {people + "man" for people in demonyms()}
            | {people + "woman" for people in demonyms()}
            | {bare(t) for p in parses for e in p.entities if e.label == "NORP" for t in p.tokens[e.start : e.end]}
        )
        self.headlines = tuple(_is_headline(s, p) for s, p in zip(sentences, parses, strict=True))
        self.capitals = frozenset(
            fold(t.text)
            for parse, headline in zip(parses, self.headlines, strict=True)
            for t in parse.tokens
            if not headline and t.text[0].isupper() and not _opens(parse, t.i)
        )

    def runs(self) -> tuple[Run, ...]:
        """Every candidate, in text order; headlines are read with the names of the body in mind."""
        body = [r for n, headline in enumerate(self.headlines) if not headline for r in self._sentence(n, None)]
        words = frozenset(
            bare(t)
            for run in body
            for t in self.parses[run.sentence].tokens[run.first : run.end]
            if t.text[0].isupper()
        )
        heads = [r for n, headline in enumerate(self.headlines) if headline for r in self._sentence(n, words)]
        return tuple(sorted((*body, *heads), key=lambda r: (r.sentence, r.first)))

    def _sentence(self, number: int, body: frozenset[str] | None) -> Iterator[Run]:
        parse, labels = self.parses[number], self.labels[number]
        if body is None:
            flags = [self._is_name(parse, labels, t) for t in parse.tokens]
        else:
            flags = [_is_headline_name(labels, t, body) for t in parse.tokens]
        for first, end in _stretches(parse, labels, flags):
            yield from self._names(number, first, end, headline=body is not None)

    def _is_name(self, parse: Parse, labels: Sequence[tuple[str, int]], token: Token) -> bool:
        word, label = bare(token), labels[token.i][0]
        if not token.text[0].isupper():
            return token.pos == "PROPN" and any(c.isupper() for c in token.text) and token.text[0].isalpha()
        if word in NO_NAMES or not word:
            return False
        if word in MONTHS:
            return label in ("PERSON", "ORG") and token.pos == "PROPN"
        if not _opens(parse, token.i):
            strange = word not in self.lower and frequency(word) < _COMMON
            return (
                token.pos == "PROPN" or bool(label) or (strange and token.pos in ("NOUN", "ADJ", "VERB", "X", "INTJ"))
            )
        if token.pos != "PROPN" and not label:
            return False
        # A capital that the sentence's start explains: the word must be seen with one elsewhere, or be rare.
        return (
            word in self.capitals
            or not (word in self.lower or frequency(word) >= _COMMON)
            or label in ("PERSON", "GPE")
        )

    def _names(self, number: int, first: int, end: int, *, headline: bool) -> Iterator[Run]:
        """The names in one stretch of name words: titles cut, places before persons parted."""
        tokens, labels = self.parses[number].tokens, self.labels[number]
        pieces = [piece for part in self._unfused(tokens, first, end) for piece in _parted(tokens, labels, *part)]
        for start, stop in pieces:
            title = title_end(tokens, labels, start, stop)
            if title is not None:
                begin = title_start(tokens, start, title)
                if begin > start:
                    yield from self._trimmed(number, start, begin, None, headline)
                yield from self._trimmed(number, title + 1, stop, begin, headline)
            else:
                yield from self._trimmed(number, start, stop, None, headline)

    def _unfused(self, tokens: Sequence[Token], first: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretch cut behind every fused word: the name ends inside it."""
        start = first
        for i in range(first, end - 1):
            if self._split(tokens[i]):
                yield start, i + 1
                start = i + 1
        yield start, end

    def _split(self, token: Token) -> tuple[str, str] | None:
        """A token taken apart where a name runs into the next word: "Nausedawarned", `Minsk"after`."""
        quoted = _RUNS_ON.match(token.text)
        return (quoted[1], quoted[2]) if quoted else split_fused(token.text, self.known)

    def _trimmed(self, number: int, first: int, end: int, title: int | None, headline: bool) -> Iterator[Run]:
        tokens, labels = self.parses[number].tokens, self.labels[number]
        if title is None:
            first = self._past_peoples(tokens, labels, first, end)
        end = before_offices(tokens, labels, first, end)
        while end > first and not tokens[end - 1].text[-1].isalnum() and not tokens[end - 1].text.endswith("."):
            end -= 1
        if first >= end or self._is_no_name(tokens[first:end], labels[first][0]):
            return
        before = first if title is None else title
        titles = titles_of(tokens[before:first])
        yield Run(number, first, end, titles, before, self._split(tokens[end - 1]), headline)

    def _past_peoples(self, tokens: Sequence[Token], labels: Sequence[tuple[str, int]], first: int, end: int) -> int:
        """Where the name begins behind a nationality, unless that is part of it ("African Union")."""
        if first and tokens[first - 1].text == '"' and tokens[first].text[0].isupper():
            return first  # a title's own words: "American Pie"
        while first < end and (bare(tokens[first]) in self.peoples or tokens[first].text == "-"):
            inside = first + 1 < end and labels[first][1] == labels[first + 1][1] != -1 and labels[first][0] != "PERSON"
            if inside and bare(tokens[first + 1]) not in OFFICES:
                break
            first += 1
        return first

    def _is_no_name(self, tokens: Sequence[Token], label: str) -> bool:
        """Words that name nobody: adjectives alone, a nationality, a letter, a number."""
        word = bare(tokens[0])
        if all(t.pos == "ADJ" for t in tokens) and label in ("", "LOC"):
            return True
        if len(tokens) > 1:
            return False
        no_name = word in self.peoples or word.rstrip("s") in demonyms() or (word in OFFICE_MODIFIERS and label == "")
        return no_name or len(word) < 2 or not any(c.isalpha() for c in word)


def _labels(parse: Parse) -> tuple[tuple[str, int], ...]:
    """For every token the label of the name the parser sees there and which one it is; ("", -1) for none."""
    found = [("", -1)] * len(parse.tokens)
    for number, entity in enumerate(parse.entities):
        if entity.label in NAME_LABELS:
            found[entity.start : entity.end] = [(entity.label, number)] * (entity.end - entity.start)
    return tuple(found)


def _is_headline(sentence: Sentence, parse: Parse) -> bool:
    """Whether capitals say nothing because most words have them; in a full sentence, all must be capitals."""
    words = [t.text for t in parse.tokens if len(t.text) > 3 and t.text.isalpha()]
    capitals = sum(w[0].isupper() for w in words)
    if sum(w.isupper() for w in words) >= 0.8 * len(words) and len(words) >= 3:
        return True
    if sentence.kind == "title":
        return len(words) >= 4 and capitals >= 0.75 * len(words)
    if not words or parse.tokens[-1].text in '.?!"':
        return False
    small_verb = any(t.pos in ("VERB", "AUX") and t.text.islower() for t in parse.tokens)
    return capitals >= 0.75 * len(words) and (len(words) > 4 or (2 <= len(words) == capitals and not small_verb))


def _is_headline_name(labels: Sequence[tuple[str, int]], token: Token, body: frozenset[str]) -> bool:
    word, label = bare(token), labels[token.i][0]
    if not token.text[0].isupper() or word in NO_NAMES or word in MONTHS:
        return False
    return word in body or (
        label in ("PERSON", "GPE") and (frequency(word) < _COMMON or is_place(word, population=500_000))
    )


def _opens(parse: Parse, i: int) -> bool:
    """Whether a token stands where any word gets a capital: at the start, behind an opening quote or a colon."""
    while i > 0 and parse.tokens[i - 1].text in "\"'([-—–•*":
        i -= 1
    return i == 0 or parse.tokens[i - 1].text in (":", ".", "?", "!", "...", "…", ";") or parse.tokens[i].text == '"'


def _stretches(parse: Parse, labels: Sequence[tuple[str, int]], flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Maximal stretches of name words, the small words between them included."""
    tokens, i = parse.tokens, 0
    while i < len(tokens):
        if not flags[i]:
            i += 1
            continue
        end = i + 1
        while (following := _continues(tokens, labels, flags, end)) is not None:
            end = following
        yield i, end
        i = end


def _continues(
    tokens: Sequence[Token], labels: Sequence[tuple[str, int]], flags: Sequence[bool], end: int
) -> int | None:
    """Where the name goes on behind `end`, None where it is over."""
    if end < len(tokens) and flags[end]:
        return end + 1 if not _is_apart(tokens[end - 1], tokens[end]) else None
    for j in range(end, min(end + _MOST_LINKS, len(tokens))):
        if j > end and (flags[j] or _is_syllable(tokens, labels, flags, j)):
            return j + 1
        if not _links(tokens, labels, j, end - 1):
            return None
    return None


def _is_syllable(tokens: Sequence[Token], labels: Sequence[tuple[str, int]], flags: Sequence[bool], j: int) -> bool:
    """A lower-case part behind a hyphen: "Kim Jong-un", "Moon Jae-in", and not the dash of "Brad Baehr-in"."""
    word, before = tokens[j].text, j - 2
    if tokens[j - 1].text != "-" or not word.isalpha() or len(word) > 6 or word in _BEHIND_DASHES:
        return False
    if labels[j] == labels[before] and labels[j][0] == "PERSON":
        return True
    short = len(word) <= 3 and len(tokens[before].text) <= 4 and before > 0 and flags[before - 1]
    return short or (word not in NO_NAMES and tokens[j].pos == "PROPN")


def _is_apart(left: Token, right: Token) -> bool:
    return right.start - left.end > 1 or (left.text.endswith(".") and len(left.text) > 5)


def _links(tokens: Sequence[Token], labels: Sequence[tuple[str, int]], j: int, last: int) -> bool:
    """Whether token `j` can stand inside a name whose last name word is token `last`."""
    word, label = tokens[j].text, labels[j][0]
    one_name = labels[j][1] == labels[last][1] != -1
    hyphened = tokens[j - 1].text == "-" and tokens[j - 1].end == tokens[j].start
    if word in ("-", "&"):
        return word == "&" or (j + 1 < len(tokens) and tokens[j - 1].end == tokens[j].start == tokens[j + 1].start - 1)
    if word in ("'s", "'"):
        return one_name and label in ("ORG", "FAC", "EVENT") and not is_place(tokens[last].text)
    if word in _LINKS:
        return hyphened or (one_name and label != "PERSON" and _links_here(tokens, labels, j))
    return word in PARTICLES - _LINKS and len(word) > 1 and word not in ("as", "at", "an", "ad", "la", "le")


def _links_here(tokens: Sequence[Token], labels: Sequence[tuple[str, int]], j: int) -> bool:
    """Whether a small English word joins: "the" after another one, "and" in an organisation's name."""
    if tokens[j].text == "the":
        return tokens[j - 1].text in ("of", "and", "for", "in")
    inside = (bare(t) for t, (_, number) in zip(tokens, labels, strict=True) if number == labels[j][1])
    return tokens[j].text != "and" or any(word in ORGANISATION_WORDS for word in inside)


def _parted(
    tokens: Sequence[Token], labels: Sequence[tuple[str, int]], first: int, end: int
) -> Iterator[tuple[int, int]]:
    """The stretch cut where the parser sees a person begin behind something else ("Brooklyn Zurana Horton")."""
    start = first
    for i in range(first + 1, end):
        label, number = labels[i]
        begins = number != labels[i - 1][1] and number != -1
        whole_person = label == "PERSON" and i + 1 < len(tokens) and labels[i + 1][1] == number
        left = labels[i - 1][0]
        place = left in ("GPE", "ORG", "LOC") and is_place(" ".join(t.text for t in tokens[start:i]))
        stranger = (
            left in ("", "ORG", "GPE") and bare(tokens[i - 1]) not in given_names() and not is_office(tokens[i - 1])
        )
        if begins and tokens[i - 1].text != "-" and (place or (whole_person and stranger and i - start > (left == ""))):
            yield start, i
            start = i
    yield start, end
