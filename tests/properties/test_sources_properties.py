"""What must hold of every file, whatever is in it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.align.origins import find_overlaps, group_origins
from claimcheck.sources.article import Article
from claimcheck.sources.reading import describe, read
from claimcheck.types import Document, Sentence, Span

PROSE = "The council of Aldermoor voted nine to two on Tuesday to close the swimming baths, which lost money."
LINES = st.sampled_from(
    [
        "READ ALSO: Why the water tastes of iron",
        "Other Topics of Interest",
        "Why the Water Tastes of Iron This Summer",
        "Share this: Twitter",
        "Facebook",
        "To suggest a correction, write to us here",
        "With information from AFP and EFE",
        "By Jane Roe, Reuters",
        "International",
        "June 29, 2023",
        "(REUTERS / Jane Roe)",
        "said.__Daily Courier",
        "date 2023-06-29 x",
        "---",
        "# Title of it",
        "",
        PROSE,
    ]
)
BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028", "\x0c"])


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Lines of boilerplate, prose and noise, with every kind of line break."""
    pieces = draw(st.lists(st.tuples(st.one_of(LINES, st.text(max_size=40)), BREAKS), max_size=12))
    return "".join(line + end for line, end in pieces)


def check(document: Document) -> None:
    """The marks are in order, apart, inside the text, and beside the title; the title is what its span shows."""
    at = 0
    for mark in document.boilerplate:
        assert at <= mark.start < mark.end <= len(document.text)
        at = mark.end
    if document.title_span is not None:
        span = document.title_span
        assert 0 <= span.start < span.end <= len(document.text)
        assert not any(m.start < span.end and span.start < m.end for m in document.boilerplate)


@given(pages())
def test_marks_lie_in_the_text(text: str) -> None:
    """No line, however odd, breaks the offsets."""
    document = describe(Article(text), "a", "a.txt")
    check(document)
    assert document.text == text
    if document.title_span is not None:
        assert text[document.title_span.start : document.title_span.end] == document.title


@given(pages(), LINES)
def test_another_line_of_boilerplate_does_no_harm(text: str, line: str) -> None:
    """Not before the text and not after it."""
    check(describe(Article(f"{line}\n\n{text}"), "a", "a.txt"))
    check(describe(Article(f"{text}\n\n{line}"), "a", "a.txt"))


@settings(deadline=None)
@given(
    st.binary(max_size=200),
    st.sampled_from([".txt", ".md"]),
    st.sampled_from([b"", b"---\n", b"\xff\xfe", b"\xef\xbb\xbf"]),
)
def test_read_never_raises_on_bytes(data: bytes, suffix: str, start: bytes) -> None:
    """A file is read or skipped with one line, and a text read can be written again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"x{suffix}")
        path.write_bytes(start + data)
        reading = read([path])
    assert len(reading.documents) + len(reading.skipped) == 1
    for document in reading.documents:
        check(document)
        document.text.encode()
    for skipped in reading.skipped:
        assert len(skipped.reason.splitlines()) == 1


@given(st.text(max_size=80), st.text(max_size=30))
def test_front_matter_of_any_words(title: str, text: str) -> None:
    """Whatever stands behind "title:", the offsets hold."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.md")
        path.write_bytes(f"---\ntitle: {title}\n---\n{text}x".encode(errors="replace"))
        reading = read([path])
    for document in reading.documents:
        check(document)


@given(st.lists(st.lists(st.sampled_from(PROSE.split()), max_size=30), max_size=4))
def test_overlaps_stay_in_bounds(texts: list[list[str]]) -> None:
    """Shares are shares, passages lie in their documents, and every document has exactly one origin."""
    documents = [Document(f"d{i}", "", " ".join(words)) for i, words in enumerate(texts)]
    sentences = {
        d.id: (Sentence(Span(d.id, 0, len(d.text) // 2), 0), Sentence(Span(d.id, len(d.text) // 2, len(d.text)), 0))
        for d in documents
    }
    overlaps = find_overlaps(documents, sentences)
    for overlap in overlaps:
        assert 0 < overlap.share <= 1
        assert all(p.a.document == overlap.document and p.b.document == overlap.other for p in overlap.passages)
        assert all(0 < p.similarity <= 1 for p in overlap.passages)
    origins = group_origins(documents, overlaps)
    assert sorted(d for o in origins for d in o.documents) == sorted(d.id for d in documents)
