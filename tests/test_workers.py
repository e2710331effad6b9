"""Extraction in processes beside this one: the same extractions, whatever becomes of the processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.cache import Cache
from claimcheck.cache.store import Store
from claimcheck.extract import extract
from claimcheck.extract.sentences import split_sentences
from claimcheck.protocols import Parser
from claimcheck.sources.reading import read
from claimcheck.types import Extraction
from claimcheck.workers import Helpers, Job

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def jobs() -> tuple[Job, ...]:
    """The seeds, read."""
    return tuple((document, split_sentences(document)) for document in read([SEEDS]).documents)


@pytest.fixture(scope="module")
def alone(jobs: tuple[Job, ...], parser: Parser) -> dict[str, Extraction]:
    """What this process extracts from them by itself."""
    return {document.id: extract(document, sentences, parser) for document, sentences in jobs}


def gathered(helpers: Helpers, jobs: tuple[Job, ...], parser: Parser) -> dict[str, Extraction]:
    """What is extracted with helpers, each article once."""
    found: list[Extraction] = []
    helpers.extract(jobs, lambda: parser, found.append)
    assert len(found) == len(jobs)
    return {extraction.document.id: extraction for extraction in found}


def test_helpers_extract_the_same(jobs: tuple[Job, ...], alone: dict[str, Extraction], parser: Parser) -> None:
    """With two processes beside this one, which serve a second call as well."""
    with Helpers(2, worth=0) as helpers:
        assert gathered(helpers, jobs, parser) == alone
        running = [helper.pid for helper in helpers._running]
        assert gathered(helpers, jobs, parser) == alone
        assert [helper.pid for helper in helpers._running] == running
        assert len(running) == 2
    assert not any(_is_running(pid) for pid in running)


def test_helpers_do_their_share(jobs: tuple[Job, ...], alone: dict[str, Extraction], parser: Parser) -> None:
    """An article comes from another process while this one is busy with its own."""
    with Helpers(1, worth=0) as helpers:
        gathered(helpers, jobs, parser)  # until it has started
        here: list[str] = []

        class Slow:
            info = parser.info

            def parse(self, sentences: list[str]) -> object:
                here.append(sentences[0])
                time.sleep(3)
                return parser.parse(sentences)

        assert gathered(helpers, jobs, Slow()) == alone  # type: ignore[arg-type]
    assert 0 < len(here) < len(jobs)


def test_what_helpers_bring_is_kept(jobs: tuple[Job, ...], parser: Parser, tmp_path: Path) -> None:
    """In the cache of the process that asked, whichever thread it arrives in."""
    with Helpers(1, worth=0) as helpers, Cache(Store(tmp_path)) as cache:
        gathered(helpers, jobs, parser)  # until it has started

        class Slow:
            info = parser.info

            def parse(self, sentences: list[str]) -> object:
                time.sleep(1)
                return parser.parse(sentences)

        helpers.extract(jobs, Slow, lambda found: cache.keep(found, (found.document.id,)))  # type: ignore[arg-type]
        kept = cache.recall(Extraction, {document.id: (document.id,) for document, _ in jobs})
    assert kept.keys() == {document.id for document, _ in jobs}


def test_no_more_helpers_than_articles(jobs: tuple[Job, ...], parser: Parser) -> None:
    """However many cores are asked for; this process takes one article itself."""
    with Helpers(1_000, worth=0) as helpers:
        gathered(helpers, jobs[:2], parser)
        assert len(helpers._running) == 1


def test_one_that_has_begun_does_all_of_a_little_work(
    jobs: tuple[Job, ...], alone: dict[str, Extraction], caplog: pytest.LogCaptureFixture
) -> None:
    """And this process loads no parser; what the other logs is logged here."""

    def no_parser() -> Parser:
        raise AssertionError("a parser was loaded")

    document, _ = jobs[0]
    long = replace(document, id="long", text=f"{'o' * 1_000} " * 110)
    more = (*jobs, (long, split_sentences(long)))
    found: list[Extraction] = []
    with Helpers(1) as helpers:
        helpers.begin()
        helpers.extract(more, no_parser, found.append)
    assert {extraction.document.id: extraction for extraction in found}.items() >= alone.items()
    assert len(found) == len(more)
    assert [r.name for r in caplog.records if "is parsed up to the first" in r.message] == ["claimcheck.models.parser"]


def test_one_that_has_begun_and_is_gone(
    jobs: tuple[Job, ...], alone: dict[str, Extraction], parser: Parser, capfd: pytest.CaptureFixture[str]
) -> None:
    """This process does its work, and nothing is printed."""
    with Helpers(1, "no_such_pipeline") as helpers:
        helpers.begin()
        assert gathered(helpers, jobs, parser) == alone
    assert capfd.readouterr() == ("", "")


def test_one_that_has_begun_for_nothing_ends_at_once() -> None:
    """Nobody waits for the parser that it loads."""
    helpers = Helpers(1)
    helpers.begin()
    (helper,) = helpers._running
    helpers.close()
    assert helper.returncode is not None


def test_none_begins_where_there_may_be_none() -> None:
    """With one core, or `--jobs 1`."""
    with Helpers(0) as helpers:
        helpers.begin()
        assert not helpers._running


def test_little_work_starts_nothing(jobs: tuple[Job, ...], parser: Parser) -> None:
    """A process takes longer to start than the seeds to extract."""
    with Helpers(1) as helpers:
        gathered(helpers, jobs, parser)
        assert not helpers._running


def test_a_helper_that_is_killed(
    jobs: tuple[Job, ...], alone: dict[str, Extraction], parser: Parser, caplog: pytest.LogCaptureFixture
) -> None:
    """Its article is done here; one that is gone before the work begins is replaced."""
    with Helpers(1, worth=0) as helpers:
        gathered(helpers, jobs, parser)
        (helper,) = helpers._running
        helper.send_signal(signal.SIGSTOP)

        def kill_it(extraction: Extraction) -> None:
            found.append(extraction)
            if len(found) == len(jobs) - 1:
                helper.kill()

        found: list[Extraction] = []
        helpers.extract(jobs, lambda: parser, kill_it)
        assert {extraction.document.id: extraction for extraction in found} == alone
        assert "a process that extracted claims ended" in caplog.text
        assert gathered(helpers, jobs, parser) == alone
        assert [each.pid for each in helpers._running] != [helper.pid]


def test_an_error_ends_the_work(jobs: tuple[Job, ...]) -> None:
    """What goes wrong here is raised here, and the helpers get nothing more to do."""

    def fail() -> Parser:
        raise OSError("no parser")

    with Helpers(1, worth=0) as helpers, pytest.raises(OSError, match="no parser"):
        helpers.extract(jobs * 50, fail, lambda _extraction: None)


def test_a_helper_ends_with_the_process_that_started_it() -> None:
    """Even when that one is killed."""
    script = (
        "import sys\nfrom claimcheck.workers import start\n"
        "helper = start(None)\nprint(helper.pid, flush=True)\nsys.stdin.read()"
    )
    started = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    pid = int(started.stdout.readline())
    assert _is_running(pid)
    started.kill()
    started.communicate()
    deadline = time.monotonic() + 30
    while _is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _is_running(pid)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
