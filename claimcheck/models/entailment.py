"""Does one text follow from another, or contradict it? The shipped model through ONNX Runtime, others through torch.

The shipped model was trained for this package (`claimcheck.models.train`; its card is
entailment.md beside this file). It takes neither torch nor transformers: its graph and the weights of
its encoder ship here, eight bits each, and its word embeddings, which training left
as they were, come from the embedder's package. All of it is computed in single precision.

A pair's probabilities depend on that pair alone. Pairs are run in groups of one token
length, so nothing is ever padded, and the small head is computed row by row.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from claimcheck.errors import ModelError
from claimcheck.models.checksums import file_sha256, folder_sha256, verify
from claimcheck.models.embedder import verified_folder
from claimcheck.models.light import IN_FULL
from claimcheck.models.runtime import each_once, open_session, run_batches, stock_folder, warn_of_truncation, whole
from claimcheck.protocols import Entailment, Vectors
from claimcheck.types import ModelInfo

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from sentence_transformers import CrossEncoder
    from tokenizers import Tokenizer

SHIPPED = "shipped"
LABELS = ("entailment", "neutral", "contradiction")
GRAPH = Path(__file__).with_name("data") / "entailment.onnx"
WEIGHTS = Path(__file__).with_name("data") / "entailment.safetensors"
WORDS = "embeddings.word_embeddings.weight"  # of the embedder's package, and not in WEIGHTS
SCALE = ".scale"  # ends the name of a tensor that holds what each row of a matrix is multiplied by
MAX_TOKENS = 128  # of both texts together, as in training

_VERSION = "2"
_PINNED_GRAPH = "ce52710080a172325e73764b517aed5092f57c7a874b1fc1b9987314045ef424"
_PINNED_WEIGHTS = "e0989f9547ab583a9efdc07722d2402ccf0f90f304e557b6cfcb2137aba4832a"
_OF_A_MODEL = ("config.json", "modules.json")  # one of them is in every CrossEncoder's folder
_HEAD = ("pooler.dense.weight", "pooler.dense.bias", "classifier.weight", "classifier.bias")

Pairs = Sequence[tuple[str, str]]

_log = logging.getLogger(__name__)


class ShippedEntailment:
    """The model of this package, through ONNX Runtime."""

    def __init__(
        self,
        session: InferenceSession,
        head: Mapping[str, Vectors],
        tokenizer: Tokenizer,
        info: ModelInfo,
        *,
        threads: int,
    ) -> None:
        self._session = session
        self._head = head
        self._tokenizer = tokenizer
        self._info = info
        self._threads = threads

    @property
    def info(self) -> ModelInfo:
        """The model, with the checksum of its weights."""
        return self._info

    def predict(self, pairs: Pairs) -> Vectors:
        """Shape (len(pairs), 3). What lies past 128 tokens of a pair does not count, and is logged."""
        once, places = each_once([(whole(premise), whole(hypothesis)) for premise, hypothesis in pairs])
        logits = np.empty((len(once), len(LABELS)), dtype=np.float32)
        encodings = self._tokenizer.encode_batch(once)
        warn_of_truncation(_log, sum(bool(e.overflowing) for e in encodings), self._info.name, MAX_TOKENS)

        def run(rows: list[int]) -> None:
            fed = {
                "input_ids": np.array([encodings[row].ids for row in rows], dtype=np.int64),
                "token_type_ids": np.array([encodings[row].type_ids for row in rows], dtype=np.int64),
            }
            for row, states in zip(rows, self._session.run(None, fed)[0], strict=True):
                logits[row] = self._logits(states[0])

        run_batches([len(encoding.ids) for encoding in encodings], run, self._threads)
        return softmax(logits)[places]

    def _logits(self, first: Vectors) -> Vectors:
        """The head over the first token's state, a row by itself: a product of many rows rounds otherwise."""
        weight, bias, out, out_bias = (self._head[name] for name in _HEAD)
        logits: Vectors = out @ np.tanh(weight @ first + bias) + out_bias
        return logits


class StockEntailment:
    """Any sentence-transformers CrossEncoder with an entailment head, one pair at a time for the same reason."""

    def __init__(self, model: CrossEncoder, order: Sequence[int], info: ModelInfo) -> None:
        self._model = model
        self._order = list(order)
        self._info = info

    @property
    def info(self) -> ModelInfo:
        """The model, with one checksum over its folder."""
        return self._info

    def predict(self, pairs: Pairs) -> Vectors:
        """Shape (len(pairs), 3). What lies past the model's length limit does not count."""
        if not pairs:
            return np.empty((0, len(LABELS)), dtype=np.float32)
        from torch.nn import Identity  # noqa: PLC0415

        once, places = each_once([(whole(premise), whole(hypothesis)) for premise, hypothesis in pairs])
        logits: Any = self._model.predict(once, batch_size=1, activation_fn=Identity(), show_progress_bar=False)
        return softmax(np.asarray(logits, dtype=np.float32)[:, self._order])[places]


def load_entailment(name: str = SHIPPED, *, threads: int = 0) -> Entailment:
    """The shipped model, or the CrossEncoder of that name or in that folder.

    `threads` is for the shipped model; 0 is one a core, and probabilities do not depend on it.
    Nothing is ever downloaded: a name must be in the local Hugging Face cache.
    ModelError when the model is missing, is not the one that was pinned, or has no head of the three labels.
    """
    return _load_shipped(threads) if name == SHIPPED else _load_stock(name)


def check_entailment(name: str = SHIPPED) -> None:
    """ModelError when `load_entailment` would find no such model; looks for its files, and loads nothing."""
    if name == SHIPPED:
        files = [file for file in (GRAPH, WEIGHTS) if not file.is_file()]
        if files:
            raise ModelError(f"entailment model: {files[0]} is not there; reinstall claimcheck")
        return
    folder = stock_folder(name, default=SHIPPED)
    if not any((folder / file).is_file() for file in _OF_A_MODEL):
        raise ModelError(f"{name}: the folder holds no model (no {' or '.join(_OF_A_MODEL)}); name a CrossEncoder's")


def label_order(labels: Mapping[int, str]) -> tuple[int, int, int]:
    """Where entailment, neutral and contradiction stand among a model's outputs; ModelError unless it says so."""
    found = [[i for i, label in labels.items() if label.lower().startswith(name[:8])] for name in LABELS]
    if len(labels) != len(LABELS) or any(len(places) != 1 for places in found):
        named = ", ".join(f"{i}: {label}" for i, label in sorted(labels.items()))
        raise ModelError(f"its outputs are ({named}), and not one each of {', '.join(LABELS)}")
    return found[0][0], found[1][0], found[2][0]


def softmax(logits: Vectors) -> Vectors:
    """Probabilities of each row's logits."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True)) if len(logits) else logits
    probabilities: Vectors = powers / powers.sum(axis=1, keepdims=True)
    return probabilities


def _load_shipped(threads: int) -> ShippedEntailment:
    from safetensors import safe_open  # noqa: PLC0415

    for file, expected in ((GRAPH, _PINNED_GRAPH), (WEIGHTS, _PINNED_WEIGHTS)):
        verify(f"entailment model ({file})", expected=expected, actual=file_sha256(file))
    folder = verified_folder()
    tensors = read_weights(WEIGHTS)
    head = {name: tensors.pop(name) for name in _HEAD}
    with safe_open(folder / "model.safetensors", framework="np") as stored:
        tensors[WORDS] = stored.get_tensor(WORDS)
    info = ModelInfo("entailment", SHIPPED, _VERSION, _PINNED_WEIGHTS)
    session = open_session(GRAPH, tensors)
    return ShippedEntailment(session, head, pair_tokenizer(folder / "tokenizer.json"), info, threads=threads)


def read_weights(file: Path) -> dict[str, Vectors]:
    """The stored tensors in single precision: eight-bit matrices times the scale of each row, the rest as it is."""
    from safetensors.numpy import load_file  # noqa: PLC0415

    stored = load_file(file)
    scales = {name.removesuffix(SCALE): stored.pop(name) for name in list(stored) if name.endswith(SCALE)}
    wide = {name: array.astype(np.float32) for name, array in stored.items()}
    return {name: array * scales[name][:, None] if name in scales else array for name, array in wide.items()}


def pair_tokenizer(file: Path) -> Tokenizer:
    """The tokenizer in tokenizer.json, cutting the longer text of a pair at 128 tokens in all."""
    from tokenizers import Tokenizer  # noqa: PLC0415

    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS, strategy="longest_first")
    return tokenizer


def _load_stock(name: str) -> StockEntailment:
    """Load through sentence-transformers, from a folder or the local Hugging Face cache only."""
    folder = stock_folder(name, default=SHIPPED)
    with IN_FULL:
        from sentence_transformers import CrossEncoder  # noqa: PLC0415  (seconds: only when it is wanted)

    try:
        model = CrossEncoder(str(folder), device="cpu", local_files_only=True)
        order = label_order({int(i): str(label) for i, label in model.config.id2label.items()})
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        reason = " ".join(str(error).split())
        raise ModelError(f"{name}: sentence-transformers cannot load {folder}: {reason}") from error
    except ModelError as error:
        raise ModelError(f"{name}: {error}") from error
    version = f"sentence-transformers {metadata.version('sentence-transformers')}"
    return StockEntailment(model, order, ModelInfo("entailment", name, version, folder_sha256(folder)))
