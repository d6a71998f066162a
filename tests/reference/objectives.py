"""The objectives of the public interface, transcribed from their published formulas.

Sources: S. Surjanovic, D. Bingham, "Virtual Library of Simulation Experiments" (sfu.ca/~ssurjano), and Wikipedia, "Test
functions for optimization". Every function takes two torch tensors and its parameters; torch's autograd gives the gradients.
"""

import math

import torch

exp, sin, cos, sqrt, absolute_value = torch.exp, torch.sin, torch.cos, torch.sqrt, torch.abs
PI = math.pi


def bowl(x, y):
    return x**2 + y**2


def ellipse(x, y, kappa=20.0, angle=0.0):
    turn = math.radians(angle)
    along = x * math.cos(turn) + y * math.sin(turn)
    across = -x * math.sin(turn) + y * math.cos(turn)
    return (along**2 + kappa * across**2) / 2


def rosenbrock(x, y, a=1.0, b=100.0):
    return (a - x) ** 2 + b * (y - x**2) ** 2


def beale(x, y):
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2


def booth(x, y):
    return (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2


def matyas(x, y):
    return 0.26 * (x**2 + y**2) - 0.48 * x * y


def himmelblau(x, y):
    return (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2


def goldstein_price(x, y):
    first = 1 + (x + y + 1) ** 2 * (19 - 14 * x + 3 * x**2 - 14 * y + 6 * x * y + 3 * y**2)
    second = 30 + (2 * x - 3 * y) ** 2 * (18 - 32 * x + 12 * x**2 + 48 * y - 36 * x * y + 27 * y**2)
    return first * second


def three_hump_camel(x, y):
    return 2 * x**2 - 1.05 * x**4 + x**6 / 6 + x * y + y**2


def six_hump_camel(x, y):
    return (4 - 2.1 * x**2 + x**4 / 3) * x**2 + x * y + (-4 + 4 * y**2) * y**2


def styblinski_tang(x, y):
    return sum(z**4 - 16 * z**2 + 5 * z for z in (x, y)) / 2


def mccormick(x, y):
    return sin(x + y) + (x - y) ** 2 - 1.5 * x + 2.5 * y + 1


def branin(x, y):
    a, b, c, r, s, t = 1, 5.1 / (4 * PI**2), 5 / PI, 6, 10, 1 / (8 * PI)
    return a * (y - b * x**2 + c * x - r) ** 2 + s * (1 - t) * cos(x) + s


def rastrigin(x, y):
    return 20 + sum(z**2 - 10 * cos(2 * PI * z) for z in (x, y))


def ackley(x, y, a=20.0, b=0.2, c=2 * PI):
    return -a * exp(-b * sqrt((x**2 + y**2) / 2)) - exp((cos(c * x) + cos(c * y)) / 2) + a + math.e


def griewank(x, y):
    return (x**2 + y**2) / 4000 - cos(x) * cos(y / math.sqrt(2)) + 1


def levy_13(x, y):
    return (
        sin(3 * PI * x) ** 2
        + (x - 1) ** 2 * (1 + sin(3 * PI * y) ** 2)
        + (y - 1) ** 2 * (1 + sin(2 * PI * y) ** 2)
    )


def easom(x, y):
    return -cos(x) * cos(y) * exp(-((x - PI) ** 2) - (y - PI) ** 2)


def drop_wave(x, y):
    r2 = x**2 + y**2
    return -(1 + cos(12 * sqrt(r2))) / (r2 / 2 + 2)


def eggholder(x, y):
    return -(y + 47) * sin(sqrt(absolute_value(y + x / 2 + 47))) - x * sin(sqrt(absolute_value(x - (y + 47))))


def cross_in_tray(x, y):
    inner = absolute_value(sin(x) * sin(y) * exp(absolute_value(100 - sqrt(x**2 + y**2) / PI)))
    return -0.0001 * (inner + 1) ** 0.1


def bukin_6(x, y):
    return 100 * sqrt(absolute_value(y - 0.01 * x**2)) + 0.01 * absolute_value(x + 10)


def schaffer_2(x, y):
    return 0.5 + (sin(x**2 - y**2) ** 2 - 0.5) / (1 + 0.001 * (x**2 + y**2)) ** 2


def saddle(x, y):
    return x**2 - y**2


def monkey_saddle(x, y):
    return x**3 - 3 * x * y**2


def absolute(x, y, kappa=3.0):
    return absolute_value(x) + kappa * absolute_value(y)


def plateau(x, y, k=8.0):
    """No published formula: the one that `ravine list objectives` prints. So with the next."""
    r2 = x**2 + y**2
    return r2 / (1 + r2) / 4 + (torch.tanh(k * (r2 - 1)) + math.tanh(k)) / 2


def double_well(x, y, c=0.3):
    return (x**2 - 1) ** 2 + c * x + y**2


# Each with the box in which its points lie.
OBJECTIVES = {
    "bowl": (bowl, (-1, 1, -1, 1)),
    "ellipse": (ellipse, (-2, 2, -2, 2)),
    "rosenbrock": (rosenbrock, (-2, 2, -1, 3)),
    "beale": (beale, (-4.5, 4.5, -4.5, 4.5)),
    "booth": (booth, (-10, 10, -10, 10)),
    "matyas": (matyas, (-10, 10, -10, 10)),
    "himmelblau": (himmelblau, (-5, 5, -5, 5)),
    "goldstein-price": (goldstein_price, (-2, 2, -2, 2)),
    "three-hump-camel": (three_hump_camel, (-5, 5, -5, 5)),
    "six-hump-camel": (six_hump_camel, (-3, 3, -2, 2)),
    "styblinski-tang": (styblinski_tang, (-5, 5, -5, 5)),
    "mccormick": (mccormick, (-1.5, 4, -3, 4)),
    "branin": (branin, (-5, 10, 0, 15)),
    "rastrigin": (rastrigin, (-5.12, 5.12, -5.12, 5.12)),
    "ackley": (ackley, (-5, 5, -5, 5)),
    "griewank": (griewank, (-10, 10, -10, 10)),
    "levy-13": (levy_13, (-10, 10, -10, 10)),
    "easom": (easom, (0, 6, 0, 6)),
    "drop-wave": (drop_wave, (-5.12, 5.12, -5.12, 5.12)),
    "eggholder": (eggholder, (-512, 512, -512, 512)),
    "cross-in-tray": (cross_in_tray, (-10, 10, -10, 10)),
    "bukin-6": (bukin_6, (-15, -5, -3, 3)),
    "schaffer-2": (schaffer_2, (-100, 100, -100, 100)),
    "saddle": (saddle, (-2, 2, -2, 2)),
    "monkey-saddle": (monkey_saddle, (-2, 2, -2, 2)),
    "absolute": (absolute, (-2, 2, -2, 2)),
    "plateau": (plateau, (-1.5, 1.5, -1.5, 1.5)),
    "double-well": (double_well, (-2, 2, -1.5, 1.5)),
}


def parse(text):
    """'ellipse:angle=30' as ('ellipse', {'angle': 30.0}). Words stay words: 'schedule=cosine'."""
    name, _, settings = text.partition(":")
    values = {}
    for setting in filter(None, settings.split(",")):
        key, _, value = setting.partition("=")
        values[key] = float(value) if value[0] in "-.0123456789" else value
    return name, values


class Objective:
    """An objective as the command line spells it."""

    def __init__(self, text):
        self.name, self.params = parse(text)
        self.function, self.box = OBJECTIVES[self.name]

    def tensor(self, p):
        return self.function(p[0], p[1], **self.params)

    def value(self, p):
        return self.tensor(torch.tensor(list(p))).item()

    def gradient(self, p):
        at = torch.tensor(list(p), requires_grad=True)
        (g,) = torch.autograd.grad(self.tensor(at), at)
        return g.numpy()

    def hessian(self, p):
        return torch.autograd.functional.hessian(self.tensor, torch.tensor(list(p))).numpy()
