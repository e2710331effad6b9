"""Plain text: the file is the article."""

from __future__ import annotations

from claimcheck.sources.article import Article
from claimcheck.sources.decoding import decode


def read_plain(data: bytes) -> tuple[Article, ...]:
    """The one article of a .txt file."""
    decoded = decode(data)
    return (Article(decoded.text, notes=(decoded.note,) if decoded.note else ()),)
