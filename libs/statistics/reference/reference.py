"""Writes reference.json: what scipy, statsmodels, scikit-learn and numpy say.

    python -m venv v && v/bin/pip install scipy statsmodels scikit-learn
    v/bin/python reference.py > reference.json
"""

import json

import numpy
from scipy import stats
from sklearn.metrics import cohen_kappa_score, confusion_matrix
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

random = numpy.random.default_rng(7)


def rounded(values, digits=3):
    return [round(float(value), digits) for value in values]


def rates():
    for passed, total, confidence in [(0, 5, 0.95), (5, 5, 0.95), (1, 1, 0.95), (7, 10, 0.9), (83, 100, 0.99), (50_000, 100_000, 0.95), (1, 100_000, 0.95)]:
        low, high = proportion_confint(passed, total, alpha=1 - confidence, method="wilson")
        yield {"passed": passed, "total": total, "confidence": confidence, "low": low, "high": high}


def samples():
    yield rounded(random.normal(3, 1, 2))
    yield rounded(random.normal(3, 1, 9))
    yield rounded(random.exponential(100, 200))
    yield [1.0, 1.0, 1.0, 1.0]
    yield [-5.5, 0.0, 1e6]


def means():
    for values in samples():
        for confidence in (0.9, 0.95):
            error = stats.sem(values)
            low, high = stats.t.interval(confidence, len(values) - 1, loc=numpy.mean(values), scale=error) if error > 0 else (values[0], values[0])
            yield {"values": values, "confidence": confidence, "mean": numpy.mean(values), "low": low, "high": high}


def quantiles():
    levels = [0, 0.01, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1]
    for values in [*samples(), [4.0]]:
        yield {"values": values, "levels": levels, "quantiles": list(numpy.quantile(values, levels))}


def booleans():
    for both, regressions, improvements, neither in [(5, 0, 0, 5), (10, 3, 9, 2), (100, 40, 60, 3), (0, 1, 0, 0), (3, 0, 12, 0), (5000, 700, 820, 900)]:
        result = mcnemar([[both, regressions], [improvements, neither]], exact=True)
        yield {"both": both, "regressions": regressions, "improvements": improvements, "neither": neither, "p": result.pvalue}


def numbers():
    for before, after in [
        (random.normal(0, 1, 8), random.normal(0.5, 1, 8)),
        (random.normal(0, 1, 50), random.normal(0.3, 1, 50)),
        (random.normal(0, 1, 51), random.normal(0.3, 1, 51)),
        (random.integers(1, 6, 30), random.integers(1, 6, 30)),
        (random.integers(1, 6, 400), random.integers(2, 6, 400)),
        (random.normal(0, 1, 1), random.normal(0.5, 1, 1)),
    ]:
        before, after = rounded(before), rounded(after)
        result = stats.wilcoxon(after, before)
        differences = numpy.subtract(after, before)
        ties = len(set(abs(differences))) < len(differences) or 0 in differences
        yield {"before": before, "after": after, "p": stats.wilcoxon(differences, method="approx").pvalue if ties else result.pvalue}


def agreements():
    for first, second in [
        (["yes", "no", "yes", "yes", "no", "no"], ["yes", "no", "no", "yes", "no", "yes"]),
        (["yes"] * 45 + ["no"] * 15 + ["yes"] * 25 + ["no"] * 15, ["yes"] * 45 + ["yes"] * 15 + ["no"] * 25 + ["no"] * 15),
        (list(random.choice(["a", "b", "c", "d"], 200)), list(random.choice(["a", "b", "c"], 200))),
        (["a", "b", "c"] * 4, ["a", "b", "c"] * 4),
        (["a", "b"] * 4, ["b", "a"] * 4),
        (["a", "a", "a", "b"], ["a", "a", "a", "a"]),
    ]:
        first, second = [str(each) for each in first], [str(each) for each in second]
        table = confusion_matrix(first, second)
        result = cohens_kappa(table)
        yield {"first": first, "second": second, "confusion": table.tolist(), "kappa": cohen_kappa_score(first, second),
               "low": max(-1, result.kappa_low), "high": min(1, result.kappa_upp)}


def corrections():
    for values in [[0.01, 0.04, 0.03, 0.005], [0.5], [0.9, 0.9, 0.0001], [0.02, 0.02, 0.02], list(random.uniform(0, 0.2, 12))]:
        values = rounded(values, 5)
        yield {"values": values, "corrected": list(multipletests(values, method="holm")[1])}


print(json.dumps({each.__name__: list(each()) for each in (rates, means, quantiles, booleans, numbers, agreements, corrections)}, default=float))
