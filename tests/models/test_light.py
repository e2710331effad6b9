"""The light imports: quick, complete, and without a trace afterwards. Each in a fresh process."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

LIGHT = "from claimcheck.models.light import import_spacy, import_splitter; import_splitter(); import_spacy()\n"
USE = """
from claimcheck.models.parser import load_parser
from nltk.tokenize.punkt import PunktSentenceTokenizer
assert PunktSentenceTokenizer().tokenize("One thing. Another thing.") == ["One thing.", "Another thing."]
assert load_parser().parse(["Leaders met."])[0].tokens[1].lemma == "meet"
"""


def run(code: str) -> None:
    """Run `code` in a new interpreter, and fail with its traceback."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_nothing_heavy_is_loaded() -> None:
    """spaCy parses and Punkt splits with torch, scipy and scikit-learn never imported."""
    run(LIGHT + USE + "import sys; assert not {'torch', 'scipy', 'sklearn'} & set(sys.modules)")


def test_the_heavy_ones_can_be_loaded_later() -> None:
    """Nothing stays hidden: torch and sentence-transformers import afterwards, and spaCy goes on working."""
    run(LIGHT + USE + "import torch, scipy, sklearn, sentence_transformers\n" + USE)


def test_the_command_line_of_spacy_waits() -> None:
    """spaCy's command line is not imported until it is asked for, and then works."""
    run(
        LIGHT + "import sys, spacy; assert 'spacy.cli' not in sys.modules\n"
        "assert 'spacy_version' in spacy.info(silent=True)\n"
        "from spacy.cli import download; assert sys.modules['spacy.cli'].download is download\n" + USE
    )


def test_the_rest_of_nltk_waits() -> None:
    """NLTK itself is imported in full when somebody asks for it, with the splitter that is there already."""
    run(
        LIGHT + USE + "\nimport sys; assert 'nltk' not in sys.modules\n"
        "splitter = PunktSentenceTokenizer\n"
        "import nltk; assert nltk.word_tokenize and nltk.FreqDist\n"
        "from nltk.tokenize.punkt import PunktSentenceTokenizer; assert PunktSentenceTokenizer is splitter\n"
    )


def test_what_is_loaded_stays_visible() -> None:
    """With torch and scipy already imported, spaCy and NLTK find them as ever."""
    run(
        "import sys, torch, scipy\n"
        + LIGHT
        + "assert sys.modules['torch'] is torch and sys.modules['scipy'] is scipy\n"
        "from thinc.compat import has_torch; assert has_torch\n" + USE
    )


def test_a_parser_on_torch_finds_torch() -> None:
    """With `needs_torch`, thinc sees torch."""
    run(
        "from claimcheck.models.light import import_spacy; import_spacy(needs_torch=True)\n"
        "from thinc.compat import has_torch; assert has_torch\n" + USE
    )


def test_the_parser_imports_spacy_lightly_by_itself() -> None:
    """Whoever loads one need call nothing before."""
    run(
        "from claimcheck.models.parser import load_parser\n"
        "assert load_parser().parse(['Leaders met.'])[0].tokens[1].lemma == 'meet'\n"
        "import sys; assert not {'torch', 'spacy.cli'} & set(sys.modules)"
    )


def test_all_works_without_it() -> None:
    """With spaCy and NLTK imported in full before."""
    run("import spacy, nltk\n" + USE)


def test_a_thread_that_imports_the_heavy_ones_finds_them() -> None:
    """While another hides them."""
    run(
        "import threading, claimcheck.models.light as light\n"
        "hidden, may_go_on, found = threading.Event(), threading.Event(), []\n"
        "def hide():\n"
        "    with light.hidden('torch'):\n"
        "        hidden.set(); may_go_on.wait()\n"
        "def look():\n"
        "    with light.IN_FULL:\n"
        "        import torch; found.append(torch)\n"
        "threads = [threading.Thread(target=work) for work in (hide, look)]\n"
        "threads[0].start(); hidden.wait(); threads[1].start()\n"
        "threads[1].join(0.5); may_go_on.set()\n"
        "for thread in threads: thread.join()\n"
        "assert found"
    )


def test_a_failing_import_leaves_no_trace() -> None:
    """What was hidden is visible again after an error inside the block."""
    from claimcheck.models.light import hidden  # noqa: PLC0415

    with pytest.raises(ImportError), hidden("some_heavy_module"):
        importlib.import_module("some_heavy_module")
    assert "some_heavy_module" not in sys.modules
