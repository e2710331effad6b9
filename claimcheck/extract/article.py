"""One article as it is read for speakers: its sentences around their quotations, and who has spoken so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.extract.people import People
from claimcheck.extract.quoted import Quoted
from claimcheck.extract.reporting import Host
from claimcheck.extract.trees import Tree
from claimcheck.extract.view import plain
from claimcheck.types import Document, Mention, Parse, Sentence, Span


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
    referents: dict[tuple[int, str], str] = field(default_factory=dict)  # who a pronoun of a sentence stood for
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
