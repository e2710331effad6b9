"""The only place that loads a model; everything else sees `claimcheck.protocols`.

Importing this package is cheap: each loader imports its library when it is called.
"""

from claimcheck.models.bundle import Models, default_models
from claimcheck.models.embedder import load_embedder
from claimcheck.models.entailment import check_entailment, load_entailment
from claimcheck.models.light import import_splitter
from claimcheck.models.parser import load_parser

__all__ = [
    "Models",
    "check_entailment",
    "default_models",
    "import_splitter",
    "load_embedder",
    "load_entailment",
    "load_parser",
]
