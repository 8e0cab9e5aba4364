"""Independent check of the classic diffusion measures: numpy and scipy against the reference files.

Usage: python3 References/spread_diffusion.py ../shared/diffusion-data
Prints the largest difference per measure and data set; all are below 1e-9.
"""
import csv
import sys

import numpy as np
import scipy.sparse as sparse
from scipy.sparse.csgraph import shortest_path
from scipy.stats import norm


def rows(folder, name, part):
    with open(f"{folder}/{name}_{part}.csv") as file:
        return list(csv.DictReader(file))


def number(text):
    return float("nan") if text in ("", "NA") else float(text)


def moran(values, weights):
    n = len(values)
    z = values - values.mean()
    s0 = weights.sum()
    s1 = 0.5 * ((weights + weights.T) ** 2).sum()
    s2 = ((weights.sum(0) + weights.sum(1)) ** 2).sum()
    kurtosis = (z**4).mean() / (z**2).mean() ** 2
    first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
    second = kurtosis * (n * (n - 1) * s1 - 2 * n * s2 + 6 * s0 * s0)
    variance = (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - 1 / (n - 1) ** 2
    index = n / s0 * (z @ weights @ z) / (z @ z)
    sd = variance**0.5
    return index, sd, 2 * norm.sf(abs(index + 1 / (n - 1)) / sd)


def followed(ties, period, counts, step):
    result = np.zeros(len(period))
    for person, own in enumerate(period):
        others = period[np.nonzero(ties[person])[0]]
        candidates = ((others - own) * step > 0).sum()
        followers = (others == own + step).sum()
        if followers:
            result[person] = followers / candidates / counts[own + step]
    return result


def check(folder, name):
    nodes, measures, summary = (rows(folder, name, part) for part in ("nodes", "measures", "summary"))
    n = len(nodes)
    ties = np.zeros((n, n))
    for row in rows(folder, name, "edges"):
        ties[int(row["source"]) - 1, int(row["target"]) - 1] = 1
    first = int(summary[0]["period"])
    period = np.array([int(row["time_of_adoption"]) - first for row in nodes])
    periods = len(summary)
    adopted = (period[:, None] <= np.arange(periods)[None, :]).astype(float)
    degree = ties.sum(1)
    exposure = ties @ adopted / np.where(degree > 0, degree, 1)[:, None]
    counts = np.array([(period == k).sum() for k in range(periods)])
    own = {
        "exposure_first": exposure[:, 0],
        "exposure_mid": exposure[:, periods // 2],
        "exposure_last": exposure[:, -1],
        "infection": followed(ties.T, period, counts, 1),
        "susceptibility": followed(ties, period, counts, -1),
    }
    for column, values in own.items():
        print(name, column, np.abs(values - [number(row[column]) for row in measures]).max())
    thresholds = exposure[np.arange(n), period]
    print(name, "threshold", np.abs(thresholds - [number(row["threshold"]) for row in nodes]).max())
    steps = shortest_path(sparse.csr_matrix(ties), unweighted=True)
    weights = np.where((steps > 0) & (steps <= 6), 1 / np.where(steps > 0, steps, 1), 0)
    sums = weights.sum(1)
    weights /= np.where(sums > 0, sums, 1)[:, None]
    worst = np.zeros(3)
    for k, row in enumerate(summary):
        if row["moran_pval"] not in ("", "NA"):
            known = [number(row[c]) for c in ("moran_obs", "moran_sd", "moran_pval")]
            worst = np.maximum(worst, np.abs(np.array(moran(adopted[:, k], weights)) - known))
    print(name, "moran value, sd, p", worst)


if __name__ == "__main__":
    for data in ("medinnovations", "kfamily", "brfarmers"):
        check(sys.argv[1], data)
