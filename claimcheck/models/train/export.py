"""From a checkpoint to what ships, and to a CrossEncoder folder that says the same in torch."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file
from torch import nn

from claimcheck.models.embedder import default_folder
from claimcheck.models.entailment import LABELS, SCALE, WORDS, read_weights

Array = NDArray[Any]

_TOKENIZER = ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt")


def export_weights(network: nn.Module, target: Path) -> None:
    """All but the word embeddings, named as in the encoder's own file.

    The matrices of the encoder and the pooler as eight-bit whole numbers with a scale for each row, which
    costs nothing that shows in the figures; the rest in half precision.
    """
    tensors: dict[str, Array] = {}
    for name, array in _arrays(network).items():
        if array.ndim == 2 and name.startswith(("encoder.", "pooler.")):
            scale = np.abs(array).max(axis=1).astype(np.float32) / 127
            tensors[name] = np.rint(array / scale[:, None]).astype(np.int8)
            tensors[name + SCALE] = scale
        elif name != WORDS:
            tensors[name] = array.astype(np.float16)
    save_file(tensors, target, metadata={"labels": ",".join(LABELS)})


def export_folder(weights: Path, target: Path) -> None:
    """Exported weights as a folder for sentence-transformers' CrossEncoder: the reference of the shipped model."""
    base = default_folder()
    _write_folder(read_weights(weights) | {WORDS: load_file(base / "model.safetensors")[WORDS]}, base, target)


def _write_folder(tensors: Mapping[str, Array], base: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    named = {
        name if name.startswith("classifier") else f"bert.{name}": array.astype(np.float32)
        for name, array in tensors.items()
    }
    save_file(named, target / "model.safetensors", metadata={"format": "pt"})
    config = json.loads((base / "config.json").read_text(encoding="utf-8"))
    config |= {
        "architectures": ["BertForSequenceClassification"],
        "id2label": {str(i): label for i, label in enumerate(LABELS)},
        "label2id": {label: i for i, label in enumerate(LABELS)},
    }
    (target / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    for name in _TOKENIZER:
        if (base / name).exists():
            shutil.copyfile(base / name, target / name)


def _arrays(network: nn.Module) -> dict[str, Array]:
    state = network.state_dict()
    return {name.removeprefix("bert."): tensor.numpy() for name, tensor in state.items() if "position_ids" not in name}
