"""The word lists of the `wordfreq` package, read as they lie.

Importing `wordfreq` costs more than reading a list, for the tokenisers of languages that
are not met here. A file is packed with msgpack: a header, then lists of words, one for
each hundredth of a power of ten. The first holds the words that would make up a whole
text by themselves, the 201st those that make up a hundredth of it.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib import util
from pathlib import Path
from typing import Literal

from claimcheck.errors import ModelError

Size = Literal["small", "large"]

_HEADER = {"format": "cB", "version": 1}
_SUFFIX = ".msgpack.gz"


def read_bands(language: str, size: Size) -> list[list[str]]:
    """The words of a language by falling frequency; those at index i make up 10 ** (-i / 100) of all text each."""
    import msgpack  # noqa: PLC0415 (with the reading 0.1 s: only when a word is first looked up)

    file = _folder() / f"{size}_{language}{_SUFFIX}"
    bands: list[list[str]]
    header, *bands = msgpack.unpackb(gzip.decompress(file.read_bytes()))
    if header != _HEADER:
        raise ModelError(f"{file}: its format is {header!r}, not {_HEADER!r}: install wordfreq 3.1")
    return bands


def languages(size: Size) -> tuple[str, ...]:
    """The codes of the languages that have a list of this size, in order."""
    files = _folder().glob(f"{size}_*{_SUFFIX}")
    return tuple(sorted(file.name.removeprefix(f"{size}_").removesuffix(_SUFFIX) for file in files))


@cache
def _folder() -> Path:
    spec = util.find_spec("wordfreq")
    folders = [Path(root) / "data" for root in (spec.submodule_search_locations or ())] if spec else []
    if not folders or not (folders[0] / f"large_en{_SUFFIX}").is_file():
        raise ModelError("the word lists of the package wordfreq are missing: run `pip install wordfreq`")
    return folders[0]
