"""What the models that run on ONNX Runtime share, and how a stock model is found without a network."""

from __future__ import annotations

import logging
import os
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from numpy.typing import NDArray

from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_BATCH_TOKENS = 1024  # tokens that one thread runs at once: what they take stays in a core's cache

T = TypeVar("T", bound=Hashable)


def open_session(graph: Path, tensors: Mapping[str, NDArray[Any]]) -> InferenceSession:
    """A shipped graph with the weights that it names in it. A call of it takes one thread, and many may run at once."""
    # From 1.32 on, ONNX Runtime collects usage data in the user's cache folder and sends them unless this is set before
    # it is loaded; its own `disable_telemetry_events` comes too late.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # whole batches side by side wait for each other less than parts of a product
    options.log_severity_level = 3  # errors: its warnings are about optimisations
    options.enable_mem_pattern = False  # each length has another plan; keeping them all would only grow
    options.add_external_initializers(
        list(tensors), [onnxruntime.OrtValue.ortvalue_from_numpy(array) for array in tensors.values()]
    )
    return onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])


def each_once(items: Sequence[T]) -> tuple[list[T], list[int]]:
    """The different items, and for each of `items` its place among them: copies repeat each other's claims."""
    places = {item: i for i, item in enumerate(dict.fromkeys(items))}
    return list(places), [places[item] for item in items]


def run_batches(lengths: Sequence[int], run: Callable[[list[int]], None], threads: int) -> None:
    """Have `run` called with row numbers, each once, in groups of one length; `threads` at a time, 0: one a core."""
    with ThreadPoolExecutor(threads or cores()) as pool:
        for _ in pool.map(run, _batches(lengths)):
            pass  # raises what a thread raised


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Row numbers in groups of one length, longest first, each of a bounded number of tokens."""
    groups: dict[int, list[int]] = defaultdict(list)
    for row, length in enumerate(lengths):
        groups[length].append(row)
    for length, rows in sorted(groups.items(), reverse=True):
        step = max(1, _BATCH_TOKENS // length)
        for start in range(0, len(rows), step):
            yield rows[start : start + step]


def whole(text: str) -> str:
    """`text` without halves of characters (lone surrogates), which no tokenizer takes."""
    return text.encode("utf-8", errors="replace").decode()


def warn_of_truncation(log: logging.Logger, count: int, name: str, limit: int) -> None:
    """Say that texts were cut, if any were."""
    if count:
        log.warning("%s: %d text(s) longer than %d tokens; what lies past them does not count", name, count, limit)


def stock_folder(name: str, *, default: str) -> Path:
    """The folder of that name, or of the model of that name in the local Hugging Face cache."""
    quiet_the_hub()
    return Path(name) if Path(name).is_dir() else _cached_folder(name, default)


def quiet_the_hub() -> None:
    """Tell the Hugging Face libraries, before they are imported, to ask no network and draw no bars."""
    for variable in (
        "HF_HUB_OFFLINE",
        "TRANSFORMERS_OFFLINE",
        "HF_HUB_DISABLE_TELEMETRY",
        "HF_HUB_DISABLE_PROGRESS_BARS",
    ):
        os.environ[variable] = "1"


def _cached_folder(name: str, default: str) -> Path:
    from huggingface_hub import snapshot_download  # noqa: PLC0415
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError  # noqa: PLC0415

    full = name if "/" in name else f"sentence-transformers/{name}"
    try:
        return Path(snapshot_download(full, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError, HfHubHTTPError) as error:
        raise ModelError(
            f"{name}: neither a folder nor a model in the local Hugging Face cache; "
            f"claimcheck downloads nothing, so fetch it first or name a folder (default: {default})"
        ) from error
