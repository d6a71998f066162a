"""The rules that PyTorch lacks, transcribed in NumPy from their papers.

Each takes the settings and gives a function (x, g, t, lr) -> new x, where t counts from 1 and all but t and lr are 2-vectors.
"""

import math

import numpy as np

ZERO = np.zeros(2)


def qhm(s):
    """J. Ma, D. Yarats, "Quasi-hyperbolic momentum and Adam for deep learning", ICLR (2019), equations 3 and 4."""
    beta, nu = s.get("beta", 0.999), s.get("nu", 0.7)
    average = ZERO

    def update(x, g, t, lr):
        nonlocal average
        average = beta * average + (1 - beta) * g
        return x - lr * ((1 - nu) * g + nu * average)

    return update


def qhadam(s):
    """The same paper, section 4."""
    beta1, beta2, nu1, nu2 = s.get("beta1", 0.995), s.get("beta2", 0.999), s.get("nu1", 0.7), s.get("nu2", 1.0)
    eps = s.get("eps", 1e-8)
    m, v = ZERO, ZERO

    def update(x, g, t, lr):
        nonlocal m, v
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
        return x - lr * ((1 - nu1) * g + nu1 * m_hat) / (np.sqrt((1 - nu2) * g**2 + nu2 * v_hat) + eps)

    return update


def yogi(s):
    """M. Zaheer et al., "Adaptive methods for nonconvex optimization", NeurIPS (2018), algorithm 2: no bias correction."""
    beta1, beta2, eps = s.get("beta1", 0.9), s.get("beta2", 0.999), s.get("eps", 1e-3)
    m, v = ZERO, ZERO

    def update(x, g, t, lr):
        nonlocal m, v
        m = beta1 * m + (1 - beta1) * g
        v = v - (1 - beta2) * np.sign(v - g**2) * g**2
        return x - lr * m / (np.sqrt(v) + eps)

    return update


def adabelief(s):
    """J. Zhuang et al., "AdaBelief optimizer", NeurIPS (2020), algorithm 2: epsilon is in s and beside its root."""
    beta1, beta2, eps = s.get("beta1", 0.9), s.get("beta2", 0.999), s.get("eps", 1e-8)
    m, belief = ZERO, ZERO

    def update(x, g, t, lr):
        nonlocal m, belief
        m = beta1 * m + (1 - beta1) * g
        belief = beta2 * belief + (1 - beta2) * (g - m) ** 2 + eps
        return x - lr * (m / (1 - beta1**t)) / (np.sqrt(belief / (1 - beta2**t)) + eps)

    return update


def lion(s):
    """X. Chen et al., "Symbolic discovery of optimization algorithms", NeurIPS (2023), algorithm 2; the decay is decoupled."""
    beta1, beta2, decay = s.get("beta1", 0.9), s.get("beta2", 0.99), s.get("weight_decay", 0.0)
    m = ZERO

    def update(x, g, t, lr):
        nonlocal m
        sign = np.sign(beta1 * m + (1 - beta1) * g)
        m = beta2 * m + (1 - beta2) * g
        return x - lr * (sign + decay * x)

    return update


def adan(s):
    """X. Xie et al., "Adan: adaptive Nesterov momentum algorithm for faster optimizing deep models", arXiv:2208.06677, algorithm 1.

    Without restarts. Weight decay is the form that the authors' program calls no_prox: before the step, x (1 - lr decay).
    """
    beta1, beta2, beta3 = s.get("beta1", 0.02), s.get("beta2", 0.08), s.get("beta3", 0.01)
    eps, decay = s.get("eps", 1e-8), s.get("weight_decay", 0.0)
    m = v = n = before = None

    def update(x, g, t, lr):
        nonlocal m, v, n, before
        if t == 1:
            m, v, n = g, ZERO, g**2
        else:
            change = g - before
            m = (1 - beta1) * m + beta1 * g
            v = (1 - beta2) * v + beta2 * change
            if t == 2:
                v = change
            n = (1 - beta3) * n + beta3 * (g + (1 - beta2) * change) ** 2
        before = g
        return x * (1 - decay * lr) - lr / (np.sqrt(n) + eps) * (m + (1 - beta2) * v)

    return update


def signsgd(s):
    """J. Bernstein et al., "signSGD: compressed optimisation for non-convex problems", ICML (2018).

    Algorithm 1 where beta is 0, else algorithm 2 (Signum).
    """
    beta, m = s.get("beta", 0.0), ZERO

    def update(x, g, t, lr):
        nonlocal m
        m = beta * m + (1 - beta) * g
        return x - lr * np.sign(m)

    return update


def lookahead(s):
    """M. Zhang et al., "Lookahead optimizer: k steps forward, 1 step back", NeurIPS (2019), algorithm 1, over SGD with momentum."""
    mu, k, alpha = s.get("momentum", 0.9), int(s.get("k", 5)), s.get("alpha", 0.5)
    slow, velocity = None, ZERO

    def update(x, g, t, lr):
        nonlocal slow, velocity
        slow = x if slow is None else slow
        velocity = mu * velocity + g
        fast = x - lr * velocity
        if t % k == 0:
            fast = slow = slow + alpha * (fast - slow)
        return fast

    return update


def adagrad(s):
    """AdaGrad with epsilon under the root, which PyTorch has not."""
    eps, slower = s.get("eps", 1e-8), s.get("lr_decay", 0.0)
    total = np.full(2, s.get("initial_accumulator", 0.0))

    def update(x, g, t, lr):
        nonlocal total
        total = total + g**2
        return x - lr / (1 + (t - 1) * slower) * g / np.sqrt(total + eps)

    return update


def rmsprop(s):
    """RMSprop with epsilon under the root (Keras)."""
    rho, eps, mu = s.get("rho", 0.9), s.get("eps", 1e-8), s.get("momentum", 0.0)
    square, mean, b = ZERO, ZERO, ZERO

    def update(x, g, t, lr):
        nonlocal square, mean, b
        square = rho * square + (1 - rho) * g**2
        mean = rho * mean + (1 - rho) * g
        spread = square - mean**2 if s.get("centered") else square
        b = mu * b + g / np.sqrt(spread + eps)
        return x - lr * b

    return update


def adam(s):
    """Adam without bias correction."""
    beta1, beta2, eps = s.get("beta1", 0.9), s.get("beta2", 0.999), s.get("eps", 1e-8)
    m, v, most = ZERO, ZERO, ZERO

    def update(x, g, t, lr):
        nonlocal m, v, most
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        most = np.maximum(most, v)
        return x - lr * m / (np.sqrt(most if s.get("amsgrad") else v) + eps)

    return update


def newton(s, hessian):
    """x - lr (H + damping I)^-1 g; saddle-free (Y. Dauphin et al., NeurIPS 2014): H has the absolute values of its eigenvalues."""
    damping = s.get("damping", 0.0) * np.eye(2)

    def update(x, g, t, lr):
        h = hessian(x)
        if s.get("saddle_free"):
            values, vectors = np.linalg.eigh(h)
            h = vectors @ np.diag(np.abs(values)) @ vectors.T
        return x - lr * np.linalg.solve(h + damping, g)

    return update


PAPER_RULES = {
    rule.__name__: rule for rule in (qhm, qhadam, yogi, adabelief, lion, adan, signsgd, lookahead, adagrad, rmsprop, adam)
}
STANDARD_LR = {
    "qhm": 0.01, "qhadam": 0.001, "yogi": 0.01, "adabelief": 0.001, "lion": 1e-4, "adan": 0.001, "signsgd": 0.01,
    "lookahead": 0.01, "newton": 1.0, "adagrad": 0.1, "rmsprop": 0.01, "adam": 0.001,
}  # fmt: skip
DECOUPLED = ("lion", "adan")


def scheduled(s, lr, t):
    """The rate of update t, from 1, under PyTorch's StepLR and ExponentialLR (which count from 0)."""
    kind, gamma = s.get("schedule", "constant"), s.get("schedule_gamma", 0.95)
    drops = {"constant": 0, "step": (t - 1) // int(s.get("schedule_every", 20)), "exponential": t - 1}
    return lr * gamma ** drops[kind]


def paper_path(rule, objective, settings, start, steps):
    """All points of a run. L2 weight decay and clipping as in PyTorch: clipped first, then the decay is added."""
    update = newton(settings, objective.hessian) if rule == "newton" else PAPER_RULES[rule](settings)
    lr = settings["lr"] if "lr" in settings else STANDARD_LR[rule]
    clip = settings.get("clip_norm", 0.0)
    decay = 0.0 if rule in DECOUPLED else settings.get("weight_decay", 0.0)
    x = np.array(start)
    points = [tuple(x.tolist())]
    for t in range(1, steps + 1):
        g = objective.gradient(x)
        if clip > 0:
            g = g * min(1.0, clip / (math.hypot(*g) + 1e-6))
        x = update(x, g + decay * x, t, scheduled(settings, lr, t))
        points.append(tuple(x.tolist()))
    return points
