"""Bytes to text: UTF-8, UTF-16 and UTF-32 by their marks, else the likeliest legacy encoding."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import charset_normalizer

from claimcheck.errors import InputError

# The UTF-32 mark begins with the UTF-16 one, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LAYOUT = "\t\n\r\f\v\x1a\x85"  # control characters that plain text may hold
_ACCENTED_SHARE = 0.1  # of the letters of an English text, at most
_MISPLACED_CAPITAL = re.compile(r"[a-z][À-ÖØ-Þ](?=[a-z]|\b)")
_BINARY_SHARE = 0.05  # more control characters than this, and it is no text


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and a sentence about the encoding when it had to be guessed."""

    text: str
    note: str | None = None


def decode(data: bytes) -> Decoded:
    """The text of `data`, byte-order mark aside and line endings as they are; InputError when there is none."""
    decoded = _decode(data)
    if not decoded.text.strip():
        raise InputError("the file is empty; remove it or give it text")
    if "\0" in decoded.text or _control_share(decoded.text) > _BINARY_SHARE:
        raise InputError("the file is binary, not text; convert it to text first")
    return decoded


def _decode(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding))
    if b"\0" in data:
        raise InputError("the file is binary, not text; convert it to text first")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _mended(data) or _guess(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"the file says it is {encoding.upper()}, but byte {error.start} is not; save it as UTF-8"
        ) from error


def _mended(data: bytes) -> Decoded | None:
    """UTF-8 with a few stray bytes, each replaced; None when the bytes are of another encoding altogether.

    In a legacy encoding hardly a byte beyond ASCII happens to form a UTF-8 character,
    so a text where most do is UTF-8 that was damaged.
    """
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(1 for character in text if not character.isascii()) - bad
    if good < 2 * bad:
        return None
    return Decoded(text, f"{bad} bytes of the file are not valid UTF-8; they were read as \ufffd.")


def _guess(data: bytes) -> Decoded:
    """English text with a few accents and curly marks is cp1252; anything else is what charset-normalizer finds."""
    text, encoding = _western(data), "cp1252"
    if text is None:
        best = charset_normalizer.from_bytes(data).best()
        if best is None:
            raise InputError("the encoding cannot be told; save the file as UTF-8")
        text, encoding = str(best), best.encoding
    if any("\ud800" <= character <= "\udfff" for character in text):  # half a character: no encoding of text
        raise InputError("the encoding cannot be told; save the file as UTF-8")
    return Decoded(text, f"The file is not UTF-8; it was read as {encoding}, which is a guess.")


def _western(data: bytes) -> str | None:
    """`data` as cp1252, when that gives mostly plain letters and no capital in the middle of a word.

    A statistical guess needs more than the two accents of a short article, and
    takes them for Baltic. The capital is the mark of Mac OS Roman ("donÕt").
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    letters = sum(1 for c in text if c.isalpha())
    accented = sum(1 for c in text if c.isalpha() and not c.isascii())
    if accented > _ACCENTED_SHARE * letters or _MISPLACED_CAPITAL.search(text):
        return None
    return text


def _control_share(text: str) -> float:
    control = sum(1 for c in text if (c < " " or "\x7f" <= c <= "\x9f") and c not in _LAYOUT)
    return control / len(text)
