"""Paths to documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.sources.reading import read

BODY = "The bridge at Aldermoor was closed on Friday after a lorry struck it, the council said."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: Path, content: str | bytes = BODY) -> Path:
    """A file with this content, its folders made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_folder_is_read_in_sorted_order_with_its_subfolders(folder: Path) -> None:
    """Supported files come sorted by path, whatever order the paths were given in."""
    for name in ("b.txt", "a.md", "sub/c.TXT"):
        put(folder / "in" / name)
    documents = read([folder / "in" / "sub", folder / "in" / "b.txt", folder / "in"]).documents
    assert [(d.id, d.path) for d in documents] == [("a", "in/a.md"), ("b", "in/b.txt"), ("c", "in/sub/c.TXT")]


def test_two_names_of_one_file_count_once(folder: Path) -> None:
    """A relative path, an absolute one and a link lead to one document."""
    file = put(folder / "a.txt")
    (folder / "link.txt").symlink_to(file)
    documents = read([Path("a.txt"), file, Path("sub/../a.txt"), folder / "link.txt"]).documents
    assert [d.path for d in documents] == ["a.txt"]


def test_hidden_files_are_passed_over_quietly(folder: Path) -> None:
    """Neither read nor listed, unless named themselves."""
    put(folder / ".git" / "x.txt")
    put(folder / ".draft.txt")
    put(folder / "a.txt")
    reading = read([folder])
    assert ([d.id for d in reading.documents], reading.skipped) == (["a"], ())
    assert [d.path for d in read([folder / ".draft.txt"]).documents] == [".draft.txt"]


def test_unsupported_files_of_a_folder_are_listed(folder: Path) -> None:
    """They are no error in a folder, but one when asked for by name."""
    put(folder / "a.txt")
    pdf = put(folder / "b.pdf")
    put(folder / "README")
    skipped = read([folder]).skipped
    assert [(s.path, s.error) for s in skipped] == [("README", False), ("b.pdf", False)]
    assert ".pdf files are not read" in skipped[1].reason
    assert [(s.path, s.error) for s in read([pdf, folder]).skipped] == [("README", False), ("b.pdf", True)]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t\n", "empty"),
        ("mark.txt", b"\xef\xbb\xbf", "empty"),
        ("binary.txt", b"PK\x03\x04\x00\x00", "binary"),
        ("control.txt", b"\x01\x02\x03 abc", "binary"),
        ("half.txt", b"\xff\xfea\x00\x00\x00", "binary"),
        ("odd.txt", b"\xff\xfea", "UTF-16"),
        ("open.md", b"---\ntitle: x\n\ntext", "line 1: the front matter is never closed"),
        ("yaml.md", b"---\ndate: 2023\ntitle: A: b\n---\ntext", "line 3: the front matter is not valid YAML"),
        ("tab.md", b"---\ntitle:\tx\n\t- y\n---\ntext", "not valid YAML"),
        ("list.md", b"---\n- a\n- b\n---\ntext", "not made of 'key: value' lines"),
        ("only.md", b"---\nsource: x\n---\n\n", "no text"),
    ],
)
def test_unreadable_files_are_errors_of_one_line(folder: Path, name: str, content: bytes, reason: str) -> None:
    """Each says what is wrong; the others are read all the same."""
    put(folder / "good.txt")
    put(folder / name, content)
    reading = read([folder])
    assert [d.id for d in reading.documents] == ["good"]
    assert [(s.path, s.error) for s in reading.skipped] == [(name, True)]
    assert reason in reading.skipped[0].reason
    assert "\n" not in reading.skipped[0].reason


def test_missing_path_and_empty_folder_are_errors(folder: Path) -> None:
    """Nothing there, nothing to read."""
    (folder / "empty").mkdir()
    skipped = read([folder / "none.txt", folder / "empty"]).skipped
    assert [(s.path, s.error) for s in skipped] == [("empty", True), ("none.txt", True)]


@pytest.mark.parametrize("path", ["a\0b.txt", "x" * 5000 + ".txt"])
def test_impossible_paths_are_errors(path: str) -> None:
    """A name that no file can have is skipped, not raised."""
    reading = read([Path(path)])
    assert reading.documents == ()
    assert all(s.error for s in reading.skipped)


def test_ids_of_one_stem_are_told_apart(folder: Path) -> None:
    """By their folder, then by number; ids that clash with nothing stay."""
    for name in ("one/x.txt", "two/x.txt", "two/x.md", "y.txt"):
        put(folder / name)
    ids = [d.id for d in read([folder]).documents]
    assert ids == ["one-x", "two-x", "two-x-2", "y"]


def test_path_outside_the_working_folder_stays_as_given(folder: Path) -> None:
    """A reader finds the file by the path they typed."""
    put(folder / "other" / "a.txt")
    (folder / "here").mkdir()
    documents = read([folder / "other"]).documents
    assert documents[0].path == "other/a.txt"


@pytest.mark.parametrize(
    ("content", "text", "note"),
    [
        ("Søre “x”\r\nb\n".encode(), "Søre “x”\r\nb\n", False),
        (b"\xef\xbb\xbf" + "Søre x".encode(), "Søre x", False),
        ("Søre x".encode("utf-16"), "Søre x", False),
        (b"\xfe\xff" + "Søre x".encode("utf-16-be"), "Søre x", False),
        (
            "The café of René was “closed”, police said.".encode("cp1252"),
            "The café of René was “closed”, police said.",
            True,
        ),
        (
            "“It’s over,” said René on Friday; they don’t know when the café opens.".encode("mac_roman"),
            "“It’s over,” said René on Friday; they don’t know when the café opens.",
            True,
        ),
    ],
)
def test_encodings(folder: Path, content: bytes, text: str, note: bool) -> None:
    """The text is the decoded file without its mark; a guess is noted."""
    document = read([put(folder / "a.txt", content)]).documents[0]
    assert document.text == text
    assert any("guess" in n for n in document.notes) == note


def test_damaged_utf8_is_not_taken_for_another_encoding(folder: Path) -> None:
    """One stray byte among many good characters is replaced, and said so."""
    content = "“It’s over,” said René, “and the café’s closed.”".encode() + b" \xe9"
    document = read([put(folder / "a.txt", content)]).documents[0]
    assert document.text == "“It’s over,” said René, “and the café’s closed.” \ufffd"
    assert "not valid UTF-8" in document.notes[0]


def test_front_matter(folder: Path) -> None:
    """Title, date and source are read; the title's characters are copy, the rest is marked."""
    front = "title: 'Bridge closed: council'\r\ndate: 2023-06-29\r\nsource: Daily Post\r\ntags: [a]\r\n"
    content = f"---\r\n{front}---\r\n\r\n{BODY}\r\n"
    document = read([put(folder / "a.md", content)]).documents[0]
    assert (document.title, document.source) == ("Bridge closed: council", "Daily Post")
    assert document.published is not None
    assert (document.published.year, document.published.month, document.published.day) == (2023, 6, 29)
    assert document.published.origin == "metadata"
    assert document.text == content
    assert document.title_span is not None
    assert content[document.title_span.start : document.title_span.end] == document.title
    marked = [content[mark.start : mark.end] for mark in document.boilerplate]
    assert {mark.kind for mark in document.boilerplate} == {"front-matter"}
    assert "".join(marked) == content[: content.index(BODY) - 2].replace("Bridge closed: council", "")


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Bridge closed", "Bridge closed"),
        ('"Bridge closed"', "Bridge closed"),
        (">\n  Bridge\n  closed", "Bridge closed"),
        ("2023", "2023"),
    ],
)
def test_title_span_in_every_style_of_scalar(folder: Path, title: str, value: str) -> None:
    """Whatever way YAML quotes it, the span holds the title's words."""
    document = read([put(folder / "a.md", f"---\ntitle: {title}\n---\n{BODY}")]).documents[0]
    assert document.title == value
    assert document.title_span is not None
    span = document.title_span
    assert " ".join(document.text[span.start : span.end].split()) == value


def test_date_that_is_none_is_noted(folder: Path) -> None:
    """It is not guessed at, and not fatal."""
    document = read([put(folder / "a.md", f"---\ndate: soon\n---\n{BODY}")]).documents[0]
    assert document.published is None
    assert "'soon'" in document.notes[0]


def test_markdown_heading_is_the_title(folder: Path) -> None:
    """Without one in the front matter; with one, a heading that repeats it is boilerplate."""
    plain = read([put(folder / "a.md", f"# Bridge closed\n\n{BODY}")]).documents[0]
    assert plain.title == "Bridge closed"
    assert plain.title_span is not None
    assert plain.text[plain.title_span.start : plain.title_span.end] == "Bridge closed"
    double = read([put(folder / "b.md", f"---\ntitle: Bridge closed\n---\n# Bridge closed\n\n{BODY}")]).documents[0]
    assert ("# Bridge closed", "headline") in [(double.text[m.start : m.end], m.kind) for m in double.boilerplate]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Bridge closed after lorry accident\n\n{BODY}", "Bridge closed after lorry accident"),
        (f"World news\n\nBridge closed after lorry accident\n\n{BODY}", "Bridge closed after lorry accident"),
        (f"Bridge closed after lorry accident\n{BODY}", None),
        (f"The bridge was closed on Friday.\n\n{BODY}", None),
        (f"International\n\n{BODY}", None),
        (f"By Jane Roe and Ann Poe\n\n{BODY}", None),
        (f"Friday, June 30, 2023\n\n{BODY}", None),
        (BODY, None),
    ],
)
def test_title_of_plain_text(folder: Path, text: str, title: str | None) -> None:
    """A headline set apart above the first paragraph is the title, inferred and noted."""
    document = read([put(folder / "a.txt", text)]).documents[0]
    assert document.title == title
    assert any("title" in note for note in document.notes) == (title is not None)


def test_outlet_that_signs_the_text(folder: Path) -> None:
    """The name glued to the last sentence becomes the source, inferred and noted."""
    document = read([put(folder / "a.txt", BODY + "__Evening Courier")]).documents[0]
    assert document.source == "Evening Courier"
    assert any("Evening Courier" in note for note in document.notes)


def test_agency_of_the_dateline(folder: Path) -> None:
    """Where nothing signs the text, what it opens with names the source."""
    document = read([put(folder / "a.txt", f"MOSCOW (AP) — {BODY}")]).documents[0]
    assert document.source == "AP"
    assert any("'AP'" in note for note in document.notes)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(folder: Path, encoding: str) -> None:
    """Told by its zeros, and said so."""
    document = read([put(folder / "a.txt", f"{BODY} Søre.".encode(encoding))]).documents[0]
    assert document.text == f"{BODY} Søre."
    assert "UTF-16" in document.notes[0]


def test_a_stray_nul_is_kept(folder: Path) -> None:
    """One for one, so that offsets stay true."""
    document = read([put(folder / "a.txt", f"{BODY} {BODY}\0 x".encode())]).documents[0]
    assert document.text == f"{BODY} {BODY}\0 x"
    assert "NUL" in document.notes[0]


@pytest.mark.parametrize(
    ("start", "kind"),
    [(b"%PDF-1.7", "PDF"), (b"PK\x03\x04", "zip"), (b"\x89PNG", "picture"), (b"{\\rtf1", "rich text")],
)
def test_files_of_another_kind_are_named(folder: Path, start: bytes, kind: str) -> None:
    """A Word file called .txt is no text."""
    skipped = read([put(folder / "a.txt", start + BODY.encode())]).skipped
    assert kind in skipped[0].reason


def test_an_article_in_another_language(folder: Path) -> None:
    """Named, left out, an error: it could not be audited."""
    german = (
        "Die Brücke in Aldermoor ist am Freitag gesperrt worden, nachdem ein Lastwagen sie gerammt hatte, teilte der "
        "Rat mit. Sieben Menschen wurden verletzt, zwei von ihnen schwer."
    )
    reading = read([put(folder / "a.txt", german), put(folder / "b.txt")])
    assert [d.id for d in reading.documents] == ["b"]
    assert [(s.path, s.error) for s in reading.skipped] == [("a.txt", True)]
    assert "German" in reading.skipped[0].reason


def test_a_text_that_is_no_single_article(folder: Path) -> None:
    """More than any article holds: one line, no hours of work."""
    reading = read([put(folder / "a.txt", f"{BODY} " * 30_000)])
    assert "2,000,000" in reading.skipped[0].reason
