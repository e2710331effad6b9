"""One entity for each person, place and organisation, under whatever spelling the articles print.

Exact and shorter forms meet first, within each article and across. Spelling
variants are then sought among the distinct forms only: candidates come from a
matrix of string similarities, and the part-wise comparison decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from claimcheck.align.same_name import Form, may_be_one, single_slip, unintroduced_slip
from claimcheck.compare.gazetteer import home, is_place, one_place
from claimcheck.compare.names import name_parts
from claimcheck.extract.fused import known_names, split_fused
from claimcheck.types import Entity, Extraction, Mention, Name, NameKind, Span

_ALIKE = 0.7  # normalised similarity of whole names below which no two spellings of one name were seen
_KINDS: tuple[NameKind, ...] = ("person", "place", "organisation", "other")


@dataclass(frozen=True, slots=True)
class _Named:
    """One mention with its name at hand and the key its form is grouped by."""

    mention: Mention
    name: Name
    parts: tuple[str, ...]

    @property
    def node(self) -> tuple[str, ...]:
        """Names of several parts are one across articles; a single word is first its own article's."""
        return self.parts if len(self.parts) > 1 else (*self.parts, f"@{self.mention.span.document}")


def group_entities(extractions: Sequence[Extraction]) -> tuple[Entity, ...]:
    """The entities of an event, in the order of their first mention."""
    named = _named(extractions)
    links = _Links()
    by_node: dict[tuple[str, ...], list[_Named]] = defaultdict(list)
    for item in named:
        by_node[item.node].append(item)
    forms = {node: _form(items) for node, items in by_node.items()}
    full = [form for node, form in forms.items() if len(form.parts) > 1]
    _join_full(full, links)
    _join_single(forms, links)
    _join_slips(forms, links)
    _join_places(forms, links)
    return _entities(by_node, links)


def _named(extractions: Iterable[Extraction]) -> tuple[_Named, ...]:
    """Every name mention in text order, words that ran together taken apart with all names of the event."""
    extractions = tuple(extractions)
    known = known_names(parse for e in extractions for parse in e.parses)
    found = []
    for extraction in extractions:
        for mention in extraction.mentions:
            if isinstance(mention.value, Name):
                mended = _unfused(mention, mention.value, known)
                parts = name_parts(mended.value.text) if isinstance(mended.value, Name) else ()
                if parts and isinstance(mended.value, Name):
                    found.append(_Named(mended, mended.value, parts))
    return tuple(sorted(found, key=lambda n: n.mention.span))


def _unfused(mention: Mention, name: Name, known: frozenset[str]) -> Mention:
    """The mention cut where its last word runs into the next: "Andrzej Dudain" once Duda is known."""
    if not mention.text or name.fused:
        return mention
    last = mention.text.split()[-1]
    split = split_fused(last, known)
    if split is None:
        return mention
    text = mention.text[: len(mention.text) - len(split[1])]
    value = replace(name, text=" ".join(text.split()), parts=tuple(text.split()), fused=last)
    span = Span(mention.span.document, mention.span.start, mention.span.start + len(text))
    return replace(mention, span=span, text=text, value=value)


def _form(items: Sequence[_Named]) -> Form:
    return Form(
        node=items[0].node,
        parts=items[0].parts,
        name=Counter(i.name.text for i in items).most_common(1)[0][0],
        kind=_majority(items),
        counts=Counter(i.mention.span.document for i in items),
        starts=frozenset((i.mention.span.document, i.mention.span.start) for i in items),
        roles=frozenset((i.mention.span.document, i.name.role) for i in items if i.name.role),
    )


def _majority(items: Iterable[_Named]) -> NameKind:
    """The kind most mentions see; full names, titles and roles are worth more than a bare word."""
    votes: Counter[NameKind] = Counter()
    for item in items:
        told = item.name.kind == "person" and bool(item.name.role or item.name.titles)
        votes[item.name.kind] += 3 if told or len(item.parts) > 1 else 1
    return max(_KINDS, key=lambda kind: votes[kind])


class _Links:
    """A union-find over forms."""

    def __init__(self) -> None:
        self._parent: dict[tuple[str, ...], tuple[str, ...]] = {}

    def root(self, node: tuple[str, ...]) -> tuple[str, ...]:
        while (above := self._parent.get(node, node)) != node:
            self._parent[node] = self._parent.get(above, above)
            node = above
        return node

    def join(self, a: tuple[str, ...], b: tuple[str, ...]) -> None:
        a, b = sorted((self.root(a), self.root(b)))
        self._parent[b] = a


def _join_full(forms: Sequence[Form], links: _Links) -> None:
    """Names of several parts: short forms and spellings of one name."""
    for a, b in (*_alike(forms), *_sharing(forms)):
        if links.root(a.node) != links.root(b.node) and may_be_one(a, b):
            links.join(a.node, b.node)


def _alike(forms: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    """Pairs whose letters are alike, from one similarity matrix."""
    if len(forms) < 2:
        return
    texts = ["".join(form.parts) for form in forms]
    scores = process.cdist(texts, texts, scorer=Indel.normalized_similarity, score_cutoff=_ALIKE, dtype=np.float32)
    for i, j in np.argwhere(np.triu(scores, k=1) >= _ALIKE):
        yield forms[i], forms[j]


def _sharing(forms: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    """Pairs with the same last part, which may be a short form and a long one."""
    by_last: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        by_last[form.parts[-1]].append(form)
    for group in by_last.values():
        for i, a in enumerate(group):
            yield from ((a, b) for b in group[i + 1 :])


def _join_single(forms: Mapping[tuple[str, ...], Form], links: _Links) -> None:
    """Single words: to the full name before them in their article, else to the event's only one that ends so."""
    by_part: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
    for form in forms.values():
        if len(form.parts) > 1:
            for part in (form.parts[-1], form.parts[0]):
                by_part[part][form.node] = None
    joined: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for node, form in forms.items():
        if len(form.parts) == 1:
            target = _target(form, [forms[n] for n in by_part.get(form.parts[0], ())], links)
            if target is not None:
                links.join(node, target.node)
            else:
                joined[form.parts[0]].append(node)
    for nodes in joined.values():
        for node in nodes[1:]:
            links.join(nodes[0], node)


def _target(single: Form, fuller: Sequence[Form], links: _Links) -> Form | None:
    """The full name that a single word stands for: one of its own article first, family names before given ones."""
    word, document = single.parts[0], next(iter(single.counts))
    here = [f for f in fuller if f.counts[document] and _fits(single, f, word)]
    family = [f for f in here if f.parts[-1] == word]
    for group in (family, here):
        if group:
            return _nearest(single, group)
    people = [f for f in fuller if f.parts[-1] == word and f.kind == "person" and single.kind in ("person", "other")]
    return people[0] if len({links.root(f.node) for f in people}) == 1 else None


def _fits(single: Form, full: Form, word: str) -> bool:
    """A person by family or given name; an organisation by its first word ("Promises" for its treatment centre)."""
    if full.kind == "person":
        return True
    return full.kind == "organisation" and full.parts[0] == word and not single.name.isupper() and not is_place(word)


def _nearest(single: Form, group: Sequence[Form]) -> Form:
    """The one mentioned last before the single word first stands; the first of all when none is before."""
    document, at = min(single.starts)
    before = [(max((s for d, s in f.starts if d == document and s < at), default=-1), f.node, f) for f in group]
    return max(before, key=lambda entry: entry[:2])[2]


def _join_slips(forms: Mapping[tuple[str, ...], Form], links: _Links) -> None:
    """Single words spelled in two ways, against each other and against the last parts of full names."""
    singles = [f for f in forms.values() if len(f.parts) == 1]
    words = sorted({f.parts[0] for f in singles} | {f.parts[-1] for f in forms.values()})
    owners: dict[str, list[Form]] = defaultdict(list)
    for form in forms.values():
        owners[form.parts[-1]].append(form)
    introduced = {part for form in forms.values() if len(form.parts) > 1 for part in form.parts}
    for a, b in _similar_words(words):
        unknown = not introduced.issuperset((a, b))
        for x in owners[a]:
            for y in owners[b]:
                single = 1 in (len(x.parts), len(y.parts))
                if single and (single_slip(x, y) or (unknown and unintroduced_slip(x, y))):
                    links.join(x.node, y.node)


def _join_places(forms: Mapping[tuple[str, ...], Form], links: _Links) -> None:
    """The names that the gazetteer gives for one place: Kolkata and Calcutta."""
    groups: dict[str, list[Form]] = defaultdict(list)
    for form in forms.values():
        record = home(form.name) if form.kind == "place" else None
        if record is not None:
            groups[record].append(form)
    for group in groups.values():
        names = sorted({form.name for form in group})
        first = {name: next(form for form in group if form.name == name) for name in names}
        for form in group:
            links.join(first[form.name].node, form.node)
        for a, b in combinations(names, 2):
            if one_place(a, b):
                links.join(first[a].node, first[b].node)


def _similar_words(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    if len(words) < 2:
        return
    scores = process.cdist(words, words, scorer=Indel.normalized_similarity, score_cutoff=_ALIKE, dtype=np.float32)
    for i, j in np.argwhere(np.triu(scores, k=1) >= _ALIKE):
        yield words[i], words[j]


def _entities(by_node: Mapping[tuple[str, ...], list[_Named]], links: _Links) -> tuple[Entity, ...]:
    groups: dict[tuple[str, ...], list[_Named]] = defaultdict(list)
    for node, items in by_node.items():
        groups[links.root(node)].extend(items)
    ordered = sorted(
        (sorted(g, key=lambda n: n.mention.span) for g in groups.values()), key=lambda g: g[0].mention.span
    )
    return tuple(_entity(number, group) for number, group in enumerate(ordered, start=1))


def _entity(number: int, items: Sequence[_Named]) -> Entity:
    longest = max(len(i.parts) for i in items)
    names = Counter(i.name.text for i in items if len(i.parts) == longest)
    best = max(names, key=lambda text: (names[text], text))
    return Entity(f"e{number}", _majority(items), best, tuple(i.mention for i in items))
