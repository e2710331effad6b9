"""What a run may choose, as the pipeline takes it: data alone, so that reading a configuration loads nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimcheck.types import Severity

Severities = tuple[tuple[str, Severity], ...]  # (code or prefix, what its findings count as)
Groups = tuple[tuple[str, ...], ...]  # articles by name, those of one group together


@dataclass(frozen=True, slots=True)
class Override:
    """What is chosen otherwise for some articles."""

    paths: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    severity: Severities = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may choose. Codes may be prefixes: "CC1" stands for all number rules."""

    select: tuple[str, ...] = ()  # empty: every rule
    ignore: tuple[str, ...] = ()
    severity: Severities = ()
    min_confidence: float = 0.0
    names: tuple[str, ...] = ()  # house style: the spellings to prefer
    independent: Groups = ()  # articles that are origins of their own, whatever they share
    same_origin: Groups = ()  # articles of one origin, however little they share
    overrides: tuple[Override, ...] = ()
    root: str = field(default="", repr=False, compare=False)  # the folder that patterns of paths count from

    def keeps(self, code: str) -> bool:
        """Whether the rule with this code runs."""
        return code.startswith(self.select or ("",)) and not (self.ignore and code.startswith(self.ignore))

    def described(self) -> tuple[tuple[str, str], ...]:
        """Every choice in words, for the report: the rules always, the rest where it was made."""
        return tuple(_described(self))


DEFAULTS = Settings()


def regrade(severities: Severities, code: str) -> Severity | None:
    """What findings of this rule count as: the longest prefix speaks; None where none does."""
    fitting = [(len(prefix), severity) for prefix, severity in severities if code.startswith(prefix)]
    return max(fitting, key=lambda entry: entry[0])[1] if fitting else None


def _described(settings: Settings) -> Iterator[tuple[str, str]]:
    yield "select", ",".join(settings.select)
    yield "ignore", ",".join(settings.ignore)
    if settings.severity:
        yield "severity", _graded(settings.severity)
    if settings.min_confidence:
        yield "min-confidence", f"{settings.min_confidence:g}"
    if settings.names:
        yield "names", ", ".join(settings.names)
    for key, groups in (("independent", settings.independent), ("same-origin", settings.same_origin)):
        if groups:
            yield key, "; ".join(", ".join(group) for group in groups)
    for override in settings.overrides:
        choices = [f"ignore {','.join(override.ignore)}"] if override.ignore else []
        choices += [_graded(override.severity)] if override.severity else []
        yield f"for {', '.join(override.paths)}", "; ".join(choices)


def _graded(severities: Sequence[tuple[str, Severity]]) -> str:
    return ", ".join(f"{code} = {severity}" for code, severity in severities)
