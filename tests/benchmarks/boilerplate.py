"""How much boilerplate is marked and how much copy is lost, on texts and pages composed for the purpose.

Articles of the clusters, with the lines of `boilerplate_phrases` put where sites put them: above the
text, between its paragraphs, below it. Each article is composed twice, with phrases that the finders were
developed on and with others that they have not seen, and read as a .txt file and as a web page.

    python -m tests.benchmarks.boilerplate [DATA] [--misses]
"""

from __future__ import annotations

import html
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.extract.sentences import split_text
from claimcheck.sources.article import Article, Broken
from claimcheck.sources.formats import READERS
from claimcheck.sources.reading import describe
from claimcheck.types import Document
from tests.benchmarks.boilerplate_phrases import NAMES, OUTLETS, PLACES, SEEN, TOPICS, UNSEEN

if TYPE_CHECKING:
    from tests.benchmarks.quality.lab import Lab, Table

DATA = Path(__file__).parents[3] / "shared" / "data"
HEADERS = ("boilerplate", "phrases", "lines", "marked, .txt", "marked, .html", "sentences", "lost, .txt", "lost, .html")
SETS: Mapping[str, Mapping[str, Sequence[str]]] = {"seen": SEEN, "unseen": UNSEEN}
# Where a kind stands: above the text, between its paragraphs, below it, before its first word, after a caption.
ABOVE, BETWEEN, BELOW, PREFIX, CAPTION = "above", "between", "below", "prefix", "caption"
WHERE: Mapping[str, Sequence[str]] = {
    "prompt": (BETWEEN, BELOW),
    "cookies": (ABOVE, BELOW),
    "related": (BETWEEN, BELOW),
    "advertisement": (BETWEEN,),
    "share": (ABOVE, BELOW),
    "byline": (ABOVE, BELOW),
    "credit": (CAPTION,),
    "correction": (ABOVE, BELOW),
    "timestamp": (BETWEEN,),
    "dateline": (PREFIX,),
    "date line": (ABOVE,),
    "label": (ABOVE,),
}
TITLE = "title"  # a piece that is counted neither way
LEAST = {"timestamp": 3}  # a live blog has several
BELOW_ALONE = re.compile(r"(?i)contributed|copyright|©|reporting|all rights|files from|is a reporter")
ENOUGH = 0.8  # of a line's characters must be marked; of a sentence's, half are enough to lose it


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a composed article: boilerplate of some kind, or a paragraph of copy when `kind` is ""."""

    text: str
    kind: str = ""


@dataclass
class Count:
    """What was seen of one kind in one format."""

    lines: int = 0
    marked: int = 0
    sentences: int = 0
    lost: int = 0


def rows(folder: Path = DATA) -> list[tuple[object, ...]]:
    """One row a kind and set of phrases, as HEADERS names its columns."""
    counts, _ = measure(folder)
    found: list[tuple[object, ...]] = []
    for kind in (*WHERE, "all together"):
        for phrases in SETS:
            text, page = counts[kind, phrases, ".txt"], counts[kind, phrases, ".html"]
            found.append(
                (
                    *(kind, phrases, text.lines, share(text.marked, text.lines), share(page.marked, page.lines)),
                    *(text.sentences, share(text.lost, text.sentences), share(page.lost, page.sentences)),
                )
            )
    return found


def tables(lab: Lab) -> Iterator[Table]:
    """The same as a table of `make bench-quality`."""
    from tests.benchmarks.quality.lab import Table  # noqa: PLC0415 — this file runs without the models too

    lab.path("clusters")
    note = (
        "Articles of the tuning events with boilerplate of our own making, read as text and as a web page. `unseen` "
        "phrases were written after the finders were done, by the same hand, and never tuned on. `lost` is the share "
        "of the articles' own sentences that were marked or left out."
    )
    yield Table("Boilerplate", "clusters", HEADERS, tuple(rows(lab.folder)), note)


def measure(
    folder: Path, *, step: int = 1
) -> tuple[Mapping[tuple[str, str, str], Count], Sequence[tuple[str, str, str]]]:
    """Counts by kind, set of phrases and format; and what was missed: the set and format, the kind, the words.

    `step` leaves all but every so many articles out.
    """
    counts: dict[tuple[str, str, str], Count] = defaultdict(Count)
    missed: list[tuple[str, str, str]] = []
    articles = list(read_articles(folder))
    headlines = [headline(paragraphs[0]) for paragraphs in articles]
    for number, paragraphs in list(enumerate(articles))[::step]:
        kind = tuple(WHERE)[number // step % len(WHERE)]
        for phrases, bank in SETS.items():
            chance = random.Random(f"{phrases} {number}")
            for kinds, label in (([kind], kind), (list(WHERE), "all together")):
                pieces = compose(paragraphs, kinds, Composer(bank, headlines, chance))
                for suffix in (".txt", ".html"):
                    misses = score(pieces, suffix, counts[label, phrases, suffix])
                    missed += ((f"{phrases} {suffix}", what, words) for what, words in misses)
    return counts, missed


def read_articles(folder: Path) -> Iterator[list[str]]:
    """The tuning articles as paragraphs of at most three sentences."""
    split = folder / "split.json"
    held = set(json.loads(split.read_text(encoding="utf-8"))["held"]) if split.exists() else set()
    for event in sorted((folder / "clusters").glob("*/*")):
        if f"{event.parent.name}_{event.name}" in held:
            continue
        for path in sorted(event.glob("*.txt")):
            text = " ".join(path.read_text(encoding="utf-8", errors="replace").split())
            sentences = [text[start:end] for start, end in split_text(text)]
            if len(sentences) >= 6:
                yield [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]


def headline(paragraph: str) -> str:
    """The first words of an article as the headline of another story: no stop, no quotation."""
    words = re.sub(r"[^\w\s'’-]", "", paragraph).split()[:10]
    return " ".join(words[:-1] if words[-1].casefold() in {"the", "a", "of", "to", "in", "and"} else words)


@dataclass
class Composer:
    """Phrases with their blanks filled in."""

    bank: Mapping[str, Sequence[str]]
    headlines: Sequence[str]
    chance: random.Random

    def phrase(self, kind: str, where: str) -> str:
        """A phrase of a kind, fit for the place."""
        fit = [p for p in self.bank[kind] if kind != "byline" or bool(BELOW_ALONE.search(p)) == (where == BELOW)]
        choice, place = self.chance.choice, self.chance.choice(PLACES)
        names = self.chance.sample(NAMES, 2)
        text = choice(fit)
        while "{h}" in text:
            text = text.replace("{h}", choice(self.headlines), 1)
        for blank, word in (
            *(("{n}", names[0]), ("{m}", names[1]), ("{o}", choice(OUTLETS)), ("{t}", choice(TOPICS))),
            *(("{p}", place), ("{P}", place.upper())),
        ):
            text = text.replace(blank, word)
        return text


def compose(paragraphs: Sequence[str], kinds: Sequence[str], composer: Composer) -> list[list[Piece]]:
    """The article with boilerplate of these kinds: lines, each of one piece or of several in a row."""
    title = [Piece(headline(paragraphs[0]), TITLE)]
    lines = [[Piece(paragraph)] for paragraph in paragraphs]
    above: list[list[Piece]] = []
    below: list[list[Piece]] = []
    for kind in kinds:
        where = composer.chance.choice(WHERE[kind])
        for _ in range(LEAST.get(kind, 1)):
            piece = Piece(composer.phrase(kind, where), kind)
            if where == PREFIX:
                first = next(line for line in lines if line[-1].kind == "")
                if len(first) == 1:
                    first.insert(0, piece)
            elif where == CAPTION:
                lines.insert(composer.chance.randint(1, len(lines)), [Piece("Crowds gather near the scene. "), piece])
            elif where == BETWEEN:
                lines.insert(composer.chance.randint(1, len(lines) - 1), [piece])
            else:
                (above if where == ABOVE else below).append([piece])
    return [title, *above, *lines, *below]


def score(lines: Sequence[Sequence[Piece]], suffix: str, count: Count) -> list[tuple[str, str]]:
    """Read the composed article, and count; what was missed or lost, with its kind ("lost" for copy)."""
    document = read_back(lines, suffix)
    covered = bytearray(len(document.text))
    for mark in document.boilerplate:
        covered[mark.start : mark.end] = (2 if mark.kind == "correction" else 1).to_bytes() * (mark.end - mark.start)
    if document.title_span is not None:
        covered[document.title_span.start : document.title_span.end] = bytes(len(document.title_span))
    missed: list[tuple[str, str]] = []
    at = 0
    for piece in (piece for line in lines for piece in line if piece.kind != TITLE):
        for words in split_piece(piece):
            start = find(document.text, words, at, whole=piece.kind not in ("", "dateline", "credit"))
            marked = 1.0 if start < 0 else share_marked(covered[start : start + len(words)], piece.kind)
            at = at if start < 0 else start + len(words)
            if piece.kind:
                count.lines += 1
                count.marked += marked >= ENOUGH
                missed += [(piece.kind, words)] if marked < ENOUGH else []
            else:
                count.sentences += 1
                count.lost += marked > 0.5
                missed += [("lost", words)] if marked > 0.5 else []
    return missed


def find(text: str, words: str, at: int, *, whole: bool) -> int:
    """Where the words stand, -1 where they do not; `whole` for lines that hold nothing else."""
    if not whole:
        return text.find(words, at)
    match = re.compile(rf"^{re.escape(words)}\s*$", re.MULTILINE).search(text, at)
    return match.start() if match else -1


def split_piece(piece: Piece) -> list[str]:
    """The lines of boilerplate, the sentences of copy."""
    if piece.kind:
        return [line.strip() for line in piece.text.split("\n") if line.strip()]
    return [piece.text[start:end] for start, end in split_text(piece.text)]


def share_marked(covered: bytearray, kind: str) -> float:
    """How much is marked; a correction only counts when it is kept apart as one."""
    wanted = Counter(covered)
    return share(wanted[2] if kind == "correction" else len(covered) - wanted[0], len(covered))


def read_back(lines: Sequence[Sequence[Piece]], suffix: str) -> Document:
    """The document that the composed article is read as."""
    blocks = ["".join(piece.text for piece in line) for line in lines]
    if suffix == ".html":
        body = "".join(to_html(line) for line in lines)
        data = f"<!DOCTYPE html><html><body><main><article>{body}</article></main></body></html>"
    else:
        data = "\n\n".join(blocks)
    found: tuple[Article | Broken, ...] = READERS[suffix](data.encode())
    return describe(next(entry for entry in found if isinstance(entry, Article)), "x", f"x{suffix}")


def to_html(line: Sequence[Piece]) -> str:
    """A paragraph; teasers of other stories are links, as on any page."""
    words = html.escape("".join(piece.text for piece in line), quote=False)
    if line[0].kind == TITLE:
        return f"<h1>{words}</h1>"
    if line[0].kind != "related":
        return f"<p>{words}</p>"
    if "\n" in words:
        label, *links = (part for part in words.split("\n") if part)
        items = "".join(f"<li><a href='/s'>{link}</a></li>" for link in links)
        return f"<div><h3>{label}</h3><ul>{items}</ul></div>"
    label, mark, link = words.partition(": ")
    return f"<p>{label}{mark}<a href='/s'>{link}</a></p>" if link else f"<p><a href='/s'>{words}</a></p>"


def share(part: int, whole: int) -> float:
    """A share, 0 where there is nothing to share."""
    return part / whole if whole else 0.0


def main() -> None:
    """Print the table; with --misses also what was missed of the phrases that may be tuned on."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--misses"]
    folder = Path(arguments[0]) if arguments else DATA
    write = sys.stdout.write
    write("  ".join(HEADERS) + "\n")
    for row in rows(folder):
        write("  ".join(f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row) + "\n")
    if "--misses" in sys.argv:
        for (where, kind, words), times in Counter(measure(folder)[1]).most_common():
            if where.startswith("seen") or kind == "lost":
                write(f"{times:4} {where:10} {kind:14} {words[:110]}\n")


if __name__ == "__main__":
    main()
