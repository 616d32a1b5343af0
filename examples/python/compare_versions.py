"""Two versions of an application, each known by its git commit, judged on the same questions and compared.

pip install mlflow, then in a git repository: python compare_versions.py
"""

import os
import subprocess

import mlflow
import pandas
from mlflow.genai import scorer

mlflow.set_tracking_uri(os.environ.get("MILLRACE_URL", "http://localhost:5000"))
mlflow.set_experiment("version comparison")

QUESTIONS = [
    {"inputs": {"question": "What turns the wheel?"}, "expectations": {"expected_response": "water"}},
    {"inputs": {"question": "What brings the water?"}, "expectations": {"expected_response": "millrace"}},
]
ANSWERS = {"short": {"What turns the wheel?": "water"}, "long": {}}


def application(style):
    def answer(question):
        known = ANSWERS["short"].get(question) if style == "short" else None
        return known or "The water, which a millrace brings to the wheel."

    return mlflow.trace(answer, name="answer")


@scorer
def holds_expected(outputs, expectations):
    return expectations["expected_response"] in outputs.lower()


@scorer
def words(outputs):
    return len(outputs.split())


def judge_version(style):
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    model = mlflow.set_active_model(name=f"answers-{style}-{commit}")
    mlflow.log_model_params({"style": style, "git_commit": commit}, model_id=model.model_id)
    with mlflow.start_run(run_name=f"{style} {commit}"):
        result = mlflow.genai.evaluate(
            data=QUESTIONS,
            predict_fn=application(style),
            scorers=[holds_expected, words],
            model_id=model.model_id,
        )
    return model, result


def main():
    versions = [judge_version(style) for style in ("short", "long")]
    mlflow.clear_active_model()
    table = pandas.DataFrame(
        {model.name: result.metrics for model, result in versions},
    )
    print(table.to_string())
    for model, _ in versions:
        traces = mlflow.search_traces(model_id=model.model_id, return_type="list")
        print(f"{model.name}: {len(traces)} traces")
    return versions


if __name__ == "__main__":
    main()
