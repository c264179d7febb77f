"""The turn text network: summed rows of a hashed table, one GRU, one narrow layer, and its heads.

All weights are kept as eight-bit numbers with one scale a row or column, in training too (rounded on the way forward,
straight through on the way back), so that what is exported is what was trained.
"""

import torch
from torch import nn
from torch.nn import functional

WIDTH = 64
STATE = 128
HIDDEN = 64
# What the second network gets to see.
VECTOR = 16
TAGS = 52


def rounded(weight, dim):
    """The weight on its eight-bit grid; one scale for each index of the other dimension."""
    scale = scale_of(weight, dim)
    grid = torch.clamp(torch.round(weight / scale), -127, 127) * scale
    return weight + (grid - weight).detach()


def scale_of(weight, dim):
    return weight.detach().abs().amax(dim, keepdim=True).clamp_min(1e-8) / 127


class TurnText(nn.Module):
    def __init__(self, rows):
        super().__init__()
        self.table = nn.Parameter(torch.randn(rows, WIDTH) * 0.15)
        self.gru = nn.GRU(WIDTH, STATE, batch_first=True)
        self.hidden = nn.Linear(2 * STATE, HIDDEN)
        self.vector = nn.Linear(HIDDEN, VECTOR)
        self.turn = nn.Linear(VECTOR, 3)
        self.overlap = nn.Linear(VECTOR, 3)
        # Only for training: what kind of word was read, and what kind may come.
        self.tag = nn.Linear(STATE, TAGS)
        self.next_tag = nn.Linear(STATE, TAGS)
        self.dropout = nn.Dropout(0.15)

    def forward(self, ids):
        """ids (texts, words, pieces); everything comes back for every word, as if the text ended there."""
        table = rounded(self.table, 0)
        pieces = functional.embedding(ids, table) * (ids > 0).unsqueeze(-1)
        read = self.dropout(pieces.sum(2))
        weights = {
            "weight_ih_l0": rounded(self.gru.weight_ih_l0, 1),
            "weight_hh_l0": rounded(self.gru.weight_hh_l0, 1),
            "bias_ih_l0": self.gru.bias_ih_l0,
            "bias_hh_l0": self.gru.bias_hh_l0,
        }
        states, _ = torch.func.functional_call(self.gru, weights, (read,))
        peaks = functional.relu(torch.cummax(states, 1).values)
        both = self.dropout(torch.cat([states, peaks], -1))
        hidden = functional.relu(functional.linear(both, rounded(self.hidden.weight, 1), self.hidden.bias))
        vector = torch.tanh(functional.linear(hidden, rounded(self.vector.weight, 1), self.vector.bias))
        return {
            "turn": functional.linear(vector, rounded(self.turn.weight, 1), self.turn.bias),
            "overlap": functional.linear(vector, rounded(self.overlap.weight, 1), self.overlap.bias),
            "vector": vector,
            "tag": self.tag(states),
            "next_tag": self.next_tag(states),
        }
