"""Values as bytes. Reading makes claimcheck's own data and nothing else, whatever the bytes say."""

from __future__ import annotations

import gc
import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from claimcheck import types

_TIMES = frozenset({"date", "datetime", "timedelta", "timezone"})
_TYPES = types.__name__

Reducer = Callable[[Any], tuple[type, tuple[Any, ...]]]


class _Reader(pickle.Unpickler):
    """An unpickler that finds plain data classes and times; a pickle that asks for more is refused."""

    def find_class(self, module: str, name: str) -> Any:
        if (module == _TYPES and name in _names()) or (module == "datetime" and name in _TIMES):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a cache")


def to_bytes(value: object) -> bytes:
    """The value as bytes."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written, protocol=5)
    pickler.dispatch_table = _reducers()
    pickler.dump(value)
    return written.getvalue()


@cache
def _names() -> frozenset[str]:
    """What may be found among the types: the data classes, and nothing that can be reached through them."""
    return frozenset(kind.__name__ for kind in _reducers())


@cache
def _reducers() -> dict[type, Reducer]:
    """How each data class is written: as a call of it with its fields.

    What dataclasses do by themselves for a class with slots takes far longer, in writing and in reading.
    """
    found = [kind for kind in vars(types).values() if isinstance(kind, type) and is_dataclass(kind)]
    return {kind: _reducer(kind) for kind in found}


def _reducer(kind: type[Any]) -> Reducer:
    names = [field.name for field in fields(kind)]
    get = attrgetter(*names)
    return (lambda value: (kind, get(value))) if len(names) > 1 else lambda value: (kind, (get(value),))


def from_bytes(data: bytes) -> Any:
    """The value; pickle.UnpicklingError, or whatever a data class raises, when the bytes are none."""
    was_on = gc.isenabled()
    gc.disable()  # thousands of small objects and no garbage among them: looking for some takes as long as reading
    try:
        return _Reader(io.BytesIO(data)).load()
    finally:
        if was_on:
            gc.enable()
