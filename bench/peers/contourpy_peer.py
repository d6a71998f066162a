"""contourpy's threaded generator at the work of our isoline benchmarks: 30 levels on 1024 × 1024 samples, as joined lines.

Prints "NAME ms VALUE". The grids and levels are those of bench/engine_bench.cpp.
"""
import os
import time

import contourpy
import numpy as np

import timing

SIDE, LEVELS = 1024, 30


def centres(low, high):
    return low + (np.arange(SIDE) + 0.5) * (high - low) / SIDE


def himmelblau(x, y):
    return (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2


def rosenbrock(x, y):
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2


def rastrigin(x, y):
    return 20 + x * x - 10 * np.cos(2 * np.pi * x) + y * y - 10 * np.cos(2 * np.pi * y)


def isolines(name, f, x0, x1, y0, y1):
    x, y = centres(x0, x1), centres(y0, y1)
    z = f(*np.meshgrid(x, y))
    low, high = z.min(), z.max()
    levels = [low + (high - low) * (k + 0.5) / LEVELS for k in range(LEVELS)]

    def work():
        generator = contourpy.contour_generator(
            x, y, z, name="threaded", line_type=contourpy.LineType.Separate, thread_count=os.cpu_count()
        )
        return [generator.lines(level) for level in levels]

    timing.say_ms(f"contourpy/isolines/{name}", timing.seconds(work, clock=time.perf_counter))


isolines("himmelblau", himmelblau, -5, 5, -5, 5)
isolines("rosenbrock", rosenbrock, -2, 2, -1, 3)
isolines("rastrigin", rastrigin, -5.12, 5.12, -5.12, 5.12)
