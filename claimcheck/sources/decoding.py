"""Bytes to text: UTF-8, UTF-16 and UTF-32 by their marks, UTF-16 by its zeros, else the likeliest legacy encoding."""

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
# Files that are often met under the wrong suffix, by how they begin.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive, such as a .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
)
_LAYOUT = "\t\n\r\f\v\x1a\x85"  # control characters that plain text may hold
_CONTROL_BYTES = bytes(byte for byte in range(32) if chr(byte) not in _LAYOUT)
_ACCENTED_SHARE = 0.1  # of the letters of an English text, at most
_MISPLACED_CAPITAL = re.compile(r"[a-z][À-ÖØ-Þ](?=[a-z]|\b)")
_BINARY_SHARE = 0.05  # more control characters than this, and it is no text
_ZERO_SHARE = 0.01  # more NULs than this, and it is no text with a few stray ones
_BINARY = "the file is binary, not text; convert it to text first"
_SAMPLE = 1_000_000  # bytes that a guess may look at


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and a sentence about the encoding when it had to be guessed."""

    text: str
    note: str | None = None


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of `data`, byte-order mark aside and line endings as they are; InputError when there is none.

    `declared` is the encoding that the file itself names; it is believed when the bytes are neither
    marked nor UTF-8, and are of that encoding.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"the file is binary ({kind}), not text; convert it to text first")
    decoded = _decode(data, declared)
    if not decoded.text.strip():
        raise InputError("the file is empty; remove it or give it text")
    zeros = decoded.text.count("\0")
    if zeros > _ZERO_SHARE * len(decoded.text) or _control_share(decoded.text) > _BINARY_SHARE:
        raise InputError(_BINARY)
    if zeros and not decoded.note:
        return Decoded(decoded.text, f"The file holds {zeros} NUL characters; they are read as spaces.")
    return decoded


def _decode(data: bytes, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding))
    if (zeroed := _by_its_zeros(data)) is not None:
        return Decoded(_strict(data, zeroed), f"The file is read as {zeroed.upper()}, though no mark says so.")
    if data.count(0) > _ZERO_SHARE * len(data):
        raise InputError(_BINARY)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        if len(data) - len(data.translate(None, _CONTROL_BYTES)) > _BINARY_SHARE * len(data):
            raise InputError(_BINARY) from None
        return _as_declared(data, declared) or _mended(data) or _guess(data)


def _by_its_zeros(data: bytes) -> str | None:
    """UTF-16 without a mark: in European text nearly every second byte is zero, and hardly one of the others."""
    if len(data) % 2 or not data:
        return None
    half = len(data) // 2
    even, odd = data[::2].count(0) / half, data[1::2].count(0) / half
    if max(even, odd) < 0.5 or min(even, odd) > 0.02:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"the file says it is {encoding.upper()}, but byte {error.start} is not; save it as UTF-8"
        ) from error


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    """The text in the encoding that the file names, None when it names none or the bytes are not of it."""
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared).name
        # A page that says Latin-1 means Windows-1252, as every browser reads it.
        text = data.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except (LookupError, UnicodeError):
        return None
    return Decoded(text) if isinstance(text, str) and not _half_characters(text) else None


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
        best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
        if best is None:
            raise InputError("the encoding cannot be told; save the file as UTF-8")
        text, encoding = data.decode(best.encoding, errors="replace"), best.encoding
    if _half_characters(text):
        raise InputError("the encoding cannot be told; save the file as UTF-8")
    return Decoded(text, f"The file is not UTF-8; it was read as {encoding}, which is a guess.")


def _half_characters(text: str) -> bool:
    """Whether `text` holds lone surrogates: no encoding of text gives them."""
    return any("\ud800" <= character <= "\udfff" for character in text)


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
