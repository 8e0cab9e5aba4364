"""SciPy values for Tests/InferenceTests/SpecialFunctionsTests.swift."""
import scipy.special as sp
import scipy.stats as st

for a, b, x in [(0.5, 0.5, 0.1), (2.5, 7, 0.3), (120, 380, 0.25), (0.01, 3, 1e-5), (3000, 5000, 0.37)]:
    print("incomplete beta", a, b, x, float(sp.betainc(a, b, x)))
for p, a, b in [(0.05, 0.5, 6.5), (0.975, 5.5, 7.5), (0.025, 0.05, 0.95), (0.9, 3000, 5000), (0.5, 0.02, 4)]:
    print("beta quantile", p, a, b, float(st.beta.ppf(p, a, b)))
for shape, x in [(0.5, 0.1), (10.5, 12), (300, 280)]:
    print("incomplete gamma", shape, x, float(sp.gammainc(shape, x)))
for p, shape, rate in [(0.05, 0.5, 5), (0.95, 12.5, 9), (0.5, 0.05, 1), (0.975, 400, 2)]:
    print("gamma quantile", p, shape, rate, float(st.gamma.ppf(p, shape, scale=1 / rate)))
for p in [0.975, 0.9, 1e-10, 0.5005]:
    print("normal quantile", p, float(st.norm.ppf(p)))
for a, b in [(0.5, 0.5), (12, 3000), (2.5, 40), (1e5, 2e5)]:
    print("log-beta", a, b, float(sp.betaln(a, b)))
