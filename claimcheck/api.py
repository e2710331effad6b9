"""An audit as a program calls it: the configuration found, the pipeline run, known and waived findings marked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from claimcheck.cache import Cache, open_cache
from claimcheck.config import Config, load
from claimcheck.config.files import BESIDE, FILE
from claimcheck.config.idle import idle
from claimcheck.errors import ModelError, UsageError
from claimcheck.models import Models, check_entailment, default_models, import_splitter
from claimcheck.runs import Progress, Stage, default_name, now, quiet
from claimcheck.sources.inputs import contents
from claimcheck.triage import triage
from claimcheck.triage.baseline import read_baseline
from claimcheck.types import Report, Skipped

if TYPE_CHECKING:
    from claimcheck.pipeline import Reading
    from claimcheck.workers import Helpers

Location = str | os.PathLike[str]


def audit(
    paths: Location | Iterable[Location],
    *,
    config: Config | Location | None = None,
    name: str | None = None,
    models: Models | None = None,
    progress: Progress | None = None,
) -> Report:
    """Audit articles about one event, as `claimcheck audit` does, and return the report.

    `paths` are articles or folders of them. `config` is a configuration, the file that
    holds one, or None to look for it as the command line does: upwards from the paths,
    then in the environment; `Config()` is the defaults. `models` keeps models loaded
    from one call to the next, `progress` is called with each stage (a str), and
    again as a long one advances (`stage.done` of `stage.total`).

    Raises UsageError for a wrong configuration, NothingToAudit when no input could be
    read and ModelError when a model is missing or damaged; all are ClaimcheckErrors.
    """
    places = _places(paths)
    chosen = config if isinstance(config, Config) else load(places, file=config)
    baseline = read_baseline(chosen.baseline) if chosen.baseline else None
    settings = chosen.settings()
    _check_models(chosen)
    with open_cache(chosen.cache) as cache:
        report = _audited(places, chosen, name, models, cache, progress or quiet)
    ours = {chosen.baseline, chosen.file}
    report = replace(
        report,
        skipped=tuple(s for s in report.skipped if not _is_ours(s, ours)),
        notices=idle(chosen, report.documents),
    )
    return triage(report, baseline=baseline, waivers=chosen.waivers, settings=settings)


def _audited(  # noqa: PLR0913, PLR0917 — what `audit` was given, worked out
    places: Sequence[Path], chosen: Config, name: str | None, given: Models | None, cache: Cache, progress: Progress
) -> Report:
    """The report on these articles, from an earlier run if nothing at all has changed since."""
    settings, models = chosen.settings(), given or load_models(chosen)
    seen = contents(places) if models.identify and cache.store is not None else None
    made_of = (repr(settings), settings.root, repr(models.infos), *seen) if seen is not None else None
    if made_of is not None and (known := cache.recall(Report, {"report": made_of}).get("report")):
        progress(Stage("Nothing has changed: the report comes from the cache"))
        return replace(known, name=name or default_name(places), run=replace(known.run, when=now()))
    with _helpers(chosen, models) as helpers:
        if given is None:  # else this process has its parser at hand, or will have
            helpers.begin()
        report: Report = _engine().audit(
            places,
            name=name,
            settings=settings,
            models=models,
            cache=cache if models.identify else None,
            helpers=helpers,
            progress=progress,
        )
    if made_of is not None:
        cache.keep(report, made_of)
    return report


def extract(paths: Sequence[Path], chosen: Config, progress: Progress = quiet) -> Reading:
    """What an audit of these articles would extract from them."""
    models = load_models(chosen)
    _check_models(chosen)
    with open_cache(chosen.cache) as cache, _helpers(chosen, models) as helpers:
        helpers.begin()
        reading: Reading = _engine().show(
            paths,
            settings=chosen.settings(),
            models=models,
            cache=cache,
            helpers=helpers,
            progress=progress,
        )
    return reading


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
    return default_models(
        config.models_parser, config.models_embedder, config.models_entailment, threads=config.jobs or 0
    )


def _check_models(config: Config) -> None:
    """ModelError for a model that no rule asks yet and that is not there; the others are asked who they are."""
    if config.models_entailment == "off":
        return
    try:
        check_entailment(config.models_entailment)
    except ModelError as error:
        raise ModelError(f"{config.place('models.entailment')}: {error}") from error


def _engine() -> ModuleType:
    """The pipeline, with all that it takes."""
    import_splitter()
    from claimcheck import pipeline  # noqa: PLC0415 — half a second, which a report from the cache does not take

    return pipeline


def _helpers(config: Config, models: Models) -> Helpers:
    """The processes that may work beside this one; none for models that only this one has."""
    from claimcheck.models.runtime import cores  # noqa: PLC0415 — as above
    from claimcheck.workers import Helpers  # noqa: PLC0415 — as above

    return Helpers((config.jobs or cores()) - 1 if models.identify else 0, models.parser_name)


def _places(paths: Location | Iterable[Location]) -> Sequence[Path]:
    places = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    if not places:
        raise UsageError("no input given; name an article or a folder")
    return [Path(place) for place in places]


def _is_ours(skipped: Skipped, ours: set[str | None]) -> bool:
    """Whether a file that was left out is no article but part of the configuration."""
    return not skipped.error and (skipped.path in ours or skipped.path.endswith((BESIDE, FILE)))
