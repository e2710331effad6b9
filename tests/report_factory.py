"""A hand-made report: four short articles on one evening, with nothing left to the models."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.rules.base import Rule, finding, variant
from claimcheck.types import (
    Boilerplate,
    Claim,
    Compatible,
    Coverage,
    Document,
    Extraction,
    Finding,
    Frame,
    Ledger,
    Mention,
    ModelInfo,
    Name,
    Origin,
    Overlap,
    Published,
    Quantity,
    Quotation,
    Report,
    Run,
    Sentence,
    SharedPassage,
    Skipped,
    Span,
)

TEXTS = {
    "alpha": (
        "Seven leaders dined in The Hague on Tuesday.\n"
        "“It is too early to make any final judgment about the move, whatever you think of it,” "
        "the alliance chief said after the dinner.\n"
        "The summit is next week.\n\nShare this: Twitter\n"
    ),
    "beta": (
        "Seven leaders dined in The Hague on Tuesday.\r\n"
        '"It is too early to make any final judgment about the move, whatever you think of it," '
        "the alliance chief said after the dinner.\r\n"
        "The summit is next week.\r\n"
    ),
    "gamma": (
        "Eight leaders | among them *three* women & <b>two</b> kings | met in The Hague; it cost $5 or `more`.\n"
        "“It is too early to make a final judgment about the move, whatever they think of it,” "
        "the alliance chief Jens Stoltenbergsaid.\n"
        "# The summit opens on July 11.\n"
    ),
    "delta": "- Six other leaders came to the table of the host in The Hague.\nThe summit is on July 11, or July 12.\n",
}
RULES = (
    Rule("CC101", "count-conflict", "error", lambda _: iter(())),
    Rule("CC204", "misspelling", "warning", lambda _: iter(())),
    Rule("CC301", "date-conflict", "error", lambda _: iter(())),
    Rule("CC401", "quote-altered", "error", lambda _: iter(())),
    Rule("CC601", "single-origin", "note", lambda _: iter(())),
    Rule("CC603", "copied-text", "note", lambda _: iter(())),
)
QUOTE = "It is too early to make any final judgment about the move, whatever you think of it,"
ALTERED = "It is too early to make a final judgment about the move, whatever they think of it,"


def at(document: str, words: str) -> Span:
    """The first place where a document says these words."""
    start = TEXTS[document].index(words)
    return Span(document, start, start + len(words))


def document(name: str) -> Document:
    """One article of the hand-made event."""
    text = TEXTS[name]
    published = {
        "alpha": Published(2023, 6, 27, "metadata"),
        "beta": Published(2023, 6, 27, "near-copy", "inherited from alpha, nearly the same text"),
        "gamma": Published(2023, None, None, "event", "the year is that of the other articles"),
    }
    share = text.find("Share this")
    return Document(
        id=name,
        path=f"articles/{name}.txt",
        text=text,
        title="A dinner | in The Hague" if name == "alpha" else None,
        source={"alpha": "The Daily <Wire>", "gamma": "Gazette"}.get(name),
        published=published.get(name),
        boilerplate=(Boilerplate(share, len(text), "share"),) if share >= 0 else (),
    )


def extraction(name: str) -> Extraction:
    """Its sentences, one a line, each a claim; one number and one quotation where there are any."""
    text, sentences, start = TEXTS[name], [], 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        if line.strip() and "Share this" not in line:
            sentences.append(Sentence(Span(name, start, start + len(line.rstrip())), number))
        start += len(line)
    first = sentences[0]
    words = text.split()[0]
    mention = Mention(at(name, words), "quantity", words, Quantity(7, 7, "count", stated=7, noun="leader"))
    frame = Frame(mention, ("leader", "dine"), "agent", first.span)
    claims = tuple(
        Claim(
            id=f"{name}-{n}", span=s.span, spans=(s.span,), text=text[s.span.start : s.span.end], predicate="be",
            arguments=(), frames=(frame,) if s is first else (), sentence=n,
        )
        for n, s in enumerate(sentences)
    )  # fmt: skip
    said = next((q for q in (QUOTE, ALTERED) if q in text), None)
    quotation = Quotation(at(name, said), said, "Jens Stoltenberg", None, 1) if said else None
    person = Mention(first.span, "person", "Hague", Name("Hague", "place", ("Hague",)))
    return Extraction(
        document=document(name),
        sentences=tuple(sentences),
        parses=(),
        claims=claims,
        mentions=(mention, person),
        quotations=(quotation,) if quotation else (),
    )


def ledger(names: tuple[str, ...] = tuple(TEXTS)) -> Ledger:
    """The aligned event; alpha and beta are one text."""
    together = tuple(n for n in ("alpha", "beta") if n in names)
    origins = [Origin("O1", together, 0.97 if len(together) > 1 else 1.0)] if together else []
    origins += [Origin(f"O{n}", (name,), 1.0) for n, name in enumerate(names, 2) if name not in together]
    overlaps = [Overlap(a, b, 0.97, (_shared(a, b),)) for a, b in (("alpha", "beta"), ("beta", "alpha"))]
    overlaps.append(Overlap("gamma", "alpha", 0.41, (_shared("gamma", "alpha"),)))
    return Ledger(
        extractions=tuple(extraction(name) for name in names),
        origins=tuple(origins),
        overlaps=tuple(o for o in overlaps if {o.document, o.other} <= set(names)),
        entities=(),
        facts=(),
        utterances=(),
    )


def _shared(a: str, b: str) -> SharedPassage:
    return SharedPassage(at(a, "The summit"), at(b, "The summit"), 0.9)


def findings(book: Ledger) -> tuple[Finding, ...]:
    """An error on a number, one on a quotation, a date within and across, a warning, a note, the folded notes."""
    return (
        finding(
            "CC601", severity="note", fact="what only delta states", message="1 claim rests on delta alone.",
            reason="No other origin states it.", confidence=0.6,
            variants=[variant(book, "stated by one origin", [at("delta", "Six other leaders came to the table")])],
        ),
        finding(
            "CC202", severity="note", fact="the spelling of a place", message="House styles differ.",
            reason="Both spellings are in use.", confidence=0.9,
            variants=[variant(book, "The Hague", [at("alpha", "The Hague"), at("beta", "The Hague")]),
                      variant(book, "The Hague;", [at("gamma", "The Hague;")])],
        ),
        finding(
            "CC204", severity="warning", fact="two words run together", message="“Stoltenbergsaid” lacks a space.",
            reason="The parts are words of their own.", confidence=0.9, check="The spacing.",
            variants=[variant(book, "Stoltenbergsaid", [at("gamma", "Stoltenbergsaid")])],
        ),
        finding(
            "CC301", severity="error", fact="the day of the summit", message="delta gives two days.",
            reason="July 11 and July 12 are two days.", confidence=0.8,
            variants=[variant(book, day, [at("delta", day)]) for day in ("July 11", "July 12")],
        ),
        finding(
            "CC101", severity="error", fact="leaders at the dinner | in The Hague", message="Seven leaders or eight.",
            reason="Seven and eight are different exact numbers of the same people.", confidence=0.934,
            check="Does eight count the host?",
            variants=[variant(book, "Eight leaders", [at("gamma", "Eight leaders")]),
                      variant(book, "seven leaders", [at("alpha", "Seven leaders"), at("beta", "Seven leaders"),
                                                      at("delta", "Six other leaders")])],
        ),
        finding(
            "CC401", severity="error", fact="what the alliance chief said of the move",
            message="One quotation, two wordings.", reason="“you” has become “they”.", confidence=0.9,
            variants=[variant(book, QUOTE, [at("alpha", QUOTE), at("beta", QUOTE)]),
                      variant(book, ALTERED, [at("gamma", ALTERED)])],
        ),
    )  # fmt: skip


def report() -> Report:
    """The whole hand-made report."""
    book = ledger()
    return Report(
        name="dinner",
        documents=tuple(document(name) for name in TEXTS),
        ledger=book,
        findings=findings(book),
        compatible=(
            Compatible(
                "leaders at the table",
                "six others and the host are seven",
                (
                    variant(book, "Seven leaders", [at("alpha", "Seven leaders")]),
                    variant(book, "Six other leaders", [at("delta", "Six other leaders")]),
                ),
            ),
        ),
        coverage=(
            Coverage("day of the summit", ("alpha", "gamma"), 2, (("alpha", "next week"), ("gamma", "July | 11"))),
            Coverage("a dinner was held", ("alpha", "beta", "gamma", "delta"), 3),
        ),
        skipped=(Skipped("articles/photo.jpg", "not a text format", False), Skipped("articles/x.txt", "empty", True)),
        run=Run(
            version="0.1.0",
            models=(ModelInfo("parser", "en_core_web_sm", "3.8.0", "ab" * 32),),
            config_hash="0123456789abcdef",
            when="2026-01-02T03:04:05Z",
            settings=(("select", ""), ("ignore", "CC5")),
        ),
    )


def quiet_report(*names: str) -> Report:
    """Some of the articles, and nothing found."""
    book = ledger(names)
    full = report()
    return replace(
        full,
        documents=tuple(document(name) for name in names),
        ledger=book,
        findings=(),
        compatible=(),
        coverage=(),
        skipped=(),
    )
