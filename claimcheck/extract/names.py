"""The proper names of an article: people, places, organisations and others, titles and roles apart."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.fused import known_names
from claimcheck.extract.name_kinds import kinds_of
from claimcheck.extract.name_roles import role_of
from claimcheck.extract.name_runs import Article, Run
from claimcheck.types import Document, Mention, Name, NameKind, Parse, Sentence, Span


def find_names(document: Document, sentences: Sequence[Sentence], parses: Sequence[Parse]) -> tuple[Mention, ...]:
    """Every mention of a proper name, in text order, its kind settled by the whole article."""
    article = Article(sentences, parses, known_names(parses))
    runs = article.runs()
    kinds = kinds_of(article, runs)
    return tuple(_mention(document, article, run, kind) for run, kind in zip(runs, kinds, strict=True))


def _mention(document: Document, article: Article, run: Run, kind: NameKind) -> Mention:
    sentence, tokens = article.sentences[run.sentence], article.parses[run.sentence].tokens
    last = tokens[run.end - 1]
    start = sentence.span.start + tokens[run.first].start
    end = sentence.span.start + (last.start + len(run.fused[0]) if run.fused else last.end)
    text = document.text[start:end]
    name = Name(
        text=" ".join(text.split()),
        kind=kind,
        parts=tuple(text.split()),
        titles=run.titles,
        role=role_of(tokens, run) if kind == "person" else "",
        fused=last.text if run.fused else "",
    )
    return Mention(span=Span(document.id, start, end), kind=kind, text=text, value=name)
