"""The training's promises: pairs without artefacts, no held text, a run that resumes and a rate that ends at zero."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from transformers import BertConfig, BertModel

from claimcheck.errors import UsageError
from claimcheck.models.embedder import default_folder
from claimcheck.models.entailment import pair_tokenizer
from claimcheck.models.train import mix as mixing
from claimcheck.models.train.edits import OPERATORS, Edit, Setting, apply
from claimcheck.models.train.evaluate import HypothesisOnly, accuracy, auc, calibration_error
from claimcheck.models.train.fit import Plan, fit
from claimcheck.models.train.network import bf16_products, new_network
from claimcheck.models.train.news import Line, read_lines, take_stock, tuning_folders
from claimcheck.models.train.pairs import CONTRADICTION, ENTAILMENT, NEUTRAL, Pair, read_pairs, write_pairs
from claimcheck.models.train.typed import pairs_of, typed_pairs
from claimcheck.protocols import Parser

ANTONYMS = {("VERB", "close"): ["open"], ("VERB", "open"): ["close"]}
SENTENCES = (
    "Police closed the old bridge in Leeds on Monday.",
    "The council opened both schools in March 2011.",
    "Anna Berg will meet 47 farmers in Oslo.",
    "The driver was arrested after the crash, officials said.",
    "All passengers escaped.",
)


@pytest.fixture(scope="module")
def lines(parser: Parser) -> list[Line]:
    """A few parsed sentences of one event."""
    return [Line("1ecb", f"a{i}", parse) for i, parse in enumerate(parser.parse(SENTENCES))]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encoder of one narrow layer with random weights, in a folder like the real one's."""
    folder = tmp_path_factory.mktemp("base")
    torch.manual_seed(1)
    config = BertConfig(hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
    config.save_pretrained(folder)
    save_file(BertModel(config).state_dict(), folder / "model.safetensors")
    return folder


def test_pairs_survive_their_file(tmp_path: Path) -> None:
    """Quotation marks, tabs and odd shares come back as they were, and the bytes are the same each time."""
    pairs = [Pair('He said "no".', "a\tb", (0.25, 0.5, 0.25), "x"), Pair("", "ß – 日本", CONTRADICTION, "y")]
    for name in ("one", "two"):
        write_pairs(tmp_path / name, pairs)
    assert read_pairs(tmp_path / "one") == pairs
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_held_events_are_never_read(tmp_path: Path, parser: Parser) -> None:
    """Only ECB+ events that the split does not hold back are opened."""
    for event in ("ecb/1ecb", "ecb/2ecb", "wcl/1"):
        folder = tmp_path / "clusters" / event
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(f"The reporters of event {event} were there on Monday.", "utf-8")
    with pytest.raises(UsageError, match="held back"):
        tuning_folders(tmp_path)
    (tmp_path / "split.json").write_text(json.dumps({"held": ["ecb_2ecb"]}), "utf-8")
    found = read_lines(tuning_folders(tmp_path), parser, seed=1)
    assert [line.text for line in found] == ["The reporters of event ecb/1ecb were there on Monday."]


def test_edits_of_real_sentences(lines: list[Line]) -> None:
    """Each kind of edit does what its name says."""
    stock, rng = take_stock(lines), random.Random(1)
    found: dict[str, set[str]] = {}
    for line in lines:
        for edit in (e for operator in OPERATORS for e in operator(Setting(line, stock, ANTONYMS, rng))):
            found.setdefault(edit.kind, set()).add(apply(line.text, edit.pieces))
    assert "Police opened the old bridge in Leeds on Monday." in found["antonym"]
    assert "The driver was not arrested after the crash, officials said." in found["negation"]
    assert "Anna Berg will meet nearly 50 farmers in Oslo." in found["rounding"]
    assert any("Leeds" not in text and "Oslo" in text for text in found["place"])
    assert {"number", "date", "role", "modal", "quantifier", "hedge", "exchange"} <= set(found)


def test_a_hypothesis_alone_tells_nothing(lines: list[Line]) -> None:
    """What an edit makes stands as often against a premise it follows from as against one it clashes with."""
    edit, rng = Edit("negation", ((7, 13, "did not close"),)), random.Random(2)
    for _ in range(10):
        pairs = [p for p in pairs_of(lines[0].parse, edit, None, rng) if p.shares != NEUTRAL]
        assert len({pair.hypothesis for pair in pairs}) == 1
        assert {pair.shares for pair in pairs} == {ENTAILMENT, CONTRADICTION}


def test_typed_pairs_are_the_same_each_time(lines: list[Line]) -> None:
    """One seed, one result."""
    assert typed_pairs(lines, ANTONYMS, seed=3) == typed_pairs(lines, ANTONYMS, seed=3)


def test_public_pairs_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """No typed pair among the first, none lost, and nothing too long."""
    monkeypatch.setattr(mixing, "ALONE", 5)
    public = [Pair(f"a {i}", "b", NEUTRAL, "snli") for i in range(10)] + [Pair("a " * 200, "b", NEUTRAL, "snli")]
    typed = [Pair(f"c {i}", "d", NEUTRAL, "typed-x") for i in range(4)]
    mixed = mixing.mix(public, typed, seed=1)
    assert Counter(pair.source for pair in mixed) == {"snli": 10, "typed-x": 4}
    assert {pair.source for pair in mixed[:5]} == {"snli"}


def test_the_rate_ends_at_zero() -> None:
    """It grows, stays, falls, and is nothing at the end."""
    plan = Plan(pairs=1000, minutes=60, warmup=10, level=0.5)
    rates = [plan.rate_at(step, done) for step, done in ((0, 0.0), (20, 0.4), (30, 0.75), (40, 1.0))]
    assert rates == pytest.approx([1e-5, 1e-4, 5e-5, 0.0])


def test_a_run_resumes_where_it_was(base: Path, tmp_path: Path) -> None:
    """Interrupted and taken up again, it ends with the weights of an uninterrupted one; words stay frozen."""
    tokenizer = pair_tokenizer(default_folder() / "tokenizer.json")
    pairs = [Pair(f"text {i}", f"other {i % 3}", (NEUTRAL, ENTAILMENT)[i % 2], "x") for i in range(12)]
    whole = Plan(pairs=24, minutes=60, warmup=1, level=1 - 1e-9, batch=4, part=2, threads=1)
    one, two, three = (new_network(base, seed=5) for _ in range(3))
    fit(one, tokenizer, pairs, whole, tmp_path / "one.pt")
    fit(two, tokenizer, pairs, replace(whole, pairs=8), tmp_path / "two.pt")
    assert fit(three, tokenizer, pairs, whole, tmp_path / "two.pt").position == 24
    words = "bert.embeddings.word_embeddings.weight"
    for name, tensor in one.state_dict().items():
        assert torch.equal(tensor, three.state_dict()[name]), name
    assert torch.equal(one.state_dict()[words], new_network(base, seed=5).state_dict()[words])
    assert not torch.equal(
        one.state_dict()["classifier.weight"], new_network(base, seed=5).state_dict()["classifier.weight"]
    )


def test_bf16_products_are_near(base: Path) -> None:
    """The cheaper products give nearly the same output, and are gone after the block."""
    network = new_network(base, seed=5).eval()
    ids = torch.tensor([[101, 2000, 3000, 102]])
    with torch.inference_mode():
        exact = network(input_ids=ids).logits
        with bf16_products(network):
            near = network(input_ids=ids).logits
        assert torch.equal(exact, network(input_ids=ids).logits)
    assert not torch.equal(exact, near)
    assert torch.allclose(exact, near, atol=0.02)


def test_figures() -> None:
    """Accuracy, calibration error and area under the curve, on cases done by hand."""
    probabilities = np.array([[0.9, 0.1, 0.0], [0.9, 0.0, 0.1]], dtype=np.float32)
    labels = np.array([0, 1])
    assert accuracy(probabilities, labels) == 0.5
    assert calibration_error(probabilities, labels) == pytest.approx(0.4)
    assert auc([1.0, 0.5], [0.5, 0.0]) == pytest.approx(0.875)


def test_the_blind_baseline_sees_an_artefact() -> None:
    """A word that always goes with a label is found out; no word, no better than the commonest."""
    told = [Pair("a", f"he did not go {i}", CONTRADICTION, "x") for i in range(40)]
    told += [Pair("a", f"she went {i}", ENTAILMENT, "x") for i in range(40)]
    assert HypothesisOnly(told).accuracy(told) == 1.0
