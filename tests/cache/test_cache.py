"""What is recalled is what was kept, and only for what it was made of."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from claimcheck.cache import OFF, Cache, default_folder, open_cache
from claimcheck.cache.keys import code_version, digest
from claimcheck.cache.pickles import from_bytes, to_bytes
from claimcheck.cache.store import Store
from claimcheck.models import Models
from claimcheck.pipeline import audit
from claimcheck.protocols import Embedder, Part, Text, Vectors
from claimcheck.types import Extraction, ModelInfo, Report, Span

SEEDS = Path(__file__).parents[2] / "seeds"
INFO = ModelInfo("embedder", "counted", "1", "0" * 64)


@pytest.fixture(scope="module")
def report(models: Models) -> Report:
    """The seeds' report, from the real parts."""
    return audit([SEEDS], models=models)


def test_a_whole_report_survives(report: Report) -> None:
    """Everything in it, down to the parses, is equal after a journey through bytes."""
    back = from_bytes(to_bytes(report))
    assert back == report
    assert back.ledger.extractions[0].parses == report.ledger.extractions[0].parses
    assert to_bytes(from_bytes(to_bytes(back))) == to_bytes(back)


class _Bomb:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("run",)


@pytest.mark.parametrize("value", [_Bomb(), Path("x"), np.float64(1.0)], ids=["call", "path", "numpy"])
def test_bytes_make_nothing_but_data(value: object, capsys: pytest.CaptureFixture[str]) -> None:
    """A pickle that asks for anything else is refused, and nothing of it has run."""
    with pytest.raises(pickle.UnpicklingError, match="no place in a cache"):
        from_bytes(pickle.dumps(value))
    assert capsys.readouterr().out == ""


def test_an_entry_is_found_by_what_it_is_made_of(report: Report, tmp_path: Path) -> None:
    """Not by less, not by the parts run together, and not as another type."""
    extraction = report.ledger.extractions[0]
    with Cache(Store(tmp_path)) as cache:
        cache.keep(extraction, ("ab", "c"))
        asked = {"same": ("ab", "c"), "joined": ("a", "bc"), "less": ("ab",)}
        assert cache.recall(Extraction, asked) == {"same": extraction}
        assert cache.recall(Report, asked) == {}


def test_an_entry_that_cannot_be_read_is_made_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """As when its type has another shape now."""
    store = Store(tmp_path)
    key = digest("Extraction", code_version(), "x")
    for data in (b"no pickle", pickle.dumps(Path("x")), pickle.dumps(Span("a", 1, 2))):
        store.put("Extraction", {key: data})
        assert Cache(store).recall(Extraction, {"x": ("x",)}) == {}
    assert caplog.text.count("cannot be read and is made again") == 2


def test_no_cache_remembers_nothing() -> None:
    """`off`, and what a call without a cache uses."""
    cache = open_cache(OFF)
    cache.keep(Span("a", 1, 2), ("x",))
    assert cache.recall(Span, {"x": ("x",)}) == {}


def test_the_users_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the desktop keeps caches."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder().name == "claimcheck"


class _Counted:
    """An embedder that counts the texts it is asked for."""

    info = INFO

    def __init__(self) -> None:
        self.asked: list[Text] = []

    def embed(self, texts: Sequence[Text]) -> Vectors:
        self.asked += texts
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)


def test_a_text_is_embedded_once(tmp_path: Path) -> None:
    """Whatever it is embedded beside, now or in a later run; the model is not even loaded for what is known."""
    model = _Counted()
    texts = ["one", "three", "one"]
    with Cache(Store(tmp_path)) as cache:
        first = cache.embedder(lambda: model, INFO).embed(texts)
    with Cache(Store(tmp_path)) as cache:
        again = cache.embedder(_never, INFO).embed(texts)
        more = cache.embedder(lambda: model, INFO).embed(["three", "seventeen"])
        other = cache.embedder(lambda: model, ModelInfo("embedder", "other", "1", "1" * 64)).embed(["one"])
    assert model.asked == ["one", "three", "seventeen", "one"]
    assert first.tolist() == again.tolist() == [[3, 1], [5, 1], [3, 1]]
    assert more.tolist() == [[5, 1], [9, 1]]
    assert other.tolist() == [[3, 1]]


def test_parts_are_kept_apart_and_asked_for_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model then reads a text once for all of its parts, and a part is never taken for another."""
    monkeypatch.setattr("claimcheck.cache.cache._PORTION", 2)
    model = _Counted()
    first, last = Part("one two", ((0, 3),)), Part("one two", ((4, 7),))
    with Cache(Store(tmp_path)) as cache:
        embedder = cache.embedder(lambda: model, INFO)
        assert embedder.embed([first, "three", last]).tolist() == [[2, 1], [5, 1], [2, 1]]
        embedder.embed(["one two", last, "three"])
    assert model.asked == [first, last, "three", "one two"]


def test_how_far_it_has_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the beginning of the first portion; at the end nothing is counted any more, and for known texts nothing."""
    monkeypatch.setattr("claimcheck.cache.cache._PORTION", 2)
    told: list[tuple[int, int]] = []
    with Cache(Store(tmp_path)) as cache:
        embedder = cache.embedder(_Counted, INFO)
        embedder.advance = lambda done, total: told.append((done, total))
        embedder.embed(["one", "two", "three"])
        assert told == [(0, 3), (2, 3), (0, 0)]
        embedder.embed(["one", "two"])
    assert len(told) == 3


def _never() -> Embedder:
    raise AssertionError("the model was loaded")


def test_the_real_embedder_through_the_cache(embedder: Embedder, tmp_path: Path) -> None:
    """Bit by bit what the model gives."""
    texts = ["Seven leaders met in Vilnius.", "", "Eight leaders met in The Hague on Tuesday night."]
    for _ in range(2):
        with Cache(Store(tmp_path)) as cache:
            assert np.array_equal(cache.embedder(lambda: embedder, embedder.info).embed(texts), embedder.embed(texts))


def test_the_code_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Another version of the code finds nothing of this one."""
    with Cache(Store(tmp_path)) as cache:
        cache.keep(Span("a", 1, 2), ("x",))
        monkeypatch.setattr("claimcheck.cache.cache.code_version", lambda: b"another")
        assert cache.recall(Span, {"x": ("x",)}) == {}


@pytest.mark.parametrize("name", ["dataclass", "dataclass.__builtins__", "Span.__init__", "no_such"])
def test_a_pickle_finds_nothing_but_the_data_classes(name: str) -> None:
    """What a class or a function of the module leads to stays out of reach."""
    data = (
        b"\x80\x04"
        + b"\x8c"
        + bytes([16])
        + b"claimcheck.types"
        + b"\x8c"
        + bytes([len(name)])
        + name.encode()
        + b"\x93."
    )
    with pytest.raises(pickle.UnpicklingError, match="has no place in a cache"):
        from_bytes(data)
