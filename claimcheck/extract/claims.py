"""The propositions of a document, one claim each."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.clauses import Segmentation, segment
from claimcheck.extract.trees import Tree
from claimcheck.extract.wording import runs, word
from claimcheck.types import Argument, Claim, Document, Frame, Mention, Parse, Quotation, Sentence, Span


def find_claims(
    document: Document,
    sentences: Sequence[Sentence],
    parses: Sequence[Parse],
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
) -> tuple[Claim, ...]:
    """One claim a proposition, in text order; every mention stands in exactly one of them."""
    claims: list[Claim] = []
    for index, (sentence, parse) in enumerate(zip(sentences, parses, strict=True)):
        inside = [m for m in mentions if sentence.span.contains(m.span)]
        claims.extend(_sentence_claims(document, index, sentence, parse, inside, len(claims)))
    return tuple(claims)


def _sentence_claims(
    document: Document, index: int, sentence: Sentence, parse: Parse, mentions: Sequence[Mention], number: int
) -> list[Claim]:
    tree = Tree(parse)
    if not tree.tokens:
        return []
    segmentation = segment(tree)
    claims = []
    for i, unit in enumerate(segmentation.units):
        wording = word(segmentation, i)
        spans = tuple(_span(sentence, tree, a, b) for a, b in runs(wording.tokens))
        claims.append(
            Claim(
                id=f"{document.id}:c{number + i}",
                span=Span(document.id, spans[0].start, spans[-1].end),
                spans=spans,
                text=wording.text,
                predicate=tree.tokens[unit.head].lemma,
                arguments=tuple(_arguments(segmentation, i, sentence)),
                frames=tuple(_frames(segmentation, i, sentence, mentions)),
                sentence=index,
            )
        )
    return claims


def _span(sentence: Sentence, tree: Tree, first: int, last: int) -> Span:
    offset = sentence.span.start
    return Span(sentence.span.document, offset + tree.tokens[first].start, offset + tree.tokens[last].end)


def _arguments(segmentation: Segmentation, number: int, sentence: Sentence) -> list[Argument]:
    tree, unit = segmentation.tree, segmentation.units[number]
    roles = {"dobj": "patient", "attr": "attribute", "acomp": "attribute"}
    found: list[tuple[str, int]] = []
    if unit.subject is not None:
        found.append(("patient" if tree.passive(unit.head) else "agent", unit.subject))
    for c in tree.children[unit.head]:
        token = tree.tokens[c]
        if token.dep in roles:
            found.append((roles[token.dep], c))
        elif token.dep in {"prep", "agent"} and (inner := tree.child(c, "pobj")) is not None:
            found.append(("agent" if token.dep == "agent" else token.lemma.lower(), inner))
    arguments = []
    for role, i in found:
        tokens = tree.subtree(i, lambda c: segmentation.owner[c] == number)
        span = _span(sentence, tree, tokens[0], tokens[-1])
        text = " ".join(tree.tokens[j].text for j in tokens)
        arguments.append(Argument(role, text, tree.tokens[i].lemma, span))
    return arguments


def _frames(segmentation: Segmentation, number: int, sentence: Sentence, mentions: Sequence[Mention]) -> list[Frame]:
    tree = segmentation.tree
    frames = []
    for mention in mentions:
        tokens = tree.within(mention.span.start - sentence.span.start, mention.span.end - sentence.span.start)
        head = tree.head_of(tokens)
        if head is None or segmentation.owner[head] != number:
            continue
        top = segmentation.units[number].top
        path: list[str] = []
        for i in (head, *tree.ancestors(head)):
            if tree.tokens[i].pos in {"NOUN", "PROPN", "VERB"}:
                path.append(tree.tokens[i].lemma)
            if i == top:
                break
        owned = segmentation.owned(number)
        frames.append(Frame(mention, tuple(path), "", _span(sentence, tree, owned[0], owned[-1])))
    return frames
