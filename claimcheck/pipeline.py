"""The whole flow on one page: sources → extract → align → rules → report."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from claimcheck import __version__
from claimcheck.adjust.findings import adjust
from claimcheck.adjust.origins import regroup
from claimcheck.align.coverage import cover
from claimcheck.align.dating import date_documents
from claimcheck.align.ledger import align
from claimcheck.align.origins import find_overlaps, group_origins
from claimcheck.errors import NothingToAudit, UsageError
from claimcheck.extract import extract
from claimcheck.extract.sentences import split_sentences
from claimcheck.protocols import Embedder, Entailment, Parser
from claimcheck.rules import RULES, Outcome, Rule
from claimcheck.settings import DEFAULTS, Settings
from claimcheck.sources import read
from claimcheck.types import (
    Compatible,
    Document,
    Extraction,
    Finding,
    Ledger,
    Origin,
    Overlap,
    Report,
    Run,
    Severity,
    Skipped,
)

Progress = Callable[[str], None]

SEVERITY_ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}


@dataclass
class Models:
    """The models of a run, each loaded when it is first needed."""

    load_parser: Callable[[], Parser]
    load_embedder: Callable[[], Embedder]
    load_entailment: Callable[[], Entailment | None] = lambda: None  # None: the run does without

    @cached_property
    def parser(self) -> Parser:
        return self.load_parser()

    @cached_property
    def embedder(self) -> Embedder:
        return self.load_embedder()

    @cached_property
    def entailment(self) -> Entailment | None:
        return self.load_entailment()


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents of a run, dated and grouped by origin, and what was left out."""

    documents: tuple[Document, ...]
    overlaps: tuple[Overlap, ...]
    origins: tuple[Origin, ...]
    extractions: tuple[Extraction, ...]
    skipped: tuple[Skipped, ...]


def default_models(parser: str | None = None, embedder: str | None = None, entailment: str = "shipped") -> Models:
    """The models that come with the package, or those of these names; `entailment` may be "off"."""
    from claimcheck.models import (  # noqa: PLC0415 — loading a model library takes seconds
        load_embedder,
        load_entailment,
        load_parser,
    )

    return Models(
        lambda: load_parser((parser,)) if parser else load_parser(),
        lambda: load_embedder(embedder) if embedder else load_embedder(),
        lambda: load_entailment(entailment) if entailment != "off" else None,
    )


def quiet(_stage: str) -> None:
    """The progress of a run that nobody watches."""


def audit(
    paths: Sequence[Path],
    *,
    name: str | None = None,
    settings: Settings = DEFAULTS,
    models: Models | None = None,
    progress: Progress = quiet,
) -> Report:
    """Audit the articles at `paths` as accounts of one event.

    Raises NothingToAudit when no input could be read and ModelError when a model
    is missing or damaged.
    """
    models = models or default_models()
    with ThreadPoolExecutor(max_workers=1) as beside:  # the embedder is loaded while the articles are read
        embedder = beside.submit(lambda: models.embedder)
        reading = show(paths, settings=settings, models=models, progress=progress)
    progress("Aligning claims")
    ledger = align(reading.extractions, reading.origins, reading.overlaps, embedder.result())
    progress("Comparing values")
    findings, compatible = judge(ledger, RULES, settings)
    return Report(
        name=name or default_name(paths),
        documents=reading.documents,
        ledger=ledger,
        findings=findings,
        compatible=compatible,
        coverage=cover(ledger),
        skipped=reading.skipped,
        run=Run(
            version=__version__,
            models=(models.parser.info, models.embedder.info),
            config_hash=hashlib.sha256(repr(settings.described()).encode()).hexdigest()[:16],
            when=now(),
            settings=settings.described(),
        ),
    )


def show(
    paths: Sequence[Path],
    *,
    settings: Settings = DEFAULTS,
    models: Models | None = None,
    progress: Progress = quiet,
) -> Reading:
    """Read and extract the articles at `paths`, and find which are copies of which."""
    models = models or default_models()
    progress("Reading")
    documents, skipped = read(paths)
    if not documents:
        raise NothingToAudit("\n".join(f"{s.path}: {s.reason}" for s in skipped) or "no input given")
    sentences = {document.id: split_sentences(document) for document in documents}
    overlaps = find_overlaps(documents, sentences)
    origins = regroup(group_origins(documents, overlaps), documents, overlaps, settings)
    documents = date_documents(documents, origins)
    progress("Extracting claims")
    extractions = tuple(extract(document, sentences[document.id], models.parser) for document in documents)
    return Reading(documents, overlaps, origins, extractions, skipped)


def judge(
    ledger: Ledger, rules: Iterable[Rule], settings: Settings
) -> tuple[tuple[Finding, ...], tuple[Compatible, ...]]:
    """Run the rules over the ledger; findings come errors first, then in the order of the rules."""
    outcomes: list[Outcome] = [o for rule in rules if settings.keeps(rule.code) for o in rule.check(ledger)]
    findings = sorted(
        adjust((o for o in outcomes if isinstance(o, Finding)), ledger, settings),
        key=lambda f: (SEVERITY_ORDER[f.severity], f.code, f.variants[0].evidence[0].span, f.fingerprint),
    )
    return tuple(findings), tuple(o for o in outcomes if isinstance(o, Compatible))


def default_name(paths: Sequence[Path]) -> str:
    """The name of a report: that of its one folder or file, else "audit"."""
    if len(paths) != 1:
        return "audit"
    only = paths[0].resolve()
    return (only.name if only.is_dir() else only.stem) or "audit"


def now() -> str:
    """The time in UTC, ISO 8601; SOURCE_DATE_EPOCH fixes it so that a report can be reproduced."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH: {epoch!r} is no number of seconds; unset it or give one") from error
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
