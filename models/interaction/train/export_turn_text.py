"""Writes the trained turn text network as ONNX, with eight-bit weights or, for comparing, with 32-bit ones.

    python export_turn_text.py TRAINED.pt OUT.onnx [--full] [--lean 0.4] [--parity PARITY.json --ids IDS.bin]

In: `ids` int32 (texts, TOKENS, PIECES), zeros behind the last word. Out, float32, for the end of each text: `turn`
(texts, 3) and `overlap` (texts, 3), logits; `vector` (texts, 16) in -1..1. Eight-bit weights are turned back when the
session is made, but for the table, of which only the rows that are read are.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from turn_text_network import STATE, TurnText, scale_of

TOKENS, PIECES = 32, 8
# Taken off the logit of unfinished: words that training never saw look unfinished. Chosen on half of the unseen test.
LEAN = 0.4
# Put on the logit of a request to wait: to answer it costs more than to wait for nothing. Chosen there too.
WAIT_LEAN = 0.3


class Graph:
    def __init__(self, full):
        self.full = full
        self.nodes, self.constants = [], []

    def constant(self, name, value):
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def node(self, kind, inputs, output, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def eight_bits(self, name, weight, dim):
        """The weight on its grid, as int8 with a scale."""
        scale = scale_of(weight, dim)
        grid = torch.clamp(torch.round(weight.detach() / scale), -127, 127)
        if self.full:
            return self.constant(name, (grid * scale).numpy()), None
        self.constant(f"{name}_int8", grid.to(torch.int8).numpy())
        self.constant(f"{name}_scale", scale.numpy())
        return f"{name}_int8", f"{name}_scale"

    def weight(self, name, weight, dim=1, order=None):
        """The same as a float tensor; `order` of GRU gates, with a leading direction."""
        scale = scale_of(weight, dim)
        grid = torch.clamp(torch.round(weight.detach() / scale), -127, 127)
        if order is not None:
            grid, scale = order(grid)[None], order(scale)[None]
        if self.full:
            return self.constant(name, (grid * scale).numpy())
        self.constant(f"{name}_int8", grid.to(torch.int8).numpy())
        self.constant(f"{name}_scale", scale.numpy())
        self.node("Cast", [f"{name}_int8"], f"{name}_wide", to=TensorProto.FLOAT)
        return self.node("Mul", [f"{name}_wide", f"{name}_scale"], name)

    def linear(self, name, layer, read, write):
        self.weight(f"{name}_weight", layer.weight)
        bias = self.constant(f"{name}_bias", layer.bias.detach().numpy())
        return self.node("Gemm", [read, f"{name}_weight", bias], write, transB=1)


def gates(tensor):
    """PyTorch keeps reset, update, new; ONNX update, reset, new."""
    reset, update, new = tensor.chunk(3, 0)
    return torch.cat([update, reset, new], 0)


def graph_of(model, full):
    graph = Graph(full)
    table, scale = graph.eight_bits("table", with_empty_row(model.table), 0)
    rows = graph.node("Gather", [table, "ids"], "rows", axis=0)
    if scale is not None:
        rows = graph.node("Cast", [rows], "rows_wide", to=TensorProto.FLOAT)
    pieces = graph.node("ReduceSum", [rows, graph.constant("axis_pieces", np.array([2]))], "summed", keepdims=0)
    if scale is not None:
        pieces = graph.node("Mul", [pieces, scale], "read")
    steps = graph.node("Transpose", [pieces], "steps", perm=[1, 0, 2])
    # A word has a shape, so its first piece is never 0.
    graph.constant("none", np.array(0, np.int32))
    shapes = graph.node("Gather", ["ids", "none"], "shapes", axis=2)
    said = graph.node("Greater", [shapes, "none"], "said")
    counted = graph.node("Cast", [said], "counted", to=TensorProto.INT32)
    lengths = graph.node("ReduceSum", [counted, graph.constant("axis_words", np.array([1]))], "lengths", keepdims=0)
    gru = model.gru
    graph.weight("gru_in", gru.weight_ih_l0, order=gates)
    graph.weight("gru_state", gru.weight_hh_l0, order=gates)
    bias = torch.cat([gates(gru.bias_ih_l0.detach()), gates(gru.bias_hh_l0.detach())])[None]
    graph.constant("gru_bias", bias.numpy())
    graph.nodes.append(
        helper.make_node(
            "GRU",
            [steps, "gru_in", "gru_state", "gru_bias", lengths],
            ["states", "last"],
            hidden_size=STATE,
            linear_before_reset=1,
        )
    )
    # Behind the last word the states are 0, which the peaks never fall below.
    graph.constant("direction", np.array([1]))
    states = graph.node("Squeeze", ["states", "direction"], "states_flat")
    graph.constant("axis_time", np.array([0]))
    highest = graph.node("ReduceMax", [states, "axis_time"], "highest", keepdims=0)
    peaks = graph.node("Relu", [highest], "peaks")
    last = graph.node("Squeeze", ["last", "axis_time"], "last_flat")
    both = graph.node("Concat", [last, peaks], "both", axis=1)
    hidden = graph.node("Relu", [graph.linear("hidden", model.hidden, both, "hidden_sum")], "hidden")
    graph.node("Tanh", [graph.linear("vector", model.vector, hidden, "vector_sum")], "vector")
    graph.linear("turn", model.turn, "vector", "turn")
    graph.linear("overlap", model.overlap, "vector", "overlap")
    outputs = [("turn", 3), ("overlap", 3), ("vector", model.vector.out_features)]
    made = helper.make_graph(
        graph.nodes,
        "turn_text",
        [helper.make_tensor_value_info("ids", TensorProto.INT32, ["texts", TOKENS, PIECES])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["texts", size]) for name, size in outputs],
        graph.constants,
    )
    made = helper.make_model(made, opset_imports=[helper.make_opsetid("", 18)], producer_name="aside")
    made.ir_version = 9
    onnx.checker.check_model(made)
    return made


def with_empty_row(table):
    """Row 0 is read for what is not there."""
    table = table.detach().clone()
    table[0] = 0
    return table


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("trained", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--full", action="store_true")
    arguments.add_argument("--ids", type=Path)
    arguments.add_argument("--parity", type=Path)
    arguments.add_argument("--lean", type=float, default=LEAN)
    given = arguments.parse_args()
    trained = torch.load(given.trained, weights_only=True)
    model = TurnText(trained["table"].shape[0]).eval()
    model.load_state_dict(trained)
    with torch.no_grad():
        model.turn.bias[1] -= given.lean
        model.turn.bias[2] += WAIT_LEAN
    onnx.save(graph_of(model, given.full), given.out)
    print(f"{given.out}: {given.out.stat().st_size / 1e6:.2f} MB")
    if given.parity and given.ids:
        ids = np.fromfile(given.ids, "<i4").reshape(-1, TOKENS, PIECES)
        given.parity.write_text(json.dumps(logits_of(model, torch.from_numpy(ids.astype(np.int64)))))


@torch.no_grad()
def logits_of(model, ids):
    out = model(ids)
    last = (ids[:, :, 0] > 0).sum(1) - 1
    row = torch.arange(len(ids))
    return {name: out[name][row, last].tolist() for name in ("turn", "overlap")}


if __name__ == "__main__":
    main()
