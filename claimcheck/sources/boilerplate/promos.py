"""Teasers of other stories: "READ ALSO: …" lines, and blocks with a headline, a pointer and a teaser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.sources.lines import Line, Page, stems_of, words_of
from claimcheck.sources.vocabulary import vocabulary
from claimcheck.types import Boilerplate

# A pointer is a phrase made of these words alone, one of them from the first group.
_POINTING = vocabulary(
    "read related recommended recommend trending popular watch listen see more topics stories articles headlines miss "
    "missed suggested picks coverage reading like explore discover"
)
_AROUND = vocabulary(
    "also of interest other others most viewed shared for you we might may next up now top latest editor's "
    "editors the in on this these those from to it keep continue further full story article news today here videos "
    "video gallery elsewhere our must don't dont do not and about topic links posts post don what right"
)
_LABEL = re.compile(r"[\[(*>»•-]*\s*(?P<label>[^:|–—»>]{3,40}?)\s*(?P<mark>:|\||»|>|–|—)\s*(?=\S)")
_BRACKETED = re.compile(r"[\[(](?P<label>[^:\[\]()]{3,30}):[^\[\]()\r\n]{3,150}[\])]")
_LEAST_LINKS = 2  # headlines that make a list below the text
_REACH = 4  # lines between a headline and its repetition in a block
_LONGEST_LABEL = 5
_LONGEST_HEADING = 5
_STRANGE = 0.5  # of a headline's long words are not the article's
_LONGEST_TEASER = 60


def find_promos(page: Page) -> Iterator[Boilerplate]:
    """Labelled lines, blocks around a pointer, lists below the text, and bracketed pointers inside a paragraph."""
    below = _list_below(page)
    for line in page.lines:
        if page.is_title(line):
            continue
        if _is_labelled(line) or _is_strange_label(page, line):
            yield Boilerplate(line.start, line.end, "promo")
        elif _is_pointer(line):
            first, last = _block(page, line)
            yield Boilerplate(page.lines[first].start, page.lines[last].end, "promo")
        elif line.index == below or _heads_strangers(page, line):
            yield Boilerplate(line.start, page.lines[_last_link(page, line)].end, "promo")
        for match in _BRACKETED.finditer(line.text):
            if _is_bracketed_label(match["label"]):
                yield Boilerplate(line.start + match.start(), line.start + match.end(), "promo")


def _points(words: tuple[str, ...]) -> bool:
    """Whether these words send the reader elsewhere and say nothing else."""
    known = _POINTING | _AROUND
    return bool(words) and not _POINTING.isdisjoint(words) and all(word in known for word in words)


def _is_labelled(line: Line) -> bool:
    """A label that points ("READ ALSO:") and a headline's worth of words after it."""
    match = _LABEL.match(line.text)
    if match is None or len(line.words) > 25:
        return False
    label = words_of(match["label"])
    return len(label) <= _LONGEST_LABEL and _points(label)


def _is_strange_label(page: Page, line: Line) -> bool:
    """A short label and a headline after it that the article has nothing to do with ("From the archive: …")."""
    match = _LABEL.match(line.text) if line.blank_before and line.blank_after else None
    if match is None or match["mark"] != ":" or line.is_sentence or "," in line.text or "." in match["label"]:
        return False
    if len(words_of(match["label"])) > _LONGEST_LABEL:
        return False
    rest = words_of(line.text[match.end() :])
    return _LONGEST_HEADING < len(rest) <= 20 and page.strangeness(rest) > _STRANGE


def _heads_strangers(page: Page, line: Line) -> bool:
    """A short heading over headlines, each of which speaks of other things than the article does."""
    if not (0 < len(line.words) <= _LONGEST_HEADING + 1 and line.blank_before and not line.is_sentence):
        return False
    links = page.lines[line.index + 1 : _last_link(page, line) + 1]
    return len(links) >= _LEAST_LINKS and all(page.strangeness(link.words) > _STRANGE for link in links)


def _is_bracketed_label(label: str) -> bool:
    """ "(READ ALSO: …)" points elsewhere; "(read: the two richest clubs)" explains a word."""
    words = words_of(label)
    return label[:1].isupper() and len(words) >= 2 and _points(words)


def _is_pointer(line: Line) -> bool:
    return len(line.words) <= 6 and line.text[-1] not in ".!?" and _points(line.words)


def _block(page: Page, pointer: Line) -> tuple[int, int]:
    """First and last line of the block around a pointer.

    With a headline that stands both before and after the pointer, the block runs from
    the one through the other; without, the headlines that follow the pointer are its
    links. The paragraph after the last headline belongs to it when it tells of the same thing.
    """
    first = last = pointer.index
    repeated = _repeated_around(page, pointer)
    if repeated:
        first, last = repeated
    elif pointer.text.endswith(":") and last + 1 < len(page.lines) and len(page.lines[last + 1].words) <= 20:
        last += 1  # a label on a line of its own names the next one
    else:
        while last + 1 < len(page.lines) and page.lines[last + 1].is_headline:
            last += 1
    if last > pointer.index and last + 1 < len(page.lines) and _teases(page.lines[last], page.lines[last + 1]):
        last += 1
    return first, last


def _list_below(page: Page) -> int | None:
    """Index of a short heading below the text with a list of headlines under it, whatever it says.

    A heading is set apart from the article's last sentence, and nothing that follows the list is one. A list of
    names has no headlines: they are longer than a name, and hold no comma.
    """
    for line in page.lines[page.tail :] if page.tail else ():
        last = _last_link(page, line)
        heads = 0 < len(line.words) <= _LONGEST_HEADING + 1 and not line.is_sentence and line.blank_before
        if heads and last - line.index >= _LEAST_LINKS:
            return line.index
    return None


def _last_link(page: Page, heading: Line) -> int:
    """Index of the last of the headlines that follow a heading."""
    last = heading.index
    while last + 1 < len(page.lines) and _is_link(page.lines[last + 1]):
        last += 1
    return last


def _is_link(line: Line) -> bool:
    return line.is_headline and len(line.words) > _LONGEST_HEADING and "," not in line.text and not line.is_sentence


def _repeated_around(page: Page, pointer: Line) -> tuple[int, int] | None:
    before = page.lines[max(0, pointer.index - _REACH) : pointer.index]
    after = page.lines[pointer.index + 1 : pointer.index + 1 + _REACH]
    for head in reversed(before):
        if not head.is_headline or page.is_title(head):
            return None  # a paragraph of the article stands between
        twin = next((line for line in after if line.words == head.words), None)
        if twin:
            return head.index, twin.index
    return None


def _teases(headline: Line, paragraph: Line) -> bool:
    """Whether a short paragraph takes up the headline's words: at least two of them, by their first five letters."""
    if len(paragraph.words) > _LONGEST_TEASER:
        return False
    return len(stems_of(headline.words) & stems_of(paragraph.words)) >= 2
