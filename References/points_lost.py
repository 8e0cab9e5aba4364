"""Habit points lost (Delta_k) from pulse answers against the counterfactual truth of specimens.

For each planted cause and seed the same organisation is made with and without the cause; the difference of the
habit shares twelve weeks on is the truth. Delta_k is estimated from the answers of the last twelve weeks:
logit P(habit) = a + team + sum b_k z_k, b_k ~ N(-.6, .4^2), team effects N(0, .7^2), z_k >= 0 the halo-adjusted
shortfall, habit = Q1 of 3 or 4; intervals from Laplace draws over a bootstrap of teams. Decision 0008 holds its output.

Run: python References/points_lost.py PATH/TO/firsthand [seeds a cause, 10]
"""

import collections
import csv
import datetime
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy as np

AS_OF = datetime.date(2026, 6, 28)
CAUSES = {
    "noTimeOrFocus": "Q4",
    "enthusiasmGap": "Q5",
    "messageMisalignment": "Q6",
    "changeFatigue": "Q7",
    "superficialCompliance": "Q8",
    "noPersonalValue": "benefit",
}
ITEMS = ["Q4", "Q5", "Q6", "Q7", "Q8"]
BENEFIT = {"Q2", "Q3"}
SCORED = ["Q2", "Q3", *ITEMS, "Q9"]
ANCHOR = 3.45
FIRST_SEED = 501


def respondents(case):
    found = {}
    for row in csv.DictReader(open(case / "pulse.csv")):
        wave = datetime.date.fromisoformat(row["wave"])
        if wave <= AS_OF - datetime.timedelta(84) or row["layer"] == "executive":
            continue
        one = found.setdefault((row["wave"], row["respondent"]), {"team": row["team"]})
        if row["answer"] not in ("", "?"):
            one[row["item"]] = float(row["answer"])
    return list(found.values())


def score(one, item):
    if item not in one:
        return None
    return {"Q7": 6 - one[item], "Q9": 1 + 0.4 * one[item]}.get(item, one[item])


def adjusted(one, item):
    own = score(one, item)
    if own is None:
        return None
    apart = BENEFIT if item in BENEFIT else {item}
    others = [score(one, other) for other in SCORED if other not in apart]
    others = [value for value in others if value is not None]
    return own - 0.5 * (np.mean(others) - ANCHOR) if len(others) >= 2 else own


def shortfall(one, item):
    if item == "benefit":
        values = [value for value in (adjusted(one, i) for i in sorted(BENEFIT)) if value is not None]
        value = np.mean(values) if values else None
    else:
        value = adjusted(one, item)
    return None if value is None else min(1, max(0, (ANCHOR - value) / 1.5))


def design(answers, items, users_only):
    rows, habits, teams = [], [], []
    for one in answers:
        if "Q1" not in one or (users_only and one["Q1"] < 2):
            continue
        row = [shortfall(one, item) for item in items]
        if None not in row:
            rows.append(row)
            habits.append(float(one["Q1"] >= 3))
            teams.append(one["team"])
    return np.array(rows), np.array(habits), np.array(teams)


def fit(rows, habits, teams):
    labels, place = np.unique(teams, return_inverse=True)
    n, k = rows.shape
    x = np.zeros((n, 1 + k + len(labels)))
    x[:, 0] = 1
    x[:, 1 : 1 + k] = rows
    x[np.arange(n), 1 + k + place] = 1
    centre = np.zeros(x.shape[1])
    centre[1 : 1 + k] = -0.6
    precision = np.full(x.shape[1], 1 / 0.7**2)
    precision[0] = 1e-4
    precision[1 : 1 + k] = 1 / 0.4**2
    b = centre.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ b))
        curvature = (x * (p * (1 - p))[:, None]).T @ x + np.diag(precision)
        step = np.linalg.solve(curvature, x.T @ (habits - p) - precision * (b - centre))
        b = b + step
        if np.abs(step).max() < 1e-8:
            break
    return b, curvature, x


def points(b, x, k):
    logit = x @ b
    now = 1 / (1 + np.exp(-logit))
    return np.array([100 * (1 / (1 + np.exp(-(logit - x[:, j] * b[j]))) - now).mean() for j in range(1, 1 + k)])


def estimate(rows, habits, teams, rng, draws=40):
    names = np.unique(teams)
    drawn = []
    for _ in range(draws):
        chosen = rng.choice(names, len(names))
        index = np.concatenate([np.where(teams == name)[0] for name in chosen])
        label = np.concatenate([np.full((teams == name).sum(), i) for i, name in enumerate(chosen)])
        b, curvature, x = fit(rows[index], habits[index], label)
        root = np.linalg.cholesky(np.linalg.inv(curvature))
        drawn.append(points(b + root @ rng.standard_normal(len(b)), x, rows.shape[1]))
    b, _, x = fit(rows, habits, teams)
    return points(b, x, rows.shape[1]), np.quantile(drawn, [0.05, 0.95], axis=0)


def make(firsthand, folder, world, illness, seed):
    out = folder / f"{world}-{illness}-{seed}"
    said = subprocess.run(
        [firsthand, "specimen", "--illness", illness, "--world", world, "--seed", str(seed), "--out", out, "--no-exports"],
        capture_output=True, text=True, check=True,
    ).stdout
    return out, int(re.search(r"(\d+) % have a habit", said).group(1))


def main():
    firsthand = sys.argv[1]
    each = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    rng = np.random.default_rng(1)
    folder = pathlib.Path(tempfile.mkdtemp())
    print("world cause judged true estimated interval covered correlation largest")
    for world in ("base", "mild"):
        table = collections.defaultdict(list)
        for seed in range(FIRST_SEED, FIRST_SEED + each):
            _, healthy = make(firsthand, folder, world, "healthy", seed)
            for cause, item in CAUSES.items():
                case, ill = make(firsthand, folder, world, cause, seed)
                answers = respondents(case)
                users_only = item == "benefit"
                items = [*ITEMS, "benefit"] if users_only else ITEMS
                rows, habits, teams = design(answers, items, users_only)
                if len(habits) < 60 or len(set(teams)) < 10:
                    table[cause].append(None)
                    continue
                value, ends = estimate(rows, habits, teams, rng)
                place = items.index(item)
                # Among users only: scaled to everybody who answered.
                part = np.mean([one["Q1"] >= 2 for one in answers if "Q1" in one]) if users_only else 1
                table[cause].append(
                    (healthy - ill, part * value[place], part * ends[0][place], part * ends[1][place],
                     np.argmax(value) == place))
        for cause, all_rows in table.items():
            known = [row for row in all_rows if row is not None]
            if len(known) < 3:
                print(world, cause, f"{len(known)}/{len(all_rows)}")
                continue
            t = np.array(known, dtype=float)
            # The truth is printed in whole per cent.
            covered = np.mean((t[:, 2] - 0.5 <= t[:, 0]) & (t[:, 0] <= t[:, 3] + 0.5))
            print(
                world, cause, f"{len(known)}/{len(all_rows)}", f"{t[:, 0].mean():.1f}", f"{t[:, 1].mean():.1f}",
                f"{t[:, 2].mean():.1f}..{t[:, 3].mean():.1f}", f"{covered:.2f}",
                f"{np.corrcoef(t[:, 0], t[:, 1])[0, 1]:.2f}", f"{t[:, 4].mean():.2f}")


main()
