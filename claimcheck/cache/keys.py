"""What an entry is found by: a digest of all that its value was made of."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_CODE = frozenset({".py", ".tsv", ".txt", ".json", ".onnx"})  # what decides; weights are pinned in the code
_LIBRARIES = (  # that a value in the cache depends on
    "charset-normalizer",
    "nltk",
    "numpy",
    "onnxruntime",
    "python-dateutil",
    "rapidfuzz",
    "spacy",
    "tokenizers",
    "trafilatura",
    "wordfreq",
)


def digest(*parts: str | bytes) -> bytes:
    """20 bytes over the parts, each with its length, so that no two lists of parts run together."""
    hashed = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8, "little"))
        hashed.update(data)
    return hashed.digest()


@cache
def code_version() -> bytes:
    """A digest of claimcheck's own files, of Python and of the libraries that do the work.

    Of the files and not of the version's number, so that whoever changes a rule sees it at once.
    """
    files = sorted((p.relative_to(_PACKAGE).as_posix(), p) for p in _PACKAGE.rglob("*") if p.suffix in _CODE)
    parts: list[str | bytes] = [sys.version]
    for name, path in files:
        parts += [name, path.read_bytes()]
    return digest(*parts, *(f"{library} {_version(library)}" for library in _LIBRARIES))


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "none"
