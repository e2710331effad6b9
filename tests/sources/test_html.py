"""Articles in web pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck.sources.reading import Reading, read
from claimcheck.types import Document

P = "The bridge at Aldermoor was closed on Friday after a lorry struck it, the council said in a note to residents."
Q = "Seven people were hurt in the crash, two of them badly, and the driver of the lorry, who is 43, was arrested."
R = "Engineers will look at the bridge on Monday, the mayor told a meeting in the town hall, and report in two weeks."
TITLE = "Bridge closed after lorry strike"


def page(body: str = f"<p>{P}</p><p>{Q}</p><p>{R}</p>", head: str = "") -> str:
    """A page with an article amid navigation."""
    navigation = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
    footer = "<footer><p>© 2023 Evening Courier. All rights reserved.</p></footer>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{navigation}<article>{body}</article>{footer}</body></html>"


def reading(folder: Path, content: str | bytes) -> Reading:
    """What is read from a page."""
    path = folder / "page.html"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read([path])


def document(folder: Path, content: str | bytes) -> Document:
    """The article of a page that holds one."""
    return reading(folder, content).documents[0]


def linked_data(**fields: object) -> str:
    """A script of JSON-LD."""
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **fields})}</script>"


def test_the_article_and_nothing_around_it(tmp_path: Path) -> None:
    """Paragraphs with a blank line between, the title first."""
    found = document(tmp_path, page(f"<h1>{TITLE}</h1><p>{P}</p><p>{Q}</p>", f"<title>{TITLE} | Courier</title>"))
    assert found.text == f"{TITLE}\n\n{P}\n\n{Q}"
    assert found.title == TITLE
    assert found.title_span is not None
    assert found.text[found.title_span.start : found.title_span.end] == TITLE
    assert found.boilerplate == ()


def test_linked_data(tmp_path: Path) -> None:
    """Title, day, author and outlet of the object that calls itself an article, inside a graph too."""
    article = {
        "@type": ["ReportageNewsArticle"],
        "headline": TITLE,
        "datePublished": "2023-06-29T23:15:00-04:00",
        "author": [{"@type": "Person", "name": "Jane Roe"}, {"name": "Ann Poe"}],
        "publisher": {"name": "Evening Courier"},
    }
    graph = json.dumps({"@graph": [{"@type": "WebSite", "name": "x"}, article]})
    found = document(tmp_path, page(head=f"<script type='application/ld+json'>{graph}</script>"))
    assert (found.title, found.author, found.source) == (TITLE, "Jane Roe, Ann Poe", "Evening Courier")
    assert found.published is not None
    assert (found.published.month, found.published.day, found.published.origin) == (6, 29, "metadata")


def test_open_graph(tmp_path: Path) -> None:
    """The meta tags serve where there is no JSON-LD, or a broken one."""
    head = (
        "<script type='application/ld+json'>{broken</script>"
        f"<meta property='og:title' content='{TITLE}'><meta property='og:site_name' content='Evening Courier'>"
        "<meta property='article:published_time' content='2023-06-29'><meta name='author' content='Jane Roe'>"
        "<meta property='article:author' content='https://example.org/jane'>"
        "<link rel='canonical' href='https://example.org/bridge'>"
    )
    found = document(tmp_path, page(head=head))
    assert (found.title, found.source, found.author) == (TITLE, "Evening Courier", "Jane Roe")
    assert found.url == "https://example.org/bridge"
    assert found.published is not None
    assert found.published.day == 29


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            f"<title>{TITLE} - Evening Courier</title><meta property='og:site_name' content='Evening Courier'>",
            "",
            TITLE,
        ),
        (f"<title>{TITLE} | Courier</title>", "", TITLE),
        ("<title>Crash on the bridge - an outrage</title>", "", "Crash on the bridge - an outrage"),
        ("<title>Aldermoor bridge closed after strike</title>", f"<h1>{TITLE}</h1>", TITLE),
        ("<title>Evening Courier</title>", f"<h1>{TITLE}</h1>", TITLE),
        ("<title>Evening Courier</title>", "", None),
        ("", f"<h1>{TITLE}</h1>", TITLE),
        ("", "", None),
    ],
)
def test_title(tmp_path: Path, head: str, body: str, title: str | None) -> None:
    """The headline as it is shown, when it agrees with what the page states of itself; the site's name is cut off."""
    assert document(tmp_path, page(f"{body}<p>{P}</p><p>{Q}</p>", head)).title == title


def test_only_a_stated_date_counts(tmp_path: Path) -> None:
    """A date in the sidebar, or of a change, is not the day of publication."""
    body = f"<p>{P}</p><p>{Q}</p><aside>June 1, 2001</aside>"
    assert document(tmp_path, page(body, linked_data(dateModified="2024-01-01"))).published is None
    marked = page(f"<time itemprop='datePublished' datetime='2023-06-29'>x</time>{body}")
    published = document(tmp_path, marked).published
    assert published is not None
    assert published.day == 29


def test_links_are_marked(tmp_path: Path) -> None:
    """A paragraph that is one link leads elsewhere; a link within a sentence, or of a whole sentence, is prose."""
    link = "Council votes to close the swimming baths after long debate"
    body = (
        f"<p>{P}</p><p><a href='/3'>{link}</a></p><p>{Q} <a href='/4'>More was to come</a>, she said.</p>"
        f"<p><a href='/5'>{R}</a></p>"
    )
    found = document(tmp_path, page(body))
    assert [(found.text[m.start : m.end], m.kind) for m in found.boilerplate] == [(link, "promo")]


def test_what_is_copy_stays(tmp_path: Path) -> None:
    """Captions, times, quotation marks that browsers draw, list items; line breaks too."""
    body = (
        f"<figure><img src='a.jpg'><figcaption>Crowds at the bridge on Friday</figcaption></figure><p>{P}</p>"
        f"<p>It will open on <time datetime='2023-07-11'>July 11</time>, as <q>we <b>hope</b></q>.<br>So be it.</p>"
        f"<ul><li>{Q}</li><li>{R}</li></ul>"
    )
    found = document(tmp_path, page(body))
    assert found.text == (
        f"Crowds at the bridge on Friday\n\n{P}\n\nIt will open on July 11, as “we hope”.\nSo be it.\n\n{Q}\n\n{R}"
    )


def test_tables(tmp_path: Path) -> None:
    """Rows of figures are no sentences; cells with prose are paragraphs."""
    rows = (
        f"<table><tr><th>Year</th><th>Crashes</th></tr><tr><td>2021</td><td>14</td></tr><tr><td>{Q}</td></tr></table>"
    )
    found = document(tmp_path, page(f"<p>{P}</p>{rows}<p>{R}</p>"))
    assert found.text == f"{P}\n\n{Q}\n\n{R}"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1252", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        ("iso-8859-15", "iso-8859-15"),
        ("macintosh", "mac_roman"),
        ("utf-8", "utf-8"),
        ("windows-1252", "utf-8"),
        ("no-such-thing", "utf-8"),
        ("windows-1252", "utf-16"),
    ],
)
def test_declared_encoding(tmp_path: Path, declared: str, encoding: str) -> None:
    """Believed, unless the bytes say otherwise."""
    text = "The café of René, at €5 a cup, is shut, police said."
    content = page(f"<p>{P}</p><p>{text}</p>", f"<meta charset='{declared}'>").encode(encoding)
    assert document(tmp_path, content).text == f"{P}\n\n{text}"


@pytest.mark.parametrize(
    "content",
    [
        "<html><body><ul>" + "<li><a href='/1'>A headline of a story to read</a></li>" * 50 + "</ul></body></html>",
        "<html><body><div id='root'></div><noscript>You need to enable JavaScript.</noscript></body></html>",
        "<html><body><img src='x'></body></html>",
        "<div>" * 3000 + "</div>" * 3000,
        "just words",
        "<!-- -->",
        "<>",
    ],
)
def test_a_page_without_an_article(tmp_path: Path, content: str) -> None:
    """One line that says so."""
    found = reading(tmp_path, content)
    assert found.documents == ()
    assert [s.error for s in found.skipped] == [True]
    assert "no article was found" in found.skipped[0].reason


def test_a_short_article_that_calls_itself_one(tmp_path: Path) -> None:
    """A news flash of one sentence is read when the page says what it is."""
    assert "no article" in reading(tmp_path, f"<p>{P}</p>").skipped[0].reason
    assert document(tmp_path, page(f"<p>{P}</p>", linked_data(headline=TITLE))).text == f"{TITLE}\n\n{P}"


def test_control_characters(tmp_path: Path) -> None:
    """They do not end the page."""
    assert document(tmp_path, page(f"<p>{P}</p><p>a\0b \x01 {Q}</p>")).text.endswith(Q)
