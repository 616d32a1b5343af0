"""mlflow.genai.evaluate and the classic mlflow.models.evaluate by the unmodified client."""

import time

import mlflow
import pandas as pd
import pytest
from mlflow.entities import Feedback
from mlflow.genai import make_judge, scorer
from mlflow.genai.scorers import Correctness, Guidelines, RelevanceToQuery

pytestmark = pytest.mark.since("3.4.0")

JUDGE = "openai:/gpt-4o-mini"


@scorer
def exact(outputs, expectations):
    return outputs == expectations["expected_response"]


@scorer
def length(outputs):
    return Feedback(value=len(outputs), rationale="counted")


@scorer(aggregations=["mean", "max"])
def words(outputs):
    return len(outputs.split())


ROWS = [
    {"inputs": {"question": "a?"}, "expectations": {"expected_response": "A?"}},
    {"inputs": {"question": "long?"}, "expectations": {"expected_response": "other"}},
]


@mlflow.trace
def predict(question):
    return question.upper()


def assessments_of(trace):
    return {assessment.name: assessment for assessment in trace.info.assessments}


def traces_of(run_id):
    traces = mlflow.search_traces(run_id=run_id, return_type="list")
    return sorted(traces, key=lambda trace: len(str(trace.data.request)))


def test_evaluate_with_predict_fn(client):
    result = mlflow.genai.evaluate(data=ROWS, predict_fn=predict, scorers=[exact, length, words])
    run = client.get_run(result.run_id)
    assert run.info.status == "FINISHED"
    assert run.data.metrics == {"exact/mean": 0.5, "length/mean": 3.5, "words/mean": 1.0, "words/max": 1.0}
    assert result.metrics == run.data.metrics
    assert run.data.tags["mlflow.runType"] == "genai_evaluate"
    assert len(run.inputs.dataset_inputs) == 1
    first, second = traces_of(result.run_id)
    assert first.data.spans[0].name == "predict"
    assert first.info.request_metadata["mlflow.sourceRun"] == result.run_id
    said = assessments_of(first)
    assert said["exact"].value is True and said["length"].value == 2 and said["length"].rationale == "counted"
    assert said["expected_response"].expectation.value == "A?"
    assert said["exact"].source.source_type == "CODE"
    assert said["exact"].metadata["mlflow.assessment.sourceRunId"] == result.run_id
    assert assessments_of(second)["exact"].value is False
    table = result.tables["eval_results"] if hasattr(result, "tables") else result.result_df
    assert len(table) == 2


def test_evaluate_a_data_frame_with_outputs(client):
    data = pd.DataFrame(
        {
            "inputs": [{"question": "x"}, {"question": "y"}],
            "outputs": ["one", "two words"],
            "expectations": [{"expected_response": "one"}, {"expected_response": "2"}],
        }
    )
    result = mlflow.genai.evaluate(data=data, scorers=[exact, words])
    assert client.get_run(result.run_id).data.metrics == {"exact/mean": 0.5, "words/mean": 1.5, "words/max": 2.0}
    traces = mlflow.search_traces(run_id=result.run_id, return_type="list")
    assert sorted(assessments_of(trace)["words"].value for trace in traces) == [1, 2]
    assert len(traces) == 2


def test_evaluate_stored_traces(client, fresh_experiment):
    for question in ("first", "second"):
        predict(question)
    mlflow.flush_trace_async_logging()
    stored = mlflow.search_traces(return_type="list")
    result = mlflow.genai.evaluate(data=mlflow.search_traces(), scorers=[length])
    traces = mlflow.search_traces(run_id=result.run_id, return_type="list")
    assert {trace.info.trace_id for trace in traces} == {trace.info.trace_id for trace in stored}
    assert sorted(assessments_of(trace)["length"].value for trace in traces) == [5, 6]
    assert client.get_run(result.run_id).data.metrics == {"length/mean": 5.5}


def test_evaluate_with_builtin_judges(client, fake_openai):
    data = [
        {"inputs": {"question": "right?"}, "outputs": "fine", "expectations": {"expected_response": "fine"}},
        {"inputs": {"question": "is it?"}, "outputs": "WRONG", "expectations": {"expected_response": "right"}},
    ]
    tone = make_judge(name="tone", instructions="Is {{ outputs }} polite?", model=JUDGE, feedback_value_type=str)
    judges = [
        Correctness(model=JUDGE),
        RelevanceToQuery(model=JUDGE),
        Guidelines(name="english", guidelines="The answer is English.", model=JUDGE),
        tone,
    ]
    result = mlflow.genai.evaluate(data=data, scorers=judges)
    metrics = client.get_run(result.run_id).data.metrics
    assert metrics["correctness/mean"] == metrics["english/mean"] == 0.5
    by_verdict = {}
    for trace in mlflow.search_traces(run_id=result.run_id, return_type="list"):
        said = assessments_of(trace)
        by_verdict[said["correctness"].value] = said
    assert set(by_verdict) == {"yes", "no"}
    no = by_verdict["no"]
    assert no["correctness"].source.source_type == "LLM_JUDGE"
    assert no["correctness"].rationale == "It is no."
    assert (no["english"].value, no["tone"].value) == ("no", "no")
    assert no["relevance_to_query"].error is None
    assert {request["model"] for request in fake_openai.requests} == {"gpt-4o-mini"}


def test_evaluate_tells_of_a_scorer_that_fails(client):
    @scorer
    def broken(outputs):
        raise ValueError("no way to judge this")

    result = mlflow.genai.evaluate(data=[{"inputs": {"q": "x"}, "outputs": "y"}], scorers=[broken, length])
    [trace] = mlflow.search_traces(run_id=result.run_id, return_type="list")
    said = assessments_of(trace)
    assert said["broken"].error.error_message == "no way to judge this"
    assert said["length"].value == 1
    assert client.get_run(result.run_id).data.metrics["length/mean"] == 1.0


def test_evaluate_inside_a_run(client):
    with mlflow.start_run(run_name="mine") as active:
        mlflow.log_param("prompt", "v1")
        result = mlflow.genai.evaluate(data=ROWS, predict_fn=predict, scorers=[length])
    assert result.run_id == active.info.run_id
    run = client.get_run(result.run_id)
    assert run.data.params == {"prompt": "v1"} and run.info.run_name == "mine"
    assert run.data.metrics["length/mean"] == 3.5


def test_deleting_an_evaluation_run_takes_its_assessments(client):
    result = mlflow.genai.evaluate(data=ROWS[:1], predict_fn=predict, scorers=[length])
    [trace] = mlflow.search_traces(run_id=result.run_id, return_type="list")
    mlflow.log_feedback(trace_id=trace.info.trace_id, name="human", value=True)
    client.delete_run(result.run_id)
    deadline = time.time() + 20
    while (names := set(assessments_of(mlflow.get_trace(trace.info.trace_id)))) != {"human"}:
        assert time.time() < deadline, names
        time.sleep(0.1)


def test_classic_evaluate_of_two_versions(client, fresh_experiment):
    data = pd.DataFrame({"question": ["a", "b", "c"], "truth": [1, 2, 3]})

    def off_by(predictions, targets):
        import numpy as np
        from mlflow.metrics import MetricValue

        scores = [abs(a - b) for a, b in zip(predictions, targets)]
        return MetricValue(scores=scores, aggregate_results={"mean": float(np.mean(scores))})

    metric = mlflow.models.make_metric(eval_fn=off_by, greater_is_better=False, name="off_by")
    for version, shift in (("v1", 1), ("v2", 0)):
        with mlflow.start_run(run_name=version):
            mlflow.log_param("version", version)
            result = mlflow.models.evaluate(
                data=data.assign(guess=data.truth + shift),
                targets="truth",
                predictions="guess",
                extra_metrics=[metric, mlflow.metrics.exact_match()],
                evaluators="default",
                evaluator_config={"log_model_explainability": False},
            )
            assert result.metrics["off_by/mean"] == float(shift)
    compared = mlflow.search_runs(order_by=["metrics.`off_by/mean` ASC"])
    assert list(compared["params.version"]) == ["v2", "v1"]
    assert list(compared["metrics.exact_match/v1"]) == [1.0, 0.0]
    table = mlflow.load_table("eval_results_table.json", run_ids=list(compared.run_id))
    assert len(table) == 6
    assert sorted(table["off_by/score"]) == [0, 0, 0, 1, 1, 1]
