"""Web pages: the article found by trafilatura, with the title, day, author and outlet that the page states."""

from claimcheck.sources.html.reader import read_html

__all__ = ["read_html"]
