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
from typing import IO, Any

from claimcheck.cache.pickles import from_bytes, to_bytes
from claimcheck.protocols import Parser
from claimcheck.types import Document, Extraction, Sentence

WORTH = 6_000  # words to extract from which loading the parser in more than one process saves time
_START = "import sys; sys.path[:] = {path}; from claimcheck.workers import serve; serve()"
_SIZE = 8  # bytes that say how long a message is

Job = tuple[Document, tuple[Sentence, ...]]
_log = logging.getLogger(__name__)


class Helpers:
    """Processes beside this one, started by `begin` or by the first work that is worth more, ended by `close`."""

    def __init__(self, count: int, parser: str | None = None, *, worth: int = WORTH) -> None:
        self._count = count
        self._parser = parser
        self._worth = worth
        self._running: list[subprocess.Popen[bytes]] = []
        self._proven: set[int] = set()  # those that have extracted something

    def __enter__(self) -> Helpers:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def begin(self) -> None:
        """Start one, if there may be one: it loads its parser while this process does what comes before extraction."""
        self._start(1)

    def close(self) -> None:
        """End the helpers, even one that is still loading: nobody waits for what they might give."""
        for helper in self._running:
            helper.kill()
            helper.wait()
            for pipe in (helper.stdin, helper.stdout):
                if pipe is not None:
                    with suppress(OSError):  # what was not read any more
                        pipe.close()
        self._running = []

    def extract(self, jobs: Sequence[Job], parser: Callable[[], Parser], done: Callable[[Extraction], None]) -> None:
        """Extract every article; `done` is called with each, in any order and from one thread at a time.

        Where a helper runs and there is little to do, it does all of it, and this process loads no parser.
        """
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
                if answer is None:  # one that never began finds no parser, which this process will tell
                    level = logging.WARNING if helper.pid in self._proven else logging.INFO
                    _log.log(level, "a process that extracted claims ended; its articles are done without it")
                    return [job]
                self._proven.add(helper.pid)
                give(answer)
            return []

        def do_here() -> None:
            while (job := take()) is not None:
                give(_extract(job, parser()))

        is_much = len(jobs) > 1 and sum(document.text.count(" ") for document, _ in jobs) >= self._worth
        self._start(len(jobs) - 1 if is_much else 0)
        with ThreadPoolExecutor(max(1, len(self._running))) as pool:
            handed = [pool.submit(hand_out, helper) for helper in self._running]
            try:
                if is_much or not handed:
                    do_here()
                lost = [job for future in handed for job in future.result()]
            except BaseException:
                with lock:
                    deque(todo, maxlen=0)  # whatever ended this ends the helpers' work too
                raise
        do_here()  # what is left when a helper is gone
        for job in lost:
            give(_extract(job, parser()))

    def _start(self, wanted: int) -> None:
        """Have as many helpers run as are wanted and allowed."""
        self._running = [helper for helper in self._running if helper.poll() is None]
        while len(self._running) < min(self._count, wanted) and (helper := start(self._parser)) is not None:
            self._running.append(helper)


def start(parser: str | None) -> subprocess.Popen[bytes] | None:
    """A helper that loads this parser; None where there can be none."""
    if getattr(sys, "frozen", False) or not sys.executable:  # a program that is no Python, and takes no code
        return None
    command = [sys.executable, "-c", _START.format(path=sys.path)]
    own_group: dict[str, Any] = {} if os.name == "nt" else {"process_group": 0}  # a terminal's Ctrl-C is for us alone
    try:
        helper = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **own_group)
        _write(helper.stdin, pickle.dumps(parser))
    except (OSError, ValueError) as error:
        _log.info("no process beside this one: %s", error)
        return None
    return helper


def serve() -> None:
    """What a helper does: extract from articles on standard input until there are no more.

    Whatever goes wrong ends it without a word: the process that asked does the work itself, and says what is wrong.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the process that asked, and its end ends this one
    out, sys.stdout = sys.stdout.buffer, sys.stderr  # whatever a library prints is no answer
    said = _Said()
    logging.getLogger("claimcheck").addHandler(said)
    with suppress(Exception):
        from claimcheck.models import load_parser  # noqa: PLC0415 — not in the process that asks

        name: str | None = pickle.loads(_read(sys.stdin.buffer) or b"N.")
        parser = load_parser(*((name,),) if name else ())
        while (data := _read(sys.stdin.buffer)) is not None:
            _write(out, to_bytes((_extract(from_bytes(data), parser), said.take())))
    os._exit(0)  # without a try to flush a pipe that nobody reads


class _Said(logging.Handler):
    """Keeps what is logged, for the process that asked to log it."""

    def __init__(self) -> None:
        super().__init__()
        self._records: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append((record.name, record.levelno, record.getMessage()))

    def take(self) -> tuple[tuple[str, int, str], ...]:
        """What was logged since the last time."""
        records, self._records = tuple(self._records), []
        return records


def _extract(job: Job, parser: Parser) -> Extraction:
    from claimcheck.extract import extract  # noqa: PLC0415 — what starts a helper does not wait for it

    return extract(*job, parser)


def _ask(helper: subprocess.Popen[bytes], job: Job) -> Extraction | None:
    """What a helper extracts; None when it is gone, and then this process does its work."""
    try:
        _write(helper.stdin, to_bytes(job))
        answer = _read(helper.stdout)
    except (OSError, ValueError):
        answer = None
    if answer is None:
        return None
    extraction: Extraction
    extraction, said = from_bytes(answer)
    for name, level, message in said:
        logging.getLogger(name).log(level, message)
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
