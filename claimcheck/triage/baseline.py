"""A baseline: the findings that were there when somebody drew the line. A JSON file, made to be committed."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.settings import DEFAULTS, Settings
from claimcheck.types import Document, Finding, Report

SCHEMA = "claimcheck/baseline/1"


@dataclass(frozen=True, slots=True)
class Entry:
    """One known finding, with what a reader of the file wants to know of it."""

    fingerprint: str
    code: str
    fact: str
    documents: tuple[str, ...]  # paths, from the folder of the baseline


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings, and the file they stand in."""

    path: str
    entries: tuple[Entry, ...] = ()


def read_baseline(path: str) -> Baseline:
    """The baseline in a file; UsageError where there is none, or no baseline in it."""
    try:
        loaded = json.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UsageError(f"{path}: no such file; `claimcheck baseline PATH... --output {path}` writes one") from error
    except OSError as error:
        raise UsageError(f"{path}: the baseline cannot be read ({(error.strerror or str(error)).lower()})") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path}: not a baseline (not JSON); write it anew with `claimcheck baseline`") from error
    try:
        return Baseline(path, _entries(loaded))
    except (KeyError, TypeError) as error:
        raise UsageError(f"{path}: not a baseline ({SCHEMA}); write it anew with `claimcheck baseline`") from error


def existing(path: str) -> Baseline | None:
    """The baseline that a new one will replace, if there is one; UsageError for a file that is something else."""
    if not Path(path).exists():
        return None
    try:
        return read_baseline(path)
    except UsageError as error:
        raise UsageError(f"{path}: is not a baseline and is not overwritten; choose another --output") from error


def mark(
    findings: Sequence[Finding], baseline: Baseline, documents: Sequence[Document], settings: Settings = DEFAULTS
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings, each known or new; and a line when entries about these articles found nothing any more.

    A fingerprint that the baseline has once makes one finding known, not two.
    """
    left = Counter(entry.fingerprint for entry in baseline.entries)
    marked = []
    for finding in findings:
        known = left[finding.fingerprint] > 0
        left[finding.fingerprint] -= known
        marked.append(replace(finding, known=known))
    read = {_from(document.path, baseline.path) for document in documents}
    gone = 0
    for entry in baseline.entries:
        if left[entry.fingerprint] > 0 and read.issuperset(entry.documents) and settings.keeps(entry.code):
            left[entry.fingerprint] -= 1
            gone += 1
    if not gone:
        return tuple(marked), ()
    what = "finding is" if gone == 1 else "findings are"
    return tuple(marked), (f"{baseline.path}: {gone} known {what} gone; write the baseline anew to forget them",)


def render_baseline(report: Report, before: Baseline, settings: Settings = DEFAULTS) -> str:
    """The baseline of a report: its findings, waived ones apart, and what `before` says of all that was not looked at.

    That is, of articles that were not read now, as long as they are there, and of rules that did not run.
    """
    paths = {document.id: _from(document.path, before.path) for document in report.documents}
    read = set(paths.values())
    entries = [_entry(f, paths) for f in report.findings if f.waived is None]
    unseen = (e for e in before.entries if not (read.issuperset(e.documents) and settings.keeps(e.code)))
    entries += [e for e in unseen if _is_there(e, before.path)]
    ordered = sorted(entries, key=lambda e: (e.documents, e.code, e.fingerprint))
    listed = [
        {"fingerprint": e.fingerprint, "code": e.code, "fact": e.fact, "documents": list(e.documents)} for e in ordered
    ]
    return json.dumps({"schema": SCHEMA, "findings": listed}, ensure_ascii=False, indent=2) + "\n"


def _entries(loaded: Any) -> tuple[Entry, ...]:
    if loaded["schema"] != SCHEMA:
        raise KeyError(SCHEMA)
    return tuple(
        Entry(str(e["fingerprint"]), str(e["code"]), str(e.get("fact", "")), tuple(map(str, e.get("documents", ()))))
        for e in loaded["findings"]
    )


def _entry(finding: Finding, paths: dict[str, str]) -> Entry:
    documents = sorted({paths[d] for variant in finding.variants for d in variant.documents})
    return Entry(finding.fingerprint, finding.code, finding.fact, tuple(documents))


def _is_there(entry: Entry, baseline: str) -> bool:
    folder = Path(baseline).parent
    return all((folder / path).exists() for path in entry.documents)


def _from(path: str, baseline: str) -> str:
    """A path as seen from the folder of the baseline, so that the file means the same wherever a command runs."""
    try:
        return Path(os.path.relpath(path, Path(baseline).parent)).as_posix()
    except ValueError:  # another drive
        return Path(path).as_posix()
