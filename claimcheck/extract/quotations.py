"""Quotations with their speakers, speech told apart from titles and scare quotes.

A speaker is looked for where news copy puts one: in the clause that reports the quotation
(before it, after it, around it), in a line of its own below it, in the sentence before, or, for
a quotation that simply goes on, in the quotation before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.article import NOBODY, Article, Speaker
from claimcheck.extract.lexicon import words
from claimcheck.extract.people import People
from claimcheck.extract.pronouns import PRONOUNS, resolve_pronouns
from claimcheck.extract.quoted import Quoted, find_quoted
from claimcheck.extract.reporting import Clause, find_clause, names_a_thing
from claimcheck.extract.speakers import resolve, speaker_line, subject_of
from claimcheck.extract.view import plain
from claimcheck.types import Document, Mention, Parse, Quotation, Sentence, Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_UNCLOSED = 3  # sentences that a quotation without its closing mark may have gone on for
_SMALL = words("a an and as at by for from in of on or the to with vs de la")


def find_quotations(
    document: Document, sentences: Sequence[Sentence], parses: Sequence[Parse], mentions: Sequence[Mention]
) -> tuple[Quotation, ...]:
    """Every quotation of the document in text order, with who speaks; `speech` is False for titles and scare quotes."""
    quoted = find_quoted(document, sentences)
    article = Article(document, sentences, parses, People(mentions), quoted)
    if quoted:
        _learn_genders(article)
    found: list[Quotation] = []
    for quote in quoted:
        speaker, speech = _attribute(article, quote, found[-1] if found else None)
        if speech:
            article.spoken[quote.last] = speaker
        article.latest = quote
        found.append(
            Quotation(
                span=Span(document.id, quote.start, quote.end),
                text=document.text[quote.start : quote.end],
                speaker=speaker.name if speech else "",
                speaker_span=speaker.span if speech else None,
                sentence=quote.first,
                speech=speech,
                closed=quote.closed,
            )
        )
    return tuple(found)


def _learn_genders(article: Article) -> None:
    """Who is "he" and who "she" where the article leaves no doubt, before it is read for speakers."""
    hosts = [article.host(i) for i in range(len(article.sentences))]
    spans = [Span(article.document.id, q.outer_start, q.outer_end) for q in article.quoted]
    resolved = resolve_pronouns(article.sentences, [h.tree for h in hosts], article.people.mentions, spans)
    for (i, token), name in resolved.items():
        if hosts[i].tree.tokens[token].head not in hosts[i].tree.roots:
            continue  # "Farmer said, noting the work she has done": in a clause it may be somebody unnamed
        article.people.genders.setdefault(name, PRONOUNS[hosts[i].tree.tokens[token].text.lower()])


def _attribute(article: Article, quote: Quoted, previous: Quotation | None) -> tuple[Speaker, bool]:
    """The speaker of a quotation, and whether it is speech at all."""
    text = article.document.text
    before = text[article.sentences[quote.first].span.start : quote.outer_start]
    if names_a_thing(plain(before)) or _is_title(article, quote) or _is_nickname(article, quote):
        return NOBODY, False
    tail = _headline_speaker(article, quote)
    if tail.name:
        return tail, True
    place, clause = _clause(article, quote)
    if clause is not None:
        speaker = _teller(article, place, clause.speaker) if clause.speaker is not None else NOBODY
        if clause.adjacent or speaker.span is not None:
            return speaker, True
    if _alone(article, quote):
        return _neighbour(article, quote, previous), True
    return (_owner(article, quote, previous), True) if _is_clause(article, quote) else (NOBODY, False)


def _teller(article: Article, i: int, token: int) -> Speaker:
    """Who the token stands for; the sentence's subject where the parse leads to a quoted word or to a mark."""
    host = article.host(i)
    word = host.tree.tokens[token]
    sound = host.outside(word) and any(map(str.isalpha, word.text))
    return resolve(article, i, token) if sound else subject_of(article, i)


def _clause(article: Article, quote: Quoted) -> tuple[int, Clause | None]:
    """The reporting clause, and the sentence it stands in: where the quotation ends, or where it begins."""
    first, last = article.sentences[quote.first].span.start, article.sentences[quote.last].span.start
    opening, closing = quote.outer_start - first, quote.outer_end - last
    if quote.first == quote.last:
        return quote.first, find_clause(article.host(quote.first), opening, closing)
    after = find_clause(article.host(quote.last), None, closing)
    before = find_clause(article.host(quote.first), opening, None)
    if before is not None and (after is None or not after.adjacent):
        return quote.first, before
    return quote.last, after


def _headline_speaker(article: Article, quote: Quoted) -> Speaker:
    """`“…”: Stoltenberg` and `“…” — Stoltenberg`: a name after the quotation and nothing else."""
    span = article.sentences[quote.last].span
    rest = article.document.text[quote.outer_end : span.end]
    match = re.match(r"\s*(?:[:–—]|--?)\s*(?=\S)", rest)
    alone = article.sentences[quote.last].kind == "title" or not any(_outside_words(article, quote)[:1])
    if not match or len(rest.split()) > 12 or not (alone or rest.lstrip()[0] == ":"):
        return NOBODY
    start = quote.outer_end + match.end()
    named = [m for m in article.people.within(start, start + 1) if m.kind in {"person", "organisation"}]
    return Speaker(article.people.name_of(named[0]), named[0].span) if named else NOBODY


def _outside_words(article: Article, quote: Quoted) -> tuple[str, str]:
    """What the quotation's own sentences hold before and after it."""
    text = article.document.text
    before = text[article.sentences[quote.first].span.start : quote.outer_start]
    after = text[quote.outer_end : article.sentences[quote.last].span.end]
    return _letters(before), _letters(after)


def _letters(text: str) -> str:
    return " ".join(_WORD.findall(text))


def _alone(article: Article, quote: Quoted) -> bool:
    """Whether the quotation fills its sentences."""
    return _outside_words(article, quote) == ("", "")


def _neighbour(article: Article, quote: Quoted, previous: Quotation | None) -> Speaker:
    """The speaker of a quotation that stands alone: named below it, in the sentence before, or going on speaking."""
    following = quote.last + 1
    if (
        following < len(article.sentences)
        and article.sentences[following].paragraph != article.sentences[quote.last].paragraph
    ):
        below = speaker_line(article, following)
        if below.name:
            return below
    before = quote.first - 1
    if previous is not None and previous.speech and _touches(article, quote):
        return Speaker(previous.speaker)
    if before < 0 or article.sentences[before].kind != "body":
        return NOBODY
    line = speaker_line(article, before)
    if line.name:
        return NOBODY  # the line names the speaker of the quotation above it
    return subject_of(article, before)


def _touches(article: Article, quote: Quoted) -> bool:
    """Whether nothing but a reporting clause stands between two quotations, at most a paragraph break."""
    if article.latest is None:
        return False
    # Without its closing mark a quotation may have gone on to where the next one begins.
    return quote.first - article.latest.last <= (1 if article.latest.closed else _UNCLOSED)


def _owner(article: Article, quote: Quoted, previous: Quotation | None) -> Speaker:
    """The speaker of a quoted clause in a sentence that reports without a verb of saying: its subject, if a person."""
    subject = subject_of(article, quote.first)
    if subject.name:
        return subject
    near = previous is not None and previous.speech and quote.first - previous.sentence <= 1
    return Speaker(previous.speaker) if near and previous is not None else NOBODY


def _is_title(article: Article, quote: Quoted) -> bool:
    """Whether the words are written as a title: capitals throughout, no stop inside, not a sentence by themselves."""
    found = _WORD.findall(article.document.text[quote.start : quote.end])
    weighty = [w for w in found if w.lower() not in _SMALL]
    if not 2 <= len(found) <= 12 or len(weighty) < 2 or not all(w[0].isupper() or w[0].isdigit() for w in weighty):
        return False
    shouted = all(w.isupper() for w in weighty)
    return not shouted and not _alone(article, quote) and not _all_names(article, quote)


def _is_nickname(article: Article, quote: Quoted) -> bool:
    """`Charles "Lucky" Luciano`: a word or two between the parts of a name."""
    text = article.document.text
    inside = _WORD.findall(text[quote.start : quote.end])
    before = text[max(0, quote.outer_start - 40) : quote.outer_start].split()
    after = text[quote.outer_end : quote.outer_end + 40].split()
    around = before and after and before[-1][:1].isupper() and before[-1].isalpha() and after[0][:1].isupper()
    return bool(around) and len(inside) <= 3 and all(word[0].isupper() for word in inside)


def _all_names(article: Article, quote: Quoted) -> bool:
    """Whether the capitals are only those of names ("Moscow or Minsk")."""
    named = article.people.within(quote.start, quote.end)
    return all(
        w.group().lower() in _SMALL
        or any(n.span.start <= w.start() < n.span.end and len(n.text.split()) <= 2 for n in named)
        for w in _WORD.finditer(article.document.text, quote.start, quote.end)
    )


def _is_clause(article: Article, quote: Quoted) -> bool:
    """Whether the words hold a finite verb and are many enough to be somebody's sentence."""
    if len(_WORD.findall(article.document.text[quote.start : quote.end])) < 5:
        return False
    start = article.sentences[quote.first].span.start
    tokens = article.host(quote.first).tree.tokens
    return any(t.tag in {"VBD", "VBZ", "VBP", "MD"} and quote.start <= start + t.start < quote.end for t in tokens)
