"""Vectors worked out beside what needs none: a model's products leave a core to Python."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from claimcheck.protocols import Embedder, Text, Vectors
from claimcheck.types import ModelInfo


@contextmanager
def embedded_ahead(texts: Sequence[Text], embedder: Embedder) -> Iterator[Embedder]:
    """Begin to embed `texts`; the embedder that is given has their vectors, or waits for them, and embeds others too.

    An error inside the block is not kept waiting for them. For no texts no model is asked, which would load it.
    """
    once = tuple(dict.fromkeys(texts))
    if not once:
        yield embedder
        return
    pool = ThreadPoolExecutor(max_workers=1)
    begun = pool.submit(embedder.embed, once)
    try:
        yield _Ahead(once, begun, embedder)
    finally:
        pool.shutdown(wait=False)


class _Ahead:
    """An embedder that has begun with some texts."""

    def __init__(self, texts: Sequence[Text], begun: Future[Vectors], embedder: Embedder) -> None:
        self._rows = {text: row for row, text in enumerate(texts)}
        self._begun = begun
        self._embedder = embedder

    @property
    def info(self) -> ModelInfo:
        return self._embedder.info

    def embed(self, texts: Sequence[Text]) -> Vectors:
        """As the embedder would; it is asked for texts that were not begun with, all of them or none."""
        if all(text in self._rows for text in texts):
            return self._begun.result()[[self._rows[text] for text in texts]]
        return self._embedder.embed(texts)
