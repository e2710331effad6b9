"""Make the entailment model that ships with claimcheck.

    pip install 'claimcheck-audit[train]'
    python -m claimcheck.models.train all --data ../shared/data --work ../training

`all` is `data`, `student`, `evaluate` and `export` one after the other; each can be run by itself,
and the student goes on from its checkpoint. `teacher` and `soft-labels` come before `student`
where there is time for them, or a GPU: the student then learns from the pairs that `soft-labels` wrote.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from claimcheck.models.train import steps

SEED = 6


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(prog="python -m claimcheck.models.train", description=__doc__.split("\n")[0])
    commands = top.add_subparsers(dest="command", required=True)
    for name, (_, about) in COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about)
        command.add_argument("--data", type=Path, required=True, help="a folder laid out like ../shared/data")
        command.add_argument("--work", type=Path, required=True, help="where pairs and checkpoints are kept")
        command.add_argument("--pairs", type=int, default=steps.STUDENT_PAIRS, help="pairs that the student sees")
        command.add_argument("--minutes", type=float, default=1e6, help="stop after so many; the rate falls to fit")
        command.add_argument("--threads", type=int, default=2)
        command.add_argument("--seed", type=int, default=SEED)
    return top


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one step, or all."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    chosen = parser().parse_args(arguments)
    chosen.work.mkdir(parents=True, exist_ok=True)
    plan = steps.Job(chosen.data, chosen.work, chosen.pairs, chosen.minutes, chosen.threads, chosen.seed)
    COMMANDS[chosen.command][0](plan)


def make_data(job: steps.Job) -> None:
    """Write the pairs, and say how many there are of each source."""
    pairs = steps.make_pairs(job)
    for source, count in sorted(Counter(pair.source for pair in pairs).items()):
        _say(f"{source:20}{count:8,}")
    _say(f"{'all':20}{len(pairs):8,}")


def evaluate(job: steps.Job) -> None:
    """Print the table of the student."""
    for row in steps.evaluation(job):
        _say("  ".join(row))


def run_all(job: steps.Job) -> None:
    """The whole way from the data to the package's files."""
    for step in (make_data, steps.train_student, evaluate, steps.export):
        step(job)


COMMANDS: dict[str, tuple[Callable[[steps.Job], None], str]] = {
    "data": (make_data, "write the training pairs: public sets and typed edits"),
    "teacher": (steps.train_teacher, "train all-mpnet-base-v2 on them"),
    "soft-labels": (steps.soften, "let the teacher say how sure each label is"),
    "student": (steps.train_student, "train all-MiniLM-L6-v2, on the soft labels if there are any"),
    "evaluate": (evaluate, "print accuracy and calibration on the development set, and the baseline"),
    "export": (steps.export, "write the weights into the package and a CrossEncoder folder beside the checkpoint"),
    "all": (run_all, "data, student, evaluate, export"),
}


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
