"""Kaplan-Meier, log-rank and Cox on Medical Innovation; pass the path of its table of physicians."""
import sys
import pandas as pd
from lifelines import CoxPHFitter, KaplanMeierFitter
from lifelines.statistics import logrank_test
from lifelines.utils import restricted_mean_survival_time

table = pd.read_csv(sys.argv[1])
time, event = table.toa.clip(upper=17), 1 - table.censored
curve = KaplanMeierFitter().fit(time, event)
print([(month, float(curve.predict(month))) for month in (1, 3, 6, 12, 17)])
print(curve.confidence_interval_.loc[6].tolist(), curve.median_survival_time_)
print("restricted mean", restricted_mean_survival_time(curve, 12))
first = table.group == 1
print("log-rank", logrank_test(time[first], time[~first], event[first], event[~first]).test_statistic)
rows = table.assign(time=time, event=event)[["time", "event", "proage", "journ2"]].dropna()
fit = CoxPHFitter().fit(rows, "time", "event")
print(len(rows), fit.params_.tolist(), fit.standard_errors_.tolist(), fit.log_likelihood_)
