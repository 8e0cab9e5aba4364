"""Intervals for proportions, adjusted p-values, superiority and the finite team."""
import numpy as np
import scipy.stats as st
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

for y, n in [(0, 6), (1, 7), (3, 8), (5, 12), (40, 120)]:
    # statsmodels gives Jeffreys a lower end above 0 for y = 0; we fix it at 0 (Brown, Cai & DasGupta 2001).
    print(y, n, proportion_confint(y, n, method="wilson"), proportion_confint(y, n, method="jeffreys"))
p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]
print("BH", multipletests(p, method="fdr_bh")[1], "Holm", multipletests(p, method="holm")[1])
x, y = [5, 4, 5, 4, 3, 5], [3, 2, 4, 1, 3, 2, 3, 2, 4, 3, 1, 2]
print("superiority", st.mannwhitneyu(x, y).statistic / (len(x) * len(y)))
for y, n, size in [(5, 8, 10), (5, 8, 20), (20, 35, 60)]:
    silent = st.betabinom(size - n, y + 0.5, n - y + 0.5)
    print("finite", (y + silent.mean()) / size, [(y + silent.ppf(q)) / size for q in (0.025, 0.975)])
