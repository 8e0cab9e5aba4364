"""Pooled team rates on the 60 x 40 grid of (mu, rho); quantiles by bisection on the exact mixture."""
import numpy as np
import scipy.special as sp

successes = np.array([0, 3, 7, 1, 40, 2], float)
trials = np.array([8, 9, 10, 6, 160, 5], float)
mu, rho = np.meshgrid(np.linspace(0.01, 0.99, 60), np.geomspace(0.002, 0.8, 40))
size = 1 / rho - 1
a, b = mu * size, (1 - mu) * size
# Beta(1, 6) is a density in rho; steps even in log rho need the factor rho.
log_weight = 5 * np.log1p(-rho) + np.log(rho)
for u, n in zip(successes, trials):
    log_weight += sp.betaln(a + u, b + n - u) - sp.betaln(a, b)
weight = np.exp(log_weight - log_weight.max())
weight /= weight.sum()
print("mu", float((weight * mu).sum()), "rho", float((weight * rho).sum()))
for u, n in zip(successes, trials):
    def quantile(q):
        low, high = 0.0, 1.0
        for _ in range(60):
            middle = (low + high) / 2
            if (weight * sp.betainc(a + u, b + n - u, middle)).sum() < q:
                low = middle
            else:
                high = middle
        return low
    print(u, n, float((weight * (a + u) / (size + n)).sum()), quantile(0.05), quantile(0.95))
