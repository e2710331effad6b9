"""Articles as lines of JSON."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.sources.reading import Reading, read

BODY = "The bridge at Aldermoor was closed on Friday after a lorry struck it, the council said."


def record(**fields: Any) -> str:
    """A line of JSON with a text."""
    return json.dumps({"text": BODY, **fields})


def reading(folder: Path, content: str | bytes, name: str = "feed.jsonl") -> Reading:
    """What is read from a file with this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read([path])


def test_everything_a_record_may_say(tmp_path: Path) -> None:
    """Each field ends where it belongs, unknown ones are ignored, and the title is the first line of the text."""
    line = record(
        id="a1",
        title="Bridge closed: council",
        date="2023-06-29T10:15:00Z",
        source="Daily Post",
        author="Jane Roe",
        url="https://example.org/1",
        tags=["x"],
        body="y",
    )
    document = reading(tmp_path, line).documents[0]
    assert document.id == "a1"
    assert document.text == f"Bridge closed: council\n\n{BODY}"
    assert document.title_span is not None
    assert document.text[document.title_span.start : document.title_span.end] == document.title
    assert (document.source, document.author, document.url) == ("Daily Post", "Jane Roe", "https://example.org/1")
    assert document.published is not None
    assert (document.published.day, document.published.origin) == (29, "metadata")


def test_the_text_is_kept_as_it_is(tmp_path: Path) -> None:
    """Line endings, line separators and letters of every plane, so that offsets stay true."""
    text = f"{BODY}\r\n\r\nSøre \u2028 \U0001f600 e\u0301 it.\n"
    assert reading(tmp_path, json.dumps({"text": text}, ensure_ascii=False)).documents[0].text == text


def test_a_title_that_opens_the_text_stands_once(tmp_path: Path) -> None:
    """The words of the text are the title's place."""
    text = f"Bridge closed after crash \n\n{BODY}"
    document = reading(tmp_path, record(title="Bridge  Closed after crash", text=text)).documents[0]
    assert document.text == text
    assert document.title == "Bridge closed after crash"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"text": "x"', "not valid JSON"),
        ('{"text": "a\tb"}', "not valid JSON"),
        ("[1]", "no JSON object"),
        ("null", "no JSON object"),
        ('{"title": "x"}', "no text"),
        ('{"text": "  "}', "no text"),
        ('{"text": 5}', "no text"),
        ("[" * 100_000, "not a JSON record"),
        ('{"n": ' + "9" * 5000 + "}", "not a JSON record"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_is_read(tmp_path: Path, line: str, why: str) -> None:
    """File, line and reason; blank lines are none."""
    found = reading(tmp_path, f"{record(id='a')}\n\n{line}\r\n{record(id='b')}\n")
    assert [d.id for d in found.documents] == ["a", "b"]
    assert [(s.path.rpartition("/")[2], s.error) for s in found.skipped] == [("feed.jsonl:3", True)]
    assert why in found.skipped[0].reason
    assert "\n" not in found.skipped[0].reason


def test_many_broken_lines_are_counted(tmp_path: Path) -> None:
    """A file of another kind does not fill the screen."""
    found = reading(tmp_path, "x\n" * 100)
    assert len(found.skipped) == 21
    assert "80 lines" in found.skipped[-1].reason


def test_ids_are_unique(tmp_path: Path) -> None:
    """Those of one name are told apart by their file, then by number; a record without one has its line's."""
    lines = [record(id="a"), record(id="a"), record(), record(id=7), record(id=" \n"), record(id=True)]
    ids = [d.id for d in reading(tmp_path, "\n".join(lines)).documents]
    assert ids == ["feed-a", "feed-a-2", "feed-3", "7", "feed-5", "feed-6"]
    (tmp_path / "other.jsonl").write_text(record(id=7))
    assert [d.id for d in read([tmp_path]).documents][-2:] == ["feed-6", "other-7"]


def test_gzip(tmp_path: Path) -> None:
    """Also of several parts; the name of the file loses both suffixes."""
    content = gzip.compress(f"{record()}\n".encode()) + gzip.compress(record().encode())
    assert [d.id for d in reading(tmp_path, content, "feed.jsonl.gz").documents] == ["feed-1", "feed-2"]


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"not gzip", "not gzip"), (gzip.compress(record().encode() * 50)[:-20], "ends early"), (b"", "empty")],
)
def test_damaged_gzip(tmp_path: Path, content: bytes, why: str) -> None:
    """One line says so."""
    skipped = reading(tmp_path, content, "feed.jsonl.gz").skipped
    assert len(skipped) == 1
    assert why in skipped[0].reason


def test_characters_that_no_text_can_hold(tmp_path: Path) -> None:
    """A lone surrogate and a NUL become U+FFFD, one for one, and the text says so."""
    line = record(text=f"{BODY} a\ud800b \0.", title="x\udc00y")
    assert "\\ud800" in line
    document = reading(tmp_path, line).documents[0]
    assert document.text == f"x y\n\n{BODY} a\ufffdb \ufffd."
    assert any("NUL" in note for note in document.notes)


def test_a_date_that_is_none(tmp_path: Path) -> None:
    """Noted, not fatal."""
    document = reading(tmp_path, record(date="soon")).documents[0]
    assert document.published is None
    assert "'soon'" in document.notes[0]


def test_a_line_in_another_language(tmp_path: Path) -> None:
    """It alone is left out."""
    german = (
        "Die Brücke in Aldermoor ist am Freitag gesperrt worden, nachdem ein Lastwagen sie gerammt hatte, teilte der "
        "Rat mit. Sieben Menschen wurden verletzt, zwei von ihnen schwer."
    )
    found = reading(tmp_path, f"{record(id='a')}\n{record(text=german)}")
    assert [d.id for d in found.documents] == ["a"]
    assert found.skipped[0].path.endswith("feed.jsonl:2")
    assert "German" in found.skipped[0].reason
