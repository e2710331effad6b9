"""The propositions of a document, one claim each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.arguments import head_lemma, predicate, roles
from claimcheck.extract.certainty import context_certainty, own_certainty, strongest
from claimcheck.extract.clauses import Segmentation, Unit, segment
from claimcheck.extract.events import find_events
from claimcheck.extract.frames import passage, path
from claimcheck.extract.polarity import polarity, tense
from claimcheck.extract.pronouns import full_names, resolve_pronouns
from claimcheck.extract.titles import find_title
from claimcheck.extract.trees import Tree
from claimcheck.extract.voice import SAYING, speaker
from claimcheck.extract.wording import Wording, phrase_text, runs, tokens_text, word
from claimcheck.types import (
    Argument,
    Certainty,
    Claim,
    Document,
    Frame,
    Mention,
    Parse,
    Placed,
    Polarity,
    Quotation,
    Sentence,
    Span,
    Time,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with all that stands in it."""

    document: Document
    index: int
    sentence: Sentence
    segmentation: Segmentation
    mentions: tuple[tuple[Mention, tuple[int, ...], int], ...]  # with its tokens, and the head among them
    quotations: tuple[Quotation, ...]
    names: Mapping[Span, str]  # the full name behind every person mention
    pronouns: Mapping[int, str]  # the full name behind a pronoun's token

    @property
    def tree(self) -> Tree:
        """The parse."""
        return self.segmentation.tree

    def span(self, first: int, last: int) -> Span:
        """The stretch of the document from one token to another."""
        offset = self.sentence.span.start
        return Span(self.document.id, offset + self.tree.tokens[first].start, offset + self.tree.tokens[last].end)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whose voice a unit is in, how certain it is there, and whether it is denied."""

    voice: str = ""
    certainty: Certainty = "stated"
    polarity: Polarity = "positive"


_BEHIND = 5  # tokens behind a description in which the name of the person described begins
_LISTED = frozenset({"place", "person", "time"})


def find_claims(
    document: Document,
    sentences: Sequence[Sentence],
    parses: Sequence[Parse],
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
) -> tuple[Claim, ...]:
    """One claim a proposition, in text order; every mention stands in exactly one of them."""
    claims: list[Claim] = []
    for scene in _scenes(document, sentences, parses, mentions, quotations):
        for claim in _sentence_claims(scene, len(claims)):
            claims.append(claim)
    return tuple(claims)


def _scenes(
    document: Document,
    sentences: Sequence[Sentence],
    parses: Sequence[Parse],
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
) -> Iterator[Scene]:
    trees = [Tree(parse) for parse in parses]
    ordered = sorted(mentions, key=lambda m: (m.span.start, m.span.end))
    speech = [q for q in quotations if q.speech]
    spoken = Placed(speech, lambda quotation: quotation.span)
    names = full_names(ordered)
    resolved = resolve_pronouns(sentences, trees, ordered, [q.span for q in speech])
    pronouns: dict[int, dict[int, str]] = {}
    for (index, i), name in resolved.items():
        pronouns.setdefault(index, {})[i] = name
    assigned = _by_sentence(sentences, ordered)
    for index, (sentence, tree) in enumerate(zip(sentences, trees, strict=True)):
        if not tree.tokens:
            continue
        placed = tuple(_place(tree, sentence, m) for m in assigned.get(index, []))
        times = [head for mention, _, head in placed if mention.kind == "time"]
        inner = frozenset(_closed(tree, placed))
        yield Scene(
            document=document,
            index=index,
            sentence=sentence,
            segmentation=segment(tree, find_events(tree, times), inner),
            mentions=placed,
            quotations=spoken.touching(sentence.span),
            names=names,
            pronouns=pronouns.get(index, {}),
        )


def _by_sentence(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    """Mentions by the sentence they start in; both are in text order, so one pass is enough."""
    found: dict[int, list[Mention]] = {}
    at = 0
    order = sorted(range(len(sentences)), key=lambda k: sentences[k].span.start)
    for mention in mentions:
        while at < len(order) and sentences[order[at]].span.end <= mention.span.start:
            at += 1
        if at < len(order) and sentences[order[at]].span.overlaps(mention.span):
            found.setdefault(order[at], []).append(mention)
    return found


def _closed(tree: Tree, placed: Sequence[tuple[Mention, tuple[int, ...], int]]) -> Iterator[int]:
    """Tokens that open no claim: what lies inside a mention, and the second of two alike.

    "Vilnius, Lithuania", "6 p.m. local time (1300 GMT)" and the persons of a list are no appositions.
    """
    kinds = {i: mention.kind for mention, tokens, _ in placed for i in tokens}
    for mention, tokens, head in placed:
        yield from (i for i in tokens if i != head)
        token = tree.tokens[head]
        if token.dep == "appos" and mention.kind in _LISTED and kinds.get(token.head) == mention.kind:
            yield head


def _place(tree: Tree, sentence: Sentence, mention: Mention) -> tuple[Mention, tuple[int, ...], int]:
    """A mention with its tokens and the head among them; the root where the parser dropped its characters."""
    tokens = tree.within(mention.span.start - sentence.span.start, mention.span.end - sentence.span.start)
    head = tree.head_of(tokens)
    return (mention, tuple(tokens), head) if head is not None else (mention, (tree.roots[0],), tree.roots[0])


def _sentence_claims(scene: Scene, number: int) -> Iterator[Claim]:
    units = scene.segmentation.units
    standings: list[Standing] = []
    for i in range(len(units)):
        standings.append(_standing(scene, i, standings))
    made = [(min(scene.segmentation.owned[i]), _claim(scene, i, standings[i])) for i in range(len(units))]
    made = [pair for i, pair in enumerate(made) if pair[1].frames or _says_something(scene, i)]
    made += list(_titles(scene, standings))
    made.sort(key=lambda pair: pair[0])  # text order is the order of the first word that is a claim's own
    said: set[str] = set()
    offset = 0
    for _, claim in made:
        if claim.frames or (claim.text and claim.text not in said):
            yield replace(claim, id=f"{scene.document.id}:c{number + offset}")
            offset += 1
        said.add(claim.text)


def _says_something(scene: Scene, i: int) -> bool:
    """Whether a unit without a value is a proposition: not "…, adding" before what was added, nor "to alert him"."""
    segmentation, unit = scene.segmentation, scene.segmentation.units[i]
    if unit.kind == "participle" and scene.tree.tokens[unit.head].lemma.lower() in SAYING:
        return all(segmentation.units[c].kind != "content" for c in segmentation.children[i])
    return unit.parent is None or unit.kind != "infinitive" or unit.subject is not None or unit.anchor is not None


def _titles(scene: Scene, standings: Sequence[Standing]) -> Iterator[tuple[int, Claim]]:
    """Who a person is, as the words before the name say: a claim that states no value of its own."""
    times = {i for mention, tokens, _ in scene.mentions if mention.kind == "time" for i in tokens}
    for mention, tokens, head in scene.mentions:
        title = find_title(scene.tree, mention, tokens, times)
        if title is None:
            continue
        standing = standings[scene.segmentation.owner[head]]
        whole = scene.span(title.description[0], title.name[-1])
        description = tokens_text(scene.tree, title.description)
        name = tokens_text(scene.tree, title.name)
        arguments = (
            Argument(
                "attribute",
                description,
                scene.tree.tokens[title.head].lemma.lower(),
                scene.span(*_ends(title.description)),
            ),
            Argument("agent", name, scene.tree.tokens[title.name[-1]].lemma, scene.span(*_ends(title.name))),
        )
        yield (
            title.description[0],
            Claim(
                id="",
                span=whole,
                spans=(whole,),
                text=f"{name} is {description}",
                predicate="be",
                arguments=arguments,
                frames=(),
                sentence=scene.index,
                voice=standing.voice,
                certainty="attributed" if standing.voice else "stated",
            ),
        )


def _ends(tokens: Sequence[int]) -> tuple[int, int]:
    return tokens[0], tokens[-1]


def _claim(scene: Scene, i: int, standing: Standing) -> Claim:
    unit = scene.segmentation.units[i]
    wording = word(scene.segmentation, i, subject=scene.pronouns.get(_subject(unit), ""))
    frames = tuple(_frames(scene, i))
    spans = _spans(scene, wording, frames)
    return Claim(
        id="",
        span=Span(scene.document.id, spans[0].start, spans[-1].end),
        spans=spans,
        text=wording.text,
        predicate=predicate(scene.segmentation, i),
        arguments=tuple(_arguments(scene, i)),
        frames=frames,
        sentence=scene.index,
        voice=standing.voice,
        certainty=standing.certainty,
        polarity=standing.polarity,
        tense=tense(scene.segmentation, i),
        time=_time(frames),
    )


def _subject(unit: Unit) -> int:
    return unit.subject if unit.subject is not None else -1


def _spans(scene: Scene, wording: Wording, frames: Sequence[Frame]) -> tuple[Span, ...]:
    """The pieces of the original: the wording's, and those of the mentions it states."""
    pieces = [scene.span(a, b) for a, b in runs(wording.tokens)]
    pieces += [f.mention.span for f in frames if not any(p.contains(f.mention.span) for p in pieces)]
    merged: list[Span] = []
    for piece in sorted(pieces):
        if merged and piece.start <= merged[-1].end:
            merged[-1] = Span(piece.document, merged[-1].start, max(merged[-1].end, piece.end))
        else:
            merged.append(piece)
    return tuple(merged)


def _standing(scene: Scene, i: int, earlier: Sequence[Standing]) -> Standing:
    """Voice, certainty and polarity of a unit, its parent's taken into account."""
    segmentation = scene.segmentation
    unit = segmentation.units[i]
    parent = earlier[unit.parent] if unit.parent is not None else Standing()
    source = speaker(segmentation, i)
    quoted = next((q for q in scene.quotations if _inside(scene, unit.head, q)), None)
    context, contrary = context_certainty(segmentation, i)
    own = own_certainty(segmentation, i)
    if quoted is not None:
        voice = quoted.speaker or (_who(scene, source) if source is not None else parent.voice)
    else:
        voice = _who(scene, source) if source is not None else _inherited(scene, unit, parent)
    certainties = [own, context]
    if voice:
        certainties.append("attributed")
        if (
            parent.voice == voice
            and source is None
            and parent.certainty in {"denied", "alleged", "unknown", "reported"}
        ):
            certainties.append(parent.certainty)
    signed = polarity(segmentation, i)
    if contrary:
        signed = "positive" if signed == "negative" else "negative"
    return Standing(voice, strongest(certainties), signed)


def _inherited(scene: Scene, unit: Unit, parent: Standing) -> str:
    """The voice of what hangs inside reported content; none for what hangs beside it."""
    if unit.parent is None:
        return ""
    outer = scene.segmentation.units[unit.parent]
    quoted_parent = any(_inside(scene, outer.head, q) for q in scene.quotations)
    return "" if quoted_parent else parent.voice


def _inside(scene: Scene, i: int, quotation: Quotation) -> bool:
    start = scene.sentence.span.start + scene.tree.tokens[i].start
    return quotation.span.start <= start < quotation.span.end


def _who(scene: Scene, source: int) -> str:
    """The name of a speaker: the full name of a person, else the noun phrase as the text has it."""
    if source in scene.pronouns:
        return scene.pronouns[source]
    for mention, tokens, _ in scene.mentions:
        behind = source < tokens[0] <= source + _BEHIND and _unbroken(scene.tree, source + 1, tokens[0])
        if (source in tokens or behind) and mention.span in scene.names:
            return scene.names[mention.span]
    return phrase_text(scene.segmentation, source)


def _unbroken(tree: Tree, start: int, end: int) -> bool:
    """Whether a description runs on into a name: "police Lt. [Gerry Scherlinck]"."""
    return all(t.tag in {"NN", "NNP"} or t.text == "." for t in tree.tokens[start:end])


def _arguments(scene: Scene, i: int) -> Iterator[Argument]:
    owner = scene.segmentation.owner
    for role, head in roles(scene.segmentation, i):
        tokens = scene.tree.subtree(
            head,
            lambda c, head=head: owner[c] == owner[head] and scene.tree.tokens[c].dep not in {"conj", "cc", "punct"},  # type: ignore[misc]
        )
        text = scene.pronouns.get(head) or phrase_text(scene.segmentation, head)
        yield Argument(role, text, head_lemma(scene.tree, head), scene.span(tokens[0], tokens[-1]))


def _frames(scene: Scene, i: int) -> Iterator[Frame]:
    for mention, tokens, head in scene.mentions:
        if scene.segmentation.owner[head] != i:
            continue
        lemmas, role = path(scene.segmentation, i, head, time=mention.kind == "time")
        first, last = passage(scene.segmentation, i, tokens, head)
        stretch = scene.span(first, last)
        start, end = min(stretch.start, mention.span.start), max(stretch.end, mention.span.end)
        yield Frame(mention, lemmas, role, Span(scene.document.id, start, end))


def _time(frames: Sequence[Frame]) -> Time | None:
    """The time that stands directly under the predicate."""
    for frame in frames:
        if isinstance(frame.mention.value, Time) and len(frame.path) <= 2 and frame.role not in {"agent", "patient"}:
            return frame.mention.value
    return None
