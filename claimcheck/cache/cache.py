"""The cache as the pipeline uses it: extractions, vectors and whole reports by what they were made of."""

from __future__ import annotations

import logging
import pickle
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import numpy as np

from claimcheck.cache.keys import code_version, digest
from claimcheck.cache.pickles import from_bytes, to_bytes
from claimcheck.cache.store import Store
from claimcheck.protocols import Embedder, Text, Vectors, context
from claimcheck.types import ModelInfo

OFF = "off"

_PORTION = 2_000  # texts that are embedded, and kept, at once: what is interrupted loses no more

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Cache:
    """What earlier runs worked out. `Cache()` remembers nothing."""

    def __init__(self, store: Store | None = None) -> None:
        self.store = store

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, *_: object) -> None:
        if self.store is not None:
            self.store.close()

    def recall(self, kind: type[T], made_of: Mapping[str, Sequence[str | bytes]]) -> dict[str, T]:
        """Values of that type, by name, of those that are there; `made_of` says what each is made of."""
        if self.store is None:
            return {}
        keys = {_key(kind.__name__, parts): name for name, parts in made_of.items()}
        found = {keys[key]: _value(data, kind) for key, data in self.store.get(keys).items()}
        return {name: value for name, value in found.items() if value is not None}

    def keep(self, value: Any, made_of: Sequence[str | bytes]) -> None:
        """Keep a value of claimcheck's own types under what it is made of."""
        if self.store is not None:
            kind = type(value).__name__
            self.store.put(kind, {_key(kind, made_of): to_bytes(value)})

    def embedder(self, load: Callable[[], Embedder], info: ModelInfo) -> CachedEmbedder:
        """An embedder that loads its model for what is not here."""
        return CachedEmbedder(load, info, self.store)


class CachedEmbedder:
    """An embedder that asks its model only for texts whose vectors are not known, and loads it only then."""

    def __init__(self, load: Callable[[], Embedder], info: ModelInfo, store: Store | None) -> None:
        self._load = load
        self._info = info
        self._store = store
        self._model: Embedder | None = None
        self._loading, self._counting = Lock(), Lock()
        self._stopped = False
        self._done = self._total = 0  # texts of the calls that are under way
        self.advance: Callable[[int, int], None] = _unwatched  # is told how far they have come, 0 of 0 at the end

    @property
    def info(self) -> ModelInfo:
        """The model's, known without it."""
        return self._info

    def load(self) -> Embedder:
        """The model itself; whoever asks while it is being loaded waits."""
        with self._loading:
            if self._model is None:
                self._model = self._load()
            return self._model

    def embed(self, texts: Sequence[Text]) -> Vectors:
        """As the model would: a vector depends on its text alone. Several threads may call."""
        if self._store is None or not texts:
            return self.load().embed(texts)
        keys = {text: digest("vector", repr(self._info), code_version(), *_parts(text)) for text in texts}
        known = self._store.get(keys.values())
        missing = _together(text for text, key in keys.items() if key not in known)
        self._tell(0, len(missing))
        for start in range(0, len(missing), _PORTION):
            if self._stopped:
                raise InterruptedError("the run was given up")
            some = missing[start : start + _PORTION]
            fresh = {keys[text]: row.tobytes() for text, row in zip(some, self.load().embed(some), strict=True)}
            self._store.put("vector", fresh)
            known |= fresh
            self._tell(len(some), 0)
        flat = b"".join(known[keys[text]] for text in texts)
        vectors: Vectors = np.frombuffer(flat, dtype=np.float32).reshape(len(texts), -1).copy()
        return vectors

    def stop(self) -> None:
        """Let calls that other threads are still in end soon, for nobody waits for what they give."""
        self._stopped = True

    def _tell(self, done: int, more: int) -> None:
        """Count texts that are done and texts that are to come; what follows the last of them cannot be counted."""
        if not done + more:
            return
        with self._counting:
            self._done, self._total = self._done + done, self._total + more
            if self._done == self._total:
                self._done = self._total = 0
            self.advance(self._done, self._total)


def _parts(text: Text) -> tuple[str, ...]:
    """What a text is told by."""
    return (text,) if isinstance(text, str) else (text.whole, repr(text.ranges))


def _together(texts: Iterable[Text]) -> list[Text]:
    """The texts, parts of one text side by side: a model reads it once for all that are asked for at once."""
    found: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        found[context(text)].append(text)
    return [text for parts in found.values() for text in parts]


def _unwatched(_done: int, _total: int) -> None:
    """How far a call has come, where nobody asks."""


def open_cache(where: str | None) -> Cache:
    """The cache in a folder, in the user's own when it is None, or none at all when it is "off"."""
    return Cache() if where == OFF else Cache(Store(Path(where) if where else default_folder()))


def default_folder() -> Path:
    """Where the user's caches are kept."""
    from platformdirs import user_cache_path  # noqa: PLC0415 — not for a run without

    return user_cache_path("claimcheck", appauthor=False)


def _key(kind: str, parts: Sequence[str | bytes]) -> bytes:
    return digest(kind, code_version(), *parts)


def _value(data: bytes, kind: type[T]) -> T | None:
    try:
        value = from_bytes(data)
    except (pickle.UnpicklingError, TypeError, ValueError, AttributeError, EOFError, IndexError, KeyError) as error:
        _log.warning("an entry of the cache cannot be read and is made again: %s", error)
        return None
    return value if isinstance(value, kind) else None
