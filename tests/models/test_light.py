"""The light imports: quick, complete, and without a trace afterwards. Each in a fresh process."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

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
    run(
        "from claimcheck.models.light import import_lightly; import_lightly()\n"
        + USE
        + "import sys; assert not {'torch', 'scipy', 'sklearn'} & set(sys.modules)"
    )


def test_the_heavy_ones_can_be_loaded_later() -> None:
    """Nothing stays hidden: torch and sentence-transformers import afterwards, and spaCy goes on working."""
    run(
        "from claimcheck.models.light import import_lightly; import_lightly()\n"
        + USE
        + "import torch, scipy, sklearn, sentence_transformers\n"
        + USE
    )


def test_the_command_line_of_spacy_waits() -> None:
    """spaCy's command line is not imported until it is asked for, and then works."""
    run(
        "import sys; from claimcheck.models.light import import_lightly; import_lightly()\n"
        "import spacy; assert 'spacy.cli' not in sys.modules\n"
        "assert 'spacy_version' in spacy.info(silent=True)\n"
        "from spacy.cli import download; assert sys.modules['spacy.cli'].download is download\n" + USE
    )


def test_the_rest_of_nltk_waits() -> None:
    """NLTK itself is imported in full when somebody asks for it, with the splitter that is there already."""
    run(
        "import sys; from claimcheck.models.light import import_lightly; import_lightly()\n" + USE + "\n"
        "assert 'nltk' not in sys.modules\n"
        "splitter = PunktSentenceTokenizer\n"
        "import nltk; assert nltk.word_tokenize and nltk.FreqDist\n"
        "from nltk.tokenize.punkt import PunktSentenceTokenizer; assert PunktSentenceTokenizer is splitter\n"
    )


def test_what_is_loaded_stays_visible() -> None:
    """With torch and scipy already imported, spaCy and NLTK find them as ever."""
    run(
        "import sys, torch, scipy; from claimcheck.models.light import import_lightly; import_lightly()\n"
        "assert sys.modules['torch'] is torch and sys.modules['scipy'] is scipy\n"
        "from thinc.compat import has_torch; assert has_torch\n" + USE
    )


def test_a_parser_on_torch_finds_torch() -> None:
    """With `needs_torch`, thinc sees torch."""
    run(
        "from claimcheck.models.light import import_lightly; import_lightly(needs_torch=True)\n"
        "from thinc.compat import has_torch; assert has_torch\n" + USE
    )


def test_all_works_without_it() -> None:
    """Never calling it costs time and nothing else."""
    run(USE)


def test_a_failing_import_leaves_no_trace() -> None:
    """What was hidden is visible again after an error inside the block."""
    from claimcheck.models.light import hidden  # noqa: PLC0415

    with pytest.raises(ImportError), hidden("some_heavy_module"):
        importlib.import_module("some_heavy_module")
    assert "some_heavy_module" not in sys.modules
