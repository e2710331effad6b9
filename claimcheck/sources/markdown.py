"""Markdown with YAML front matter: title, date and source, each optional."""

from __future__ import annotations

import re

from claimcheck.errors import InputError
from claimcheck.sources.article import Article
from claimcheck.sources.dates import parse_date
from claimcheck.sources.decoding import decode
from claimcheck.sources.front_matter import Field, FrontMatter, read_front_matter
from claimcheck.types import Boilerplate, Published

# "# Title" on the first line of the text, the closing hashes some writers add left out.
_HEADING = re.compile(r"\s*(?P<mark>#{1,2}[ \t]+)(?P<title>[^\r\n]*?)(?P<close>[ \t]*#*[ \t]*)(?=[\r\n]|\Z)")


def read_markdown(data: bytes) -> tuple[Article, ...]:
    """The one article of a .md file."""
    decoded = decode(data)
    front = read_front_matter(decoded.text)
    if not decoded.text[front.end :].strip() and "title" not in front.fields:
        raise InputError("there is no text after the front matter; add the article")
    published, odd = _published(front.fields.get("date"))
    notes = [note for note in (decoded.note, odd) if note]
    title, marks = front.fields.get("title"), list(_front_marks(front))
    heading = _HEADING.match(decoded.text, front.end)
    if heading and heading["title"].strip():
        marks += _heading_marks(heading, title)
        title = title or Field(heading["title"], heading.start("title"), heading.end("title"))
    source = front.fields.get("source")
    return (
        Article(
            text=decoded.text,
            title=title.value if title else None,
            title_at=(title.start, title.end) if title else None,
            source=source.value if source else None,
            published=published,
            boilerplate=tuple(marks),
            notes=tuple(notes),
        ),
    )


def _published(field: Field | None) -> tuple[Published | None, str | None]:
    """The date the front matter states, or a note that it states none that can be read."""
    if field is None:
        return None, None
    published = parse_date(field.value)
    if published is None:
        return None, f"The date '{field.value}' in the front matter was not understood; write it as YYYY-MM-DD."
    return published, None


def _front_marks(front: FrontMatter) -> tuple[Boilerplate, ...]:
    """The front matter without the characters of the title, which is copy."""
    title = front.fields.get("title")
    cuts = [(0, front.end)] if title is None else [(0, title.start), (title.end, front.end)]
    return tuple(Boilerplate(start, end, "front-matter") for start, end in cuts if start < end)


def _heading_marks(heading: re.Match[str], title: Field | None) -> list[Boilerplate]:
    """The hashes around a heading; all of it when it only repeats the title."""
    if title is not None and title.value.casefold().split() == heading["title"].casefold().split():
        return [Boilerplate(heading.start("mark"), heading.end(), "headline")]
    marks = [Boilerplate(heading.start("mark"), heading.end("mark"), "headline")]
    if heading["close"].strip():
        marks.append(Boilerplate(heading.start("close"), heading.end("close"), "headline"))
    return marks
