"""Judge what production answered in the last 24 hours, from its traces alone: no application is run again.

pip install mlflow openai, set OPENAI_API_KEY, then: python judge_production_traces.py <experiment name>
"""

import os
import sys
import time

import mlflow
from mlflow.genai.scorers import Guidelines, RelevanceToQuery, RetrievalGroundedness

mlflow.set_tracking_uri(os.environ.get("MILLRACE_URL", "http://localhost:5000"))

JUDGE = os.environ.get("JUDGE_MODEL", "openai:/gpt-4o-mini")
DAY_MS = 24 * 60 * 60 * 1000


def main(experiment_name):
    mlflow.set_experiment(experiment_name)
    since = int(time.time() * 1000) - DAY_MS
    traces = mlflow.search_traces(filter_string=f"timestamp_ms > {since} AND status = 'OK'", max_results=200)
    print(f"{len(traces)} traces of the last 24 hours")

    result = mlflow.genai.evaluate(
        data=traces,
        scorers=[
            RetrievalGroundedness(model=JUDGE),
            RelevanceToQuery(model=JUDGE),
            Guidelines(name="one_sentence", guidelines="The answer is one sentence.", model=JUDGE),
        ],
    )
    for metric, value in sorted(result.metrics.items()):
        print(f"{metric:<35} {value:.2f}")
    return result


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "rag agent")
