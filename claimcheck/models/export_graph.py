"""Write the ONNX graphs of the default embedder and of the entailment model: their shape alone, about 20 KB each.

    python -m claimcheck.models.export_graph

The graph is built node by node from the model's own config.json, not traced, so
it needs no torch and comes out the same byte for byte. Its weights stay in the
model's package: every initializer is external and carries the name of its tensor
in model.safetensors, and `claimcheck.models.embedder` hands the tensors over.

The embedder's products are of whole numbers of eight bits (`eight_bits`). Weights have a scale for each
output, as usual; what they are multiplied with has a scale for each row, so that a text's vector is
the same in any batch, which one scale for the whole batch (ONNX Runtime's own quantisation) would not give.

It takes texts of one length at a time, so it has neither padding nor a mask, and every operation of it computes a
text's rows the same whatever else is in the batch.

Run it again only when the default model changes; it needs the `dev` extra (onnx).
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from claimcheck.models.eight_bits import NUMBERS, SCALES
from claimcheck.models.embedder import GRAPH, default_folder
from claimcheck.models.entailment import GRAPH as PAIR_GRAPH

_MICROSOFT = "com.microsoft"  # ONNX Runtime's own operators
_TINY = 1e-12  # the floor under the largest number of a row
_OPSET = 17  # the first with LayerNormalization; any ONNX Runtime of the last years reads it


@dataclass(slots=True)
class Graph:
    """Nodes and constants in the making; each method adds one operation and names its output."""

    shapes: dict[str, list[int]]
    eight_bits: bool = False
    rounded: dict[str, tuple[str, str]] = field(default_factory=dict)  # what was rounded already, and its scales
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    tensors: dict[str, onnx.TensorProto] = field(default_factory=dict)

    def node(self, op: str, *inputs: str, **attributes: Any) -> str:
        """Add an operation."""
        output = f"{op}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, list(inputs), [output], **attributes))
        return output

    def weight(self, name: str) -> str:
        """Refer to a tensor of model.safetensors."""
        return self._external(name, TensorProto.FLOAT, self.shapes[name])

    def _external(self, name: str, kind: int, shape: Sequence[int]) -> str:
        tensor = TensorProto(name=name, data_type=kind, dims=shape)
        tensor.data_location = TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value="model.safetensors")
        self.tensors[name] = tensor
        return name

    def constant(self, value: float | list[int], kind: type[np.generic] | None = None) -> str:
        """Add a constant: a float32 scalar, or a list of int64, unless `kind` says otherwise."""
        array = np.array(value, dtype=kind or (np.int64 if isinstance(value, list) else np.float32))
        name = f"constant_{kind.__name__}_{value}" if kind else f"constant_{value}"
        self.tensors[name] = numpy_helper.from_array(array, name)
        return name

    def linear(self, x: str, prefix: str) -> str:
        """y = xW' + b, over rows."""
        if self.eight_bits:
            return self.node("Add", self._whole_products(x, f"{prefix}.weight"), self.weight(f"{prefix}.bias"))
        return self.node("Gemm", x, self.weight(f"{prefix}.weight"), self.weight(f"{prefix}.bias"), transB=1)

    def _whole_products(self, x: str, weight: str) -> str:
        """XW', both rounded: rows of x to 8 bits around 128, W as `claimcheck.models.eight_bits` rounds it."""
        if x not in self.rounded:
            highest, lowest = (self.node(f"Reduce{end}", x, axes=[1], keepdims=0) for end in ("Max", "Min"))
            largest = self.node("Max", highest, self.node("Neg", lowest), self.constant(_TINY))
            scale = self.node("Div", largest, self.constant(127.0))
            middle = self.node(
                "ConstantOfShape", self.node("Shape", scale), value=numpy_helper.from_array(np.array([128], np.uint8))
            )
            whole = self.node("QuantizeLinear", x, scale, middle, axis=0)
            self.rounded[x] = whole, self.node("Unsqueeze", scale, self.constant([1]))
        whole, scale = self.rounded[x]
        outputs, inputs = self.shapes[weight]
        numbers = self._external(f"{weight}{NUMBERS}", TensorProto.INT8, [inputs, outputs])
        scales = self._external(f"{weight}{SCALES}", TensorProto.FLOAT, [outputs])
        zero = [self.constant(128, np.uint8), self.constant(0, np.int8)]
        product = self.node(
            "MatMulIntegerToFloat", whole, numbers, self.constant(1.0), scales, *zero, domain=_MICROSOFT
        )
        return self.node("Mul", product, scale)

    def norm(self, x: str, prefix: str, epsilon: float) -> str:
        """Layer normalisation over the last axis."""
        weight, bias = self.weight(f"{prefix}.weight"), self.weight(f"{prefix}.bias")
        return self.node("LayerNormalization", x, weight, bias, axis=-1, epsilon=epsilon)


def build(config: dict[str, Any], shapes: dict[str, list[int]], *, paired: bool = False) -> onnx.ModelProto:
    """The graph of a BERT encoder, from (batch, length) token ids to its last states: (batch, length, hidden).

    The embedder's products are of eight bits. `paired`: the graph of pairs of texts, which also takes
    token_type_ids, for the text that a token is of.
    """
    graph = Graph(shapes, eight_bits=not paired)
    hidden: int = config["hidden_size"]
    names = ("input_ids", "token_type_ids") if paired else ("input_ids",)
    size = graph.node("Shape", "input_ids")
    x = graph.node("Reshape", _embed(graph, config, size, paired=paired), graph.constant([-1, hidden]))
    for layer in range(config["num_hidden_layers"]):
        x = _layer(graph, config, f"encoder.layer.{layer}", x, size)
    whole = graph.node("Concat", size, graph.constant([hidden]), axis=0)
    graph.nodes.append(helper.make_node("Reshape", [x, whole], ["states"]))
    output = helper.make_tensor_value_info("states", TensorProto.FLOAT, ["batch", "length", hidden])
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in names]
    made = helper.make_graph(graph.nodes, "encoder", inputs, [output], initializer=list(graph.tensors.values()))
    domains = {"": _OPSET} if paired else {"": _OPSET, _MICROSOFT: 1}
    return helper.make_model(
        made, opset_imports=[helper.make_opsetid(*domain) for domain in domains.items()], ir_version=8
    )


def _length(graph: Graph, size: str) -> str:
    return graph.node("Slice", size, graph.constant([1]), graph.constant([2]))


def _embed(graph: Graph, config: dict[str, Any], size: str, *, paired: bool) -> str:
    """Word, type and position embeddings, summed and normalised."""
    length = _length(graph, size)
    positions = graph.node(
        "Slice", graph.weight("embeddings.position_embeddings.weight"), graph.constant([0]), length, graph.constant([0])
    )
    types = graph.weight("embeddings.token_type_embeddings.weight")
    if paired:
        types = graph.node("Gather", types, "token_type_ids")
    else:
        types = graph.node("Slice", types, graph.constant([0]), graph.constant([1]))
    words = graph.node("Gather", graph.weight("embeddings.word_embeddings.weight"), "input_ids")
    total = graph.node("Add", graph.node("Add", words, types), positions)
    return graph.norm(total, "embeddings.LayerNorm", config["layer_norm_eps"])


def _layer(graph: Graph, config: dict[str, Any], prefix: str, x: str, size: str) -> str:
    """One transformer layer over rows of (batch * length, hidden)."""
    epsilon: float = config["layer_norm_eps"]
    attended = graph.linear(
        _attention(graph, config, f"{prefix}.attention.self", x, size), f"{prefix}.attention.output.dense"
    )
    x = graph.norm(graph.node("Add", attended, x), f"{prefix}.attention.output.LayerNorm", epsilon)
    widened = _gelu(graph, graph.linear(x, f"{prefix}.intermediate.dense"))
    narrowed = graph.linear(widened, f"{prefix}.output.dense")
    return graph.norm(graph.node("Add", narrowed, x), f"{prefix}.output.LayerNorm", epsilon)


def _attention(graph: Graph, config: dict[str, Any], prefix: str, x: str, size: str) -> str:
    heads: int = config["num_attention_heads"]
    width: int = config["hidden_size"] // heads
    split = graph.node("Concat", size, graph.constant([heads, width]), axis=0)

    def by_head(name: str, order: list[int]) -> str:
        return graph.node("Transpose", graph.node("Reshape", graph.linear(x, f"{prefix}.{name}"), split), perm=order)

    queries, values = by_head("query", [0, 2, 1, 3]), by_head("value", [0, 2, 1, 3])
    keys = by_head("key", [0, 2, 3, 1])
    scores = graph.node("Mul", graph.node("MatMul", queries, keys), graph.constant(width**-0.5))
    mixed = graph.node("MatMul", graph.node("Softmax", scores, axis=-1), values)
    return graph.node(
        "Reshape", graph.node("Transpose", mixed, perm=[0, 2, 1, 3]), graph.constant([-1, config["hidden_size"]])
    )


def _gelu(graph: Graph, x: str) -> str:
    """The exact GELU, in the form that ONNX Runtime fuses into one kernel."""
    erf = graph.node("Erf", graph.node("Div", x, graph.constant(2**0.5)))
    return graph.node("Mul", graph.node("Mul", x, graph.node("Add", erf, graph.constant(1.0))), graph.constant(0.5))


def tensor_shapes(weights: Path) -> dict[str, list[int]]:
    """Name and shape of every tensor in a safetensors file, from its header alone."""
    with weights.open("rb") as handle:
        (size,) = struct.unpack("<Q", handle.read(8))
        header = json.loads(handle.read(size))
    return {name: entry["shape"] for name, entry in header.items() if name != "__metadata__"}


def main() -> None:
    """Write the graphs into the package."""
    folder = default_folder()
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    shapes = tensor_shapes(folder / "model.safetensors")
    for file, paired in ((GRAPH, False), (PAIR_GRAPH, True)):
        file.write_bytes(build(config, shapes, paired=paired).SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
