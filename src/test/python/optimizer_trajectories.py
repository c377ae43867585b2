"""Writes src/test/resources/gloss/optim/trajectories.json: what PyTorch's optimizers do.

Every optimizer makes 25 steps on three weights: a matrix, a vector and a scalar in a vector. The
gradient in each step is that of a quartic with noise, so that it depends on the weights and an error
would grow. The rate changes from step to step, as with a schedule. Lion, which PyTorch lacks, is
the formula of the paper in NumPy. All in single precision, as ours.

Needs torch. Run from the root of the repository: python3 src/test/python/optimizer_trajectories.py
"""

import json

import numpy as np
import torch
from torch import optim

STEPS = 25
SHAPES = [(3, 4), (5,), (1,)]


class Lion(optim.Optimizer):
    """Algorithm 2 of Chen et al. (2023)."""

    def __init__(self, params, lr, betas, weight_decay):
        super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            b1, b2 = group["betas"]
            for p in group["params"]:
                m = self.state[p].setdefault("m", torch.zeros_like(p))
                direction = torch.sign(b1 * m + (1 - b1) * p.grad)
                p -= group["lr"] * (direction + group["weight_decay"] * p)
                m.copy_(b2 * m + (1 - b2) * p.grad)


def numbers(arrays):
    """Nine digits tell single-precision numbers apart."""
    return [[float(f"{x:.9g}") for x in np.asarray(a).ravel()] for a in arrays]


def gradient(weight, noise):
    """Of the sum of (w - 1)^2 / 2 + w^4 / 20, and noise."""
    return weight - 1 + weight**3 / 5 + noise


def trajectory(make, rate):
    rng = np.random.default_rng(7)
    start = [rng.standard_normal(s).astype(np.float32) for s in SHAPES]
    weights = [torch.nn.Parameter(torch.from_numpy(w.copy())) for w in start]
    optimizer = make(weights)
    gradients, after = [], []
    for step in range(1, STEPS + 1):
        for group in optimizer.param_groups:
            group["lr"] = rate * (0.5 + step / STEPS)
        for weight, shape in zip(weights, SHAPES):
            noise = torch.from_numpy(rng.standard_normal(shape).astype(np.float32))
            weight.grad = gradient(weight.detach(), noise)
        gradients.append(numbers(w.grad for w in weights))
        optimizer.step()
        after.append(numbers(w.detach() for w in weights))
    return {
        "rate": rate,
        "start": numbers(start),
        "gradients": gradients,
        "after": after,
    }


def main():
    cases = {
        "sgd": lambda w: optim.SGD(w),
        "sgd decay": lambda w: optim.SGD(w, weight_decay=0.1),
        "sgd momentum": lambda w: optim.SGD(w, momentum=0.9),
        "sgd momentum dampening decay": lambda w: optim.SGD(
            w, momentum=0.8, dampening=0.3, weight_decay=0.1
        ),
        "sgd nesterov decay": lambda w: optim.SGD(
            w, momentum=0.9, nesterov=True, weight_decay=0.1
        ),
        "adagrad": lambda w: optim.Adagrad(w),
        "adagrad slowing decay": lambda w: optim.Adagrad(w, lr_decay=0.1, weight_decay=0.1),
        "rmsprop": lambda w: optim.RMSprop(w),
        "rmsprop momentum centered decay": lambda w: optim.RMSprop(
            w, alpha=0.9, eps=1e-6, momentum=0.7, centered=True, weight_decay=0.1
        ),
        "adadelta": lambda w: optim.Adadelta(w),
        "adadelta decay": lambda w: optim.Adadelta(w, rho=0.8, eps=1e-4, weight_decay=0.1),
        "adam": lambda w: optim.Adam(w),
        "adam decay": lambda w: optim.Adam(w, betas=(0.8, 0.98), weight_decay=0.1),
        "adamw decay": lambda w: optim.AdamW(w, betas=(0.8, 0.98), weight_decay=0.1),
        "amsgrad decay": lambda w: optim.Adam(
            w, betas=(0.8, 0.9), weight_decay=0.1, amsgrad=True
        ),
        "adafactor": lambda w: optim.Adafactor(w),
        "adafactor decay": lambda w: optim.Adafactor(
            w, beta2_decay=-0.5, eps=(None, 0.01), d=1.2, weight_decay=0.1
        ),
        "lion": lambda w: Lion(w, 0, (0.9, 0.99), 0),
        "lion decay": lambda w: Lion(w, 0, (0.8, 0.95), 0.1),
    }
    rates = {"adadelta": 1.0, "adafactor": 0.3, "sgd": 0.05}
    trajectories = {
        name: trajectory(make, rates.get(name.split()[0], 0.05)) for name, make in cases.items()
    }
    result = {"cases": trajectories, "clipping": clipping()}
    with open("src/test/resources/gloss/optim/trajectories.json", "w", encoding="ascii") as out:
        json.dump(result, out, separators=(",", ":"))
        out.write("\n")


def clipping():
    rng = np.random.default_rng(9)
    before = [rng.standard_normal(s).astype(np.float32) for s in SHAPES]

    def weights():
        made = [torch.nn.Parameter(torch.zeros(s)) for s in SHAPES]
        for weight, grad in zip(made, before):
            weight.grad = torch.from_numpy(grad.copy())
        return made

    flat = lambda made: numbers(w.grad for w in made)
    by_norm, by_value = weights(), weights()
    norm = torch.nn.utils.clip_grad_norm_(by_norm, 1.5).item()
    torch.nn.utils.clip_grad_value_(by_value, 0.4)
    return {
        "before": numbers(before),
        "norm": norm,
        "byNorm": flat(by_norm),
        "byValue": flat(by_value),
    }


if __name__ == "__main__":
    main()
