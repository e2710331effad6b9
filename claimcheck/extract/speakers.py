"""From the word that heads a speaker to a name: mentions, pronouns, descriptions, and the speaker before."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.article import NOBODY, Article, Speaker
from claimcheck.extract.people import BODIES, GENERIC, is_person
from claimcheck.extract.reporting import SPEAKING, SPEECH_NOUNS
from claimcheck.extract.trees import SUBJECTS, Tree
from claimcheck.types import Mention, Name, Span

_REACH = 5  # sentences that a pronoun may look back over
_PARTITIVE = frozenset({"some", "many", "most", "all", "several", "one", "both", "others"})
_MODIFIERS = frozenset({"det", "amod", "compound", "nummod", "nmod", "flat", "poss", "quantmod", "advmod", "punct"})


def resolve(article: Article, i: int, token: int) -> Speaker:
    """Who the word `token` of sentence `i` stands for."""
    host, start = article.host(i), article.sentences[i].span.start
    word = host.tree.tokens[token]
    span = Span(article.document.id, start + word.start, start + word.end)
    lower = word.text.lower()
    if lower in {"he", "she"}:
        return Speaker(_pronoun(article, i, word.start, lower), span)
    if lower in {"they", "it"}:
        return Speaker(many_or_thing(article, i, word.start, lower), span)
    part = _behind_preposition(host.tree, token)
    if part is not None:
        return resolve(article, i, part)
    if word.pos == "PRON" or word.tag in {"PRP", "WP", "WDT"}:
        return Speaker("", span)
    mention = _mention(article, i, token)
    if mention is not None:
        return Speaker(article.people.name_of(mention), mention.span)
    return _description(article, i, token)


def _behind_preposition(tree: Tree, token: int) -> int | None:
    """Who really speaks: "some of the protesters", "a statement by the director"."""
    word = tree.tokens[token]
    links = {"of"} if word.text.lower() in _PARTITIVE else {"by", "from"} if word.lemma.lower() in SPEECH_NOUNS else {}
    for c in tree.all_children(token, "prep", "agent"):
        if tree.tokens[c].text.lower() in links:
            return tree.child(c, "pobj")
    return None


def _mention(article: Article, i: int, token: int) -> Mention | None:
    """The name that the noun phrase under `token` is: at its head, in front of it, or in apposition."""
    tree, start = article.host(i).tree, article.sentences[i].span.start
    places = [token, *tree.all_children(token, "compound", "flat"), *tree.all_children(token, "appos")]
    for place in places:
        t = tree.tokens[place]
        for mention in article.people.within(start + t.start, start + t.end):
            if mention.kind == "person":
                return mention
            if place == token:
                return _named_behind(article, i, token) or mention
    return _named_behind(article, i, token)


def _named_behind(article: Article, i: int, token: int) -> Mention | None:
    """The person named right behind a description, whatever the parser made of it: "police Lt. Gerry Scherlinck"."""
    tree, start = article.host(i).tree, article.sentences[i].span.start
    office = tree.tokens[token].tag == "NNP"  # "Secretary of the Interior Dirk Kempthorne"
    for t in tree.tokens[token + 1 : token + 6]:
        linked = office and t.text.lower() in {"of", "the", "for"}
        if not linked and (t.tag not in {"NNP", "NN", "."} or t.text == ","):
            return None
        named = next((m for m in article.people.within(start + t.start, start + t.end) if m.kind == "person"), None)
        if named is not None:
            return named
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


def _pronoun(article: Article, i: int, before: int, pronoun: str, reach: int = _REACH) -> str:
    """The person that "he" or "she" stands for: the subject of what was said last, else the last one named."""
    if (i, pronoun) in article.referents:
        return article.referents[i, pronoun]
    start = article.sentences[i].span.start
    fits = article.people.fits
    earlier = [m for m in article.names_outside(i) if m.span.end <= start + before]
    name = _prominent(article, i, earlier, pronoun, reach=0)
    for back in range(i - 1, max(-1, i - 1 - reach), -1):
        if name or article.sentences[back].kind == "caption":
            break
        name = _prominent(article, back, list(article.names_outside(back)), pronoun, reach=reach - (i - back))
        spoken = article.spoken.get(back)
        if not name and spoken is not None and spoken.name and fits(spoken.name, pronoun):
            name = spoken.name
        name = name or described_teller(article, back, pronoun)
    if name:
        article.people.genders.setdefault(name, "male" if pronoun == "he" else "female")
        article.referents[i, pronoun] = name
    return name


def _prominent(article: Article, i: int, mentions: Sequence[Mention], pronoun: str, *, reach: int) -> str:
    """The person a sentence is about: its subject, else the last one named who is no mere owner of something.

    A sentence that goes on about "he" is about whoever he is, if that can be told within `reach` sentences.
    """
    fitting = [m for m in mentions if article.people.fits(article.people.name_of(m), pronoun)]
    tree, start = article.host(i).tree, article.sentences[i].span.start
    ranked: list[tuple[int, int, Mention]] = []
    for mention in fitting:
        tokens = tree.within(mention.span.start - start, mention.span.end - start)
        head = tree.head_of(tokens)
        dep = tree.tokens[head].dep if head is not None else ""
        ranked.append((2 if dep in SUBJECTS else 0 if dep == "poss" else 1, -mention.span.start, mention))
    best = max((rank for rank, _, _ in ranked), default=-1)
    chosen = [m for rank, _, m in ranked if rank == best]
    if best == 2:
        return article.people.name_of(chosen[0])
    goes_on = _subject_pronoun(article, i, pronoun) if reach > 0 else None
    if goes_on is None and reach > 0 and (unknown := _unknown_teller(article, i)):
        return unknown
    name = _pronoun(article, i, goes_on, pronoun, reach) if goes_on is not None else ""
    return name or (article.people.name_of(chosen[-1]) if chosen else "")


def _subject_pronoun(article: Article, i: int, pronoun: str) -> int | None:
    """Where the pronoun stands as the subject of a sentence's main verb, outside quotations."""
    host = article.host(i)
    for root in host.tree.roots:
        for c in host.tree.all_children(root, "nsubj", "nsubjpass"):
            token = host.tree.tokens[c]
            if token.text.lower() == pronoun and host.outside(token):
                return token.start
    return None


def _unknown_teller(article: Article, i: int) -> str:
    """A word with a capital that is the subject of the main verb of saying, though no name was seen in it."""
    host, start = article.host(i), article.sentences[i].span.start
    for root in host.tree.roots:
        if host.tree.tokens[root].lemma.lower() not in SPEAKING:
            continue
        for c in host.tree.all_children(root, "nsubj"):
            token = host.tree.tokens[c]
            known = article.people.within(start + token.start, start + token.end)
            if token.tag == "NNP" and host.outside(token) and not known:
                return _bare(_description(article, i, c).name)
    return ""


def described_teller(article: Article, i: int, pronoun: str) -> str:
    """Whoever a sentence reports without a name: "a spokeswoman said", "a witness told reporters"."""
    host = article.host(i)
    for root in host.tree.roots:
        if host.tree.tokens[root].lemma.lower() not in SPEAKING:
            continue
        for c in host.tree.all_children(root, "nsubj"):
            token = host.tree.tokens[c]
            if token.tag in {"NN", "NNP"} and host.outside(token) and is_person(token.lemma, pronoun):
                return resolve(article, i, c).name
    return ""


def many_or_thing(article: Article, i: int, before: int, pronoun: str) -> str:
    """What "they" or "it" stands for as a speaker: the last subject that is several people, or a body that speaks."""
    for back in range(i, max(-1, i - 1 - _REACH), -1):
        host = article.host(back)
        for token in reversed(host.tree.tokens):
            late = back == i and token.start >= before
            if late or token.dep not in {"nsubj", "nsubjpass"} or not host.outside(token):
                continue
            several = token.tag in {"NNS", "NNPS"} or host.tree.child(token.i, "conj") is not None
            if several if pronoun == "they" else _is_body(article, back, token.i):
                return resolve(article, back, token.i).name
    return ""


def _is_body(article: Article, i: int, token: int) -> bool:
    """Whether a subject is an organisation or a text that "it" may stand for when something is said."""
    tree, start = article.host(i).tree, article.sentences[i].span.start
    word = tree.tokens[token]
    named = article.people.within(start + word.start, start + word.end)
    return word.lemma.lower() in BODIES or any(m.kind == "organisation" for m in named)


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
