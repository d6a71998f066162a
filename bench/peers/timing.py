"""What the peers share: how long a piece of work takes, and how it is told."""
import statistics
import time


def seconds(work, at_least=1.0, clock=time.process_time):
    """Time of one call of `work`, the median of many.

    Work on one thread is measured in processor time, as Google Benchmark does; for several, give time.perf_counter.
    """
    work()
    times = []
    while len(times) < 3 or sum(times) < at_least:
        begun = clock()
        work()
        times.append(clock() - begun)
    return statistics.median(times)


def say_steps(name, steps, took):
    print(f"{name} steps_per_second {steps / took:.6g}", flush=True)


def say_ms(name, took):
    print(f"{name} ms {1000 * took:.6g}", flush=True)
