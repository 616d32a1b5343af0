"""Work that the server does itself: scorers invoked, evaluations begun, prompts optimized (WIRE.md section 13)."""

import json
import time

import mlflow
import pytest
from conftest import gateway_model, unique
from mlflow.genai.datasets import create_dataset
from mlflow.genai.judges import make_judge
from mlflow.genai.scorers import RelevanceToQuery

pytestmark = pytest.mark.since("3.17")

MLFLOW = "/ajax-api/3.0/mlflow"
OPTIMIZATIONS = f"{MLFLOW}/prompt-optimization/jobs"
SCORER = {"serialized_scorer": "{}", "trace_ids": ["tr-0123456789abcdef0123456789abcdef"]}


def trace_of(answer, session=None):
    with mlflow.start_span(name="ask") as span:
        span.set_inputs({"question": "What is MLflow?"})
        span.set_outputs(answer)
        if session:
            mlflow.update_current_trace(metadata={"mlflow.trace.session": session})
    mlflow.flush_trace_async_logging()
    return span.trace_id


def judge(model):
    return make_judge(name="polite", instructions="Is {{ outputs }} polite?", model=model, feedback_value_type=bool)


def wait_for(api, path, is_over, key=None):
    for _ in range(600):
        found = api("GET", path).json()
        found = found[key] if key else found
        if is_over(found):
            return found
        time.sleep(0.2)
    raise AssertionError(f"not over: {found}")


def finished_job(api, job_id):
    return wait_for(api, f"{MLFLOW}/jobs/{job_id}", lambda job: job["status"] not in ("PENDING", "RUNNING"))


def invoke(api, experiment, scorer, trace_ids, log=True):
    sent = {
        "experiment_id": experiment.experiment_id, "serialized_scorer": json.dumps(scorer.model_dump()),
        "trace_ids": trace_ids, "log_assessments": log,
    }
    for _ in range(30):
        answer = api("POST", f"{MLFLOW}/scorer/invoke", json=sent)
        # The traces are on their way: the client asks again.
        if answer.status_code != 503:
            break
        time.sleep(1)
    return answer


def test_job_asks_a_scorer_and_logs_what_it_finds(api, experiment, model):
    traces = [trace_of("Sure!"), trace_of("Certainly.")]
    answer = invoke(api, experiment, judge(model), traces)
    assert answer.status_code == 200, answer.text
    [job] = answer.json()["jobs"]
    assert sorted(job["trace_ids"]) == sorted(traces)
    done = finished_job(api, job["job_id"])
    assert (done["status"], done["error_message"]) == ("SUCCEEDED", None)
    assert sorted(done["result"]) == sorted(traces)
    for trace_id, found in done["result"].items():
        [assessment] = found["assessments"]
        assert (assessment["assessment_name"], assessment["feedback"]["value"]) == ("polite", True)
        assert (assessment["trace_id"], found["failures"]) == (trace_id, [])
        [stored] = mlflow.get_trace(trace_id).info.assessments
        assert (stored.name, stored.value, stored.source.source_type) == ("polite", True, "LLM_JUDGE")
        assert stored.assessment_id == assessment["assessment_id"]


def test_job_that_tries_a_scorer_changes_nothing(api, experiment, model):
    trace_id = trace_of("Sure!")
    [job] = invoke(api, experiment, RelevanceToQuery(model=model), [trace_id], log=False).json()["jobs"]
    [assessment] = finished_job(api, job["job_id"])["result"][trace_id]["assessments"]
    assert assessment["feedback"]["value"] == "yes"
    assert mlflow.get_trace(trace_id).info.assessments == []


def test_job_tells_why_a_scorer_failed(api, experiment, fake_llm):
    trace_id = trace_of("Sure!")
    [job] = invoke(api, experiment, judge(gateway_model(fake_llm, "wrong-key")), [trace_id]).json()["jobs"]
    [failure] = finished_job(api, job["job_id"])["result"][trace_id]["failures"]
    assert "401" in failure["error_message"] or "key" in failure["error_message"].lower()


def test_job_of_a_session(api, experiment, model):
    from mlflow.genai.scorers import UserFrustration

    session = unique("session")
    traces = [trace_of("Sure!", session), trace_of("Done.", session)]
    [job] = invoke(api, experiment, UserFrustration(model=model), traces).json()["jobs"]
    assert sorted(job["trace_ids"]) == sorted(traces)
    done = finished_job(api, job["job_id"])
    assert list(done["result"]) == [traces[0]]
    refused = invoke(api, experiment, UserFrustration(model=model), [trace_of("Alone.")])
    assert refused.status_code == 400 and "session" in refused.json()["message"]


def test_job_evaluates_traces_in_a_run(api, experiment, model, client):
    traces = [trace_of("Sure!"), trace_of("Certainly.")]
    sent = {
        "experiment_id": experiment.experiment_id, "trace_ids": traces,
        "serialized_scorers": [json.dumps(judge(model).model_dump())],
    }
    answer = api("POST", f"{MLFLOW}/genai/evaluate/invoke", json=sent)
    assert answer.status_code == 200, answer.text
    done = finished_job(api, answer.json()["job_id"])
    assert done["status"] == "SUCCEEDED" and done["result"]["total_traces"] == 2
    run = client.get_run(answer.json()["run_id"])
    assert run.info.status == "FINISHED"
    assert run.data.metrics["polite/mean"] == 1.0
    assert run.data.tags["mlflow.runType"] == "genai_evaluate"
    found = mlflow.search_traces(run_id=run.info.run_id, return_type="list")
    assert sorted(trace.info.trace_id for trace in found) == sorted(traces)


@pytest.mark.parametrize("path, more, reason", [
    ("scorer/invoke", {"trace_ids": []}, "Please select at least one trace to evaluate."),
    ("scorer/invoke", {"trace_ids": ["tr-0123456789abcdef0123456789abcdef"]}, "not found"),
    ("genai/evaluate/invoke", {"trace_ids": []}, "Please select at least one trace to evaluate."),
    ("genai/evaluate/invoke", {"serialized_scorers": []}, "Please select at least one judge."),
    ("genai/evaluate/invoke", {"scorer_versions": [1, 2]}, "same length"),
    ("genai/evaluate/invoke", {"serialized_scorers": ["no scorer"]}, "JSON object"),
])
def test_job_that_can_not_be_is_refused(api, experiment, model, path, more, reason):
    serialized = json.dumps(judge(model).model_dump())
    sent = {
        "experiment_id": experiment.experiment_id, "serialized_scorer": serialized, "serialized_scorers": [serialized],
        "trace_ids": [trace_of("Sure!")], **more,
    }
    answer = api("POST", f"{MLFLOW}/{path}", json=sent)
    assert answer.status_code in (400, 404), answer.text
    assert reason in answer.json()["message"]


def test_job_that_is_not_run_names_the_alternative(api):
    answer = api("POST", f"{MLFLOW}/issues/invoke", json={"experiment_id": "0"})
    assert (answer.status_code, answer.json()["error_code"]) == (501, "NOT_IMPLEMENTED")
    assert "mlflow.genai.evaluate" in answer.json()["message"]


@pytest.mark.parametrize("method, path", [
    ("GET", f"{MLFLOW}/jobs/"), ("PATCH", f"{MLFLOW}/jobs/cancel/"), ("GET", f"{OPTIMIZATIONS}/"),
    ("DELETE", f"{OPTIMIZATIONS}/"),
])
def test_job_that_is_not_there(api, method, path):
    answer = api(method, path + unique("job"))
    assert answer.status_code == 404
    assert answer.json()["error_code"] == "RESOURCE_DOES_NOT_EXIST"


def test_job_of_any_kind(api):
    made = api("POST", "/ajax-api/3.0/jobs/", json={"job_name": "nope", "params": {}})
    assert made.status_code == 400 and made.json()["detail"].startswith("Invalid job name: nope")
    found = api("GET", "/ajax-api/3.0/jobs/abc")
    assert (found.status_code, found.json()) == (404, {"detail": "Job with ID abc not found"})
    assert api("PATCH", "/ajax-api/3.0/jobs/cancel/abc").status_code == 404
    assert api("POST", "/ajax-api/3.0/jobs/search", json={"job_name": "invoke_scorer"}).json() == {"jobs": []}


def optimization_of(experiment, prompt, model, **config):
    return {
        "experiment_id": experiment.experiment_id, "source_prompt_uri": prompt.uri,
        "config": {
            "optimizer_type": "OPTIMIZER_TYPE_METAPROMPT",
            "optimizer_config_json": json.dumps({"reflection_model": model, "guidelines": "Be brief."}), **config,
        },
        "tags": [{"key": "team", "value": "support"}],
    }


def prompt_for(model):
    provider, name = model.split(":/")
    return mlflow.genai.register_prompt(
        name=unique("prompt"), template="Answer {{question}}.", model_config={"provider": provider, "model_name": name},
    )


def test_job_optimizes_a_prompt_on_a_data_set(api, fresh_experiment, model, client):
    prompt = prompt_for(model)
    dataset = create_dataset(name=unique("dataset"), experiment_id=fresh_experiment.experiment_id)
    dataset.merge_records([{"inputs": {"question": text}} for text in ("Why?", "How?")])
    judge(model).register(name="polite")
    sent = optimization_of(fresh_experiment, prompt, model, dataset_id=dataset.dataset_id, scorers=["polite"])
    answer = api("POST", OPTIMIZATIONS, json=sent)
    assert answer.status_code == 200, answer.text
    made = answer.json()["job"]
    assert (made["state"]["status"], made["tags"]) == ("JOB_STATUS_PENDING", sent["tags"])
    over = ("JOB_STATUS_COMPLETED", "JOB_STATUS_FAILED")
    done = wait_for(api, f"{OPTIMIZATIONS}/{made['job_id']}", lambda job: job["state"]["status"] in over, "job")
    assert done["state"]["status"] == "JOB_STATUS_COMPLETED", done
    assert done["optimized_prompt_uri"] == f"prompts:/{prompt.name}/2"
    assert done["initial_eval_scores"] == {"aggregate": 1.0, "polite": 1.0} == done["final_eval_scores"]
    optimized = mlflow.genai.load_prompt(done["optimized_prompt_uri"])
    assert optimized.template == "Better: {{question}}"
    assert client.get_run(done["run_id"]).info.status == "FINISHED"
    found = api("GET", f"{OPTIMIZATIONS}/search", params={"experiment_id": fresh_experiment.experiment_id}).json()
    assert [job["job_id"] for job in found["jobs"]] == [made["job_id"]]
    assert api("POST", f"{OPTIMIZATIONS}/{made['job_id']}/cancel", json={}).status_code == 400
    assert api("DELETE", f"{OPTIMIZATIONS}/{made['job_id']}").json() == {}
    assert api("GET", f"{OPTIMIZATIONS}/{made['job_id']}").status_code == 404
    assert client.get_run(done["run_id"]).info.lifecycle_stage == "deleted"


@pytest.mark.parametrize("config, status, reason", [
    ({"optimizer_type": "OPTIMIZER_TYPE_GEPA"}, 501, "optimize_prompts"),
    ({"optimizer_type": 0}, 400, "optimizer_type is required"),
    ({"optimizer_config_json": "{}"}, 400, "reflection_model"),
    ({"optimizer_config_json": "{"}, 400, "Invalid JSON"),
    ({"dataset_id": "d-00000000000000000000000000000000"}, 404, "not"),
])
def test_optimization_that_can_not_be_is_refused(api, experiment, model, config, status, reason):
    answer = api("POST", OPTIMIZATIONS, json=optimization_of(experiment, prompt_for(model), model, **config))
    assert answer.status_code == status, answer.text
    assert reason in answer.json()["message"]


def test_optimization_of_a_prompt_without_a_model_is_refused(api, experiment, model):
    prompt = mlflow.genai.register_prompt(name=unique("prompt"), template="Answer.")
    answer = api("POST", OPTIMIZATIONS, json=optimization_of(experiment, prompt, model))
    assert answer.status_code == 400 and "model_config" in answer.json()["message"]
