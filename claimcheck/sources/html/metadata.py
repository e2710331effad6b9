"""What a page states of its article: JSON-LD first, then OpenGraph and the older meta tags, then the markup.

Only what is written down as such counts. A date that merely stands somewhere on
the page is left to the text's own finders, which know a dateline from a sidebar.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from claimcheck.sources.dates import parse_date
from claimcheck.types import Published

_ARTICLE = re.compile(r"Article|Posting|Report\b|Report$")
_DATES = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date"),
    *("sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date.issued", "dcterms.issued"),
    *("dc.date", "dcterms.created", "dcterms.date", "date"),
)
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline")
_SITES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author")
_SEPARATOR = re.compile(r"\s+[|–—·»-]\s+|\s*\|\s*")  # between a title and the name of the site
_ADDRESS = re.compile(r"(?:https?:)?//|^www\.")
_MOST_NESTED = 10_000  # objects of JSON-LD that are looked at


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of itself; None where it says nothing."""

    title: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    published: Published | None = None
    is_article: bool = False  # it calls itself one


def read_metadata(tree: HtmlElement) -> Metadata:
    """The metadata of a parsed page."""
    tags = dict(_tags(tree))
    article, publisher = _linked_data(tree)
    source = next(filter(None, (tags.get(name) for name in _SITES[:1])), None) or publisher
    source = source or next(filter(None, (tags.get(name) for name in _SITES)), None)
    return Metadata(
        title=_title(tree, article, tags, source),
        source=source,
        author=_names(article.get("author")) or _author(tags),
        url=_address(tree, tags),
        published=_day(tree, article, tags),
        is_article=bool(article) or tags.get("og:type", "").casefold() in ("article", "news.article"),
    )


def _tags(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """The meta tags that say something, by name in small letters; of two of one name the first counts."""
    seen: set[str] = set()
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = _line(tag.get("content"))
        if content and name and name.casefold() not in seen:
            seen.add(name.casefold())
            yield name.casefold(), content


def _linked_data(tree: HtmlElement) -> tuple[Mapping[str, Any], str | None]:
    """The JSON-LD object of the article, and who publishes it."""
    found = [item for script in tree.iter("script") if _is_linked_data(script) for item in _objects(script.text or "")]
    article = next((item for item in found if _is_article(item)), {})
    publishers = [_names(item.get("publisher")) for item in (article, *found)]
    return article, next(filter(None, publishers), None)


def _is_linked_data(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "")


def _is_article(item: Mapping[str, Any]) -> bool:
    stated = item.get("@type")
    kinds = stated if isinstance(stated, list) else [stated]
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds)


def _objects(script: str) -> Iterator[Mapping[str, Any]]:
    """Every object of a script of JSON-LD, the outer ones first; none when it is not JSON."""
    try:
        loaded = json.loads(re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*$", "", script), strict=False)
    except (ValueError, RecursionError):
        return
    queue: list[Any] = [loaded]
    for item in queue:  # grows while it is read: breadth first
        if len(queue) > _MOST_NESTED:
            return
        if isinstance(item, dict):
            yield item
            queue += item.values()
        elif isinstance(item, list):
            queue += item


def _title(tree: HtmlElement, article: Mapping[str, Any], tags: Mapping[str, str], source: str | None) -> str | None:
    """The headline as the page shows it, when what it states of itself agrees; else what it states."""
    page = tree.findtext(".//title")
    stated = [_line(article.get("headline")), *(tags.get(name) for name in _TITLES), _line(page)]
    candidates = [_without_site(title, source) for title in stated if title]
    shown = [text for text in (_line(h1.text_content()) for h1 in tree.iter("h1")) if text]
    for heading in shown:
        if any(_alike(heading, title) for title in candidates):
            return heading
    # Two words or fewer name the site or a section.
    titles = [title for title in (*candidates, *(shown if len(shown) == 1 else ())) if len(title.split()) > 2]
    return titles[0] if titles else None


def _alike(heading: str, title: str) -> bool:
    """Whether two lines share most of their words: a headline, and the shorter one for search engines."""
    a, b = set(re.findall(r"\w+", heading.casefold())), set(re.findall(r"\w+", title.casefold()))
    return len(a & b) >= 0.6 * min(len(a), len(b)) > 0 and min(len(a), len(b)) > 2


def _without_site(title: str, source: str | None) -> str:
    """The title without the site's name after it: "Bridge closed | Evening Courier"."""
    parts = _SEPARATOR.split(title)
    last = parts[-1].casefold().strip()
    named = bool(source) and (last in str(source).casefold() or str(source).casefold() in last)
    if len(parts) < 2 or not last or not (named or (title.rstrip(parts[-1]).rstrip().endswith("|"))):
        return title
    return title[: title.rindex(parts[-1])].rstrip(" |–—·»-")


def _day(tree: HtmlElement, article: Mapping[str, Any], tags: Mapping[str, str]) -> Published | None:
    stated = [_line(article.get("datePublished")), *(tags.get(name) for name in _DATES)]
    stated += [_line(time.get("datetime")) for time in tree.iter("time") if _is_published(time)]
    return next((day for value in stated if value and (day := parse_date(value)) and day.day), None)


def _is_published(time: HtmlElement) -> bool:
    return time.get("pubdate") is not None or "datePublished" in (time.get("itemprop") or "")


def _names(value: Any) -> str | None:
    """The names in a JSON-LD value: a word, an object with a name, or several."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_names, value[:10])))) or None
    if isinstance(value, dict):
        value = value.get("name")
    name = _line(value)
    return name if name and not _ADDRESS.search(name) else None


def _author(tags: Mapping[str, str]) -> str | None:
    return next((v for name in _AUTHORS if (v := tags.get(name)) and not _ADDRESS.search(v)), None)


def _address(tree: HtmlElement, tags: Mapping[str, str]) -> str | None:
    canonical = next((_line(link.get("href")) for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    address = canonical or tags.get("og:url")
    return address if address and _ADDRESS.search(address) else None


def _line(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
