"""What every renderer asks of a report: short names, lines, order, counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath

from claimcheck.report import escape
from claimcheck.types import Document, Evidence, Finding, Origin, Published, Report, Severity, Skipped, Span

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
SINGLE_ORIGIN = "CC601"
OMISSION = "CC602"
COPIED_TEXT = "CC603"
FOLDED = frozenset({SINGLE_ORIGIN, OMISSION, COPIED_TEXT})  # notes on coverage: counted, shown in sections of their own

_FEW = 6  # values of one finding that stand on one line
_PLAIN = frozenset({".txt", ".md", ".markdown"})
_LONG_ID = 16  # characters from which an id is worth shortening
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


@dataclass(frozen=True, slots=True)
class View:
    """A report with what its renderers look up in it."""

    report: Report
    findings: tuple[Finding, ...]  # those on divergences: errors first, the folded notes left out
    folded: tuple[Finding, ...]
    documents: Mapping[str, Document]
    labels: Mapping[str, str]  # document id → the short name used in tables
    origins: Mapping[str, Origin]  # document id → its origin
    claimed: Mapping[str, int]  # document id → how many claims were found in it

    @classmethod
    def of(cls, report: Report) -> View:
        """Look into a report."""
        ordered = in_order(report.findings)
        return cls(
            report=report,
            findings=tuple(f for f in ordered if not _is_folded(f)),
            folded=tuple(f for f in ordered if _is_folded(f)),
            documents={document.id: document for document in report.documents},
            labels=short_names([document.id for document in report.documents]),
            origins={document: origin for origin in report.ledger.origins for document in origin.documents},
            claimed={
                e.document.id: len(e.claims)
                for e in (*report.ledger.extractions, *(stray.extraction for stray in report.ledger.strays))
            },
        )

    def names(self, documents: Iterable[str]) -> str:
        """The short names of some documents, in the order of the report."""
        wanted = set(documents)
        return ", ".join(label for document, label in self.labels.items() if document in wanted)

    def say(self, text: str) -> str:
        """A sentence of a rule with the documents' ids replaced by their short names."""
        for document, label in self.labels.items():
            text = text.replace(document, label) if label != document else text
        return text

    def line(self, span: Span) -> int:
        """The line of the document's text that a span begins on, counted from 1."""
        return line_of(self.documents[span.document].text, span.start)

    def location(self, span: Span) -> str:
        """Where a span stands: file:line, unescaped; in the text that was extracted where the file is not the text."""
        document = self.documents[span.document]
        if is_plain(document):
            return f"{document.path}:{self.line(span)}"
        return f"{document.path}, text of {document.id}:{self.line(span)}"

    def odd(self, finding: Finding) -> Evidence:
        """Where to look first: the first passage of the value that fewest origins give."""
        return finding.variants[-1].evidence[0]

    def column(self, span: Span) -> int:
        """The column of its line that a span begins in, counted from 1 in code points."""
        text = self.documents[span.document].text
        return span.start - max(text.rfind(end, 0, span.start) for end in "\r\n")

    def origin(self, document: str) -> Origin | None:
        """The origin of a document."""
        return self.origins.get(document)

    def claims(self, document: str) -> int:
        """How many claims were found in a document."""
        return self.claimed.get(document, 0)

    def apart(self) -> str:
        """The articles about something else, as the end of a phrase: ", 1 set apart"; "" for none."""
        strays = self.report.ledger.strays
        return f", {len(strays):,} set apart" if strays else ""

    def alone(self) -> int:
        """How many claims rest on a single independent origin."""
        return sum(len(v.evidence) for f in self.folded if f.code == SINGLE_ORIGIN for v in f.variants)


def _is_folded(finding: Finding) -> bool:
    """Whether a finding is a note on coverage; one that was re-graded stands among the others."""
    return finding.code in FOLDED and finding.severity == "note"


def is_plain(document: Document) -> bool:
    """Whether the file's own text is the document's: its lines and offsets are those an editor shows."""
    return PurePath(document.path).suffix.lower() in _PLAIN


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, then by code, then by where the first passage stands."""

    def key(finding: Finding) -> tuple[int, str, tuple[str, int, int], str]:
        spans = [e.span for v in finding.variants for e in v.evidence]
        first = min(((s.document, s.start, s.end) for s in spans), default=("", 0, 0))
        return SEVERITIES.index(finding.severity), finding.code, first, finding.fingerprint

    return tuple(sorted(findings, key=key))


def line_of(text: str, offset: int) -> int:
    """The line that an offset stands on, counted from 1, as an editor counts them."""
    return bisect_left(_line_breaks(text), offset) + 1


@lru_cache(maxsize=1024)
def _line_breaks(text: str) -> tuple[int, ...]:
    """Where the lines of a text end; kept, since a report asks for many lines of the same few texts."""
    return tuple(match.start() for match in _LINE_BREAK.finditer(text))


def count_words(document: Document) -> int:
    """The words of a document's own prose, boilerplate aside."""
    count = at = 0
    for mark in document.boilerplate:
        count += _count(document.text, at, mark.start)
        at = mark.end
    return count + _count(document.text, at, len(document.text))


def _count(text: str, start: int, end: int) -> int:
    return sum(1 for _ in _WORD.finditer(text, start, end))


def short_names(ids: Sequence[str]) -> dict[str, str]:
    """A short name for each id: as few of its first parts as tell it from the others.

    Ids that are short already, and ids that only their full form tells apart, keep it.
    """
    bare = {i: i.rsplit("/", 1)[-1] for i in ids}
    if len(set(bare.values())) < len(ids):
        bare = {i: i for i in ids}
    if len(ids) < 2 or max(map(len, bare.values())) <= _LONG_ID:
        return bare
    parts = {i: re.split(r"(?<=[^\W_])(?=[\W_])", name) for i, name in bare.items()}
    for size in range(1, max(map(len, parts.values()))):
        names = {i: "".join(split[:size]) for i, split in parts.items()}
        if len(set(names.values())) == len(ids):
            return names
    return bare


def day(published: Published) -> str:
    """A date as far as it is known: 2023-06-29, 2023-06 or 2023."""
    parts = (f"{published.year:04}", *(f"{p:02}" for p in (published.month, published.day) if p is not None))
    return "-".join(parts[:1] if published.month is None else parts)


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 error", "2 errors"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def few(values: Iterable[str], separator: str = " / ") -> str:
    """Values on one line: the first six, which most origins give, and how many there are besides."""
    listed = tuple(values)
    rest = len(listed) - _FEW
    shown = separator.join(listed[:_FEW])
    return f"{shown} and {count(rest, 'more value')}" if rest > 0 else shown


def tally(findings: Iterable[Finding]) -> str:
    """How many of each severity, then how many that do not count: "2 errors, 1 warning, 3 known"; "" for none."""
    found = tuple(findings)
    severities = [f.severity for f in found if f.counts]
    waived = sum(f.waived is not None for f in found)
    known = sum(not f.counts for f in found) - waived
    parts = [count(severities.count(s), s) for s in SEVERITIES if s in severities]
    return ", ".join([*parts, *(f"{n:,} {word}" for n, word in ((known, "known"), (waived, "waived")) if n)])


def states(finding: Finding) -> tuple[str, ...]:
    """Why a finding does not count, in a word each: "known" from a baseline, "waived"."""
    return (*(["known"] if finding.known else []), *(["waived"] if finding.waived is not None else []))


def sentence(text: str) -> str:
    """A rule's words as a sentence: a capital first, a stop last."""
    shown = escape.plain(text)
    ended = shown if not shown or shown[-1] in '.?!…”"' else f"{shown}."
    return ended[:1].upper() + ended[1:]


def shorten(text: str, width: int) -> str:
    """The text on one line, cut at a word to `width` characters."""
    shown = escape.plain(text)
    if len(shown) <= width:
        return shown
    head = shown[: width - 1]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head else head[:-1]} …"


def skip_line(skipped: Skipped) -> str:
    """An input that was not read, and why, in one line that names it once."""
    return " ".join(f"{skipped.path}: {skipped.reason.removeprefix(f'{skipped.path}: ')}".splitlines())


def percent(share: float) -> str:
    """A share from 0 to 1 in percent; never 100 % for less than all."""
    whole = round(share * 100)
    return f"{min(whole, 99) if share < 1 else 100} %"
