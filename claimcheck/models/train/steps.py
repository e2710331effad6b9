"""The steps of the training, each from files to files, so that each can be run again by itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from claimcheck.models.embedder import default_folder
from claimcheck.models.entailment import WEIGHTS, load_entailment, pair_tokenizer
from claimcheck.models.parser import load_parser
from claimcheck.models.train import teacher
from claimcheck.models.train.evaluate import (
    HypothesisOnly,
    accuracy,
    calibration_error,
    hypothesis_only_split,
    labels_of,
)
from claimcheck.models.train.export import export_folder, export_weights
from claimcheck.models.train.fit import Plan, fit
from claimcheck.models.train.mix import mix
from claimcheck.models.train.network import new_network
from claimcheck.models.train.news import read_lines, tuning_folders
from claimcheck.models.train.pairs import Pair, read_nli, read_pairs, write_pairs
from claimcheck.models.train.typed import read_antonyms, typed_pairs
from claimcheck.protocols import Entailment

STUDENT_PAIRS = 60_000
TEACHER_PAIRS = 60_000
ANTONYMS = Path(__file__).parents[2] / "compare" / "data" / "antonyms.tsv"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """What the command line chose."""

    data: Path
    work: Path
    pairs: int = STUDENT_PAIRS
    minutes: float = 1e6
    threads: int = 2
    seed: int = 6

    @property
    def mixed(self) -> Path:
        """The training pairs in their order."""
        return self.work / "pairs.tsv.gz"

    @property
    def soft(self) -> Path:
        """The same with the teacher's shares."""
        return self.work / "soft.tsv.gz"

    @property
    def folder(self) -> Path:
        """The student as a CrossEncoder folder."""
        return self.work / "student"


def make_pairs(job: Job) -> list[Pair]:
    """Public pairs and typed pairs, mixed and written."""
    public = read_nli(job.data / "nli" / "train.tsv.gz")
    lines = read_lines(tuning_folders(job.data), load_parser(), seed=job.seed)
    typed = typed_pairs(lines, read_antonyms(ANTONYMS), seed=job.seed)
    pairs = mix(public, typed, seed=job.seed)
    write_pairs(job.mixed, pairs)
    return pairs


def train_student(job: Job) -> None:
    """Fine-tune MiniLM on the pairs, soft ones if there are any."""
    base = default_folder()
    pairs = read_pairs(job.soft if job.soft.exists() else job.mixed)
    plan = Plan(job.pairs, job.minutes, threads=job.threads, seed=job.seed)
    fit(new_network(base, seed=job.seed), pair_tokenizer(base / "tokenizer.json"), pairs, plan, job.work / "student.pt")


def train_teacher(job: Job) -> None:
    """Fine-tune MPNet on as many of the pairs as `--pairs` says, at a lower rate."""
    base = teacher.teacher_folder(job.work)
    plan = Plan(min(job.pairs, TEACHER_PAIRS), job.minutes, rate=3e-5, threads=job.threads, seed=job.seed)
    network = new_network(base, seed=job.seed)
    fit(network, pair_tokenizer(base / "tokenizer.json"), read_pairs(job.mixed), plan, job.work / "teacher.pt")


def soften(job: Job) -> None:
    """Let the trained teacher look at every pair."""
    base = teacher.teacher_folder(job.work)
    network = restored(base, job.work / "teacher.pt", seed=job.seed)
    pairs = read_pairs(job.mixed)[: job.pairs]
    teacher.soften(network, pair_tokenizer(base / "tokenizer.json"), pairs, job.soft, job.threads)


def export(job: Job) -> None:
    """Write the student as a CrossEncoder folder and as the package's weights."""
    export_weights(restored(default_folder(), job.work / "student.pt", seed=job.seed), WEIGHTS)
    export_folder(WEIGHTS, job.folder)
    _log.info("wrote %s and %s; pin its SHA-256 in claimcheck/models/entailment.py", job.folder, WEIGHTS)


def evaluation(job: Job) -> Iterator[tuple[str, ...]]:
    """The student on the development set, source by source, and what the hypotheses alone tell."""
    network = restored(default_folder(), job.work / "student.pt", seed=job.seed)
    export_weights(network, weights := job.work / "student.safetensors")
    export_folder(weights, job.folder)
    model, blind = load_entailment(str(job.folder)), HypothesisOnly(read_nli(job.data / "nli" / "train.tsv.gz"))
    dev = read_nli(job.data / "nli" / "dev.tsv.gz")
    yield "source", "pairs", "accuracy", "ECE", "hypothesis only"
    for source in sorted({pair.source for pair in dev}):
        pairs = [pair for pair in dev if pair.source == source]
        yield source, str(len(pairs)), *scores(model, pairs), f"{blind.accuracy(pairs):.3f}"
    typed = [pair for pair in read_pairs(job.mixed) if pair.source.startswith("typed-")]
    yield "typed pairs", str(len(typed)), "", "", f"{hypothesis_only_split(typed, seed=job.seed):.3f}"


def scores(model: Entailment, pairs: list[Pair]) -> tuple[str, str]:
    """Accuracy and calibration error of a model on labelled pairs."""
    probabilities = model.predict([(pair.premise, pair.hypothesis) for pair in pairs])
    labels = labels_of(pairs)
    return f"{accuracy(probabilities, labels):.3f}", f"{calibration_error(probabilities, labels):.3f}"


def restored(base: Path, checkpoint: Path, *, seed: int) -> nn.Module:
    """A network with the weights of a checkpoint."""
    network = new_network(base, seed=seed)
    network.load_state_dict(torch.load(checkpoint, weights_only=True)["network"])
    return network.eval()
