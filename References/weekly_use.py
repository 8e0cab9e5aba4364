"""BG/BB on the donations table of Fader, Hardie & Shang (2010), as shipped with lifetimes."""
from lifetimes import BetaGeoBetaBinomFitter
from lifetimes.datasets import load_donations

table = load_donations()
fit = BetaGeoBetaBinomFitter().fit(table.frequency, table.recency, table.periods, table.weights)
print(fit.params_)
