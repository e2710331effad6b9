"""An audit as a program calls it: the configuration found, the pipeline run, known and waived findings marked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.config import Config, load
from claimcheck.config.files import BESIDE, FILE
from claimcheck.errors import ModelError, UsageError
from claimcheck.triage import triage
from claimcheck.triage.baseline import read_baseline
from claimcheck.types import Report, Skipped

if TYPE_CHECKING:
    from claimcheck.pipeline import Models

Location = str | os.PathLike[str]


def audit(
    paths: Location | Iterable[Location],
    *,
    config: Config | Location | None = None,
    name: str | None = None,
    models: Models | None = None,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Audit articles about one event, as `claimcheck audit` does, and return the report.

    `paths` are articles or folders of them. `config` is a configuration, the file that
    holds one, or None to look for it as the command line does: upwards from the paths,
    then in the environment; `Config()` is the defaults. `models` keeps models loaded
    from one call to the next, `progress` is called with each stage.

    Raises UsageError for a wrong configuration, NothingToAudit when no input could be
    read and ModelError when a model is missing or damaged; all are ClaimcheckErrors.
    """
    places = _places(paths)
    chosen = config if isinstance(config, Config) else load(places, file=config)
    baseline = read_baseline(chosen.baseline) if chosen.baseline else None
    import_lightly(chosen)
    from claimcheck import pipeline  # noqa: PLC0415 — what it imports takes long

    settings = chosen.settings()
    report = pipeline.audit(
        places,
        name=name,
        settings=settings,
        models=models or load_models(chosen),
        progress=progress or pipeline.quiet,
    )
    ours = {chosen.baseline, chosen.file}
    report = replace(report, skipped=tuple(s for s in report.skipped if not _is_ours(s, ours)))
    return triage(report, baseline=baseline, waivers=chosen.waivers, settings=settings)


def load_config(paths: Location | Iterable[Location] = ".", *, file: Location | None = None) -> Config:
    """The configuration that an audit of `paths` would use, or the one in `file`, the environment over it."""
    return load(_places(paths), file=file)


def render(report: Report, form: str = "markdown") -> str:
    """A report in one of the formats of `claimcheck audit --format`; UsageError for another."""
    from claimcheck.report.formats import FORMATS  # noqa: PLC0415 — as above

    if form not in FORMATS:
        raise UsageError(f"{form}: no such format; there are {', '.join(FORMATS)}")
    return FORMATS[form].render(report)


def load_models(config: Config) -> Models:
    """The models that a configuration names, each loaded when it is first needed."""
    import_lightly(config)
    from claimcheck.pipeline import default_models  # noqa: PLC0415 — as above

    return default_models(config.models_parser, config.models_embedder, config.models_entailment)


def import_lightly(config: Config) -> None:
    """Import spaCy and NLTK without torch, scipy and scikit-learn; before anything imports the pipeline."""
    from claimcheck import models  # noqa: PLC0415 — as above

    with suppress(ModelError):  # no parser is installed: told by what needs it
        heavy = models.needs_torch((config.models_parser,)) if config.models_parser else models.needs_torch()
        models.import_lightly(needs_torch=heavy)


def _places(paths: Location | Iterable[Location]) -> Sequence[Path]:
    places = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    if not places:
        raise UsageError("no input given; name an article or a folder")
    return [Path(place) for place in places]


def _is_ours(skipped: Skipped, ours: set[str | None]) -> bool:
    """Whether a file that was left out is no article but part of the configuration."""
    return not skipped.error and (skipped.path in ours or skipped.path.endswith((BESIDE, FILE)))
