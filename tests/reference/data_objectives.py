"""The objectives that are mean losses over samples, by PyTorch's loss functions. The data are those of engine/objectives."""

import torch
from torch.nn import functional


def penalties(x, y, l1, l2):
    return l1 * (torch.abs(x) + torch.abs(y)) + l2 * (x**2 + y**2)


def mean_loss(predictions, targets, loss, delta):
    losses = {
        "mse": functional.mse_loss,
        "mae": functional.l1_loss,
        "huber": lambda a, b: functional.huber_loss(a, b, delta=delta),
    }
    return losses[loss](predictions, targets)


def linear_regression(x, y, loss="mse", delta=0.5, l1=0.0, l2=0.0):
    inputs, targets = torch.tensor([1.0, 2, 3, 4, 5]), torch.tensor([1, 2, 2.5, 4, 5])
    return mean_loss(x * inputs + y, targets, loss, delta) + penalties(x, y, l1, l2)


def logistic_regression(x, y, l1=0.0, l2=0.0):
    u = [1.3, 1.3, 4.2, 0.8, 2.6, 2.4, 0.7, -1.4, 3.7, 1.8, -1.2, 0.2, -1.0, -1.2, -0.8, -0.9, -2.1, -1.8, -4.0, 0.2]
    v = [1.1, 1.1, 0.9, 0.2, 0.9, 1.5, 0.8, -1.5, 1.1, 1.5, -1.4, -0.8, -0.3, -0.5, -1.2, -0.1, -1.9, -2.0, -2.9, 1.4]
    classes = torch.tensor([1.0] * 10 + [0.0] * 10)
    fit = functional.binary_cross_entropy_with_logits(x * torch.tensor(u) + y * torch.tensor(v), classes)
    return fit + penalties(x, y, l1, l2)


def neuron(x, y, loss="mse", delta=0.5, l1=0.0, l2=0.0):
    inputs = torch.tensor([-2, -1.7, -1.4, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 1.4, 1.7])
    targets = torch.tensor([-0.9, -0.8, -0.7, 0.6, 0.8, 0.9, 0.9, 0.9, 0.8, 0.6, -0.5, -0.7])
    return mean_loss(torch.tanh(x * inputs + y), targets, loss, delta) + penalties(x, y, l1, l2)


DATA_OBJECTIVES = {
    "linear-regression": (linear_regression, (-1, 3, -3, 3)),
    "logistic-regression": (logistic_regression, (-2, 6, -5, 3)),
    "neuron": (neuron, (-4, 4, -4, 4)),
}

MORE_DATA_SETTINGS = (
    "linear-regression:loss=mae",
    "linear-regression:loss=huber,delta=0.3,l1=0.1",
    "linear-regression:l1=0.2,l2=0.05",
    "logistic-regression:l1=0.3,l2=0.02",
    "neuron:loss=mae,l2=0.1",
    "neuron:loss=huber,delta=0.2,l1=0.05",
)
