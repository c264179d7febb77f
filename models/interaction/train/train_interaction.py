"""Trains the interaction network on the arrays of make-frames.ts and exports it.

    python models/interaction/train/train_interaction.py FRAMES [FRAMES ...] --out models/interaction/weights

Each micro-turn: features -> one dense layer -> GRU -> logits of the acts and of the beliefs. An act is learnt in
proportion to what it saves against the dearest one that could be done, so that the likeliest act is the one with the
least cost to be expected. Beliefs are learnt where they are known and calibrated by one temperature each on
conversations that were kept apart.
"""

import argparse
import json
import pathlib
import time

import numpy as np
import onnx
import onnxruntime
import torch
from torch import nn

HEADS = {"turn": 3, "overlap": 3, "stuck": 1, "interruptible": 1}
NAMES = ["finished", "unfinished", "wait", "backchannel", "interruption", "elsewhere", "stuck", "interruptible"]
# A belief matters less than what is done about it.
BELIEF_WEIGHT = 0.5
# Micro-turns that are stored with what the network says of them.
PARITY = 16
# Share of conversations on which nothing is learnt.
APART = 0.1
NEVER = -1e4


class Interaction(nn.Module):
    def __init__(self, width: int, hidden: int, acts: int, mean: torch.Tensor, scale: torch.Tensor):
        super().__init__()
        self.hidden = hidden
        self.register_buffer("mean", mean)
        self.register_buffer("scale", scale)
        self.read = nn.Linear(width, hidden)
        self.carry = nn.GRU(hidden, hidden, batch_first=True)
        self.think = nn.Linear(2 * hidden, hidden)
        self.act = nn.Linear(hidden, acts)
        self.beliefs = nn.ModuleDict({name: nn.Linear(hidden, size) for name, size in HEADS.items()})

    def forward(self, features, state=None):
        """features [batch, time, width] -> acts, beliefs by name, state [1, batch, hidden]."""
        seen = torch.relu(self.read((features - self.mean) * self.scale))
        carried, state = self.carry(seen, state)
        thought = torch.relu(self.think(torch.cat([seen, carried], -1)))
        return self.act(thought), {name: head(thought) for name, head in self.beliefs.items()}, state


class Exported(nn.Module):
    """One micro-turn: features [1, width], state [1, hidden] -> acts (logits), beliefs (0..1, as NAMES), next state."""

    def __init__(self, net: Interaction, temperatures: dict[str, float], bias: torch.Tensor):
        super().__init__()
        self.net, self.temperatures, self.bias = net, temperatures, bias

    def forward(self, features, state):
        net = self.net
        seen = torch.relu(net.read((features - net.mean) * net.scale))
        gates_in = nn.functional.linear(seen, net.carry.weight_ih_l0, net.carry.bias_ih_l0)
        gates_on = nn.functional.linear(state, net.carry.weight_hh_l0, net.carry.bias_hh_l0)
        reset_in, keep_in, new_in = gates_in.chunk(3, -1)
        reset_on, keep_on, new_on = gates_on.chunk(3, -1)
        keep = torch.sigmoid(keep_in + keep_on)
        new = torch.tanh(new_in + torch.sigmoid(reset_in + reset_on) * new_on)
        carried = (1 - keep) * new + keep * state
        thought = torch.relu(net.think(torch.cat([seen, carried], -1)))
        beliefs = []
        for name, size in HEADS.items():
            logits = net.beliefs[name](thought) / self.temperatures[name]
            beliefs.append(torch.softmax(logits, -1) if size > 1 else torch.sigmoid(logits))
        return net.act(thought) + self.bias, torch.cat(beliefs, -1), carried


def load(folders):
    """Conversations as (features, costs, targets); costs below 0: cannot be done."""
    conversations, shape = [], None
    for folder in map(pathlib.Path, folders):
        shape = json.loads((folder / "shape.json").read_text())
        lengths = np.fromfile(folder / "lengths.i32", np.int32)
        features = np.fromfile(folder / "features.f32", np.float32).reshape(-1, shape["width"])
        costs = np.fromfile(folder / "costs.f32", np.float32).reshape(-1, len(shape["acts"]))
        targets = np.fromfile(folder / "targets.i8", np.int8).reshape(-1, 4)
        start = 0
        for length in lengths:
            if length > 0:
                rows = slice(start, start + length)
                conversations.append((features[rows], costs[rows], targets[rows]))
            start += length
    return conversations, shape


def batches(conversations, size, rng, longest=400):
    """Batches of stretches of similar length, padded; the mask is 0 where nothing is."""
    stretches = [
        tuple(part[start : start + longest] for part in each)
        for each in conversations
        for start in range(0, len(each[0]), longest)
    ]
    order = sorted(range(len(stretches)), key=lambda index: len(stretches[index][0]) + rng.uniform(0, 20))
    groups = [order[start : start + size] for start in range(0, len(order), size)]
    rng.shuffle(groups)
    for group in groups:
        longest_here = max(len(stretches[index][0]) for index in group)

        def padded(part, fill):
            out = np.full((len(group), longest_here, stretches[group[0]][part].shape[1]), fill, np.float32)
            for row, index in enumerate(group):
                out[row, : len(stretches[index][part])] = stretches[index][part]
            return torch.from_numpy(out)

        yield padded(0, 0), padded(1, -1), padded(2, -1)


def act_loss(logits, costs):
    """Log-loss of each act, weighted by what it saves against the dearest that could be done."""
    can = costs >= 0
    dearest = torch.where(can, costs, torch.zeros(())).amax(-1, keepdim=True)
    saved = torch.where(can, dearest - costs, torch.zeros(()))
    log = torch.log_softmax(torch.where(can, logits, torch.full((), NEVER)), -1)
    return -(saved * log).sum() / can[..., 0].sum().clamp(min=1)


def belief_loss(beliefs, targets, temperatures=None):
    losses = {}
    for column, (name, size) in enumerate(HEADS.items()):
        target = targets[..., column].reshape(-1)
        known = target >= 0
        logits = beliefs[name].reshape(-1, size)[known]
        if temperatures is not None:
            logits = logits / temperatures[name]
        if known.sum() == 0:
            losses[name] = torch.zeros(())
        elif size > 1:
            losses[name] = nn.functional.cross_entropy(logits, target[known].long())
        else:
            losses[name] = nn.functional.binary_cross_entropy_with_logits(logits[:, 0], target[known])
    return losses


def regret(logits, costs):
    """Cost above the best act, a micro-turn, and how often an act that costs as little as the best is chosen."""
    can = costs >= 0
    chosen = torch.where(can, logits, torch.full((), NEVER)).argmax(-1, keepdim=True)
    best = torch.where(can, costs, torch.full((), 1e9)).amin(-1)
    lost = (costs.gather(-1, chosen)[..., 0] - best)[can[..., 0]]
    return lost.sum().item(), (lost <= 0).sum().item(), len(lost)


def calibration_error(probability, truth, bins=10):
    """Expected calibration error, bins of equal width."""
    index = np.minimum((probability * bins).astype(int), bins - 1)
    error = 0.0
    for each in range(bins):
        inside = index == each
        if inside.any():
            error += inside.mean() * abs(probability[inside].mean() - truth[inside].mean())
    return error


def calibrate(net, conversations, rng):
    """One temperature a head, and its calibration error on the same conversations' other half."""
    logits, targets = {name: [] for name in HEADS}, []
    with torch.no_grad():
        for features, _, target in batches(conversations, 64, rng):
            _, beliefs, _ = net(features)
            for name, size in HEADS.items():
                logits[name].append(beliefs[name].reshape(-1, size))
            targets.append(target.reshape(-1, 4))
    targets = torch.cat(targets)
    half = torch.arange(len(targets)) % 2 == 0
    temperatures, errors = {}, {}
    for column, (name, size) in enumerate(HEADS.items()):
        logit, known = torch.cat(logits[name]), targets[:, column] >= 0
        fit = {name: logit[half & known]}
        only = torch.full((int((half & known).sum()), 4), -1.0)
        only[:, column] = targets[half & known, column]
        options = np.geomspace(0.5, 4, 40)
        temperatures[name] = float(
            min(options, key=lambda t: float(belief_loss_of(name, size, fit[name], only[:, column], t)))
        )
        rest = logit[~half & known] / temperatures[name]
        truth = targets[~half & known, column].long().numpy()
        if size > 1:
            chance = torch.softmax(rest, -1).numpy()
            errors[name] = max(calibration_error(chance[:, k], truth == k) for k in range(size))
        else:
            errors[name] = calibration_error(torch.sigmoid(rest)[:, 0].numpy(), truth == 1)
    return temperatures, errors


def belief_loss_of(name, size, logits, target, temperature):
    logits = logits / temperature
    if size > 1:
        return nn.functional.cross_entropy(logits, target.long())
    return nn.functional.binary_cross_entropy_with_logits(logits[:, 0], target)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("frames", nargs="+")
    parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--hidden", type=int, default=96)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=20)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = np.random.default_rng(args.seed)

    conversations, shape = load(args.frames)
    order = rng.permutation(len(conversations))
    apart = [conversations[index] for index in order[: int(APART * len(order))]]
    learnt = [conversations[index] for index in order[int(APART * len(order)) :]]
    rows = np.concatenate([each[0] for each in learnt])
    mean, deviation = torch.from_numpy(rows.mean(0)), torch.from_numpy(rows.std(0))
    # What hardly ever differs is not blown up.
    net = Interaction(shape["width"], args.hidden, len(shape["acts"]), mean, 1 / deviation.clamp(min=0.05))
    optimiser = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=1e-4)
    steps = args.epochs * sum(1 for _ in batches(learnt, 32, np.random.default_rng(0)))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps + 1)
    began = time.time()
    for epoch in range(args.epochs):
        net.train()
        total = count = 0.0
        for features, costs, targets in batches(learnt, 32, rng):
            acts, beliefs, _ = net(features)
            loss = act_loss(acts, costs) + BELIEF_WEIGHT * sum(belief_loss(beliefs, targets).values())
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        net.eval()
        lost = right = seen = 0.0
        with torch.no_grad():
            for features, costs, targets in batches(apart, 64, rng):
                some = regret(net(features)[0], costs)
                lost, right, seen = lost + some[0], right + some[1], seen + some[2]
        print(f"epoch {epoch + 1}: loss {total / count:.4f}, apart: regret {lost / seen:.4f}, best act {right / seen:.4f}, {time.time() - began:.0f} s", flush=True)
        if time.time() - began > 60 * args.minutes:
            break

    net.eval()
    temperatures, errors = calibrate(net, apart, rng)
    print("temperatures", temperatures, "calibration errors", errors)
    export(net, temperatures, errors, shape, args, apart)


def export(net, temperatures, errors, shape, args, apart):
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    model = Exported(net, temperatures, torch.zeros(len(shape["acts"]))).eval()
    example = (torch.zeros(1, shape["width"]), torch.zeros(1, args.hidden))
    path = out / "interaction.onnx"
    torch.onnx.export(
        model, example, str(path), input_names=["features", "state"], output_names=["acts", "beliefs", "next"],
        opset_version=17, dynamo=False,
    )
    onnx.checker.check_model(str(path))
    session = onnxruntime.InferenceSession(str(path))
    worst, state, frames = 0.0, np.zeros((1, args.hidden), np.float32), []
    longest = max(apart, key=lambda each: len(each[0]))[0]
    for row in longest[:: max(1, len(longest) // PARITY)][:PARITY]:
        features = row[None]
        expected = model(torch.from_numpy(features), torch.from_numpy(state))
        acts, beliefs, after = session.run(None, {"features": features, "state": state})
        for one, other in zip(expected, (acts, beliefs, after)):
            worst = max(worst, float(np.abs(one.detach().numpy() - other).max()))
        # What PyTorch says, of numbers that are the same to the last digit when they are read again.
        told = [[float(x) for x in one.detach().numpy()[0]] for one in expected[:2]]
        frames.append({"features": [float(x) for x in row], "acts": told[0], "beliefs": told[1]})
        state = after
    print(f"PyTorch and onnxruntime differ by at most {worst:.1e}, {path.stat().st_size / 1024:.0f} kB")
    assert worst <= 1e-4
    (out / "interaction-parity.json").write_text(json.dumps(frames) + "\n")
    (out / "interaction.json").write_text(
        json.dumps(
            {
                "features": shape["width"], "state": args.hidden, "acts": shape["acts"], "beliefs": NAMES,
                "bias": [0] * len(shape["acts"]),
                "calibration": {name: round(error, 4) for name, error in errors.items()},
            },
            indent=2,
        )
        + "\n"
    )


if __name__ == "__main__":
    main()
