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
from claimcheck.models.entailment import LABELS, WEIGHTS, WORDS

Array = NDArray[Any]

_TOKENIZER = ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt")


def export_weights(network: nn.Module, target: Path) -> None:
    """All but the word embeddings, in half precision, named as in the encoder's own file."""
    tensors = {name: array.astype(np.float16) for name, array in _arrays(network).items() if name != WORDS}
    save_file(tensors, target, metadata={"labels": ",".join(LABELS)})


def export_folder(network: nn.Module, base: Path, target: Path) -> None:
    """A folder for sentence-transformers' CrossEncoder, with the weights as half precision leaves them."""
    arrays = _arrays(network).items()
    _write_folder({name: a if name == WORDS else a.astype(np.float16) for name, a in arrays}, base, target)


def shipped_folder(target: Path) -> None:
    """The package's own weights as a CrossEncoder folder: the reference that the shipped model is held to."""
    base = default_folder()
    _write_folder(load_file(WEIGHTS) | {WORDS: load_file(base / "model.safetensors")[WORDS]}, base, target)


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
