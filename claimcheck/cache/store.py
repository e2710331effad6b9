"""Bytes by key in one SQLite file: bounded, shared by processes, healed when damaged.

Writers queue at SQLite's own lock, and a write-ahead log leaves the file whole when one
is killed. What cannot be read or written is never fatal: a damaged file is set aside and a
new one begun, and where nothing at all can be stored, nothing is.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from threading import RLock
from typing import TypeVar

FILE = "cache.sqlite"
LIMIT = 1_000_000_000  # bytes; some 600,000 vectors of 384 numbers
_KEEP = 0.8  # the share of the limit that is left when it was passed
_WAIT = 10.0  # seconds for another process to finish its write
_PAUSE = 0.01  # seconds between two tries to begin a file
_AT_ONCE = 500  # keys of one query; SQLite takes at least 999
_DAY = 86_400
_CHECK = 16  # bytes before each value that say whether it is whole

_CIRCUMSTANCES = frozenset(  # what is wrong is not the file: locked for too long, a full disk, no permission
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
    }
)

_SCHEMA = """
    CREATE TABLE IF NOT EXISTS entry (
        key BLOB PRIMARY KEY, kind TEXT NOT NULL, used INTEGER NOT NULL, value BLOB NOT NULL
    );
    CREATE INDEX IF NOT EXISTS entry_by_use ON entry (used);
"""

T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """The entries of one kind."""

    kind: str
    entries: int
    size: int  # bytes of their values


class Store:
    """One cache file. Methods never raise for what is wrong with it."""

    def __init__(self, folder: Path, *, limit: int = LIMIT) -> None:
        self.file = folder / FILE
        self.limit = limit
        self._database: sqlite3.Connection | None = None
        self._failed = False
        self._hits: set[bytes] = set()
        self._lock = RLock()

    @property
    def is_usable(self) -> bool:
        """Whether the file can be read and written; its reason was logged when not."""
        return self._try(lambda database: bool(database.execute("SELECT 1").fetchone()), False)

    @property
    def _aside(self) -> Path:
        return self.file.with_suffix(".damaged")

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that are there."""
        wanted = list(dict.fromkeys(keys))
        held: dict[bytes, bytes] = {}
        for some in _portions(wanted, _AT_ONCE):
            held |= self._try(partial(_select, some), dict[bytes, bytes]())
        whole = {key: value[_CHECK:] for key, value in held.items() if _checksum(value[_CHECK:]) == value[:_CHECK]}
        if len(whole) < len(held):
            _log.warning("%s: %d damaged entries are worked out again", self.file, len(held) - len(whole))
        self._hits.update(whole)
        return whole

    def put(self, kind: str, values: Mapping[bytes, bytes]) -> None:
        """Keep these values; one that is there already is replaced."""
        day = _today()
        rows = [(key, kind, day, _checksum(value) + value) for key, value in values.items()]

        def insert(database: sqlite3.Connection) -> None:
            with database:
                database.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)", rows)

        if rows:
            self._try(insert, None)

    def kept(self) -> tuple[Kept, ...]:
        """What is there, kind by kind."""
        query = "SELECT kind, COUNT(*), SUM(LENGTH(value)) FROM entry GROUP BY kind ORDER BY kind"
        rows: list[tuple[str, int, int]] = self._try(lambda database: database.execute(query).fetchall(), [])
        return tuple(Kept(*row) for row in rows)

    def clear(self) -> int:
        """Forget everything, a damaged file that was set aside too; how many entries there were."""
        gone = self._delete("DELETE FROM entry", ())
        self._try(lambda database: database.execute("VACUUM"), None)
        with suppress(OSError):
            self._aside.unlink(missing_ok=True)
        return gone

    def prune(self, *, days: int | None = None, limit: int | None = None) -> int:
        """Forget what was not used for so many days, then what was not used for longest until the file fits."""
        gone = self._delete("DELETE FROM entry WHERE used < ?", (max(0, _today() - days),)) if days is not None else 0
        bound = self.limit if limit is None else limit
        while (size := self.size()) > bound:
            entries = sum(kind.entries for kind in self.kept())
            share = 1 - _KEEP * bound / size
            oldest = "DELETE FROM entry WHERE key IN (SELECT key FROM entry ORDER BY used, key LIMIT ?)"
            dropped = self._delete(oldest, (max(1, round(share * entries)),))
            if not dropped:
                break
            gone += dropped
        return gone

    def size(self) -> int:
        """Bytes of the file."""

        def pages(database: sqlite3.Connection) -> int:
            count, free, size = (
                database.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("page_count", "freelist_count", "page_size")
            )
            return int((count - free) * size)

        return self._try(pages, 0)

    def close(self) -> None:
        """Note what was used, once a day for each entry, keep the file within its bound, and let it go."""
        if self._database is not None and self._hits:
            self._try(self._note_use, None)
            self._hits.clear()
        if self._database is not None and self.size() > self.limit:
            self.prune()
        if self._database is not None:
            self._database.close()
        self._database = None

    def _note_use(self, database: sqlite3.Connection) -> None:
        day = _today()
        stale: list[tuple[int, bytes]] = []
        for some in _portions(sorted(self._hits), _AT_ONCE):
            query = f"SELECT key FROM entry WHERE used < ? AND key IN ({_marks(some)})"
            stale += [(day, key) for (key,) in database.execute(query, (day, *some))]
        if stale:
            with database:
                database.executemany("UPDATE entry SET used = ? WHERE key = ?", stale)

    def _delete(self, statement: str, values: tuple[int, ...]) -> int:
        def run(database: sqlite3.Connection) -> int:
            with database:
                gone = database.execute(statement, values).rowcount
            database.execute("PRAGMA incremental_vacuum").fetchall()
            return gone

        return self._try(run, 0)

    def _try(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """What `work` gives, or `otherwise` when the file cannot serve; a damaged one is replaced, and tried again."""
        with self._lock:
            for _ in range(2):
                if self._failed:
                    break
                try:
                    if self._database is None:
                        self._database = _connect(self.file)
                    return work(self._database)
                except sqlite3.Error as error:
                    if _code(error) in _CIRCUMSTANCES:
                        self._give_up(error)
                    else:
                        self._set_aside(error)
                except OSError as error:
                    self._give_up(error)
        return otherwise

    def _give_up(self, error: Exception) -> None:
        self._failed = True
        why = error.strerror.lower() if isinstance(error, OSError) and error.strerror else error
        _log.warning("%s: the cache cannot be used (%s)", self.file, why)

    def _set_aside(self, error: Exception) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None
        aside = self._aside
        _log.warning("%s: the cache is damaged (%s); set aside as %s and begun anew", self.file, error, aside.name)
        try:
            self.file.replace(aside)
            for ending in ("-wal", "-shm"):
                self.file.with_name(self.file.name + ending).unlink(missing_ok=True)
        except OSError as problem:
            self._give_up(problem)


def _connect(file: Path) -> sqlite3.Connection:
    """The file, opened and laid out; begun where there is none.

    SQLite does not wait for its lock while a file is turned to a write-ahead log
    (sqlite.org/wal.html, "Sometimes Queries Return SQLITE_BUSY In WAL Mode"): of two
    processes that begin one file together, one is refused at once. So the wait is here.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + _WAIT
    while True:
        database = sqlite3.connect(file, timeout=_WAIT, check_same_thread=False)  # one thread at a time, by `_lock`
        try:
            _lay_out(database)
        except sqlite3.Error as error:
            database.close()
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)
        else:
            return database


def _lay_out(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA auto_vacuum = INCREMENTAL")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")  # a power cut may lose the last entries, never the file
    database.executescript(_SCHEMA)


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF


def _select(keys: Sequence[bytes], database: sqlite3.Connection) -> dict[bytes, bytes]:
    query = f"SELECT key, value FROM entry WHERE key IN ({_marks(keys)})"
    return dict(database.execute(query, keys).fetchall())


def _marks(keys: Sequence[bytes]) -> str:
    return ",".join("?" * len(keys))


def _portions(keys: Iterable[bytes], size: int) -> Iterator[list[bytes]]:
    rest = iter(keys)
    while some := list(islice(rest, size)):
        yield some


def _checksum(value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=_CHECK).digest()


def _today() -> int:
    return int(time.time() // _DAY)
