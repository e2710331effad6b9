"""Bytes by key in one file: bounded, shared, whole after whatever happens to it."""

from __future__ import annotations

import logging
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from claimcheck.cache.store import Store

KEYS = {bytes([n]) * 20: f"value {n}".encode() for n in range(50)}


def test_what_is_put_is_found_again(tmp_path: Path) -> None:
    """By another store on the same folder too, and nothing else is."""
    store = Store(tmp_path)
    store.put("vector", KEYS)
    assert store.get(KEYS) == KEYS
    store.close()
    again = Store(tmp_path)
    assert again.get([*KEYS, b"other"]) == KEYS
    assert [(kept.kind, kept.entries) for kept in again.kept()] == [("vector", 50)]


def test_more_keys_than_one_query_takes(tmp_path: Path) -> None:
    """Queries are cut into portions."""
    many = {n.to_bytes(20, "big"): b"x" for n in range(2_500)}
    store = Store(tmp_path)
    store.put("vector", many)
    assert store.get(many) == many


def test_a_file_that_is_no_database_is_set_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A new cache is begun, the old file kept beside it, and a line says so."""
    (tmp_path / "cache.sqlite").write_bytes(b"no database at all" * 1000)
    store = Store(tmp_path)
    with caplog.at_level(logging.WARNING):
        assert store.get(KEYS) == {}
    assert "set aside as cache.damaged and begun anew" in caplog.text
    store.put("vector", KEYS)
    assert store.get(KEYS) == KEYS
    assert (tmp_path / "cache.damaged").read_bytes().startswith(b"no database")
    assert store.clear() == len(KEYS)
    assert not (tmp_path / "cache.damaged").exists()


@pytest.mark.parametrize("at", [0, 30, 4096, 5000, 12_000, -3000])
def test_damage_anywhere_is_never_fatal(tmp_path: Path, at: int) -> None:
    """Bytes overwritten somewhere in the file: every value that is found is the one that was put."""
    store = Store(tmp_path)
    store.put("vector", {key: value * 50 for key, value in KEYS.items()})
    store.close()
    file = tmp_path / "cache.sqlite"
    data = bytearray(file.read_bytes())
    start = at if at >= 0 else len(data) + at
    data[start : start + 600] = random.Random(at).randbytes(600)
    file.write_bytes(data)
    again = Store(tmp_path)
    found = again.get(KEYS)
    assert all(value == KEYS[key] * 50 for key, value in found.items())
    again.put("vector", KEYS)
    assert again.get(KEYS) == KEYS
    again.close()


def test_a_value_that_was_changed_is_not_given(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Each value is checked by itself: SQLite does not notice a changed byte in it."""
    store = Store(tmp_path)
    store.put("vector", KEYS)
    store.close()
    with sqlite3.connect(tmp_path / "cache.sqlite") as database:
        database.execute("UPDATE entry SET value = CAST(value || 'x' AS BLOB) WHERE key = ?", (next(iter(KEYS)),))
    database.close()
    with caplog.at_level(logging.WARNING):
        found = Store(tmp_path).get(KEYS)
    assert found.keys() == KEYS.keys() - {next(iter(KEYS))}
    assert "1 damaged entries are worked out again" in caplog.text


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """One line, and the store is empty from then on."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    store = Store(tmp_path / "file" / "cache")
    with caplog.at_level(logging.WARNING):
        store.put("vector", KEYS)
        assert store.get(KEYS) == {}
    assert caplog.text.count("the cache cannot be used") == 1
    assert not store.is_usable
    store.close()


def test_the_file_stays_below_its_bound(tmp_path: Path) -> None:
    """What was not used for longest goes first."""
    store = Store(tmp_path, limit=300_000)
    store.put("old", {f"old {n}".encode(): bytes(10_000) for n in range(20)})
    store._try(lambda database: database.execute("UPDATE entry SET used = used - 9").connection.commit(), None)
    store.close()
    store = Store(tmp_path, limit=300_000)
    store.get(f"old {n}".encode() for n in range(5))
    store.close()  # notes that five were used
    store = Store(tmp_path, limit=300_000)
    store.put("new", {f"new {n}".encode(): bytes(10_000) for n in range(15)})
    store.close()
    store = Store(tmp_path)
    assert store.size() <= 300_000
    kept = {kind.kind: kind.entries for kind in store.kept()}
    assert kept["new"] == 15
    assert len(store.get(f"old {n}".encode() for n in range(5))) == 5
    assert kept["old"] < 20


def test_pruning_by_age_and_clearing(tmp_path: Path) -> None:
    """Entries go by the day of their last use, or all at once."""
    store = Store(tmp_path)
    store.put("vector", KEYS)
    assert store.prune(days=3) == 0
    store._try(lambda database: database.execute("UPDATE entry SET used = used - 4").connection.commit(), None)
    store.put("vector", {b"new": b"value"})
    assert store.prune(days=3) == 50
    assert store.clear() == 1
    assert store.kept() == ()


WRITER = """
import sys
from pathlib import Path
from claimcheck.cache.store import Store
store, name = Store(Path(sys.argv[1])), sys.argv[2]
print("ready", flush=True)
for n in range(int(sys.argv[3])):
    store.put("vector", {f"{name} {n}".encode(): f"{name} {n}".encode() * 100})
print("done", flush=True)
store.close()
"""


def _writer(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(folder), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_processes_at_once(tmp_path: Path) -> None:
    """Nothing that either wrote is lost."""
    writers = [_writer(tmp_path, name, 200) for name in ("a", "b")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    keys = [f"{name} {n}".encode() for name in ("a", "b") for n in range(200)]
    assert Store(tmp_path).get(keys) == {key: key * 100 for key in keys}
    for writer in writers:
        writer.stdout.close()  # type: ignore[union-attr]


def test_a_file_that_another_process_is_just_beginning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It is waited for: SQLite itself refuses to turn a locked file to a write-ahead log, at once."""
    other = sqlite3.connect(tmp_path / "cache.sqlite", check_same_thread=False, isolation_level=None)
    other.execute("CREATE TABLE begun (n)")
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO begun VALUES (1)")
    release = threading.Timer(0.3, lambda: other.execute("COMMIT"))
    release.start()
    store = Store(tmp_path)
    store.put("vector", KEYS)
    release.join()
    assert store.get(KEYS) == KEYS
    assert not caplog.records
    store.close()
    other.close()


def test_a_process_that_is_killed(tmp_path: Path) -> None:
    """The file is whole, and what was written before is there."""
    writer = _writer(tmp_path, "a", 1_000_000)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    store, deadline = Store(tmp_path), time.monotonic() + 30
    while sum(kind.entries for kind in store.kept()) < 20 and time.monotonic() < deadline:
        time.sleep(0.01)
    writer.send_signal(signal.SIGKILL)
    writer.wait(10)
    writer.stdout.close()
    (kept,) = Store(tmp_path).kept()
    keys = [f"a {n}".encode() for n in range(kept.entries)]
    assert kept.entries >= 20
    assert Store(tmp_path).get(keys) == {key: key * 100 for key in keys}
