"""What Millrace makes of results of the unmodified client: comparisons of runs and versions, agreement with people."""

import mlflow
from mlflow.entities import AssessmentSource, Feedback
from mlflow.genai import scorer

QUESTIONS = [f"question {number}" for number in range(8)]
ROWS = [{"inputs": {"question": question}, "expectations": {"expected": question.upper()}} for question in QUESTIONS]


@scorer
def exact(outputs, expectations):
    return Feedback(value=outputs == expectations["expected"], rationale=f"it says {outputs}")


@scorer
def size(outputs):
    return len(outputs)


def lazy(question):
    return "I don't know" if question != QUESTIONS[0] else question.upper()


def eager(question):
    return question.upper() if question != QUESTIONS[0] else "oh"


def until_readable(api):
    """Comparisons are of what is stored: all that was acknowledged before is."""
    while not api("GET", "/api/v1/freshness?consistency=strong").json()["is_complete"]:
        pass


def compare(api, experiment, **body):
    until_readable(api)
    answer = api("POST", "/api/v1/comparisons", json={"experiment_id": experiment.experiment_id, **body})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_compare_evaluation_runs(experiment, api):
    baseline = mlflow.genai.evaluate(data=ROWS, predict_fn=lazy, scorers=[exact, size])
    candidate = mlflow.genai.evaluate(data=ROWS[:7], predict_fn=eager, scorers=[exact, size])
    found = compare(api, experiment, baseline={"run_id": baseline.run_id}, candidate={"run_id": candidate.run_id})
    assert found["baseline"] == {"traces": 8, "unpaired": 1, "repeated": 0}
    assert found["candidate"] == {"traces": 7, "unpaired": 0, "repeated": 0}
    assert found["pairs"] == 7
    by_name = {each["name"]: each for each in found["scorers"]}
    assert set(by_name) == {"exact", "size"}
    passes = by_name["exact"]
    assert (passes["kind"], passes["pairs"], passes["improvements"], passes["regressions"]) == ("pass_fail", 7, 6, 1)
    assert abs(passes["baseline"] - 1 / 7) < 1e-9 and abs(passes["candidate"] - 6 / 7) < 1e-9
    assert abs(passes["difference"]["estimate"] - 5 / 7) < 1e-9
    assert passes["difference"]["low"] < 5 / 7 < passes["difference"]["high"]
    assert abs(passes["p_value"] - 0.125) < 1e-9 and passes["is_significant"] is False
    assert by_name["size"]["kind"] == "number"
    worse = [each for each in found["regressions"] if each["scorer"] == "exact"]
    assert [each["candidate"]["rationale"] for each in worse] == ["it says oh"]
    trace = mlflow.get_trace(worse[0]["candidate"]["trace_id"])
    assert trace.info.request_metadata["mlflow.sourceRun"] == candidate.run_id
    assert {each["name"] for each in found["measures"]} == {"latency_ms", "tokens", "cost_usd"}


def test_compare_logged_models(fresh_experiment, api):
    models = []
    for name, predict in [("lazy", lazy), ("eager", eager)]:
        model = mlflow.set_active_model(name=name)
        models.append(model.model_id)
        for question in QUESTIONS[:4]:
            with mlflow.start_span("answer") as span:
                span.set_inputs({"question": question})
                span.set_outputs(predict(question))
            mlflow.flush_trace_async_logging()
            right = predict(question) == question.upper()
            source = AssessmentSource("CODE", "test")
            mlflow.log_feedback(trace_id=span.trace_id, name="right", value=right, source=source)
    mlflow.clear_active_model()
    sides = dict(baseline={"logged_model_id": models[0]}, candidate={"logged_model_id": models[1]})
    found = compare(api, fresh_experiment, **sides, limit=1)
    assert found["pairs"] == 4
    assert (found["scorers"][0]["improvements"], found["scorers"][0]["regressions"]) == (3, 1)
    assert len(found["improvements"]) == 1
    wrong = api(
        "POST",
        "/api/v1/comparisons",
        json={"experiment_id": fresh_experiment.experiment_id, "baseline": {}, "candidate": {"run_id": "x"}},
    )
    assert wrong.status_code == 400 and "give one of run_id" in wrong.text


def test_judge_agreement(fresh_experiment, api):
    said = [("yes", True), ("yes", "yes"), ("no", False), ("no", True), ("yes", None)]
    for judge, human in said:
        with mlflow.start_span("answer") as span:
            span.set_inputs("q")
        mlflow.flush_trace_async_logging()
        judged = AssessmentSource("LLM_JUDGE", "openai:/gpt-4o-mini")
        mlflow.log_feedback(trace_id=span.trace_id, name="safety", value=judge, source=judged, rationale="because")
        if human is not None:
            person = AssessmentSource("HUMAN", "ann")
            mlflow.log_feedback(trace_id=span.trace_id, name="safety", value=human, source=person)
    until_readable(api)
    body = {"experiment_id": fresh_experiment.experiment_id, "scorer": "safety"}
    answer = api("POST", "/api/v1/judge-agreement", json=body)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert (found["traces"], found["agreement"], found["disagreement_count"]) == (4, 0.75, 1)
    assert (found["labels"], found["confusion"]) == (["no", "yes"], [[1, 1], [0, 2]])
    assert abs(found["kappa"]["estimate"] - 0.5) < 1e-9
    assert found["disagreements"][0]["judge"] == {
        "value": "no",
        "rationale": "because",
        "source_id": "openai:/gpt-4o-mini",
    }
    assert found["disagreements"][0]["human"] == {"value": True, "source_id": "ann"}
