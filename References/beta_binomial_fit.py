"""Maximum-likelihood beta-binomial fit of the rat tumours (Tarone 1982), 71 groups."""
import numpy as np
import scipy.optimize as so
import scipy.stats as st

rows = """0/20x7 0/19x4 0/18x2 0/17 1/20x4 1/19x2 1/18x2 2/25 2/24 2/23 2/20x6 1/10 5/49 2/19 5/46 3/27 2/17 7/49
7/47 3/20x2 2/13 9/48 10/50 4/20x7 10/48 4/19x3 5/22 11/46 12/49 5/20x2 6/23 5/19 6/22 6/20x3 16/52 15/47 15/46
9/24 4/14"""
y, n = [], []
for row in rows.split():
    pair, _, times = row.partition("x")
    first, second = map(int, pair.split("/"))
    y += [first] * int(times or 1)
    n += [second] * int(times or 1)
y, n = np.array(y), np.array(n)
loss = lambda t: -st.betabinom.logpmf(y, n, np.exp(t[0]), np.exp(t[1])).sum()
fit = so.minimize(loss, [0.5, 2], method="Nelder-Mead", options=dict(xatol=1e-10, fatol=1e-12))
alpha, beta = np.exp(fit.x)
print(len(y), alpha, beta, alpha / (alpha + beta), 1 / (alpha + beta + 1), -fit.fun)
print("group 4/14", st.beta.mean(alpha + 4, beta + 10), st.beta.ppf([0.025, 0.975], alpha + 4, beta + 10))
