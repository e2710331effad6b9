"""What was extracted: the contract `claimcheck/extraction/1`, and the same to read in a terminal."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimcheck import __version__
from claimcheck.report.escape import plain
from claimcheck.report.json_report import document_fields, dump, offsets
from claimcheck.report.view import count, count_words, day, line_of, percent, skip_line
from claimcheck.types import (
    Claim,
    Document,
    Extraction,
    Mention,
    Name,
    Origin,
    Quantity,
    Quotation,
    Sentence,
    Skipped,
    Span,
    Time,
)

SCHEMA = "claimcheck/extraction/1"

Object = dict[str, Any]


def render_extraction_json(
    extractions: Sequence[Extraction], origins: Sequence[Origin] = (), skipped: Sequence[Skipped] = ()
) -> str:
    """Every document with its sentences, claims, mentions and quotations; offsets as in the report."""
    return dump(
        {
            "schema": SCHEMA,
            "tool": {"name": "claimcheck", "version": __version__},
            "documents": [_document(extraction) for extraction in extractions],
            "origins": [{"id": o.id, "documents": list(o.documents), "shared": round(o.shared, 4)} for o in origins],
            "skipped": [{"path": s.path, "reason": s.reason, "error": s.error} for s in skipped],
        }
    )


def render_extraction_text(
    extractions: Sequence[Extraction], origins: Sequence[Origin] = (), skipped: Sequence[Skipped] = ()
) -> str:
    """The same as plain text: each sentence with what was found in it indented under it."""
    lines: list[str] = []
    for extraction in extractions:
        lines += [*_text(extraction), ""]
    if len(extractions) > 1:
        lines += ["origins", *(f"  {_origin(origin)}" for origin in origins), ""]
    lines += [f"not read: {plain(skip_line(s))}" for s in skipped]
    return "\n".join(lines).rstrip("\n") + "\n"


def describe(value: Quantity | Time | Name) -> str:
    """A value in a few words: what the machine takes the text to mean."""
    if isinstance(value, Quantity):
        return _quantity(value)
    if isinstance(value, Time):
        return _time(value)
    return ", ".join(part for part in (value.text, " ".join(value.titles), value.role) if part)


def _document(extraction: Extraction) -> Object:
    return {
        **document_fields(extraction.document),
        "sentences": [{**offsets(s.span), "kind": s.kind, "paragraph": s.paragraph} for s in extraction.sentences],
        "claims": [_claim(claim) for claim in extraction.claims],
        "mentions": [
            {"kind": m.kind, **offsets(m.span), "text": _slice(extraction.document, m.span), "value": _value(m.value)}
            for m in extraction.mentions
        ],
        "quotations": [_quotation(extraction.document, quotation) for quotation in extraction.quotations],
        "boilerplate": [{"start": b.start, "end": b.end, "kind": b.kind} for b in extraction.document.boilerplate],
    }


def _claim(claim: Claim) -> Object:
    return {
        "id": claim.id,
        **offsets(claim.span),
        "spans": [offsets(span) for span in claim.spans],
        "text": claim.text,
        "voice": claim.voice,
        "certainty": claim.certainty,
        "polarity": claim.polarity,
        "predicate": claim.predicate,
        "arguments": [{"role": a.role, "text": a.text, **offsets(a.span)} for a in claim.arguments],
        "sentence": claim.sentence,
    }


def _quotation(document: Document, quotation: Quotation) -> Object:
    return {
        **offsets(quotation.span),
        "text": _slice(document, quotation.span),
        "speaker": quotation.speaker,
        "speech": quotation.speech,
        "closed": quotation.closed,
    }


def _slice(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]


def _value(value: Quantity | Time | Name) -> Object:
    """A value as an object; `reading` says it in words. An open end of an interval is null."""
    reading = {"reading": describe(value)}
    if isinstance(value, Quantity):
        return reading | {
            "low": _finite(value.low),
            "high": _finite(value.high),
            "unit": value.unit,
            "kind": value.kind,
            "stated": value.stated,
            "approximation": value.approximation,
            "noun": value.noun,
            "modifiers": list(value.modifiers),
            "scope": list(value.scope),
            "listed": list(value.listed),
        }
    if isinstance(value, Time):
        return reading | {
            "start": value.start.isoformat() if value.start else None,
            "end": value.end.isoformat() if value.end else None,
            "granularity": value.granularity,
            "anchor": value.anchor,
            "zone": value.zone,
            "approximate": value.approximate,
            "part": value.part,
            "bound": value.bound,
        }
    return reading | {"name": value.text, "kind": value.kind, "titles": list(value.titles), "role": value.role}


def _finite(number: float) -> float | None:
    return number if math.isfinite(number) else None


def _quantity(value: Quantity) -> str:
    low, high = f"{value.low:,.10g}", f"{value.high:,.10g}"
    if value.exact:
        bounds = low
    elif math.isinf(value.high):
        bounds = f"{low} or more"
    elif math.isinf(value.low):
        bounds = f"{high} or less"
    else:
        bounds = f"{low} to {high}"
    counted = " ".join((*value.scope, *value.modifiers, value.noun)).strip()
    return " ".join(part for part in (bounds, value.unit, counted) if part)


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _time(value: Time) -> str:
    if value.start is None or value.end is None:
        said = [_DAYS[value.weekday]] if value.weekday is not None else []
        said += [f"{p:02}" for p in (value.year, value.month, value.day) if p is not None]
        return f"{' '.join(said) or value.granularity}, unresolved"
    clock = value.granularity in ("minute", "hour", "part-of-day")
    shape = "%Y-%m-%d %H:%M" if clock else "%Y-%m-%d"
    anchor = f" ({value.anchor})" if value.anchor else ""
    return f"{value.start.strftime(shape)} up to {value.end.strftime(shape)}{anchor}"


def _text(extraction: Extraction) -> Iterator[str]:
    document = extraction.document
    claims, mentions, quotations = _by_sentence(extraction)
    yield f"{plain(document.id)}  {plain(document.path)}"
    yield f"  {_about(extraction)}"
    yield from (f"  note: {plain(note)}" for note in document.notes)
    for index, sentence in enumerate(extraction.sentences):
        line, kind = (
            line_of(document.text, sentence.span.start),
            "" if sentence.kind == "body" else f" [{sentence.kind}]",
        )
        yield ""
        yield f"  {line}{kind}  {plain(_slice(document, sentence.span))}"
        yield from (f"      claim        {_claim_line(claim)}" for claim in claims[index])
        yield from (f"      {mention.kind:<12} {_mention_line(mention)}" for mention in mentions[sentence])
        for quotation in quotations[sentence]:
            yield f"      quotation    {plain(quotation.speaker) or 'speaker unknown'}: “{plain(quotation.text)}”"


def _about(extraction: Extraction) -> str:
    document = extraction.document
    published = document.published
    dated = "date unknown"
    if published:
        inferred = f" (inferred: {plain(published.note) or published.origin})" if published.origin != "metadata" else ""
        dated = f"published {day(published)}{inferred}"
    parts = (
        plain(document.source or ""),
        dated,
        count(count_words(document), "word"),
        count(len(extraction.sentences), "sentence"),
        count(len(extraction.claims), "claim"),
    )
    return " · ".join(part for part in parts if part)


def _claim_line(claim: Claim) -> str:
    voice = plain(claim.voice) or "the article"
    return f"{plain(claim.text)}  [{voice}; {claim.certainty}; {claim.polarity}]"


def _mention_line(mention: Mention) -> str:
    return f"{plain(mention.text)}  = {plain(describe(mention.value))}"


def _by_sentence(
    extraction: Extraction,
) -> tuple[Mapping[int, list[Claim]], Mapping[Sentence, list[Mention]], Mapping[Sentence, list[Quotation]]]:
    """What was found, by the sentence it begins in: the claims by its number."""
    claims: dict[int, list[Claim]] = defaultdict(list)
    mentions: dict[Sentence, list[Mention]] = defaultdict(list)
    quotations: dict[Sentence, list[Quotation]] = defaultdict(list)
    for claim in extraction.claims:
        claims[claim.sentence].append(claim)
    for mention in extraction.mentions:
        for sentence in extraction.sentences_at(_beginning(mention.span)):
            mentions[sentence].append(mention)
    for quotation in extraction.quotations:
        for sentence in extraction.sentences_at(_beginning(quotation.span)):
            quotations[sentence].append(quotation)
    return claims, mentions, quotations


def _beginning(span: Span) -> Span:
    return Span(span.document, span.start, span.start + 1)


def _origin(origin: Origin) -> str:
    shared = f"  ({percent(origin.shared)} of the words in common)" if len(origin.documents) > 1 else ""
    return f"{plain(origin.id)}: {', '.join(plain(d) for d in origin.documents)}{shared}"
