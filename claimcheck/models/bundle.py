"""The models of a run: which they are, known at once, and each loaded when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from claimcheck.models.embedder import embedder_info, load_embedder
from claimcheck.models.entailment import load_entailment
from claimcheck.models.parser import load_parser, parser_info
from claimcheck.protocols import Embedder, Entailment, Parser
from claimcheck.types import ModelInfo

Infos = tuple[ModelInfo, ModelInfo]  # the parser's and the embedder's


@dataclass
class Models:
    """The models of a run, each loaded when it is first needed."""

    load_parser: Callable[[], Parser]
    load_embedder: Callable[[], Embedder]
    load_entailment: Callable[[], Entailment | None] = lambda: None  # None: the run does without
    identify: Callable[[], Infos] | None = None  # None: they are loaded to be asked, and what they make is not cached
    parser_name: str | None = None  # for processes beside this one, which load their own; None: the default

    @cached_property
    def parser(self) -> Parser:
        return self.load_parser()

    @cached_property
    def embedder(self) -> Embedder:
        return self.load_embedder()

    @cached_property
    def entailment(self) -> Entailment | None:
        return self.load_entailment()

    @cached_property
    def infos(self) -> Infos:
        """Which parser and embedder they are."""
        return self.identify() if self.identify else (self.parser.info, self.embedder.info)


def default_models(
    parser: str | None = None, embedder: str | None = None, entailment: str = "shipped", *, threads: int = 0
) -> Models:
    """The package's own models, or those of these names; `entailment` may be "off"; 0 threads are one a core."""
    parsers = ((parser,),) if parser else ()
    embedders = (embedder,) if embedder else ()
    return Models(
        lambda: load_parser(*parsers),
        lambda: load_embedder(*embedders, threads=threads),
        lambda: load_entailment(entailment, threads=threads) if entailment != "off" else None,
        identify=lambda: (parser_info(*parsers), embedder_info(*embedders)),
        parser_name=parser,
    )
