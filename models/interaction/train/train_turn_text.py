"""Trains the turn text network on the arrays of make-examples.ts.

    python train_turn_text.py ARRAYS OUT.pt [--epochs 6] [--seed 1] [--threads 2] [--start TRAINED.pt --rate 0.002]
"""

import argparse
import json
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from turn_text_network import TurnText

BATCH_WORDS = 4096
RATE = 4e-3
NO_LABEL = 255
# Backchannels are few and short.
OVERLAP_CLASS_WEIGHT = torch.tensor([1.5, 1.0, 1.0])
# Weight of the whole label set in the loss.
TURN_WEIGHT, OVERLAP_WEIGHT, TAG_WEIGHT, NEXT_TAG_WEIGHT = 1.0, 0.6, 0.15, 0.15
# There are more ways to be unfinished than to be finished, and few requests to wait.
CLASS_WEIGHT = torch.tensor([1.4, 1.0, 1.2])


class Arrays:
    """One split; texts of any length lie one behind the other."""

    def __init__(self, folder, split):
        info = json.loads((folder / f"{split}.json").read_text())
        read = lambda name, kind: np.fromfile(folder / f"{split}-{name}.bin", kind)
        self.rows = info["rows"]
        self.ids = read("ids", "<u2").reshape(-1, info["pieces"])
        self.lengths = read("lengths", "u1").astype(np.int64)
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        self.columns = {
            name: read(name, "u1") for name in ["tags", "turns", "weights", "overlaps", "overlap-weights"]
        }

    def batches(self, draw=None):
        """Indices of texts of about the same length; with `draw` in random order."""
        order = np.arange(len(self.lengths))
        if draw is not None:
            draw.shuffle(order)
        noise = draw.uniform(0, 1.5, len(order)) if draw is not None else np.zeros(len(order))
        order = order[np.argsort(self.lengths[order] + noise, kind="stable")]
        groups, at = [], 0
        while at < len(order):
            longest = self.lengths[order[min(at + 64, len(order) - 1)]]
            size = max(16, BATCH_WORDS // int(longest))
            groups.append(order[at : at + size])
            at += size
        if draw is not None:
            draw.shuffle(groups)
        return groups

    def batch(self, texts):
        longest = int(self.lengths[texts].max())
        at = self.starts[texts][:, None] + np.arange(longest)[None]
        inside = np.arange(longest)[None] < self.lengths[texts][:, None]
        at = np.where(inside, at, 0)
        ids = torch.from_numpy(np.where(inside[..., None], self.ids[at], 0).astype(np.int64))
        columns = {
            name: torch.from_numpy(np.where(inside, values[at], 0 if "weights" in name else NO_LABEL).astype(np.int64))
            for name, values in self.columns.items()
        }
        return ids, columns


def labelled_loss(logits, labels, weights=None, class_weight=None):
    known = labels != NO_LABEL
    if not known.any():
        return logits.sum() * 0
    each = functional.cross_entropy(logits[known], labels[known], reduction="none", label_smoothing=0.02)
    weight = torch.ones_like(each) if weights is None else weights[known].float() / 100
    if class_weight is not None:
        weight = weight * class_weight[labels[known]]
    return (each * weight).sum() / weight.sum().clamp_min(1e-3)


def loss_of(out, columns):
    tags = columns["tags"]
    tags = torch.where(tags < out["tag"].shape[-1], tags, NO_LABEL)
    following = torch.cat([tags[:, 1:], torch.full_like(tags[:, :1], NO_LABEL)], 1)
    return (
        TURN_WEIGHT * labelled_loss(out["turn"], columns["turns"], columns["weights"], CLASS_WEIGHT)
        + OVERLAP_WEIGHT * labelled_loss(out["overlap"], columns["overlaps"], columns["overlap-weights"], OVERLAP_CLASS_WEIGHT)
        + TAG_WEIGHT * labelled_loss(out["tag"], tags)
        + NEXT_TAG_WEIGHT * labelled_loss(out["next_tag"], following)
    )


@torch.no_grad()
def ends(model, arrays):
    """Logits at the end of each text: turn, overlap."""
    model.eval()
    turn = np.zeros((len(arrays.lengths), 3), np.float32)
    overlap = np.zeros((len(arrays.lengths), 3), np.float32)
    for texts in arrays.batches():
        out = model(arrays.batch(texts)[0])
        last = torch.from_numpy(arrays.lengths[texts] - 1)
        row = torch.arange(len(texts))
        turn[texts] = out["turn"][row, last].numpy()
        overlap[texts] = out["overlap"][row, last].numpy()
    model.train()
    return turn, overlap


def report(model, arrays, kinds):
    """Share of right answers for each kind of text and label."""
    turn, overlap = ends(model, arrays)
    last = arrays.starts + arrays.lengths - 1
    right = defaultdict(lambda: [0, 0])
    for name, logits, labels in (("turn", turn, arrays.columns["turns"]), ("overlap", overlap, arrays.columns["overlaps"])):
        for index, label in enumerate(labels[last]):
            if label != NO_LABEL:
                tally = right[f"{name} {kinds[index]} {label}"]
                tally[0] += int(logits[index].argmax() == label)
                tally[1] += 1
    return {key: f"{hit / all:.3f} of {all}" for key, (hit, all) in sorted(right.items())}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("arrays", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--epochs", type=int, default=6)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--rate", type=float, default=RATE)
    arguments.add_argument("--start", type=Path, help="go on from a network trained before")
    arguments.add_argument("--threads", type=int, default=2)
    given = arguments.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    draw = np.random.default_rng(given.seed)

    train, valid, test = (Arrays(given.arrays, split) for split in ("train", "valid", "test"))
    kinds = [json.loads(line)["kind"] for line in (given.arrays / "unseen.jsonl").read_text().splitlines()]
    model = TurnText(train.rows)
    if given.start:
        model.load_state_dict(torch.load(given.start, weights_only=True))
    optimizer = torch.optim.Adam(model.parameters(), lr=given.rate, betas=(0.9, 0.98))
    steps = given.epochs * len(train.batches(np.random.default_rng(given.seed)))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, given.rate, total_steps=steps + 200, pct_start=0.08)
    step, begun = 0, time.time()
    for epoch in range(given.epochs):
        model.train()
        for texts in train.batches(draw):
            ids, columns = train.batch(texts)
            loss = loss_of(model(ids), columns)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            if step < steps + 199:
                schedule.step()
            step += 1
            if step % 100 == 0:
                print(f"epoch {epoch} step {step}/{steps} loss {loss.item():.4f} {time.time() - begun:.0f} s", flush=True)
        print(json.dumps(report(model, valid, ["valid"] * len(valid.lengths)), indent=1), flush=True)
        print(json.dumps(report(model, test, kinds), indent=1), flush=True)
        torch.save(model.state_dict(), given.out)


if __name__ == "__main__":
    main()
