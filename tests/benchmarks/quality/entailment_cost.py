"""What a probability costs: pairs a second and memory of the shipped model, beside the same weights in torch."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from claimcheck.models.entailment import GRAPH, WEIGHTS
from claimcheck.models.train.export import export_folder
from claimcheck.models.train.pairs import read_nli

from .entailment import spread
from .lab import ROOT, Lab, Table

PAIRS = 200
_MEASURE = """
import json, sys, time
name, threads, file = sys.argv[1], int(sys.argv[2]), sys.argv[3]
pairs = [tuple(pair) for pair in json.load(open(file))]
started = time.perf_counter()
if name == "shipped":
    from claimcheck.models import load_entailment
    run = load_entailment(threads=threads).predict
else:
    import torch
    torch.set_num_threads(threads)
    from sentence_transformers import CrossEncoder
    model = CrossEncoder(name, device="cpu")
    run = lambda some: model.predict(some, batch_size=32, show_progress_bar=False)
run(pairs[:1])
loaded = time.perf_counter()
run(pairs)
done = time.perf_counter()
memory = int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]) / 1024
print(json.dumps([loaded - started, len(pairs) / (done - loaded), memory]))
"""


def tables(lab: Lab) -> Iterator[Table]:
    """Each way of running in a process of its own."""
    dev = read_nli(lab.path("nli", "dev.tsv.gz"))
    pairs = [(pair.premise, pair.hypothesis) for pair in spread(dev, PAIRS)]
    with tempfile.TemporaryDirectory() as name:
        folder, file = Path(name) / "torch", Path(name) / "pairs.json"
        export_folder(WEIGHTS, folder)
        file.write_text(json.dumps(pairs), encoding="utf-8")
        rows = [
            (f"{shown}, {threads} thread{'s' * (threads > 1)}", *measure(model, threads, file))
            for shown, model in (("shipped", "shipped"), ("torch", str(folder)))
            for threads in (1, 2)
        ]
    size = (WEIGHTS.stat().st_size + GRAPH.stat().st_size) / 1e6
    yield Table(
        "Entailment: cost",
        "nli/dev.tsv.gz",
        ("", "seconds to the first pair", "pairs a second", "peak memory, MB"),
        tuple(rows),
        f"{len(pairs)} pairs, wall time of the machine that wrote this page, on which other work may have run. The "
        f"shipped model is {size:.1f} MB; torch runs the same weights in batches of 32, imports included in its start.",
    )


def measure(model: str, threads: int, file: Path) -> tuple[object, ...]:
    """Seconds to load and score one pair, pairs a second after that, and the process's peak memory."""
    command = [sys.executable, "-c", _MEASURE, model, str(threads), str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    seconds, rate, memory = json.loads(done.stdout.splitlines()[-1])
    return f"{seconds:.2f}", f"{rate:.0f}", f"{memory:.0f}"
