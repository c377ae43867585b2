"""Writes src/test/resources/gloss/loss/expected.json: what PyTorch and scikit-learn say.

Each case holds predictions and targets, the mean loss and its gradient, in double precision. Where
both libraries have a loss they must agree, else this program fails; where PyTorch lacks one, the
value is scikit-learn's and the gradient is autograd's of the formula, whose value must be the same.

Needs torch and scikit-learn. Run from the root: python3 src/test/python/loss_expectations.py
"""

import json

import numpy as np
import torch
import torch.nn.functional as F
from sklearn import metrics
from sklearn._loss.loss import HalfPoissonLoss
from sklearn.utils.class_weight import compute_class_weight

torch.manual_seed(20)
torch.set_default_dtype(torch.float64)
ROWS, COLUMNS = 6, 4
cases = {}


def case(name, loss, predictions, targets, sklearn=None, **more):
    """Adds a case; loss gives a mean with gradient, sklearn the same number."""
    p = predictions.clone().requires_grad_()
    value = loss(p, targets)
    value.backward()
    if sklearn is not None:
        assert abs(sklearn - value.item()) < 1e-12, (name, sklearn, value.item())
    assert torch.isfinite(value) and torch.isfinite(p.grad).all(), name
    cases[name] = {
        "shape": list(p.shape),
        "predictions": p.detach().flatten().tolist(),
        "targetShape": list(targets.shape),
        "targets": targets.flatten().tolist(),
        "ids": targets.dtype == torch.int64,
        "value": value.item(),
        "gradient": p.grad.flatten().tolist(),
        **more,
    }


def numbers():
    p = 3 * torch.randn(ROWS, COLUMNS)
    t = torch.randn(ROWS, COLUMNS)
    t[0, 0] = p[0, 0]  # no error at all
    t[1, 1] = p[1, 1] + 1e-4
    t[2, 2] = p[2, 2] - 50
    pn, tn = p.flatten().numpy(), t.flatten().numpy()
    case("mse", F.mse_loss, p, t, metrics.mean_squared_error(tn, pn))
    case("mae", F.l1_loss, p, t, metrics.mean_absolute_error(tn, pn))
    for delta in (0.5, 1.0, 2.5):
        case(f"huber {delta}", lambda a, b, d=delta: F.huber_loss(a, b, delta=d), p, t)
        case(f"smooth-l1 {delta}", lambda a, b, d=delta: F.smooth_l1_loss(a, b, beta=d), p, t)
    # numpy's form is another one than ours
    log_cosh = float(np.mean(np.logaddexp(pn - tn, tn - pn) - np.log(2)))
    case("log-cosh", lambda a, b: (torch.logaddexp(a - b, b - a) - np.log(2)).mean(), p, t, log_cosh)
    # at no error at all the pinball loss has no derivative
    apart = t.clone()
    apart[0, 0] = p[0, 0] + 0.25
    for q in (0.1, 0.5, 0.95):
        pinball = metrics.mean_pinball_loss(apart.flatten().numpy(), pn, alpha=q)
        formula = lambda a, b, q=q: torch.maximum(q * (b - a), (q - 1) * (b - a)).mean()
        case(f"quantile {q}", formula, p, apart, pinball)
    counts = torch.tensor([0.0, 1.0, 2.0, 3.0, 7.0, 40.0] * COLUMNS).reshape(ROWS, COLUMNS)
    half = HalfPoissonLoss().loss(counts.flatten().numpy(), pn).mean()
    case("poisson", lambda a, b: F.poisson_nll_loss(a, b), p, counts, half)
    case("poisson full", lambda a, b: F.poisson_nll_loss(a, b, full=True), p, counts)
    v, w = torch.randn(ROWS, COLUMNS), torch.randn(ROWS, COLUMNS)
    ones = torch.ones(ROWS)
    case("cosine-embedding", lambda a, b: F.cosine_embedding_loss(a, b, ones), v, w)
    signs = torch.tensor([1.0, -1, 1, -1, -1, 1])
    pairs = lambda a, b: F.cosine_embedding_loss(a, b, signs, margin=0.2)
    case("cosine-embedding pairs 0.2", pairs, v, w, signs=signs.tolist())
    for shape in (-1e9, -2.0, 0.0, 1e-3, 0.5, 1.0, 1.999, 2.0, 3.0):
        case(f"robust {shape:g} 1.5", lambda a, b, s=shape: robust(a - b, s, 1.5).mean(), p, t)


def robust(error, shape, scale):
    """The formula of Barron (2019), as it stands in the paper."""
    square = (error / scale) ** 2
    if shape == 2:
        return square / 2
    if shape == 0:
        return torch.log(square / 2 + 1)
    if shape < -1e8:
        return 1 - torch.exp(-square / 2)
    width = abs(shape - 2)
    return width / shape * ((square / width + 1) ** (shape / 2) - 1)


def labels():
    z = 3 * torch.randn(ROWS, COLUMNS)
    y = torch.bernoulli(torch.full((ROWS, COLUMNS), 0.4))
    probabilities = torch.sigmoid(z).flatten().numpy()
    yn = y.flatten().numpy()
    bce = F.binary_cross_entropy_with_logits
    case("binary-cross-entropy", bce, z, y, metrics.log_loss(yn, probabilities))
    case("binary-cross-entropy soft", bce, z, torch.rand(ROWS, COLUMNS))
    weights = torch.tensor([0.5, 1.0, 3.0, 20.0])
    case("binary-cross-entropy weights", lambda a, b: bce(a, b, pos_weight=weights), z, y)
    three = torch.tensor([3.0])
    case("binary-cross-entropy 3", lambda a, b: bce(a, b, pos_weight=three), z, y)
    for gamma, alpha in ((2.0, 0.25), (0.5, 0.6), (0.0, 0.5)):
        name = f"binary-focal {gamma} {alpha}"
        case(name, lambda a, b, g=gamma, s=alpha: sigmoid_focal(a, b, g, s), z, y)
    signs = 2 * y - 1
    hinge = metrics.hinge_loss(signs.flatten().numpy(), z.flatten().numpy())
    formula = lambda a, b: torch.relu(1 - (2 * b - 1) * a)
    case("hinge", lambda a, b: formula(a, b).mean(), z, y, hinge)
    case("hinge signs", lambda a, b: torch.relu(1 - b * a).mean(), z, signs, hinge)
    case("squared-hinge", lambda a, b: (formula(a, b) ** 2).mean(), z, y)


def sigmoid_focal(z, y, gamma, alpha):
    """As in torchvision.ops."""
    p = torch.sigmoid(z)
    right = p * y + (1 - p) * (1 - y)
    share = alpha * y + (1 - alpha) * (1 - y)
    cross = F.binary_cross_entropy_with_logits(z, y, reduction="none")
    return (share * cross * (1 - right) ** gamma).mean()


def classes():
    z = 3 * torch.randn(ROWS, COLUMNS)
    y = torch.tensor([0, 3, 1, 1, 2, 0])
    softmax = torch.softmax(z, -1).numpy()
    weights = torch.tensor([0.5, 1.0, 3.0, 0.25])
    ce = F.cross_entropy
    case("cross-entropy", ce, z, y, metrics.log_loss(y.numpy(), softmax, labels=range(COLUMNS)))
    weighted = metrics.log_loss(
        y.numpy(), softmax, labels=range(COLUMNS), sample_weight=weights[y].numpy()
    )
    case("cross-entropy weights", lambda a, b: ce(a, b, weight=weights), z, y, weighted)
    case("cross-entropy 0.1", lambda a, b: ce(a, b, label_smoothing=0.1), z, y)
    both = lambda a, b: ce(a, b, weight=weights, label_smoothing=0.3)
    case("cross-entropy 0.3 weights", both, z, y)
    ignoring = torch.tensor([0, -100, 1, 1, -100, 0])
    case("cross-entropy ignored", ce, z, ignoring)
    case("cross-entropy 0.3 weights ignored", both, z, ignoring)
    two = lambda a, b: ce(a, b, weight=weights, label_smoothing=0.3, ignore_index=2)
    case("cross-entropy 0.3 weights ignoring 2", two, z, y)
    soft = torch.softmax(torch.randn(ROWS, COLUMNS), -1)
    soft[0] = torch.tensor([0.0, 0.5, 0.5, 0.0])
    case("cross-entropy soft", ce, z, soft)
    case("cross-entropy 0.3 weights soft", both, z, soft)
    kl = lambda a, b: F.kl_div(torch.log_softmax(a, -1), b, reduction="batchmean")
    case("kullback-leibler", kl, z, soft)
    one_hot = F.one_hot(y, COLUMNS).double()
    case("kullback-leibler ids", lambda a, b: ce(a, b), z, y)
    squares = metrics.mean_squared_error(one_hot.numpy(), softmax)
    brier = lambda a, b: F.mse_loss(torch.softmax(a, -1), one_hot)
    case("probability-error", brier, z, y, squares)
    case("probability-error soft", lambda a, b: F.mse_loss(torch.softmax(a, -1), b), z, soft)
    hinge = metrics.hinge_loss(y.numpy(), z.numpy(), labels=range(COLUMNS))
    case("multi-class-hinge", crammer_singer, z, y, hinge)
    for gamma in (0.0, 0.5, 2.0):
        case(f"focal {gamma}", lambda a, b, g=gamma: focal(a, b, g, torch.ones(COLUMNS)), z, y)
    case("focal 2.0 weights", lambda a, b: focal(a, b, 2, weights), z, y)
    rest = lambda a, b: F.binary_cross_entropy_with_logits(a, one_hot)
    case("one-versus-rest", rest, z, y)


def crammer_singer(z, y):
    own = z.gather(1, y[:, None])[:, 0]
    others = z.scatter(1, y[:, None], -torch.inf).max(1).values
    return torch.relu(1 + others - own).mean()


def focal(z, y, gamma, weights):
    logs = torch.log_softmax(z, -1).gather(1, y[:, None])[:, 0]
    return (-weights[y] * (1 - logs.exp()) ** gamma * logs).sum() / weights[y].sum()


def balanced():
    """Not a loss: scikit-learn's weights of classes, as the value and the gradient of a case."""
    counts = [90, 9, 1]
    y = np.repeat(np.arange(3), counts)
    weights = compute_class_weight("balanced", classes=np.arange(3), y=y)
    return {"counts": counts, "weights": weights.tolist()}


def main():
    numbers()
    labels()
    classes()
    with open("src/test/resources/gloss/loss/expected.json", "w", encoding="ascii") as out:
        json.dump({"cases": cases, "balanced": balanced()}, out, indent=1)
        out.write("\n")


if __name__ == "__main__":
    main()
