"""From a document to its sentences: NLTK's Punkt with our own abbreviations, mended for the copy that desks really get.

Punkt proposes an end at every stop that is none of an abbreviation's. Around it stand the things
it cannot see: line breaks and boilerplate (`paragraphs`), closing marks on the wrong side of a
space (`quotemarks`), words run together after a stop, and what follows a stop (`boundaries`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from claimcheck.extract.boundaries import STARTERS, abbreviation_ends, abbreviations, is_boundary
from claimcheck.extract.paragraphs import split_blocks
from claimcheck.extract.quotemarks import find_marks
from claimcheck.extract.view import plain
from claimcheck.types import Document, Sentence, Span

_ABBREVIATION = re.compile(r"(?<![\w.])(?P<word>[ap]\. m|(?:\w+\.)*\w+)\.(?P<gap>[\"')\]]*\s+)(?=[\"'(\[]*[A-Z0-9])")
# "said.He": a word, a stop, a capital, no space. Initials, "U.S.TV" and "Ph.D." have no such word before the stop.
_MISSING_SPACE = re.compile(r"(?<=[a-z]{2})[.?!](?=[\"'()\[\]]*[A-Z](?:\w*'?[\s,]|\w*'\w))")
_ELLIPSIS = re.compile(r"…(?=[\"')\]]*\s+[\"'(\[]*[A-Z])")
_HOST = re.compile(r"(?:\w+://|www\.|@)\S*$")
_DOMAIN = re.compile(r"(?:Com|Org|Net|Gov|Edu|Co|TV|Tv|COM|ORG|NET)\b")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]")


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of `document` in order, its title first; boilerplate is left out."""
    return tuple(_sentences(document))


def _sentences(document: Document) -> Iterator[Sentence]:
    if document.title_span is not None and len(document.title_span):
        yield Sentence(document.title_span, 0, "title")
    for block in split_blocks(document):
        for start, end in split_text(document.text[block.start : block.end]):
            span = Span(document.id, block.start + start, block.start + end)
            yield Sentence(span, block.paragraph, "caption" if block.caption else "body")


def split_text(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of one paragraph start and end, white space trimmed."""
    view = plain(text)
    closing = {mark.start: mark.end for mark in find_marks(text) if mark.side == "close"}
    cuts = sorted({_past_closing(view, closing, cut) for cut in _candidates(view)})
    cuts = [cut for cut in cuts if 0 < cut < len(view) and is_boundary(view[:cut].rstrip(), view[cut:].lstrip())]
    return _mend(view, [0, *cuts, len(view)])


def _candidates(view: str) -> set[int]:
    """Where a sentence may end: behind the stop and what follows it without a space."""
    punkt = [end for _, end in _tokenizer().span_tokenize(view)]
    ends = {end for end in punkt if not view[:end].isspace()}
    for match in _ABBREVIATION.finditer(view):
        verdict = abbreviation_ends(view[: match.end("word")], match["word"], view[match.end() :])
        stop = match.end("word") + 1
        if verdict is not None:
            ends -= {end for end in ends if stop <= end <= match.end()}
            ends |= {stop} if verdict else set()
    ends.update(m.end() for m in _MISSING_SPACE.finditer(view) if not _in_host(view, m.end()))
    ends.update(m.end() for m in _ELLIPSIS.finditer(view))
    return ends


def _in_host(view: str, at: int) -> bool:
    return bool(_HOST.search(view[max(0, at - 80) : at]) or _DOMAIN.match(view, at))


def _past_closing(view: str, closing: dict[int, int], cut: int) -> int:
    """Move a cut behind the closing marks and brackets that belong to the sentence before it."""
    while True:
        at = cut
        while at < len(view) and view[at].isspace():
            at += 1
        if at in closing:
            cut = closing[at]
        elif at < len(view) and view[at] in ")]}":
            cut = at + 1
        else:
            return cut


def _mend(view: str, cuts: list[int]) -> tuple[tuple[int, int], ...]:
    """Spans between the cuts; a piece without a word joins the one before, a list number the one after."""
    spans: list[tuple[int, int]] = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        piece = view[start:end]
        if not piece.strip():
            continue
        first, last = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        wordless = not any(map(str.isalnum, piece))
        if spans and (wordless or _LIST_NUMBER.fullmatch(view[spans[-1][0] : spans[-1][1]])):
            spans[-1] = (spans[-1][0], last)
        elif not wordless:
            spans.append((first, last))
    return tuple(spans)


@cache
def _tokenizer() -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = set().union(*abbreviations().values())
    parameters.sent_starters = set(STARTERS)
    return PunktSentenceTokenizer(parameters)
