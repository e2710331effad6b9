"""The Markdown report: its golden copy, its sections, and that nothing can break it."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
import report_factory as factory
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimcheck.report.markdown import render_markdown
from claimcheck.report.sections.sharing import strongest
from claimcheck.types import Compatible, Coverage, Finding, Overlap, Report, Skipped, Variant

GOLDEN = Path(__file__).parents[1] / "golden"
PARSER = MarkdownIt("commonmark").enable("table")


def rendered(report: Report) -> str:
    """The report as Markdown, with the rules of the factory."""
    return render_markdown(report, rules=factory.RULES)


def section(text: str, heading: str) -> str:
    """What stands under a heading of the second level."""
    return text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def test_golden() -> None:
    """The report of the hand-made event is, byte for byte, the one that was read and approved.

    Set UPDATE_GOLDEN=1 to write it anew, and read the difference.
    """
    golden = GOLDEN / "report.md"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(rendered(factory.report()), encoding="utf-8")
    assert rendered(factory.report()) == golden.read_text(encoding="utf-8")


def test_the_time_stands_in_one_line_and_can_be_given() -> None:
    """Two runs differ in the line of the time alone."""
    one, other = (render_markdown(factory.report(), rules=factory.RULES, when=when) for when in ("now", "then"))
    differing = [(a, b) for a, b in zip(one.splitlines(), other.splitlines(), strict=True) if a.split() != b.split()]
    assert len(differing) == 1
    assert "run at" in differing[0][0]


def test_sections_come_in_the_order_an_editor_reads_them() -> None:
    """Articles, findings, desks, then what supports them."""
    headings = re.findall(r"^## (.*)$", rendered(factory.report()), re.MULTILINE)
    assert headings == [
        "Articles",
        "At a glance",
        "Errors",
        "Warnings",
        "Notes",
        "By article",
        "Examined and found compatible",
        "Stated by one origin only",
        "Shared text",
        "Aligned facts",
        "Method",
    ]


def test_every_link_leads_somewhere() -> None:
    """Each anchor that is linked to exists once, and each file:line has its definition."""
    text = rendered(factory.report())
    anchors = re.findall(r'<a id="([^"]+)">', text)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) - {"stated-by-one-origin-only"} <= set(anchors)
    assert "[articles/gamma.txt:2]: /articles/gamma.txt#L2" in text


def test_a_file_outside_the_repository_is_named_and_not_linked() -> None:
    """A link that can lead nowhere is not made."""
    report = factory.report()
    moved = tuple(replace(d, path=f"/tmp/{d.path}") for d in report.documents)
    assert "]: " not in rendered(replace(report, documents=moved)).split("## Method")[1]


def test_says_which_are_one_text_and_marks_the_consensus() -> None:
    """Copies count once, and the value of most origins is marked."""
    text = rendered(factory.report())
    assert "2 of 4 are nearly the same text (alpha, beta: 97 % of the words in common) and count once." in text
    assert "| seven leaders (consensus) | alpha, beta, delta |" in text
    assert "no consensus" in text


def test_inferred_dates_are_marked() -> None:
    """A date that no metadata gives says where it is from."""
    articles = section(rendered(factory.report()), "Articles")
    assert "2023-06-27 (inferred)" in articles
    assert "Published 2023, inferred: the year is that of the other articles." in articles


def test_each_desk_reads_its_own_value_and_the_others() -> None:
    """By article: the line, what it says, what the others say; agreement with the consensus in one line."""
    text = section(rendered(factory.report()), "By article")
    gamma = text.split("### gamma")[1].split("### delta")[0]
    assert re.search(r"\| 1 +\| \[CC101\].* Eight leaders +\| seven leaders \(alpha, beta, delta\)", gamma)
    assert "Here with the consensus value: [CC101]" in text.split("### alpha")[1].split("### beta")[0]


def test_within_one_article_has_no_consensus() -> None:
    """What one article says twice is not confirmed by being said twice."""
    text = rendered(factory.report())
    within = text.split("### CC301")[1].split("###")[0]
    assert "within one article, delta" in within
    assert "consensus" not in within


def test_nothing_found_reads_well() -> None:
    """Without findings the report says what was examined, and has no empty table."""
    text = rendered(factory.quiet_report("alpha", "gamma"))
    assert "**No divergence found** in 2 articles from 2 independent origins." in text
    assert "## At a glance" not in text
    assert "## By article" not in text


def test_one_article_says_what_could_not_be_done() -> None:
    """A single article is not a clean bill."""
    text = rendered(factory.quiet_report("delta"))
    assert "only the rules that look within one article ran" in text
    assert "## Shared text" not in text


def test_the_drawing_keeps_the_strongest_links() -> None:
    """A chain of copies is drawn without circles, each pair once."""
    shares = [("a", "b", 0.9), ("b", "a", 0.8), ("c", "a", 0.5), ("c", "b", 0.4), ("d", "c", 0.05)]
    links = strongest([Overlap(a, b, share, ()) for a, b, share in shares])
    assert [(link.document, link.other) for link in links] == [("a", "b"), ("c", "a")]


def test_many_articles_do_not_make_many_columns() -> None:
    """From nine articles on the aligned facts are listed instead of tabulated."""
    report = factory.quiet_report("alpha")
    many = tuple(replace(report.documents[0], id=f"d{n}", path=f"d{n}.txt") for n in range(9))
    fact = Coverage("a fact", ("d0", "d8"), 2, (("d0", "x"), ("d8", "y")))
    text = rendered(replace(report, documents=many, coverage=(fact,)))
    assert "d0: x; d8: y" in text


@pytest.mark.parametrize("entries", [20, 21])
def test_a_long_list_of_compatible_values_is_folded(entries: int) -> None:
    """Twenty are read, more are opened."""
    report = replace(factory.report(), compatible=factory.report().compatible * entries)
    folded = "<details>" in section(rendered(report), "Examined and found compatible")
    assert folded == (entries > 20)


WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            ["|", "\n", "`", "```", "*", "_", "[", "](x)", "<b>", "</details>", "<!--", "&", "# ", "- ", "$"]
        ),
        st.characters(),
        st.just("word"),
    ),
    min_size=1,
    max_size=8,
).map("".join)
OURS = re.compile(r"</?details>|<summary>[^<]*</summary>|</?b>|<a id=\"[a-z0-9-]+\">|</a>|<!-- claimcheck[^>]*-->")


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=8, max_size=8))
def test_no_text_can_break_the_report(words: list[str]) -> None:
    """Whatever articles and rules say, the blocks, tables and tags of the report stay the same."""
    assert shape(spoilt(factory.report(), words)) == shape(spoilt(factory.report(), ["word"] * 8))


def shape(report: Report) -> list[str]:
    """The blocks a Markdown parser sees, in order; any tag that is not ours fails."""
    tokens = PARSER.parse(rendered(report))
    for token in tokens:
        for piece in [token, *(token.children or [])]:
            if piece.type in ("html_block", "html_inline"):
                assert not OURS.sub("", piece.content).strip(), piece.content
    return [f"{t.type}{t.level}" for t in tokens]


def spoilt(report: Report, words: list[str]) -> Report:
    """The report with these words in every field that a text from outside can reach."""
    title, source, path, fact, said, value, reason, name = words

    def variants(old: tuple[Variant, ...]) -> tuple[Variant, ...]:
        return tuple(replace(v, value=f"{n}{value}") for n, v in enumerate(old))

    def finding(old: Finding) -> Finding:
        words = {"fact": f"f{fact}", "message": f"m{said}", "reason": f"r{reason}", "check": f"c{reason}"}
        return replace(old, **words, consensus=None, variants=variants(old.variants))

    documents = tuple(
        replace(d, title=f"t{title}", source=f"s{source}", path=f"{d.id}{path}.txt", notes=(f"n{said}",))
        for d in report.documents
    )
    return replace(
        report,
        name=f"n{name}",
        documents=documents,
        findings=tuple(finding(f) for f in report.findings),
        compatible=(Compatible(f"f{fact}", f"r{reason}", variants(report.compatible[0].variants)),),
        coverage=(Coverage(f"f{fact}", ("alpha",), 1, (("alpha", f"v{value}"),)),),
        skipped=(Skipped(f"p{path}", f"r{reason}", False),),
        run=replace(report.run, settings=(("select", value),)),
    )
