"""Nothing that a file may hold raises, from the file to what `claimcheck show` prints."""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.errors import NothingToAudit
from claimcheck.pipeline import Models, show
from claimcheck.report.extraction import render_extraction_json, render_extraction_text
from claimcheck.report.write import encode

WORDS = (
    "The council said on Tuesday that 3,000 people of £40 \u201c \u201d \" ' ( ) — . , ; : ? ! \n \n\n \r\n was were "
    "not who killed in Minsk <p> </p> <li> <a href='x'> </a> <table> <td> By Photo: Correction: 14:32 GMT # --- U.S."
)
ODD = st.one_of(
    st.text(st.characters(codec=None), max_size=60),  # lone surrogates and NULs too
    st.lists(st.sampled_from([*WORDS.split(" "), "\u2028", "\0", "\ud800", "\U0001f600", "e\u0301"]), max_size=40).map(
        " ".join
    ),
)


def written(folder: str, suffix: str, text: str) -> Path:
    """A file of a format that holds the text."""
    path = Path(folder, f"a{suffix}")
    content = text.encode("utf-8", errors="replace")
    if suffix.startswith(".jsonl"):
        content = json.dumps({"text": text, "title": text[:20], "id": text[:5], "date": text[:9]}).encode()
    if suffix.endswith(".gz"):
        content = gzip.compress(content)
    if suffix == ".html":
        content = b"<article><h1>A title of it</h1><p>" + content + b" The council said so on Tuesday in the hall.</p>"
    path.write_bytes(content)
    return path


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ODD, suffix=st.sampled_from([".txt", ".md", ".jsonl", ".jsonl.gz", ".html"]))
def test_any_text_can_be_shown(text: str, suffix: str, models: Models) -> None:
    """It is read and every offset reproduces its words, or it is left out with one line."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = show([written(folder, suffix, text)], models=models)
        except NothingToAudit as error:
            assert len(str(error).splitlines()) == 1
            return
    render_extraction_text(found.extractions, found.origins, found.skipped)
    report = json.loads(encode(render_extraction_json(found.extractions, found.origins, found.skipped)))
    for extraction, document in zip(found.extractions, report["documents"], strict=True):
        whole = extraction.document.text
        for entry in (*document["mentions"], *document["quotations"]):
            assert whole[entry["start"] : entry["end"]] == entry["text"]
        if extraction.document.title_span is not None and suffix != ".md":
            span = extraction.document.title_span
            assert whole[span.start : span.end] == extraction.document.title
