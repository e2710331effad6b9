"""From the word that heads a speaker to a name: mentions, pronouns, descriptions, and the speaker before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.extract.people import GENERIC, People
from claimcheck.extract.quoted import Quoted
from claimcheck.extract.reporting import SPEAKING, Host
from claimcheck.extract.trees import SUBJECTS, Tree
from claimcheck.extract.view import plain
from claimcheck.types import Document, Mention, Name, Parse, Sentence, Span

_REACH = 5  # sentences that a pronoun may look back over
_MODIFIERS = frozenset({"det", "amod", "compound", "nummod", "nmod", "flat", "poss", "quantmod", "advmod", "punct"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the resolved name, and the words of the text that say so."""

    name: str
    span: Span | None = None


NOBODY = Speaker("")


@dataclass(slots=True)
class Article:
    """One document read from its beginning, with what was quoted in it and who has spoken so far."""

    document: Document
    sentences: Sequence[Sentence]
    parses: Sequence[Parse]
    people: People
    quoted: Sequence[Quoted]
    spoken: dict[int, Speaker] = field(default_factory=dict)  # by sentence: who spoke in it last
    latest: Quoted | None = None  # the quotation read last
    _hosts: dict[int, Host] = field(default_factory=dict)
    _inside: Mapping[int, list[tuple[int, int]]] = field(init=False)

    def __post_init__(self) -> None:
        inside: dict[int, list[tuple[int, int]]] = {}
        for quote in self.quoted:
            for i in range(quote.first, quote.last + 1):
                inside.setdefault(i, []).append((quote.outer_start, quote.outer_end))
        self._inside = inside

    def host(self, i: int) -> Host:
        """Sentence `i` as it stands around its quotations."""
        if i not in self._hosts:
            start = self.sentences[i].span.start
            quoted = [(max(0, low - start), high - start) for low, high in self._inside.get(i, [])]
            self._hosts[i] = Host(Tree(self.parses[i]), quoted, self._plain(i))
        return self._hosts[i]

    def _plain(self, i: int) -> str:
        span = self.sentences[i].span
        return plain(self.document.text[span.start : span.end])

    def names_outside(self, i: int) -> Iterator[Mention]:
        """The persons named in sentence `i`, outside its quotations."""
        span = self.sentences[i].span
        for mention in self.people.within(span.start, span.end):
            if mention.kind == "person" and not any(s <= mention.span.start < e for s, e in self._inside.get(i, [])):
                yield mention


def resolve(article: Article, i: int, token: int) -> Speaker:
    """Who the word `token` of sentence `i` stands for."""
    host, start = article.host(i), article.sentences[i].span.start
    word = host.tree.tokens[token]
    span = Span(article.document.id, start + word.start, start + word.end)
    lower = word.text.lower()
    if lower in {"he", "she"}:
        return Speaker(_pronoun(article, i, word.start, lower), span)
    if word.pos == "PRON" or word.tag in {"PRP", "WP", "WDT"}:
        return Speaker("", span)
    mention = _mention(article, i, token)
    if mention is not None:
        return Speaker(article.people.name_of(mention), mention.span)
    return _description(article, i, token)


def _mention(article: Article, i: int, token: int) -> Mention | None:
    """The name that the noun phrase under `token` is: at its head, in front of it, or in apposition."""
    tree, start = article.host(i).tree, article.sentences[i].span.start
    places = [token, *tree.all_children(token, "compound", "flat"), *tree.all_children(token, "appos")]
    for place in places:
        t = tree.tokens[place]
        for mention in article.people.within(start + t.start, start + t.end):
            if place == token or mention.kind == "person":
                return mention
    return None


def _description(article: Article, i: int, token: int) -> Speaker:
    """A noun phrase without a name: the person it describes where that is safe, else its own words."""
    tree, start = article.host(i).tree, article.sentences[i].span.start
    head = tree.tokens[token]
    left = tree.subtree(token, lambda c: c < token and tree.tokens[c].dep in _MODIFIERS)
    phrase = [t for t in left if t <= token and article.host(i).outside(tree.tokens[t])]
    phrase = phrase[max((n + 1 for n, t in enumerate(phrase) if tree.tokens[t].pos == "PUNCT"), default=0) :] or [token]
    first = tree.tokens[phrase[0]]
    span = Span(article.document.id, start + first.start, start + head.end)
    words = " ".join(article.document.text[span.start : span.end].split())
    determiner = tree.child(token, "det")
    definite = determiner is not None and tree.tokens[determiner].text.lower() == "the"
    if definite and head.tag in {"NN", "NNP"}:
        latest = _last_speaker(article, i)
        office = frozenset(
            t.text.lower() for t in map(tree.token, phrase) if t.i != determiner and (t.pos != "PROPN" or t.i == token)
        )
        known = article.people.described(office, latest)
        if not known and head.lemma.lower() in GENERIC:
            known = latest
        if known:
            return Speaker(known, span)
    return Speaker(_bare(words) if head.pos == "PROPN" else words, span)


def _bare(words: str) -> str:
    return words[4:] if words.lower().startswith("the ") else words


def _last_speaker(article: Article, i: int) -> str:
    """The person who spoke last, in quotation marks or reported; "" when that was nobody whose name is known."""
    for back in range(i, max(-1, i - 1 - _REACH), -1):
        spoken = article.spoken.get(back, NOBODY).name or (_reporter(article, back) if back < i else "")
        if spoken in article.people.persons:
            return spoken
    return ""


def _reporter(article: Article, i: int) -> str:
    """The person a sentence without quotation marks reports: the subject of its main verb, a verb of saying."""
    host = article.host(i)
    if not any(host.tree.tokens[root].lemma.lower() in SPEAKING for root in host.tree.roots):
        return ""
    return subject_of(article, i, named_only=True).name


def _pronoun(article: Article, i: int, before: int, pronoun: str) -> str:
    """The person that "he" or "she" stands for: the subject of what was said last, else the last one named."""
    start = article.sentences[i].span.start
    fits = article.people.fits
    earlier = [m for m in article.names_outside(i) if m.span.end <= start + before]
    name = _prominent(article, i, earlier, pronoun)
    for back in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if name or article.sentences[back].kind == "caption":
            break
        name = _prominent(article, back, list(article.names_outside(back)), pronoun)
        spoken = article.spoken.get(back)
        if not name and spoken is not None and spoken.name and fits(spoken.name, pronoun):
            name = spoken.name
    if name:
        article.people.genders.setdefault(name, "male" if pronoun == "he" else "female")
    return name


def _prominent(article: Article, i: int, mentions: Sequence[Mention], pronoun: str) -> str:
    """The person a sentence is about: its subject, else the last one named who is no mere owner of something."""
    fitting = [m for m in mentions if article.people.fits(article.people.name_of(m), pronoun)]
    if not fitting:
        return ""
    tree, start = article.host(i).tree, article.sentences[i].span.start
    ranked: list[tuple[int, int, Mention]] = []
    for mention in fitting:
        tokens = tree.within(mention.span.start - start, mention.span.end - start)
        head = tree.head_of(tokens)
        dep = tree.tokens[head].dep if head is not None else ""
        ranked.append((2 if dep in SUBJECTS else 0 if dep == "poss" else 1, -mention.span.start, mention))
    best = max(rank for rank, _, _ in ranked)
    chosen = [m for rank, _, m in ranked if rank == best]
    return article.people.name_of(chosen[0] if best == 2 else chosen[-1])


def subject_of(article: Article, i: int, *, named_only: bool = False) -> Speaker:
    """The person or organisation that is the subject of sentence `i`; nobody when it is none.

    With `named_only` a pronoun or a description counts for nobody.
    """
    host = article.host(i)
    for root in host.tree.roots:
        subject = next((c for c in host.tree.all_children(root, "nsubj", "nsubjpass")), None)
        if subject is not None and host.outside(host.tree.tokens[subject]):
            mention = _mention(article, i, subject) if named_only else None
            if named_only:
                return NOBODY if mention is None else Speaker(article.people.name_of(mention), mention.span)
            found = resolve(article, i, subject)
            if found.name in article.people.known:
                return found
    return NOBODY


def speaker_line(article: Article, i: int) -> Speaker:
    """The name in a line that only says who spoke: "Jens Stoltenberg, Secretary-General of NATO."."""
    tree = article.host(i).tree
    start = article.sentences[i].span.start
    if len(tree.tokens) > 16 or article.host(i).quoted or article.sentences[i].kind == "title":
        return NOBODY
    if any(t.tag in {"VBD", "VBZ", "VBP", "MD"} and t.pos in {"VERB", "AUX"} for t in tree.tokens):
        return NOBODY
    lead = next((t for t in tree.tokens if t.pos not in {"PUNCT", "SYM", "SPACE"}), None)
    if lead is None:
        return NOBODY
    named = [m for m in article.people.within(start + lead.start, start + lead.end) if isinstance(m.value, Name)]
    person = next((m for m in named if m.kind == "person"), None)
    return NOBODY if person is None else Speaker(article.people.name_of(person), person.span)
