#!/usr/bin/python3
"""Writes the reference fixtures beside this file: gradients.json, torch.json, papers.json. See README.md."""

import json
import platform
from pathlib import Path

import numpy as np
import torch

from cases import INDEFINITE, PAPER, TORCH, cases
from data_objectives import DATA_OBJECTIVES, MORE_DATA_SETTINGS
from objectives import OBJECTIVES, Objective, parse
from paper_rules import paper_path
from torch_rules import torch_path

OBJECTIVES.update(DATA_OBJECTIVES)
HERE = Path(__file__).parent
STEPS = 200
KEPT = [*range(1, 11), *range(20, STEPS + 1, 10)]
FEWEST = 20  # a run that agrees with its disturbed twin for fewer steps says nothing
MORE_SETTINGS = (
    "ellipse:kappa=7,angle=-25", "ellipse:kappa=300,angle=80", "rosenbrock:a=-0.5,b=10", "absolute:kappa=10",
    "plateau:k=2", "double-well:c=-0.7",
)  # fmt: skip


def header(what):
    return {
        "what": what,
        "made_by": "make_fixtures.py",
        "with": {"python": platform.python_version(), "torch": torch.__version__, "numpy": np.__version__},
    }


def gradients():
    """f, gx, gy at eight points of every objective."""
    random = np.random.RandomState(3)
    for text in (*OBJECTIVES, *MORE_SETTINGS, *MORE_DATA_SETTINGS):
        objective = Objective(text)
        x0, x1, y0, y1 = objective.box
        points = [(round(random.uniform(x0, x1), 4), round(random.uniform(y0, y1), 4)) for _ in range(8)]
        rows = [[x, y, objective.value((x, y)), *objective.gradient((x, y)).tolist()] for x, y in points]
        yield {"objective": text, "at": rows}


class Disturbed:
    """An objective whose gradient is as another order of operations would give it: taken some 4e-16 away."""

    def __init__(self, objective, seed):
        self.objective, self.random = objective, np.random.RandomState(seed)

    def gradient(self, p):
        p = np.asarray(p)
        return self.objective.gradient(p + 4e-16 * self.random.choice([-1, 1], 2) * np.maximum(1, np.abs(p)))

    def hessian(self, p):
        return self.objective.hessian(p)


def trusted_steps(path, twins):
    """The last step up to which all twins agree with the path to 1e-11. Beyond it rounding decides where the run goes."""
    for step, point in enumerate(path):
        for twin in twins:
            for a, b in zip(point, twin[step]):
                if not abs(a - b) <= 1e-11 * max(1, abs(a)):
                    return step - 1
    return STEPS


def run(follow, optimizer, text, start):
    """One fixture, or None where the run is chaotic from the beginning."""
    rule, settings = parse(optimizer)
    objective = Objective(text)
    path = follow(rule, objective, settings, start, STEPS)
    farthest = max(max(map(abs, point)) for point in path)
    if not farthest < 100:
        print(f"skipped, since it runs away to {farthest:.1g}: {optimizer} on {text}")
        return None
    nudged = (start[0] + 1e-14, start[1] - 1e-14)
    twins = [follow(rule, objective, settings, nudged, STEPS)]
    twins += [follow(rule, Disturbed(objective, seed), settings, start, STEPS) for seed in (5, 6)]
    until = trusted_steps(path, twins)
    if until < FEWEST:
        print(f"skipped after {until} steps: {optimizer} on {text}")
        return None
    kept = {str(step): list(path[step]) for step in KEPT if step <= until}
    return {"optimizer": optimizer, "objective": text, "start": list(start), "until": until, "steps": kept}


def write(name, top, key, rows):
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    text = json.dumps({**top, key: []}, indent=1).replace("[]", f"[\n{lines}\n]")
    (HERE / name).write_text(text + "\n")
    print(f"{name}: {len(rows)} entries, {len(text) // 1000} kB")


def main():
    # Some of PyTorch's optimizers keep a scalar of their own (NAdam's mu_product): as float32 it would cost nine digits.
    torch.set_default_dtype(torch.float64)
    write("gradients.json", header("f, gx, gy by autograd, at x, y"), "objectives", list(gradients()))
    for name, follow, chosen, what in (
        ("torch.json", torch_path, cases(TORCH), "points of runs by torch.optim"),
        ("papers.json", paper_path, (*cases(PAPER), *INDEFINITE), "points of runs by transcriptions of the papers"),
    ):
        runs = [run(follow, *case) for case in chosen]
        write(name, header(what), "runs", [r for r in runs if r])


if __name__ == "__main__":
    main()
