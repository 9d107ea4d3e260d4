"""Makes score-statistics.json with NumPy and SciPy: python score-statistics.py > score-statistics.json

The interval is the stratified percentile bootstrap of Agarwal et al., 2021, drawn from default_rng(0).
"""
import json

import numpy as np
import scipy
from scipy.stats import trim_mean


def iqm(scores):
    return trim_mean(scores, 0.25)


def interval(tasks, resamples):
    rng = np.random.default_rng(0)
    ascending = [np.sort(task) for task in tasks]
    means = [
        iqm(np.concatenate([task[rng.integers(0, len(task), len(task))] for task in ascending]))
        for _ in range(resamples)
    ]
    low, high = np.percentile(means, [2.5, 97.5])
    return {"tasks": tasks, "resamples": resamples, "low": low, "high": high}


def point(scores):
    x = np.array(scores, dtype=np.float64)
    return {
        "scores": list(scores),
        "mean": x.mean(),
        "population_deviation": x.std(),
        "sample_deviation": x.std(ddof=1) if len(x) > 1 else None,
        "median": np.median(x),
        "interquartile_mean": iqm(x),
    }


draw = np.random.default_rng(2026)


def scores(n, digits=2):
    return np.round(draw.normal(420, 70, n), digits).tolist()


print(json.dumps({
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "points": [point(s) for s in [[3.5], [9, -4]] + [scores(n) for n in (3, 4, 5, 7, 8, 10, 11, 20)]
               + [[500] * 9 + [21.5], [-1600.25, -160, -150.5, -900, -151, -149]]],
    "intervals": [interval(*case) for case in [
        ([[7.25]], 100),
        ([scores(2)], 2000),
        ([scores(3)], 2000),
        ([scores(10)], 2000),
        ([scores(10)], 20000),
        ([[500] * 9 + [21.5]], 2000),
        ([scores(20)], 2000),
        ([scores(10), [x - 700 for x in scores(10)]], 2000),
        ([scores(5), scores(7), scores(3)], 2000),
    ]],
}, indent=1))
