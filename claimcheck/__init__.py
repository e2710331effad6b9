"""claimcheck: a linter for facts.

    import claimcheck

    report = claimcheck.audit(["articles/"])
    for finding in report.findings:
        print(finding.severity, finding.code, finding.message)

`audit` returns a `Report`; `render` writes one in any format of the command line. A
configuration is looked for as the command line does, or given: `config=Config(...)`, or
the path of a file. What can go wrong is a `ClaimcheckError`, its message one line.

`import claimcheck` itself costs next to nothing: each name is imported when it is used.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing's own, without importing typing: type checkers know the name

if TYPE_CHECKING:
    from claimcheck.api import audit, load_config, render
    from claimcheck.config import Config
    from claimcheck.errors import ClaimcheckError, InputError, ModelError, NothingToAudit, UsageError
    from claimcheck.types import Compatible, Document, Evidence, Finding, Report, Span, Variant

__version__ = "0.1.0"

__all__ = [
    "ClaimcheckError",
    "Compatible",
    "Config",
    "Document",
    "Evidence",
    "Finding",
    "InputError",
    "ModelError",
    "NothingToAudit",
    "Report",
    "Span",
    "UsageError",
    "Variant",
    "__version__",
    "audit",
    "load_config",
    "render",
]

_HOMES = {
    "claimcheck.api": ("audit", "load_config", "render"),
    "claimcheck.config": ("Config",),
    "claimcheck.errors": ("ClaimcheckError", "InputError", "ModelError", "NothingToAudit", "UsageError"),
    "claimcheck.types": ("Compatible", "Document", "Evidence", "Finding", "Report", "Span", "Variant"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Each public name from its home, when it is first asked for (PEP 562)."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 — `import claimcheck` needs none

    found: object = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
