"""What a name names, by the evidence of the whole article.

The parser labels each mention by itself and often wrongly ("Stoltenberg" an
organisation, "Kyiv" a person). Here every mention of a name votes, with what
stands around it, and all mentions get the kind that wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimcheck.compare.gazetteer import is_listed, is_place
from claimcheck.compare.letters import fold
from claimcheck.compare.names import given_names
from claimcheck.extract.name_roles import role_apart, role_before
from claimcheck.extract.name_runs import Article, Run
from claimcheck.extract.name_titles import bare
from claimcheck.extract.offices import HUMANS, LOCATIVE, OFFICES, ORGANISATION_WORDS, PLACE_WORDS, SPEECH, THING_WORDS
from claimcheck.types import NameKind, Token

Votes = defaultdict[NameKind, float]
_LABELS: Mapping[str, tuple[NameKind, float]] = {
    "PERSON": ("person", 1.2),
    "GPE": ("place", 1.2),
    "LOC": ("place", 1.2),
    "FAC": ("place", 0.8),
    "ORG": ("organisation", 1.0),
    "PRODUCT": ("other", 0.8),
    "EVENT": ("other", 0.8),
    "WORK_OF_ART": ("other", 1.0),
    "LAW": ("other", 0.8),
}
_LABELS_AT_MOST = 3.0  # what all labels of one name weigh together
_KINDS: tuple[NameKind, ...] = ("person", "place", "organisation", "other")


def run_words(article: Article, run: Run) -> tuple[str, ...]:
    """The folded words of a run, a fused last word reduced to its name."""
    tokens = article.parses[run.sentence].tokens[run.first : run.end]
    words = [bare(t) for t in tokens if any(c.isalnum() for c in t.text)]
    if run.fused and words:
        words[-1] = fold(run.fused[0])
    return tuple(words)


def kinds_of(article: Article, runs: Sequence[Run]) -> tuple[NameKind, ...]:
    """The kind of every run, in the same order."""
    words = [run_words(article, run) for run in runs]
    chains = _chains(words)
    votes: dict[tuple[str, ...], Votes] = defaultdict(lambda: defaultdict(float))
    labels: dict[tuple[str, ...], Votes] = defaultdict(lambda: defaultdict(float))
    for run, own in zip(runs, words, strict=True):
        _add(votes[chains[own]], _votes(article, run, own))
        _add(labels[chains[own]], _label_votes(article, run, len(own)))
    for chain, cast in votes.items():
        _add(cast, _standing_votes(chain))
        # The parser repeats its errors: its labels count by their shares, not by how often the name stands.
        _add(cast, labels[chain], scale=min(1.0, _LABELS_AT_MOST / (sum(labels[chain].values()) or 1.0)))
    return tuple(_winner(votes[chains[own]]) for own in words)


def _chains(words: Sequence[tuple[str, ...]]) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Each name's fullest form in the article: "nauseda" → ("gitanas", "nauseda"), when there is only one."""
    distinct = set(words)
    full: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in distinct:
        if len(name) > 1:
            for part in (name[0], name[-1]):
                full[part].add(name)
    found = {}
    for name in distinct:
        fuller = full.get(name[0], set()) if len(name) == 1 else set()
        last = {f for f in fuller if f[-1] == name[0]}
        chosen = last or fuller
        found[name] = min(chosen, key=lambda f: (-words.count(f), f)) if chosen else name
    return found


def _add(votes: Votes, more: Votes, *, scale: float = 1.0) -> None:
    for kind, weight in more.items():
        votes[kind] += weight * scale


def _winner(votes: Votes) -> NameKind:
    best = max(_KINDS, key=lambda kind: votes[kind])
    return best if votes[best] > 0 else "other"


def _standing_votes(words: tuple[str, ...]) -> Votes:
    """What a name's own words say, whatever stands around it; once a name."""
    votes: Votes = defaultdict(float)
    text = " ".join(words)
    if len(words) > 1 and (set(words[1:]) | {words[0]} if len(words) > 2 else {words[-1]}) & ORGANISATION_WORDS:
        votes["organisation"] += 4
    if len(words) > 1 and ({words[-1]} | ({words[0]} & {"mount", "lake", "port", "cape"})) & PLACE_WORDS:
        votes["place"] += 4
    if len(words) > 1 and words[-1] in THING_WORDS:
        votes["other"] += 4
    initials = all(len(w) == 1 for w in words[0].split("."))  # "A.J. Smith"; "George W. Bush" has a given name
    if 1 < len(words) < 5 and (words[0] in given_names() or initials):
        votes["person"] += 2
    if is_place(text, population=200_000):
        votes["place"] += 3
    elif is_listed(text, population=500_000) and len(text) > 3:
        votes["place"] += 2
    elif is_place(text):
        votes["place"] += 1
    return votes


def _votes(article: Article, run: Run, words: tuple[str, ...]) -> Votes:
    """What stands around one mention says: titles, the words before and behind, its verb."""
    votes: Votes = defaultdict(float)
    tokens = article.parses[run.sentence].tokens
    if run.titles:
        votes["person"] += 4
    elif role_before(tokens, run) or role_apart(tokens, run):
        votes["person"] += 3
    before = tokens[run.first - 1] if run.first else None
    if before is not None and run.before == run.first:
        _vote_before(votes, before, single=len(words) == 1)
    _vote_behind(votes, tokens, run.end)
    _vote_verb(votes, tokens, tokens[run.end - 1])
    if len(words) == 1 and tokens[run.first].text.isupper() and len(words[0]) > 1 and not run.headline:
        votes["organisation"] += 1.5
    if before is not None and before.text == '"' and run.end < len(tokens) and tokens[run.end].text == '"':
        votes["other"] += 2
    return votes


def _label_votes(article: Article, run: Run, words: int) -> Votes:
    votes: Votes = defaultdict(float)
    for label in {article.labels[run.sentence][i][0] for i in range(run.first, run.end)} - {""}:
        kind, weight = _LABELS[label]
        votes[kind] += weight * (1.25 if words > 1 else 1.0)
    return votes


def _vote_before(votes: Votes, before: Token, *, single: bool) -> None:
    word = bare(before)
    if before.pos == "ADP" and word in LOCATIVE:
        votes["place"] += 1.5 if word == "in" else 0.7
    elif word == "the":
        votes["person"] -= 1.5 if single else 0.5
        votes["organisation"] += 0.3


def _vote_behind(votes: Votes, tokens: Sequence[Token], end: int) -> None:
    behind = [t.text.lower() for t in tokens[end : end + 5]]
    if (
        len(behind) > 2
        and behind[0] == ","
        and behind[1].isdigit()
        and len(behind[1]) <= 2
        and behind[2] in {",", ".", "of", "and"}
    ):
        votes["person"] += 3
    if behind[:1] == [","] and len(behind) > 1 and tokens[end + 1].text[0].isupper() and _is_region(tokens[end + 1]):
        votes["place"] += 2  # "Schenectady, N.Y."
    if behind[:1] == ["who"] or behind[:2] == [",", "who"]:
        votes["person"] += 2
    if behind[:1] == [","] and any(word in OFFICES for word in behind[1:5]):
        votes["person"] += 1
    if behind[:1] == ["'s"] and len(behind) > 1 and behind[1] in HUMANS:
        votes["person"] += 0.3


def _is_region(token: Token) -> bool:
    abbreviated = token.text.endswith(".") and len(token.text) in (3, 4, 5) and token.pos == "PROPN"
    return (abbreviated and bare(token) not in {"jr", "sr"}) or is_place(token.text, population=500_000)


def _vote_verb(votes: Votes, tokens: Sequence[Token], last: Token) -> None:
    verb = tokens[last.head]
    if last.dep in ("nsubj", "nsubjpass") and verb.lemma in SPEECH:
        votes["person"] += 0.8
        votes["organisation"] += 0.3
