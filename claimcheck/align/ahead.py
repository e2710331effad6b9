"""Vectors worked out beside what needs none: a model's products leave a core to Python."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import numpy as np

from claimcheck.protocols import Embedder, Vectors


@contextmanager
def embedded_ahead(texts: Sequence[str], embedder: Embedder) -> Iterator[Callable[[], Vectors]]:
    """Begin to embed `texts`; what is given waits for their vectors, shape (len(texts), dimensions).

    An error inside the block is not kept waiting for them. For no texts no model is asked, which would load it.
    """
    if not texts:
        yield lambda: np.empty((0, 0), dtype=np.float32)
        return
    pool = ThreadPoolExecutor(max_workers=1)
    begun = pool.submit(embedder.embed, texts)
    try:
        yield begun.result
    finally:
        pool.shutdown(wait=False)
