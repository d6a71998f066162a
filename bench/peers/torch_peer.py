"""PyTorch at the work of our benchmarks, one thread: RMSprop on Rosenbrock's valley, on a tensor of 100,000 × 2.

Three ways: gradient and update as formulas on tensors, in place where PyTorch has it; torch.optim.RMSprop with the gradient by
formulas; and with the gradient by autograd, as people write it. Prints "NAME steps_per_second VALUE".
"""
import torch

import timing

torch.set_num_threads(1)
POINTS = 100_000
LR, RHO, EPS = 0.01, 0.9, 1e-8
ROUNDS = 5


def start():
    generator = torch.Generator().manual_seed(1)
    near = 0.1 * (torch.rand(POINTS, 2, dtype=torch.float64, generator=generator) - 0.5)
    return torch.tensor([-1.5, 2.0], dtype=torch.float64) + near


def gradient_into(g, p):
    x, y, gx, gy = p[:, 0], p[:, 1], g[:, 0], g[:, 1]
    torch.mul(y - x * x, 200, out=gy)
    torch.sub(2 * (x - 1), 2 * x * gy, out=gx)


def measure(name, step):
    def work():
        for _ in range(ROUNDS):
            step()

    timing.say_steps(f"{name}/rmsprop/rosenbrock", POINTS * ROUNDS, timing.seconds(work))


def formulas():
    p = start()
    g, s = torch.zeros_like(p), torch.zeros_like(p)

    @torch.no_grad()
    def step():
        gradient_into(g, p)
        s.mul_(RHO).addcmul_(g, g, value=1 - RHO)
        p.addcdiv_(g, s.sqrt().add_(EPS), value=-LR)

    measure("torch-formulas", step)


def optimizer():
    p = start().requires_grad_()
    p.grad = torch.zeros_like(p)
    rule = torch.optim.RMSprop([p], lr=LR, alpha=RHO, eps=EPS)

    @torch.no_grad()
    def step():
        gradient_into(p.grad, p)
        rule.step()

    measure("torch-optim", step)


def autograd():
    p = start().requires_grad_()
    rule = torch.optim.RMSprop([p], lr=LR, alpha=RHO, eps=EPS)

    def step():
        rule.zero_grad()
        x, y = p[:, 0], p[:, 1]
        ((1 - x) ** 2 + 100 * (y - x * x) ** 2).sum().backward()
        rule.step()

    measure("torch-autograd", step)


formulas()
optimizer()
autograd()
