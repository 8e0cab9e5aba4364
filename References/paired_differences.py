"""Student's critical values and the interval of five paired differences."""
import numpy as np
import scipy.stats as st

for level, df in [(0.9, 4), (0.95, 9), (0.99, 1), (0.9, 1), (0.95, 200)]:
    print("t", level, df, repr(st.t.ppf((1 + level) / 2, df)))
before, after = np.array([30, 42, 28, 51, 33]), np.array([21, 30, 25, 38, 30])
print("paired", st.ttest_rel(before, after).confidence_interval(0.9), (before - after).mean())
