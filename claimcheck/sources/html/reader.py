"""A page to its article: the text that trafilatura extracts, its title as the first line, its links marked."""

from __future__ import annotations

import logging
import re

from lxml.etree import LxmlError, _Element
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from claimcheck.errors import InputError
from claimcheck.sources.article import Article
from claimcheck.sources.decoding import decode
from claimcheck.sources.headed import put_title_first
from claimcheck.sources.html.blocks import Block, link_blocks, read_blocks
from claimcheck.sources.html.metadata import Metadata, read_metadata
from claimcheck.types import Boilerplate

_HEAD = 4096  # bytes in which a page names its encoding
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding=["']([\w.-]+)""", re.IGNORECASE
)
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML, and so lxml, cannot hold
_LEAST_WORDS = 25  # of prose, for a page that does not call itself an article
_NO_ARTICLE = "no article was found in the page; save the article's text, or the page once it has loaded"

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it cannot read is said once, by us


def read_html(data: bytes) -> tuple[Article, ...]:
    """The article of a web page; InputError when there is none in it."""
    decoded = decode(data, declared=_declared(data))
    tree = _parse(decoded.text)
    metadata = read_metadata(tree)
    blocks = _blocks(tree)
    links = link_blocks(blocks)
    prose = sum(len(block.text.split()) for i, block in enumerate(blocks) if block.is_prose and i not in links)
    if not prose or (prose < _LEAST_WORDS and not metadata.is_article):
        raise InputError(_NO_ARTICLE)
    return (_article(metadata, blocks, links, (decoded.note,) if decoded.note else ()),)


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:_HEAD])
    return (match[1] or match[2]).decode("ascii", errors="replace") if match else None


def _parse(text: str) -> HtmlElement:
    """The page as a tree. As bytes: lxml refuses a string that names an encoding."""
    clean = _NO_TEXT.sub("\ufffd", text)
    try:
        return document_fromstring(clean.encode(), parser=HTMLParser(encoding="utf-8", huge_tree=True))
    except (LxmlError, ValueError) as error:
        raise InputError(_NO_ARTICLE) from error


def _blocks(tree: HtmlElement) -> tuple[Block, ...]:
    from trafilatura import bare_extraction  # noqa: PLC0415 — half a second, and only web pages need it

    _keep(tree)
    try:
        found = bare_extraction(tree, include_comments=False, include_links=True)
    except RecursionError as error:
        raise InputError("the page is nested too deeply to be read; save the article's text") from error
    body: _Element | None = getattr(found, "body", None)
    return read_blocks(body) if body is not None else ()


def _keep(tree: HtmlElement) -> None:
    """Save from trafilatura's cleaning what is copy: captions, times in a sentence, marks of quotation."""
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        if figure is not None and figure.getparent() is not None:
            caption.tail, figure.tail, caption.tag = figure.tail, None, "p"
            figure.addnext(caption)
    for time in list(tree.iter("time")):
        if next(time.iterancestors("p", "li", "blockquote"), None) is not None:
            time.tag = "span"
    for quoted in list(tree.iter("q")):  # browsers draw its marks
        quoted.tag = "span"
        quoted.text = f"“{quoted.text or ''}"
        if len(quoted):
            quoted[-1].tail = f"{quoted[-1].tail or ''}”"
        else:
            quoted.text += "”"


def _article(metadata: Metadata, blocks: tuple[Block, ...], links: frozenset[int], notes: tuple[str, ...]) -> Article:
    text, title_at = put_title_first(metadata.title, "\n\n".join(block.text for block in blocks))
    at = len(text) - sum(len(block.text) + 2 for block in blocks) + 2
    marks = []
    for i, block in enumerate(blocks):
        if i in links:
            marks.append(Boilerplate(at, at + len(block.text), "promo"))
        at += len(block.text) + 2
    return Article(
        text=text,
        title=text[slice(*title_at)] if title_at else None,
        title_at=title_at,
        source=metadata.source,
        author=metadata.author,
        url=metadata.url,
        published=metadata.published,
        boilerplate=tuple(marks),
        notes=notes,
    )
