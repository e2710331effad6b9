"""From paths to documents: find the files, read each by its format, mark and infer what the text gives away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import InputError
from claimcheck.sources.article import Article, Broken
from claimcheck.sources.boilerplate import find_boilerplate
from claimcheck.sources.dates import find_day_of_writing, published_on, quote
from claimcheck.sources.files import Found, find_files, suffix_of
from claimcheck.sources.formats import READERS
from claimcheck.sources.language import foreign_language
from claimcheck.sources.lines import Page, split_lines
from claimcheck.sources.naming import Named, name_documents
from claimcheck.sources.outlets import find_outlet
from claimcheck.sources.titles import find_title
from claimcheck.types import Document, Skipped, Span

LONGEST = 2_000_000  # characters of one article, some 330,000 words: more is an archive in one file, or no text


_OWN_REPORT = b"<!-- claimcheck/report/"  # how a Markdown report of ours begins


class Reading(NamedTuple):
    """What the paths gave: the documents in order of their paths, and what was not read, and why."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]


def read(paths: Sequence[Path]) -> Reading:
    """The articles in `paths` (files and folders); what cannot be read is in `skipped`, never raised.

    A report of claimcheck is no article: one that a folder holds is passed over.
    """
    files, skipped = find_files(paths, READERS)
    articles: list[tuple[Found, Article]] = []
    failed: list[Skipped] = []
    for file in files:
        try:
            for entry in _read_file(file, named=file.path in paths):
                reason = entry.reason if isinstance(entry, Broken) else _refusal(entry)
                if isinstance(entry, Article) and reason is None:
                    articles.append((file, entry))
                else:
                    where = file.shown if entry.line is None else f"{file.shown}:{entry.line}"
                    failed.append(Skipped(where, reason or "", error=True))
        except InputError as error:
            failed.append(Skipped(file.shown, str(error), error=True))
    ids = name_documents([_named(file, article) for file, article in articles])
    documents = tuple(describe(article, name, file.shown) for (file, article), name in zip(articles, ids, strict=True))
    return Reading(documents, (*skipped, *failed))


def describe(article: Article, name: str, path: str) -> Document:
    """The document of an article: its boilerplate marked, its title, date and outlet inferred where not stated."""
    article = _with_title(article)
    page = Page(
        text=article.text,
        lines=split_lines(article.text, _start_of_text(article)),
        title_at=article.title_at,
        title=article.title,
    )
    article = replace(article, boilerplate=find_boilerplate(page, article.boilerplate))
    article = _with_outlet(_with_date(article))
    return Document(
        id=name,
        path=path,
        text=article.text,
        title=article.title,
        title_span=Span(name, *article.title_at) if article.title_at else None,
        source=article.source,
        published=article.published,
        boilerplate=article.boilerplate,
        notes=article.notes,
        author=article.author,
        url=article.url,
    )


def _read_file(file: Found, *, named: bool) -> tuple[Article | Broken, ...]:
    try:
        data = file.path.read_bytes()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InputError(f"the file cannot be read ({why}); check its permissions") from error
    if data.startswith(_OWN_REPORT):
        if named:
            raise InputError("this is a report that claimcheck wrote, not an article")
        return ()
    return READERS[_suffix(file)](data)


def _refusal(article: Article) -> str | None:
    """Why an article that can be read is left out all the same, or None."""
    text = article.text[_start_of_text(article) :]
    if len(text) > LONGEST:
        return f"the article has {len(text):,} characters, the most is {LONGEST:,}; split it into the articles it holds"
    language = foreign_language(text)
    return f"the article is in {language}; only English is audited, so it was left out" if language else None


def _suffix(file: Found) -> str:
    return suffix_of(file.path.name, READERS) or ""


def _named(file: Found, article: Article) -> Named:
    """An article's own id, or the name of its file with the line it stands on where there are several."""
    stem = file.path.name[: -len(_suffix(file))]
    if article.name is not None:
        return Named(article.name, stem)
    return Named(stem if article.line is None else f"{stem}-{article.line}", file.path.resolve().parent.name)


def _start_of_text(article: Article) -> int:
    """Where the lines begin: after the front matter."""
    return max((mark.end for mark in article.boilerplate if mark.kind == "front-matter"), default=0)


def _with_title(article: Article) -> Article:
    if article.title is not None:
        return article
    line = find_title(Page(article.text, split_lines(article.text, _start_of_text(article))))
    if line is None:
        return article
    note = "The title was taken from the line set apart above the text."
    return replace(article, title=line.text, title_at=(line.start, line.end), notes=(*article.notes, note))


def _with_date(article: Article) -> Article:
    if article.published is not None:
        return article
    named = find_day_of_writing(article.text, article.boilerplate)
    published = published_on(named, article.text) if named else None
    if named is None or published is None:
        return article
    note = f"The date of publication was taken from '{quote(article.text, named)}' in the text."
    return replace(article, published=published, notes=(*article.notes, note))


def _with_outlet(article: Article) -> Article:
    found = None if article.source else find_outlet(article.text, article.boilerplate)
    if found is None:
        return article
    outlet, how = found
    note = f"The source was taken from '{outlet}', {how}."
    return replace(article, source=outlet, notes=(*article.notes, note))
