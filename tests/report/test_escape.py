"""Text from articles can break neither Markdown, tables, HTML, Mermaid nor a terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimcheck.report import escape

# Text made of what has a meaning to some format, mixed with any character at all.
HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(
            ["|", "\n", "\r\n", "`", "```", "*", "**", "_", "[x](y)", "](", "<b>", "</details>", "<!--", "-->", "&lt;"]
        ),
        st.sampled_from(
            ["# ", "- ", "+ ", "1. ", "2) ", "> ", "---", "===", "~~", "$", "\\", '"', "'", "end", "%%", ";"]
        ),
        st.sampled_from(
            ["http://a.b", "www.a.b", "a@b.c", "![i](s)", "[^1]", "[ref]: /u", "\x1b[31m", "\u202e", "\x00"]
        ),
        st.characters(),
        st.sampled_from(["word", " ", "é", "’", "”"]),
    ),
    max_size=12,
).map("".join)

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(source: str) -> list[tuple[str, str]]:
    """The inline pieces a Markdown parser sees in the first inline block: (type, words)."""
    block = next((t for t in MARKDOWN.parse(source) if t.type == "inline"), None)
    return [(t.type, t.content) for t in (block.children or [])] if block else []


def types(source: str) -> list[str]:
    """The types of the blocks a Markdown parser sees."""
    return [t.type for t in MARKDOWN.parse(source)]


@given(HOSTILE)
def test_a_paragraph_shows_the_words_and_nothing_else(text: str) -> None:
    """Escaped text is one paragraph of plain text, the same words."""
    source = escape.markdown(text)
    if not source:
        return
    assert types(source) == ["paragraph_open", "inline", "paragraph_close"]
    pieces = shown(source)
    assert {kind for kind, _ in pieces} <= {"text", "text_special"}
    assert "".join(words for _, words in pieces) == escape.plain(text)


@given(HOSTILE, HOSTILE)
def test_a_table_keeps_its_cells(left: str, right: str) -> None:
    """Two escaped cells stay two cells with the same words."""
    source = f"| a | b |\n|---|---|\n| {escape.markdown(left)} | {escape.markdown(right)} |"
    cells = [t for t in MARKDOWN.parse(source) if t.type == "inline"][2:]
    assert [t.type for t in MARKDOWN.parse(source)].count("td_open") == 2
    assert ["".join(c.content for c in t.children or []) for t in cells] == [escape.plain(left), escape.plain(right)]


@given(HOSTILE)
def test_a_heading_a_quote_and_a_list_item_keep_their_words(text: str) -> None:
    """Escaped text behind a marker is still plain text."""
    for marker in ("### ", "> ", "- "):
        source = f"{marker}{escape.markdown(text)}x"
        assert "".join(words for _, words in shown(source)) == f"{escape.plain(text)}x"


@given(HOSTILE, HOSTILE, HOSTILE)
def test_bold_is_bold_wherever_it_stands(before: str, core: str, after: str) -> None:
    """The bold words are bold, those around them are not, whatever the characters beside them."""
    if not escape.plain(core):
        return
    source = (
        "x " + escape.markdown(before, start=False)
        + escape.bold(core, before=before[-1:] or " ", after=after[:1] or " ")
        + escape.markdown(after, start=False)
    )  # fmt: skip
    kinds = [kind for kind, _ in shown(source)]
    html = [words for kind, words in shown(source) if kind == "html_inline"]
    assert kinds.count("strong_open") == 1 or html == ["<b>", "</b>"]
    assert set(kinds) <= {"text", "text_special", "strong_open", "strong_close", "html_inline"}
    said = "".join(words for kind, words in shown(source) if kind.startswith("text"))
    assert said == f"x {escape.flat(before)}{escape.flat(core)}{escape.flat(after)}".rstrip(" ")


@given(HOSTILE)
def test_a_mermaid_label_is_safe_and_says_the_same(text: str) -> None:
    """A label holds neither quotes, brackets nor newlines, and its entities give back the text."""
    label = escape.mermaid(text)
    assert label
    assert not re.search(r"[\"'`\[\]{}()<>|\\\n&_*~:]", label.replace("'", ""))
    assert re.fullmatch(r"(?:#\d+;|[^#;])*", label)
    assert re.sub(r"#(\d+);", lambda m: chr(int(m[1])), label) == (escape.plain(text) or "?")


@given(st.text())
def test_plain_text_is_one_line_without_control_codes(text: str) -> None:
    """A terminal can be neither coloured, moved nor turned by an article."""
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", escape.plain(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.5 million", "2.5 million"),
        ("2. May", "2\\. May"),
        ("- a dash", "\\- a dash"),
        ("000_ec33b5ec.txt", "000_ec33b5ec.txt"),
        ("_stressed_", "\\_stressed\\_"),
        ("AT&T <b>", "AT&amp;T &lt;b&gt;"),
        ("US$5 and ~$6", "US\\$5 and \\~\\$6"),
        ("see https://a.b or www.a.b", "see https&#58;//a.b or www&#46;a.b"),
        ("a\n\n# b", "a \\# b"),
    ],
)
def test_escapes_no_more_than_needed(text: str, expected: str) -> None:
    """The source stays readable in a terminal."""
    assert escape.markdown(text) == expected
