"""Which verb or phrase reports a quotation, and which words name its speaker, within one sentence.

What stands right after a quotation set off by a comma goes before what stands right
before it, that before any other verb of saying in the sentence ("warned that the West “…”").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.extract.lexicon import words
from claimcheck.extract.trees import Tree
from claimcheck.extract.voice import SAYING
from claimcheck.types import Token

# Verbs whose object or complement are somebody's words: the verbs of saying, and those that judge, name or show a mood.
SPEAKING = SAYING | words(
    "call describe opine accuse criticize criticise blast slam denounce condemn praise hail declare label dub "
    "brand caution point boast confess joke quip shout yell cry scream exclaim whisper chant counter retort "
    "clarify elaborate reassure continue begin conclude express voice post text email speak talk discuss hint sum "
    "recount relate remember summarize attribute characterize characterise lament marvel muse pray plead demand "
    "order instruct request concur agree disagree apologize apologise swear pronounce proclaim go ring laugh "
    "smile mock sing chant notify"
)
# Verbs that report only when they stand right beside the words ("“Yes,” he smiled").
_BESIDE = words("go ring laugh smile sing begin continue agree read show find speak talk order discuss text post")
# Nouns whose owner speaks: "Putin's claim that “…”", "in a statement: “…”".
SPEECH_NOUNS = words(
    "claim assertion statement comment remark warning call word speech letter tweet message argument suggestion "
    "promise pledge vow allegation accusation denial admission description question answer reply response post "
    "rejection note"
)
# What names a thing rather than reports it: the words after it are a title or a scare quotation.
_NAMING = re.compile(
    r"(?:\bso-called|\b(?:known|dubbed|nicknamed|titled|entitled|named|billed)(?: as)?|"
    r"\b(?:nickname|alias|name|song|film|movie|book|musical|show|album|novel|play|episode|headline|series|magazine))"
    r"\s*,?\s*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,:;—–-]*(?:that|how|whether)?[\s,:;—–-]*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb (or another token) that reports, and the token that heads its speaker, if the sentence names one."""

    verb: int
    speaker: int | None
    adjacent: bool  # nothing but punctuation or "that" between it and the quotation


@dataclass(frozen=True, slots=True)
class Host:
    """One sentence as it stands around quotations: its tree and the stretches of it that are quoted."""

    tree: Tree
    quoted: Sequence[tuple[int, int]]  # offsets into the sentence, marks included
    text: str

    def outside(self, token: Token) -> bool:
        """Whether the token stands outside every quotation."""
        return not any(start <= begin(token) < end for start, end in self.quoted)


def begin(token: Token) -> int:
    """Where the token's word begins: a mark without its space is glued to it (`Belarus.”declared`)."""
    return token.end - len(token.text.lstrip("\"'"))


def names_a_thing(before: str) -> bool:
    """Whether the words right before a quotation announce a title or a scare quotation."""
    return _NAMING.search(before) is not None


def find_clause(host: Host, before: int | None, after: int | None) -> Clause | None:
    """The clause that reports the quotation which begins at `before` and ends at `after` in this sentence.

    Either is None when the quotation does not begin, or not end, in this sentence.
    """
    following = None if after is None else _following(host, after)
    if following is not None and following.adjacent and _set_off(host.text, after):
        return following
    preceding = None if before is None else _preceding(host, before)
    if preceding is not None and preceding.adjacent:
        return preceding
    source = _according_to(host)
    if source is not None and preceding is not None and source.verb < preceding.verb:
        source = None  # "According to the charges, he refused, saying “…”": the nearer one speaks
    final = following if following is not None and _final(host, following.verb) else None
    return source or preceding or final


def _final(host: Host, verb: int) -> bool:
    """Whether a clause is one that ends a sentence of reported speech: "…, officials said."."""
    comma = next((t for t in reversed(host.tree.tokens[:verb]) if t.text == ","), None)
    between = host.tree.tokens[comma.i + 1 : verb] if comma is not None else ()
    return comma is not None and not any(t.tag in {"VBD", "VBZ", "VBP", "MD", "WP", "WDT"} for t in between)


def _set_off(text: str, after: int | None) -> bool:
    """Whether the quotation ends in a comma, a question or an exclamation, or a stop with the sentence going on."""
    before = text[: after or 0].rstrip("\"' \n\t")
    return before[-1:] in (",", "?", "!", "—", "-", ".", "…") or text[after or 0 :].lstrip()[:1] == ","


def _verbs(host: Host, start: int, end: int) -> list[int]:
    """Tokens outside quotations between two offsets that are verbs of speaking."""
    return [
        t.i
        for t in host.tree.tokens
        if start <= begin(t) < end
        and host.outside(t)
        and t.pos in {"VERB", "AUX", "NOUN", "PROPN"}
        and _speaks(host, t)
    ]


def _speaks(host: Host, token: Token) -> bool:
    lemma = token.lemma.lower().strip("\"'")
    if token.pos not in {"VERB", "AUX"}:
        return token.text.lower() in {"says", "said", "told", "tells", "quoted"}  # mistagged
    agentless = host.tree.passive(token.i) and host.tree.child(token.i, "agent") is None
    return lemma in SPEAKING and not (agentless and lemma not in {"tell", "quote"})


def _following(host: Host, after: int) -> Clause | None:
    """The first verb of speaking after a quotation, if no other quotation and no other clause comes between."""
    limit = min((start for start, _ in host.quoted if start >= after), default=len(host.text))
    for i in _verbs(host, after, limit):
        if host.tree.tokens[i].tag == "VBG":
            continue  # "…, suggesting that": says more, not who said it
        between = [t for t in host.tree.tokens if after <= begin(t) < host.tree.tokens[i].start and host.outside(t)]
        finite = [
            t
            for t in between
            if t.tag in {"VBD", "VBZ", "VBP", "MD"} and t.pos in {"VERB", "AUX"} and (t.head != i or "aux" not in t.dep)
        ]
        joined = any(t.pos in {"CCONJ", "SCONJ"} and t.text.lower() != "as" for t in between[:2])
        adjacent = not finite and not joined and len(between) <= 25
        return Clause(i, _speaker(host, i, inverted_after=after), adjacent)
    return None


def _preceding(host: Host, before: int) -> Clause | None:
    """A noun of speech right before a quotation, else the nearest verb of speaking, else a colon."""
    noun = _noun(host, before)
    if noun is not None and noun.adjacent:
        return noun
    for i in reversed(_verbs(host, 0, before)):
        token = host.tree.tokens[i]
        adjacent = _adjacent(host, token, before)
        if token.lemma.lower() in _BESIDE and not adjacent:
            continue
        return Clause(i, _speaker(host, i), adjacent)
    return _colon(host, before) or noun


def _adjacent(host: Host, token: Token, before: int) -> bool:
    """Whether nothing but punctuation or "that" stands between a word and the quotation after it."""
    return _BETWEEN.fullmatch(host.text[token.end : before].rstrip("\"' ")) is not None


def _according_to(host: Host) -> Clause | None:
    tokens = host.tree.tokens
    for t in tokens:
        if t.text.lower() == "according" and host.outside(t) and t.i + 1 < len(tokens):
            source = next(
                (o.i for o in tokens[t.i + 2 :] if o.dep in {"pobj", "nsubj", "ROOT"} and host.outside(o)), None
            )
            if source is not None:
                return Clause(t.i, source, adjacent=False)
    return None


def _colon(host: Host, before: int) -> Clause | None:
    """`X: “…”`, with or without a verb."""
    prefix = host.text[:before].rstrip("\"'“‘ ")
    if not prefix.endswith(":"):
        return None
    tree = host.tree
    for root in tree.roots:
        if tree.tokens[root].start < before and host.outside(tree.tokens[root]):
            subject = _speaker(host, root) if tree.verbal(root) else root
            return Clause(root, subject, adjacent=True)
    nominal = [t.i for t in tree.tokens if t.end < before and t.pos in {"PROPN", "NOUN", "PRON"} and host.outside(t)]
    proper = [i for i in nominal if tree.tokens[i].pos == "PROPN"]
    if not nominal:
        return None
    # A short lead is a name with what stands before it; in a long one the first name is the likeliest subject.
    speaker = nominal[-1] if len(prefix.split()) <= 6 else (proper or nominal)[0]
    return Clause(speaker, speaker, adjacent=True)


def _noun(host: Host, before: int) -> Clause | None:
    """The owner of a noun of speech: "Putin's claim that “…”"."""
    for t in reversed(host.tree.tokens):
        if t.end <= before and host.outside(t) and t.pos == "NOUN" and t.lemma.lower() in SPEECH_NOUNS:
            owner = host.tree.child(t.i, "poss")
            if owner is not None:
                return Clause(t.i, owner, _adjacent(host, t, before))
    return None


def _speaker(host: Host, verb: int, inverted_after: int | None = None) -> int | None:
    """The head of a verb's speaker: its subject, that of the verb it hangs on, or what stands beside it."""
    tree, at = host.tree, verb
    for _ in range(6):
        subject = _subject(host, at)
        if subject is not None:
            return subject
        token = tree.tokens[at]
        if token.head == at or token.dep not in {"conj", "advcl", "xcomp", "acl", "pcomp", "prep", "dep", "ccomp"}:
            break
        at = token.head
        if not host.outside(
            tree.tokens[at]
        ):  # led astray by the words quoted: the first verb of saying has the speaker
            first = next((i for i in _verbs(host, 0, tree.tokens[verb].start) if _subject(host, i) is not None), None)
            return _beside(host, verb, inverted_after) if first is None else _subject(host, first)
        if tree.tokens[at].pos in {"NOUN", "PROPN", "PRON"} and host.outside(tree.tokens[at]) and token.dep == "acl":
            return at
    return _beside(host, verb, inverted_after)


def _subject(host: Host, verb: int) -> int | None:
    tree = host.tree
    if tree.tokens[verb].lemma.lower() == "quote" and not tree.passive(verb):
        cited = tree.child(verb, "dobj")  # "the paper quoted a witness as saying"
        if cited is not None and any(t.text.lower() == "as" for t in tree.tokens[cited + 1 : cited + 8]):
            return cited
    agent = tree.child(verb, "agent")
    if agent is not None and tree.passive(verb):
        return tree.child(agent, "pobj")
    subject = next((c for c in tree.all_children(verb, "nsubj", "nsubjpass") if host.outside(tree.tokens[c])), None)
    if subject is not None and tree.tokens[subject].tag in {"WP", "WDT"} and tree.tokens[verb].dep == "relcl":
        return tree.tokens[verb].head
    return subject


def _beside(host: Host, verb: int, inverted_after: int | None) -> int | None:
    """Without a parse to trust: the noun before the verb, or after it when the verb follows the quotation at once."""
    tokens = [t for t in host.tree.tokens if host.outside(t) and t.tag not in {"WP", "WDT"}]
    nominal = {"PROPN", "NOUN", "PRON"}
    v = host.tree.tokens[verb]
    low = inverted_after if inverted_after is not None else 0
    earlier = [t for t in tokens if low <= begin(t) < v.start and t.pos in nominal]
    if earlier and inverted_after is None:
        return earlier[-1].i
    if earlier:  # the first noun phrase, to its last word
        run = [t.i for n, t in enumerate(earlier) if t.i - earlier[0].i == n]
        return run[-1]
    last: int | None = None
    for t in (t for t in tokens if t.start > v.start):
        if t.pos in nominal:
            last = t.i
        elif last is not None or t.pos not in {"DET", "ADJ", "X", "NUM"}:
            break
    return last
