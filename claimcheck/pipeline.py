"""The whole flow on one page: sources → extract → align → rules → report."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from claimcheck import __version__
from claimcheck.adjust.findings import adjust
from claimcheck.adjust.origins import regroup
from claimcheck.align.coverage import cover
from claimcheck.align.dating import date_documents
from claimcheck.align.ledger import align
from claimcheck.align.origins import find_overlaps, group_origins
from claimcheck.cache import Cache
from claimcheck.compare.gazetteer import read_places
from claimcheck.errors import NothingToAudit
from claimcheck.extract.sentences import split_sentences
from claimcheck.models import Models, default_models
from claimcheck.rules import RULES, Outcome, Rule, import_rules
from claimcheck.runs import Progress, Stage, default_name, now, quiet
from claimcheck.settings import DEFAULTS, Settings
from claimcheck.sources.reading import read
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
from claimcheck.workers import Helpers

_EXTRACTING, _ALIGNING = "Extracting claims", "Aligning claims"

SEVERITY_ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents of a run, dated and grouped by origin, and what was left out."""

    documents: tuple[Document, ...]
    overlaps: tuple[Overlap, ...]
    origins: tuple[Origin, ...]
    extractions: tuple[Extraction, ...]
    skipped: tuple[Skipped, ...]


def audit(  # noqa: PLR0913 — each given by keyword
    paths: Sequence[Path],
    *,
    name: str | None = None,
    settings: Settings = DEFAULTS,
    models: Models | None = None,
    cache: Cache | None = None,
    helpers: Helpers | None = None,
    progress: Progress = quiet,
) -> Report:
    """Audit the articles at `paths` as accounts of one event.

    Raises NothingToAudit when no input could be read and ModelError when a model
    is missing or damaged.
    """
    models, cache = models or default_models(), cache or Cache()
    embedder = cache.embedder(lambda: models.embedder, models.infos[1])
    embedder.advance = lambda done, total: progress(Stage(_ALIGNING, done, total))

    def load() -> None:
        """Load what comes after the parser."""
        embedder.load()
        read_places()
        import_rules()

    with ThreadPoolExecutor(max_workers=1) as beside:  # while the articles are parsed
        reading = show(
            paths,
            settings=settings,
            models=models,
            cache=cache,
            helpers=helpers,
            progress=progress,
            meanwhile=lambda: beside.submit(load),
        )
    progress(Stage(_ALIGNING))
    try:
        ledger = align(reading.extractions, reading.origins, reading.overlaps, embedder)
    except BaseException:
        embedder.stop()  # else an interrupted run ends only when the last text is embedded
        raise
    progress(Stage("Comparing values"))
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
            models=models.infos,
            config_hash=hashlib.sha256(repr(settings.described()).encode()).hexdigest()[:16],
            when=now(),
            settings=settings.described(),
        ),
    )


def show(  # noqa: PLR0913 — as above
    paths: Sequence[Path],
    *,
    settings: Settings = DEFAULTS,
    models: Models | None = None,
    cache: Cache | None = None,
    helpers: Helpers | None = None,
    progress: Progress = quiet,
    meanwhile: Callable[[], object] = lambda: None,
) -> Reading:
    """Read and extract the articles at `paths`, and find which are copies of which.

    `meanwhile` is called before the parser is loaded, if there is anything to parse.
    """
    models, cache = models or default_models(), cache or Cache()
    progress(Stage("Reading"))
    documents, skipped = read(paths)
    if not documents:
        said = [" ".join(f"{s.path}: {s.reason}".split()) for s in skipped]
        raise NothingToAudit("\n".join(said) or "nothing but reports of claimcheck was found; name the articles")
    sentences = {document.id: split_sentences(document) for document in documents}
    overlaps = find_overlaps(documents, sentences)
    origins = regroup(group_origins(documents, overlaps), documents, overlaps, settings)
    documents = date_documents(documents, origins)
    made_of = {document.id: (repr(models.infos[0]), repr(document)) for document in documents}
    extractions = cache.recall(Extraction, made_of)
    known = len(extractions)
    missing = [(document, sentences[document.id]) for document in documents if document.id not in extractions]

    def keep(extraction: Extraction) -> None:
        """Keep what one article gave as soon as it is there: an interrupted run has then lost nothing."""
        extractions[extraction.document.id] = extraction
        cache.keep(extraction, made_of[extraction.document.id])
        progress(Stage(_EXTRACTING, len(extractions) - known, len(missing)))

    if missing:
        meanwhile()
        progress(Stage(_EXTRACTING, 0, len(missing)))
        (helpers or Helpers(0)).extract(missing, lambda: models.parser, keep)
    return Reading(documents, overlaps, origins, tuple(extractions[d.id] for d in documents), skipped)


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
