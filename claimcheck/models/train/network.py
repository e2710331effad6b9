"""The network in torch: MiniLM's encoder with a head of three labels, and a linear layer that trains in bf16.

Autocast was tried: it rounds more than the products and gains 17 %. With only the
matrix products in bfloat16, and sums, norms, softmax and weights in float32, training
is half as fast again on a CPU with AVX512-BF16 and loses nothing that shows.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import AutoConfig, AutoModelForSequenceClassification

from claimcheck.models.train.pairs import LABELS

FROZEN = "embeddings.word_embeddings.weight"  # taken at run time from the embedder's package


class _Bf16Product(torch.autograd.Function):
    """xW' + b with the three products of forward and backward in bfloat16."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
        rows, narrow = x.reshape(-1, x.shape[-1]).bfloat16(), weight.bfloat16()
        ctx.save_for_backward(rows, narrow)
        ctx.shape = x.shape
        return ((rows @ narrow.T).float() + bias).view(*x.shape[:-1], -1)

    @staticmethod
    def backward(ctx: Any, *gradients: Any) -> tuple[Tensor, Tensor, Tensor]:
        rows, narrow = ctx.saved_tensors
        wide = gradients[0].reshape(-1, gradients[0].shape[-1])
        grads = wide.bfloat16()
        return (grads @ narrow).float().view(ctx.shape), (grads.T @ rows).float(), wide.sum(0)


@contextlib.contextmanager
def bf16_products(model: nn.Module) -> Iterator[None]:
    """Let the encoder's linear layers multiply in bfloat16 inside the block."""
    layers = [m for name, m in model.named_modules() if isinstance(m, nn.Linear) and ".encoder." in f".{name}."]
    try:
        for layer in layers:
            layer.forward = _product_of(layer)  # type: ignore[method-assign, assignment]
        yield
    finally:
        for layer in layers:
            del layer.forward


def _product_of(layer: nn.Linear) -> Callable[[Tensor], Tensor]:
    return lambda x: _Bf16Product.apply(x, layer.weight, layer.bias)  # type: ignore[no-untyped-call]


def new_network(folder: Path, *, seed: int) -> nn.Module:
    """A cross-encoder whose encoder comes from `folder` (config.json, model.safetensors) and whose head is new.

    No dropout: in one or two passes over the data nothing is learnt by heart, and
    drawing the random numbers costs a fifth of the time on a CPU.
    """
    torch.manual_seed(seed)
    config = AutoConfig.from_pretrained(
        str(folder),
        num_labels=len(LABELS),
        id2label=dict(enumerate(LABELS)),
        label2id={label: i for i, label in enumerate(LABELS)},
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        local_files_only=True,
    )
    network: nn.Module = AutoModelForSequenceClassification.from_config(config)  # type: ignore[no-untyped-call]
    base: nn.Module = getattr(network, str(network.base_model_prefix))
    base.load_state_dict(load_file(folder / "model.safetensors"), strict=False)
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(FROZEN not in name)
    return network
