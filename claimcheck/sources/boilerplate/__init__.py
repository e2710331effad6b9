"""Boilerplate: what stands in an article's file and is not the article's own prose.

Each kind is one file with one function from a page to marks. They look at
position, repetition and form; where words matter they are closed classes (what a
share button says, how an agency signs), not phrases of particular sites. A line
that could be a sentence of the article is left alone: a mark that is missing costs
a little noise, a wrong one costs a fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.sources.boilerplate.adverts import find_adverts
from claimcheck.sources.boilerplate.bylines import find_bylines
from claimcheck.sources.boilerplate.corrections import find_corrections
from claimcheck.sources.boilerplate.credits import find_credits
from claimcheck.sources.boilerplate.datelines import find_datelines
from claimcheck.sources.boilerplate.headlines import find_headlines, find_indexes
from claimcheck.sources.boilerplate.promos import find_promos
from claimcheck.sources.boilerplate.prompts import find_prompts
from claimcheck.sources.boilerplate.sharing import find_share_buttons
from claimcheck.sources.boilerplate.timestamps import find_timestamps
from claimcheck.sources.lines import Page
from claimcheck.types import Boilerplate

# Those that a title is chosen beside; headlines are told by the title. Where two mark the same line the first
# counts: a note of a correction may begin like a prompt.
_FINDERS: tuple[Callable[[Page], Iterator[Boilerplate]], ...] = (
    find_corrections,
    find_datelines,
    find_timestamps,
    find_indexes,
    find_share_buttons,
    find_adverts,
    find_bylines,
    find_promos,
    find_credits,
    find_prompts,
)

_MOST_PASSES = 4


def find_boilerplate(page: Page, known: Iterable[Boilerplate] = ()) -> tuple[Boilerplate, ...]:
    """The marks of `page`, in order and without overlap; those already `known` come first.

    Something is always left: a page whose every line looks like boilerplate keeps all its lines.
    """
    known = tuple(known)
    marks = find_certain(page)
    for _ in range(_MOST_PASSES):  # where the article begins and ends shows once what stands around it is known
        aside = _covered(page, marks)
        if aside <= page.aside:
            break
        page = replace(page, aside=aside)
        marks = find_certain(page)
    settled = _settle([*known, *marks, *find_headlines(page)], page)
    return settled if _leaves_text(page, settled) else _settle(known, page)


def find_certain(page: Page) -> tuple[Boilerplate, ...]:
    """The marks that need no title to be found, as the finders give them."""
    return tuple(mark for finder in _FINDERS for mark in finder(page))


def _settle(marks: Sequence[Boilerplate], page: Page) -> tuple[Boilerplate, ...]:
    """Sorted marks; what an earlier one covers is cut off, neighbours of one kind become one, the title stays."""
    settled: list[Boilerplate] = []
    for mark in sorted((m for whole in marks for m in _beside_title(whole, page)), key=lambda m: (m.start, -m.end)):
        last = settled[-1] if settled else None
        start = max(mark.start, last.end) if last else mark.start
        if start >= mark.end:
            continue
        if last and last.kind == mark.kind and not page.text[last.end : start].strip():
            settled[-1] = Boilerplate(last.start, mark.end, mark.kind)
        else:
            settled.append(Boilerplate(start, mark.end, mark.kind))
    return tuple(settled)


def _covered(page: Page, marks: Sequence[Boilerplate]) -> frozenset[int]:
    """The lines that marks cover from end to end."""
    spans = {(mark.start, mark.end) for mark in marks}
    blocks = sorted((start, end) for start, end in spans)
    covered: set[int] = set()
    at = reach = 0
    for line in page.lines:
        while at < len(blocks) and blocks[at][0] <= line.start:
            reach = max(reach, blocks[at][1])
            at += 1
        if line.end <= reach:
            covered.add(line.index)
    return frozenset(covered)


def _beside_title(mark: Boilerplate, page: Page) -> Iterator[Boilerplate]:
    """`mark` without the characters of the title."""
    if page.title_at is None or page.title_at[1] <= mark.start or mark.end <= page.title_at[0]:
        yield mark
        return
    for start, end in ((mark.start, page.title_at[0]), (page.title_at[1], mark.end)):
        if start < end:
            yield Boilerplate(start, end, mark.kind)


def _leaves_text(page: Page, marks: Sequence[Boilerplate]) -> bool:
    at = 0
    for mark in marks:
        if page.text[at : mark.start].strip():
            return True
        at = mark.end
    return bool(page.text[at:].strip())
