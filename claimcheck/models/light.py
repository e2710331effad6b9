"""Import spaCy and NLTK without the heavy libraries they only look for.

`import spacy` loads torch through thinc, and `import nltk` loads scipy and
scikit-learn; nothing here uses those parts, and they cost more than all the rest
of a start. Hiding them for the length of the import makes both libraries take
the path they take where the heavy ones are not installed. spaCy's command
line, imported for one function of it that tells about the installation, waits until somebody asks. Of
NLTK only the sentence splitter is loaded, past the `__init__` of its packages, which import all the rest.

The parser imports spaCy in this way by itself. Call `import_splitter()` before anything
imports `claimcheck.extract`: everything works the same without it, only slower.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import util
from threading import RLock
from types import ModuleType
from typing import Any

_SPLITTER = "nltk.tokenize.punkt"

IN_FULL = RLock()  # held by a thread that imports one of the heavy ones, so that none is hidden from it


def import_splitter() -> None:
    """Import NLTK's sentence splitter alone; an NLTK that is already imported is left as it is."""
    if "nltk" not in sys.modules:
        with hidden("scipy", "sklearn"), bare("nltk", "nltk.tokenize"):
            importlib.import_module(_SPLITTER)


def import_spacy(*, needs_torch: bool = False) -> None:
    """Import spaCy without torch and its command line; a spaCy or a torch that is already there is left as it is.

    `needs_torch`: the pipeline to be loaded runs on torch, so spaCy has to find it.
    """
    if "spacy" not in sys.modules:
        with hidden(*() if needs_torch else ("torch",)), postponed("spacy.cli", "info"):
            importlib.import_module("spacy")


@contextmanager
def hidden(*names: str) -> Iterator[None]:
    """Make `import NAME` fail inside the block; what is already loaded stays visible."""
    with IN_FULL:
        hidden_here = [name for name in names if name not in sys.modules]
        modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]  # None is what blocks an import
        modules.update(dict.fromkeys(hidden_here))
        try:
            yield
        finally:
            for name in hidden_here:
                modules.pop(name, None)


@contextmanager
def postponed(package: str, function: str) -> Iterator[None]:
    """Put off importing `package` inside the block; its module and function of one name stand in until called."""
    if package in sys.modules:
        yield
        return
    stand_in = ModuleType(name := f"{package}.{function}")

    def call(*arguments: Any, **options: Any) -> Any:
        return getattr(importlib.import_module(name), function)(*arguments, **options)

    setattr(stand_in, function, call)
    sys.modules.update({package: ModuleType(package), name: stand_in})
    try:
        yield
    finally:
        del sys.modules[package], sys.modules[name]


@contextmanager
def bare(*packages: str) -> Iterator[None]:
    """Import submodules inside the block without running the `__init__` of these packages, outermost first.

    The packages themselves are imported in full whenever somebody asks for them afterwards.
    """
    stand_ins: list[str] = []
    try:
        for package in packages:
            spec = util.find_spec(package)  # of a submodule it is found through its parent's stand-in
            if spec is None or package in sys.modules:
                break
            stand_in = ModuleType(package)
            stand_in.__path__ = list(spec.submodule_search_locations or ())
            sys.modules[package] = stand_in
            stand_ins.append(package)
        yield
    finally:
        for package in stand_ins:
            del sys.modules[package]
