"""From a document to its sentences: NLTK's Punkt with our own abbreviations, mended for the copy that desks really get.

Punkt proposes an end at every stop that is none of an abbreviation's. Around it stand the things
it cannot see: line breaks and boilerplate (`paragraphs`), closing marks on the wrong side of a
space (`quotemarks`), words run together after a stop, and what follows a stop (`boundaries`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache
from itertools import pairwise

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

_STRAY_MARK = re.compile(r"[\"'](?=\s)")
_WINDOW = 200  # characters that a decision may look at on either side


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
    marks = find_marks(text)
    closing = {at: mark.end for mark in marks if mark.side == "close" for at in range(mark.start, mark.end)}
    opening = {mark.end: mark.start for mark in marks if mark.side == "open"}
    starts = frozenset(opening.values())
    cuts = sorted({_past_closing(view, closing, starts, opening.get(cut, cut)) for cut in _candidates(view)})
    cuts = [cut for cut in cuts if 0 < cut < len(view) and is_boundary(*_around(view, cut))]
    return _mend(text, [0, *cuts, len(view)])


def _candidates(view: str) -> set[int]:
    """Where a sentence may end: behind the stop and what follows it without a space."""
    punkt = [end for _, end in _tokenizer().span_tokenize(view)]
    ends = {end for end in punkt if not view[:end].isspace()}
    for match in _ABBREVIATION.finditer(view):
        stop = match.end("word") + 1
        before, after = view[max(0, stop - 1 - _WINDOW) : stop - 1], view[match.end() : match.end() + _WINDOW]
        verdict = abbreviation_ends(before, match["word"], after)
        if verdict is not None:
            ends.difference_update(range(stop, match.end() + 1))
            ends |= {stop} if verdict else set()
    ends.update(m.end() for m in _MISSING_SPACE.finditer(view) if not _in_host(view, m.end()))
    ends.update(m.end() for m in _ELLIPSIS.finditer(view))
    return ends


def _around(view: str, cut: int) -> tuple[str, str]:
    """What stands before and after a cut: a window, so that a long text costs no more a cut than a short one."""
    return view[max(0, cut - _WINDOW) : cut].rstrip(), view[cut : cut + _WINDOW].lstrip()


def _in_host(view: str, at: int) -> bool:
    return bool(_HOST.search(view[max(0, at - 80) : at]) or _DOMAIN.match(view, at))


def _past_closing(view: str, closing: dict[int, int], opening: Set[int], cut: int) -> int:
    """Move a cut behind the closing marks and brackets that belong to the sentence before it."""
    while True:
        at = cut
        while at < len(view) and view[at].isspace() and at not in closing:
            at += 1
        if at in closing:
            cut = closing[at]
        elif at < len(view) and (view[at] in ")]}" or _STRAY_MARK.match(view, at)) and at not in opening:
            cut = at + 1
        else:
            return cut


def _mend(text: str, cuts: list[int]) -> tuple[tuple[int, int], ...]:
    """Spans between the cuts; a piece without a word joins the one before, a list number the one after."""
    spans: list[tuple[int, int]] = []
    for start, end in pairwise(cuts):
        piece = text[start:end]
        if not piece.strip():
            continue
        first, last = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        wordless = not any(map(str.isalnum, piece))
        if spans and (wordless or _LIST_NUMBER.fullmatch(text[spans[-1][0] : spans[-1][1]])):
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
