"""Values as bytes. Reading makes claimcheck's own data and nothing else, whatever the bytes say."""

from __future__ import annotations

import gc
import io
import pickle
from typing import Any

_TIMES = frozenset({"date", "datetime", "timedelta", "timezone"})
_TYPES = "claimcheck.types"


class _Reader(pickle.Unpickler):
    """An unpickler that finds plain data classes and times; a pickle that asks for more is refused."""

    def find_class(self, module: str, name: str) -> Any:
        if module == _TYPES or (module == "datetime" and name in _TIMES):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a cache")


def to_bytes(value: object) -> bytes:
    """The value as bytes."""
    return pickle.dumps(value, protocol=5)


def from_bytes(data: bytes) -> Any:
    """The value; pickle.UnpicklingError, or whatever a data class raises, when the bytes are none."""
    was_on = gc.isenabled()
    gc.disable()  # thousands of small objects and no garbage among them: looking for some takes as long as reading
    try:
        return _Reader(io.BytesIO(data)).load()
    finally:
        if was_on:
            gc.enable()
