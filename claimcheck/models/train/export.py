"""From a checkpoint to what ships, and to a CrossEncoder folder that says the same in torch."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from torch import nn

from claimcheck.models.entailment import LABELS, WORDS

_TOKENIZER = ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt")


def export_weights(network: nn.Module, target: Path) -> None:
    """All but the word embeddings, in half precision, named as in the encoder's own file."""
    tensors = {name: array.astype(np.float16) for name, array in _arrays(network).items() if name != WORDS}
    save_file(tensors, target, metadata={"labels": ",".join(LABELS)})


def export_folder(network: nn.Module, base: Path, target: Path) -> None:
    """A folder for sentence-transformers' CrossEncoder, with the weights as half precision leaves them."""
    target.mkdir(parents=True, exist_ok=True)
    tensors = {
        f"bert.{name}" if not name.startswith("classifier") else name: (
            array if name == WORDS else array.astype(np.float16).astype(np.float32)
        )
        for name, array in _arrays(network).items()
    }
    save_file(tensors, target / "model.safetensors", metadata={"format": "pt"})
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


def _arrays(network: nn.Module) -> dict[str, np.ndarray]:
    state = network.state_dict()
    return {name.removeprefix("bert."): tensor.numpy() for name, tensor in state.items() if "position_ids" not in name}
