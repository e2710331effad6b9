"""Whole audits of real events, against the time that sentence-transformers takes to embed their sentences."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck.models.light import import_splitter

EVENTS = 60
ROUNDS = 1
STOCK = Path(__file__).with_name("stock.py")


def throughput(data: Path) -> Iterator[str]:
    """The ratio, the rate and the profile."""
    import_splitter()
    from claimcheck.extract.sentences import split_sentences  # noqa: PLC0415 — after import_splitter
    from claimcheck.models import default_models  # noqa: PLC0415
    from claimcheck.models.runtime import cores  # noqa: PLC0415
    from claimcheck.sources.reading import read  # noqa: PLC0415
    from claimcheck.workers import Helpers  # noqa: PLC0415

    events = sorted(path for path in (data / "clusters").glob("*/*") if path.is_dir())[:EVENTS]
    documents = [document for event in events for document in read([event]).documents]
    sentences = [d.text[s.span.start : s.span.end].replace("\n", " ") for d in documents for s in split_sentences(d)]
    models = default_models()
    ratios: list[float] = []
    best: tuple[float, float, Counter[str]] = (float("inf"), 0.0, Counter())
    with Helpers(cores() - 1, worth=0) as helpers:
        _audit(events[:1], models, helpers)  # loads everything, here and there
        for _ in range(ROUNDS):
            run = _audit(events, models, helpers)
            ratios.append(run[0] / _stock(sentences))
            best = min(best, run, key=lambda run: run[0])
    seconds, embedding, profile = best
    yield "## Throughput"
    yield ""
    yield (
        f"{len(events)} events of `clusters/`, {len(documents)} articles, {len(sentences)} sentences, audited one "
        f"after another with the models loaded and no cache: {seconds:.1f} s, {len(documents) / seconds:.1f} articles "
        "a second."
    )
    shown = ", ".join(f"{ratio:.2f}" for ratio in sorted(ratios))
    yield (
        f"Stock sentence-transformers (all-MiniLM-L6-v2, fp32, batches of 64) takes {seconds / min(ratios):.1f} s to "
        f"embed just the sentences. **Ratio {sorted(ratios)[len(ratios) // 2]:.2f}** ({shown}); the goal is 1.5."
    )
    yield ""
    yield "| stage | seconds | share |"
    yield "|---|---:|---:|"
    yield from (f"| {stage} | {spent:.1f} | {spent / seconds:.0%} |" for stage, spent in profile.most_common())
    yield ""
    yield f"Calls of the embedder last {embedding:.1f} s of the alignment; two may run at once, and beside the rest."
    yield ""


def _audit(events: Sequence[Path], models: object, helpers: object) -> tuple[float, float, Counter[str]]:
    """Seconds for all the events, in the embedder, and for each stage."""
    from claimcheck import pipeline  # noqa: PLC0415 — after import_splitter
    from claimcheck.runs import Stage  # noqa: PLC0415

    profile: Counter[str] = Counter()
    began = time.perf_counter()
    embedding = _Clocked(models.embedder)  # type: ignore[attr-defined]
    for event in events:
        stage, since = "Reading", time.perf_counter()

        def note(now: Stage) -> None:
            nonlocal stage, since
            profile[stage] += time.perf_counter() - since
            stage, since = str(now), time.perf_counter()

        clocked = pipeline.Models(
            lambda: models.parser,  # type: ignore[attr-defined]
            lambda: embedding,
            identify=lambda: models.infos,  # type: ignore[attr-defined]
        )
        pipeline.audit([event], models=clocked, helpers=helpers, progress=note)  # type: ignore[arg-type]
        note(Stage("Reading"))
    return time.perf_counter() - began, embedding.seconds, profile


class _Clocked:
    """An embedder that counts its seconds."""

    def __init__(self, embedder: object) -> None:
        self._embedder = embedder
        self.info = embedder.info  # type: ignore[attr-defined]
        self.seconds = 0.0

    def embed(self, texts: Sequence[str]) -> object:
        """As the embedder does."""
        began = time.perf_counter()
        vectors = self._embedder.embed(texts)  # type: ignore[attr-defined]
        self.seconds += time.perf_counter() - began
        return vectors


def _stock(sentences: Sequence[str]) -> float:
    """Seconds that sentence-transformers takes for them, in a process of its own, its model loaded and warm."""
    done = subprocess.run(
        [sys.executable, str(STOCK)], input="\n".join(sentences), capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])
