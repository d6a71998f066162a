#!/usr/bin/python3
"""Our benchmarks beside what others take for the same work.

usage: compare.py RESULTS.json     (what engine_bench writes with --benchmark_out)

Runs bench/peers/*_peer.py, each as far as its Debian package is installed, and prints a table: ours, theirs, how many times
faster ours is, and what is asked for. Rows that the results lack (--benchmark_filter) are left out.
"""
import importlib.util
import json
import pathlib
import subprocess
import sys

PEERS = {"numpy": ["numpy"], "torch": ["torch"], "contourpy": ["contourpy", "numpy"]}

# ours, theirs, at least so many times as fast
PAIRS = [
    ("block/rmsprop/rosenbrock", "numpy/rmsprop/rosenbrock", 4),
    ("block/rmsprop/rosenbrock", "torch-autograd/rmsprop/rosenbrock", 20),
    ("block/rmsprop/rosenbrock", "torch-optim/rmsprop/rosenbrock", None),
    ("block/rmsprop/rosenbrock", "torch-formulas/rmsprop/rosenbrock", None),
    ("block/rmsprop/rosenbrock", "fused/rmsprop/rosenbrock", None),
    ("block/rmsprop/rastrigin", "fused/rmsprop/rastrigin", 0.6),
    ("block/rmsprop/rastrigin", "numpy/rmsprop/rastrigin", None),
    ("typed/rmsprop/rosenbrock", "block/rmsprop/rosenbrock", 1 / 3),
    ("grid/rastrigin", "numpy/grid/rastrigin", 5),
    ("isolines/himmelblau", "contourpy/isolines/himmelblau", 4),
    ("isolines/rosenbrock", "contourpy/isolines/rosenbrock", 4),
    ("isolines/rastrigin", "contourpy/isolines/rastrigin", 4),
]

# ours, at least so many million steps per second, or at most so many milliseconds
LIMITS = [("single/rmsprop/rosenbrock", "M/s", 30), ("map/rmsprop/rosenbrock", "ms", 60), ("grid/rastrigin", "ms", 12)]


def ours(path):
    """name → (value, unit); of repetitions, the best"""
    found = {}
    to_ms = {"ns": 1e-6, "us": 1e-3, "ms": 1, "s": 1e3}
    for row in json.loads(pathlib.Path(path).read_text())["benchmarks"]:
        if row.get("run_type") == "aggregate" or row.get("error_occurred"):
            continue
        name = row["name"].removesuffix("/real_time")
        is_rate = "steps_per_second" in row and not name.startswith("map/")
        value = (row["steps_per_second"] / 1e6, "M/s") if is_rate else (row["real_time"] * to_ms[row["time_unit"]], "ms")
        found[name] = better(found.get(name, value), value)
    return found


def better(a, b):
    return max(a, b) if a[1] == "M/s" else min(a, b)


def peers():
    found = {}
    for name, modules in PEERS.items():
        missing = [m for m in modules if importlib.util.find_spec(m) is None]
        if missing:
            print(f"compare: {name} is left out; it needs {', '.join('python3-' + m for m in missing)}", file=sys.stderr)
            continue
        script = pathlib.Path(__file__).parent / "peers" / f"{name}_peer.py"
        done = subprocess.run([sys.executable, "-B", str(script)], stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode != 0:
            print(f"compare: {script.name} failed", file=sys.stderr)
        for line in done.stdout.splitlines():
            what, metric, value = line.split()
            found[what] = (float(value) / 1e6, "M/s") if metric == "steps_per_second" else (float(value), "ms")
    return found


def show(value, unit):
    return f"{value:.1f} {unit}"


def row(name, first, other, second, ratio, asked, is_kept):
    verdict = "" if not asked else "  kept" if is_kept else "  MISSED"
    print(f"{name:<26}{first:>13}   {other:<36}{second:>13}{ratio:>9}{asked:>14}{verdict}")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    mine = ours(sys.argv[1])
    if not any(name in mine for name, *_ in PAIRS + LIMITS):
        return
    others = peers() | mine
    print(f"{'work':<26}{'ours':>13}   {'beside':<36}{'theirs':>13}{'ratio':>9}{'asked':>14}")
    for name, other, least in PAIRS:
        if name not in mine or other not in others:
            continue
        (a, unit), (b, _) = mine[name], others[other]
        ratio = a / b if unit == "M/s" else b / a
        asked = f"≥ {least:.3g}" if least else ""
        row(name, show(a, unit), other, show(b, unit), f"{ratio:.2f}", asked, least is None or ratio >= least)
    for name, unit, limit in LIMITS:
        if name in mine:
            value = mine[name][0]
            is_kept = value >= limit if unit == "M/s" else value <= limit
            row(name, show(value, unit), "", "", "", f"{'≥' if unit == 'M/s' else '≤'} {limit} {unit}", is_kept)


if __name__ == "__main__":
    main()
