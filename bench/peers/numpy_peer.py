"""NumPy at the work of our benchmarks, one thread: RMSprop on Rosenbrock's valley and on Rastrigin's function, and a height grid.

Every product goes into a buffer that is there already (out=), and x and y are rows of their own, so that each operation runs
through contiguous memory. Prints "NAME steps_per_second VALUE" or "NAME ms VALUE".
"""
import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
import numpy as np  # noqa: E402

import timing  # noqa: E402

POINTS, ROUNDS = 100_000, 5
LR, RHO, EPS = 0.01, 0.9, 1e-8
rng = np.random.RandomState(1)


class Walk:
    """RMSprop on many points at once: p, g and s have the shape (2, POINTS)."""

    def __init__(self, start):
        self.p = np.array(start)[:, None] + 0.1 * (rng.rand(2, POINTS) - 0.5)
        self.g, self.s, self.t = (np.zeros_like(self.p) for _ in range(3))
        self.u, self.v = np.empty(POINTS), np.empty(POINTS)

    def update(self):
        p, g, s, t = self.p, self.g, self.s, self.t
        np.multiply(s, RHO, out=s)
        np.multiply(g, g, out=t)
        np.multiply(t, 1 - RHO, out=t)
        np.add(s, t, out=s)
        np.sqrt(s, out=t)
        np.add(t, EPS, out=t)
        np.divide(g, t, out=t)
        np.multiply(t, LR, out=t)
        np.subtract(p, t, out=p)

    def rosenbrock(self):
        """gx = 2 (x − 1) − 400 x (y − x²), gy = 200 (y − x²)"""
        (x, y), (gx, gy), u, v = self.p, self.g, self.u, self.v
        np.multiply(x, x, out=u)
        np.subtract(y, u, out=u)
        np.multiply(u, 200.0, out=gy)
        np.multiply(x, gy, out=v)
        np.multiply(v, 2.0, out=v)
        np.subtract(x, 1.0, out=gx)
        np.multiply(gx, 2.0, out=gx)
        np.subtract(gx, v, out=gx)

    def rastrigin(self):
        """g = 2 x + 20 π sin 2πx, the same for y"""
        p, g, t = self.p, self.g, self.t
        np.multiply(p, 2 * np.pi, out=t)
        np.sin(t, out=t)
        np.multiply(t, 20 * np.pi, out=t)
        np.multiply(p, 2.0, out=g)
        np.add(g, t, out=g)


def walk(name, start, gradient):
    walker = Walk(start)

    def work():
        for _ in range(ROUNDS):
            gradient(walker)
            walker.update()

    timing.say_steps(name, POINTS * ROUNDS, timing.seconds(work))


def rastrigin_grid(columns=1920, rows=1080):
    x = -5.12 + (np.arange(columns) + 0.5) * 10.24 / columns
    y = -5.12 + (np.arange(rows) + 0.5) * 10.24 / rows
    # Sums of one function of x and one of y would take NumPy 3,000 cosines instead of 2 million. That is a trick for this function;
    # the work is a value at every point of an array.
    xs, ys = np.meshgrid(x, y)
    f, t = np.empty_like(xs), np.empty_like(xs)

    def work():
        np.multiply(xs, 2 * np.pi, out=t)
        np.cos(t, out=t)
        np.multiply(t, -10.0, out=t)
        np.multiply(xs, xs, out=f)
        np.add(f, t, out=f)
        np.multiply(ys, 2 * np.pi, out=t)
        np.cos(t, out=t)
        np.multiply(t, -10.0, out=t)
        np.add(f, t, out=f)
        np.multiply(ys, ys, out=t)
        np.add(f, t, out=f)
        np.add(f, 20.0, out=f)

    timing.say_ms("numpy/grid/rastrigin", timing.seconds(work))


walk("numpy/rmsprop/rosenbrock", [-1.5, 2.0], Walk.rosenbrock)
walk("numpy/rmsprop/rastrigin", [-2.6, 3.4], Walk.rastrigin)
rastrigin_grid()
