"""Extraction on several cores: this process and helpers beside it take one article after another.

A helper is a process of this package that reads articles from a pipe and writes what it extracts
to another, so it ends when this one does, however that ends; and unlike a fork or
multiprocessing it asks nothing of the program that claimcheck is imported into. What is extracted of an
article depends on that article alone, so it does not matter who did it.
"""

from __future__ import annotations

import logging
import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Lock
from typing import IO

from claimcheck.cache.pickles import from_bytes, to_bytes
from claimcheck.extract import extract
from claimcheck.protocols import Parser
from claimcheck.types import Document, Extraction, Sentence

WORTH = 6_000  # words to extract from which a helper, which takes a second to start, saves time
_START = "from claimcheck.workers import serve; serve()"
_SIZE = 8  # bytes that say how long a message is

Job = tuple[Document, tuple[Sentence, ...]]
_log = logging.getLogger(__name__)


class Helpers:
    """Processes beside this one, started by the first work that is worth it, ended by `close`."""

    def __init__(self, count: int, parser: str | None = None, *, worth: int = WORTH) -> None:
        self._count = count
        self._parser = parser
        self._worth = worth
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Helpers:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the helpers."""
        for helper in self._running:
            for pipe in (helper.stdin, helper.stdout):
                if pipe is not None:
                    pipe.close()
            helper.wait()
        self._running = []

    def extract(self, jobs: Sequence[Job], parser: Callable[[], Parser], done: Callable[[Extraction], None]) -> None:
        """Extract every article; `done` is called with each, in any order and from one thread at a time."""
        todo, lock = iter(jobs), Lock()

        def take() -> Job | None:
            with lock:
                return next(todo, None)

        def give(extraction: Extraction) -> None:
            with lock:
                done(extraction)

        def hand_out(helper: subprocess.Popen[bytes]) -> list[Job]:
            """Have a helper do what is to do; what it was given and did not bring back."""
            while (job := take()) is not None:
                answer = _ask(helper, job)
                if answer is None:
                    return [job]
                give(answer)
            return []

        helpers = self._started(jobs)
        with ThreadPoolExecutor(max(1, len(helpers))) as pool:
            lost = [pool.submit(hand_out, helper) for helper in helpers]
            try:
                while (job := take()) is not None:
                    give(extract(*job, parser()))
            except BaseException:
                with lock:
                    deque(todo, maxlen=0)  # whatever ended this ends the helpers' work too
                raise
        for job in (job for future in lost for job in future.result()):
            give(extract(*job, parser()))

    def _started(self, jobs: Sequence[Job]) -> Sequence[subprocess.Popen[bytes]]:
        self._running = [helper for helper in self._running if helper.poll() is None]
        words = sum(document.text.count(" ") for document, _ in jobs)
        if len(jobs) > 1 and words >= self._worth:
            while len(self._running) < min(self._count, len(jobs) - 1) and (helper := _start(self._parser)) is not None:
                self._running.append(helper)
        return self._running if len(jobs) > 1 else ()


def serve() -> None:
    """What a helper does: extract from articles on standard input until there are no more."""
    from claimcheck.models import import_lightly, needs_torch  # noqa: PLC0415 — before anything imports spaCy

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the process that asked, and its end ends this one
    out, sys.stdout = sys.stdout.buffer, sys.stderr  # whatever a library prints is no answer
    name: str | None = pickle.loads(_read(sys.stdin.buffer) or b"N.")
    names = ((name,),) if name else ()
    import_lightly(needs_torch=needs_torch(*names))
    from claimcheck.models import load_parser  # noqa: PLC0415

    parser = load_parser(*names)
    with suppress(BrokenPipeError):  # whoever asked is gone
        while (data := _read(sys.stdin.buffer)) is not None:
            document, sentences = from_bytes(data)
            _write(out, to_bytes(extract(document, sentences, parser)))
        return
    os._exit(1)  # without a try to flush a pipe that nobody reads


def _start(parser: str | None) -> subprocess.Popen[bytes] | None:
    try:
        helper = subprocess.Popen([sys.executable, "-c", _START], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        _write(helper.stdin, pickle.dumps(parser))
    except (OSError, ValueError) as error:
        _log.info("no process beside this one: %s", error)
        return None
    return helper


def _ask(helper: subprocess.Popen[bytes], job: Job) -> Extraction | None:
    """What a helper extracts; None when it is gone, and then this process does its work."""
    try:
        _write(helper.stdin, to_bytes(job))
        answer = _read(helper.stdout)
    except (OSError, ValueError):
        answer = None
    if answer is None:
        _log.warning("a process that extracted claims ended; its articles are done without it")
        return None
    extraction: Extraction = from_bytes(answer)
    return extraction


def _write(pipe: IO[bytes] | None, data: bytes) -> None:
    if pipe is None:
        raise ValueError("a process without a pipe")
    pipe.write(len(data).to_bytes(_SIZE, "little") + data)
    pipe.flush()


def _read(pipe: IO[bytes] | None) -> bytes | None:
    """The next message; None at the end."""
    head = pipe.read(_SIZE) if pipe is not None else b""
    if pipe is None or len(head) < _SIZE:
        return None
    size = int.from_bytes(head, "little")
    data = pipe.read(size)
    return data if len(data) == size else None
