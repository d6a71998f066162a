"""The rules that PyTorch has, called with this project's names and defaults.

Two scalar coordinates are one parameter of two numbers. A builder takes the parameter and the settings; PyTorch does the rest.
"""

from functools import partial

import torch
from torch.optim import lr_scheduler


def betas(s):
    return (s.get("beta1", 0.9), s.get("beta2", 0.999))


def decay(s):
    return s.get("weight_decay", 0.0)


def gd(p, s):
    return torch.optim.SGD([p], lr=s.get("lr", 0.01), weight_decay=decay(s))


def momentum(p, s):
    return torch.optim.SGD(
        [p],
        lr=s.get("lr", 0.01),
        momentum=s.get("momentum", 0.9),
        dampening=s.get("dampening", 0.0),
        weight_decay=decay(s),
    )


def nesterov(p, s):
    return torch.optim.SGD(
        [p], lr=s.get("lr", 0.01), momentum=s.get("momentum", 0.9), nesterov=True, weight_decay=decay(s)
    )


def adagrad(p, s):
    return torch.optim.Adagrad(
        [p],
        lr=s.get("lr", 0.1),
        lr_decay=s.get("lr_decay", 0.0),
        weight_decay=decay(s),
        initial_accumulator_value=s.get("initial_accumulator", 0.0),
        eps=s.get("eps", 1e-8),
    )


def rmsprop(p, s):
    return torch.optim.RMSprop(
        [p],
        lr=s.get("lr", 0.01),
        alpha=s.get("rho", 0.9),
        eps=s.get("eps", 1e-8),
        weight_decay=decay(s),
        momentum=s.get("momentum", 0.0),
        centered=bool(s.get("centered", 0)),
    )


def adadelta(p, s):
    return torch.optim.Adadelta(
        [p], lr=s.get("lr", 1.0), rho=s.get("rho", 0.9), eps=s.get("eps", 1e-6), weight_decay=decay(s)
    )


def adam_like(kind, standard_lr, p, s, **more):
    return kind([p], lr=s.get("lr", standard_lr), betas=betas(s), eps=s.get("eps", 1e-8), **more)


def adam(p, s):
    return adam_like(torch.optim.Adam, 0.001, p, s, weight_decay=decay(s), amsgrad=bool(s.get("amsgrad", 0)))


def adamw(p, s):
    return adam_like(
        torch.optim.AdamW,
        0.001,
        p,
        s,
        weight_decay=s.get("weight_decay", 0.01),
        amsgrad=bool(s.get("amsgrad", 0)),
    )


def adamax(p, s):
    return adam_like(torch.optim.Adamax, 0.002, p, s, weight_decay=decay(s))


def nadam(p, s):
    more = {"momentum_decay": s.get("momentum_decay", 0.004), "weight_decay": decay(s)}
    return adam_like(torch.optim.NAdam, 0.002, p, s, **more)


def radam(p, s):
    return adam_like(torch.optim.RAdam, 0.001, p, s, weight_decay=decay(s))


def rprop(p, s):
    return torch.optim.Rprop(
        [p],
        lr=s.get("lr", 0.01),
        etas=(s.get("eta_minus", 0.5), s.get("eta_plus", 1.2)),
        step_sizes=(s.get("step_min", 1e-6), s.get("step_max", 50.0)),
    )


def lbfgs(p, s):
    if s.get("line_search") != 0:
        raise ValueError("PyTorch's L-BFGS is the reference for line_search=0 only")
    return torch.optim.LBFGS(
        [p], lr=s.get("lr", 1.0), max_iter=1, history_size=5, tolerance_grad=0, tolerance_change=0
    )


TORCH_RULES = {
    rule.__name__: rule
    for rule in (
        gd, momentum, nesterov, adagrad, rmsprop, adadelta, adam, adamw, adamax, nadam, radam, rprop, lbfgs
    )
}  # fmt: skip


def scheduler(optimizer, s):
    """PyTorch's scheduler for the setting `schedule`, or None."""
    kinds = {
        "constant": lambda _: None,
        "step": partial(
            lr_scheduler.StepLR, step_size=int(s.get("schedule_every", 20)), gamma=s.get("schedule_gamma", 0.95)
        ),
        "exponential": partial(lr_scheduler.ExponentialLR, gamma=s.get("schedule_gamma", 0.95)),
        "cosine": partial(
            lr_scheduler.CosineAnnealingLR,
            T_max=int(s.get("schedule_steps", 300)),
            eta_min=s.get("schedule_floor", 0.0),
        ),
    }
    return kinds[s.get("schedule", "constant")](optimizer)


def torch_path(rule, objective, settings, start, steps):
    """All points of a run. PyTorch is handed the gradient, so that it can be disturbed."""
    p = torch.tensor(list(start), requires_grad=True)
    optimizer = TORCH_RULES[rule](p, settings)
    schedule = scheduler(optimizer, settings)
    clip = settings.get("clip_norm", 0.0)

    def closure():
        p.grad = torch.as_tensor(objective.gradient(p.detach().numpy()))
        if clip > 0:
            torch.nn.utils.clip_grad_norm_([p], clip)
        return torch.tensor(0.0)

    points = [tuple(p.detach().tolist())]
    for _ in range(steps):
        if rule == "lbfgs":
            optimizer.step(closure)
        else:
            closure()
            optimizer.step()
        if schedule:
            schedule.step()
        points.append(tuple(p.detach().tolist()))
    return points
