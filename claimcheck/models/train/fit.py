"""The training loop: resumable, and its learning rate ends at zero when its pairs or its minutes do.

Every batch is cut into parts that a pool of threads takes as each becomes free,
every thread with one core: on a busy machine two threads that share one product
wait for each other hundreds of times a step, and threads that share a step once.
A part holds pairs of nearly one length, so almost nothing is padding.
"""

from __future__ import annotations

import functools
import logging
import random
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from claimcheck.models.train.network import bf16_products
from claimcheck.models.train.pairs import Pair

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a run goes. It ends after `pairs` pairs or `minutes` of training, whichever comes first."""

    pairs: int
    minutes: float
    rate: float = 1e-4  # the highest learning rate
    warmup: int = 200  # steps of growing rate
    level: float = 0.3  # the share of the run after which the rate falls, in a line, to zero
    batch: int = 32
    part: int = 8
    threads: int = 2
    decay: float = 0.01
    seed: int = 6
    save_every: float = 180.0  # seconds between checkpoints

    def rate_at(self, step: int, done: float) -> float:
        """The learning rate at a step, when this share of the run is done."""
        falling = min(1.0, (1.0 - done) / (1.0 - self.level))
        return self.rate * min(1.0, (step + 1) / self.warmup) * max(0.0, falling)


@dataclass
class Progress:
    """Where a run is."""

    step: int = 0
    position: int = 0
    seconds: float = 0.0

    def done(self, plan: Plan) -> float:
        """The share of the run that is over, by pairs or by time."""
        return max(self.position / plan.pairs, self.seconds / (60 * plan.minutes))


def fit(network: nn.Module, tokenizer: Tokenizer, pairs: Sequence[Pair], plan: Plan, checkpoint: Path) -> Progress:
    """Train in place, going on from `checkpoint` if it is there."""
    torch.set_num_threads(1)
    optimizer = _optimizer(network, plan)
    progress = _resume(network, optimizer, checkpoint)
    network.train()
    started, saved, losses = time.monotonic() - progress.seconds, time.monotonic(), [0.0]
    with (
        bf16_products(network),
        ThreadPoolExecutor(plan.threads, initializer=torch.set_num_threads, initargs=(1,)) as pool,
    ):
        for batch in _batches(pairs, plan, progress.position):
            for group in optimizer.param_groups:
                group["lr"] = plan.rate_at(progress.step, progress.done(plan))
            losses.append(_step(network, tokenizer, batch, plan.part, pool))
            optimizer.step()
            progress.step, progress.position = progress.step + 1, progress.position + len(batch)
            progress.seconds = time.monotonic() - started
            if progress.step % 20 == 0:
                _tell(progress, plan, losses)
            if time.monotonic() - saved > plan.save_every:
                _save(network, optimizer, progress, checkpoint)
                saved = time.monotonic()
            if progress.done(plan) >= 1:
                break
    _save(network, optimizer, progress, checkpoint)
    return progress


def _batches(pairs: Sequence[Pair], plan: Plan, position: int) -> Iterator[list[Pair]]:
    """Batches from `position` on: the pairs in their order, then again and again in new orders."""
    turn = 0
    while True:
        order = list(range(len(pairs)))
        if turn:
            random.Random(plan.seed + turn).shuffle(order)
        for start in range(0, len(order), plan.batch):
            if turn * len(pairs) + start >= position:
                yield [pairs[i] for i in order[start : start + plan.batch]]
        turn += 1


def _step(
    network: nn.Module, tokenizer: Tokenizer, batch: Sequence[Pair], size: int, pool: ThreadPoolExecutor
) -> float:
    """Fill the gradients with the mean over the batch, in parts of `size`; the mean loss."""
    trained = [p for p in network.parameters() if p.requires_grad]
    encodings = tokenizer.encode_batch([(pair.premise, pair.hypothesis) for pair in batch])
    rows = sorted(zip(encodings, batch, strict=True), key=lambda row: -len(row[0].ids))
    parts = [rows[start : start + size] for start in range(0, len(rows), size)]

    def work(part: list[tuple[Any, Pair]]) -> tuple[float, tuple[Tensor, ...]]:
        logits = network(**inputs_for(network, [encoding for encoding, _ in part])).logits
        shares = torch.tensor([pair.shares for _, pair in part])
        loss = functional.cross_entropy(logits.float(), shares, reduction="sum") / len(batch)
        return loss.item(), torch.autograd.grad(loss, trained)

    done = list(pool.map(work, parts))
    for index, parameter in enumerate(trained):
        parameter.grad = functools.reduce(Tensor.add_, (gradients[index] for _, gradients in done))
    nn.utils.clip_grad_norm_(trained, 1.0)
    return sum(loss for loss, _ in done)


def inputs_for(network: nn.Module, encodings: Sequence[Any]) -> dict[str, Tensor]:
    """Encodings padded to the longest of them; which text a token is of only where the network asks for it."""
    longest = max(len(encoding.ids) for encoding in encodings)

    def padded(values: Callable[[Any], list[int]]) -> Tensor:
        return torch.tensor([values(e) + [0] * (longest - len(e.ids)) for e in encodings])

    inputs = {"input_ids": padded(lambda e: e.ids), "attention_mask": padded(lambda e: e.attention_mask)}
    return inputs | ({"token_type_ids": padded(lambda e: e.type_ids)} if hasattr(network, "bert") else {})


def _optimizer(network: nn.Module, plan: Plan) -> torch.optim.AdamW:
    """AdamW; vectors (biases, norms) do not decay."""
    named = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p for _, p in named if p.ndim > 1], "weight_decay": plan.decay},
        {"params": [p for _, p in named if p.ndim <= 1], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=plan.rate, fused=True)


def _resume(network: nn.Module, optimizer: torch.optim.Optimizer, checkpoint: Path) -> Progress:
    if not checkpoint.exists():
        return Progress()
    state = torch.load(checkpoint, weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    _log.info("going on from %s", checkpoint)
    return Progress(**state["progress"])


def _save(network: nn.Module, optimizer: torch.optim.Optimizer, progress: Progress, checkpoint: Path) -> None:
    """Write beside the checkpoint, then put it in its place: an interruption leaves the last one whole."""
    fresh = checkpoint.with_suffix(".new")
    where = {"step": progress.step, "position": progress.position, "seconds": progress.seconds}
    torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(), "progress": where}, fresh)
    fresh.replace(checkpoint)


def _tell(progress: Progress, plan: Plan, losses: list[float]) -> None:
    recent = losses[-50:]
    _log.info(
        "step %d, pairs %d, %.0f s, %.0f %% done, rate %.2e, loss %.3f",
        progress.step,
        progress.position,
        progress.seconds,
        100 * progress.done(plan),
        plan.rate_at(progress.step, progress.done(plan)),
        sum(recent) / len(recent),
    )
