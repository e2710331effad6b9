"""What was found compatible, the aligned facts for an audit of the alignment, and the method."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.report import escape
from claimcheck.report.sections.layout import Blocks, cell, fold, place, table
from claimcheck.report.view import View, count, sentence
from claimcheck.types import Compatible, Coverage, Run, Variant

_OPEN = 20  # compatible entries shown without folding
_UNSET = {"select": "all rules", "ignore": "none"}  # what a setting means that nobody set
_COLUMNS = 8  # articles up to which the facts stand in a column each

LIMITS = """\
- It compares the articles with each other, never with the world: all of them may be wrong together.
- It detects and does not arbitrate. A consensus is the value that most independent origins give, no more.
- Articles count as one origin when they share most of their words. Two accounts reworded from one \
source that is not here count as two.
- Which passages speak of the same fact is judged by models and rules. It can miss a divergence and can set \
two facts against each other; the table of aligned facts is there to check it.
- Dates marked as inferred were not stated by the file; what rests on them should be checked first.
- It reads English."""


def compatible(view: View) -> Blocks:
    """The values that differ on the face and agree, with the reasons."""
    entries = view.report.compatible
    if not entries:
        return
    yield "## Examined and found compatible"
    yield "These look different and are not counted as divergences, for the reason given."
    facts: dict[str, list[Compatible]] = {}
    for entry in entries:
        facts.setdefault(entry.fact, []).append(entry)
    listed = "\n".join(line for fact, found in facts.items() for line in _compatible(view, fact, found))
    if len(entries) > _OPEN:
        yield from fold(f"{len(entries):,} entries", [listed])
    else:
        yield listed


def coverage(view: View) -> Blocks:
    """The aligned facts and what each article says of them, folded."""
    facts = tuple(fact for fact in view.report.coverage if fact.origins > 1)
    copied = len(view.report.coverage) - len(facts)
    if not view.report.coverage:
        return
    yield "## Aligned facts"
    left_out = f" Left out: {count(copied, 'fact')} of one origin, in copies of its text." if copied else ""
    yield f"What was taken for one fact, and what each article says of it.{left_out}"
    if facts:
        yield from fold(f"{count(len(facts), 'fact')} by article", _facts(view, facts))


def method(view: View) -> Blocks:
    """Versions, models, settings, the time of the run, and the limits."""
    run = view.report.run
    yield "## Method"
    yield (
        "Sentences are split into claims, claims that state the same fact are aligned across and within the "
        "articles, and typed rules compare the values they give. Copies of one text count once. "
        "`claimcheck explain CODE` says what a rule does and what it leaves alone."
    )
    yield table(("Setting", "Value"), _settings(run))
    yield table(
        ("Model", "Name", "Version", "SHA-256"),
        ((cell(m.role), cell(m.name), cell(m.version), escape.markdown(m.sha256)) for m in run.models),
    )
    yield "What it does not do:"
    yield LIMITS


def _settings(run: Run) -> Iterator[tuple[str, str]]:
    yield "claimcheck", escape.markdown(run.version)
    for key, value in run.settings:
        yield escape.markdown(key), cell(value or _UNSET.get(key, "default"), 100)
    yield "configuration", escape.markdown(run.config_hash)
    yield "run at", escape.markdown(run.when)


def _compatible(view: View, fact: str, entries: Sequence[Compatible]) -> Iterator[str]:
    """One list item a fact, with its reasons under it if it has several."""
    head = escape.bold(view.say(fact))
    if len(entries) == 1:
        yield f"- {head}: {_reason(view, entries[0])}"
        return
    yield f"- {head}:"
    yield from (f"  - {_reason(view, entry)}" for entry in entries)


def _reason(view: View, entry: Compatible) -> str:
    shown = "; ".join(_compatible_value(view, variant) for variant in entry.variants)
    return f"{escape.markdown(sentence(view.say(entry.reason)), start=False)} — {shown}"


def _compatible_value(view: View, variant: Variant) -> str:
    firsts = {e.span.document: e.span for e in reversed(variant.evidence)}
    where = ", ".join(place(view, firsts[d]) for d in view.documents if d in firsts)
    said = cell(variant.value, 48)
    return f"{said if '“' in said else f'“{said}”'} {where}".rstrip()


def _facts(view: View, facts: tuple[Coverage, ...]) -> Iterator[str]:
    if len(view.documents) > _COLUMNS:
        yield table(
            ("Fact", "Origins", "Values"),
            ((cell(view.say(f.fact)), str(f.origins), _values_in_line(view, f)) for f in facts),
        )
        return
    names = [cell(label) for label in view.labels.values()]
    yield table(("Fact", *names, "Origins"), (_fact_row(view, fact) for fact in facts), right=("Origins",))


def _fact_row(view: View, fact: Coverage) -> tuple[str, ...]:
    cells = (_said(fact, document) for document in view.documents)
    return (cell(view.say(fact.fact)), *cells, str(fact.origins))


def _said(fact: Coverage, document: str) -> str:
    said = list(dict.fromkeys(value for where, value in fact.values if where == document))
    if said:
        return " / ".join(cell(value, 50) for value in said)
    return "stated" if document in fact.documents else ""


def _values_in_line(view: View, fact: Coverage) -> str:
    said = ((d, _said(fact, d)) for d in view.documents)
    return "; ".join(f"{escape.markdown(view.labels[d])}: {value}" for d, value in said if value)
