"""JSON Lines: one article a line, with text and, where known, id, title, date, source, author and url; also gzipped."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from claimcheck.errors import InputError
from claimcheck.sources.article import Article, Broken
from claimcheck.sources.dates import parse_date
from claimcheck.sources.decoding import decode
from claimcheck.sources.headed import put_title_first
from claimcheck.types import Published

_MOST_NAMED = 20  # broken lines of one file that get a line of complaint each
_GZIP = 16 + zlib.MAX_WBITS  # zlib's way to say "with a gzip header"
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")  # half a character or none: no file can hold it as text
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


def read_json_lines(data: bytes) -> tuple[Article | Broken, ...]:
    """The articles of a .jsonl file, and the lines that hold none."""
    decoded = decode(data)
    notes = (decoded.note,) if decoded.note else ()
    # JSON escapes line feeds, and other line separators may stand inside its strings.
    lines = enumerate(decoded.text.split("\n"), start=1)
    return tuple(_shorten(_read_line(line, number, notes) for number, line in lines if line.strip()))


def read_gzipped_json_lines(data: bytes) -> tuple[Article | Broken, ...]:
    """The articles of a .jsonl.gz file."""
    return read_json_lines(_unzip(data))


def _unzip(data: bytes) -> bytes:
    pieces: list[bytes] = []
    try:
        while data:  # a gzip file may be several in a row
            unzip = zlib.decompressobj(_GZIP)
            pieces.append(unzip.decompress(data))
            if not unzip.eof:
                raise InputError("the gzip file ends early; copy it again")
            data = unzip.unused_data.lstrip(b"\0")
    except zlib.error as error:
        raise InputError("the file is damaged, or not gzip; compress it again") from error
    return b"".join(pieces)


def _shorten(read: Iterator[Article | Broken]) -> Iterator[Article | Broken]:
    """Name the first broken lines, and count the others on one line."""
    broken = last = 0
    for entry in read:
        if isinstance(entry, Broken):
            broken, last = broken + 1, entry.line
        if isinstance(entry, Article) or broken <= _MOST_NAMED:
            yield entry
    if broken > _MOST_NAMED:
        yield Broken(last, f"and {broken - _MOST_NAMED} lines from there up to this one are broken too")


def _read_line(line: str, number: int, notes: tuple[str, ...]) -> Article | Broken:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        return Broken(number, f"the line is not valid JSON ({error.msg.lower()}, column {error.colno}); correct it")
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets nested by the thousand
        return Broken(number, "the line is not a JSON record of an article; correct it")
    if not isinstance(record, dict):
        return Broken(number, "the line is no JSON object; give each article as {…} with a key 'text'")
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        return Broken(number, "the record has no text; give the article under the key 'text'")
    return _article(record, text, number, notes)


def _article(record: Mapping[str, Any], text: str, number: int, notes: tuple[str, ...]) -> Article:
    published, odd = _published(_word(record, "date"))
    clean = _UNWRITABLE.sub("\ufffd", text)
    if clean != text:
        notes = (*notes, "Characters that no text can hold (NUL, half of a pair) were replaced by \ufffd.")
    text, title_at = put_title_first(_word(record, "title"), clean)
    return Article(
        text=text,
        name=_word(record, "id"),
        line=number,
        title=text[slice(*title_at)] if title_at else None,
        title_at=title_at,
        source=_word(record, "source"),
        author=_word(record, "author"),
        url=_word(record, "url"),
        published=published,
        notes=(*notes, *odd),
    )


def _word(record: Mapping[str, Any], key: str) -> str | None:
    """What stands under a key, on one line; None when it is missing, empty, or of no use as a word."""
    value = record.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(_CONTROL.sub(" ", str(value)).split()) or None


def _published(value: str | None) -> tuple[Published | None, tuple[str, ...]]:
    published = parse_date(value) if value else None
    if value and published is None:
        return None, (f"The date '{value}' of the record was not understood; write it as YYYY-MM-DD.",)
    return published, ()
