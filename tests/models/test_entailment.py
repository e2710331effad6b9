"""The entailment model's promises: probabilities in one order, equal to torch's, that depend on the pair alone."""

from __future__ import annotations

import json
import logging
import random
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.errors import ModelError
from claimcheck.models import entailment as module
from claimcheck.models.embedder import default_folder
from claimcheck.models.entailment import GRAPH, LABELS, WEIGHTS, label_order, load_entailment
from claimcheck.protocols import Entailment

PAIRS = [
    ("Seven leaders dined in The Hague.", "Leaders had dinner."),
    ("Seven leaders dined in The Hague.", "No leader came to The Hague."),
    ("The bridge was closed on Monday.", "The mayor likes cycling."),
    ("", ""),
    ("Ja", ""),
    ("日本", "Jonas Gahr Støre"),
    ("A half of a character: \ud83d.", "word"),
    ("word " * 200, "The end."),
]
ORDERS = {"ours": LABELS, "another": ("CONTRADICTION", "Entailment", "neutral")}


@pytest.fixture(scope="module")
def shipped() -> Entailment:
    """The model of the package."""
    return load_entailment()


@pytest.fixture(scope="module")
def torch_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped weights as a CrossEncoder folder, the way the training exports them."""
    from claimcheck.models.train.export import export_folder  # noqa: PLC0415

    export_folder(WEIGHTS, folder := tmp_path_factory.mktemp("shipped"))
    return folder


@pytest.fixture(scope="module", params=sorted(ORDERS))
def small(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real CrossEncoder of one narrow layer with random weights, its labels in some order."""
    from transformers import BertConfig, BertForSequenceClassification  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("small")
    config = BertConfig(hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32, num_labels=3)
    BertForSequenceClassification(config).save_pretrained(folder)
    write_config(folder, json.loads((folder / "config.json").read_text("utf-8")), ORDERS[request.param])
    return folder


def write_config(folder: Path, config: dict[str, object], labels: tuple[str, ...]) -> None:
    """A config.json with these labels, and a tokenizer beside it."""
    labelled = config | {
        "id2label": {str(i): label for i, label in enumerate(labels)},
        "label2id": {label: i for i, label in enumerate(labels)},
    }
    (folder / "config.json").write_text(json.dumps(labelled), "utf-8")
    for name in ("tokenizer.json", "tokenizer_config.json", "vocab.txt"):
        if (default_folder() / name).exists():
            shutil.copyfile(default_folder() / name, folder / name)


def test_rows_are_probabilities(shipped: Entailment) -> None:
    """Three float32 probabilities a pair, whatever the texts hold."""
    found = shipped.predict(PAIRS)
    assert (found.shape, found.dtype) == ((len(PAIRS), 3), np.float32)
    assert np.allclose(found.sum(axis=1), 1, atol=1e-6)
    assert (found >= 0).all()


def test_no_pairs_give_no_rows(shipped: Entailment, small: Path) -> None:
    """An empty batch keeps the three columns."""
    assert shipped.predict([]).shape == load_entailment(str(small)).predict([]).shape == (0, 3)


@pytest.mark.parametrize(
    ("hypothesis", "label"),
    [
        ("A man was arrested.", "entailment"),
        ("The man was not arrested.", "contradiction"),
        ("The man has two brothers.", "neutral"),
    ],
)
def test_plain_cases(shipped: Entailment, hypothesis: str, label: str) -> None:
    """What nobody would dispute comes out as it should."""
    found = shipped.predict([("Police said a man was arrested in Leeds on Friday.", hypothesis)])
    assert LABELS[int(found[0].argmax())] == label


VOCABULARY = ("the", "a", "man", "was", "not", "killed", "in", "Oslo", "two", "40", "said", "Monday", ",", ".")
words = st.lists(st.sampled_from(VOCABULARY), max_size=30)
texts = st.one_of(words.map(" ".join), st.text(max_size=40))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=st.lists(st.tuples(texts, texts), min_size=1, max_size=12), seed=st.integers(0, 99))
def test_a_row_never_depends_on_its_neighbours(shipped: Entailment, pairs: list[tuple[str, str]], seed: int) -> None:
    """Bit for bit the same alone, together, and shuffled among repeats."""
    together = shipped.predict(pairs)
    assert np.array_equal(together, np.vstack([shipped.predict([pair]) for pair in pairs]))
    order = random.Random(seed).choices(range(len(pairs)), k=2 * len(pairs))
    assert np.array_equal(together[order], shipped.predict([pairs[i] for i in order]))


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_rows_do_not_depend_on_the_threads(shipped: Entailment, threads: int) -> None:
    """Bit for bit the same on any number of threads."""
    assert np.array_equal(load_entailment(threads=threads).predict(PAIRS), shipped.predict(PAIRS))


def test_both_paths_agree(shipped: Entailment, torch_folder: Path) -> None:
    """The shipped graph gives what torch gives with the same weights, where neither cuts a text."""
    whole = PAIRS[:-1]
    assert np.abs(shipped.predict(whole) - load_entailment(str(torch_folder)).predict(whole)).max() < 1e-4


def test_a_models_own_order_of_labels_is_read(small: Path) -> None:
    """The columns are ours, whatever order the model's outputs have."""
    from sentence_transformers import CrossEncoder  # noqa: PLC0415

    labels = [label.lower() for label in json.loads((small / "config.json").read_text("utf-8"))["id2label"].values()]
    raw = CrossEncoder(str(small), device="cpu").predict(PAIRS[:3], apply_softmax=True, batch_size=1)
    found = load_entailment(str(small)).predict(PAIRS[:3])
    assert np.allclose(found, raw[:, [labels.index(label) for label in LABELS]], atol=1e-6)


def test_stock_rows_do_not_depend_on_the_batch(small: Path) -> None:
    """The second path keeps the same promise."""
    model = load_entailment(str(small))
    assert np.array_equal(model.predict(PAIRS), np.vstack([model.predict([pair]) for pair in PAIRS[::-1]])[::-1])


@pytest.mark.parametrize(
    "labels",
    [
        {0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"},
        {0: "entailment", 1: "not_entailment"},
        {0: "entailment", 1: "neutral", 2: "entailment"},
        {0: "entailment", 1: "neutral", 2: "contradiction", 3: "other"},
        {0: "relevance"},
    ],
)
def test_other_heads_are_refused(labels: dict[int, str]) -> None:
    """A model whose outputs are not the three labels, each named once, is no entailment model."""
    with pytest.raises(ModelError, match="entailment, neutral, contradiction"):
        label_order(labels)


def test_a_model_with_another_head_is_an_error(small: Path, tmp_path: Path) -> None:
    """The message names the folder and the labels it has."""
    folder = shutil.copytree(small, tmp_path / "ranker")
    write_config(folder, json.loads((folder / "config.json").read_text("utf-8")), ("good", "bad", "ugly"))
    with pytest.raises(ModelError, match=r"ranker.*0: good"):
        load_entailment(str(folder))


@pytest.mark.parametrize("name", ["no-such-model", "nobody/no-such-model", "/no/such/folder"])
def test_an_unknown_model_is_an_error(name: str) -> None:
    """A name that is neither a folder nor in the local cache is refused, without asking the network."""
    with pytest.raises(ModelError, match="downloads nothing"):
        load_entailment(name)


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    """A folder that sentence-transformers cannot load is one clear line."""
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelError, match="cannot load") as caught:
        load_entailment(str(tmp_path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["GRAPH", "WEIGHTS"])
def test_a_changed_file_is_an_error(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Graph and weights are pinned."""
    file: Path = getattr(module, name)
    damaged = tmp_path / file.name
    damaged.write_bytes(file.read_bytes() + b"\0")
    monkeypatch.setattr(module, name, damaged)
    with pytest.raises(ModelError, match="not the pinned"):
        load_entailment()


def test_a_missing_file_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A package without its weights says so."""
    monkeypatch.setattr(module, "WEIGHTS", tmp_path / "entailment.safetensors")
    with pytest.raises(ModelError, match="cannot be read"):
        load_entailment()


def test_truncation_is_logged(shipped: Entailment, caplog: pytest.LogCaptureFixture) -> None:
    """A pair past 128 tokens is cut, and the log says so."""
    with caplog.at_level(logging.WARNING, logger=module.__name__):
        shipped.predict(PAIRS[:3])
        assert not caplog.records
        shipped.predict(PAIRS)
    assert "1 text(s) longer than 128 tokens" in caplog.text


def test_the_model_is_named_with_its_checksum(shipped: Entailment, small: Path) -> None:
    """The shipped model shows the checksum of its weights, another one over its folder."""
    assert (shipped.info.role, shipped.info.name, len(shipped.info.sha256)) == ("entailment", "shipped", 64)
    assert load_entailment(str(small)).info.version.startswith("sentence-transformers ")


def test_the_files_are_small() -> None:
    """Weights of at most 15 MB, and a graph without weights."""
    assert WEIGHTS.stat().st_size < 15_000_000
    assert GRAPH.stat().st_size < 100_000


def test_the_graph_is_what_the_script_writes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The committed graph can be made again, byte for byte."""
    export = pytest.importorskip("claimcheck.models.export_graph", exc_type=ImportError)
    monkeypatch.setattr(export, "GRAPH", tmp_path / "other.onnx")
    monkeypatch.setattr(export, "PAIR_GRAPH", tmp_path / "graph.onnx")
    export.main()
    assert (tmp_path / "graph.onnx").read_bytes() == GRAPH.read_bytes()


def test_the_shipped_model_loads_no_torch() -> None:
    """Nothing heavy is imported on the way to a probability, and nothing of the training."""
    code = (
        "import sys; from claimcheck.models import load_entailment; load_entailment().predict([('a', 'b')]); "
        "found = {'torch', 'transformers', 'scipy', 'sklearn', 'claimcheck.models.train'} & set(sys.modules); "
        "sys.exit(' '.join(found) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
