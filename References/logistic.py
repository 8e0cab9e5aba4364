"""Logistic regression without priors."""
import numpy as np
import statsmodels.api as sm

x = np.array([0.5, -1.2, 2.0, 0.1, -0.7, 1.1, -2.0, 0.9])
y = np.array([1, 0, 1, 1, 0, 0, 0, 1.0])
fit = sm.GLM(y, sm.add_constant(x), family=sm.families.Binomial()).fit()
print(fit.params, fit.bse, fit.llf)
