"""The losses of each step of two small programs in PyTorch; TextbookTest.java has the numbers.

Data and first weights are formulas, so that both sides have the same.
"""
import math

import torch

torch.set_num_threads(1)


def table(rows, columns, f):
    return torch.tensor([[f(i * columns + j) for j in range(columns)] for i in range(rows)])


def give(layer, factor):
    out, into = layer.weight.shape
    with torch.no_grad():
        layer.weight.copy_(table(out, into, lambda n: factor * math.cos(n + 1)))
        layer.bias.zero_()


def show(name, losses):
    print(name, ", ".join(f"{loss:.9f}" for loss in losses))


def linear():
    """Linear(10, 2), cross-entropy, SGD with rate 0.01, 10 epochs of 4 batches of 16."""
    x = table(64, 10, lambda n: math.sin(n + 1))
    y = torch.tensor([i % 3 % 2 for i in range(64)])
    model = torch.nn.Linear(10, 2)
    give(model, 0.3)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    losses = []
    for _ in range(10):
        for start in range(0, 64, 16):
            loss = torch.nn.functional.cross_entropy(model(x[start : start + 16]), y[start : start + 16])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    show("linear", losses)


def perceptron():
    """784-10-10 with ReLU and softmax, mean squared error, Adam, 5 epochs of 4 batches of 16."""
    x = table(64, 784, lambda n: (math.sin(n + 1) + 1) / 2)
    y = torch.nn.functional.one_hot(torch.tensor([i * 7 % 10 for i in range(64)]), 10).float()
    hidden, output = torch.nn.Linear(784, 10), torch.nn.Linear(10, 10)
    give(hidden, 0.05)
    give(output, 0.3)
    model = torch.nn.Sequential(hidden, torch.nn.ReLU(), output, torch.nn.Softmax(1))
    optimizer = torch.optim.Adam(model.parameters())
    losses = []
    for _ in range(5):
        for start in range(0, 64, 16):
            loss = torch.nn.functional.mse_loss(model(x[start : start + 16]), y[start : start + 16])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    show("perceptron", losses)


linear()
perceptron()
