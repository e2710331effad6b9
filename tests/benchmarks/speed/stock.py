"""Sentences on standard input, embedded by stock sentence-transformers; prints the seconds that took."""

from __future__ import annotations

import sys
import time

from sentence_transformers import SentenceTransformer

from claimcheck.models.embedder import default_folder

texts = sys.stdin.read().split("\n")
model = SentenceTransformer(str(default_folder()), device="cpu")
model.encode(texts[:64], batch_size=64, show_progress_bar=False)
began = time.perf_counter()
model.encode(texts, batch_size=64, show_progress_bar=False)
print(time.perf_counter() - began)
