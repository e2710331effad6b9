"""Words that are printed wrong: fused, split, doubled, one slip of the keys away from what was meant.

A word is only called wrong on strong grounds: no frequency list holds it, what was
meant is an everyday word, and for short words another article prints that word in the
same place. Rare words with a capital are names and never judged alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claimcheck.align.wrong_forms import find_wrong_forms
from claimcheck.compare.dictionary import is_word
from claimcheck.compare.names import is_plural
from claimcheck.compare.words import UNKNOWN, frequency, intended, slips, usual_spelling, word_set
from claimcheck.extract.fused import fused_words, known_names
from claimcheck.types import Extraction, FusedWord, Misprint, MisprintKind, Parse, Placed, Sentence, Span, Token

_HABIT = "No dictionary has it, and an everyday word is a letter away, as people misspell it"
_MEANT = 3.0  # Zipf frequency of what a slip must have meant
_MEANT_PRINTED = 2.0  # the same where the event prints that word
_MEANT_RARE = 2.1  # the same where the slip is long and the word in a dictionary
_LONG = 6  # letters from which a slip shows by itself
_VERY_LONG = 8
# Small words that are never meant twice in a row; "that that", "had had" and "her her" can be.
_NEVER_TWICE = word_set(
    "the a an of to in on at by for from with and or but was were is are be been has have this these they their "
    "its it he she we as if when which who will would not all his our your my than then them"
)
_LETTER = word_set("b c d e f g h j k l m n o p q r t u v w x y z")
# How English builds words that no list holds: "misremembered", "hydrofoilers".
_PREFIXES = (
    "un",
    "re",
    "non",
    "mis",
    "over",
    "under",
    "out",
    "pre",
    "anti",
    "co",
    "de",
    "dis",
    "inter",
    "super",
    "sub",
    "up",
)
_SUFFIXES = (
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "er",
    "ers",
    "ly",
    "ness",
    "less",
    "like",
    "able",
    "ish",
    "y",
    "est",
    "ism",
    "ist",
    "ists",
)


def find_misprints(extractions: Sequence[Extraction]) -> tuple[Misprint, ...]:
    """Every misprint of an event, one entry a wrong form."""
    texts = {e.document.id: e.document.text for e in extractions}
    known = known_names(parse for e in extractions for parse in e.parses)
    fused = [word for e in extractions for word in _all_fused(e, known)]
    found = [*_fused(fused, texts), *_slips(extractions), *_neighbours(extractions), *_grammar(extractions, texts)]
    return tuple(sorted(found, key=lambda m: m.spans[0]))


# ------------------------------------------------------------------- words run together


def _all_fused(extraction: Extraction, known: frozenset[str]) -> Iterator[FusedWord]:
    """The fused words of one article, those included that only the event's other names give away."""
    yield from extraction.fused
    seen = Placed((word.span for word in extraction.fused), lambda span: span)
    for sentence, parse in zip(extraction.sentences, extraction.parses, strict=True):
        for word in fused_words(parse, sentence, known):
            if not seen.touching(word.span):
                yield word


def _fused(words: Sequence[FusedWord], texts: Mapping[str, str]) -> Iterator[Misprint]:
    """One misprint a fused word, and one a document for all spaces missing behind quotes, and behind stops."""
    by_word: dict[tuple[str, ...], list[FusedWord]] = defaultdict(list)
    by_place: dict[tuple[str, str], list[FusedWord]] = defaultdict(list)
    for word in words:
        if word.kind == "words":
            by_word[tuple(part.casefold() for part in word.parts)].append(word)
        else:
            by_place[word.span.document, word.kind].append(word)
    for found in by_word.values():
        meant = " ".join(found[0].parts)
        spans = tuple(sorted(word.span for word in found))
        yield Misprint("fused", "".join(found[0].parts), meant, spans, _elsewhere(found[0].parts, spans, texts))
    for (document, kind), found in by_place.items():
        spans = tuple(sorted(word.span for word in found))
        first = texts[document][spans[0].start : spans[0].end]
        yield Misprint("after-quote" if kind == "after-quote" else "after-stop", first, " ".join(found[0].parts), spans)


def _elsewhere(parts: Sequence[str], spans: Sequence[Span], texts: Mapping[str, str]) -> tuple[Span, ...]:
    """Where other articles print the two words apart, once each."""
    pattern = re.compile(r"\b" + r"\s+".join(map(re.escape, parts)) + r"\b", re.IGNORECASE)
    own = {span.document for span in spans}
    matches = ((d, pattern.search(text)) for d, text in sorted(texts.items()) if d not in own)
    return tuple(Span(d, m.start(), m.end()) for d, m in matches if m)


# ------------------------------------------------------------------- slips of the keys


@dataclass(frozen=True, slots=True)
class _Word:
    """One word with its neighbours, lower case, and where it stands."""

    text: str
    before: str
    behind: str
    span: Span


def _words(extractions: Sequence[Extraction], wanted: Set[str]) -> Iterator[_Word]:
    """The occurrences of some lower-case words."""
    for extraction in extractions:
        for sentence, parse in zip(extraction.sentences, extraction.parses, strict=True):
            tokens = parse.tokens
            for i, token in enumerate(tokens):
                if token.text in wanted:
                    before = tokens[i - 1].text.lower() if i else ""
                    behind = tokens[i + 1].text.lower() if i + 1 < len(tokens) else ""
                    yield _Word(token.text, before, behind, _span(sentence, token, token))


def _span(sentence: Sentence, first: Token, last: Token) -> Span:
    return Span(sentence.span.document, sentence.span.start + first.start, sentence.span.start + last.end)


def _slips(extractions: Sequence[Extraction]) -> Iterator[Misprint]:
    texts = {token.text for e in extractions for parse in e.parses for token in parse.tokens}
    capitals = {text.casefold() for text in texts if text[:1].isupper()}
    plain = {text for text in texts - capitals if text.islower() and text.isascii() and text.isalpha()}
    suspects = {text for text in plain if len(text) > 3 and frequency(text) == UNKNOWN}
    habits = {text: meant for text in plain if (meant := usual_spelling(text)) is not None}
    near = {text: (set(slips(text)) & texts) - {text} for text in suspects}
    printed: dict[str, list[_Word]] = defaultdict(list)
    for word in _words(extractions, suspects.union(habits, habits.values(), *near.values())):
        printed[word.text].append(word)
    for text in sorted(suspects):
        found = printed[text]
        confirmed = _confirmed(text, near[text], printed)
        meant, right = confirmed if confirmed else (_meant(text) or _meant_rarely(text, near[text]), ())
        if meant and (right or (len(text) >= _LONG and len({w.span.document for w in found}) < 3)):
            yield Misprint("slip", text, meant, tuple(sorted(w.span for w in found)), right)
    for text, meant in sorted(habits.items()):
        right = _aligned(printed[text], printed[meant])
        yield Misprint("slip", text, meant, tuple(sorted(w.span for w in printed[text])), right, _HABIT)


def _confirmed(
    text: str, near: Set[str], printed: Mapping[str, Sequence[_Word]]
) -> tuple[str, tuple[Span, ...]] | None:
    """The word one slip away that another article prints in the same place, with those places."""
    if len(text) > 4 and not text.endswith("s"):
        for meant in sorted(near, key=lambda word: (-frequency(word), word)):
            right = _aligned(printed[text], printed[meant]) if frequency(meant) > 2 else ()
            if right and not is_plural(text, meant):
                return meant, right
    return None


@lru_cache(maxsize=4096)
def _meant(word: str) -> str | None:
    """The everyday word that `word` is a slip of; None for a word that English could have built."""
    if _is_built(word):
        return None
    meant = intended(word, least=_MEANT)
    # The first key is rarely missed, and a letter before a word makes brands (iexplore, ebook).
    return meant if meant and meant[0] == word[0] else None


def _meant_rarely(word: str, near: Set[str]) -> str | None:
    """A rarer word that a long one is a slip of: one that the articles print, or a dictionary has."""
    if len(word) < _LONG or _is_built(word) or is_word(word):
        return None
    printed = max((other for other in near if other[0] == word[0]), key=frequency, default=None)
    if printed is not None and frequency(printed) >= _MEANT_PRINTED and not is_plural(word, printed):
        return printed
    meant = intended(word, least=_MEANT_RARE) if len(word) >= _VERY_LONG else None
    return meant if meant and meant[0] == word[0] and is_word(meant) else None


def _is_built(word: str) -> bool:
    """Whether a prefix, an ending or two words make it: such words are new, not wrong."""
    stems = {word.removeprefix(p) for p in _PREFIXES} | {word.removesuffix(s) for s in _SUFFIXES} - {word}
    stems |= {stem + "e" for stem in stems} | {stem[:-1] for stem in stems if stem[-2:-1] == stem[-1:]}
    if any(len(stem) > 3 and stem != word and frequency(stem) > 1.5 for stem in stems):
        return True
    halves = ((word[:i], word[i:]) for i in range(4, len(word) - 3))
    return any(min(frequency(a), frequency(b)) >= 3.8 for a, b in halves)


def _aligned(wrong: Sequence[_Word], right: Sequence[_Word]) -> tuple[Span, ...]:
    """Where another article prints the right word beside one of the same neighbours, once an article."""
    found: dict[str, Span] = {}
    for word in wrong:
        for other in right:
            shared = (other.before == word.before and word.before.isalpha()) or (
                other.behind == word.behind and word.behind.isalpha()
            )
            if shared and other.span.document != word.span.document:
                found.setdefault(other.span.document, other.span)
    return tuple(sorted(found.values()))


# ------------------------------------------------------------------- split and doubled words


def _neighbours(extractions: Sequence[Extraction]) -> Iterator[Misprint]:
    """Split and doubled words, one misprint a wrong form."""
    found: dict[tuple[MisprintKind, str, str], list[Span]] = defaultdict(list)
    for extraction in extractions:
        for sentence, parse in zip(extraction.sentences, extraction.parses, strict=True):
            for misprint in (*_doubled(extraction, sentence, parse), *_split(sentence, parse)):
                found[misprint.kind, misprint.printed, misprint.meant].extend(misprint.spans)
    for (kind, printed, meant), spans in found.items():
        yield Misprint(kind, printed, meant, tuple(sorted(spans)))


def _doubled(extraction: Extraction, sentence: Sentence, parse: Parse) -> Iterator[Misprint]:
    """ "was was": a small word that is never meant twice; any noun or verb outside quotation marks."""
    for a, b in pairwise(parse.tokens):
        if a.text.lower() != b.text.lower() or b.start - a.end != 1:
            continue
        span = _span(sentence, a, b)
        small = a.text in _NEVER_TWICE and b.text in (a.text, "The") and a.tag != "RP"  # "filled in in a new role"
        long = a.text.islower() and len(a.text) > 3 and a.tag[:2] == b.tag[:2] and a.tag[:2] in ("NN", "VB")
        if small or (long and a.text == b.text and not extraction.quotations_at(span)):
            yield Misprint("doubled", f"{a.text} {b.text}", b.text, (span,))


def _split(sentence: Sentence, parse: Parse) -> Iterator[Misprint]:
    """ "fir e", "we d": a letter on its own that completes the word before it."""
    for a, b in pairwise(parse.tokens):
        alone = b.text in _LETTER and b.start - a.end == 1 and a.text.islower() and a.text.isalpha()
        if alone and len(a.text) > 1 and _is_split(a, b.text, parse.text[b.end : b.end + 1]):
            yield Misprint("split", f"{a.text} {b.text}", a.text + b.text, (_span(sentence, a, b),))


def _is_split(head: Token, letter: str, behind: str) -> bool:
    """Whether the whole is the likelier word, or the head one that no letter can follow ("vitamin c" can)."""
    whole = head.text + letter
    likelier = frequency(whole) >= 4.5 and frequency(whole) > frequency(head.text) + 1 and len(whole) > 3
    # "y", "e" and "o" are words of other languages.
    alone = head.pos not in ("NOUN", "PROPN", "ADJ", "NUM", "X") and letter not in ("y", "e", "o")
    return behind != "-" and (likelier or (alone and frequency(whole) >= 3.5))


# ------------------------------------------------------------------- words that are wrong where they stand


def _grammar(extractions: Sequence[Extraction], texts: Mapping[str, str]) -> Iterator[Misprint]:
    """One misprint a wrong form, with the places where other articles print what was meant."""
    found: dict[tuple[str, str, str], list[Span]] = defaultdict(list)
    for extraction in extractions:
        for form in find_wrong_forms(extraction):
            found[form.printed, form.meant, form.why].append(form.span)
    for (printed, meant, why), spans in found.items():
        right = tuple(sorted({place for span in spans for place in _in_context(meant, span, texts)}))
        yield Misprint("grammar", printed, meant, tuple(sorted(spans)), right, why)


def _in_context(meant: str, at: Span, texts: Mapping[str, str]) -> Iterator[Span]:
    """Where other articles print what was meant behind the same word, or before the same word, once each."""
    text = texts[at.document]
    before, behind = text[max(0, at.start - 40) : at.start].split(), text[at.end : at.end + 40].split()
    middle = rf"(?P<meant>\b{re.escape(meant)}\b)"
    around = [rf"\b{re.escape(before[-1])}\s+{middle}"] if before else []
    around += [rf"{middle}\s+{re.escape(behind[0])}"] if behind else []
    for document, other in sorted(texts.items()):
        matches = (re.search(pattern, other) for pattern in around) if document != at.document else iter(())
        if (match := next((m for m in matches if m), None)) is not None:
            yield Span(document, *match.span("meant"))
