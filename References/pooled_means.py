"""The eight schools (Rubin 1981; Bayesian Data Analysis, table 5.2) with tau even on (0, 30): moments by quadrature.

Tolerance in the tests: 0.02 of a point, the error of sixty midpoints against a fine grid.
"""
import numpy as np
from scipy import integrate
from scipy.stats import norm

y = np.array([28.0, 8, -3, 7, -1, 1, 18, 12])
s = np.array([15.0, 10, 16, 11, 9, 11, 10, 18])


def given(tau):
    v = s**2 + tau**2
    precision = (1 / v).sum()
    mu = (y / v).sum() / precision
    log = -0.5 * np.log(v).sum() - ((y - mu) ** 2 / (2 * v)).sum() - 0.5 * np.log(precision)
    own = 1 / s**2 + 1 / tau**2
    pull = (1 / tau**2) / own
    mean = (1 - pull) * y + pull * mu
    var = 1 / own + pull**2 / precision
    return log, mean, var, mu, tau**2 + 1 / precision


taus = np.linspace(1e-4, 30, 60001)
rows = [given(t) for t in taus]
w = np.exp(np.array([r[0] for r in rows]))
total = integrate.simpson(w, x=taus)
mean = np.array([integrate.simpson(w * np.array([r[1][k] for r in rows]), x=taus) / total for k in range(8)])
square = np.array(
    [integrate.simpson(w * np.array([r[2][k] + r[1][k] ** 2 for r in rows]), x=taus) / total for k in range(8)])
new_mean = integrate.simpson(w * np.array([r[3] for r in rows]), x=taus) / total
new_square = integrate.simpson(w * np.array([r[4] + r[3] ** 2 for r in rows]), x=taus) / total
print("tau", integrate.simpson(w * taus, x=taus) / total)
print("means", mean.round(4).tolist())
print("sds", np.sqrt(square - mean**2).round(4).tolist())
print("a new school", new_mean, np.sqrt(new_square - new_mean**2))

# The lowest of three normals, below a ceiling of 0.5.
m, d = np.array([0.0, 0.4, 1.0]), np.array([0.5, 0.7, 0.3])
for k in range(3):
    others = [j for j in range(3) if j != k]
    f = lambda x: norm.pdf(x, m[k], d[k]) * np.prod([1 - norm.cdf(x, m[j], d[j]) for j in others])
    print("lowest", k, integrate.quad(f, -8, 0.5, epsabs=1e-12)[0])
