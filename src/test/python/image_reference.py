"""Training steps of small networks on Fashion-MNIST in PyTorch, for bench/images.sh.

    python image_reference.py FOLDER perceptron|convolutional steps [batch]

FOLDER holds the unpacked IDX files. The pictures lie in memory as bytes; a batch is chosen,
normalized and trained on with AdamW. Prints 'RESULT images/s NUMBER cpu NUMBER', pictures a
second of time and of the processors' time, after as many steps that do not count.
"""

import sys
import time

import numpy
import torch
from torch import nn


def idx(path):
    with open(path, "rb") as file:
        data = file.read()
    dimensions = data[3]
    shape = [int.from_bytes(data[4 + 4 * i : 8 + 4 * i], "big") for i in range(dimensions)]
    array = numpy.frombuffer(data, numpy.uint8, offset=4 + 4 * dimensions)
    return torch.from_numpy(array.reshape(shape).copy())


def network(kind):
    if kind == "perceptron":
        return nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
    return nn.Sequential(
        nn.Conv2d(1, 32, 3, padding=1, bias=False),
        nn.GroupNorm(8, 32),
        nn.ReLU(inplace=True),
        nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding=1, bias=False),
        nn.GroupNorm(8, 64),
        nn.ReLU(inplace=True),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(64 * 49, 10),
    )


def main(folder, kind, steps, batch=128):
    torch.manual_seed(1)
    images = idx(folder + "/train-images-idx3-ubyte")
    labels = idx(folder + "/train-labels-idx1-ubyte").long()
    mean, deviation = images.float().mean(), images.float().std()
    model = network(kind)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.001, fused=True)
    order = torch.randperm(len(images))
    for step in range(2 * steps):
        if step == steps:
            start = time.perf_counter()
            work = time.process_time()
        at = step * batch % (len(images) - batch)
        rows = order[at : at + batch]
        x = ((images[rows].float() - mean) / deviation).unsqueeze(1)
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x), labels[rows], label_smoothing=0.1)
        loss.backward()
        optimizer.step()
        loss.item()
    seconds = time.perf_counter() - start
    work = time.process_time() - work
    images = steps * batch
    print("RESULT images/s %.0f cpu %.0f loss %.3f" % (images / seconds, images / work, loss.item()))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), *map(int, sys.argv[4:]))
